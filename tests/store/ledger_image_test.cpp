// The image of a ledger: read where it is of this state and of this program, and passed over everywhere else.

#include "store/fault_disk.hpp"
#include "store/raw_database.hpp"
#include "store/store.hpp"
#include "store/workload.hpp"

#include <catch_amalgamated.hpp>

#include <cstddef>
#include <optional>
#include <string>

using namespace keyrack;
using namespace keyrack::store;
using namespace keyrack::test;

namespace {

constexpr char const* name = "northwind.db";
ProgrammeKeys const programmes { "select", "sync_plus" };

Store opened(ProgrammeKeys keys = programmes)
{
    auto store = Store::open(name, Place::handles, std::move(keys));
    REQUIRE(store);
    return std::move(*store);
}

engine::Ledger loaded(Store const& store)
{
    auto ledger = store.load();
    REQUIRE(ledger);
    return std::move(*ledger);
}

void write_image(Store& store, engine::Ledger const& ledger)
{
    for (int slice = 0; slice < 10; ++slice) REQUIRE(store.write_image(ledger)); // more than there are of so few rows
}

// A tenant with an image of all that the script did.
Script const& with_image(Script const& script)
{
    auto store = opened();
    for (auto const& step : script.steps) REQUIRE(write(store, step));
    write_image(store, loaded(store));
    return script;
}

// Behind the program's back, so that it shows where a room's name was read from.
void rename_in_table()
{
    change_raw(name, "UPDATE rooms SET name = 'from the table'");
}

bool read_from_table(engine::Ledger const& ledger)
{
    REQUIRE(ledger.rooms().size() > 0);
    return ledger.rooms().rows().front().name == "from the table";
}

// One more room, as the engine decides it.
Step one_more(engine::Ledger const& ledger, Store const& store)
{
    Step step { .entry = entry_of(engine::AddRoom { "one-more", "One more", {}, {}, {}, engine::InSync::no, {} }, 999),
        .changes = {},
        .blocks = {} };
    auto const decided =
        engine::decide(ledger, test_catalogue(), step.entry.command, store.next_entry(), engine::Manner::live);
    REQUIRE(decided);
    step.changes = decided->changes;
    return step;
}

} // namespace

TEST_CASE("a ledger that is read from its image is that of the tables", "[store]")
{
    auto const seed = GENERATE(range(1U, 25U));
    CAPTURE(seed);
    FaultDisk disk { seed };
    disk.plug_in();
    auto const script = with_image(a_script(seed, 120));
    CHECK(loaded(opened()) == script.ledgers.back());
    rename_in_table();
    auto const ledger = loaded(opened());
    CHECK_FALSE(read_from_table(ledger));
    CHECK(ledger == script.ledgers.back());
}

TEST_CASE("what was changed since the image is read from the tables, and all else from the image", "[store]")
{
    FaultDisk disk { 3 };
    disk.plug_in();
    with_image(a_script(3, 120));
    auto store = std::optional { opened() };
    auto ledger = loaded(*store);
    auto const step = one_more(ledger, *store);
    REQUIRE(write(*store, step));
    for (auto const& change : step.changes) ledger.apply(change);
    CHECK(loaded(*store) == ledger);
    store.reset();
    CHECK(loaded(opened()) == ledger);
    rename_in_table();
    auto const renamed = loaded(opened());
    CHECK_FALSE(read_from_table(renamed));
    CHECK(renamed.rooms().rows().back().name == "from the table");
}

TEST_CASE("an image follows whatever comes after it", "[store]")
{
    auto const seed = GENERATE(range(1U, 25U));
    CAPTURE(seed);
    FaultDisk disk { seed };
    disk.plug_in();
    auto const script = a_script(seed, 120);
    auto const early = script.steps.size() / 3;
    {
        auto store = opened();
        for (std::size_t at = 0; at < early; ++at) REQUIRE(write(store, script.steps[at]));
        write_image(store, loaded(store));
        for (std::size_t at = early; at < script.steps.size(); ++at) REQUIRE(write(store, script.steps[at]));
    }
    CHECK(loaded(opened()) == script.ledgers.back());
}

TEST_CASE("after an import the image is made anew", "[store]")
{
    FaultDisk disk { 8 };
    disk.plug_in();
    auto const script = with_image(a_script(8, 120));
    auto store = opened();
    auto const ledger = loaded(store);
    REQUIRE(store.begin_import());
    REQUIRE(store.commit_import(entry_of(engine::Import { "empty.json", 0 }, 999)));
    write_image(store, ledger);
    CHECK(loaded(store) == ledger);
}

TEST_CASE("a change between two slices makes the image begin anew", "[store]")
{
    FaultDisk disk { 4 };
    disk.plug_in();
    auto store = opened();
    auto const script = a_script(4, 120);
    for (auto const& step : script.steps) REQUIRE(write(store, step));
    auto ledger = loaded(store);
    for (int slice = 0; slice < 2; ++slice) REQUIRE(store.write_image(ledger));
    auto const step = one_more(ledger, store);
    REQUIRE(write(store, step));
    for (auto const& change : step.changes) ledger.apply(change);
    write_image(store, ledger);
    CHECK(loaded(store) == ledger);
}

TEST_CASE("an image that is not as it was written, or is another program's, counts for nothing", "[store]")
{
    struct Row
    {
        char const* what;
        char const* sql;
    };
    auto const row = GENERATE(values<Row>({
        { "a byte of a block",
         "UPDATE image_blocks SET bytes = CAST(substr(bytes, 1, 20) || x'A7' || substr(bytes, 22) AS BLOB)"                      },
        { "a block is missing",                         "DELETE FROM image_blocks WHERE \"table\" = 'rooms'"                     },
        { "the last block is missing",                  "DELETE FROM image_blocks WHERE id = (SELECT max(id) FROM image_blocks)" },
        { "blocks in another order",                    "UPDATE image_blocks SET id = -1 - id"                                   },
        { "more rows than there are",                   "UPDATE image_blocks SET \"of\" = \"of\" + 1"                            },
        { "a table of no name",                         "UPDATE image_blocks SET \"table\" = 'halls' WHERE \"table\" = 'rooms'"  },
        { "an empty block",                             "UPDATE image_blocks SET bytes = x''"                                    },
        { "another last entry",                         "UPDATE image SET last = 'somebody 1'"                                   },
        { "another number of entries",                  "UPDATE image SET entries = entries - 1"                                 },
        { "another version",                            "UPDATE image SET made_for = 'another'"                                  },
        { "never finished",                             "DELETE FROM image"                                                      },
        { "half of its tables",                         "DROP TABLE image_blocks"                                                },
        { "a row was touched that is not there",        "INSERT INTO image_touched VALUES (5, 99999)"                            },
        { "a row was touched that has another key now",
         "INSERT INTO image_touched VALUES (5, 0); UPDATE rooms SET \"key\" = 'other' WHERE id = 0"                              },
        { "a table was touched that is not there",      "INSERT INTO image_touched VALUES (99, 0)"                               },
        { "nobody knows what was touched",              "DROP TABLE image_touched"                                               },
        { "a row was added that nobody listed",         "INSERT INTO sites SELECT max(id) + 1, 'another' FROM sites"             },
        { "a row was removed",                          "DELETE FROM assignments WHERE id = (SELECT max(id) FROM assignments)"   },
    }));
    CAPTURE(row.what);
    FaultDisk disk { 5 };
    disk.plug_in();
    with_image(a_script(5, 120));
    rename_in_table();
    change_raw(name, row.sql);
    auto const ledger = loaded(opened());
    CHECK(read_from_table(ledger));
}

TEST_CASE("an image knows programmes by their keys", "[store]")
{
    FaultDisk disk { 6 };
    disk.plug_in();
    with_image(a_script(6, 120));
    rename_in_table();
    CHECK_FALSE(read_from_table(loaded(opened())));
    CHECK(read_from_table(loaded(opened({ "new", "select", "sync_plus" }))));
}

TEST_CASE("a small ledger wants no image, and while an import is open none is written", "[store]")
{
    FaultDisk disk { 7 };
    disk.plug_in();
    auto store = opened();
    auto const script = a_script(7, 120);
    for (auto const& step : script.steps) REQUIRE(write(store, step));
    auto const ledger = loaded(store);
    CHECK_FALSE(store.wants_image(ledger));
    REQUIRE(store.begin_import());
    auto const refused = store.write_image(ledger);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what == "busy_importing");
}
