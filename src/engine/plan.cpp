#include "engine/plan.hpp"

#include "engine/assigning.hpp"
#include "engine/coverage_rules.hpp"
#include "engine/matching.hpp"
#include "engine/service_orders.hpp"
#include "engine/verdict.hpp"
#include "engine/warranty.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

// Up to so many steps the best plan is sought: about a second in a browser. Beyond, a good one and a bound.
constexpr std::uint64_t most_steps = 50'000'000;

struct PlanDay
{
    Ledger const& ledger;
    Catalogue const& catalogue;
    std::vector<Priority> by; // all of them
    ProgrammeId programme;
    Date day;
};

std::vector<Priority> all_of(std::vector<Priority> by)
{
    for (Priority const each : priorities)
        if (std::ranges::find(by, each) == by.end()) by.push_back(each);
    return by;
}

// Orders with free licences that are worth the same to every room.
struct Source
{
    ProgrammeId programme;
    Date until {};
    AccountId account;            // whose rooms alone they serve (R47); none(): any
    std::optional<int> cap_years; // by the terms under which they were bought (R88)
    Date purchased {};            // one of those days
    std::int64_t free = 0;
    std::vector<OrderId> orders {}; // by row

    [[nodiscard]] auto alike() const { return std::tuple { programme, until, account, cap_years }; }
};

// A room without cover.
struct Seat
{
    RoomId room;
    Date next = never;                // when an assignment of its own begins
    std::vector<DeviceId> devices {}; // in it on the day
};

bool asks_for_sync(PlanDay const& of, ProgrammeId programme)
{
    return of.catalogue[programme].eligible_rooms.value == catalogue::EligibleRooms::in_sync;
}

void add_source(PlanDay const& of, OrderId id, std::int64_t free, std::vector<Source>& sources)
{
    Order const& order = of.ledger.orders()[id];
    Period const term = term_if_assigned(of.ledger, of.catalogue, id, of.day);
    auto const account = keeps_its_licences(of.ledger, order.account) ? order.account : AccountId::none();
    auto const& cap = of.catalogue[order.programme].warranty_cap_years_on(order.purchased_on);
    auto const cap_years = cap ? std::optional { cap->value } : std::nullopt;
    Source const fresh { order.programme, end_of(order, term), account, cap_years, order.purchased_on };
    auto found = std::ranges::find(sources, fresh.alike(), &Source::alike);
    if (found == sources.end()) found = sources.insert(found, fresh);
    found->free += free;
    found->orders.push_back(id);
}

std::vector<Source> sources(PlanDay const& of, Plan& plan)
{
    std::vector<Source> sources;
    for (std::uint32_t row = 0; row < of.ledger.orders().size(); ++row) {
        auto const id = OrderId::of_row(row);
        auto const programme = of.ledger.orders()[id].programme;
        if (of.programme.exists() && programme != of.programme) continue;
        if (of.catalogue[programme].term.is_for_devices()) continue; // no room takes one (R67)
        auto const free = free_count(of.ledger, of.catalogue, id, of.day);
        if (free < 1) continue;
        Date const first = of.ledger.first_assigned_on(id);
        if (of.day < first && first != never) {
            plan.orders.push_back({ id, first });
            continue;
        }
        add_source(of, id, free, sources);
    }
    return sources;
}

Date next_cover(Ledger const& ledger, RoomId room, Date day)
{
    Date next = never;
    for (AssignmentId const id : ledger.walk(room)) {
        Assignment const& row = ledger.assignments()[id];
        if (row.standing == Standing::valid && day < row.days.from) next = std::min(next, row.days.from);
    }
    return next;
}

std::vector<DeviceId> devices_on(PlanDay const& of, RoomId room)
{
    auto devices = of.ledger.devices_in(room);
    std::erase_if(devices, [&](DeviceId id) {
        return of.ledger.devices()[id].standing == Standing::withdrawn || of.ledger.room_of(id, of.day) != room;
    });
    return devices;
}

std::vector<Seat> seats(PlanDay const& of)
{
    auto const columns = coverage_of_all(of.ledger, of.catalogue, of.day);
    std::vector<Seat> seats;
    for (std::uint32_t row = 0; row < of.ledger.rooms().size(); ++row) {
        auto const id = RoomId::of_row(row);
        bool const covered = std::ranges::any_of(
            columns.programmes, [&](auto const& programme) { return programme.until[row] != always; });
        if (covered || of.ledger.room_columns().standing[row] == Standing::withdrawn) continue;
        seats.push_back({ id, next_cover(of.ledger, id, of.day), devices_on(of, id) });
    }
    return seats;
}

// R87, R88: by how many days the warranties of the room's devices grow while the programme covers it until then.
std::int64_t warranty_days(PlanDay const& of, Seat const& seat, Source const& source, Date until)
{
    if (!of.catalogue[source.programme].gives(catalogue::Feature::warranty_extension)) return 0;
    NoWitness nobody;
    Extension const extension { source.programme, until, source.purchased };
    std::int64_t days = 0;
    for (DeviceId const id : seat.devices) {
        auto const warranty = warranty_of(of.ledger, of.catalogue, id, of.day, { &extension, 1 }, nobody);
        Date const without = std::max(of.day, warranty.base_end.value_or(of.day));
        days += std::max(0, days_since_epoch(*warranty.extended_to) - days_since_epoch(without));
    }
    return days;
}

std::int64_t count(PlanDay const& of, Priority priority, Seat const& seat, Source const& source)
{
    Date const until = std::min(source.until, seat.next);
    switch (priority) {
    case Priority::room_days: return days_since_epoch(until) - days_since_epoch(of.day);
    case Priority::important_rooms: return of.ledger.rooms()[seat.room].importance == Importance::important ? 1 : 0;
    case Priority::warranty_days: return warranty_days(of, seat, source, until);
    }
    return 0;
}

enum class Fit { fits, not_in_sync, other_account, not_provided, warranty_cut };

Fit fit(PlanDay const& of, Seat const& seat, Source const& source)
{
    bool const in_sync = of.ledger.room_columns().in_sync[seat.room.row()] == InSync::yes;
    NoWitness nobody;
    if (!country_is_served(of.ledger, source.programme, seat.room, of.day, nobody)) return Fit::not_provided;
    if (asks_for_sync(of, source.programme) && !in_sync) return Fit::not_in_sync;
    bool const any = !source.account.exists() || of.ledger.rooms()[seat.room].account == source.account;
    if (!any) return Fit::other_account;
    bool const cut =
        cap_blocks(of.ledger, of.catalogue, of.ledger.orders()[source.orders.front()], seat.room, source.until);
    return cut ? Fit::warranty_cut : Fit::fits;
}

// Refers to its arguments.
Offers offers(PlanDay const& of, std::vector<Seat> const& seats, std::vector<Source> const& sources)
{
    Offers offers { .takers = seats.size(), .capacities = {}, .worth = {} };
    for (Source const& source : sources) offers.capacities.push_back(source.free);
    offers.worth = [&](std::size_t seat, std::size_t source) -> std::optional<Worth> {
        if (fit(of, seats[seat], sources[source]) != Fit::fits) return std::nullopt;
        Worth worth;
        for (std::size_t at = 0; at < of.by.size(); ++at)
            worth.counts[at] = count(of, of.by[at], seats[seat], sources[source]);
        return worth;
    };
    return offers;
}

LeftOut why_left_out(PlanDay const& of, Seat const& seat, std::vector<Source> const& sources)
{
    auto why = LeftOut::nothing_free;
    for (Source const& source : sources) {
        switch (fit(of, seat, source)) {
        case Fit::fits: return LeftOut::no_licence_left;
        case Fit::not_in_sync: why = std::min(why, LeftOut::not_in_sync); break;
        case Fit::other_account: why = std::min(why, LeftOut::other_account); break;
        case Fit::not_provided: why = std::min(why, LeftOut::not_provided); break;
        case Fit::warranty_cut: why = std::min(why, LeftOut::warranty_cut); break;
        }
    }
    return why;
}

// The free licences of a source that are used, one after another, order by order.
std::vector<LicenceRef> licences(PlanDay const& of, Source const& source, std::size_t count)
{
    std::vector<LicenceRef> licences;
    for (OrderId const order : source.orders) {
        for (std::int32_t const number : free_licences(of.ledger, of.catalogue, order, of.day, count - licences.size()))
            licences.push_back({ order, number });
    }
    std::ranges::reverse(licences); // taken from the end
    return licences;
}

// By source, as many as the matching takes of it.
std::vector<std::vector<LicenceRef>> taken_licences(
    PlanDay const& of, std::vector<Source> const& sources, Matching const& matching)
{
    std::vector<std::size_t> used(sources.size(), 0);
    for (std::size_t const source : matching)
        if (source != no_place) ++used[source];
    std::vector<std::vector<LicenceRef>> taken;
    for (std::size_t source = 0; source < sources.size(); ++source)
        taken.push_back(licences(of, sources[source], used[source]));
    return taken;
}

void write_down(PlanDay const& of, std::vector<Seat> const& seats, std::vector<Source> const& sources,
    Matching const& matching, Plan& plan)
{
    auto left = taken_licences(of, sources, matching);
    Assign assign { .pairs = {}, .from = of.day };
    for (std::size_t seat = 0; seat < seats.size(); ++seat) {
        auto const room = seats[seat].room;
        auto const source = matching[seat];
        if (source == no_place) {
            plan.rooms.push_back({ room, why_left_out(of, seats[seat], sources) });
            continue;
        }
        auto const licence = left[source].back();
        left[source].pop_back();
        plan.planned.push_back({ room, licence, std::min(sources[source].until, seats[seat].next) });
        assign.pairs.push_back(
            { { of.ledger.orders()[licence.order].key, licence.number }, of.ledger.rooms()[room].key });
    }
    if (!assign.pairs.empty()) plan.steps.emplace_back(std::move(assign));
}

} // namespace

std::string_view code(Priority priority)
{
    switch (priority) {
    case Priority::room_days: return "room_days";
    case Priority::important_rooms: return "important_rooms";
    case Priority::warranty_days: return "warranty_days";
    }
    return {};
}

std::string_view code(LeftOut why)
{
    switch (why) {
    case LeftOut::no_licence_left: return "no_licence_left";
    case LeftOut::not_in_sync: return "not_in_sync";
    case LeftOut::other_account: return "other_account";
    case LeftOut::warranty_cut: return "warranty_cut";
    case LeftOut::not_provided: return "not_provided";
    case LeftOut::nothing_free: return "nothing_free";
    }
    return {};
}

std::string_view code(Found found)
{
    return found == Found::best ? "best" : "within_bound";
}

Plan plan_on(Ledger const& ledger, Catalogue const& catalogue, PlanWishes const& wishes, Date as_of)
{
    PlanDay const of { ledger, catalogue, all_of(wishes.by), wishes.programme, as_of };
    Plan plan;
    auto const free = sources(of, plan);
    auto const rooms = seats(of);
    auto const worths = offers(of, rooms, free);
    auto const steps = std::uint64_t { rooms.size() } * free.size() * free.size();
    bool const seek_best = steps <= most_steps;
    auto const pairs = seek_best ? BestPairs {} : best_pairs(worths);
    auto const matching = seek_best ? best_matching(worths) : quick_matching(worths, pairs);
    plan.worth = worth_of(worths, matching);
    plan.bound = seek_best ? plan.worth : bound_of(worths, pairs);
    plan.found = plan.worth == plan.bound ? Found::best : Found::within_bound;
    write_down(of, rooms, free, matching, plan);
    return plan;
}

} // namespace keyrack::engine
