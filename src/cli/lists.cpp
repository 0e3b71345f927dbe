#include "cli/lists.hpp"

#include "cli/tenant_file.hpp"
#include "codec/list_json.hpp"

#include <algorithm>
#include <map>

namespace keyrack::cli {

namespace {

using Told = std::expected<void, std::string>;

std::unexpected<std::string> wrong(std::string_view what, std::string_view given)
{
    return std::unexpected(std::string { what } + " `" + std::string { given } + "`");
}

Told take_kind(ImportList& import, std::string_view word)
{
    if (word != "rooms" && word != "devices") return wrong("there is no list of", word);
    import.kind = word == "rooms" ? codec::ListKind::rooms : codec::ListKind::devices;
    return {};
}

Told take_pair(std::vector<std::pair<std::string, std::string>>& into, std::string_view word)
{
    auto const at = word.find('=');
    if (at == 0 || at == std::string_view::npos) return wrong("not of the form FIELD=…:", word);
    into.emplace_back(word.substr(0, at), word.substr(at + 1));
    return {};
}

Told take_dates(ImportList& import, std::string_view word)
{
    if (word != "day-first" && word != "month-first") return wrong("dates are day-first or month-first, not", word);
    import.slash_dates = word == "day-first" ? codec::SlashDates::day_first : codec::SlashDates::month_first;
    return {};
}

Told take_day(ImportList& import, std::string_view word)
{
    auto const day = parse_date(word);
    if (!day) return wrong("no such day (YYYY-MM-DD):", word);
    import.on = *day;
    return {};
}

// An option with the word after it.
Told take_option(ImportList& import, std::string_view option, std::string_view word)
{
    if (option == "--as") return take_kind(import, word);
    if (option == "--map") return take_pair(import.columns, word);
    if (option == "--set") return take_pair(import.values, word);
    if (option == "--dates") return take_dates(import, word);
    if (option == "--on") return take_day(import, word);
    return wrong("there is no option", option);
}

bool take_switch(ImportList& import, std::string_view option)
{
    if (option == "--dry-run")
        import.output = ListOutput::dry_run;
    else if (option == "--undo")
        import.output = ListOutput::undo;
    else if (option == "--leave-out")
        import.refused = RefusedRows::leave_out;
    else
        return false;
    return true;
}

Result<void> map_column(
    codec::CsvTable const& table, std::pair<std::string, std::string> const& given, codec::ListMapping& mapping)
{
    auto const& [field, name] = given;
    auto const column = std::ranges::find(table.header, name);
    if (column == table.header.end()) return failure("csv_no_column", {}, name);
    mapping.fields[field] = { static_cast<std::size_t>(column - table.header.begin()), {} };
    return {};
}

Result<void> check_field(codec::ListKind kind, std::string const& field)
{
    auto const fields = codec::fields_of(kind);
    if (std::ranges::find(fields, field) == fields.end()) return failure("csv_no_field", {}, field);
    return {};
}

Result<codec::ListMapping> mapping_of(ImportList const& import, codec::CsvTable const& table)
{
    auto mapping = codec::guessed_mapping(import.kind.value_or(codec::guessed_kind(table.header)), table.header);
    mapping.slash_dates = import.slash_dates;
    for (auto const& given : import.columns) {
        auto const done =
            check_field(mapping.kind, given.first).and_then([&] { return map_column(table, given, mapping); });
        if (!done) return std::unexpected(done.error());
    }
    for (auto const& [field, value] : import.values) {
        if (auto const done = check_field(mapping.kind, field); !done) return std::unexpected(done.error());
        mapping.fields[field] = { std::nullopt, value };
    }
    if (auto const done = codec::check(mapping); !done) return std::unexpected(done.error());
    return mapping;
}

Result<std::string> written(ImportList const& import, codec::CsvTable const& table, codec::ListMapping const& mapping,
    codec::ListPlan const& plan)
{
    if (import.output == ListOutput::dry_run) return codec::to_json(table, mapping, plan) + "\n";
    if (import.output == ListOutput::commands) return codec::tenant_file_of(plan.commands);
    auto const back = codec::taken_back(plan.commands);
    return back ? Result<std::string> { codec::tenant_file_of(*back) } : failure("csv_not_undone");
}

} // namespace

std::expected<ImportList, std::string> parse_import(std::span<std::string_view const> arguments, Date today)
{
    ImportList import;
    import.on = today;
    std::vector<std::string> files;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        auto const word = arguments[at];
        if (!word.starts_with("--")) {
            files.emplace_back(word);
        } else if (!take_switch(import, word)) {
            if (at + 1 == arguments.size()) return wrong("something is missing after", word);
            auto const taken = take_option(import, word, arguments[++at]);
            if (!taken) return std::unexpected(taken.error());
        }
    }
    if (files.size() != 2) return std::unexpected(std::string { "import takes FILE LIST" });
    import.tenant = std::move(files[0]);
    import.list = std::move(files[1]);
    return import;
}

Result<ListDone> import_list(ImportList const& import, engine::Ledger ledger, catalogue::Catalogue const& catalogue)
{
    auto const text = whole_file(import.list);
    if (!text) return std::unexpected(text.error());
    auto const table = codec::read_csv(*text);
    if (!table) return std::unexpected(table.error());
    auto const mapping = mapping_of(import, *table);
    if (!mapping) return std::unexpected(mapping.error());
    auto const plan = codec::planned(*table, *mapping, std::move(ledger), catalogue, import.on);
    auto const refused = plan.count(codec::RowFate::refused);
    if (refused > 0 && import.refused == RefusedRows::stop)
        return ListDone { codec::to_json(*table, *mapping, plan) + "\n", refused };
    return written(import, *table, *mapping, plan).transform([&](std::string done) {
        return ListDone { std::move(done), 0 };
    });
}

} // namespace keyrack::cli
