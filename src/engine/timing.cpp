#include "engine/timing.hpp"

#include "engine/naming.hpp"

#include <chrono>

namespace keyrack::engine {

namespace {

std::size_t count_of(Ledger const& ledger, Timed what)
{
    switch (what) {
    case Timed::assignment_begun:
    case Timed::assignment_ended: return ledger.assignments().size();
    case Timed::order_cancelled: return ledger.orders().size();
    case Timed::device_placed: return ledger.devices().size();
    case Timed::stay_begun:
    case Timed::stay_ended: return ledger.stays().size();
    case Timed::licences_acquired: return ledger.css().holdings().size();
    case Timed::licences_left: return ledger.css().departures().size();
    case Timed::contract_begun: return ledger.css().contracts().size();
    case Timed::tier_raised: return ledger.css().tier_changes().size();
    }
    return 0;
}

// Of the thing's day, which is from the entry.
template <class IdOf>
std::optional<Instant> timing_of(Ledger const& ledger, Timed what, IdOf thing, EntryId entry)
{
    for (TimingId const id : ledger.timings_of(what, thing)) {
        Timing const& each = ledger.timings()[id];
        if (each.entry == entry) return each.at == beginning ? std::nullopt : std::optional { each.at };
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

bool is_of_css(Timed what)
{
    switch (what) {
    case Timed::licences_acquired:
    case Timed::licences_left:
    case Timed::contract_begun:
    case Timed::tier_raised: return true;
    case Timed::assignment_begun:
    case Timed::assignment_ended:
    case Timed::order_cancelled:
    case Timed::device_placed:
    case Timed::stay_begun:
    case Timed::stay_ended: return false;
    }
    return false;
}

bool is_of_a_row(Timing const& timing, Ledger const& ledger)
{
    return timing.thing >= 0 && static_cast<std::size_t>(timing.thing) < count_of(ledger, timing.what);
}

std::optional<Instant> given_at(Ledger const& ledger, AssignmentId id)
{
    Assignment const& row = ledger.assignments()[id];
    return timing_of(ledger, Timed::assignment_begun, id, row.entry);
}

std::optional<Instant> taken_at(Ledger const& ledger, AssignmentId id)
{
    Assignment const& row = ledger.assignments()[id];
    return timing_of(ledger, Timed::assignment_ended, id, row.changed);
}

std::optional<Instant> cancelled_at(Ledger const& ledger, OrderId id)
{
    Order const& row = ledger.orders()[id];
    if (!row.cancelled_on) return std::nullopt;
    return timing_of(ledger, Timed::order_cancelled, id, row.changed);
}

std::optional<Instant> placed_at(Ledger const& ledger, DeviceId id)
{
    Device const& row = ledger.devices()[id];
    return timing_of(ledger, Timed::device_placed, id, last_entry(row));
}

// A stay keeps its first day, whatever ends it.
std::optional<Instant> begun_at(Ledger const& ledger, StayId id)
{
    for (TimingId const each : ledger.timings_of(Timed::stay_begun, id)) return ledger.timings()[each].at;
    return std::nullopt;
}

std::optional<Instant> ended_at(Ledger const& ledger, StayId id)
{
    Stay const& row = ledger.stays()[id];
    return timing_of(ledger, Timed::stay_ended, id, row.entry);
}

std::optional<Instant> begun_at(Ledger const& ledger, HoldingId id)
{
    Holding const& row = ledger.css().holdings()[id];
    return timing_of(ledger, Timed::licences_acquired, id, row.entry);
}

std::optional<Instant> begun_at(Ledger const& ledger, DepartureId id)
{
    Departure const& row = ledger.css().departures()[id];
    return timing_of(ledger, Timed::licences_left, id, row.entry);
}

std::optional<Instant> begun_at(Ledger const& ledger, ContractId id)
{
    Contract const& row = ledger.css().contracts()[id];
    return timing_of(ledger, Timed::contract_begun, id, row.entry);
}

std::optional<Instant> begun_at(Ledger const& ledger, TierChangeId id)
{
    TierChange const& row = ledger.css().tier_changes()[id];
    return timing_of(ledger, Timed::tier_raised, id, row.entry);
}

RoomId room_at(Ledger const& ledger, DeviceId id, Date day, Instant at)
{
    Device const& row = ledger.devices()[id];
    if (has_come(row.in_room_since, placed_at(ledger, id), day, at)) return row.room;
    for (StayId const each : ledger.walk(id)) {
        Stay const& stay = ledger.stays()[each];
        bool const counts = stay.standing == Standing::valid;
        if (!counts || !has_come(stay.days.from, begun_at(ledger, each), day, at)) continue;
        return has_come(stay.days.to, ended_at(ledger, each), day, at) ? RoomId::none() : stay.room;
    }
    return RoomId::none();
}

} // namespace keyrack::engine
