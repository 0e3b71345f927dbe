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

std::expected<void, std::string> read_as_of(std::string_view value, Split& into)
{
    if (auto const day = parse_date(value)) {
        into.days.push_back(*day);
    } else if (auto const moment = parse_instant(value)) {
        into.moment = moment;
        into.days.emplace_back(std::chrono::floor<Days>(*moment).time_since_epoch());
    } else {
        return wrong("no such day (YYYY-MM-DD) or moment (YYYY-MM-DDTHH:MMZ):", value);
    }
    return {};
}

std::expected<void, std::string> read_programme(std::string_view value, Split& into)
{
    into.programme = value;
    return {};
}

std::expected<void, std::string> read_known_at(std::string_view value, Split& into)
{
    into.known_at = parse_instant(value);
    if (!into.known_at) return wrong("no such moment (YYYY-MM-DDTHH:MM:SSZ):", value);
    return {};
}

struct Option
{
    std::string_view name;
    std::expected<void, std::string> (*read)(std::string_view value, Split& into);
};

constexpr Option options[] {
    { "--as-of", read_as_of },
    { "--programme", read_programme },
    { "--known-at", read_known_at },
};

std::expected<Split, std::string> split(std::span<std::string_view const> arguments)
{
    Split split;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        auto const argument = arguments[at];
        if (!argument.starts_with("--")) {
            split.words.emplace_back(argument);
            continue;
        }
        auto const* const option = std::ranges::find(options, argument, &Option::name);
        if (option == std::end(options)) return wrong("there is no option", argument);
        if (++at == arguments.size()) return wrong("a value is missing after", argument);
        if (auto done = option->read(arguments[at], split); !done) return std::unexpected(std::move(done.error()));
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

std::expected<Invocation, std::string> scale_of(Split split, Date today)
{
    if (split.words.size() > 2 || split.programme) return wrong("too much stands after", split.words[0]);
    return Scale { source_of(split), split.days.empty() ? std::vector { today } : split.days };
}

std::expected<Invocation, std::string> check_of(Split split, Date)
{
    if (split.words.size() > 2 || split.programme) return wrong("too much stands after", split.words[0]);
    if (split.known_at) return wrong("--known-at goes with ask, what-if and scale, not with", split.words[0]);
    if (!split.days.empty()) return wrong("--as-of goes with ask and scale, not with", split.words[0]);
    return Check { split.words[1] };
}

struct Command
{
    std::string_view word;
    std::expected<Invocation, std::string> (*read)(Split split, Date today);
};

// What asks something of a tenant: a file, and then options and words in any order.
constexpr Command commands[] {
    { "ask", ask_of },
    { "what-if", what_if_of },
    { "scale", scale_of },
    { "check", check_of },
};

std::expected<Invocation, std::string> tenant_command_of(Split split, Date today)
{
    auto const& words = split.words;
    if (split.moment && (words.empty() || words[0] != "ask")) return wrong("a moment goes with ask");
    if (words.empty()) return wrong("nothing is asked for");
    if (words[0] == "help") return Help {};
    auto const* const command = std::ranges::find(commands, words[0], &Command::word);
    if (command == std::end(commands)) return wrong("there is no command", words[0]);
    if (words.size() < 2) return wrong("the file is missing after", words[0]);
    return command->read(std::move(split), today);
}

bool asks_for_help(std::string_view argument)
{
    return argument == "--help" || argument == "-h";
}

} // namespace

std::expected<Invocation, std::string> parse_arguments(std::span<std::string_view const> arguments, Date today)
{
    if (std::ranges::any_of(arguments, asks_for_help)) return Help {};
    auto const first = arguments.empty() ? std::string_view {} : arguments.front();
    if (first == "ticket") return ticket_of(arguments);
    if (first == "import") return parse_import(arguments.subspan(1), today);
    if (is_of_journals(first)) return journals_of(arguments);
    return split(arguments).and_then([&](Split split_up) { return tenant_command_of(std::move(split_up), today); });
}

} // namespace keyrack::cli
