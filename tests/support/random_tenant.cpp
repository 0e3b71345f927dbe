#include "support/random_tenant.hpp"

#include <algorithm>
#include <cstdlib>

namespace keyrack::test {

using namespace engine;

namespace {

constexpr int days_of_history = 1'500;

Date random_day(Random& random)
{
    return date("2024-01-01") + Days { random.below(days_of_history) };
}

std::string numbered(char const* prefix, int number)
{
    return prefix + std::to_string(number);
}

// A key of something that is there, or now and then one of something that is not.
template <class Row>
std::string some_key(std::vector<Row> const& rows, std::string Row::* key, Random& random)
{
    if (rows.empty() || random.one_in(20)) return "unknown";
    return random.one_of(rows).*key;
}

LicenceKey some_licence(Tenant const& tenant, Random& random)
{
    auto const& orders = tenant.ledger.orders().rows();
    if (orders.empty()) return { "unknown", 1 };
    Order const& order = random.one_of(orders);
    return { order.key, 1 + random.below(order.quantity + (random.one_in(20) ? 1 : 0)) };
}

// Near a date that matters to the order, so that both sides of every boundary are met.
Date day_near(Order const& order, Random& random)
{
    std::vector<int> const offsets { 0, 1, 29, 30, 31, 59, 60, 61, 365, 366, random.below(400), random.below(2'000) };
    return order.purchased_on + Days { random.one_of(offsets) - (random.one_in(15) ? 3 : 0) };
}

Command some_order(Tenant const& tenant, Random& random)
{
    auto const number = random.below(static_cast<int>(tenant.ledger.orders().size()) + 3);
    bool const is_select = !random.one_in(3);
    PlaceOrder order { numbered("PO-", number), "", is_select ? "select" : "sync_plus",
        is_select ? 1 + random.below(5) : 1, 1 + random.below(4), random_day(random), std::nullopt };
    if (random.one_in(10)) order.cancelled_on = order.purchased_on + Days { random.below(32) };
    if (random.one_in(30)) order.years = 7;
    return order;
}

Command some_room(Tenant const& tenant, Random& random)
{
    auto const number = random.below(static_cast<int>(tenant.ledger.rooms().size()) + 3);
    return adding_room(numbered("room-", number), random.one_in(4) ? InSync::no : InSync::yes);
}

Command some_device(Tenant const& tenant, Random& random)
{
    auto const number = random.below(static_cast<int>(tenant.ledger.devices().size()) + 3);
    auto const room = random.one_in(6) ? std::string {} : some_key(tenant.ledger.rooms().rows(), &Room::key, random);
    return AddDevice { numbered("SN-", number), random.one_in(2) ? "Rally Bar" : "Tap", random_day(random), room,
        random.one_in(2) ? std::nullopt : std::optional { random_day(random) } };
}

Command some_assign(Tenant const& tenant, Random& random)
{
    Assign assign;
    int const count = random.one_in(5) ? 2 + random.below(2) : 1;
    for (int pair = 0; pair < count; ++pair)
        assign.pairs.push_back(
            { some_licence(tenant, random), some_key(tenant.ledger.rooms().rows(), &Room::key, random) });
    auto const order = tenant.ledger.order(assign.pairs.front().licence.order);
    assign.from = order.exists() ? day_near(tenant.ledger.orders()[order], random) : random_day(random);
    if (!random.one_in(3)) assign.to = assign.from + Days { random.below(500) };
    assign.at = moment_within(assign.from);
    return assign;
}

Command some_change_of_assignment(Tenant const& tenant, Random& random)
{
    auto const& assignments = tenant.ledger.assignments().rows();
    if (assignments.empty()) return some_assign(tenant, random);
    Assignment const& row = random.one_of(assignments);
    LicenceKey const licence { tenant.ledger.orders()[row.order].key, row.number };
    if (random.one_in(3)) return WithdrawAssignments { { { licence, row.days.from } } };
    EndAssignment end { licence, row.days.from, random.one_in(20) ? never : row.days.to,
        random.one_in(8) ? never : row.days.from + Days { random.below(300) } };
    end.at = moment_within(end.to);
    return end;
}

Command some_change_of_order(Tenant const& tenant, Random& random)
{
    auto const& orders = tenant.ledger.orders().rows();
    if (orders.empty()) return some_order(tenant, random);
    Order const& order = random.one_of(orders);
    if (random.one_in(3)) return RemoveOrder { order.key };
    if (order.cancelled_on) return WithdrawCancellation { order.key, *order.cancelled_on };
    CancelOrder cancel { order.key, day_near(order, random) };
    cancel.at = moment_within(cancel.on);
    return cancel;
}

Command some_change_of_room(Tenant const& tenant, Random& random)
{
    auto const& rooms = tenant.ledger.rooms().rows();
    if (rooms.empty() || random.one_in(4)) return some_room(tenant, random);
    Room const& room = random.one_of(rooms);
    if (random.one_in(3)) return RemoveRoom { room.key };
    bool const now = room.in_sync == InSync::yes;
    return SetInSync { room.key, room.in_sync, now ? InSync::no : InSync::yes };
}

Command some_change_of_device(Tenant const& tenant, Random& random)
{
    auto const& devices = tenant.ledger.devices().rows();
    if (devices.empty() || random.one_in(5)) return some_device(tenant, random);
    Device const& device = random.one_of(devices);
    if (random.one_in(5)) return RemoveDevice { device.serial };
    auto const here = device.room.exists() ? tenant.ledger.rooms()[device.room].key : std::string {};
    auto const there = random.one_in(4) ? std::string {} : some_key(tenant.ledger.rooms().rows(), &Room::key, random);
    Date const settled = device.in_room_since == always ? date("2024-01-01") : device.in_room_since;
    int const days = random.below(200) - 5;
    Date const on = settled + Days { days % 4 == 0 ? 0 : days };
    MoveDevice move { device.serial, here, there, on, moment_within(on) };
    if (move.at) *move.at += std::chrono::minutes { tenant.next_entry().row() % 300 }; // of several on one day
    return move;
}

} // namespace

std::optional<Instant> moment_within(Date day)
{
    auto const number = day.time_since_epoch().count();
    if (day == never || number % 3 != 0) return std::nullopt;
    return Instant { day.time_since_epoch() } + std::chrono::minutes { number % 1'440 };
}

std::uint64_t Random::next()
{
    m_state += 0x9E37'79B9'7F4A'7C15; // splitmix64
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ mixed >> 30U) * 0xBF58'476D'1CE4'E5B9;
    mixed = (mixed ^ mixed >> 27U) * 0x94D0'49BB'1331'11EB;
    return mixed ^ mixed >> 31U;
}

int Random::below(int count)
{
    return static_cast<int>(next() % static_cast<std::uint64_t>(count));
}

Command random_command(Tenant const& tenant, Random& random)
{
    switch (random.below(10)) {
    case 0: return some_change_of_order(tenant, random);
    case 1: return some_change_of_room(tenant, random);
    case 2: return some_change_of_device(tenant, random);
    case 3: return some_order(tenant, random);
    case 4:
    case 5: return some_change_of_assignment(tenant, random);
    case 6: {
        auto const before = tenant.ledger.tenant().base_warranty_years;
        return SetBaseWarranty { before, random.one_in(5) ? std::nullopt : std::optional { 1 + random.below(3) } };
    }
    default: return some_assign(tenant, random);
    }
}

Tenant random_tenant(std::uint64_t seed, Manner manner, Sizes sizes)
{
    Random random { seed };
    Tenant tenant;
    for (int room = 0; room < sizes.rooms; ++room) (void)tenant.try_to(some_room(tenant, random), manner);
    for (int order = 0; order < sizes.orders; ++order) (void)tenant.try_to(some_order(tenant, random), manner);
    for (int device = 0; device < sizes.devices; ++device) (void)tenant.try_to(some_device(tenant, random), manner);
    for (int step = 0; step < sizes.steps; ++step) (void)tenant.try_to(random_command(tenant, random), manner);
    return tenant;
}

namespace {

// The days on which something changes, and those beside them.
std::vector<Date> days_of_change(Tenant const& tenant)
{
    std::vector<Date> days;
    auto const around = [&](Date day) {
        if (day == never || day == always) return;
        for (int offset = -1; offset <= 1; ++offset) days.push_back(day + Days { offset });
    };
    Ledger const& ledger = tenant.ledger;
    for (std::uint32_t row = 0; row < ledger.orders().size(); ++row) {
        auto const id = OrderId::of_row(row);
        Period const term = term_of(ledger, tenant.catalogue(), id);
        around(term.from);
        around(term.to);
        around(ledger.orders()[id].purchased_on);
        around(ledger.orders()[id].cancelled_on.value_or(never));
    }
    for (Assignment const& row : ledger.assignments().rows()) {
        around(row.days.from);
        around(row.days.to);
    }
    for (Stay const& stay : ledger.stays().rows()) around(stay.days.to);
    return days;
}

} // namespace

std::vector<Date> days_to_look_at(Tenant const& tenant, Random& random, int count)
{
    auto const changes = days_of_change(tenant);
    std::vector<Date> days;
    for (int pick = 0; pick < count; ++pick) {
        bool const any_day = changes.empty() || random.one_in(5);
        days.push_back(any_day ? random_day(random) + Days { random.below(900) } : random.one_of(changes));
    }
    return days;
}

bool replays()
{
    return std::getenv("KEYRACK_SEED") != nullptr;
}

std::vector<std::uint64_t> seeds(int count)
{
    std::uint64_t first = 1;
    auto last = static_cast<std::uint64_t>(count);
    if (char const* const wanted = std::getenv("KEYRACK_SEED")) {
        char* rest = nullptr;
        first = last = std::strtoull(wanted, &rest, 10);
        if (*rest == '-') last = std::strtoull(rest + 1, nullptr, 10);
    }
    std::vector<std::uint64_t> all;
    for (std::uint64_t seed = first; seed <= last; ++seed) all.push_back(seed);
    return all;
}

} // namespace keyrack::test
