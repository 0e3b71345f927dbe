#include "codec/tenant_reader.hpp"

#include "codec/plain_rows.hpp"
#include "codec/tenant_scanner.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace keyrack::codec {

namespace {

// Syntax errors within a row end the reading: what comes after cannot be trusted to be cut rightly.
bool ends_reading(Error const& error)
{
    return error.what == "json_syntax" || error.what == "json_truncated" || error.what == "json_depth"
        || error.what == "not_utf8";
}

// Nothing: `row` holds the row, or why it is none. An error ends the reading.
std::optional<Error> read(ScannedRow const& scanned, ReadRow& row)
{
    row.place = { scanned.section, scanned.index, scanned.line };
    if (auto command = plain_row(scanned.section, scanned.text)) {
        row.command = std::move(*command);
        return {};
    }
    auto const value = parse_json(scanned.text, { scanned.line, scanned.column });
    if (!value) {
        if (ends_reading(value.error())) {
            return value.error();
        }
        auto error = value.error();
        error.where = row.place.path() + "." + error.where;
        row.command = std::unexpected(RowFault { std::move(error), {} });
        return {};
    }
    // The path is spelled out only where it is needed.
    auto command = read_row(scanned.section, *value, JsonPath {});
    if (command) {
        row.command = std::move(*command);
        return {};
    }
    auto error = std::move(command.error());
    error.where = row.place.path() + (error.where.empty() ? "" : ".") + error.where;
    row.command = std::unexpected(RowFault { std::move(error), key_of_row(scanned.section, *value) });
    return {};
}

} // namespace

std::string RowPlace::path() const
{
    return std::string { section_names[std::to_underlying(section)] } + "[" + std::to_string(index) + "]";
}

struct TenantReader::State
{
    TenantScanner scanner;
    std::vector<ReadRow> rows;
    std::size_t taken = 0; // of rows
    std::optional<Error> error;
    std::string company {};
    bool named = false; // it says what it is called, though it may be nothing

    [[nodiscard]] std::optional<Error> read_company();
};

// Nothing: it is read, or it has not come. An error ends the reading.
std::optional<Error> TenantReader::State::read_company()
{
    if (named || scanner.company().empty()) return {};
    auto const value = parse_json(scanner.company());
    if (!value) return Error { "bad_text", std::string { name_member }, {} };
    company = *value->as<std::string>();
    named = true;
    return {};
}

TenantReader::TenantReader() : m_state(std::make_unique<State>()) { }
TenantReader::~TenantReader() = default;
TenantReader::TenantReader(TenantReader&&) noexcept = default;
TenantReader& TenantReader::operator=(TenantReader&&) noexcept = default;

Result<void> TenantReader::feed(std::string_view bytes)
{
    auto& [scanner, rows, taken, failed, company, named] = *m_state;
    while (!failed) {
        auto const scanned = scanner.next(bytes);
        if (!scanned) {
            failed = scanned.error();
            break;
        }
        if (failed = m_state->read_company(); failed || !*scanned) {
            break;
        }
        failed = read(**scanned, rows.emplace_back());
        if (failed) {
            rows.pop_back();
        }
    }
    return failed ? Result<void> { std::unexpected(*failed) } : Result<void> {};
}

Result<void> TenantReader::finish()
{
    auto& [scanner, rows, taken, failed, company, named] = *m_state;
    if (!failed) {
        if (auto done = scanner.finish(); !done) {
            failed = std::move(done.error());
        }
    }
    return failed ? Result<void> { std::unexpected(*failed) } : Result<void> {};
}

std::vector<ReadRow> TenantReader::take(std::size_t most)
{
    auto& [scanner, rows, taken, failed, company, named] = *m_state;
    if (taken == 0 && most >= rows.size()) {
        return std::exchange(rows, {});
    }
    auto const first = rows.begin() + static_cast<std::ptrdiff_t>(taken);
    auto const count = std::min(most, rows.size() - taken);
    std::vector<ReadRow> out { std::make_move_iterator(first),
        std::make_move_iterator(first + static_cast<std::ptrdiff_t>(count)) };
    taken += count;
    if (taken == rows.size()) {
        rows.clear();
        taken = 0;
    }
    return out;
}

std::string const& TenantReader::company() const
{
    return m_state->company;
}

bool TenantReader::complete(Section section) const
{
    return m_state->scanner.complete(section);
}

std::int64_t TenantReader::bytes_read() const
{
    return m_state->scanner.bytes_taken();
}

} // namespace keyrack::codec
