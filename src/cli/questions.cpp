#include "cli/questions.hpp"

#include "base/text.hpp"
#include "codec/command_json.hpp"
#include "codec/setup_answer_json.hpp"
#include "codec/ticket_fields.hpp"
#include "codec/words.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <string_view>

namespace keyrack::cli {

namespace {

using Read = std::expected<engine::Question, std::string>;

// What stands after the kind, and what came with --programme.
struct Given
{
    std::span<std::string const> words;
    std::string programme; // empty: none came
};

enum class MayName { nothing_more, a_programme };

struct Kind
{
    std::string_view name;
    std::size_t words; // after the kind
    MayName may_name;
    std::string_view usage; // what follows the name
    std::string_view meaning;
    Read (*read)(Given const&);
};

Read read_feature(Given const& given)
{
    auto const feature = codec::from_word<catalogue::Feature>(given.words[1]);
    if (!feature) return std::unexpected("there is no feature `" + given.words[1] + "`");
    return engine::FeatureQuestion { given.words[0], *feature };
}

Read read_plan(Given const& given)
{
    engine::PlanQuestion question { .by = {}, .programme = given.programme };
    for (auto const part : std::views::split(std::string_view { given.words.empty() ? "" : given.words[0] }, ',')) {
        std::string_view const word { part };
        auto const priority = std::ranges::find(engine::priorities, word, [](auto each) { return engine::code(each); });
        if (priority == engine::priorities.end() || std::ranges::find(question.by, *priority) != question.by.end())
            return std::unexpected("there is no priority `" + std::string { word } + "`, or it was named before");
        question.by.push_back(*priority);
    }
    return question;
}

Read read_forecast(Given const& given)
{
    auto const until = parse_date(given.words[0]);
    if (!until) return std::unexpected("no such day (YYYY-MM-DD): `" + given.words[0] + "`");
    return engine::ForecastQuestion { *until };
}

Read read_try(Given const& given)
{
    auto command = codec::command_from_json(given.words[0]);
    if (!command) return std::unexpected("there is no such command: " + command.error().where);
    return engine::TryQuestion { std::move(*command) };
}

Read read_try_as(Given const& given)
{
    auto read = read_try({ given.words.subspan(1), {} });
    if (read) std::get<engine::TryQuestion>(*read).by = given.words[0];
    return read;
}

Read read_help(Given const& given)
{
    auto const state = codec::from_word<engine::RoomState>(given.words[1]);
    if (!state) return std::unexpected("no room state is called `" + given.words[1] + "`");
    return engine::HelpQuestion { given.words[0], *state };
}

Read read_licence(Given const& given)
{
    auto licence = codec::parse_licence_key(given.words[0]);
    if (!licence) return std::unexpected("no licence is called `" + given.words[0] + "` (PO/NUMBER)");
    return engine::LicenceQuestion { std::move(*licence) };
}

Read read_sync_import(Given const& given)
{
    auto rooms = codec::sync_list_from_json(given.words[0]);
    if (!rooms) return std::unexpected("that is no list of rooms: " + rooms.error().where);
    return engine::SyncImportQuestion { std::move(*rooms) };
}

// A new question is a line here.
constexpr std::array kinds {
    Kind { "coverage", 1, MayName::a_programme, "ROOM [--programme KEY]",
        "is the room covered, by what, until when, and if not: what would cover it",
        [](Given const& given) -> Read { return engine::CoverageQuestion { given.words[0], given.programme }; } },
    Kind { "feature", 2, MayName::nothing_more, "ROOM FEATURE",
        "has the room the feature (insights, alerts, warranty_extension, ...)", read_feature },
    Kind { "warranty", 1, MayName::nothing_more, "SERIAL", "until when the device is under warranty",
        [](Given const& given) -> Read { return engine::WarrantyQuestion { given.words[0] }; } },
    Kind { "order", 1, MayName::nothing_more, "PO", "how the order stands: term, licences assigned and free",
        [](Given const& given) -> Read { return engine::OrderQuestion { given.words[0] }; } },
    Kind { "licence", 1, MayName::nothing_more, "PO/NUMBER", "is it free, and if not: where is it, or how did it end",
        read_licence },
    Kind { "spares", 0, MayName::nothing_more, "", "onsite spares earned and entitled",
        [](Given const&) -> Read { return engine::SparesQuestion {}; } },
    Kind { "service_order", 1, MayName::nothing_more, "PO",
        "how far it has come, its parties, what stands against it, its mails",
        [](Given const& given) -> Read { return engine::ServiceOrderQuestion { given.words[0] }; } },
    Kind { "invitation", 1, MayName::nothing_more, "LINK", "is it open, for whom, until when",
        [](Given const& given) -> Read { return engine::InvitationQuestion { given.words[0] }; } },
    Kind { "person", 1, MayName::nothing_more, "EMAIL", "what the person may do",
        [](Given const& given) -> Read { return engine::PersonQuestion { given.words[0] }; } },
    Kind { "org", 1, MayName::nothing_more, "ORG-ID",
        "All-in, tier and benefits of its product lines; what breaches, with remedies and cost",
        [](Given const& given) -> Read { return engine::OrgQuestion { given.words[0] }; } },
    Kind { "contract", 1, MayName::nothing_more, "PO", "how it stands: hours left, manager, renewal, reinstatement",
        [](Given const& given) -> Read { return engine::ContractQuestion { given.words[0] }; } },
    Kind { "version", 2, MayName::nothing_more, "LINE VERSION", "in which phase it is, and whether it is served",
        [](Given const& given) -> Read { return engine::VersionQuestion { given.words[0], given.words[1] }; } },
    Kind { "plan", 0, MayName::a_programme, "[--programme KEY]",
        "which free licence for which uncovered room; who goes without, and why", read_plan },
    Kind { "plan_by", 1, MayName::a_programme, "PRIORITY,...",
        "the same, by these first (room_days, important_rooms, warranty_days)", read_plan },
    Kind { "forecast", 1, MayName::nothing_more, "DATE", "what ends before that day, and what to order by when",
        read_forecast },
    Kind { "product", 1, MayName::nothing_more, "MODEL", "is the service provided for it",
        [](Given const& given) -> Read { return engine::ProductQuestion { given.words[0] }; } },
    Kind { "jumpstart", 1, MayName::nothing_more, "SERIAL", "has the device set-up support, and until when",
        [](Given const& given) -> Read { return engine::JumpstartQuestion { given.words[0] }; } },
    Kind { "country", 1, MayName::nothing_more, "COUNTRY", "on which terms each programme is provided there",
        [](Given const& given) -> Read { return engine::CountryQuestion { given.words[0] }; } },
    Kind { "spare_choice", 0, MayName::nothing_more, "", "which hardware makes a good onsite spare, by three criteria",
        [](Given const&) -> Read { return engine::SpareChoiceQuestion {}; } },
    Kind { "spare_match", 1, MayName::nothing_more, "MODEL", "could it be swapped for what is deployed",
        [](Given const& given) -> Read { return engine::SpareMatchQuestion { given.words[0] }; } },
    Kind { "try", 1, MayName::nothing_more, "COMMAND", "would the command (as JSON) be applied, and if not: what would",
        read_try },
    Kind { "try_as", 2, MayName::nothing_more, "EMAIL COMMAND", "the same, given by that person", read_try_as },
    Kind { "ticket", 1, MayName::nothing_more, "TICKET", "its state, severity and clocks (DATE may be a MOMENT)",
        [](Given const& given) -> Read { return engine::TicketQuestion { given.words[0], {} }; } },
    Kind { "account_class", 2, MayName::nothing_more, "ACCOUNT REGION",
        "Key Account or Large User Account, by its user licences",
        [](Given const& given) -> Read { return engine::AccountClassQuestion { given.words[0], given.words[1] }; } },
    Kind { "clocks", 0, MayName::nothing_more, "", "clocks that run, most urgent first (DATE may be a MOMENT)",
        [](Given const&) -> Read { return engine::ClocksQuestion {}; } },
    Kind { "help", 2, MayName::nothing_more, "ROOM STATE",
        "is help offered (online, needs_attention, offline), and what goes with the ticket", read_help },
    Kind { "help_now", 1, MayName::nothing_more, "ROOM", "the same, in the state that Sync reported last",
        [](Given const& given) -> Read { return engine::HelpQuestion { given.words[0], {} }; } },
    Kind { "replacement", 1, MayName::nothing_more, "SERIAL", "is the device replaced next day, or from onsite spares",
        [](Given const& given) -> Read { return engine::ReplacementQuestion { given.words[0] }; } },
    Kind { "guides", 0, MayName::nothing_more, "", "what the documents tell people to do, and where to read on",
        [](Given const&) -> Read { return engine::GuideQuestion {}; } },
    Kind { "guide", 1, MayName::nothing_more, "GUIDE", "one of them (first_steps, ...), and how far it is done",
        [](Given const& given) -> Read { return engine::GuideQuestion { given.words[0] }; } },
    Kind { "sync_import", 1, MayName::nothing_more, "ROOMS",
        "which commands bring the rooms in line with Sync's list (as JSON)", read_sync_import },
};

std::unexpected<std::string> wrong(std::string_view what, std::string_view given = {})
{
    std::string text { what };
    if (!given.empty()) text.append(" `").append(given).append("`");
    return std::unexpected(std::move(text));
}

} // namespace

Read read_question(std::span<std::string const> words, std::optional<std::string> const& programme)
{
    if (words.empty()) return wrong("the question is missing");
    if (!std::ranges::all_of(words, is_utf8)) return wrong("the question is not in UTF-8");
    auto const& name = words.front();
    auto const* const kind = std::ranges::find(kinds, name, &Kind::name);
    if (kind == kinds.end()) return wrong("there is no question", name);
    auto const things = words.subspan(1);
    if (things.size() < kind->words) return wrong("something is missing after", name);
    if (things.size() > kind->words) return wrong("too much stands after", name);
    if (programme && kind->may_name == MayName::nothing_more)
        return wrong("--programme goes with coverage and plans, not with", name);
    return kind->read({ things, programme.value_or("") });
}

std::expected<engine::Question, std::string> at_moment(engine::Question question, Instant moment)
{
    if (auto* ticket = std::get_if<engine::TicketQuestion>(&question))
        ticket->at = moment;
    else if (auto* clocks = std::get_if<engine::ClocksQuestion>(&question))
        clocks->at = moment;
    else
        return wrong("this question is about a day, not a moment");
    return question;
}

std::string question_usage()
{
    constexpr std::size_t column = 34; // where the meanings begin
    std::string text;
    for (auto const& kind : kinds) {
        std::string line = "  " + std::string { kind.name };
        if (!kind.usage.empty()) line.append(" ").append(kind.usage);
        line.resize(std::max(line.size() + 2, column + 2), ' ');
        text.append(line).append(kind.meaning).append("\n");
    }
    return text;
}

} // namespace keyrack::cli
