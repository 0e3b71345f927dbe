#pragma once
// What follows from the rows of a ledger and is kept so that nobody has to search: keys, chains, first assignments, columns.
// Made again from the rows alone, it answers the same.

#include "base/date.hpp"
#include "base/id.hpp"
#include "engine/chain.hpp"
#include "engine/columns.hpp"
#include "engine/key_index.hpp"
#include "engine/range_rows.hpp"
#include "engine/rows.hpp"
#include "engine/setup_rows.hpp"
#include "engine/ticket_rows.hpp"
#include "engine/timing_index.hpp"

#include <algorithm>
#include <vector>

namespace keyrack::engine {

// The earliest and the latest first day of an order's valid assignments.
struct AssignedSpan
{
    Date first = never;
    Date last = always;

    void widen(Date from)
    {
        first = std::min(first, from);
        last = std::max(last, from);
    }
};

struct Index
{
    KeyIndex accounts;
    KeyIndex orders;
    // Of the large tables, the rows up to its size: the others are taken in when one is looked for. Who opens a tenant
    // to look at it looks for none of half a million.
    KeyIndex rooms;
    KeyIndex devices;
    KeyIndex service_orders;
    KeyIndex addresses;
    KeyIndex people;
    KeyIndex invitations;
    KeyIndex settings;
    KeyIndex tickets;
    KeyIndex subscriptions;
    KeyIndex sync_rooms;
    KeyIndex onsite_spares;

    // The same holds for licences: of the assignments that `of_licence` knows.
    KeyIndex licence_ids;             // of licences that were ever assigned
    std::vector<LicenceRef> licences; // by LicenceId
    Chain<LicenceId, AssignmentId> of_licence;
    Chain<OrderId, AssignmentId> of_order;
    Chain<RoomId, AssignmentId> of_room;
    std::vector<AssignedSpan> assigned; // by order

    Gathering<RoomId, DeviceId> devices_in;
    Chain<DeviceId, StayId> stays;
    Chain<DeviceId, DeviceLicenceId> licences_on;
    Chain<TicketId, TicketTurnId> turns;
    TimingIndex timings;

    DeviceColumns device_columns;
    RoomColumns room_columns;

    std::vector<SyncRoomId> sync_rooms_by_room; // shorter than the rooms where the last of them are not in Sync

    // Of what is no room and in no room (Ledger::without_rooms).
    [[nodiscard]] Index without_rooms() const
    {
        Index rest;
        rest.accounts = accounts;
        rest.orders = orders;
        rest.service_orders = service_orders;
        rest.addresses = addresses;
        rest.people = people;
        rest.invitations = invitations;
        rest.settings = settings;
        rest.onsite_spares = onsite_spares;
        rest.assigned = assigned;
        return rest;
    }

    [[nodiscard]] SyncRoomId sync_room_of(RoomId room) const
    {
        return room.row() < sync_rooms_by_room.size() ? sync_rooms_by_room[room.row()] : SyncRoomId::none();
    }
};

} // namespace keyrack::engine
