#include "portal/overview_model.hpp"

#include "portal/orders_model.hpp"
#include "portal/renewals_model.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr std::size_t most_rows = 6;  // of the timeline
constexpr std::size_t most_sites = 5; // the others are counted

// Rounded so that only all is "100 %" and only nothing "0 %".
std::string percent(Words const& words, std::int64_t part, std::int64_t whole)
{
    auto const exact = 100 * share(part, whole);
    auto number = static_cast<std::int64_t>(exact + 0.5);
    if (part < whole) number = std::min<std::int64_t>(number, 99);
    if (part > 0) number = std::max<std::int64_t>(number, 1);
    return words("overview.percent", { { "number", words.number(number) } });
}

struct Licences
{
    std::int64_t whole = 0, assigned = 0, free = 0; // of orders that are not over, begun or not
};

Licences licences_of(Scene const& scene)
{
    Licences sum;
    auto const statuses = scene.views.orders(scene.session, scene.day());
    for (std::uint32_t row = 0; row < statuses->size(); ++row) {
        auto const& order = scene.ledger().orders().rows()[row];
        auto const state = (*statuses)[row].state;
        bool const over = state == engine::OrderState::ended || state == engine::OrderState::cancelled;
        if (order.standing != engine::Standing::valid || over || order.purchased_on > scene.day()) continue;
        sum.whole += order.quantity;
        sum.assigned += (*statuses)[row].assigned;
        sum.free += (*statuses)[row].free;
    }
    return sum;
}

LeadingFigure covered_figure(Scene const& scene, Cover const& cover)
{
    auto const& words = scene.words;
    auto const open = cover.not_covered();
    return { .label = std::string { words("overview.covered") },
        .value = percent(words, cover.covered, cover.total),
        .second =
            words("overview.of", { { "part", words.number(cover.covered) }, { "whole", words.number(cover.total) } }),
        .link = open > 0 ? words.plural("overview.uncovered", open) : std::string { words("overview.all_covered") },
        .fragment = scene.link(
            RoomsRoute { .show = open > 0 ? std::set { RoomFilter::not_covered } : std::set<RoomFilter> {} }),
        .share = share(cover.covered, cover.total),
        .tone = Tone::covered };
}

LeadingFigure licences_figure(Scene const& scene)
{
    auto const& words = scene.words;
    auto const sum = licences_of(scene);
    return { .label = std::string { words("overview.licences") },
        .value = percent(words, sum.assigned, sum.whole),
        .second =
            words("overview.of", { { "part", words.number(sum.assigned) }, { "whole", words.number(sum.whole) } }),
        .link = words("overview.free", { { "count", words.number(sum.free) } }),
        .fragment = scene.link(OrdersRoute {}),
        .share = share(sum.assigned, sum.whole),
        .tone = Tone::neutral };
}

LeadingFigure ending_figure(Scene const& scene, Cover const& cover)
{
    auto const& words = scene.words;
    return { .label = words("overview.ending", { { "days", words.number(ending_within.count()) } }),
        .value = words.number(cover.ending),
        .second = cover.ending > 0 ? words.plural("overview.rooms", cover.ending)
                                   : std::string { words("overview.none_ending") },
        .link = std::string { words("overview.see_renewals") },
        .fragment = scene.link(RenewalsRoute {}),
        .share = share(cover.ending, cover.total),
        .tone = cover.ending > 0 ? Tone::ending : Tone::neutral };
}

LeadingFigure spares_figure(Scene const& scene)
{
    auto const& words = scene.words;
    auto const spares = scene.views.spares(scene.session, scene.day());
    auto const next = spares->licences + spares->to_earn_another();
    return { .label = std::string { words("overview.spares") },
        .value = words.number(spares->earned),
        .second = words("overview.next_at", { { "count", words.number(next) } }),
        .link = words.plural("overview.to_go", spares->to_earn_another()),
        .fragment = scene.link(OrdersRoute { .spares = SparesProof::open }),
        .share = spares->share_of_another(),
        .tone = Tone::planned };
}

// --- timeline --------------------------------------------------------------------------------------------------------

double place(Period axis, Date day)
{
    auto const whole = static_cast<double>((axis.to - axis.from).count());
    return std::clamp(static_cast<double>((day - axis.from).count()) / whole, 0.0, 1.0);
}

Tone tone_of(Scene const& scene, engine::OrderStatus const& status, Date end)
{
    if (status.state == engine::OrderState::not_started) return Tone::planned;
    return end - scene.day() <= ending_within ? Tone::ending : Tone::covered;
}

TimelineRow row_of(Scene const& scene, OrderId id, engine::OrderStatus const& status, Period axis)
{
    auto const& words = scene.words;
    auto const& order = scene.ledger().orders()[id];
    auto const end = end_of(order, status);
    auto const second =
        joined({ scene.catalogue()[order.programme].name, words.plural("orders.licences", order.quantity) });
    return { .title = order.key,
        .second = second,
        .says = words("overview.timeline.says",
            { { "order", order.key }, { "what", second }, { "start", start_text(scene, order, status) },
                { "end", end_text(scene, order, status) } }),
        .fragment = scene.link(OrdersRoute { .order = order.key }),
        .spans = {
            { .from = place(axis, status.term.from), .to = place(axis, end), .tone = tone_of(scene, status, end) } } };
}

Timeline timeline_of(Scene const& scene)
{
    Period const axis { scene.day(), plus_years(scene.day(), 1) };
    Timeline timeline;
    for (auto const& month : months_ahead(scene))
        if (month.first >= axis.from) timeline.axis.push_back({ place(axis, month.first), month.name });
    auto const statuses = scene.views.orders(scene.session, scene.day());
    std::vector<OrderId> shown;
    for (std::uint32_t row = 0; row < statuses->size(); ++row) {
        auto const id = OrderId::of_row(row);
        auto const& order = scene.ledger().orders()[id];
        auto const& status = (*statuses)[row];
        bool const meets = status.term.from < axis.to && end_of(order, status) > axis.from;
        bool const stands_now =
            order.standing == engine::Standing::valid && status.state != engine::OrderState::cancelled;
        if (stands_now && meets && order.purchased_on <= scene.day()) shown.push_back(id);
    }
    std::ranges::stable_sort(
        shown, {}, [&](OrderId id) { return end_of(scene.ledger().orders()[id], (*statuses)[id.row()]); });
    auto const count = std::min(shown.size(), most_rows);
    for (std::size_t at = 0; at < count; ++at)
        timeline.rows.push_back(row_of(scene, shown[at], (*statuses)[shown[at].row()], axis));
    if (shown.size() > count) {
        timeline.more = scene.words.plural("overview.more_orders", static_cast<std::int64_t>(shown.size() - count));
        timeline.more_fragment = scene.link(OrdersRoute {});
    }
    return timeline;
}

// --- sites -----------------------------------------------------------------------------------------------------------

void add_sites(Scene const& scene, OverviewModel& model)
{
    auto const& words = scene.words;
    auto const sites = scene.views.sites(scene.session, scene.day());
    auto const count = std::min(sites->size(), most_sites);
    for (std::size_t at = 0; at < count; ++at) {
        auto const& site = (*sites)[at];
        auto const name =
            site.site.exists() ? scene.ledger().sites()[site.site] : std::string { words("overview.no_site") };
        auto const part = words.number(site.covered + site.ending), whole = words.number(site.total());
        model.sites.push_back({ .name = name,
            .text = words("overview.of", { { "part", part }, { "whole", whole } }),
            .says = words("overview.site_says",
                { { "site", name }, { "part", part }, { "whole", whole }, { "ending", words.number(site.ending) } }),
            .covered = site.covered,
            .ending = site.ending,
            .open = site.open,
            .fragment = scene.link(RoomsRoute { .query = site.site.exists() ? name : std::string {} }) });
    }
    if (sites->size() > count)
        model.more_sites = words.plural("overview.more_sites", static_cast<std::int64_t>(sites->size() - count));
    model.rooms_fragment = scene.link(RoomsRoute {});
    model.assign_fragment = scene.link(AssignRoute {});
}

// --- greeting --------------------------------------------------------------------------------------------------------

std::string_view time_of_day(Scene const& scene)
{
    auto const local = scene.now + scene.utc_offset;
    auto const hour = std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<Days>(local)).count();
    return hour < 5 ? "evening" : hour < 11 ? "morning" : hour < 18 ? "day" : "evening";
}

// "Maren" of "Maren Kjær"; nothing where nobody said who acts here.
std::string first_name(Scene const& scene)
{
    auto const person = scene.ledger().person(scene.acting);
    if (scene.acting.empty() || !person.exists()) return {};
    auto const& name = scene.ledger().people()[person].name;
    return name.substr(0, name.find(' '));
}

std::string greeting_of(Scene const& scene)
{
    auto const name = first_name(scene);
    auto const key = "overview.good." + std::string { time_of_day(scene) };
    return name.empty() ? std::string { scene.words(key) } : scene.words(key + ".name", { { "name", name } });
}

} // namespace

OverviewModel overview_model(Scene const& scene)
{
    auto const& words = scene.words;
    auto const cover = scene.views.cover(scene.session, scene.day());
    OverviewModel model;
    model.greeting = greeting_of(scene);
    model.nothing_yet = cover->total == 0 && scene.ledger().orders().size() == 0;
    if (model.nothing_yet) {
        model.second = words("overview.nothing_yet");
        return model;
    }
    model.needs = needs_of(scene);
    auto const needs = std::ssize(model.needs);
    model.second = needs > 0 ? words.plural("overview.needs", needs) : std::string { words("overview.calm") };
    model.needs_count = words.number(needs);
    model.figures = { covered_figure(scene, *cover), licences_figure(scene), ending_figure(scene, *cover),
        spares_figure(scene) };
    model.timeline = timeline_of(scene);
    if (model.timeline.rows.empty())
        model.no_terms =
            words(scene.ledger().orders().size() == 0 ? "overview.nothing_bought" : "overview.nothing_runs");
    add_sites(scene, model);
    return model;
}

} // namespace keyrack::portal
