// What holds for every tenant, lawful or not: over random ones, each failure with its seed.

#include "engine/spares.hpp"
#include "engine/warranty.hpp"
#include "support/random_tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using catalogue::Feature;

namespace {

constexpr std::array features { Feature::warranty_extension, Feature::insights, Feature::alerts,
    Feature::premium_support };

Manner manner_of(std::uint64_t seed)
{
    return seed % 2 == 0 ? Manner::live : Manner::history;
}

// Whether any of the proofs, or of their parts, holds otherwise than it should: a composed rule and its parts.
bool adds_up(Proof const& proof)
{
    bool const parts_hold =
        std::ranges::all_of(proof.parts, [](Proof const& part) { return part.holds == Holds::yes; });
    bool const composed = proof.rule == Rule::room_has_active_licence || proof.rule == Rule::order_in_force;
    if (composed && !proof.parts.empty() && (proof.holds == Holds::yes) != parts_hold) return false;
    return std::ranges::all_of(proof.parts, adds_up);
}

// The room's answers by programme and by feature, held against the columns. Says whether any was a yes.
bool same_for_room(Tenant const& tenant, CoverageColumns const& columns, RoomId room, Date day)
{
    auto const& ledger = tenant.ledger;
    auto const& catalogue = tenant.catalogue();
    bool any = false;
    for (ProgrammeId const programme : catalogue.ids()) {
        CAPTURE(programme.row());
        auto const& column = columns.programmes[programme.row()];
        auto const verdict = covered_by(ledger, catalogue, room, programme, day);
        CHECK(shown(verdict.until.value_or(always)) == shown(column.until[room.row()]));
        CHECK(verdict.by == column.by[room.row()]);
        CHECK((verdict.answer == Holds::yes) == verdict.by.exists());
        CHECK_FALSE(verdict.proof.empty());
        CHECK(std::ranges::all_of(verdict.proof, adds_up));
        for (Proof const& proof : verdict.proof) CHECK(proof.holds == verdict.answer);
        any = any || verdict.answer == Holds::yes;
    }
    for (Feature const feature : features) {
        CAPTURE(code(feature));
        bool const in_bulk = has_feature(ledger, catalogue, columns, room, feature);
        CHECK((has_feature(ledger, catalogue, room, feature, day).answer == Holds::yes) == in_bulk);
    }
    auto const by_any = covered(ledger, catalogue, room, day);
    CHECK((by_any.answer == Holds::yes) == any);
    return any;
}

// Applies the steps, all but the one left out; a step that is refused ends it, as it would for a person.
enum class Steps { all, all_but_one };

void apply_steps(Ledger& ledger, Tenant const& tenant, Cure const& cure, Steps steps, std::size_t left_out)
{
    for (std::size_t step = 0; step < cure.steps.size(); ++step) {
        if (steps == Steps::all_but_one && step == left_out) continue;
        (void)fold(ledger, tenant.catalogue(), cure.steps[step], EntryId::none(), Manner::live);
    }
}

// B1: the cure flips the verdict, no part of it does, and cover then lasts as long as it said.
template <class Ask>
void check_cures(Tenant const& tenant, Verdict const& verdict, Ask const& ask)
{
    for (Cure const& cure : verdict.cures) {
        CAPTURE(code(cure.kind), shown(cure.until));
        Ledger cured = tenant.ledger;
        apply_steps(cured, tenant, cure, Steps::all, 0);
        auto const after = ask(cured);
        CHECK(after.answer == Holds::yes);
        CHECK(shown(after.until.value_or(always)) == shown(cure.until));
        for (std::size_t step = 0; step < cure.steps.size(); ++step) {
            CAPTURE(step);
            Ledger partly = tenant.ledger;
            apply_steps(partly, tenant, cure, Steps::all_but_one, step);
            CHECK(ask(partly).answer == Holds::no);
        }
    }
    CHECK(std::ranges::is_sorted(verdict.cures, std::ranges::greater {}, &Cure::until));
}

} // namespace

TEST_CASE("property: the bulk tables and the proofs give one answer", "[engine][property][B1][R76][R77][R110][R111]")
{
    int covered_rooms = 0;
    for (auto const seed : seeds(40)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, manner_of(seed));
        Random random { seed };
        for (Date const day : days_to_look_at(tenant, random, 20)) {
            CAPTURE(shown(day));
            auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), day);
            for (std::uint32_t row = 0; row < tenant.ledger.rooms().size(); ++row) {
                CAPTURE(row);
                covered_rooms += same_for_room(tenant, columns, RoomId::of_row(row), day) ? 1 : 0;
            }
        }
    }
    CHECK((covered_rooms > 0 || replays())); // or the property would have held of nothing
}

TEST_CASE("property: the columns of rooms and devices are what their rows say, and features are counted by them",
    "[engine][property][B1]")
{
    for (auto const seed : seeds(40)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, manner_of(seed));
        Ledger const& ledger = tenant.ledger;
        auto const& devices = ledger.device_columns();
        REQUIRE(devices.room.size() == ledger.devices().size());
        for (std::uint32_t row = 0; row < devices.room.size(); ++row) {
            Device const& device = ledger.devices().rows()[row];
            CHECK(devices.purchased_on[row] == device.purchased_on);
            CHECK(devices.room[row] == device.room);
            CHECK(devices.in_room_since[row] == device.in_room_since);
            CHECK(devices.standing[row] == device.standing);
        }
        Date const day = date("2026-03-01");
        auto const columns = coverage_of_all(ledger, tenant.catalogue(), day);
        std::int64_t with_insights = 0;
        REQUIRE(ledger.room_columns().in_sync.size() == ledger.rooms().size());
        for (std::uint32_t row = 0; row < ledger.rooms().size(); ++row) {
            Room const& room = ledger.rooms().rows()[row];
            CHECK(ledger.room_columns().in_sync[row] == room.in_sync);
            CHECK(ledger.room_columns().standing[row] == room.standing);
            bool const has =
                has_feature(ledger, tenant.catalogue(), columns, RoomId::of_row(row), catalogue::Feature::insights);
            with_insights += has && room.standing == Standing::valid ? 1 : 0;
        }
        CHECK(rooms_with_feature(ledger, tenant.catalogue(), columns, catalogue::Feature::insights) == with_insights);
    }
}

TEST_CASE("property: warranties and orders in bulk are those that are proven", "[engine][property][B1][R87][R88][D6]")
{
    int extended = 0;
    for (auto const seed : seeds(40)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, manner_of(seed));
        Random random { seed };
        for (Date const day : days_to_look_at(tenant, random, 20)) {
            CAPTURE(shown(day));
            auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), day);
            auto const warranties = warranty_of_all(tenant.ledger, tenant.catalogue(), columns, day);
            for (std::uint32_t row = 0; row < warranties.size(); ++row) {
                auto const proven = warranty_on(tenant.ledger, tenant.catalogue(), DeviceId::of_row(row), day);
                CHECK(proven.warranty == warranties[row]);
                extended += proven.warranty.extended_to ? 1 : 0;
            }
            for (std::uint32_t row = 0; row < columns.orders.size(); ++row) {
                auto const status = status_of(tenant.ledger, tenant.catalogue(), OrderId::of_row(row), day);
                bool const stands = tenant.ledger.orders().rows()[row].standing == Standing::valid;
                CHECK((status.state == OrderState::running && stands) == columns.orders[row].in_force);
                CHECK(status.term == columns.orders[row].term);
            }
        }
    }
    CHECK((extended > 0 || replays()));
}

TEST_CASE("property: every cure flips its verdict, and no part of it does", "[engine][property][B1]")
{
    int cures = 0;
    for (auto const seed : seeds(30)) {
        CAPTURE(seed);
        auto const tenant =
            random_tenant(seed, manner_of(seed), { .rooms = 5, .orders = 6, .devices = 0, .steps = 40 });
        Random random { seed };
        auto days = days_to_look_at(tenant, random, 12);
        for (int pick = 0; pick < 12; ++pick) {
            Date const day = random.one_of(days);
            auto const room = RoomId::of_row(
                static_cast<std::uint32_t>(random.below(static_cast<int>(tenant.ledger.rooms().size()))));
            CAPTURE(shown(day), room.row());
            auto const check = [&](auto const& ask) {
                auto const verdict = ask(tenant.ledger);
                cures += static_cast<int>(verdict.cures.size());
                check_cures(tenant, verdict, ask);
            };
            auto const& catalogue = tenant.catalogue();
            check([&](Ledger const& in) { return covered_by(in, catalogue, room, select_id, day); });
            check([&](Ledger const& in) { return covered_by(in, catalogue, room, sync_plus_id, day); });
            check([&](Ledger const& in) { return covered(in, catalogue, room, day); });
            check([&](Ledger const& in) { return has_feature(in, catalogue, room, Feature::insights, day); });
            check([&](Ledger const& in) { return has_feature(in, catalogue, room, Feature::instant_rma, day); });
        }
    }
    CHECK((cures > 0 || replays()));
}

TEST_CASE("property: a command that is refused changes nothing, and deciding never does", "[engine][property]")
{
    int refused = 0;
    for (auto const seed : seeds(60)) {
        CAPTURE(seed);
        Tenant tenant = random_tenant(seed, manner_of(seed));
        Random random { seed + 500 };
        for (int step = 0; step < 40; ++step) {
            auto const command = random_command(tenant, random);
            auto const before = tenant.ledger;
            auto const entry = tenant.next_entry();
            auto const decision = decide(tenant.ledger, tenant.catalogue(), command, entry, manner_of(seed));
            CHECK(tenant.ledger == before);
            auto const folded = tenant.try_to(command, manner_of(seed));
            CHECK(decision.has_value() == folded.has_value());
            if (!folded) {
                ++refused;
                CHECK(decision.error() == folded.error());
                CHECK(tenant.ledger == before);
                continue;
            }
            CHECK(decision->flags == *folded);
            auto applied = before;
            for (Change const& change : decision->changes) applied.apply(change);
            CHECK(applied == tenant.ledger);
        }
    }
    CHECK((refused > 0 || replays()));
}

TEST_CASE("property: the same commands in the same order give the same ledger", "[engine][property]")
{
    for (auto const seed : seeds(40)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, manner_of(seed));
        Ledger replayed;
        std::uint32_t entry = 0;
        for (Command const& command : tenant.applied())
            CHECK(fold(replayed, tenant.catalogue(), command, EntryId::of_row(entry++), manner_of(seed)).has_value());
        CHECK(replayed == tenant.ledger);
    }
}

TEST_CASE("property: what a person may do, a file may bring without a flag but for its parties", "[engine][property]")
{
    for (auto const seed : seeds(40)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, Manner::live);
        Tenant as_history;
        for (Command const& command : tenant.applied()) {
            if (std::holds_alternative<OpenTenant>(command)) continue;
            auto const folded = as_history.try_to(command, Manner::history);
            REQUIRE(folded.has_value());
            for (Denial const& flag : *folded) // and what the person was told, too
                CHECK((flag.reason == Reason::parties_unknown || flag.reason >= first_warning));
        }
        CHECK(as_history.ledger == tenant.ledger);
    }
}

TEST_CASE(
    "property: no licence serves two rooms, and nothing valid stands on what was taken back", "[engine][property][R76]")
{
    for (auto const seed : seeds(60)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, manner_of(seed));
        auto const& ledger = tenant.ledger;
        auto const& rows = ledger.assignments().rows();
        for (std::size_t left = 0; left < rows.size(); ++left) {
            if (rows[left].standing == Standing::withdrawn) continue;
            CHECK(ledger.rooms()[rows[left].room].standing == Standing::valid);
            CHECK(ledger.orders()[rows[left].order].standing == Standing::valid);
            for (std::size_t right = left + 1; right < rows.size(); ++right) {
                bool const same = rows[left].order == rows[right].order && rows[left].number == rows[right].number;
                if (same && rows[right].standing == Standing::valid)
                    CHECK_FALSE(rows[left].days.overlaps(rows[right].days));
            }
        }
        for (Device const& device : ledger.devices().rows()) {
            if (device.standing == Standing::valid && device.room.exists())
                CHECK(ledger.rooms()[device.room].standing == Standing::valid);
        }
    }
}

TEST_CASE("property: spares follow from the orders that count, and earned ones never fall while a contract runs",
    "[engine][property][R90][D8][D9]")
{
    for (auto const seed : seeds(40)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, manner_of(seed));
        Random random { seed };
        for (Date const day : days_to_look_at(tenant, random, 20)) {
            CAPTURE(shown(day));
            std::int64_t licences = 0;
            for (std::uint32_t row = 0; row < tenant.ledger.orders().size(); ++row) {
                auto const id = OrderId::of_row(row);
                if (counts_for_spares(tenant.ledger, tenant.catalogue(), id, day))
                    licences += tenant.ledger.orders()[id].quantity;
            }
            auto const spares = spares_on(tenant.ledger, tenant.catalogue(), day);
            CHECK(spares.licences == licences);
            CHECK(spares.entitled == licences / 50);
            CHECK(spares.earned >= spares.entitled);
            CHECK((spares.steps.empty() || spares.steps.back().licences == licences));
        }
    }
}

TEST_CASE("property: free licences are those that can be assigned", "[engine][property][D18]")
{
    for (auto const seed : seeds(30)) {
        CAPTURE(seed);
        auto tenant = random_tenant(seed, manner_of(seed));
        Random random { seed };
        auto const days = days_to_look_at(tenant, random, 20);
        for (std::uint32_t row = 0; row < tenant.ledger.orders().size(); ++row) {
            auto const id = OrderId::of_row(row);
            Order const order = tenant.ledger.orders()[id];
            if (order.standing == Standing::withdrawn || order.programme != select_id) continue;
            Date const day = random.one_of(days);
            CAPTURE(order.key, shown(day));
            auto const free = free_licences(tenant.ledger, tenant.catalogue(), id, day, 100);
            CHECK(static_cast<std::int64_t>(free.size()) == status_of(tenant.ledger, tenant.catalogue(), id, day).free);
            for (std::int32_t number = 1; number <= order.quantity; ++number) {
                auto fork = tenant;
                auto const room = random.one_of(tenant.ledger.rooms().rows());
                if (room.standing == Standing::withdrawn) continue;
                Assign const assign { { { { order.key, number }, room.key } }, day, never };
                bool const offered = std::ranges::find(free, number) != free.end();
                CAPTURE(number);
                CHECK(outcome(fork.try_to(assign)).starts_with("applied") == offered);
            }
        }
    }
}
