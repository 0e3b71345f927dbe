// What would change: B2.

#include "engine/cover_gained.hpp"
#include "engine/fork.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

Tenant a_tenant_to_fork()
{
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "select", 5, 60, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01").base_warranty(2);
    return std::move(tenant.device("SN-1", "2024-01-01", "right").device("SN-2", "2026-01-01", "left"));
}

} // namespace

TEST_CASE(
    "B2: an assignment tried shows the room, the order, the warranties and what the cap clips", "[engine][B2][D6]")
{
    auto const tenant = a_tenant_to_fork();
    auto const before = tenant.ledger;
    auto const difference =
        what_if(tenant.ledger, tenant.catalogue(), { assigning("PO-1", 2, "right", "2026-03-01") }, date("2026-03-01"));
    REQUIRE(difference.has_value());
    CHECK(difference->covered_before == 1);
    CHECK(difference->covered_after == 2);
    CHECK(difference->rooms
        == std::vector<RoomChange> {
            { tenant.room_id("right"), always, date("2031-02-01") }
    });
    REQUIRE(difference->orders.size() == 1);
    CHECK(difference->orders[0].free_before == 59);
    CHECK(difference->orders[0].free_after == 58);
    CHECK(difference->orders[0].term_before == difference->orders[0].term_after);
    CHECK(difference->warranties_extended == 1);
    CHECK(difference->clipped == std::vector { tenant.device_id("SN-1") });
    CHECK(difference->spares_before == difference->spares_after);
    CHECK(tenant.ledger == before);
}

TEST_CASE(
    "B2: a room that another programme still covers loses what only the first one gave", "[engine][B2][R102][R111]")
{
    Tenant tenant;
    tenant.room("both").order("PO-1", "select", 1, 1, "2026-01-10").order("PO-2", "sync_plus", 1, 1, "2026-01-20");
    tenant.assign("PO-1", 1, "both", "2026-01-15").assign("PO-2", 1, "both", "2026-01-25");
    auto const day = date("2026-02-05");
    auto const difference = what_if(tenant.ledger, tenant.catalogue(),
        {
            CancelOrder { "PO-1", date("2026-02-01") }
    },
        day);
    REQUIRE(difference.has_value());
    CHECK(difference->rooms.empty()); // Sync Plus covers it longer in any case
    CHECK(difference->covered_after == 1);
    CHECK(difference->programmes
        == std::vector<ProgrammeChange> {
            { tenant.room_id("both"), select_id, date("2027-01-15"), always }
    });
    REQUIRE(difference->orders.size() == 1);
    CHECK(difference->orders[0].term_before == Period { date("2026-01-15"), date("2027-01-15") });
    CHECK(difference->orders[0].term_after == Period { date("2026-01-15"), date("2026-02-01") });
}

TEST_CASE("B2, D5: what a cancellation before the term leaves of it is nothing", "[engine][B2][D5]")
{
    Tenant tenant;
    tenant.order("PO-1", "select", 1, 1, "2026-01-10");
    auto const difference = what_if(tenant.ledger, tenant.catalogue(),
        {
            CancelOrder { "PO-1", date("2026-02-01") }
    },
        date("2026-02-01"));
    REQUIRE(difference.has_value());
    REQUIRE(difference->orders.size() == 1);
    CHECK(difference->orders[0].term_before == Period { date("2026-03-11"), date("2027-03-11") });
    CHECK(difference->orders[0].term_after.empty());
}

TEST_CASE("B2: the cover that commands gain is found out by itself as in the whole difference", "[engine][B2]")
{
    struct Row
    {
        char const* name;
        std::vector<Command> commands;
        std::int64_t gained;
    };
    auto const tenant = a_tenant_to_fork();
    auto const day = date("2026-03-01");
    std::vector<Row> const rows {
        { "one more",             { assigning("PO-1", 2, "right", "2026-03-01") },                 1 },
        { "covered already",      { assigning("PO-1", 2, "left", "2026-03-01") },                  0 },
        { "a room that is added", { adding_room("up"), assigning("PO-1", 2, "up", "2026-03-01") }, 1 },
        { "nothing is assigned",  { placing("PO-2", "select", 1, 40, "2026-03-01") },              0 },
    };
    for (auto const& [name, commands, gained] : rows) {
        CAPTURE(name);
        auto const difference = what_if(tenant.ledger, tenant.catalogue(), commands, day);
        REQUIRE(difference.has_value());
        CHECK(cover_gained(tenant.ledger, tenant.catalogue(), commands, day) == gained);
        CHECK(difference->covered_after - difference->covered_before == gained);
    }
    auto const refused =
        cover_gained(tenant.ledger, tenant.catalogue(), { assigning("PO-1", 1, "right", "2026-03-01") }, day);
    REQUIRE(!refused);
    CHECK(refused.error().denial.reason == Reason::already_assigned);
}

TEST_CASE("B2: orders that are bought in the trial are shown, and rooms that are added are counted", "[engine][B2]")
{
    auto const tenant = a_tenant_to_fork();
    auto const difference = what_if(tenant.ledger, tenant.catalogue(),
        { placing("PO-2", "select", 1, 40, "2026-03-01"), adding_room("up"), assigning("PO-2", 1, "up", "2026-03-01") },
        date("2026-03-01"));
    REQUIRE(difference.has_value());
    CHECK(difference->covered_after == 2);
    CHECK(difference->rooms.empty());
    REQUIRE(difference->orders.size() == 1);
    CHECK(difference->orders[0].term_before.empty());
    CHECK(difference->orders[0].term_after == Period { date("2026-03-01"), date("2027-03-01") });
    CHECK(difference->orders[0].free_after == 39);
    CHECK(difference->spares_before.entitled == 1);
    CHECK(difference->spares_after.entitled == 2);
}

TEST_CASE("B2: the first command that is refused is told with its place", "[engine][B2]")
{
    auto const tenant = a_tenant_to_fork();
    auto const refused = what_if(tenant.ledger, tenant.catalogue(),
        { assigning("PO-1", 2, "right", "2026-03-01"), assigning("PO-1", 2, "left", "2026-03-01") },
        date("2026-03-01"));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().command == 1);
    CHECK(refused.error().denial.reason == Reason::already_assigned);
}

TEST_CASE("B2: nothing tried is nothing changed", "[engine][B2]")
{
    auto const tenant = a_tenant_to_fork();
    auto const difference = what_if(tenant.ledger, tenant.catalogue(), {}, date("2026-03-01"));
    REQUIRE(difference.has_value());
    CHECK(difference->rooms.empty());
    CHECK(difference->orders.empty());
    CHECK(difference->clipped.empty());
    CHECK(difference->warranties_extended == 0);
}
