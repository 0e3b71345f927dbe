#include "tenant.hpp"

#include "base/verify.hpp"
#include "codec/catalogue_json.hpp"
#include "engine/fold.hpp"

#include <cstdio>
#include <memory>
#include <vector>

namespace keyrack::bench {

namespace {

constexpr std::size_t piece_bytes = 64 * 1024;

class FilePieces
{
public:
    explicit FilePieces(std::string const& path) : m_file(std::fopen(path.c_str(), "rb"), &std::fclose)
    {
        if (m_file == nullptr) broken("the file of the bench can be read", path.c_str(), 0);
    }

    // Empty at the end.
    std::string_view operator()()
    {
        return { m_bytes.data(), std::fread(m_bytes.data(), 1, m_bytes.size(), m_file.get()) };
    }

private:
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> m_file;
    std::vector<char> m_bytes = std::vector<char>(piece_bytes);
};

template <class Pieces>
engine::Ledger imported(Pieces&& pieces, EachImported const& each)
{
    codec::TenantImport import { opened_ledger(), codec::shipped_catalogue(), EntryId::of_row(1) };
    auto const work_off = [&] {
        while (import.has_work()) {
            auto block = import.step(codec::rows_a_block);
            if (each) each(block);
        }
    };
    for (std::string_view piece = pieces(); !piece.empty(); piece = pieces()) {
        import.feed(piece);
        work_off();
    }
    import.end_of_file();
    work_off();
    VERIFY(import.report().accepted());
    return import.take_ledger();
}

} // namespace

std::string contents(std::string const& path)
{
    std::string bytes;
    FilePieces pieces { path };
    for (auto piece = pieces(); !piece.empty(); piece = pieces()) bytes += piece;
    return bytes;
}

engine::Ledger opened_ledger()
{
    engine::Ledger ledger;
    auto const opened = engine::fold(
        ledger, codec::shipped_catalogue(), engine::OpenTenant { "tenant" }, EntryId::of_row(0), engine::Manner::live);
    VERIFY(opened.has_value());
    return ledger;
}

engine::Ledger ledger_of_file(std::string const& path, EachImported const& each)
{
    return imported(FilePieces { path }, each);
}

engine::Ledger ledger_of_bytes(std::string_view bytes)
{
    auto const pieces = [&bytes] {
        auto const piece = bytes.substr(0, piece_bytes);
        bytes.remove_prefix(piece.size());
        return piece;
    };
    return imported(pieces, {});
}

} // namespace keyrack::bench
