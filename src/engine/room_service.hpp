#pragma once
// What a room is given by the programmes that serve it, over a witness.

#include "engine/coverage_rules.hpp"

namespace keyrack::engine {

struct RoomOnDay
{
    Ledger const& ledger;
    catalogue::Catalogue const& catalogue;
    RoomId room; // none(): in no room, which is given nothing
    Date day;
};

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
        bool const serves = room_has_active_licence(of.ledger, of.catalogue, id, of.day, witness);
        bool const gives = programme_gives_feature(of.catalogue, programme, feature, witness);
        given = given || (serves && gives);
    }
    return given;
}

} // namespace keyrack::engine
