// What would do instead of a refused command about orders, licences, rooms and devices.

#include "engine/assigning.hpp"
#include "engine/country.hpp"
#include "engine/cures.hpp"
#include "engine/naming.hpp"
#include "engine/setup.hpp"
#include "engine/spare_choice.hpp"
#include "engine/ways_parts.hpp"

#include <optional>

namespace keyrack::engine {

namespace {

// D6: the operator has it told and no longer refused.
Ways by_warning_of_the_cap(Command const& command)
{
    return { { SetCapEffect { CapEffect::blocks, CapEffect::warns }, command } };
}

// What stands on the assignments is taken back with them.
template <class Owner>
Ways without_assignments(Owner owner, Command const& command, Ledger const& ledger)
{
    if (!owner.exists()) return {};
    WithdrawAssignments all;
    for (AssignmentId const id : ledger.walk(owner)) {
        Assignment const& row = ledger.assignments()[id];
        if (row.standing == Standing::valid)
            all.assignments.push_back({ { ledger.orders()[row.order].key, row.number }, row.days.from });
    }
    return { { std::move(all), command } };
}

// A number of the order that nothing holds from that day on; 0: there is none.
std::int32_t free_number(Ledger const& ledger, OrderId order, Date from)
{
    auto const taken = taken_from(ledger, order, from);
    for (std::int32_t number = 1; number <= ledger.orders()[order].quantity; ++number)
        if (!std::ranges::binary_search(taken, number)) return number;
    return 0;
}

// R79: the rooms are defined in Sync first.
Ways in_sync_first(Assign const& command, Ledger const& ledger)
{
    Way way;
    for (Pairing const& pair : command.pairs) {
        Command const define = SetInSync { pair.room, InSync::no, InSync::yes };
        auto const room = ledger.room(pair.room);
        bool const lacks = room.exists() && ledger.rooms()[room].in_sync == InSync::no;
        if (lacks && std::ranges::find(way, define) == way.end()) way.push_back(define);
    }
    way.emplace_back(command);
    return { std::move(way) };
}

// R39: from the day on which all that it names is bought.
Ways once_bought(Assign const& command, Ledger const& ledger)
{
    Assign later = command;
    for (Pairing const& pair : command.pairs)
        if (auto const order = ledger.order(pair.licence.order); order.exists())
            later.from = std::max(later.from, ledger.orders()[order].purchased_on);
    return { { std::move(later) } };
}

// R76: another licence of the order, then whatever else would cover the room by its programme.
Ways by_another_licence(Assign const& command, Asked const& asked)
{
    if (command.pairs.size() != 1) return {};
    auto const& [licence, key] = command.pairs.front();
    auto const room = asked.ledger.room(key);
    auto const order = asked.ledger.order(licence.order);
    if (!room.exists() || !order.exists()) return {};
    Assign other = command;
    other.pairs.front().licence.number = free_number(asked.ledger, order, command.from);
    Ways ways { { other } };
    auto const programme = asked.ledger.orders()[order].programme;
    for (Cure& cure :
        cures_by_licence(asked.ledger, asked.catalogue, room, { &programme, 1 }, command.from, SyncNeed::by_programme))
        ways.push_back(std::move(cure.steps));
    return ways;
}

// The assignment that the command means; null where there is none.
Assignment const* assignment_of(EndAssignment const& command, Ledger const& ledger)
{
    auto const order = ledger.order(command.licence.order);
    if (!order.exists()) return nullptr;
    for (AssignmentId const id : ledger.walk(LicenceRef { order, command.licence.number })) {
        Assignment const& row = ledger.assignments()[id];
        if (row.standing == Standing::valid && row.days.from == command.from) return &row;
    }
    return nullptr;
}

} // namespace

// R37, R38: a duration that is sold.
Ways ways_for(PlaceOrder const& command, Reason reason, Asked const& asked)
{
    auto const programme = asked.catalogue.find(command.programme);
    if (reason != Reason::years_not_sold || !programme.exists()) return {};
    return by_sold_years(command, asked.catalogue[programme].term_on(command.purchased_on).sku_years.value);
}

Ways ways_for(RemoveOrder const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::has_dependents) return {};
    return without_assignments(asked.ledger.order(command.order), command, asked.ledger);
}

// D5: the window is closed for good; it had opened with the purchase.
Ways ways_for(CancelOrder const& command, Reason reason, Asked const& asked)
{
    auto const order = asked.ledger.order(command.order);
    if (reason != Reason::before_purchase || !order.exists()) return {};
    return { { CancelOrder { command.order, asked.ledger.orders()[order].purchased_on } } };
}

Ways ways_for(RemoveRoom const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::has_dependents) return {};
    return without_assignments(asked.ledger.room(command.room), command, asked.ledger);
}

Ways ways_for(CorrectRoom const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.room(command.room);
    if (reason != Reason::changed_meanwhile || !id.exists()) return {};
    Room const& row = asked.ledger.rooms()[id];
    CorrectRoom other = command;
    other.expects = { row.name, asked.ledger.sites()[row.site], written(row.country) };
    return { { std::move(other) } };
}

// From where it stands now.
Ways ways_for(MoveDevice const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.device(command.serial);
    if (reason != Reason::changed_meanwhile || !id.exists()) return {};
    MoveDevice other = command;
    auto const room = asked.ledger.devices()[id].room;
    other.expects_room = room.exists() ? asked.ledger.rooms()[room].key : std::string {};
    if (other.expects_room == other.room) return {};
    return { { std::move(other) } };
}

Ways ways_for(Assign const& command, Reason reason, Asked const& asked)
{
    switch (reason) {
    case Reason::warranty_cut: return by_warning_of_the_cap(command);
    case Reason::room_not_in_sync: return in_sync_first(command, asked.ledger);
    case Reason::before_purchase: return once_bought(command, asked.ledger);
    case Reason::unknown_licence:
    case Reason::already_assigned:
    case Reason::after_cancellation:
    case Reason::after_term:
    case Reason::licence_of_other_account: return by_another_licence(command, asked);
    default: return {};
    }
}

Ways ways_for(EndAssignment const& command, Reason reason, Asked const& asked)
{
    auto const* const row = assignment_of(command, asked.ledger);
    if (reason != Reason::changed_meanwhile || !row || row->days.to == command.to) return {};
    EndAssignment other = command;
    other.expects_to = row->days.to;
    return { { std::move(other) } };
}

Ways ways_for(ExtendWarranty const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::warranty_cut) return by_warning_of_the_cap(command);
    auto const order = asked.ledger.order(command.licence.order);
    auto const number = order.exists() ? free_number(asked.ledger, order, command.on) : 0;
    if (reason != Reason::licence_on_device || number == 0) return {};
    ExtendWarranty other = command;
    other.licence.number = number;
    return { { std::move(other) } };
}

// R71: what links the room, or the one of Sync, comes apart first.
Ways ways_for(LinkSyncRoom const& command, Reason reason, Asked const& asked)
{
    Ledger const& ledger = asked.ledger;
    auto const room = ledger.room(command.room);
    if (reason != Reason::sync_room_taken || !room.exists()) return {};
    Way way;
    for (SyncRoomId const id : { ledger.sync_room_of(room), ledger.sync_room(command.sync_id) }) {
        if (!is_linked(ledger, id)) continue;
        SyncRoom const& row = ledger.sync_rooms()[id];
        way.emplace_back(UnlinkSyncRoom { ledger.rooms()[row.room].key, row.key });
    }
    way.emplace_back(command);
    return { std::move(way) };
}

// R93, R97: what is deployed, the most common first.
Ways ways_for(AgreeSpare const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::spare_not_deployed) return {};
    Ways ways;
    for (SpareCandidate const& each : choice_of_spares(asked.ledger, asked.catalogue, command.on).candidates) {
        AgreeSpare other = command;
        other.model = asked.ledger.models()[each.model];
        ways.push_back({ std::move(other) });
    }
    return ways;
}

} // namespace keyrack::engine
