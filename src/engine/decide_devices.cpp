// Devices: put into rooms by serial number (R80), moved between them (R81).

#include "engine/draft.hpp"

namespace keyrack::engine {

namespace {

ModelId model(std::string const& name, Draft& draft)
{
    if (name.empty()) return ModelId::none();
    draft.check_name(name);
    auto const& models = draft.ledger.models();
    if (auto const known = models.find(name); known.exists()) return known;
    draft.changes.emplace_back(PutModel { models.next(), name });
    return models.next();
}

// The latest stay that counts; none() where the device was never moved.
StayId latest_stay(Ledger const& ledger, DeviceId device)
{
    for (StayId const id : ledger.walk(device)) {
        if (ledger.stays()[id].standing == Standing::valid) return id;
    }
    return StayId::none();
}

// The first day that is still open to a move: history before it is settled.
Date open_since(Ledger const& ledger, Device const& row, StayId latest)
{
    if (row.room.exists()) return row.in_room_since;
    return latest.exists() ? ledger.stays()[latest].days.to : always;
}

// Room keys as texts: empty for no room.
std::string key_of(Ledger const& ledger, RoomId room)
{
    return room.exists() ? ledger.rooms()[room].key : std::string {};
}

// Where it stood becomes a stay, unless that is no day and no part of one that is known: from its moment, or from midnight.
void leave(DeviceId id, Device const& row, MoveDevice const& move, Draft& draft)
{
    Period const days { row.in_room_since, move.on };
    auto const came = placed_at(draft.ledger, id);
    bool const within_the_day = move.at && falls_on(*move.at, move.on) && (!came || *came < *move.at);
    if (!row.room.exists() || (days.empty() && !within_the_day)) return;
    auto const stay = draft.ledger.stays().next();
    draft.put(stay, Stay { id, row.room, days, draft.entry, Standing::valid });
    draft.time(Timed::stay_begun, stay, days.from, came);
    draft.time(Timed::stay_ended, stay, days.to, move.at);
}

// It comes back on the day it left: that was no move, and the stay goes on. What is known to have happened within the day
// was one, unless the moment says that it never left.
bool comes_back(Ledger const& ledger, Device const& row, StayId latest, RoomId room, MoveDevice const& move)
{
    if (!latest.exists() || !room.exists()) return false;
    if (move.at && move.at != begun_at(ledger, latest)) return false;
    Stay const& stay = ledger.stays()[latest];
    bool const left_no_trace = !row.room.exists() || row.in_room_since == move.on;
    return stay.room == room && stay.days.to == move.on && left_no_trace;
}

// Gives the day since which it has gone on.
Date take_up_again(StayId id, Draft& draft)
{
    Stay stay = draft.ledger.stays()[id];
    stay.standing = Standing::withdrawn;
    draft.put(id, stay);
    return stay.days.from;
}

// has_dependents where some of the rows stand.
void check_none_stands(Fact const& key, char const* what, auto const& table, auto const& rows, Draft& draft)
{
    std::int64_t count = 0;
    for (auto const id : rows) count += table[id].standing == Standing::valid ? 1 : 0;
    if (count > 0) draft.object(Reason::has_dependents, { key, { "what", std::string { what } }, { "count", count } });
}

} // namespace

void decide_on(AddDevice const& command, Draft& draft)
{
    Ledger const& ledger = draft.ledger;
    draft.check_name(command.serial);
    auto const known = ledger.device(command.serial);
    if (stands(ledger.devices(), known))
        draft.object(Reason::key_taken, { { "key", command.serial, known, ledger.devices()[known].entry } });
    Device row;
    row.serial = command.serial;
    row.model = model(command.model, draft);
    row.purchased_on = command.purchased_on;
    row.room = command.room.empty() ? RoomId::none() : draft.room(command.room);
    row.in_room_since = command.in_room_since.value_or(always);
    row.entry = draft.entry;
    auto const id = row_for(ledger.devices(), known);
    auto const since = row.in_room_since;
    draft.put(id, std::move(row));
    draft.time(Timed::device_placed, id, since, {});
}

void decide_on(RemoveDevice const& command, Draft& draft)
{
    Ledger const& ledger = draft.ledger;
    auto const id = ledger.device(command.serial);
    if (!id.exists()) return (void)draft.device(command.serial);
    Device row = ledger.devices()[id];
    if (row.standing == Standing::withdrawn)
        return draft.object(Reason::changed_meanwhile, changed("standing", row.serial, std::string {}));
    Fact const key { "key", row.serial, id, row.entry };
    check_none_stands(key, "stays", ledger.stays(), ledger.walk(id), draft);
    check_none_stands(key, "licences", ledger.device_licences(), ledger.licences_on(id), draft);
    check_no_tickets(&SupportTicket::device, id, key, draft);
    row.standing = Standing::withdrawn;
    draft.put(id, std::move(row));
}

void decide_on(MoveDevice const& command, Draft& draft)
{
    Ledger const& ledger = draft.ledger;
    auto const id = draft.device(command.serial);
    auto const room = command.room.empty() ? RoomId::none() : draft.room(command.room);
    if (!id.exists()) return;
    Device row = ledger.devices()[id];
    auto const latest = latest_stay(ledger, id);
    if (auto const found = key_of(ledger, row.room); found != command.expects_room)
        draft.object(Reason::changed_meanwhile, changed("room", command.expects_room, found));
    if (auto const open = open_since(ledger, row, latest); command.on < open)
        draft.object(Reason::bad_period, { { "from", open }, { "to", command.on } });
    row.changed = draft.entry;
    bool const is_back = comes_back(ledger, row, latest, room, command);
    if (!is_back) leave(id, row, command, draft);
    Date const since = is_back ? take_up_again(latest, draft) : command.on;
    row.in_room_since = since;
    row.room = room;
    draft.put(id, std::move(row));
    draft.time(Timed::device_placed, id, since, is_back ? begun_at(ledger, latest) : command.at);
}

} // namespace keyrack::engine
