#include "portal/orders_model.hpp"

#include "portal/dialog.hpp"
#include "portal/proof_model.hpp"

#include <algorithm>
#include <numeric>

namespace keyrack::portal {

namespace {

bool is_over(engine::OrderStatus const& status)
{
    return status.state == engine::OrderState::ended || status.state == engine::OrderState::cancelled;
}

OrderLine order_line(Scene const& scene, OrderId id, engine::OrderStatus const& status, OrderId open)
{
    auto const& words = scene.words;
    auto const& order = scene.ledger().orders()[id];
    auto const used = words(
        "orders.used", { { "assigned", words.number(status.assigned) }, { "quantity", words.number(order.quantity) } });
    return { .id = id,
        .order = order.key,
        .programme = programme_text(scene, order),
        .account = order.account.exists() ? scene.ledger().accounts()[order.account].name
                                          : std::string { words("orders.parties_unknown") },
        .licences = used,
        .used_share = static_cast<double>(status.assigned) / std::max(order.quantity, 1),
        .free = words.number(status.free),
        .start = start_text(scene, order, status),
        .end = end_text(scene, order, status),
        .state = order_chip(scene, order, status),
        .second = joined({ programme_text(scene, order), used }),
        .selected = id == open };
}

// What is over comes last in the usual order: it asks for nothing any more.
std::int64_t end_key(engine::Order const& order, engine::OrderStatus const& status)
{
    constexpr std::int64_t over = std::int64_t { 1 } << 32;
    auto const day = days_since_epoch(end_of(order, status));
    return is_over(status) ? over - day : day;
}

std::int64_t state_key(engine::Order const& order, engine::OrderStatus const& status)
{
    return (std::int64_t { 1 } << 40) * (3 - static_cast<std::int64_t>(status.state)) + end_key(order, status);
}

std::int64_t key_of(engine::Order const& order, engine::OrderStatus const& status, OrderColumn column)
{
    switch (column) {
    case OrderColumn::order: return 0;
    case OrderColumn::programme: return std::int64_t { order.programme.row() } * 1'000 + order.years;
    case OrderColumn::licences: return status.assigned;
    case OrderColumn::free: return status.free;
    case OrderColumn::start: return days_since_epoch(status.term.from);
    case OrderColumn::end: return end_key(order, status);
    case OrderColumn::state: return state_key(order, status);
    }
    return 0;
}

std::vector<OrderId> sorted_orders(Scene const& scene, OrderStatuses const& statuses, OrdersRoute const& route)
{
    struct Keyed
    {
        std::int64_t key = 0;
        std::string name;
        OrderId id;
    };
    std::vector<Keyed> keyed;
    for (std::uint32_t row = 0; row < statuses.size(); ++row) {
        auto const id = OrderId::of_row(row);
        auto const& order = scene.ledger().orders()[id];
        if (order.standing == engine::Standing::valid)
            keyed.push_back({ key_of(order, statuses[row], route.sort), sort_key(order.key), id });
    }
    bool const down = route.direction == Direction::descending;
    bool const by_name = route.sort == OrderColumn::order;
    std::ranges::sort(keyed, [&](Keyed const& a, Keyed const& b) {
        if (a.key != b.key) return down ? a.key > b.key : a.key < b.key;
        return down && by_name ? a.name > b.name : a.name < b.name;
    });
    std::vector<OrderId> ids;
    for (auto const& each : keyed) ids.push_back(each.id);
    return ids;
}

struct Totals
{
    std::int64_t orders = 0;                           // all that stand
    std::int64_t in_force = 0, assigned = 0, free = 0; // of orders that are not over
    std::int64_t not_begun = 0;                        // free ones whose term is still to begin
    std::int64_t ending_orders = 0, ending_licences = 0;
};

Totals totals_of(Scene const& scene, OrderStatuses const& statuses)
{
    Totals totals;
    for (std::uint32_t row = 0; row < statuses.size(); ++row) {
        auto const& order = scene.ledger().orders().rows()[row];
        auto const& status = statuses[row];
        if (order.standing != engine::Standing::valid) continue;
        totals.orders += 1;
        if (is_over(status) || order.purchased_on > scene.day()) continue;
        totals.in_force += order.quantity;
        totals.assigned += status.assigned;
        totals.free += status.free;
        bool const begun = status.state != engine::OrderState::not_started;
        bool const ending = begun && end_of(order, status) - scene.day() <= ending_within;
        totals.not_begun += begun ? 0 : status.free;
        totals.ending_orders += ending ? 1 : 0;
        totals.ending_licences += ending ? order.quantity : 0;
    }
    return totals;
}

Figure licences_figure(Words const& words, Totals const& totals)
{
    auto const free = totals.not_begun > 0 ? "orders.figure.free_not_begun" : "orders.figure.free";
    return { .label = std::string { words("orders.figure.in_force") },
        .value = words.number(totals.in_force),
        .second = joined({ words("orders.figure.assigned", { { "count", words.number(totals.assigned) } }),
            words(free, { { "count", words.number(totals.free) }, { "waiting", words.number(totals.not_begun) } }) }),
        .share = share(totals.assigned, totals.in_force),
        .tone = Tone::neutral };
}

Figure spares_figure(Scene const& scene, engine::Spares const& spares)
{
    auto const& words = scene.words;
    auto const next = words.plural("orders.figure.to_next_spare", spares.to_earn_another());
    auto const above =
        spares.above_entitlement > 0 ? words.plural("orders.figure.above", spares.above_entitlement) : std::string {};
    return { .label = std::string { words("orders.figure.spares") },
        .value = words.number(spares.earned),
        .second = joined({ above, next }),
        .share = spares.share_of_another(),
        .tone = spares.above_entitlement > 0 ? Tone::ending : Tone::planned,
        .why = words.plural("orders.why_spares", spares.earned) };
}

Figure ending_figure(Words const& words, Totals const& totals)
{
    auto const second = totals.ending_orders == 0
        ? std::string { words("orders.figure.none_ending") }
        : words.plural("orders.figure.ending_in", totals.ending_orders,
              { { "licences", words.plural("orders.licences", totals.ending_licences) } });
    return { .label = words("orders.figure.ending", { { "days", words.number(ending_within.count()) } }),
        .value = words.number(totals.ending_licences),
        .second = second,
        .share = share(totals.ending_licences, totals.in_force),
        .tone = totals.ending_licences > 0 ? Tone::ending : Tone::neutral };
}

} // namespace

ProofModel spares_proof(Scene const& scene, engine::Spares const& spares)
{
    engine::Proof const proof[] { engine::proof_of_spares(scene.ledger(), scene.catalogue(), scene.day()) };
    return { .question = std::string { scene.words("proof.how_many_spares") },
        .verdict = scene.words.plural("spares.earned", spares.earned),
        .because = scene.words.plural("spares.from_licences", spares.licences),
        .answer = Mark::information,
        .answer_text = scene.words.number(spares.earned),
        .steps = proof_steps(scene, proof),
        .cures = {},
        .sources = proof_sources(scene, proof) };
}

std::vector<std::int64_t> free_by_order(Scene const& scene)
{
    auto const statuses = scene.views.orders(scene.session, scene.day());
    std::vector<std::int64_t> free(statuses->size());
    for (std::uint32_t row = 0; row < statuses->size(); ++row) {
        auto const& order = scene.ledger().orders().rows()[row];
        auto const state = (*statuses)[row].state;
        bool const in_force = state == engine::OrderState::running || state == engine::OrderState::not_started;
        if (order.standing == engine::Standing::valid && in_force) free[row] = (*statuses)[row].free;
    }
    return free;
}

std::int64_t free_licences(Scene const& scene)
{
    auto const free = free_by_order(scene);
    return std::accumulate(free.begin(), free.end(), std::int64_t { 0 });
}

bool stands(engine::Ledger const& ledger, OrderId order)
{
    return order.exists() && ledger.orders()[order].standing == engine::Standing::valid;
}

OrderId open_order(Scene const& scene, OrdersRoute const& route)
{
    auto const order = scene.ledger().order(route.order);
    return stands(scene.ledger(), order) ? order : OrderId::none();
}

std::string programme_text(Scene const& scene, engine::Order const& order)
{
    return scene.words.plural(
        "orders.programme_years", order.years, { { "programme", scene.catalogue()[order.programme].name } });
}

Date end_of(engine::Order const& order, engine::OrderStatus const& status)
{
    return std::min(status.term.to, order.cancelled_on.value_or(never));
}

bool is_term_open(engine::OrderStatus const& status)
{
    return status.state == engine::OrderState::not_started && status.first_assigned == never;
}

std::string term_day_text(Scene const& scene, engine::OrderStatus const& status, Date day)
{
    auto date = scene.words.short_date(day);
    return is_term_open(status) ? scene.words("orders.at_the_latest", { { "date", date } }) : date;
}

std::string start_text(Scene const& scene, engine::Order const& order, engine::OrderStatus const& status)
{
    bool const cancelled_before = order.cancelled_on && status.term.from >= *order.cancelled_on;
    if (cancelled_before) return std::string { scene.words("orders.never_started") };
    return term_day_text(scene, status, status.term.from);
}

std::string end_text(Scene const& scene, engine::Order const& order, engine::OrderStatus const& status)
{
    auto const end = end_of(order, status);
    return end == status.term.to ? term_day_text(scene, status, end) : scene.words.short_date(end);
}

Chip order_chip(Scene const& scene, engine::Order const& order, engine::OrderStatus const& status)
{
    auto const& words = scene.words;
    switch (status.state) {
    case engine::OrderState::cancelled: return { Tone::neutral, std::string { words("orders.cancelled") } };
    case engine::OrderState::ended: return { Tone::neutral, std::string { words("orders.ended") } };
    case engine::OrderState::not_started: return { Tone::planned, std::string { words("orders.not_started") } };
    case engine::OrderState::running: break;
    }
    auto const days = (end_of(order, status) - scene.day()).count();
    if (days <= ending_within.count()) return { Tone::ending, words.plural("cover.ending", days) };
    return { Tone::covered, std::string { words("orders.running") } };
}

OrdersModel orders_model(Scene const& scene, OrdersRoute const& route)
{
    auto const statuses = scene.views.orders(scene.session, scene.day());
    auto const spares = scene.views.spares(scene.session, scene.day());
    auto const totals = totals_of(scene, *statuses);
    auto const open = open_order(scene, route);

    OrdersModel model;
    if (totals.orders > 0) {
        model.second = scene.words.plural("orders.count", totals.orders);
        model.figures = { licences_figure(scene.words, totals), spares_figure(scene, *spares),
            ending_figure(scene.words, totals) };
    }
    model.can_buy_service = !scopes_with_licences(scene).empty();
    if (route.spares == SparesProof::open) model.spares = spares_proof(scene, *spares);
    model.sort = route.sort;
    model.direction = route.direction;
    for (auto const id : sorted_orders(scene, *statuses, route))
        model.lines.push_back(order_line(scene, id, (*statuses)[id.row()], open));
    if (open.exists()) model.detail = order_detail(scene, open, (*statuses)[open.row()]);
    return model;
}

} // namespace keyrack::portal
