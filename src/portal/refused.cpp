#include "portal/refused.hpp"

#include "engine/cover_gained.hpp"
#include "engine/people.hpp"
#include "engine/question.hpp"
#include "portal/assign_plan.hpp"
#include "portal/dialog.hpp"
#include "portal/journal_words.hpp"

#include <algorithm>
#include <variant>

namespace keyrack::portal {

namespace {

using Steps = std::span<engine::Command const>;

constexpr std::size_t most_told = 3; // of one way; the others are counted

// So many rooms or licences at once.
std::size_t pairs_in(engine::Command const& command)
{
    if (auto const* const given = std::get_if<engine::Assign>(&command)) return given->pairs.size();
    auto const* const taken = std::get_if<engine::WithdrawAssignments>(&command);
    return taken ? taken->assignments.size() : 1;
}

template <class... Kinds>
bool is_any_of(engine::Command const& command)
{
    return (std::holds_alternative<Kinds>(command) || ...);
}

// An order that is placed covers nothing until it is assigned.
bool changes_cover(engine::Command const& command)
{
    using namespace engine;
    return is_any_of<Assign, EndAssignment, WithdrawAssignments, CancelOrder, WithdrawCancellation>(command);
}

bool changes_people(engine::Command const& command)
{
    using namespace engine;
    return is_any_of<AcceptInvitation, DelegateAccess, RemovePerson, SetRole, EndAccess>(command);
}

// The ledger as it stood when the step was refused: after those before it.
engine::Ledger after(Scene const& scene, Steps before)
{
    auto ledger = scene.ledger();
    for (auto const& step : before)
        (void)engine::fold(ledger, scene.catalogue(), step, EntryId::none(), engine::Manner::live);
    return ledger;
}

std::optional<engine::TryAnswer> tried(Scene const& scene, Steps steps, std::size_t at)
{
    engine::TryQuestion const question { steps[at], scene.acting };
    auto answer = at == 0 ? engine::verdict(scene.ledger(), scene.catalogue(), question, scene.today)
                          : engine::verdict(after(scene, steps.first(at)), scene.catalogue(), question, scene.today);
    if (!answer) return {};
    auto* const found = std::get_if<engine::TryAnswer>(&*answer);
    return found ? std::optional { std::move(*found) } : std::nullopt;
}

// What makes way may be for somebody else to do. Who may do what follows from the people alone: nothing is tried where the
// steps leave them as they are.
bool may_give(Scene const& scene, std::vector<engine::Command> const& steps)
{
    if (scene.acting.empty()) return true;
    engine::Actor const actor { scene.acting, scene.today };
    auto const before_the_last = Steps { steps }.first(steps.size() - 1);
    if (std::ranges::none_of(before_the_last, changes_people))
        return std::ranges::all_of(
            steps, [&](auto const& step) { return !engine::objection_to(scene.ledger(), actor, step); });
    engine::Excerpt tried { scene.ledger(), steps, scene.today };
    return std::ranges::all_of(steps, [&](auto const& step) {
        return !engine::objection_to(tried.ledger(), actor, step) && tried.fold(scene.catalogue(), step).has_value();
    });
}

// The way in the place of the refused step, if what comes after it holds then.
std::optional<WayPast> way_past(Scene const& scene, Steps steps, std::size_t at, engine::Way const& way)
{
    WayPast past { .steps = { steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(at) },
        .first = at,
        .count = way.steps.size(),
        .preparing = way.preparing };
    past.steps.insert(past.steps.end(), way.steps.begin(), way.steps.end());
    past.steps.insert(past.steps.end(), steps.begin() + static_cast<std::ptrdiff_t>(at) + 1, steps.end());
    bool const was_tried = past.count == past.steps.size(); // by the search
    if (!was_tried || std::ranges::any_of(past.steps, changes_cover)) {
        auto const gained = engine::cover_gained(scene.ledger(), scene.catalogue(), past.steps, scene.today);
        if (!gained) return {};
        past.covered_before = *gained == 0 ? 0 : scene.views.cover(scene.session, scene.today)->covered;
        past.covered_after = past.covered_before + *gained;
    }
    past.may_give = may_give(scene, past.steps);
    return past;
}

// --- words -----------------------------------------------------------------------------------------------------------

// The first step is the row's text; then come the others, and what they change.
std::string second_of(Scene const& scene, WayPast const& way)
{
    auto const& words = scene.words;
    auto const told = way.told();
    std::vector<std::string> parts;
    for (std::size_t at = 1; at < std::min(told.size(), most_told); ++at)
        parts.push_back(words("refusal.then", { { "step", proposal_text(scene, told[at]) } }));
    if (told.size() > most_told)
        parts.push_back(words.plural("refusal.more_steps", std::ssize(told) - std::int64_t { most_told }));
    if (way.covered_before != way.covered_after)
        parts.push_back(words("refusal.covered",
            { { "before", words.number(way.covered_before) }, { "after", words.number(way.covered_after) } }));
    if (!way.may_give) parts.emplace_back(words("refusal.by_an_admin"));
    return joined(parts);
}

std::string_view action_of(WayPast const& way, bool fills)
{
    if (fills) return "refusal.fill";
    return way.preparing > 0 ? "refusal.first" : "refusal.instead";
}

CureModel way_model(Scene const& scene, WayPast const& way, std::size_t index, bool fills)
{
    return { .index = index,
        .text = proposal_text(scene, way.told().front()),
        .second = second_of(scene, way),
        .action = way.may_give ? std::string { scene.words(action_of(way, fills)) } : std::string {},
        .can_try = way.may_give && !fills && !scene.session.trial() && !scene.route.known_at,
        .run = "way:" + std::to_string(index) };
}

// --- what a dialog's fields say --------------------------------------------------------------------------------------

std::string text_of(engine::InSync in_sync)
{
    return in_sync == engine::InSync::yes ? "yes" : "";
}

struct Fill
{
    DialogState& dialog;

    void set(std::string_view field, std::string value) const
    {
        dialog.values[std::string { field }] = std::move(value);
    }

    void operator()(engine::PlaceOrder const& order) const
    {
        set("order", order.order);
        set("account", order.account);
        set("programme", order.programme);
        set("years", std::to_string(order.years));
        set("quantity", std::to_string(order.quantity));
        set("purchased_on", iso(order.purchased_on));
    }
    void operator()(engine::AddRoom const& room) const
    {
        set("name", room.name);
        set("site", room.site);
        set("country", room.country);
        set("account", room.account);
        set("in_sync", text_of(room.in_sync));
    }
    void operator()(engine::AddDevice const& device) const
    {
        set("serial", device.serial);
        set("model", device.model);
        set("purchased_on", iso(device.purchased_on));
    }
    void operator()(engine::DelegateAccess const& access) const
    {
        set("email", access.email);
        set("to", access.to == never ? std::string {} : iso(access.to));
    }
    void operator()(engine::BuyCoverage const& coverage) const
    {
        set("order", coverage.contract);
        if (coverage.lines.empty()) return;
        set("quantity", std::to_string(coverage.lines.front().quantity));
        set("years", std::to_string(coverage.years));
        set("tier", std::string { engine::code(coverage.tier) });
    }
    void operator()(engine::RenewContract const& renewed) const { set("order", renewed.renewal); }
    void operator()(engine::ReinstateContract const& again) const { set("order", again.reinstatement); }
    void operator()(engine::RecordSubscription const& subscription) const
    {
        set("account", subscription.account);
        set("service", subscription.service);
    }
    // Its fields say nothing else of it, or it has none.
    template <class Other>
    void operator()(Other const&) const
    { }
};

} // namespace

Refused refused(Scene const& scene, Steps steps, std::size_t at, Setback why)
{
    Refused result { .why = std::move(why) };
    bool const is_denied = std::holds_alternative<engine::Denial>(result.why);
    if (!is_denied || pairs_in(steps[at]) > most_pairs_with_ways) return result;
    auto const answer = tried(scene, steps, at);
    if (!answer || !answer->denial) return result;
    for (auto const& way : answer->ways)
        if (auto past = way_past(scene, steps, at, way)) result.ways.push_back(std::move(*past));
    if (answer->dead_end) result.dead_end = answer->dead_end->why;
    return result;
}

std::string refusal_text(Words const& words, Refused const& refused)
{
    if (auto const* const error = std::get_if<Error>(&refused.why)) return words.error(*error);
    auto text = words.denial(std::get<engine::Denial>(refused.why));
    if (!refused.dead_end) return text;
    return text + ' ' + std::string { words("refusal.no_way." + std::string { engine::code(*refused.dead_end) }) };
}

std::vector<CureModel> ways_shown(Scene const& scene, Refused const& refused, DialogState const& dialog)
{
    std::vector<CureModel> shown;
    for (std::size_t at = 0; at < refused.ways.size(); ++at) {
        auto const& way = refused.ways[at];
        shown.push_back(way_model(scene, way, at, filled(scene, dialog, way).has_value()));
    }
    // Beside what a dialog asks, none is the main thing to do.
    if (!shown.empty()) shown.front().main = dialog.kind == DialogKind::refused;
    return shown;
}

std::optional<DialogState> filled(Scene const& scene, DialogState const& dialog, WayPast const& way)
{
    if (way.preparing > 0 || way.count != 1) return {};
    auto other = dialog;
    std::visit(Fill { other }, static_cast<engine::CommandKinds const&>(way.told().front()));
    if (other.values == dialog.values) return {};
    other.errors.clear();
    other.refused.reset();
    auto const commands = commands_of(scene, other);
    return commands && *commands == way.steps ? std::optional { std::move(other) } : std::nullopt;
}

} // namespace keyrack::portal
