// What would do instead of a refused command about rooms, devices, rooms of Sync and spares.

#include "engine/country.hpp"
#include "engine/setup.hpp"
#include "engine/spare_choice.hpp"
#include "engine/spares.hpp"
#include "engine/ways_parts.hpp"

#include <iterator>
#include <optional>

namespace keyrack::engine {

namespace {

void append(std::vector<Command>& steps, std::vector<Command> more)
{
    std::ranges::move(more, std::back_inserter(steps));
}

std::vector<Command> without_assignments(Ledger const& ledger, RoomId room)
{
    WithdrawAssignments all;
    for (AssignmentId const id : ledger.walk(room)) {
        Assignment const& row = ledger.assignments()[id];
        if (row.standing == Standing::valid)
            all.assignments.push_back({ { ledger.orders()[row.order].key, row.number }, row.days.from });
    }
    return all.assignments.empty() ? std::vector<Command> {} : std::vector<Command> { std::move(all) };
}

// Where they go is for somebody to say; without a trace of the room they can only leave it on the day they came.
std::vector<Command> without_devices(Ledger const& ledger, RoomId room)
{
    std::vector<Command> steps;
    for (DeviceId const id : ledger.devices_in(room)) {
        Device const& row = ledger.devices()[id];
        if (row.standing == Standing::withdrawn) continue;
        if (row.in_room_since == always)
            steps.emplace_back(RemoveDevice { row.serial });
        else
            steps.emplace_back(MoveDevice { row.serial, ledger.rooms()[room].key, {}, row.in_room_since });
    }
    return steps;
}

std::vector<Command> without_licences(Ledger const& ledger, DeviceId device)
{
    std::vector<Command> steps;
    for (DeviceLicenceId const id : ledger.licences_on(device)) {
        DeviceLicence const& row = ledger.device_licences()[id];
        if (row.standing == Standing::valid)
            steps.emplace_back(
                WithdrawExtension { { ledger.orders()[row.order].key, row.number }, ledger.devices()[device].serial });
    }
    return steps;
}

std::string room_key(Ledger const& ledger, RoomId room)
{
    return room.exists() ? ledger.rooms()[room].key : std::string {};
}

// The first day that is open to a move: what was before it is settled.
Date open_since(Ledger const& ledger, DeviceId device)
{
    Device const& row = ledger.devices()[device];
    if (row.room.exists()) return row.in_room_since;
    for (StayId const id : ledger.walk(device))
        if (ledger.stays()[id].standing == Standing::valid) return ledger.stays()[id].days.to;
    return always;
}

// R90, R91: so many more licences that one more is earned.
std::optional<Way> by_more_licences(AgreeSpare const& command, Asked const& asked)
{
    auto const spares = spares_on(asked.ledger, asked.catalogue, command.on);
    auto const agreed = agreed_spares(asked.ledger, never);
    for (auto const& programme : asked.catalogue.programmes()) {
        if (!programme.licences_per_spare) continue;
        auto const wanted = (agreed + 1) * programme.licences_per_spare->value - spares.licences;
        auto const sold = programme.term_on(command.on).sku_years.value;
        if (wanted < 1 || sold.empty()) continue;
        std::string key = "NEW-1";
        for (int number = 2; asked.ledger.order(key).exists(); ++number) key = "NEW-" + std::to_string(number);
        return after({ PlaceOrder { key, {}, programme.key, *std::ranges::min_element(sold),
                         static_cast<std::int32_t>(wanted), command.on, std::nullopt } },
            command);
    }
    return std::nullopt;
}

// R93, R97: what is deployed, the most common first.
Ways by_what_is_deployed(AgreeSpare const& command, Asked const& asked)
{
    Ways ways;
    for (SpareCandidate const& each : choice_of_spares(asked.ledger, asked.catalogue, command.on).candidates) {
        AgreeSpare other = command;
        other.model = asked.ledger.models()[each.model];
        ways.push_back(instead(std::move(other)));
    }
    return ways;
}

// R90: instead of one that was agreed, the latest first, or with one more earned.
Ways by_one_spare_less(AgreeSpare const& command, Asked const& asked)
{
    Ways ways;
    if (auto way = by_more_licences(command, asked)) ways.push_back(std::move(*way));
    auto const& rows = asked.ledger.onsite_spares().rows();
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        if (row->standing == Standing::valid) ways.push_back(after({ WithdrawSpare { row->key } }, command));
    return ways;
}

} // namespace

// What is the account's goes first.
Ways ways_for(RemoveAccount const& command, Reason reason, Asked const& asked)
{
    Ledger const& ledger = asked.ledger;
    auto const id = ledger.account(command.account);
    if (reason != Reason::has_dependents || !id.exists()) return {};
    std::vector<Command> steps;
    auto const remove = [&]<class Removal>(std::type_identity<Removal>, auto const& table, auto account, auto name) {
        for (auto const& row : table.rows())
            if (row.standing == Standing::valid && row.*account == id) steps.emplace_back(Removal { row.*name });
    };
    remove(std::type_identity<RemoveOrder> {}, ledger.orders(), &Order::account, &Order::key);
    remove(std::type_identity<RemoveRoom> {}, ledger.rooms(), &Room::account, &Room::key);
    remove(std::type_identity<RemoveCoverage> {}, ledger.css().contracts(), &Contract::customer, &Contract::key);
    remove(std::type_identity<RemoveOrgId> {}, ledger.css().orgs(), &Org::account, &Org::key);
    remove(std::type_identity<ForgetAddress> {}, ledger.addresses(), &Address::account, &Address::text);
    remove(std::type_identity<RemoveAccount> {}, ledger.accounts(), &Account::parent, &Account::key);
    return steps.empty() ? Ways {} : Ways { after(std::move(steps), command) }; // a processed order stays
}

// The room is there: as it is now called, or another under another key.
Ways ways_for(AddRoom const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.room(command.room);
    if (reason != Reason::key_taken || !id.exists()) return {};
    AddRoom other = command;
    for (int number = 2; asked.ledger.room(other.room).exists(); ++number)
        other.room = command.room + "-" + std::to_string(number);
    Ways ways { instead(std::move(other)) };
    Room const& row = asked.ledger.rooms()[id];
    RoomDetails const found { row.name, asked.ledger.sites()[row.site], written(row.country) };
    RoomDetails const wanted { command.name, command.site, command.country };
    if (found != wanted) ways.push_back(instead(CorrectRoom { command.room, found, wanted }));
    return ways;
}

Ways ways_for(RemoveRoom const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.room(command.room);
    if (reason != Reason::has_dependents || !id.exists()) return {};
    auto steps = without_assignments(asked.ledger, id);
    append(steps, without_devices(asked.ledger, id));
    append(steps, without_tickets(asked, &SupportTicket::room, id));
    return steps.empty() ? Ways {} : Ways { after(std::move(steps), command) };
}

Ways ways_for(CorrectRoom const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.room(command.room);
    if (reason != Reason::changed_meanwhile || !id.exists()) return {};
    Room const& row = asked.ledger.rooms()[id];
    RoomDetails found { row.name, asked.ledger.sites()[row.site], written(row.country) };
    return as_found(command, &CorrectRoom::expects, &CorrectRoom::details, std::move(found));
}

// R80, R81: the device is there: it moves into the room.
Ways ways_for(AddDevice const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.device(command.serial);
    if (reason != Reason::key_taken || !id.exists()) return {};
    auto const here = room_key(asked.ledger, asked.ledger.devices()[id].room);
    if (here == command.room) return {};
    return { instead(MoveDevice { command.serial, here, command.room, command.in_room_since.value_or(asked.as_of) }) };
}

Ways ways_for(RemoveDevice const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.device(command.serial);
    if (reason != Reason::has_dependents || !id.exists()) return {};
    auto steps = without_licences(asked.ledger, id);
    append(steps, without_tickets(asked, &SupportTicket::device, id));
    return steps.empty() ? Ways {} : Ways { after(std::move(steps), command) };
}

// From where it stands now, and not before what is settled.
Ways ways_for(MoveDevice const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.device(command.serial);
    if (!id.exists()) return {};
    if (reason == Reason::changed_meanwhile) {
        auto found = room_key(asked.ledger, asked.ledger.devices()[id].room);
        return as_found(command, &MoveDevice::expects_room, &MoveDevice::room, std::move(found));
    }
    if (reason != Reason::bad_period) return {};
    MoveDevice later = command;
    later.on = open_since(asked.ledger, id);
    return { instead(std::move(later)) };
}

// R71: what links the room, or the one of Sync, comes apart first.
Ways ways_for(LinkSyncRoom const& command, Reason reason, Asked const& asked)
{
    Ledger const& ledger = asked.ledger;
    auto const room = ledger.room(command.room);
    auto const known = ledger.sync_room(command.sync_id);
    if (reason != Reason::sync_room_taken || !room.exists()) return {};
    if (is_linked(ledger, known) && ledger.sync_rooms()[known].room == room) return {}; // it is that one
    std::vector<Command> steps;
    for (SyncRoomId const id : { ledger.sync_room_of(room), known }) {
        if (!is_linked(ledger, id)) continue;
        SyncRoom const& row = ledger.sync_rooms()[id];
        steps.emplace_back(UnlinkSyncRoom { ledger.rooms()[row.room].key, row.key });
    }
    return { after(std::move(steps), command) };
}

// R71: the room that it is, or what the room is in Sync.
Ways ways_for(UnlinkSyncRoom const& command, Reason reason, Asked const& asked)
{
    Ledger const& ledger = asked.ledger;
    auto const known = ledger.sync_room(command.sync_id);
    auto const room = ledger.room(command.room);
    auto const of_room = room.exists() ? ledger.sync_room_of(room) : SyncRoomId::none();
    Ways ways;
    if (reason == Reason::changed_meanwhile && known.exists())
        ways.push_back(instead(UnlinkSyncRoom { room_key(ledger, ledger.sync_rooms()[known].room), command.sync_id }));
    bool const other = reason == Reason::changed_meanwhile || reason == Reason::unknown_sync_room;
    if (other && is_linked(ledger, of_room))
        ways.push_back(instead(UnlinkSyncRoom { command.room, ledger.sync_rooms()[of_room].key }));
    return ways;
}

Ways ways_for(AgreeSpare const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::spare_not_deployed) return by_what_is_deployed(command, asked);
    return reason == Reason::spares_used_up ? by_one_spare_less(command, asked) : Ways {};
}

} // namespace keyrack::engine
