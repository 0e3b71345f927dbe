// Lists of rooms and devices as a console exports them: columns guessed, each row's fate told, the whole taken back (R71, B9).

#include "codec/list_import.hpp"

#include "codec/catalogue_json.hpp"
#include "codec/csv_export.hpp"
#include "codec/tenant_export.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::codec;
using namespace keyrack::test;
using engine::InSync;

namespace {

// Fjord and Limmat in Oslo and Zurich; a Rally Bar in Fjord.
Tenant a_tenant()
{
    Tenant tenant;
    tenant.apply(engine::AddRoom { "fjord", "Fjord", "Oslo", "NO", "", InSync::yes, {} });
    tenant.apply(engine::AddRoom { "limmat", "Limmat", "Zurich", "CH", "", InSync::no, {} });
    tenant.apply(engine::AddDevice { "SN-1", "Rally Bar", date("2026-01-10"), "fjord", {} });
    return tenant;
}

CsvTable table(std::string_view text)
{
    auto read = read_csv(text);
    REQUIRE(read.has_value());
    return *read;
}

ListPlan plan_of(Tenant const& tenant, std::string_view text, SlashDates slash_dates = SlashDates::refused)
{
    auto const read = table(text);
    auto mapping = guessed_mapping(guessed_kind(read.header), read.header);
    mapping.slash_dates = slash_dates;
    REQUIRE(check(mapping).has_value());
    return planned(read, mapping, tenant.ledger, tenant.catalogue(), date("2026-06-01"));
}

// "2 fjord changed site:Oslo>Bergen", "3 SN-1 refused bad_date purchased_on"
std::string told(PlannedRow const& row)
{
    static constexpr std::string_view fates[] { "added", "changed", "same", "refused" };
    std::string text = std::to_string(row.line) + " " + row.key + " ";
    text += fates[static_cast<std::size_t>(row.fate)];
    for (auto const& change : row.changes) text += " " + change.field + ":" + change.from + ">" + change.to;
    if (auto const* error = std::get_if<Error>(&row.reason)) text += " " + error->what + " " + error->where;
    if (auto const* denial = std::get_if<engine::Denial>(&row.reason)) {
        text += " ";
        text += engine::code(denial->reason);
    }
    return text;
}

} // namespace

TEST_CASE("columns are known by the words that consoles put over them, in three languages", "[codec][csv][R71]")
{
    struct Row
    {
        char const* header;
        ListKind kind;
        char const* want; // field=column, sorted by field
    };
    auto const row = GENERATE(values<Row>({
        { "id,name,site,country,sync",              ListKind::rooms,   "country=3 id=0 name=1 site=2 sync=4 "    },
        { "Room Name,Location,Seats,Country Code",  ListKind::rooms,   "country=3 name=0 site=1 "                },
        { "Raumname;Standort;Land",                 ListKind::rooms,   "country=2 name=0 site=1 "                },
        { "Romnavn;Sted;Land",                      ListKind::rooms,   "country=2 name=0 site=1 "                },
        { "Room,Name",                              ListKind::rooms,   "name=1 "                                 },
        { "Serial No.,Product,Room,Purchase date",  ListKind::devices, "model=1 purchased_on=3 room=2 serial=0 " },
        { "Seriennummer;Gerät;Raum;Gekauft am",     ListKind::devices, "model=1 purchased_on=3 room=2 serial=0 " },
        { "Serienummer;Enhet;Rom;Kjøpt;Installert", ListKind::devices,
         "in_room_since=4 model=1 purchased_on=3 room=2 serial=0 "                                               },
        { "Name;Site;Country;Serial",               ListKind::rooms,   "country=2 name=0 site=1 "                },
        { "Room,Serial,Site",                       ListKind::rooms,   "name=0 site=2 "                          },
        { "Room,Serial",                            ListKind::devices, "room=0 serial=1 "                        },
        { "Colour,Weight",                          ListKind::rooms,   ""                                        },
    }));
    CAPTURE(row.header);
    auto const header = table(row.header).header;
    CHECK(guessed_kind(header) == row.kind);
    auto const mapping = guessed_mapping(row.kind, header);
    std::string found;
    for (auto const& [field, source] : mapping.fields)
        found += field + "=" + std::to_string(source.column.value_or(99)) + " ";
    CHECK(found == row.want);
    CHECK(check(mapping).has_value() == (std::string_view { row.want } != ""));
}

TEST_CASE("a dry run says of each room what would happen", "[codec][csv][R71][R79][B9]")
{
    struct Row
    {
        char const* line; // Room ID, Name, Site, Country, Sync
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "bislett,Bislett,Oslo,NO,yes",  "2 bislett added"                                     },
        { "bislett,,,,",                  "2 bislett added"                                     },
        { "fjord,Fjord,Oslo,NO,ja",       "2 fjord same"                                        },
        { "fjord,,,,",                    "2 fjord same"                                        }, // an empty cell says nothing
        { ",Fjord,Oslo,NO,",              "2 fjord same"                                        }, // found by its name
        { "fjord,Fjord 1,Bergen,NO,",     "2 fjord changed name:Fjord>Fjord 1 site:Oslo>Bergen" },
        { "limmat,Limmat,Zurich,CH,TRUE", "2 limmat changed sync:no>yes"                        },
        { "fjord,,,,nei",                 "2 fjord changed sync:yes>no"                         },
        { "new,New,,Norwegen,",           "2 new added"                                         },
        { "fjord,Fjord,Oslo,norge,",      "2 fjord same"                                        }, // by any of its names
        { "new,New,,Atlantis,",           "2 new refused bad_country"                           },
        { "new,New,,NO,perhaps",          "2 new refused bad_word sync"                         },
        { ",,Oslo,NO,",                   "2  refused csv_no_key name"                          },
    }));
    CAPTURE(row.line);
    auto const plan = plan_of(a_tenant(), std::string { "Room ID,Name,Site,Country,Sync\n" } + row.line);
    REQUIRE(plan.rows.size() == 1);
    CHECK(told(plan.rows.front()) == row.want);
    bool const acts = plan.count(RowFate::added) + plan.count(RowFate::changed) > 0;
    CHECK(plan.commands.empty() != acts);
}

TEST_CASE("a dry run says of each device what would happen", "[codec][csv][R71][R80][R81][B9]")
{
    struct Row
    {
        char const* line; // Serial, Model, Room, Purchased on
        SlashDates slashes;
        char const* want;
    };
    using enum SlashDates;
    auto const row = GENERATE(values<Row>({
        { "SN-2,Tap,Limmat,2026-02-03",      refused,     "2 SN-2 added"                                 },
        { "SN-2,Tap,limmat,03.02.2026",      refused,     "2 SN-2 added"                                 },
        { "SN-2,Tap,,2026-02-03T10:00:00Z",  refused,     "2 SN-2 added"                                 },
        { "SN-2,Tap,,03/02/2026",            day_first,   "2 SN-2 added"                                 },
        { "SN-2,Tap,,03/02/2026",            refused,     "2 SN-2 refused bad_date purchased_on"         },
        { "SN-2,Tap,,03/13/2026",            day_first,   "2 SN-2 refused bad_date purchased_on"         },
        { "SN-2,Tap,,30.02.2026",            refused,     "2 SN-2 refused bad_date purchased_on"         },
        { "SN-2,Tap,,",                      refused,     "2 SN-2 refused missing_field purchased_on"    },
        { "SN-2,Tap,Nowhere,2026-02-03",     refused,     "2 SN-2 refused unknown_room"                  },
        { "SN-1,Rally Bar,Fjord,2026-01-10", refused,     "2 SN-1 same"                                  },
        { "SN-1,,,",                         refused,     "2 SN-1 same"                                  },
        { "SN-1,,Limmat,",                   refused,     "2 SN-1 changed room:fjord>limmat"             },
        { "SN-1,Tap,Fjord,",                 refused,     "2 SN-1 refused csv_other_device model"        },
        { "SN-1,,,01/11/2026",               month_first, "2 SN-1 refused csv_other_device purchased_on" },
        { ",Tap,Fjord,2026-02-03",           refused,     "2  refused csv_no_key serial"                 },
    }));
    CAPTURE(row.line);
    auto const text = std::string { "Serial,Model,Room,Purchased on\n" } + row.line;
    auto const plan = plan_of(a_tenant(), text, row.slashes);
    REQUIRE(plan.rows.size() == 1);
    CHECK(told(plan.rows.front()) == row.want);
}

TEST_CASE(
    "R84: a model that the list of products does not have is told and refuses nothing", "[codec][csv][R84][R85][R86]")
{
    auto const text = "Serial,Model,Room,Purchased on\n"
                      "SN-2,rally bar,Fjord,2026-01-01\n"
                      "SN-3,Table,Fjord,2026-01-01\n"
                      "SN-4,Table,Nowhere,2026-01-01\n";
    Tenant tenant { shipped_catalogue() };
    tenant.apply(engine::AddRoom { "fjord", "Fjord", "Oslo", "NO", "", InSync::yes, {} });
    auto const plan = plan_of(tenant, text);
    REQUIRE(plan.rows.size() == 3);
    CHECK(plan.rows[0].unlisted_model.empty()); // whatever the case
    CHECK(told(plan.rows[1]) == "3 SN-3 added");
    CHECK(plan.rows[1].unlisted_model == "Table");
    CHECK(plan.rows[2].unlisted_model.empty()); // it has another fault
    CHECK(plan.commands.size() == 2);
}

TEST_CASE("rows are judged in their order: what one makes, the next finds", "[codec][csv][B9]")
{
    auto const rooms = plan_of(a_tenant(), "Name\nOne\nTwo\nOne\n");
    CHECK(told(rooms.rows[0]) == "2 One added");
    CHECK(told(rooms.rows[2]) == "4 One refused csv_twice id");
    auto tenant = a_tenant();
    tenant.apply(engine::AddRoom { "f2", "Fjord", "Bergen", "NO", "", InSync::no, {} });
    auto const devices = plan_of(tenant, "Serial,Room,Purchase date\nA,Fjord,2026-01-01\nB,f2,2026-01-01\n");
    CHECK(told(devices.rows[0]) == "2 A refused csv_room_not_clear room");
    CHECK(told(devices.rows[1]) == "3 B added");
}

TEST_CASE("a list that was taken in is taken back as a whole", "[codec][csv][B9]")
{
    auto tenant = a_tenant();
    auto const before = tenant_file_of(tenant.ledger, tenant.catalogue());
    auto const rooms = plan_of(tenant, "Room ID,Name,Site,Sync\nfjord,Fjord 1,Bergen,no\nbislett,Bislett,Oslo,yes\n");
    for (auto const& command : rooms.commands) tenant.apply(command);
    auto const devices =
        plan_of(tenant, "Serial,Model,Room,Bought,Purchased\nSN-1,,Bislett,,\nSN-2,Tap,Fjord 1,,2026-01-01\n");
    for (auto const& command : devices.commands) tenant.apply(command);
    CHECK(tenant_file_of(tenant.ledger, tenant.catalogue()) != before);
    for (auto const* plan : { &devices, &rooms }) {
        auto const back = taken_back(plan->commands);
        REQUIRE(back.has_value());
        for (auto const& command : *back) CHECK(outcome(tenant.try_to(command)) == "applied");
    }
    auto const& ledger = tenant.ledger;
    CHECK(ledger.rooms()[ledger.room("fjord")].name == "Fjord");
    CHECK(ledger.rooms()[ledger.room("fjord")].in_sync == InSync::yes);
    CHECK(ledger.rooms()[ledger.room("bislett")].standing == engine::Standing::withdrawn);
    CHECK(tenant_file_of(ledger, tenant.catalogue()) == before);
}

TEST_CASE("a table that was exported is the same when it comes in again", "[codec][csv][B9]")
{
    auto tenant = a_tenant();
    tenant.apply(engine::AddRoom { "=1+1", "@home", "-", "", "", InSync::no, {} });
    tenant.apply(engine::AddDevice { "+47", "Tap, \"red\"", date("2026-01-10"), "=1+1", date("2026-02-01") });
    for (auto const* name : { "rooms", "devices" }) {
        auto const text = csv_of(name, tenant.ledger, tenant.catalogue());
        REQUIRE(text.has_value());
        CHECK(text->find(",=") == std::string::npos);
        CHECK(text->find("\n+") == std::string::npos);
        auto const plan = plan_of(tenant, *text);
        CHECK(plan.count(RowFate::same) == std::ssize(plan.rows));
        Tenant empty;
        auto const anew = plan_of(name == std::string_view { "rooms" } ? empty : tenant, *text);
        CHECK(anew.count(RowFate::refused) == 0);
    }
    CHECK_FALSE(csv_of("secrets", tenant.ledger, tenant.catalogue()).has_value());
}

TEST_CASE("each licence has its line, a free one too", "[codec][csv]")
{
    auto tenant = a_tenant();
    tenant.order("PO-1", "select", 3, 2, "2026-01-10").assign("PO-1", 2, "fjord", "2026-02-01");
    CHECK(csv_of("licences", tenant.ledger, tenant.catalogue())
        == "licence,service,room,device,from,to\r\nPO-1/1,select,,,,\r\nPO-1/2,select,fjord,,2026-02-01,\r\n");
    CHECK(csv_of("orders", tenant.ledger, tenant.catalogue())
        == "id,account,service,years,quantity,purchased_on,cancelled_on\r\nPO-1,,select,3,2,2026-01-10,\r\n");
    CHECK(csv_of("assignments", tenant.ledger, tenant.catalogue())
        == "licence,room,from,to\r\nPO-1/2,fjord,2026-02-01,\r\n");
}
