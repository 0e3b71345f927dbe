#include "engine/coverage.hpp"

#include "engine/coverage_rules.hpp"

#include <algorithm>

namespace keyrack::engine {

Period term_of(Order const& order, Date first_assigned, catalogue::TermRule const& rule)
{
    Date const start = std::min(first_assigned, plus_days(order.purchased_on, rule.start_within_days.value));
    return { start, plus_years(start, order.years) };
}

Period term_of(Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId id)
{
    Order const& order = ledger.orders()[id];
    return term_of(order, ledger.first_assigned_on(id), catalogue[order.programme].term);
}

Date end_of(Order const& order, Period term)
{
    return std::min(term.to, order.cancelled_on.value_or(never));
}

Date covered_until(Order const& order, OrderOnDay const& on_day, Assignment const& assignment)
{
    return std::min(end_of(order, on_day.term), assignment.days.to);
}

template OrderOnDay order_on(Ledger const&, catalogue::Catalogue const&, OrderId, Date, NoWitness&);
template OrderOnDay order_on(Ledger const&, catalogue::Catalogue const&, OrderId, Date, ProofWitness&);
template bool serves(Ledger const&, AssignmentId, OrderOnDay const&, Date, NoWitness&);
template bool serves(Ledger const&, AssignmentId, OrderOnDay const&, Date, ProofWitness&);
template bool room_has_active_licence(Ledger const&, catalogue::Catalogue const&, AssignmentId, Date, NoWitness&);
template bool room_has_active_licence(Ledger const&, catalogue::Catalogue const&, AssignmentId, Date, ProofWitness&);
template bool room_is_in_sync(Ledger const&, RoomId, NoWitness&);
template bool room_is_in_sync(Ledger const&, RoomId, ProofWitness&);
template bool programme_gives_feature(catalogue::Catalogue const&, ProgrammeId, catalogue::Feature, NoWitness&);
template bool programme_gives_feature(catalogue::Catalogue const&, ProgrammeId, catalogue::Feature, ProofWitness&);

namespace {

CoverageColumns empty_columns(Ledger const& ledger, catalogue::Catalogue const& catalogue)
{
    CoverageColumns columns;
    columns.programmes.resize(catalogue.programmes().size());
    for (CoverageColumns::Programme& column : columns.programmes) {
        column.until.assign(ledger.rooms().size(), always);
        column.by.assign(ledger.rooms().size(), AssignmentId::none());
    }
    return columns;
}

} // namespace

CoverageColumns coverage_of_all(Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day)
{
    NoWitness nobody;
    CoverageColumns columns = empty_columns(ledger, catalogue);
    columns.orders.reserve(ledger.orders().size());
    for (std::uint32_t row = 0; row < ledger.orders().size(); ++row)
        columns.orders.push_back(order_on(ledger, catalogue, OrderId::of_row(row), day, nobody));

    for (std::uint32_t row = 0; row < ledger.assignments().size(); ++row) {
        auto const id = AssignmentId::of_row(row);
        Assignment const& assignment = ledger.assignments()[id];
        OrderOnDay const& on_day = columns.orders[assignment.order.row()];
        if (!serves(ledger, id, on_day, day, nobody)) continue;
        Order const& order = ledger.orders()[assignment.order];
        CoverageColumns::Programme& column = columns.programmes[order.programme.row()];
        Date const until = covered_until(order, on_day, assignment);
        if (until > column.until[assignment.room.row()]) {
            column.until[assignment.room.row()] = until;
            column.by[assignment.room.row()] = id;
        }
    }
    return columns;
}

bool has_feature(Ledger const& ledger, catalogue::Catalogue const& catalogue, CoverageColumns const& columns,
    RoomId room, catalogue::Feature feature)
{
    NoWitness nobody;
    if (needs_sync(feature) && !room_is_in_sync(ledger, room, nobody)) return false;
    for (std::uint32_t row = 0; row < columns.programmes.size(); ++row) {
        bool const is_covered = columns.programmes[row].by[room.row()].exists();
        if (is_covered && programme_gives_feature(catalogue, ProgrammeId::of_row(row), feature, nobody)) return true;
    }
    return false;
}

} // namespace keyrack::engine
