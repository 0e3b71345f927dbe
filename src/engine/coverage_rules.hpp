#pragma once
// The rules of coverage.hpp, written once. Included where they are instantiated: coverage.cpp for the proof, and the bulk
// tables, which want them inlined.

#include "engine/country.hpp"
#include "engine/coverage.hpp"
#include "engine/naming.hpp"

#include <algorithm>

namespace keyrack::engine {

// An order with what its rules look at.
struct OrderCase
{
    Ledger const& ledger;
    catalogue::Catalogue const& catalogue;
    OrderId id;
    Order const& order;
    catalogue::TermRule const& rule;
    Period term;
    Date day;
    std::optional<Instant> at {};           // a moment of that day, where it is the clock of a ticket that asks
    std::optional<Instant> cancelled_at {}; // within its day, where that is known
};

[[nodiscard]] inline OrderCase order_case(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId id, Date day)
{
    Order const& order = ledger.orders()[id];
    catalogue::TermRule const& rule = catalogue[order.programme].term_on(order.purchased_on);
    return { ledger, catalogue, id, order, rule, term_of(order, ledger.first_assigned_on(id), rule), day };
}

// R39: the term starts on the earlier of the order's first assignment and so many days after purchase (D3, D4).
template <Witness W>
bool term_has_started(OrderCase const& of, W& witness)
{
    return witness.demand(Rule::term_has_started, of.term.from <= of.day, [&](auto& proof) {
        proof.add(naming(of.ledger, of.id));
        proof.fact("purchased", of.order.purchased_on, of.id, of.order.entry);
        proof.fact("start", of.term.from, of.id);
        proof.fact("day", of.day);
        if (Date const first = of.ledger.first_assigned_on(of.id); first != never)
            proof.fact("first_assigned", first, of.id);
        proof.parameter("start_within_days", of.rule.start_within_days.value, of.rule.start_within_days.origin);
    });
}

// R37, R38: it runs for the years of its SKU. R40: not a day longer. R41: nothing renews it.
template <Witness W>
bool term_has_not_ended(OrderCase const& of, W& witness)
{
    return witness.demand(Rule::term_has_not_ended, of.day < of.term.to, [&](auto& proof) {
        proof.add(naming(of.ledger, of.id));
        proof.fact("years", std::int64_t { of.order.years }, of.id, of.order.entry);
        proof.fact("start", of.term.from, of.id);
        proof.fact("end", of.term.to, of.id);
        proof.fact("day", of.day);
    });
}

// D5: a cancellation ends the order's licences and their assignments that day; what was before stays (D18).
template <Witness W>
bool order_is_not_cancelled(OrderCase const& of, W& witness)
{
    bool const by_moment = of.at && of.cancelled_at; // what was counted until then stays counted (B4)
    bool const by_day = !of.order.cancelled_on || of.day < *of.order.cancelled_on;
    return witness.demand(
        Rule::order_is_not_cancelled, by_moment ? *of.at < *of.cancelled_at : by_day, [&](auto& proof) {
            proof.add(naming(of.ledger, of.id));
            proof.fact("day", of.day);
            if (by_moment) proof.fact("cancelled_at", iso(*of.cancelled_at), of.id, last_entry(of.order));
            if (of.order.cancelled_on) proof.fact("cancelled_on", *of.order.cancelled_on, of.id, last_entry(of.order));
        });
}

template <Witness W>
OrderOnDay order_on(OrderCase const& of, W& witness)
{
    auto const judge = [&](auto& parts) {
        bool const started = term_has_started(of, parts);
        bool const not_ended = term_has_not_ended(of, parts);
        bool const not_cancelled = order_is_not_cancelled(of, parts);
        return started && not_ended && not_cancelled;
    };
    bool const in_force = witness.compose(Rule::order_in_force, judge, [&](auto& proof) {
        proof.add(naming(of.ledger, of.id));
        proof.add(naming(of.catalogue, of.order.programme));
        proof.fact("day", of.day);
    });
    bool const stands = of.order.standing == Standing::valid;
    return { of.term, end_of(of.order, of.term), of.order.programme, in_force && stands };
}

template <Witness W>
OrderOnDay order_on(Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId id, Date day, W& witness)
{
    return order_on(order_case(ledger, catalogue, id, day), witness);
}

// R76, R77: a licence must be assigned to the room. R81, R111: it serves the days it is assigned for and no other.
template <Witness W>
bool licence_is_assigned(Ledger const& ledger, AssignmentId id, Date day, W& witness)
{
    Assignment const& row = ledger.assignments()[id];
    bool const holds = row.days.contains(day);
    bool const assigned = witness.demand(Rule::licence_is_assigned, holds, [&](auto& proof) {
        proof.add(naming(ledger, LicenceRef { row.order, row.number }));
        proof.add(naming(ledger, row.room));
        proof.fact("from", row.days.from, LicenceRef { row.order, row.number }, row.entry);
        if (row.days.to != never) proof.fact("to", row.days.to, LicenceRef { row.order, row.number }, last_entry(row));
        proof.fact("day", day);
    });
    return assigned && row.standing == Standing::valid;
}

template <Witness W>
bool serves(Ledger const& ledger, AssignmentId id, OrderOnDay const& order, Date day, W& witness)
{
    return licence_is_assigned(ledger, id, day, witness) && order.in_force
        && country_is_served(ledger, order.programme, ledger.assignments()[id].room, day, witness);
}

// By the assignment's order; `is_assigned` judges the assignment itself over the same witness.
template <Witness W>
bool room_has_active_licence_if(OrderCase const& of, AssignmentId id, W& witness, auto const& is_assigned)
{
    Assignment const& row = of.ledger.assignments()[id];
    auto const judge = [&](auto& parts) {
        bool const assigned = is_assigned(parts);
        bool const in_force = order_on(of, parts).in_force;
        return country_is_served(of.ledger, of.order.programme, row.room, of.day, parts) && in_force && assigned;
    };
    return witness.compose(Rule::room_has_active_licence, judge, [&](auto& proof) {
        proof.add(naming(of.ledger, row.room));
        proof.add(naming(of.catalogue, of.order.programme));
        proof.fact("day", of.day);
        proof.add(naming(of.ledger, LicenceRef { row.order, row.number }));
    });
}

template <Witness W>
bool room_has_active_licence(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, AssignmentId id, Date day, W& witness)
{
    return room_has_active_licence_if(order_case(ledger, catalogue, ledger.assignments()[id].order, day), id, witness,
        [&](auto& parts) { return licence_is_assigned(ledger, id, day, parts); });
}

template <Witness W>
bool room_is_in_sync(Ledger const& ledger, RoomId id, W& witness)
{
    bool const holds = ledger.room_columns().in_sync.data()[id.row()] == InSync::yes;
    return witness.demand(Rule::room_is_in_sync, holds, [&](auto& proof) {
        Room const& room = ledger.rooms()[id];
        proof.fact("room", room.name, id, last_entry(room));
    });
}

template <Witness W>
bool programme_gives_feature(
    catalogue::Catalogue const& catalogue, ProgrammeId programme, catalogue::Feature feature, W& witness)
{
    auto const* const given = catalogue[programme].given(feature);
    return witness.demand(Rule::programme_gives_feature, given != nullptr, [&](auto& proof) {
        proof.add(naming(catalogue, programme));
        proof.fact("feature", std::string { code(feature) });
        if (given != nullptr) proof.parameter("features", 1, given->origin);
    });
}

} // namespace keyrack::engine
