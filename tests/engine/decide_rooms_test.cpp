// The tenant, accounts, rooms and devices: R20, R48, R79–R81.

#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

TEST_CASE("a journal begins with its tenant, and only once", "[engine]")
{
    Ledger ledger;
    auto const refused = fold(ledger, two_programmes(), adding_room("left"), EntryId::of_row(0), Manner::live);
    CHECK(outcome(refused) == "not_the_first_entry");
    CHECK(outcome(fold(ledger, two_programmes(), OpenTenant { "\t" }, EntryId::of_row(0), Manner::live)) == "bad_name");
    CHECK_FALSE(ledger.opened());
    Tenant tenant;
    CHECK(tenant.ledger.tenant().name == "Northwind");
    CHECK(outcome(tenant.try_to(OpenTenant { "Southwind" })) == "not_the_first_entry");
    CHECK(outcome(tenant.try_to(Import { "tenant.json", 12 })) == "applied");
}

TEST_CASE("a company is renamed, from the name that it has", "[engine]")
{
    Tenant tenant;
    tenant.base_warranty(3).apply(RenameTenant { "Northwind", "Southwind" });
    CHECK(tenant.ledger.tenant().name == "Southwind");
    CHECK(tenant.ledger.tenant().base_warranty_years == 3); // it is the same company
    CHECK(outcome(tenant.try_to(RenameTenant { "Northwind", "Eastwind" })) == "changed_meanwhile");
    CHECK(outcome(tenant.try_to(RenameTenant { "Southwind", "\t" })) == "bad_name");
}

TEST_CASE("R20, R48: accounts stand under a parent entity", "[engine][R20][R48]")
{
    Tenant tenant;
    tenant.apply(AddAccount { "acme", "Acme AG", "CH", "" }).apply(AddAccount { "acme-no", "Acme AS", "NO", "acme" });
    CHECK(tenant.ledger.accounts().rows()[1].parent == AccountId::of_row(0));
    CHECK(outcome(tenant.try_to(AddAccount { "acme", "Other", "", "" })) == "key_taken");
    CHECK(outcome(tenant.try_to(AddAccount { "x", "X", "", "nobody" })) == "unknown_account");
    CHECK(outcome(tenant.try_to(AddAccount { "x", "", "", "" })) == "bad_name");
}

TEST_CASE("an account is removed while nothing is its own, and its key is free then", "[engine][R20][R48]")
{
    auto const with = [](Command const& command) {
        Tenant tenant;
        tenant.apply(AddAccount { "acme", "Acme AG", "CH", "" }).apply(command);
        return tenant.try_to(RemoveAccount { "acme" });
    };
    struct Row
    {
        char const* what;
        Command command;
    };
    auto room = adding_room("left");
    room.account = "acme";
    auto order = placing("PO-1", "select", 1, 1, "2026-01-10");
    order.account = "acme";
    Row const rows[] {
        { "rooms",     room                                                                 },
        { "orders",    order                                                                },
        { "accounts",  AddAccount { "acme-no", "Acme AS", "NO", "acme" }                    },
        { "org_ids",   AddOrgId { "acme-1", "Acme", "acme", OrgRegion::asia }               },
        { "addresses", RecordAddress { "1 Main Street", "acme", AddressKind::headquarters } },
    };
    for (Row const& row : rows) {
        CAPTURE(row.what);
        auto const denied = with(row.command);
        REQUIRE(outcome(denied) == "has_dependents");
        CHECK(denied.error().facts[1] == Fact { "what", std::string { row.what } });
    }
    Tenant tenant;
    CHECK(outcome(tenant.try_to(RemoveAccount { "acme" })) == "unknown_account");
    tenant.apply(AddAccount { "acme", "Acme AG", "CH", "" }).apply(room).apply(RemoveRoom { "left" });
    tenant.apply(RemoveAccount { "acme" });
    CHECK(outcome(tenant.try_to(RemoveAccount { "acme" })) == "changed_meanwhile");
    CHECK(outcome(tenant.try_to(room)) == "unknown_account");
    tenant.apply(AddAccount { "acme", "Acme Holding", "DE", "" });
    CHECK(tenant.ledger.accounts().size() == 1);
    CHECK(tenant.ledger.accounts()[tenant.ledger.account("acme")].name == "Acme Holding");
}

TEST_CASE("a country is two capital letters or none", "[engine]")
{
    struct Row
    {
        char const* country;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "",    "applied"     },
        { "CH",  "applied"     },
        { "ch",  "bad_country" },
        { "C",   "bad_country" },
        { "CHE", "bad_country" },
        { "C1",  "bad_country" },
        { "Ø",   "bad_country" }, // two bytes
    }));
    CAPTURE(row.country);
    Tenant tenant;
    auto room = adding_room("left");
    room.country = row.country;
    CHECK(outcome(tenant.try_to(room)) == row.want);
    CHECK(outcome(tenant.try_to(AddAccount { "acme", "Acme", row.country, "" })) == row.want);
}

TEST_CASE("a room has a key and a name of its own; sites are kept once", "[engine]")
{
    Tenant tenant;
    tenant.room("left").room("right");
    CHECK(tenant.ledger.sites().all() == std::vector<std::string> { "Zurich" });
    tenant.apply(AddRoom { "up", "Up", "", "", "", InSync::no, Importance::important });
    CHECK_FALSE(tenant.ledger.rooms().rows()[2].site.exists());
    CHECK(tenant.ledger.sites()[SiteId::none()].empty());
    CHECK(outcome(tenant.try_to(adding_room("left"))) == "key_taken");
    auto room = adding_room("down");
    room.name = "";
    CHECK(outcome(tenant.try_to(room)) == "bad_name");
    room = adding_room("down");
    room.site = "a\x01";
    CHECK(outcome(tenant.try_to(room)) == "bad_name");
    room = adding_room("down");
    room.account = "nobody";
    CHECK(outcome(tenant.try_to(room)) == "unknown_account");
    CHECK(tenant.ledger.rooms().size() == 3);
    CHECK(tenant.ledger.sites().all().size() == 1);
}

TEST_CASE("R79: Sync Plus goes to rooms defined in Sync, Select to any room", "[engine][R78][R79]")
{
    struct Row
    {
        char const* programme;
        InSync in_sync;
        char const* live;
        char const* history;
    };
    auto const row = GENERATE(values<Row>({
        // programme   room         live                history
        { "sync_plus", InSync::yes, "applied",          "applied"                  },
        { "sync_plus", InSync::no,  "room_not_in_sync", "applied room_not_in_sync" },
        { "select",    InSync::yes, "applied",          "applied"                  },
        { "select",    InSync::no,  "applied",          "applied"                  },
    }));
    CAPTURE(row.programme, row.live);
    Tenant tenant;
    tenant.room("left", row.in_sync).order("PO-1", row.programme, 1, 1, "2026-01-10");
    auto const assign = assigning("PO-1", 1, "left", "2026-02-01");
    CHECK(outcome(Tenant { tenant }.try_to(assign)) == row.live);
    CHECK(outcome(tenant.try_to(assign, Manner::history)) == row.history);
}

TEST_CASE("R79: a room that is defined in Sync later becomes assignable", "[engine][R79]")
{
    Tenant tenant;
    tenant.room("left", InSync::no).order("PO-1", "sync_plus", 1, 1, "2026-01-10");
    CHECK(outcome(tenant.try_to(SetInSync { "left", InSync::yes, InSync::no })) == "changed_meanwhile");
    CHECK(outcome(tenant.try_to(SetInSync { "middle", InSync::no, InSync::yes })) == "unknown_room");
    tenant.apply(SetInSync { "left", InSync::no, InSync::yes }).assign("PO-1", 1, "left", "2026-02-01");
    CHECK(tenant.until("left", sync_plus_id, "2026-02-01") == date("2027-02-01"));
}

TEST_CASE("a room is removed while nothing stands on it", "[engine]")
{
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "select", 1, 1, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01");
    CHECK(outcome(tenant.try_to(RemoveRoom { "left" })) == "has_dependents");
    tenant.apply(WithdrawAssignments { { { { "PO-1", 1 }, date("2026-02-01") } } });
    tenant.device("SN-1", "2026-01-01", "left");
    CHECK(outcome(tenant.try_to(RemoveRoom { "left" })) == "has_dependents");
    tenant.apply(MoveDevice { "SN-1", "left", "right", date("2026-03-01") });
    auto const by_stay = tenant.try_to(RemoveRoom { "left" });
    REQUIRE(outcome(by_stay) == "has_dependents");
    CHECK(by_stay.error().facts[1] == Fact { "what", std::string { "stays" } });
    tenant.apply(MoveDevice { "SN-1", "right", "left", date("2026-03-01") });
    tenant.apply(RemoveDevice { "SN-1" }).apply(RemoveRoom { "left" });
    CHECK(outcome(tenant.try_to(RemoveRoom { "left" })) == "changed_meanwhile");
    CHECK(outcome(tenant.try_to(adding_device("SN-2", "2026-01-01", "left"))) == "unknown_room");

    tenant.room("left", InSync::no);
    CHECK(tenant.ledger.rooms().size() == 2);
    CHECK(tenant.ledger.rooms()[tenant.room_id("left")].in_sync == InSync::no);
}

TEST_CASE("R80: a device is put into a room by its serial number", "[engine][R16][R80]")
{
    Tenant tenant;
    tenant.room("left").device("SN-1", "2026-01-01", "left").device("SN-2", "2026-01-01", "");
    CHECK(tenant.ledger.devices_in(tenant.room_id("left")) == std::vector { DeviceId::of_row(0) });
    CHECK(tenant.ledger.room_of(DeviceId::of_row(0), always) == RoomId::of_row(0));
    CHECK_FALSE(tenant.ledger.room_of(DeviceId::of_row(1), date("2026-05-01")).exists());
    CHECK(outcome(tenant.try_to(adding_device("SN-1", "2026-01-01", ""))) == "key_taken");
    CHECK(outcome(tenant.try_to(adding_device("SN-3", "2026-01-01", "nowhere"))) == "unknown_room");
    CHECK(outcome(tenant.try_to(adding_device("", "2026-01-01", ""))) == "bad_name");
    CHECK(tenant.ledger.models().all() == std::vector<std::string> { "Rally Bar" });
    tenant.apply(RemoveDevice { "SN-1" });
    CHECK(outcome(tenant.try_to(RemoveDevice { "SN-1" })) == "changed_meanwhile");
    CHECK(outcome(tenant.try_to(RemoveDevice { "SN-9" })) == "unknown_device");
    tenant.device("SN-1", "2026-02-02", "");
    CHECK(tenant.ledger.devices().size() == 2);
    CHECK(tenant.ledger.devices_in(tenant.room_id("left")).empty());
}

TEST_CASE("R81: a device is where it was moved, from that day on, and where it was before", "[engine][R81]")
{
    struct Row
    {
        char const* day;
        char const* want; // empty: in no room
    };
    auto const row = GENERATE(values<Row>({
        // day          room
        { "2025-12-31", ""      },
        { "2026-01-01", "left"  },
        { "2026-02-28", "left"  },
        { "2026-03-01", "right" },
        { "2026-04-30", "right" },
        { "2026-05-01", ""      },
        { "2026-05-31", ""      },
        { "2026-06-01", "left"  },
        { "2030-01-01", "left"  },
    }));
    CAPTURE(row.day);
    Tenant tenant;
    tenant.room("left").room("right");
    tenant.apply(AddDevice { "SN-1", "Tap", date("2025-06-01"), "left", date("2026-01-01") });
    tenant.apply(MoveDevice { "SN-1", "left", "right", date("2026-03-01") });
    tenant.apply(MoveDevice { "SN-1", "right", "", date("2026-05-01") });
    tenant.apply(MoveDevice { "SN-1", "", "left", date("2026-06-01") });
    auto const room = tenant.ledger.room_of(DeviceId::of_row(0), date(row.day));
    CHECK((room.exists() ? tenant.ledger.rooms()[room].key : "") == row.want);
}

TEST_CASE("R81: a device moves from where it is, and not into its own past", "[engine][R81]")
{
    Tenant tenant;
    tenant.room("left").room("right");
    tenant.apply(AddDevice { "SN-1", "Tap", date("2025-06-01"), "left", date("2026-01-01") });
    auto const refused = tenant.try_to(MoveDevice { "SN-1", "right", "left", date("2026-03-01") });
    REQUIRE(outcome(refused) == "changed_meanwhile");
    CHECK(refused.error().facts
        == std::vector<Fact> {
            { "what",     std::string { "room" }  },
            { "expected", std::string { "right" } },
            { "found",    std::string { "left" }  }
    });
    CHECK(outcome(tenant.try_to(MoveDevice { "SN-1", "left", "nowhere", date("2026-03-01") })) == "unknown_room");
    CHECK(outcome(tenant.try_to(MoveDevice { "SN-9", "left", "right", date("2026-03-01") })) == "unknown_device");
    CHECK(outcome(tenant.try_to(MoveDevice { "SN-1", "left", "right", date("2025-12-31") })) == "bad_period");
    CHECK(outcome(tenant.try_to(MoveDevice { "SN-1", "left", "right", date("2026-01-01") })) == "applied");
    CHECK(tenant.ledger.stays().size() == 0); // it stood in the first room for no day
    CHECK(outcome(tenant.try_to(RemoveDevice { "SN-1" })) == "applied");
}

TEST_CASE("the base warranty is set from what it is", "[engine][D6]")
{
    Tenant tenant;
    CHECK(outcome(tenant.try_to(SetBaseWarranty { 2, 3 })) == "changed_meanwhile");
    CHECK(outcome(tenant.try_to(SetBaseWarranty { std::nullopt, 0 })) == "bad_years");
    tenant.apply(SetBaseWarranty { std::nullopt, 2 });
    CHECK(tenant.ledger.tenant().base_warranty_years == 2);
    CHECK(tenant.ledger.tenant().base_warranty_entry == EntryId::of_row(1));
    CHECK(tenant.ledger.tenant().name == "Northwind");
    tenant.apply(SetBaseWarranty { 2, std::nullopt });
    CHECK_FALSE(tenant.ledger.tenant().base_warranty_years.has_value());
}
