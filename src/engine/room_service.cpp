#include "engine/room_service.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

// In the entry, on the day.
std::optional<Instant> moment_of(Ledger const& ledger, AssignmentId assignment, Edge edge, EntryId entry, Date day)
{
    for (HandoverId const id : ledger.handovers_of(assignment)) {
        Handover const& each = ledger.handovers()[id];
        if (each.edge == edge && each.entry == entry && falls_on(each.at, day)) return each.at;
    }
    return std::nullopt;
}

} // namespace

bool falls_on(Instant at, Date day)
{
    using std::chrono::hours;
    Instant const midnight { day.time_since_epoch() }; // in UTC
    return midnight - hours { 14 } <= at && at < midnight + hours { 24 + 12 };
}

std::optional<Instant> handed_over(Ledger const& ledger, AssignmentId assignment, Edge edge)
{
    Assignment const& row = ledger.assignments()[assignment];
    if (edge == Edge::beginning) return moment_of(ledger, assignment, edge, row.entry, row.days.from);
    return moment_of(ledger, assignment, edge, row.changed, row.days.to);
}

std::optional<Instant> cancelled_at(Ledger const& ledger, OrderId id)
{
    Order const& order = ledger.orders()[id];
    if (!order.cancelled_on || ledger.handovers().size() == 0) return std::nullopt;
    for (AssignmentId const each : ledger.walk(id)) {
        Assignment const& row = ledger.assignments()[each];
        if (row.standing == Standing::withdrawn || !row.days.contains(*order.cancelled_on)) continue;
        if (auto const at = moment_of(ledger, each, Edge::end, order.changed, *order.cancelled_on)) return at;
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
