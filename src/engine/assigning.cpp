#include "engine/assigning.hpp"

#include "engine/coverage.hpp"
#include "engine/setup.hpp"

#include <algorithm>

namespace keyrack::engine {

Period term_if_assigned(Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId id, Date from)
{
    Order const& order = ledger.orders()[id];
    return term_of(
        order, std::min(ledger.first_assigned_on(id), from), catalogue[order.programme].term_on(order.purchased_on));
}

AssignmentId left_outside(Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, Period term)
{
    if (ledger.last_assigned_on(order) < term.to) return AssignmentId::none(); // nearly always
    Period const now = term_of(ledger, catalogue, order);
    if (now.to <= term.to) return AssignmentId::none();
    for (AssignmentId const id : ledger.walk(order)) {
        Assignment const& row = ledger.assignments()[id];
        if (row.standing == Standing::valid && term.to <= row.days.from && row.days.from < now.to) return id;
    }
    return AssignmentId::none();
}

bool can_assign_from(Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId id, Date from)
{
    Order const& order = ledger.orders()[id];
    if (order.standing == Standing::withdrawn || from < order.purchased_on) return false;
    if (order.cancelled_on && *order.cancelled_on <= from) return false;
    Period const term = term_if_assigned(ledger, catalogue, id, from);
    return from < term.to && !left_outside(ledger, catalogue, id, term).exists();
}

std::vector<std::int32_t> taken_from(Ledger const& ledger, OrderId order, Date from)
{
    std::vector<std::int32_t> numbers;
    for (DeviceLicence const& each : ledger.device_licences().rows()) // they stay where they are
        if (each.order == order && each.standing == Standing::valid) numbers.push_back(each.number);
    for (AssignmentId const id : ledger.walk(order)) {
        Assignment const& row = ledger.assignments()[id];
        if (row.standing == Standing::valid && from < row.days.to) numbers.push_back(row.number);
    }
    std::ranges::sort(numbers);
    auto const repeated = std::ranges::unique(numbers);
    numbers.erase(repeated.begin(), repeated.end());
    return numbers;
}

std::int64_t free_count(Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, Date from)
{
    if (!can_assign_from(ledger, catalogue, order, from)) return 0;
    auto const taken = taken_from(ledger, order, from).size();
    return ledger.orders()[order].quantity - static_cast<std::int64_t>(taken);
}

std::optional<CutWarranty> cut_by_cap(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Order const& order, RoomId room, Date until)
{
    auto const& programme = catalogue[order.programme];
    auto const& years = programme.warranty_cap_years_on(order.purchased_on);
    if (!years || !programme.gives(catalogue::Feature::warranty_extension)) return std::nullopt;
    std::optional<CutWarranty> most;
    for (DeviceId const device : ledger.devices_in(room)) {
        Device const& row = ledger.devices()[device];
        Date const cap = plus_years(row.purchased_on, years->value);
        if (row.standing == Standing::valid && cap < until && (!most || cap < most->cap)) most = { device, until, cap };
    }
    return most;
}

std::optional<AskedOfRoom> asked_of(Ledger const& ledger, RoomId room)
{
    Room const& row = ledger.rooms()[room];
    if (row.standing != Standing::valid) return std::nullopt;
    if (cap_effect(ledger) == CapEffect::blocks && !ledger.devices_in(room).empty()) return std::nullopt;
    return AskedOfRoom { row.account, row.in_sync };
}

bool cap_blocks(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Order const& order, RoomId room, Date until)
{
    return cap_effect(ledger) == CapEffect::blocks && cut_by_cap(ledger, catalogue, order, room, until).has_value();
}

AssignmentId overlapping(Ledger const& ledger, LicenceRef licence, Period days, AssignmentId but)
{
    for (AssignmentId const id : ledger.walk(licence)) {
        Assignment const& row = ledger.assignments()[id];
        if (id != but && row.standing == Standing::valid && row.days.overlaps(days)) return id;
    }
    return AssignmentId::none();
}

} // namespace keyrack::engine
