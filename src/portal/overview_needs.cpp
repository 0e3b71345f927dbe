// What needs somebody now: each a line that says what it is, then what to do, and leads there.
#include "portal/overview_model.hpp"

#include "engine/people.hpp"
#include "engine/ticket_words.hpp"
#include "portal/compliance_model.hpp"
#include "portal/moments.hpp"
#include "portal/orders_model.hpp"
#include "portal/renewals_model.hpp"
#include "portal/ticket_words.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

// An invitation that has so few days left asks to be sent again or reminded of.
constexpr std::int64_t few_days = 7;
constexpr std::ptrdiff_t most_of_a_kind = 3;
// A clock that is due within so long asks for attention.
constexpr std::chrono::minutes soon { 240 };

std::string licences_free(Scene const& scene)
{
    auto const free = free_licences(scene);
    return free > 0 ? scene.words.plural("overview.need.free", free)
                    : std::string { scene.words("overview.need.none_free") };
}

void add_uncovered(Scene const& scene, std::vector<ActionLine>& lines)
{
    auto const count = scene.views.cover(scene.session, scene.day())->not_covered();
    if (count == 0) return;
    lines.push_back({ .key = "uncovered",
        .subject = Subject::room,
        .tone = Tone::missing,
        .text = scene.words.plural("overview.need.uncovered", count),
        .second = licences_free(scene),
        .action = std::string { scene.words("overview.need.plan") },
        .fragment = scene.link(AssignRoute {}) });
}

void add_endings(Scene const& scene, std::vector<ActionLine>& lines)
{
    auto const& words = scene.words;
    auto const forecast = year_ahead(scene);
    std::ptrdiff_t told = 0;
    // Two that would read the same are told apart by whose they are.
    auto const reads_alike = [&](engine::Ending const& ending) {
        return std::ranges::count_if(forecast->endings, [&](engine::Ending const& other) {
            return other.on == ending.on && other.programme == ending.programme
                && other.rooms.size() == ending.rooms.size();
        }) > 1;
    };
    std::int64_t more_rooms = 0;
    for (auto const& ending : forecast->endings) {
        if (ending.on - scene.day() > ending_within) break;
        if (told++ >= most_of_a_kind) {
            more_rooms += std::ssize(ending.rooms);
            continue;
        }
        lines.push_back({ .key = "ending-" + name_of(scene, ending),
            .subject = Subject::ending,
            .tone = Tone::ending,
            .text = words.plural("overview.need.ending", std::ssize(ending.rooms),
                { { "programme", scene.catalogue()[ending.programme].name }, { "date", words.short_date(ending.on) } }),
            .second =
                joined({ reads_alike(ending) && ending.account.exists() ? scene.ledger().accounts()[ending.account].name
                                                                        : std::string {},
                    order_by_text(scene, ending) }),
            .action = std::string { words("overview.need.reorder") },
            .fragment = scene.link(RenewalsRoute { .open = name_of(scene, ending) }) });
    }
    if (more_rooms == 0) return;
    lines.push_back({ .key = "more-endings",
        .subject = Subject::ending,
        .tone = Tone::ending,
        .text = words.plural("overview.need.more_endings", more_rooms),
        .second = std::string { words("overview.need.more_endings_second") },
        .action = std::string { words("overview.need.open") },
        .fragment = scene.link(RenewalsRoute {}) });
}

std::string time_left(Words const& words, std::chrono::milliseconds span)
{
    auto const days = std::chrono::floor<std::chrono::days>(span).count();
    return days < 2 ? span_text(words, span) : words.plural("overview.days", days);
}

std::string clock_second(Scene const& scene, engine::RunningClock const& clock)
{
    auto const& words = scene.words;
    auto const measure = std::string { words("overview.measure." + std::string { engine::code(clock.measure) }) };
    auto const now = scene.moment();
    if (clock.in_time == engine::Holds::no) return words("overview.need.clock_late", { { "measure", measure } });
    // Past what is striven for, too: that is never late (D2).
    if (!clock.breach_at || *clock.breach_at <= now)
        return words("overview.need.clock_warned", { { "measure", measure } });
    return words(
        "overview.need.clock_due", { { "measure", measure }, { "span", time_left(words, *clock.breach_at - now) } });
}

void add_clocks(Scene const& scene, std::vector<ActionLine>& lines)
{
    auto const now = scene.moment();
    std::vector<TicketId> told;
    for (auto const& clock : *scene.views.clocks(scene.session, scene.day(), now)) {
        bool const late = clock.in_time == engine::Holds::no;
        bool const near =
            (clock.warn_at && *clock.warn_at <= now) || (clock.breach_at && *clock.breach_at - now <= soon);
        if ((!late && !near) || std::ranges::find(told, clock.ticket) != told.end()) continue;
        if (std::ssize(told) == most_of_a_kind) break;
        told.push_back(clock.ticket);
        auto const& ticket = scene.ledger().tickets()[clock.ticket];
        lines.push_back({ .key = "ticket-" + ticket.key,
            .subject = Subject::ticket,
            .tone = clock_tone(clock.standing, clock.running),
            .text = ticket_title(scene, ticket),
            .second = joined({ ticket.key, clock_second(scene, clock) }),
            .action = std::string { scene.words("overview.need.open") },
            .fragment = "/t/" + percent_encoded(scene.route.slug) + "/support/" + percent_encoded(ticket.key) });
    }
}

void add_breaches(Scene const& scene, std::vector<ActionLine>& lines)
{
    std::ptrdiff_t told = 0;
    for (auto const& breach : *scene.views.breaches(scene.session, scene.day())) {
        if (told++ == most_of_a_kind) break;
        lines.push_back({ .key = "breach-" + std::to_string(told),
            .subject = Subject::breach,
            .tone = Tone::missing,
            .text = breach_text(scene, breach),
            .second = std::string { scene.words("overview.need.breach_second") },
            .action = std::string { scene.words("overview.need.compare") },
            .fragment = scene.link(ComplianceRoute {}) });
    }
}

std::string left_text(Words const& words, std::int64_t days)
{
    if (days < 0) return std::string { words("overview.need.invitation_again") };
    if (days == 0) return std::string { words("overview.need.invitation_last") };
    return words.plural("overview.need.invitation_left", days);
}

void add_invitations(Scene const& scene, std::vector<ActionLine>& lines)
{
    auto const& words = scene.words;
    std::ptrdiff_t told = 0;
    for (auto const& invitation : scene.ledger().invitations().rows()) {
        if (invitation.state != engine::InvitationState::sent || scene.day() < invitation.sent_on) continue;
        auto const left = (engine::last_day_of(scene.catalogue(), invitation) - scene.day()).count();
        if (left > few_days || told++ == most_of_a_kind) continue;
        bool const over = left < 0;
        lines.push_back({ .key = "invitation-" + invitation.key,
            .subject = Subject::invitation,
            .tone = over ? Tone::missing : Tone::ending,
            .text = words(over ? "overview.need.invitation_over" : "overview.need.invitation",
                { { "name", invitation.name.empty() ? invitation.email : invitation.name } }),
            .second = left_text(words, left),
            .action = std::string { words("overview.need.resend") },
            .fragment = scene.link(PeopleRoute { .person = invitation.email }) });
    }
}

int urgency(ActionLine const& line)
{
    return line.subject == Subject::ticket ? 0 : line.tone == Tone::missing ? 1 : 2;
}

} // namespace

std::vector<ActionLine> needs_of(Scene const& scene)
{
    std::vector<ActionLine> lines;
    add_clocks(scene, lines);
    add_uncovered(scene, lines);
    add_breaches(scene, lines);
    add_endings(scene, lines);
    add_invitations(scene, lines);
    std::ranges::stable_sort(lines, {}, urgency);
    return lines;
}

} // namespace keyrack::portal
