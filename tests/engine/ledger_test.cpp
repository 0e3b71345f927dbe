// The ledger's rows and what is kept beside them to find things.

#include "support/random_tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

// The ledger again, from its rows alone, as the store loads it.
Ledger reloaded(Ledger const& from)
{
    Ledger ledger;
    ledger.apply(from.tenant());
    auto const names = [&]<class Put>(std::vector<std::string> const& all, Put) {
        for (std::uint32_t row = 0; row < all.size(); ++row)
            ledger.apply(Put { decltype(Put::id)::of_row(row), all[row] });
    };
    names(from.sites().all(), PutSite {});
    names(from.models().all(), PutModel {});
    auto const rows = [&]<class Row, class IdOf>(Table<Row, IdOf> const& table) {
        for (std::uint32_t row = 0; row < table.size(); ++row)
            ledger.apply(Put<Row, IdOf> { IdOf::of_row(row), table.rows()[row] });
    };
    rows(from.accounts());
    rows(from.orders());
    rows(from.rooms());
    rows(from.devices());
    rows(from.stays());
    rows(from.assignments());
    rows(from.timings());
    return ledger;
}

} // namespace

TEST_CASE("a key leads to its row among many, and an unknown one to none", "[engine]")
{
    Tenant tenant;
    for (int number = 0; number < 5'000; ++number) (void)tenant.try_to(adding_room("room-" + std::to_string(number)));
    for (int number = 0; number < 5'000; ++number) {
        auto const id = tenant.ledger.room("room-" + std::to_string(number));
        if (id != RoomId::of_row(static_cast<std::uint32_t>(number))) FAIL_CHECK(number);
    }
    CHECK_FALSE(tenant.ledger.room("room-5000").exists());
    CHECK_FALSE(tenant.ledger.room("").exists());
    CHECK_FALSE(Ledger {}.order("PO-1").exists());
    CHECK_FALSE(tenant.ledger.device("room-1").exists());
}

TEST_CASE("an index of keys keeps those apart that share a hash", "[engine]")
{
    std::vector<std::string> const keys { "a", "b", "c", "d" };
    KeyIndex index;
    for (std::uint32_t row = 0; row < keys.size(); ++row)
        index.insert(row < 3 ? 7 : 23, row); // 23 falls on the same slot in a table of 16
    auto const find = [&](std::uint32_t hash, std::string const& key) {
        return index.find(hash, [&](std::uint32_t row) { return keys[row] == key; });
    };
    CHECK(find(7, "a") == 0);
    CHECK(find(7, "c") == 2);
    CHECK(find(23, "d") == 3);
    CHECK(find(7, "d") == KeyIndex::nothing);
    CHECK(find(23, "a") == KeyIndex::nothing);
    CHECK(find(8, "a") == KeyIndex::nothing);
}

TEST_CASE("chains give the latest first, and gatherings let members go", "[engine]")
{
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "select", 1, 3, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01", "2026-03-01").assign("PO-1", 1, "right", "2026-03-01");
    tenant.assign("PO-1", 2, "left", "2026-04-01");
    auto const ids = [](std::vector<std::uint32_t> rows) {
        std::vector<AssignmentId> all;
        for (auto const row : rows) all.push_back(AssignmentId::of_row(row));
        return all;
    };
    CHECK(tenant.ledger.assignments_of(tenant.room_id("left")) == ids({ 2, 0 }));
    CHECK(tenant.ledger.assignments_of(tenant.room_id("right")) == ids({ 1 }));
    CHECK(tenant.ledger.assignments_of(LicenceRef { tenant.order_id("PO-1"), 1 }) == ids({ 1, 0 }));
    CHECK(tenant.ledger.assignments_of(LicenceRef { tenant.order_id("PO-1"), 3 }).empty());
    CHECK(tenant.ledger.assignments_of(tenant.order_id("PO-1")) == ids({ 2, 1, 0 }));

    tenant.device("SN-0", "2026-01-01", "left")
        .device("SN-1", "2026-01-01", "left")
        .device("SN-2", "2026-01-01", "left");
    tenant.apply(MoveDevice { "SN-1", "left", "right", date("2026-03-01") });
    tenant.apply(MoveDevice { "SN-0", "left", "right", date("2026-03-02") });
    CHECK(tenant.ledger.devices_in(tenant.room_id("left")) == std::vector { DeviceId::of_row(2) });
    CHECK(
        tenant.ledger.devices_in(tenant.room_id("right")) == std::vector { DeviceId::of_row(0), DeviceId::of_row(1) });
    CHECK(tenant.ledger.stays_of(DeviceId::of_row(0)).size() == 1);
}

TEST_CASE("property: a ledger loaded from its rows answers as the one that was folded", "[engine][property]")
{
    for (auto const seed : seeds(60)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, seed % 2 == 0 ? Manner::live : Manner::history);
        auto const loaded = reloaded(tenant.ledger);
        REQUIRE(loaded == tenant.ledger);
        for (std::uint32_t row = 0; row < loaded.orders().size(); ++row) {
            auto const id = OrderId::of_row(row);
            CHECK(loaded.first_assigned_on(id) == tenant.ledger.first_assigned_on(id));
            CHECK(loaded.last_assigned_on(id) == tenant.ledger.last_assigned_on(id));
            CHECK(loaded.assignments_of(id) == tenant.ledger.assignments_of(id));
            CHECK(loaded.order(loaded.orders()[id].key) == id);
        }
        for (std::uint32_t row = 0; row < loaded.rooms().size(); ++row) {
            auto const id = RoomId::of_row(row);
            CHECK(loaded.devices_in(id) == tenant.ledger.devices_in(id));
            CHECK(loaded.assignments_of(id) == tenant.ledger.assignments_of(id));
        }
    }
}

TEST_CASE("property: the first and last assignment of an order are those of its valid rows", "[engine][property][R39]")
{
    for (auto const seed : seeds(60)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, Manner::history);
        for (std::uint32_t row = 0; row < tenant.ledger.orders().size(); ++row) {
            auto const id = OrderId::of_row(row);
            Date first = never;
            Date last = always;
            for (Assignment const& each : tenant.ledger.assignments().rows()) {
                if (each.order != id || each.standing == Standing::withdrawn) continue;
                first = std::min(first, each.days.from);
                last = std::max(last, each.days.from);
            }
            CHECK(shown(tenant.ledger.first_assigned_on(id)) == shown(first));
            CHECK(shown(tenant.ledger.last_assigned_on(id)) == shown(last));
        }
    }
}
