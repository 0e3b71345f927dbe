// Every command that can be taken back is taken back by another one, and leaves what was there before.

#include "engine/warranty.hpp"
#include "support/random_tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

// All that anybody can see of a tenant on a day, by the keys of things: rows that were added and taken back are no
// difference.
struct Sight
{
    std::vector<std::tuple<std::string, std::vector<Date>>> rooms;
    std::vector<std::tuple<std::string, Period, std::int64_t, std::int64_t>> orders;
    std::vector<std::tuple<std::string, std::string, Warranty>> devices;
    std::int64_t spares = 0, earned = 0;
    bool operator==(Sight const&) const = default;
};

Sight sight_of(Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day)
{
    Sight sight;
    auto const columns = coverage_of_all(ledger, catalogue, day);
    auto const warranties = warranty_of_all(ledger, catalogue, columns, day);
    for (Room const& room : ledger.rooms().rows()) {
        std::vector<Date> until;
        for (auto const& column : columns.programmes) until.push_back(column.until[ledger.room(room.key).row()]);
        until.push_back(room.in_sync == InSync::yes ? never : always);
        if (room.standing == Standing::valid) sight.rooms.emplace_back(room.key, until);
    }
    for (Order const& order : ledger.orders().rows()) {
        auto const status = status_of(ledger, catalogue, ledger.order(order.key), day);
        if (order.standing == Standing::valid)
            sight.orders.emplace_back(order.key, status.term, status.assigned, status.free);
    }
    for (Device const& device : ledger.devices().rows()) {
        auto const id = ledger.device(device.serial);
        auto const room = ledger.room_of(id, day);
        if (device.standing == Standing::valid)
            sight.devices.emplace_back(
                device.serial, room.exists() ? ledger.rooms()[room].key : "", warranties[id.row()]);
    }
    auto const spares = spares_on(ledger, catalogue, day);
    sight.spares = spares.entitled;
    sight.earned = spares.earned;
    return sight;
}

} // namespace

TEST_CASE("each command names the one that takes it back", "[engine]")
{
    auto const day = date("2026-02-01");
    struct Row
    {
        char const* name;
        Command command;
        std::optional<Command> want;
    };
    std::vector<Row> const rows {
        { "open", OpenTenant { "T" }, std::nullopt },
        { "rename", RenameTenant { "T", "U" }, RenameTenant { "U", "T" } },
        { "import", Import { "f.json", 1 }, std::nullopt },
        { "account", AddAccount { "a", "A", "", "" }, RemoveAccount { "a" } },
        { "account back", RemoveAccount { "a" }, std::nullopt },
        { "base warranty", SetBaseWarranty { std::nullopt, 2 }, SetBaseWarranty { 2, std::nullopt } },
        { "order", placing("PO-1", "select", 1, 1, "2026-01-10"), RemoveOrder { "PO-1" } },
        { "cancellation", CancelOrder { "PO-1", day }, WithdrawCancellation { "PO-1", day } },
        { "cancellation back", WithdrawCancellation { "PO-1", day }, CancelOrder { "PO-1", day } },
        { "room", adding_room("left"), RemoveRoom { "left" } },
        { "room back", RemoveRoom { "left" }, std::nullopt },
        { "room corrected", CorrectRoom { "left", { "left", "", "CH" }, { "Left", "Bern", "CH" } },
         CorrectRoom { "left", { "Left", "Bern", "CH" }, { "left", "", "CH" } } },
        { "in Sync", SetInSync { "left", InSync::no, InSync::yes }, SetInSync { "left", InSync::yes, InSync::no } },
        { "device", adding_device("SN-1", "2026-01-01", "left"), RemoveDevice { "SN-1" } },
        { "move", MoveDevice { "SN-1", "left", "", day }, MoveDevice { "SN-1", "", "left", day } },
        { "assign", assigning("PO-1", 3, "left", "2026-02-01"), WithdrawAssignments { { { { "PO-1", 3 }, day } } } },
        { "end", EndAssignment { { "PO-1", 3 }, day, never, day + Days { 9 } },
         EndAssignment { { "PO-1", 3 }, day, day + Days { 9 }, never } },
        { "invitation", SendInvitation { "L1", "ada@acme.example", "Ada", Role::admin, {}, day },
         WithdrawInvitation { "L1" } },
        { "invitation back", WithdrawInvitation { "L1" }, ReopenInvitation { "L1" } },
        { "invitation again", ReopenInvitation { "L1" }, WithdrawInvitation { "L1" } },
        { "withdraw", WithdrawAssignments { { { { "PO-1", 3 }, day } } }, std::nullopt },
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(compensation(row.command) == row.want);
    }
}

TEST_CASE("a device that is moved and moved back the same day was never away", "[engine][R81]")
{
    Tenant tenant;
    tenant.room("left").room("right").apply(
        AddDevice { "SN-1", "Tap", date("2025-06-01"), "left", date("2026-01-01") });
    auto const before = tenant.ledger.devices().rows()[0];
    std::vector<Command> const moves {
        MoveDevice { "SN-1", "left",  "right", date("2026-03-01") },
        MoveDevice { "SN-1", "right", "",      date("2026-03-01") },
        MoveDevice { "SN-1", "",      "right", date("2026-04-01") },
        MoveDevice { "SN-1", "right", "left",  date("2026-05-01") },
    };
    for (Command const& move : moves) tenant.apply(move);
    CHECK(tenant.ledger.room_of(DeviceId::of_row(0), date("2026-04-15")) == tenant.room_id("right"));
    for (auto move = moves.rbegin(); move != moves.rend(); ++move)
        tenant.apply(*compensation(*move)); // all four, one after the other
    auto after = tenant.ledger.devices().rows()[0];
    after.changed = before.changed;
    CHECK(after == before);
    CHECK(tenant.ledger.room_of(DeviceId::of_row(0), date("2026-04-15")) == tenant.room_id("left"));
    tenant.apply(RemoveDevice { "SN-1" });
}

TEST_CASE("property: what is taken back leaves every answer as it was, and cannot be taken back twice",
    "[engine][property][B1]")
{
    int taken_back = 0;
    for (auto const seed : seeds(60)) {
        CAPTURE(seed);
        Tenant tenant = random_tenant(seed, Manner::live);
        Random random { seed + 1'000 };
        for (int step = 0; step < 25; ++step) {
            auto const command = random_command(tenant, random);
            auto const back = compensation(command);
            auto const before = tenant.ledger;
            if (!back || !tenant.try_to(command)) continue;
            CAPTURE(step, command.index());
            auto const days = days_to_look_at(tenant, random, 8);
            REQUIRE(outcome(tenant.try_to(*back)) == "applied");
            ++taken_back;
            for (Date const day : days) {
                CAPTURE(shown(day));
                REQUIRE(sight_of(tenant.ledger, tenant.catalogue(), day) == sight_of(before, tenant.catalogue(), day));
            }
            if (!compensation(*back)) // a removal: the second time finds nothing
                CHECK(outcome(tenant.try_to(*back)) == "changed_meanwhile");
        }
    }
    CHECK((taken_back > 0 || replays()));
}
