// Rooms as Sync knows them: taken in from its lists, linked, taken apart, removed: R15, R71, R79, R99.

#include "engine/retelling.hpp"
#include "engine/setup.hpp"
#include "support/asking.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <string>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

std::vector<SyncListed> some_list()
{
    return {
        { "s-1", "Fjord",  "Oslo",    "NO", RoomState::online  },
        { "s-2", "Alster", "Hamburg", "DE", RoomState::offline },
        { "s-3", "Limmat", "Zürich",  "CH", RoomState::unknown }
    };
}

// Two rooms that were made by hand, one of them in Sync's list too.
Tenant by_hand()
{
    auto tenant = shipped_tenant();
    tenant.apply(AddRoom { "fjord", "Fjord", "Oslo", "NO", "", InSync::no, Importance::ordinary });
    return std::move(tenant.apply(AddRoom { "attic", "Attic", "Oslo", "NO", "", InSync::no, Importance::ordinary }));
}

SyncImportAnswer import_of(Tenant const& tenant, std::vector<SyncListed> list)
{
    return told<SyncImportAnswer>(tenant, SyncImportQuestion { std::move(list) }, "2026-02-01");
}

void run(Tenant& tenant, std::vector<Command> const& steps)
{
    for (Command const& step : steps) tenant.apply(step);
}

} // namespace

TEST_CASE("R15, R71: rooms come from Sync, and those made by hand are found again", "[engine][R15][R71][R79]")
{
    auto tenant = by_hand();
    auto const first = import_of(tenant, some_list());
    CHECK(first.listed == 3);
    CHECK(first.added == 2);
    CHECK(first.linked == 1); // Fjord in Oslo
    CHECK(first.reported == 2);
    CHECK(first.gone == 0);
    run(tenant, first.steps);
    auto const& rooms = tenant.ledger.rooms();
    CHECK(rooms.size() == 4);
    CHECK(rooms[tenant.room_id("fjord")].in_sync == InSync::yes);
    CHECK(rooms[tenant.room_id("attic")].in_sync == InSync::no);
    CHECK(tenant.ledger.sync_rooms()[tenant.ledger.sync_room("s-1")].room == tenant.room_id("fjord"));
    CHECK(tenant.ledger.sync_rooms()[tenant.ledger.sync_room("s-2")].state == RoomState::offline);

    CHECK(import_of(tenant, some_list()).steps.empty()); // again: nothing to do

    auto list = some_list();
    list[0].state = RoomState::needs_attention;
    list.pop_back(); // Limmat was taken out of the account
    auto const second = import_of(tenant, list);
    CHECK(second.added + second.linked == 0);
    CHECK(second.reported == 1);
    CHECK(second.gone == 1);
    run(tenant, second.steps);
    CHECK(rooms[tenant.room_id("s-3")].in_sync == InSync::no); // it stays, its licences too
    CHECK(import_of(tenant, list).steps.empty());
    run(tenant, import_of(tenant, some_list()).steps); // and comes back
    CHECK(rooms[tenant.room_id("s-3")].in_sync == InSync::yes);
    CHECK(rooms.size() == 4);
}

TEST_CASE("R71: a list finds no room that it could mistake", "[engine][R71]")
{
    auto tenant = by_hand();
    tenant.apply(AddRoom { "fjord-2", "Fjord", "Oslo", "NO", "", InSync::no, Importance::ordinary });
    CHECK(import_of(tenant, some_list()).linked == 0); // two of that name at that site
    CHECK(import_of(tenant, { some_list()[0], some_list()[0] }).listed == 1);
    SyncListed taken { "attic", "Other", "Oslo", "NO", RoomState::unknown };
    auto const answer = import_of(tenant, { taken });
    run(tenant, answer.steps);
    CHECK(tenant.ledger.room("attic-2").exists()); // the key is another room's
}

TEST_CASE("R15, R99: help is offered in the state that Sync reported last", "[engine][R15][R71][R99]")
{
    auto tenant = by_hand();
    run(tenant, import_of(tenant, some_list()).steps);
    HelpQuestion const now { "fjord", std::nullopt };
    CHECK(told<HelpAnswer>(tenant, now, "2026-02-01").verdict.answer == Holds::no);
    tenant.apply(ReportRoomState { "s-1", RoomState::online, RoomState::offline });
    auto const answer = told<HelpAnswer>(tenant, now, "2026-02-01");
    CHECK(answer.verdict.answer == Holds::yes);
    CHECK(answer.attached.room_state == RoomState::offline);
    REQUIRE(answer.steps.size() == 1); // the ticket, with one click
    CHECK(outcome(tenant.try_to(answer.steps.front())) == "applied");
    CHECK(told<HelpAnswer>(tenant, HelpQuestion { "attic", std::nullopt }, "2026-02-01").verdict.answer == Holds::no);
}

TEST_CASE("R71: a room is one of Sync's at most, and what was linked comes apart again", "[engine][R71][R15]")
{
    auto tenant = by_hand();
    CHECK(outcome(tenant.try_to(LinkSyncRoom { "nowhere", "s-1" })) == "unknown_room");
    tenant.apply(LinkSyncRoom { "fjord", "s-1" });
    CHECK(outcome(tenant.try_to(LinkSyncRoom { "fjord", "s-9" })) == "sync_room_taken");
    CHECK(outcome(tenant.try_to(LinkSyncRoom { "attic", "s-1" })) == "sync_room_taken");
    CHECK(outcome(tenant.try_to(UnlinkSyncRoom { "attic", "s-1" })) == "changed_meanwhile");
    CHECK(outcome(tenant.try_to(ReportRoomState { "s-9", RoomState::unknown, RoomState::online }))
        == "unknown_sync_room");
    CHECK(outcome(tenant.try_to(ReportRoomState { "s-1", RoomState::offline, RoomState::online }))
        == "changed_meanwhile");
    tenant.apply(ReportRoomState { "s-1", RoomState::unknown, RoomState::offline });
    UnlinkSyncRoom const unlink { "fjord", "s-1" };
    tenant.apply(unlink).apply(*compensation(unlink));
    CHECK(tenant.ledger.sync_rooms()[tenant.ledger.sync_room("s-1")].state == RoomState::offline);
    tenant.apply(unlink);
    CHECK(outcome(tenant.try_to(unlink)) == "unknown_sync_room");
    CHECK_FALSE(tenant.ledger.sync_room_of(tenant.room_id("fjord")).exists());
    tenant.apply(LinkSyncRoom { "attic", "s-1" });
    CHECK(tenant.ledger.sync_room_of(tenant.room_id("attic")) == tenant.ledger.sync_room("s-1"));
}

TEST_CASE("R71: a room that is removed is no room of Sync, and added again it is what it was", "[engine][R71][R15]")
{
    auto tenant = by_hand();
    tenant.apply(LinkSyncRoom { "attic", "s-1" })
        .apply(ReportRoomState { "s-1", RoomState::unknown, RoomState::offline });
    auto const attic = tenant.room_id("attic");
    auto const before = tenant.ledger.rooms()[attic];
    tenant.apply(RemoveRoom { "attic" });
    CHECK(!tenant.ledger.sync_room_of(attic).exists());
    CHECK(outcome(tenant.try_to(ReportRoomState { "s-1", RoomState::offline, RoomState::online }))
        == "unknown_sync_room");
    CHECK(outcome(tenant.try_to(UnlinkSyncRoom { "attic", "s-1" })) == "unknown_room");
    auto const commands = retold(tenant.ledger, tenant.catalogue(), 2).commands;
    CHECK(
        std::ranges::none_of(commands, [](Command const& each) { return std::holds_alternative<LinkSyncRoom>(each); }));
    auto const none_listed = import_of(tenant, {});
    CHECK(none_listed.gone == 0);
    CHECK(none_listed.steps.empty());
    auto const listed = import_of(tenant,
        {
            { "s-1", "Attic", "Oslo", "NO", RoomState::online }
    });
    CHECK(listed.added == 1); // it is no room that is known
    AddRoom const again { before.key, before.name, tenant.ledger.sites()[before.site], {}, {}, before.in_sync,
        before.importance };
    SECTION("by a list of Sync")
    {
        tenant.apply(again);
        run(tenant, import_of(tenant, {}).steps); // gone from Sync
        CHECK(!tenant.ledger.sync_room_of(attic).exists());
        run(tenant,
            import_of(tenant,
                {
                    { "s-1", "Attic", "Oslo", "NO", RoomState::online }
        })
                .steps); // and back
        CHECK(tenant.ledger.sync_rooms()[tenant.ledger.sync_room_of(attic)].state == RoomState::online);
        // One that a list had brought is removed, and listed again.
        run(tenant,
            import_of(tenant,
                {
                    { "s-2", "Dune", {}, {}, RoomState::offline }
        })
                .steps);
        tenant.apply(RemoveRoom { "s-2" });
        run(tenant,
            import_of(tenant,
                {
                    { "s-2", "Dune", {}, {}, RoomState::online }
        })
                .steps);
        auto const dune = tenant.ledger.sync_room_of(tenant.room_id("s-2"));
        CHECK(dune == tenant.ledger.sync_room("s-2"));
        CHECK(tenant.ledger.sync_rooms()[dune].state == RoomState::online);
    }
    SECTION("by its own name")
    {
        tenant.apply(again);
        auto const link = tenant.ledger.sync_room_of(attic);
        REQUIRE(link == tenant.ledger.sync_room("s-1"));
        CHECK(tenant.ledger.sync_rooms()[link].state == RoomState::offline);
        tenant.apply(ReportRoomState { "s-1", RoomState::offline, RoomState::online });
    }
    SECTION("after another has become that room of Sync")
    {
        tenant.apply(LinkSyncRoom { "fjord", "s-1" }).apply(again);
        CHECK(!tenant.ledger.sync_room_of(attic).exists());
        CHECK(tenant.ledger.sync_room_of(tenant.room_id("fjord")) == tenant.ledger.sync_room("s-1"));
    }
}
