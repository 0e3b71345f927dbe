#include "engine/room_service.hpp"

#include <algorithm>

namespace keyrack::engine {

std::optional<Instant> handed_over(Ledger const& ledger, AssignmentId assignment, Edge edge)
{
    Assignment const& row = ledger.assignments()[assignment];
    EntryId const entry = edge == Edge::beginning ? row.entry : row.changed;
    for (HandoverId const id : ledger.handovers_of(assignment)) {
        Handover const& each = ledger.handovers()[id];
        if (each.edge == edge && each.entry == entry) return each.at;
    }
    return std::nullopt;
}

Date day_at(Ledger const& ledger, AssignmentId assignment, Date day, Instant at)
{
    Period const& days = ledger.assignments()[assignment].days;
    if (auto const given = handed_over(ledger, assignment, Edge::beginning))
        day = at < *given ? std::min(day, days.from - Days { 1 }) : std::max(day, days.from);
    if (auto const taken = handed_over(ledger, assignment, Edge::end))
        day = at < *taken ? std::min(day, days.to - Days { 1 }) : std::max(day, days.to);
    return day;
}

} // namespace keyrack::engine
