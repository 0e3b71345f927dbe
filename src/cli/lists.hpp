#pragma once
// `keyrack import`: a list of rooms or devices against a tenant, as a dry run or as the commands to import.

#include "base/date.hpp"
#include "base/error.hpp"
#include "codec/list_import.hpp"

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::cli {

// dry_run: the report. commands: a tenant file with what the list does. undo: one with what takes that back.
enum class ListOutput { commands, dry_run, undo };
enum class RefusedRows { stop, leave_out };

struct ImportList
{
    std::string tenant; // a tenant file or a database
    std::string list;
    std::optional<codec::ListKind> kind;                      // nothing: guessed
    std::vector<std::pair<std::string, std::string>> columns; // field, column by its name
    std::vector<std::pair<std::string, std::string>> values;  // field, value for all rows
    codec::SlashDates slash_dates = codec::SlashDates::refused;
    Date on {}; // devices that stand elsewhere were moved then
    ListOutput output = ListOutput::commands;
    RefusedRows refused = RefusedRows::stop;
};

// The words after `import`. The error says what is wrong.
[[nodiscard]] std::expected<ImportList, std::string> parse_import(
    std::span<std::string_view const> arguments, Date today);

struct ListDone
{
    std::string text;
    std::int64_t refused = 0;
};

// What stops: a row is refused and nobody said that it may be left out. Errors: those of read_csv, those of not_read,
// `csv_no_key`, `csv_no_column` and `csv_no_field` (`detail` is the name).
[[nodiscard]] Result<ListDone> import_list(
    ImportList const& import, engine::Ledger ledger, catalogue::Catalogue const& catalogue);

} // namespace keyrack::cli
