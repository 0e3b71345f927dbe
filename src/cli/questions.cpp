#include "cli/questions.hpp"

#include "codec/ticket_fields.hpp"
#include "codec/words.hpp"

#include <algorithm>
#include <array>
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

Read read_help(Given const& given)
{
    auto const state = codec::from_word<engine::RoomState>(given.words[1]);
    if (!state) return std::unexpected("no room state is called `" + given.words[1] + "`");
    return engine::HelpQuestion { given.words[0], *state };
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
    Kind { "ticket", 1, MayName::nothing_more, "TICKET", "its state, severity and clocks (DATE may be a MOMENT)",
        [](Given const& given) -> Read { return engine::TicketQuestion { given.words[0], {} }; } },
    Kind { "clocks", 0, MayName::nothing_more, "", "clocks that run, most urgent first (DATE may be a MOMENT)",
        [](Given const&) -> Read { return engine::ClocksQuestion {}; } },
    Kind { "help", 2, MayName::nothing_more, "ROOM STATE",
        "is help offered (online, needs_attention, offline), and what goes with the ticket", read_help },
    Kind { "replacement", 1, MayName::nothing_more, "SERIAL", "is the device replaced next day, or from onsite spares",
        [](Given const& given) -> Read { return engine::ReplacementQuestion { given.words[0] }; } },
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
    auto const& name = words.front();
    auto const* const kind = std::ranges::find(kinds, name, &Kind::name);
    if (kind == kinds.end()) return wrong("there is no question", name);
    auto const things = words.subspan(1);
    if (things.size() < kind->words) return wrong("something is missing after", name);
    if (things.size() > kind->words) return wrong("too much stands after", name);
    if (programme && kind->may_name == MayName::nothing_more)
        return wrong("--programme goes with coverage, not with", name);
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
