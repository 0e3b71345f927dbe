#pragma once
// What a room is given by the programmes that serve it, over a witness.

#include "engine/coverage_rules.hpp"
#include "engine/timing.hpp"

#include <optional>

namespace keyrack::engine {

struct RoomOnDay
{
    Ledger const& ledger;
    catalogue::Catalogue const& catalogue;
    RoomId room; // none(): in no room, which is given nothing
    Date day;
    std::optional<Instant> at {}; // a moment of that day, where it is the clock that asks
};

// The day as which a moment counts for an assignment: before it was given (or taken) as if its day had not come, and from then
// on as if it had, whatever day it is where the ticket is.
[[nodiscard]] Date day_at(Ledger const& ledger, AssignmentId assignment, Date day, Instant at);

// R76, R77, B4: the licence serves the days that it is assigned for; on the day that it is given or taken, from or until its moment.
template <Witness W>
bool licence_is_assigned_at(RoomOnDay const& of, AssignmentId id, W& witness)
{
    Assignment const& row = of.ledger.assignments()[id];
    bool const holds = row.days.contains(of.at ? day_at(of.ledger, id, of.day, *of.at) : of.day);
    LicenceRef const licence { row.order, row.number };
    return witness.demand(Rule::licence_is_assigned, holds, [&](auto& proof) {
        proof.add(naming(of.ledger, licence));
        proof.add(naming(of.ledger, row.room));
        proof.fact("from", row.days.from, licence, row.entry);
        if (row.days.to != never) proof.fact("to", row.days.to, licence, last_entry(row));
        proof.fact("day", of.day);
        if (auto const given = given_at(of.ledger, id)) proof.fact("given_at", iso(*given), licence, row.entry);
        if (auto const taken = taken_at(of.ledger, id)) proof.fact("taken_at", iso(*taken), licence, last_entry(row));
    });
}

// R76, R77, R102: some licence that serves the room on the day is of a programme that gives it.
template <Witness W>
bool room_is_given(RoomOnDay const& of, catalogue::Feature feature, W& witness)
{
    bool given = false;
    if (!of.room.exists()) return false;
    for (AssignmentId const id : of.ledger.walk(of.room)) {
        Assignment const& row = of.ledger.assignments()[id];
        auto const programme = of.ledger.orders()[row.order].programme;
        if (row.standing == Standing::withdrawn || !of.catalogue[programme].gives(feature)) continue;
        // Given in the evening before there, it already serves; taken away, an order that is over serves no longer.
        Date const day = of.at ? std::max(of.day, day_at(of.ledger, id, of.day, *of.at)) : of.day;
        OrderCase order = order_case(of.ledger, of.catalogue, row.order, day);
        order.at = of.at;
        if (of.at) order.cancelled_at = cancelled_at(of.ledger, row.order);
        bool const serves = room_has_active_licence_if(
            order, id, witness, [&](auto& parts) { return licence_is_assigned_at(of, id, parts); });
        bool const gives = programme_gives_feature(of.catalogue, programme, feature, witness);
        given = given || (serves && gives);
    }
    return given;
}

} // namespace keyrack::engine
