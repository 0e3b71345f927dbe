// What would do instead of a refused command about orders and their licences, on rooms and on devices.

#include "engine/assigning.hpp"
#include "engine/cures.hpp"
#include "engine/device_licences.hpp"
#include "engine/fold.hpp"
#include "engine/naming.hpp"
#include "engine/ways_parts.hpp"

#include <iterator>
#include <optional>
#include <set>
#include <tuple>

namespace keyrack::engine {

namespace {

// D6: the operator has it told and no longer refused.
Ways by_warning_of_the_cap(Command const& command)
{
    return { after({ SetCapEffect { CapEffect::blocks, CapEffect::warns } }, command) };
}

LicenceKey key_of(Ledger const& ledger, OrderId order, std::int32_t number)
{
    return { ledger.orders()[order].key, number };
}

bool is_for_devices(Asked const& asked, OrderId order)
{
    return asked.catalogue[asked.ledger.orders()[order].programme].term.is_for_devices();
}

// A number of the order that nothing holds from that day on; 0: there is none.
std::int32_t free_number(Ledger const& ledger, OrderId order, Date from)
{
    auto const taken = taken_from(ledger, order, from);
    for (std::int32_t number = 1; number <= ledger.orders()[order].quantity; ++number)
        if (!std::ranges::binary_search(taken, number)) return number;
    return 0;
}

// The same of an order whose licences go on devices.
std::int32_t free_for_a_device(Ledger const& ledger, OrderId order)
{
    std::set<std::int32_t> taken;
    for (DeviceLicence const& row : ledger.device_licences().rows())
        if (row.order == order && row.standing == Standing::valid) taken.insert(row.number);
    for (std::int32_t number = 1; number <= ledger.orders()[order].quantity; ++number)
        if (!taken.contains(number)) return number;
    return 0;
}

// What stands on the order's licences is taken back.
std::vector<Command> without_assignments(Ledger const& ledger, OrderId order)
{
    WithdrawAssignments all;
    for (AssignmentId const id : ledger.walk(order)) {
        Assignment const& row = ledger.assignments()[id];
        if (row.standing == Standing::valid)
            all.assignments.push_back({ key_of(ledger, order, row.number), row.days.from });
    }
    std::vector<Command> steps;
    if (!all.assignments.empty()) steps.emplace_back(std::move(all));
    for (DeviceLicence const& row : ledger.device_licences().rows())
        if (row.order == order && row.standing == Standing::valid)
            steps.emplace_back(
                WithdrawExtension { key_of(ledger, order, row.number), ledger.devices()[row.device].serial });
    return steps;
}

// --- assignments -----------------------------------------------------------------------------------------------------

// R79: the rooms are defined in Sync first.
Ways in_sync_first(Assign const& command, Ledger const& ledger)
{
    std::vector<Command> steps;
    for (Pairing const& pair : command.pairs) {
        Command const define = SetInSync { pair.room, InSync::no, InSync::yes };
        auto const room = ledger.room(pair.room);
        bool const lacks = room.exists() && ledger.rooms()[room].in_sync == InSync::no;
        if (lacks && std::ranges::find(steps, define) == steps.end()) steps.push_back(define);
    }
    return { after(std::move(steps), command) };
}

// R39: from the day on which all that it names is bought.
Ways once_bought(Assign const& command, Ledger const& ledger)
{
    Assign later = command;
    for (Pairing const& pair : command.pairs)
        if (auto const order = ledger.order(pair.licence.order); order.exists())
            later.from = std::max(later.from, ledger.orders()[order].purchased_on);
    return { instead(std::move(later)) };
}

// R81: the licence moves from where it is; it was never there where it would only come later.
void add_move(Assign const& command, Ledger const& ledger, LicenceRef licence, Ways& ways)
{
    auto const by = overlapping(ledger, licence, { command.from, command.to });
    if (!by.exists()) return;
    Period const days = ledger.assignments()[by].days;
    auto const& key = command.pairs.front().licence;
    if (days.from < command.from)
        return ways.push_back(after({ EndAssignment { key, days.from, days.to, command.from } }, command));
    Assign until = command;
    until.to = days.from;
    ways.push_back(instead(std::move(until)));
    ways.push_back(after({ WithdrawAssignments { { { key, days.from } } } }, command));
}

// R76: another licence of the order, then whatever else would cover the room by its programme, then the licence itself.
Ways by_another_licence(Assign const& command, Asked const& asked)
{
    auto const& [licence, key] = command.pairs.front();
    auto const room = asked.ledger.room(key);
    auto const order = asked.ledger.order(licence.order);
    if (!room.exists() || !order.exists()) return {};
    Assign other = command;
    other.pairs.front().licence.number = free_number(asked.ledger, order, command.from);
    Ways ways;
    if (other.pairs.front().licence.number > 0) ways.push_back(instead(std::move(other)));
    auto const programme = asked.ledger.orders()[order].programme;
    for (Cure& cure : cures_by_licence(
             asked.ledger, asked.catalogue, room, { &programme, 1 }, command.from, SyncNeed::by_programme)) {
        auto const preparing = cure.steps.size() - 1;
        ways.push_back({ std::move(cure.steps), preparing });
    }
    add_move(command, asked.ledger, { order, licence.number }, ways);
    return ways;
}

// R67: a licence of that kind goes on a device of the room, and the room gets one of another kind.
Ways on_its_devices(Assign const& command, Asked const& asked)
{
    auto const& [licence, key] = command.pairs.front();
    auto const room = asked.ledger.room(key);
    if (!room.exists()) return {};
    Ways ways;
    for (DeviceId const id : asked.ledger.devices_in(room))
        if (asked.ledger.devices()[id].standing == Standing::valid)
            ways.push_back(instead(ExtendWarranty { licence, asked.ledger.devices()[id].serial, command.from }));
    return ways;
}

// Those that can be assigned together, then each of the others by itself: only those need another way.
Ways one_by_one(Assign const& command, Asked const& asked)
{
    Assign together { {}, command.from, command.to };
    std::vector<Command> others;
    for (Pairing const& pair : command.pairs) {
        Assign alone { { pair }, command.from, command.to };
        bool const twice = std::ranges::contains(together.pairs, pair.licence, &Pairing::licence);
        bool const goes = decide(asked.ledger, asked.catalogue, alone, EntryId::none(), Manner::live).has_value();
        if (goes && !twice)
            together.pairs.push_back(pair);
        else
            others.emplace_back(std::move(alone));
    }
    if (!together.pairs.empty()) others.insert(others.begin(), std::move(together));
    return { { std::move(others), 0 } };
}

Assignment const* assignment_of(Ledger const& ledger, LicenceKey const& licence, Date from)
{
    auto const order = ledger.order(licence.order);
    if (!order.exists()) return nullptr;
    for (AssignmentId const id : ledger.walk(LicenceRef { order, licence.number })) {
        Assignment const& row = ledger.assignments()[id];
        if (row.standing == Standing::valid && row.days.from == from) return &row;
    }
    return nullptr;
}

// Assignments of the order, those of the same licence first, and of the nearest day.
std::vector<Withdrawal> assignments_near(Ledger const& ledger, LicenceKey const& licence, Date from)
{
    std::vector<Withdrawal> near;
    auto const order = ledger.order(licence.order);
    if (!order.exists()) return near;
    for (AssignmentId const id : ledger.walk(order)) {
        Assignment const& row = ledger.assignments()[id];
        bool const alike = row.number == licence.number || row.days.from == from;
        if (row.standing == Standing::valid && alike)
            near.push_back({ key_of(ledger, order, row.number), row.days.from });
    }
    std::ranges::stable_sort(near, {}, [&](Withdrawal const& each) {
        auto const days = std::abs((each.from - from).count());
        return std::tuple { each.licence.number == licence.number ? 0 : 1, days, each.from, each.licence.number };
    });
    return near;
}

bool names_no_assignment(Reason reason)
{
    return reason == Reason::unknown_assignment || reason == Reason::unknown_licence;
}

// R76: to the day on which the licence is needed elsewhere, or so that it is not.
Ways until_the_next(EndAssignment const& command, Asked const& asked)
{
    auto const order = asked.ledger.order(command.licence.order);
    auto const* const row = assignment_of(asked.ledger, command.licence, command.from);
    if (!order.exists() || !row) return {};
    LicenceRef const licence { order, command.licence.number };
    for (AssignmentId const id : asked.ledger.walk(licence)) {
        Assignment const& other = asked.ledger.assignments()[id];
        bool const follows = other.standing == Standing::valid && command.from < other.days.from;
        if (!follows || command.to <= other.days.from) continue;
        EndAssignment sooner = command;
        sooner.to = other.days.from;
        Ways ways;
        if (sooner.to != row->days.to) ways.push_back(instead(std::move(sooner)));
        ways.push_back(after({ WithdrawAssignments { { { command.licence, other.days.from } } } }, command));
        return ways;
    }
    return {};
}

// --- licences on devices ---------------------------------------------------------------------------------------------

// R67: a licence that is free, of the order first, then of any other order of such licences.
Ways by_another_licence(ExtendWarranty const& command, Asked const& asked)
{
    auto const own = asked.ledger.order(command.licence.order);
    Ways ways;
    auto const add = [&](OrderId order) {
        auto const number = is_for_devices(asked, order) ? free_for_a_device(asked.ledger, order) : 0;
        if (number == 0) return;
        ExtendWarranty other = command;
        other.licence = key_of(asked.ledger, order, number);
        ways.push_back(instead(std::move(other)));
    };
    if (own.exists()) add(own);
    for (std::uint32_t row = 0; row < asked.ledger.orders().size(); ++row) {
        auto const id = OrderId::of_row(row);
        if (id != own && asked.ledger.orders()[id].standing == Standing::valid) add(id);
    }
    return ways;
}

// It comes off the other device first.
void add_move(ExtendWarranty const& command, Ledger const& ledger, Ways& ways)
{
    auto const by = device_licence_of(ledger, { ledger.order(command.licence.order), command.licence.number });
    if (!by.exists()) return;
    auto const& serial = ledger.devices()[ledger.device_licences()[by].device].serial;
    if (serial != command.serial) ways.push_back(after({ WithdrawExtension { command.licence, serial } }, command));
}

// R67: the licence serves the room that the device is in.
void add_room_of_device(ExtendWarranty const& command, Ledger const& ledger, Ways& ways)
{
    auto const device = ledger.device(command.serial);
    if (!device.exists()) return;
    auto const room = ledger.room_of(device, command.on);
    if (room.exists())
        ways.push_back(instead(Assign { { { command.licence, ledger.rooms()[room].key } }, command.on, never }));
}

} // namespace

// R37, R38: a duration that is sold. D5: nothing is cancelled before it was bought.
Ways ways_for(PlaceOrder const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.catalogue.find(command.programme);
    if (!id.exists()) return {};
    if (reason == Reason::before_purchase) {
        PlaceOrder other = command;
        other.cancelled_on = command.purchased_on;
        return { instead(std::move(other)) };
    }
    if (reason != Reason::years_not_sold && reason != Reason::bad_years) return {};
    auto const& sold = asked.catalogue[id].term_on(command.purchased_on).sku_years.value;
    return by_sold_years(command, sold.empty() ? asked.catalogue[id].years_offered() : sold);
}

Ways ways_for(RemoveOrder const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.order(command.order);
    if (reason != Reason::has_dependents || !id.exists()) return {};
    return { after(without_assignments(asked.ledger, id), command) };
}

// D5: the window is closed for good; it had opened with the purchase. What was cancelled for another day is not any more.
Ways ways_for(CancelOrder const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.order(command.order);
    if (!id.exists()) return {};
    Order const& order = asked.ledger.orders()[id];
    if (reason == Reason::before_purchase) return { instead(CancelOrder { command.order, order.purchased_on }) };
    if (reason != Reason::changed_meanwhile || order.cancelled_on == command.on) return {};
    return { after({ WithdrawCancellation { command.order, *order.cancelled_on } }, command) };
}

Ways ways_for(WithdrawCancellation const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.order(command.order);
    if (reason != Reason::changed_meanwhile || !id.exists()) return {};
    auto const& cancelled = asked.ledger.orders()[id].cancelled_on;
    return cancelled ? Ways { instead(WithdrawCancellation { command.order, *cancelled }) } : Ways {};
}

Ways ways_for(Assign const& command, Reason reason, Asked const& asked)
{
    bool const several = command.pairs.size() != 1;
    switch (reason) {
    case Reason::bad_period: return { instead(Assign { command.pairs, command.from, never }) };
    case Reason::warranty_cut: return by_warning_of_the_cap(command);
    case Reason::room_not_in_sync: return in_sync_first(command, asked.ledger);
    case Reason::before_purchase: return once_bought(command, asked.ledger);
    case Reason::licence_not_for_rooms: return several ? one_by_one(command, asked) : on_its_devices(command, asked);
    case Reason::unknown_licence:
    case Reason::already_assigned:
    case Reason::after_cancellation:
    case Reason::after_term:
    case Reason::licence_of_other_account:
        return several ? one_by_one(command, asked) : by_another_licence(command, asked);
    default: return {};
    }
}

// R81, D18: as it stands now; what ends before it begins was never there.
Ways ways_for(EndAssignment const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::already_assigned) return until_the_next(command, asked);
    if (reason == Reason::bad_period) return { instead(WithdrawAssignments { { { command.licence, command.from } } }) };
    Ways ways;
    if (names_no_assignment(reason))
        for (Withdrawal& each : assignments_near(asked.ledger, command.licence, command.from))
            ways.push_back(
                instead(EndAssignment { std::move(each.licence), each.from, command.expects_to, command.to }));
    auto const* const row = assignment_of(asked.ledger, command.licence, command.from);
    if (reason != Reason::changed_meanwhile || !row) return ways;
    return as_found(command, &EndAssignment::expects_to, &EndAssignment::to, row->days.to);
}

Ways ways_for(WithdrawAssignments const& command, Reason reason, Asked const& asked)
{
    if (!names_no_assignment(reason)) return {};
    WithdrawAssignments other = command;
    for (Withdrawal& each : other.assignments) {
        if (assignment_of(asked.ledger, each.licence, each.from)) continue;
        auto near = assignments_near(asked.ledger, each.licence, each.from);
        std::erase_if(near, [&](auto const& found) { return std::ranges::contains(other.assignments, found); });
        if (!near.empty()) each = std::move(near.front());
    }
    return other == command ? Ways {} : Ways { instead(std::move(other)) };
}

Ways ways_for(ExtendWarranty const& command, Reason reason, Asked const& asked)
{
    Ways ways;
    switch (reason) {
    case Reason::warranty_cut: return by_warning_of_the_cap(command);
    case Reason::before_purchase: {
        ExtendWarranty later = command;
        later.on = asked.ledger.orders()[asked.ledger.order(command.licence.order)].purchased_on;
        return { instead(std::move(later)) };
    }
    case Reason::unknown_licence:
    case Reason::after_cancellation: return by_another_licence(command, asked);
    case Reason::licence_not_for_devices:
        ways = by_another_licence(command, asked);
        add_room_of_device(command, asked.ledger, ways);
        return ways;
    case Reason::licence_on_device:
        ways = by_another_licence(command, asked);
        add_move(command, asked.ledger, ways);
        return ways;
    default: return ways;
    }
}

// The device that the licence is on, or the licences that are on the device.
Ways ways_for(WithdrawExtension const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::unknown_extension && reason != Reason::unknown_licence) return {};
    Ledger const& ledger = asked.ledger;
    Ways ways;
    for (DeviceLicence const& row : ledger.device_licences().rows()) {
        WithdrawExtension other { key_of(ledger, row.order, row.number), ledger.devices()[row.device].serial };
        bool const alike = other.licence == command.licence || other.serial == command.serial;
        if (row.standing == Standing::valid && alike) ways.push_back(instead(std::move(other)));
    }
    return ways;
}

} // namespace keyrack::engine
