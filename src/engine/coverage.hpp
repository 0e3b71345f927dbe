#pragma once
// Is this room covered, by what, until when? The rules, once, for the proof and for the bulk tables.
// Source: Sync Plus service description ("How it Works", "What's included") and the Select questions and answers.

#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"
#include "engine/witness.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace keyrack::engine {

// The term of an order, half-open. Always known: before the first assignment it is the latest term there can be (R39).
[[nodiscard]] Period term_of(Order const& order, Date first_assigned, catalogue::TermRule const& rule);
[[nodiscard]] Period term_of(Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order);

// An order as it stands on a day.
struct OrderOnDay
{
    Period term;
    Date end = never; // of its licences: of the term, or the cancellation before it (D5)
    ProgrammeId programme;
    bool in_force = false;
    bool operator==(OrderOnDay const&) const = default;
};

// R39, R40, R42: in force from the start of its term to the end, unless cancelled.
template <Witness W>
[[nodiscard]] OrderOnDay order_on(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, Date day, W& witness);

// R76, R77, R111: the assignment serves its room on the day, given how its order stands.
template <Witness W>
[[nodiscard]] bool serves(Ledger const& ledger, AssignmentId assignment, OrderOnDay const& order, Date day, W& witness);

// R76, R77, R110, R111: the assignment serves its room on the day; for the proof with both parts, the assignment first.
template <Witness W>
[[nodiscard]] bool room_has_active_licence(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, AssignmentId assignment, Date day, W& witness);

// R79, R101, R110: Sync features work in rooms that are defined in Sync.
template <Witness W>
[[nodiscard]] bool room_is_in_sync(Ledger const& ledger, RoomId room, W& witness);

// R101, R102, R107, R108.
template <Witness W>
[[nodiscard]] bool programme_gives_feature(
    catalogue::Catalogue const& catalogue, ProgrammeId programme, catalogue::Feature feature, W& witness);

// The end of the order's licences: of the term, or the cancellation before it (D5).
[[nodiscard]] Date end_of(Order const& order, Period term);
// Covered until the earlier of the order's end (its cancellation, if any) and the assignment's.
[[nodiscard]] inline Date covered_until(OrderOnDay const& on_day, Assignment const& assignment)
{
    return std::min(on_day.end, assignment.days.to);
}

// Who covers each room on a day, for all rooms at once, by the rules above with NoWitness.
struct CoverageColumns
{
    struct Programme
    {
        std::vector<Date> until;      // by room row; `always` where not covered
        std::vector<AssignmentId> by; // by room row; the one that covers longest
    };
    std::vector<Programme> programmes; // by programme row
    std::vector<OrderOnDay> orders;    // by order row
};

// all: as the journal tells it today. known_on_the_day: a cancellation after the day is not looked at.
enum class Cancellations { all, known_on_the_day };

[[nodiscard]] CoverageColumns coverage_of_all(Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day,
    Cancellations cancellations = Cancellations::all);

// Whether the room has the feature on that day, from the columns: the programme gives it, and Sync features need a
// room in Sync (R79, R101, R110, R111).
[[nodiscard]] bool has_feature(Ledger const& ledger, catalogue::Catalogue const& catalogue,
    CoverageColumns const& columns, RoomId room, catalogue::Feature feature);

// In how many rooms that stand.
[[nodiscard]] std::int64_t rooms_with_feature(Ledger const& ledger, catalogue::Catalogue const& catalogue,
    CoverageColumns const& columns, catalogue::Feature feature);

} // namespace keyrack::engine
