// What the index of a ledger keeps of licences and of what an order's assignments span, and the room that is made for it.
#include "engine/ledger.hpp"

#include <algorithm>

namespace keyrack::engine {

void Ledger::add_to_index(AssignmentId id)
{
    Assignment const& row = m_assignments[id];
    m_index.of_order.add(id, row.order);
    m_index.of_room.add(id, row.room);
    if (row.standing == Standing::valid) m_index.assigned[row.order.row()].widen(row.days.from);
}

std::uint32_t Ledger::place_of(LicenceRef licence) const
{
    auto const hash = hash_of(licence.order.row(), static_cast<std::uint32_t>(licence.number));
    return m_index.licence_ids.find(hash, [&](std::uint32_t at) { return m_index.licences[at] == licence; });
}

void Ledger::take_in_licences() const
{
    auto const known_before = static_cast<std::uint32_t>(m_index.of_licence.size());
    for (auto row = known_before; row < m_assignments.size(); ++row) {
        auto const id = AssignmentId::of_row(row);
        LicenceRef const licence { m_assignments[id].order, m_assignments[id].number };
        auto known = place_of(licence);
        if (known == KeyIndex::nothing) {
            known = static_cast<std::uint32_t>(m_index.licences.size());
            m_index.licence_ids.insert(hash_of(licence.order.row(), static_cast<std::uint32_t>(licence.number)), known);
            m_index.licences.push_back(licence);
        }
        m_index.of_licence.add(id, LicenceId::of_row(known));
    }
}

// An assignment that begins on `from` was withdrawn: the span needs a count only where that was an end of it, and the
// count stops as soon as others are found that reach as far.
void Ledger::recount_assigned(OrderId order, Date from)
{
    AssignedSpan& span = m_index.assigned[order.row()];
    AssignedSpan const before = span;
    if (before.first < from && from < before.last) return;
    span = {};
    for (AssignmentId const id : walk(order)) {
        Assignment const& row = m_assignments[id];
        if (row.standing != Standing::valid) continue;
        span.widen(row.days.from);
        if (span.first <= before.first && span.last >= before.last) return;
    }
}

void Ledger::reserve_index(std::type_identity<Room>, std::size_t count)
{
    m_index.room_columns.reserve(count);
}

void Ledger::reserve_index(std::type_identity<Device>, std::size_t count)
{
    m_index.devices_in.reserve(m_rooms.size(), count);
    m_index.device_columns.reserve(count);
}

void Ledger::reserve_index(std::type_identity<Stay>, std::size_t count)
{
    m_index.stays.reserve(m_devices.size(), count);
}

void Ledger::reserve_index(std::type_identity<Assignment>, std::size_t count)
{
    m_index.of_order.reserve(m_orders.size(), count);
    m_index.of_room.reserve(m_rooms.size(), count);
}

} // namespace keyrack::engine
