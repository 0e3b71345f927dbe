#include "cli/arguments.hpp"

#include "cli/questions.hpp"
#include "codec/csv_export.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace keyrack::cli {

namespace {

// Words by place, options by name; an option takes the argument after it.
struct Split
{
    std::vector<std::string> words;
    std::vector<Date> days;
    std::optional<Instant> moment; // one of the days was one
    std::optional<std::string> programme;
    std::optional<Instant> known_at;
};

Source source_of(Split const& split)
{
    return { split.words[1], split.known_at };
}

std::unexpected<std::string> wrong(std::string_view what, std::string_view given = {})
{
    std::string text { what };
    if (!given.empty()) {
        text.append(" `").append(given).append("`");
    }
    return std::unexpected(std::move(text));
}

std::expected<Split, std::string> split(std::span<std::string_view const> arguments)
{
    Split split;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        auto const argument = arguments[at];
        bool const is_option = argument.starts_with("--");
        if (!is_option) {
            split.words.emplace_back(argument);
            continue;
        }
        if (argument != "--as-of" && argument != "--programme" && argument != "--known-at") {
            return wrong("there is no option", argument);
        }
        if (++at == arguments.size()) {
            return wrong("a value is missing after", argument);
        }
        if (argument == "--programme") {
            split.programme = arguments[at];
        } else if (argument == "--known-at") {
            split.known_at = parse_instant(arguments[at]);
            if (!split.known_at) {
                return wrong("no such moment (YYYY-MM-DDTHH:MM:SSZ):", arguments[at]);
            }
        } else if (auto const day = parse_date(arguments[at])) {
            split.days.push_back(*day);
        } else if (auto const moment = parse_instant(arguments[at])) {
            split.moment = moment;
            split.days.emplace_back(std::chrono::floor<Days>(*moment).time_since_epoch());
        } else {
            return wrong("no such day (YYYY-MM-DD) or moment (YYYY-MM-DDTHH:MMZ):", arguments[at]);
        }
    }
    return split;
}

std::expected<Invocation, std::string> ask_of(Split split, Date today)
{
    if (split.days.size() > 1) {
        return wrong("one --as-of is enough");
    }
    auto question = read_question(std::span { split.words }.subspan(2), split.programme);
    if (question && split.moment) {
        question = at_moment(std::move(*question), *split.moment);
    }
    if (!question) {
        return std::unexpected(std::move(question.error()));
    }
    return Ask { source_of(split), split.days.empty() ? today : split.days.front(), std::move(*question) };
}

std::expected<Invocation, std::string> what_if_of(Split split, Date today)
{
    if (split.days.size() > 1) {
        return wrong("one --as-of is enough");
    }
    if (split.words.size() != 3 || split.programme) {
        return wrong("what-if takes FILE [--as-of DATE] COMMANDS");
    }
    return WhatIf { source_of(split), split.words[2], split.days.empty() ? today : split.days.front() };
}

// A ticket's clocks run to the millisecond, so its question names a moment and not a day.
std::expected<Invocation, std::string> ticket_of(std::span<std::string_view const> arguments)
{
    if (arguments.size() != 4 || arguments[2] != "--as-of") {
        return wrong("ticket takes FILE --as-of MOMENT");
    }
    auto const moment = parse_instant(arguments[3]);
    if (!moment) {
        return wrong("no such moment (YYYY-MM-DDTHH:MM:SSZ):", arguments[3]);
    }
    return AskTicket { std::string { arguments[1] }, *moment };
}

bool is_of_journals(std::string_view word)
{
    return word == "export" || word == "merge" || word == "verify" || word == "sync";
}

std::expected<Invocation, std::string> sync_of(std::span<std::string_view const> arguments)
{
    Sync sync;
    std::vector<std::string> places;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--tenant" && i + 1 < arguments.size())
            sync.tenant = arguments[++i];
        else if (arguments[i].starts_with("--"))
            return wrong("there is no option", arguments[i]);
        else
            places.emplace_back(arguments[i]);
    }
    if (places.size() != 2) return std::unexpected("sync needs a database or a folder, and where to exchange");
    sync.what = std::move(places[0]);
    sync.address = std::move(places[1]);
    return sync;
}

std::expected<Invocation, std::string> journals_of(std::span<std::string_view const> arguments)
{
    if (arguments.size() == 3 && arguments[0] == "export" && arguments[1] == "--readable")
        return ExportReadable { std::string { arguments[2] } };
    if (arguments.size() == 4 && arguments[0] == "export" && arguments[1] == "--csv") {
        if (std::ranges::find(codec::csv_tables, arguments[2]) == codec::csv_tables.end())
            return wrong("there is no table", arguments[2]);
        return ExportCsv { std::string { arguments[2] }, std::string { arguments[3] } };
    }
    if (arguments[0] == "sync") return sync_of(arguments.subspan(1));
    std::vector<std::string> const files { arguments.begin() + 1, arguments.end() };
    if (files.empty()) return wrong("the file is missing after", arguments[0]);
    for (auto const& file : files)
        if (file.starts_with("--")) return wrong("there is no option", file);
    if (arguments[0] == "merge") return Merge { files };
    if (files.size() > 1) return wrong("too much stands after", arguments[0]);
    if (arguments[0] == "export") return Export { files[0] };
    return Verify { files[0] };
}

} // namespace

std::expected<Invocation, std::string> parse_arguments(std::span<std::string_view const> arguments, Date today)
{
    for (auto const argument : arguments) {
        if (argument == "--help" || argument == "-h") {
            return Help {};
        }
    }
    if (!arguments.empty() && arguments.front() == "ticket") {
        return ticket_of(arguments);
    }
    if (!arguments.empty() && arguments.front() == "import") {
        return parse_import(arguments.subspan(1), today);
    }
    if (!arguments.empty() && is_of_journals(arguments.front())) {
        return journals_of(arguments);
    }
    auto split_up = split(arguments);
    if (!split_up) {
        return std::unexpected(std::move(split_up.error()));
    }
    auto const& words = split_up->words;
    if (split_up->moment && (words.empty() || words[0] != "ask")) {
        return wrong("a moment goes with ask");
    }
    if (words.empty()) {
        return wrong("nothing is asked for");
    }
    if (words[0] == "help") {
        return Help {};
    }
    if (words[0] != "ask" && words[0] != "what-if" && words[0] != "scale" && words[0] != "check") {
        return wrong("there is no command", words[0]);
    }
    if (words.size() < 2) {
        return wrong("the file is missing after", words[0]);
    }
    if (words[0] == "ask") {
        return ask_of(std::move(*split_up), today);
    }
    if (words[0] == "what-if") {
        return what_if_of(std::move(*split_up), today);
    }
    if (words.size() > 2 || split_up->programme) {
        return wrong("too much stands after", words[0]);
    }
    if (words[0] == "scale") {
        return Scale { source_of(*split_up), split_up->days.empty() ? std::vector { today } : split_up->days };
    }
    if (split_up->known_at) {
        return wrong("--known-at goes with ask, what-if and scale, not with", words[0]);
    }
    if (!split_up->days.empty()) {
        return wrong("--as-of goes with ask and scale, not with", words[0]);
    }
    return Check { words[1] };
}

std::string usage()
{
    return std::string { R"(usage: keyrack ask FILE [--as-of DATE] [--known-at MOMENT] QUESTION
       keyrack what-if FILE [--as-of DATE] [--known-at MOMENT] COMMANDS
       keyrack ticket FILE --as-of MOMENT
       keyrack scale FILE [--as-of DATE]... [--known-at MOMENT]
       keyrack check FILE
       keyrack export DATABASE
       keyrack export --readable FILE
       keyrack export --csv TABLE FILE
       keyrack import FILE LIST [--as rooms|devices] [--map FIELD=COLUMN]... [--set FIELD=VALUE]...
               [--dates day-first|month-first] [--on DATE] [--leave-out] [--dry-run | --undo]
       keyrack merge BUNDLE...
       keyrack verify BUNDLE|DATABASE
       keyrack sync DATABASE|FOLDER PLACE [--tenant NAME]

FILE is a tenant file in JSON (assets/schema/tenant.schema.json), - for standard input, or a database that the portal exported;
it is read and not written. DATE is a day as YYYY-MM-DD; without one, today: what was true then. MOMENT is one in UTC as
YYYY-MM-DDTHH:MM:SSZ: what was known then, by the database's journal up to it; a tenant file has none.

ask prints one answer as JSON, with its proof and, for a no, its cures. QUESTION is one of
)" } + question_usage()
        + R"(what-if tries the commands in the file COMMANDS, a list in JSON (assets/schema/command.schema.json), and prints what they
would change on that day: rooms, orders, warranties, spares, compliance, fees (assets/schema/difference.schema.json).
ticket prints a support ticket's clocks, and for large user accounts its class, severity and ways in, as JSON. FILE is a
ticket file (assets/schema/ticket.schema.json), MOMENT a moment in UTC as YYYY-MM-DDTHH:MM:SSZ. From the answer alone the
clocks can be counted again (assets/schema/ticket_answer.schema.json).
scale prints one line of checksums for each DATE.
check reads the file as an import would and prints the report as JSON: rows, what is flagged, what is refused.
export prints the journal of a database, as the portal downloads it, as a bundle (docs/exchange.md). The database stays as it is.
export --readable prints FILE as a tenant file: what stands, without the history that led there. Imported into an empty tenant
it is the same again, to the letter.
export --csv prints a table (orders, rooms, devices, assignments, licences, people, tickets) for a spreadsheet; what could be
a formula there begins with a quotation mark, which an import takes away.
import reads LIST, rooms or devices in CSV as a console exports them, and prints a tenant file with the commands that bring FILE
to it: to be imported as one. Which column is which field is guessed from its name; --map says it, --set gives one value for all
rows. --dry-run prints as JSON what each row would do (assets/schema/list_report.schema.json), --undo a tenant file that takes
it all back. A row that is refused stops it, unless refused ones are to be left out. Fields: id, name, site, country, sync of rooms;
serial, model, room, purchased_on, in_room_since of devices. Devices that stand elsewhere were moved on DATE.
merge prints one bundle that has all of those given: in any order the same, to the letter.
verify reads every segment, folds every entry anew and prints as JSON what holds; of a database also whether its tables are
what its journal leads to.
sync exchanges a database (NAME.db), or a folder with segments, with PLACE until nothing is left to do: another folder, or a
server that takes GET and PUT (http://…, https://…). Nobody else may have the database open. A database that is not there yet
is made from what PLACE has of the tenant NAME. Prints as JSON where what is.

The import's flags are summed up on standard error. Exit status: 0 done, 1 the input is no good, 2 wrong usage.
)";
}

} // namespace keyrack::cli
