#include "engine/room_service.hpp"

#include <algorithm>

namespace keyrack::engine {

Date day_at(Ledger const& ledger, AssignmentId assignment, Date day, Instant at)
{
    Period const& days = ledger.assignments()[assignment].days;
    if (auto const given = given_at(ledger, assignment))
        day = at < *given ? std::min(day, days.from - Days { 1 }) : std::max(day, days.from);
    if (auto const taken = taken_at(ledger, assignment))
        day = at < *taken ? std::min(day, days.to - Days { 1 }) : std::max(day, days.to);
    return day;
}

} // namespace keyrack::engine
