#pragma once
// What a room is given by the programmes that serve it, over a witness.

#include "engine/coverage_rules.hpp"

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

// The moment at which a licence was given to its room or taken from it, where that is known of the edge as it stands now.
[[nodiscard]] std::optional<Instant> handed_over(Ledger const& ledger, AssignmentId assignment, Edge edge);

// The day as which a moment counts for an assignment: before it was handed over, as if its day had not come.
[[nodiscard]] Date day_at(Ledger const& ledger, AssignmentId assignment, Date day, Instant at);

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
        Date const day = of.at ? day_at(of.ledger, id, of.day, *of.at) : of.day;
        bool const serves = room_has_active_licence(of.ledger, of.catalogue, id, day, witness);
        bool const gives = programme_gives_feature(of.catalogue, programme, feature, witness);
        given = given || (serves && gives);
    }
    return given;
}

} // namespace keyrack::engine
