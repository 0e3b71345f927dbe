#include "cli/tenant_file.hpp"

#include "base/verify.hpp"
#include "codec/tenant_import.hpp"
#include "engine/fold.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string_view>

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

using Stream = std::unique_ptr<std::FILE, Close>;

Stream opened(std::string const& file)
{
    return Stream { file == "-" ? stdin : std::fopen(file.c_str(), "rb") };
}

// A demo company is JSON too; its days move with today, so it is no state of a tenant.
bool is_demo(std::string_view begin)
{
    return begin.contains("demo.schema.json") || (begin.contains(R"("anchor")") && begin.contains(R"("entries")"));
}

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

// The file as it is taken in; whether its first piece reads as a demo company.
Result<bool> feed(std::FILE* stream, std::string const& file, codec::TenantImport& import)
{
    bool is_a_demo = false;
    std::array<char, piece_bytes> piece;
    for (bool first = true; !import.stopped(); first = false) {
        auto const count = std::fread(piece.data(), 1, piece.size(), stream);
        if (count == 0) break;
        if (first) is_a_demo = is_demo({ piece.data(), count });
        import.feed({ piece.data(), count });
        work_off(import);
    }
    if (std::ferror(stream) != 0) return std::unexpected(not_read(file));
    return is_a_demo;
}

} // namespace

Error not_read(std::string const& file)
{
    int const fault = errno;
    if (fault == ENOENT) return { "no_such_file", file, {} };
    return { "file_not_read", file, std::strerror(fault) };
}

Result<std::string> whole_file(std::string const& file)
{
    auto const stream = opened(file);
    if (!stream) {
        return std::unexpected(not_read(file));
    }
    std::string text;
    std::array<char, piece_bytes> piece;
    while (auto const count = std::fread(piece.data(), 1, piece.size(), stream.get())) {
        text.append(piece.data(), count);
    }
    if (std::ferror(stream.get()) != 0) {
        return std::unexpected(not_read(file));
    }
    return text;
}

Result<LoadedTenant> load_tenant(std::string const& file, catalogue::Catalogue const& catalogue)
{
    auto const stream = opened(file);
    if (!stream) {
        return std::unexpected(not_read(file));
    }
    codec::TenantImport import { opened_ledger(catalogue), catalogue, EntryId::of_row(1) };
    auto const is_a_demo = feed(stream.get(), file, import);
    if (!is_a_demo) {
        return std::unexpected(is_a_demo.error());
    }
    import.end_of_file();
    work_off(import);
    LoadedTenant loaded { std::nullopt, import.report() };
    if (*is_a_demo && !loaded.report.accepted()) {
        return failure("demo_file", file);
    }
    if (loaded.report.accepted()) {
        loaded.ledger = import.take_ledger();
        name(*loaded.ledger, catalogue, import.report().company);
    }
    return loaded;
}

} // namespace keyrack::cli
