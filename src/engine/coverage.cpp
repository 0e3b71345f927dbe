#include "engine/coverage.hpp"

#include "engine/bulk.hpp"
#include "engine/coverage_rules.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace keyrack::engine {

Period term_of(Order const& order, Date first_assigned, catalogue::TermRule const& rule)
{
    if (rule.is_for_devices()) return { order.purchased_on, never }; // each licence has a term of its own (D25)
    Date const start = std::min(first_assigned, plus_days(order.purchased_on, rule.start_within_days.value));
    return { start, plus_years(start, order.years) };
}

Period term_of(Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId id)
{
    Order const& order = ledger.orders()[id];
    return term_of(order, ledger.first_assigned_on(id), catalogue[order.programme].term_on(order.purchased_on));
}

Date end_of(Order const& order, Period term)
{
    return std::min(term.to, order.cancelled_on.value_or(never));
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

// By order row.
std::vector<OrderOnDay> orders_on(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day, Cancellations cancellations)
{
    NoWitness nobody;
    std::vector<OrderOnDay> orders;
    orders.reserve(ledger.orders().size());
    for (std::uint32_t row = 0; row < ledger.orders().size(); ++row) {
        auto of = order_case(ledger, catalogue, OrderId::of_row(row), day);
        if (cancellations == Cancellations::known_on_the_day && of.order.cancelled_on > day) {
            Order known = of.order;
            known.cancelled_on.reset();
            orders.push_back(order_on({ ledger, catalogue, of.id, known, of.rule, of.term, day }, nobody));
        } else {
            orders.push_back(order_on(of, nobody));
        }
    }
    return orders;
}

// The columns of the programmes that give the feature.
std::vector<CoverageColumns::Programme const*> giving(
    catalogue::Catalogue const& catalogue, CoverageColumns const& columns, catalogue::Feature feature)
{
    NoWitness nobody;
    std::vector<CoverageColumns::Programme const*> giving;
    for (std::uint32_t row = 0; row < columns.programmes.size(); ++row) {
        if (programme_gives_feature(catalogue, ProgrammeId::of_row(row), feature, nobody))
            giving.push_back(&columns.programmes[row]);
    }
    return giving;
}

constexpr std::uint32_t rooms_at_once = 1'024;

void mark_covered(std::span<Date const> until, std::array<std::uint8_t, rooms_at_once>& covered)
{
    for (std::size_t at = 0; at < until.size(); ++at)
        covered.data()[at] |= static_cast<std::uint8_t>(until.data()[at] != always);
}

// Chosen, not branched: whether it covers longer than what was found before nobody can foresee.
void keep_longest(CoverageColumns::Programme& column, RoomId room, Date found, AssignmentId assignment)
{
    Date& until = column.until[room.row()];
    AssignmentId& by = column.by[room.row()];
    bool const longer = found > until;
    until = longer ? found : until;
    by = longer ? assignment : by;
}

} // namespace

CoverageColumns coverage_of_all(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day, Cancellations cancellations)
{
    NoWitness nobody;
    CoverageColumns columns = empty_columns(ledger, catalogue);
    columns.orders = orders_on(ledger, catalogue, day, cancellations);
    auto const* const assignments = ledger.assignments().rows().data();
    auto const* const orders = columns.orders.data();
    auto const does_serve = [&](std::uint32_t row) {
        auto const id = AssignmentId::of_row(row);
        [[clang::always_inline]] return serves(ledger, id, orders[assignments[row].order.row()], day, nobody);
    };
    auto const cover = [&](std::uint32_t row) {
        Assignment const& assignment = assignments[row];
        OrderOnDay const& on_day = orders[assignment.order.row()];
        Date const found =
            std::min(covered_until(on_day, assignment), provided_until(ledger, on_day.programme, assignment.room, day));
        keep_longest(columns.programmes[on_day.programme.row()], assignment.room, found, AssignmentId::of_row(row));
    };
    for_each_chosen(static_cast<std::uint32_t>(ledger.assignments().size()), does_serve, cover);
    return columns;
}

bool has_feature(Ledger const& ledger, catalogue::Catalogue const& catalogue, CoverageColumns const& columns,
    RoomId room, catalogue::Feature feature)
{
    NoWitness nobody;
    if (needs_sync(feature) && !room_is_in_sync(ledger, room, nobody)) return false;
    return std::ranges::any_of(giving(catalogue, columns, feature),
        [&](CoverageColumns::Programme const* column) { return column->by[room.row()].exists(); });
}

std::int64_t rooms_with_feature(Ledger const& ledger, catalogue::Catalogue const& catalogue,
    CoverageColumns const& columns, catalogue::Feature feature)
{
    NoWitness nobody;
    auto const programmes = giving(catalogue, columns, feature);
    bool const sync_matters = needs_sync(feature);
    auto const count_rooms = static_cast<std::uint32_t>(ledger.rooms().size());
    auto const* const standing = ledger.room_columns().standing.data();
    std::array<std::uint8_t, rooms_at_once> covered;
    std::int64_t count = 0;
    for (std::uint32_t begin = 0; begin < count_rooms; begin += rooms_at_once) {
        auto const block = std::min(count_rooms - begin, rooms_at_once);
        covered.fill(0);
        for (auto const* column : programmes) mark_covered(std::span { column->until }.subspan(begin, block), covered);
        std::uint32_t of_block = 0;
        for (std::uint32_t at = 0; at < block; ++at) {
            bool const stands = standing[begin + at] == Standing::valid;
            bool const suits = room_is_in_sync(ledger, RoomId::of_row(begin + at), nobody) | !sync_matters;
            of_block += static_cast<std::uint32_t>((covered.data()[at] != 0) & stands & suits);
        }
        count += of_block;
    }
    return count;
}

} // namespace keyrack::engine
