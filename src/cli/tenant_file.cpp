#include "cli/tenant_file.hpp"

#include "base/verify.hpp"
#include "codec/tenant_import.hpp"
#include "engine/fold.hpp"

#include <array>
#include <cstdio>
#include <memory>

namespace keyrack::cli {

namespace {

constexpr std::size_t piece_bytes = 64 * 1024;

struct Close
{
    void operator()(std::FILE* stream) const
    {
        if (stream != stdin) {
            std::fclose(stream);
        }
    }
};

engine::Ledger opened_ledger(catalogue::Catalogue const& catalogue)
{
    engine::Ledger ledger;
    auto const opened =
        engine::fold(ledger, catalogue, engine::OpenTenant { "tenant" }, EntryId::of_row(0), engine::Manner::live);
    VERIFY(opened.has_value());
    return ledger;
}

// As the file calls it, where it does.
void name(engine::Ledger& ledger, catalogue::Catalogue const& catalogue, std::string const& company)
{
    if (company.empty()) return;
    auto const named = engine::fold(ledger, catalogue, engine::RenameTenant { ledger.tenant().name, company },
        EntryId::of_row(2), engine::Manner::live);
    VERIFY(named.has_value());
}

void work_off(codec::TenantImport& import)
{
    while (import.has_work()) {
        std::ignore = import.step(codec::rows_a_block); // applied to the ledger; there is no store to write to
    }
}

} // namespace

Result<std::string> whole_file(std::string const& file)
{
    std::unique_ptr<std::FILE, Close> const stream { file == "-" ? stdin : std::fopen(file.c_str(), "rb") };
    if (!stream) {
        return failure("file_failed", file);
    }
    std::string text;
    std::array<char, piece_bytes> piece;
    while (auto const count = std::fread(piece.data(), 1, piece.size(), stream.get())) {
        text.append(piece.data(), count);
    }
    if (std::ferror(stream.get()) != 0) {
        return failure("file_failed", file);
    }
    return text;
}

Result<LoadedTenant> load_tenant(std::string const& file, catalogue::Catalogue const& catalogue)
{
    std::unique_ptr<std::FILE, Close> const stream { file == "-" ? stdin : std::fopen(file.c_str(), "rb") };
    if (!stream) {
        return failure("file_failed", file);
    }
    codec::TenantImport import { opened_ledger(catalogue), catalogue, EntryId::of_row(1) };
    std::array<char, piece_bytes> piece;
    while (!import.stopped()) {
        auto const count = std::fread(piece.data(), 1, piece.size(), stream.get());
        if (count == 0) {
            break;
        }
        import.feed({ piece.data(), count });
        work_off(import);
    }
    if (std::ferror(stream.get()) != 0) {
        return failure("file_failed", file);
    }
    import.end_of_file();
    work_off(import);
    LoadedTenant loaded { std::nullopt, import.report() };
    if (loaded.report.accepted()) {
        loaded.ledger = import.take_ledger();
        name(*loaded.ledger, catalogue, import.report().company);
    }
    return loaded;
}

} // namespace keyrack::cli
