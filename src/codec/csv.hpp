#pragma once
// Comma-separated values as RFC 4180 has them, read leniently where spreadsheets differ: comma, semicolon, tab or bar between
// cells, whichever the first line has most of; any line end; a byte order mark and a first line `sep=;` are passed over.
// Written with commas and CRLF. Of what could be a formula in a spreadsheet, reading and writing take care here alone.
// An own reader: those that are kept well throw, and the portal is built without exceptions.

#include "base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::codec {

// Hard limits, so that no file fills the memory: a spreadsheet's own cell holds no more, no list of ours is wider or longer.
inline constexpr std::size_t longest_cell_bytes = 32 * 1024;
inline constexpr std::size_t most_csv_columns = 256;
inline constexpr std::size_t most_csv_rows = 1'000'000;

struct CsvRow
{
    std::int64_t line = 1; // of its first character, from 1
    std::vector<std::string> cells;
    bool operator==(CsvRow const&) const = default;
};

struct CsvTable
{
    std::vector<std::string> header;
    std::vector<CsvRow> rows; // empty lines are none
    bool operator==(CsvTable const&) const = default;
};

// Errors, with `where` as "line:column": `not_utf8`, `csv_quote` (a quote that never ends, or text after one that has),
// `csv_too_large`, `csv_empty`.
[[nodiscard]] Result<CsvTable> read_csv(std::string_view text);

// One line with its end.
[[nodiscard]] std::string csv_line(std::span<std::string const> cells);

// A cell that a spreadsheet would take for a formula (beginning with = + - @, a tab, a line end) gets a quotation mark `'` before
// it, and so does one that would look like that; `as_meant` takes it away again.
[[nodiscard]] std::string defused(std::string_view cell);
[[nodiscard]] std::string_view as_meant(std::string_view cell);

} // namespace keyrack::codec
