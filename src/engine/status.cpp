// How an order and a licence stand on a day (R35, D18).

#include "engine/assigning.hpp"
#include "engine/coverage_rules.hpp"
#include "engine/device_licences.hpp"
#include "engine/verdict.hpp"
#include "engine/warranty_rules.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

OrderState state_of(Order const& order, Period term, Date as_of)
{
    if (order.cancelled_on && *order.cancelled_on <= as_of) return OrderState::cancelled;
    if (term.to <= as_of) return OrderState::ended;
    return term.from <= as_of ? OrderState::running : OrderState::not_started;
}

// R42, D5: until the last day of the window, and only once.
template <Witness W>
std::optional<Date> last_day_to_cancel(
    Ledger const& ledger, Catalogue const& catalogue, OrderId id, Date as_of, W& witness)
{
    Order const& order = ledger.orders()[id];
    auto const& window = catalogue[order.programme].cancel_within_days_on(order.purchased_on);
    std::optional<Date> last_day;
    if (window) last_day = plus_days(order.purchased_on, window->value);
    bool const holds = last_day && as_of <= *last_day && !order.cancelled_on;
    bool const can = witness.demand(Rule::order_can_be_cancelled, holds, [&](auto& proof) {
        proof.add(naming(ledger, id));
        proof.fact("purchased", order.purchased_on, id, order.entry);
        proof.fact("day", as_of);
        if (order.cancelled_on) proof.fact("cancelled_on", *order.cancelled_on, id, last_entry(order));
        if (!window) return;
        proof.fact("last_day", *last_day, id);
        proof.parameter("cancel_within_days", window->value, window->origin);
    });
    return can ? last_day : std::nullopt;
}

std::int64_t serving(Ledger const& ledger, OrderId order, OrderOnDay const& on_day, Date as_of)
{
    NoWitness nobody;
    std::int64_t count = on_day.in_force ? on_devices(ledger, order, as_of) : 0;
    for (AssignmentId const id : ledger.walk(order)) count += serves(ledger, id, on_day, as_of, nobody) ? 1 : 0;
    return count;
}

// The licence's valid assignment on the day, or else the next one after it.
AssignmentId current_or_next(Ledger const& ledger, LicenceRef licence, Date as_of)
{
    auto next = AssignmentId::none();
    for (AssignmentId const id : ledger.walk(licence)) {
        Assignment const& row = ledger.assignments()[id];
        if (row.standing == Standing::withdrawn || row.days.to <= as_of) continue;
        if (!next.exists() || row.days.from < ledger.assignments()[next].days.from) next = id;
    }
    return next;
}

// D18: a licence is free where it serves no room, today or later. `holder`: its assignment, or none().
template <Witness W>
bool licence_is_free(Ledger const& ledger, LicenceRef licence, AssignmentId holder, Date as_of, W& witness)
{
    return witness.demand(Rule::licence_is_free, !holder.exists(), [&](auto& proof) {
        proof.add(naming(ledger, licence));
        proof.fact("day", as_of);
        if (!holder.exists()) return;
        Assignment const& row = ledger.assignments()[holder];
        proof.add(naming(ledger, row.room));
        proof.fact("from", row.days.from, licence, row.entry);
    });
}

LicenceState state_of(OrderState order, Period days, Date as_of)
{
    if (order == OrderState::cancelled) return LicenceState::cancelled;
    if (order == OrderState::ended) return LicenceState::expired;
    return days.contains(as_of) ? LicenceState::assigned : LicenceState::planned;
}

// A licence that is on a device stays there (D25).
LicenceStatus on_a_device(Ledger const& ledger, Catalogue const& catalogue, DeviceLicenceId id, Date as_of)
{
    DeviceLicence const& row = ledger.device_licences()[id];
    ProofWitness witness;
    (void)device_extension(ledger, catalogue, id, as_of, witness);
    auto const term = term_of(ledger, catalogue, row.order);
    LicenceStatus status;
    status.state = state_of(state_of(ledger.orders()[row.order], term, as_of), { row.on, never }, as_of);
    status.proof = witness.take();
    return status;
}

} // namespace

OrderStatus status_of(Ledger const& ledger, Catalogue const& catalogue, OrderId id, Date as_of)
{
    ProofWitness witness;
    auto const on_day = order_on(ledger, catalogue, id, as_of, witness);
    OrderStatus status;
    status.state = state_of(ledger.orders()[id], on_day.term, as_of);
    status.term = on_day.term;
    status.first_assigned = ledger.first_assigned_on(id);
    status.assigned = serving(ledger, id, on_day, as_of);
    status.free = free_count(ledger, catalogue, id, as_of);
    status.cancellable_until = last_day_to_cancel(ledger, catalogue, id, as_of, witness);
    status.proof = witness.take();
    return status;
}

LicenceStatus status_of(Ledger const& ledger, Catalogue const& catalogue, LicenceRef licence, Date as_of)
{
    if (auto const on_device = device_licence_of(ledger, licence); on_device.exists())
        return on_a_device(ledger, catalogue, on_device, as_of);
    ProofWitness witness;
    auto const holder = current_or_next(ledger, licence, as_of);
    bool const free = licence_is_free(ledger, licence, holder, as_of, witness);
    auto const term = order_on(ledger, catalogue, licence.order, as_of, witness).term;
    auto const order = state_of(ledger.orders()[licence.order], term, as_of);
    bool const over = order == OrderState::cancelled || order == OrderState::ended;
    LicenceStatus status;
    status.proof = witness.take();
    status.state = LicenceState::unassigned;
    if (!over && free) return status;
    status.state = state_of(order, over ? Period {} : ledger.assignments()[holder].days, as_of);
    status.assignment = over ? AssignmentId::none() : holder;
    return status;
}

std::vector<std::int32_t> free_licences(
    Ledger const& ledger, Catalogue const& catalogue, OrderId order, Date from, std::size_t count)
{
    std::vector<std::int32_t> free;
    if (!can_assign_from(ledger, catalogue, order, from)) return free;
    auto const taken = taken_from(ledger, order, from);
    auto next_taken = taken.begin();
    for (std::int32_t number = 1; number <= ledger.orders()[order].quantity && free.size() < count; ++number) {
        if (next_taken != taken.end() && *next_taken == number)
            ++next_taken;
        else
            free.push_back(number);
    }
    return free;
}

} // namespace keyrack::engine
