// What is not ours, not yet ours or no longer sound is refused, and kept to the byte.

#include "store/fault_disk.hpp"
#include "store/file_header.hpp"
#include "store/raw_database.hpp"
#include "store/store.hpp"
#include "store/workload.hpp"

#include <catch_amalgamated.hpp>

#include <functional>
#include <string_view>

using namespace keyrack;
using namespace keyrack::store;
using namespace keyrack::test;

namespace {

constexpr char const* name = "northwind.db";
constexpr char const* journal_name = "northwind.db-journal";

Result<Store> opened()
{
    return Store::open(name, Place::handles, { "select", "sync_plus" });
}

Bytes as_bytes(std::string_view text)
{
    auto const bytes = std::as_bytes(std::span(text));
    return { bytes.begin(), bytes.end() };
}

// A sound database of ours, closed.
void make_ours(FaultDisk&)
{
    auto store = opened();
    for (auto const& step : a_script(3, 30).steps) REQUIRE(write(*store, step));
}

// The same, killed: its newest rows are in the log alone.
void make_ours_killed(FaultDisk& disk)
{
    {
        auto store = opened();
        for (auto const& step : a_script(3, 30).steps) REQUIRE(write(*store, step));
        disk.die_at(disk.operations());
    }
    disk.restart(Unflushed::kept);
}

void change_byte(FaultDisk& disk, std::string_view file, std::size_t at, unsigned char to)
{
    auto bytes = disk.content(file);
    bytes.at(at) = std::byte { to };
    disk.set_content(file, bytes);
}

void cut(FaultDisk& disk, std::size_t size)
{
    auto bytes = disk.content(name);
    bytes.resize(size);
    disk.set_content(name, bytes);
}

std::string with_identity(std::string_view rest, std::int32_t version = schema_version)
{
    return "PRAGMA application_id = " + std::to_string(application_id)
        + "; PRAGMA user_version = " + std::to_string(version) + ";" + std::string { rest };
}

std::string newer_version()
{
    return "PRAGMA user_version = " + std::to_string(schema_version + 1);
}

struct Case
{
    char const* name;
    void (*prepare)(FaultDisk&);
    char const* want;
};

Case const cases[] = {
    { "a text file",                                             [](FaultDisk& disk) { disk.set_content(name, as_bytes(std::string(2000, '{'))); },
     "damaged_database"                                                                                                                                                  },
    { "a few bytes",                                             [](FaultDisk& disk) { disk.set_content(name, as_bytes("SQLite format 3")); },        "damaged_database" },
    { "zeros",                                                   [](FaultDisk& disk) { disk.set_content(name, Bytes(8192)); },                        "damaged_database" },
    { "another program's",
     [](FaultDisk&) { change_raw(name, "CREATE TABLE notes (text); INSERT INTO notes VALUES (1)"); },
     "foreign_database"                                                                                                                                                  },
    { "another program's, with an id",
     [](FaultDisk&) { change_raw(name, "PRAGMA application_id = 7; CREATE TABLE notes (text)"); },
     "foreign_database"                                                                                                                                                  },
    { "another program's, killed",
     [](FaultDisk&) {
            change_raw(name, "PRAGMA journal_mode = WAL; CREATE TABLE notes (text); INSERT INTO notes VALUES (1)",
                Left::killed);
        },                                                                                                                                            "foreign_database" },
    { "another program's, with a rollback journal to play back",
     [](FaultDisk& disk) {
            change_raw(name, "CREATE TABLE notes (text)");
            disk.set_content(journal_name, as_bytes("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 and so on"));
        },                                                                                                                                            "foreign_database" },
    { "a newer one",
     [](FaultDisk& disk) {
            make_ours(disk);
            change_raw(name, newer_version());
        },                                                                                                                                            "newer_database"   },
    { "a newer one, which only its log says",
     [](FaultDisk& disk) {
            make_ours(disk);
            change_raw(name, newer_version() + "; CREATE TABLE more (text)", Left::killed);
        },                                                                                                                                            "newer_database"   },
    { "ours without a version",                                  [](FaultDisk&) { change_raw(name, with_identity("CREATE TABLE journal (id)", 0)); },
     "damaged_database"                                                                                                                                                  },
    { "ours in name only",                                       [](FaultDisk&) { change_raw(name, with_identity("CREATE TABLE journal (id)")); },
     "damaged_database"                                                                                                                                                  },
    { "a table missing",
     [](FaultDisk& disk) {
            make_ours(disk);
            change_raw(name, "DROP TABLE rooms");
        },                                                                                                                                            "damaged_database" },
    { "a column missing, in an exported file",
     [](FaultDisk& disk) {
            make_ours(disk);
            change_raw(name,
                "PRAGMA journal_mode = DELETE; DROP VIEW readable_rooms; DROP VIEW readable_assignments;"
                " ALTER TABLE rooms DROP COLUMN name");
        },                                                                                                                                            "damaged_database" },
    { "a page size that cannot be",
     [](FaultDisk& disk) {
            make_ours(disk);
            change_byte(disk, name, 16, 3);
        },                                                                                                                                            "damaged_database" },
    { "the first page scribbled over",
     [](FaultDisk& disk) {
            make_ours(disk);
            for (std::size_t at = 100; at < 400; ++at) change_byte(disk, name, at, 0xEE);
        },                                                                                                                                            "damaged_database" },
    { "the end missing",
     [](FaultDisk& disk) {
            make_ours(disk);
            cut(disk, disk.content(name).size() - 4096);
        },                                                                                                                                            "damaged_database" },
    { "all but the header missing",
     [](FaultDisk& disk) {
            make_ours(disk);
            cut(disk, 600);
        },                                                                                                                                            "damaged_database" },
    { "the log left alone",
     [](FaultDisk& disk) {
            make_ours_killed(disk);
            cut(disk, 0);
        },                                                                                                                                            "damaged_database" },
};

} // namespace

TEST_CASE("a file that is refused is kept to the byte", "[store]")
{
    for (auto const& each : cases) {
        CAPTURE(each.name);
        FaultDisk disk;
        disk.plug_in();
        each.prepare(disk);
        auto const before = disk.contents();
        auto const writes = disk.writes();
        {
            auto const store = opened();
            CHECK((store ? "opened" : store.error().what) == each.want);
            if (!store) CHECK(store.error().where == name);
        }
        CHECK(disk.contents() == before);
        CHECK(disk.writes() == writes); // not even written back the same
        CHECK(Store::open("another.db", Place::handles));
    }
}

TEST_CASE("a database of ours is opened however its program ended", "[store]")
{
    auto const make = GENERATE(make_ours, make_ours_killed);
    FaultDisk disk;
    disk.plug_in();
    make(disk);
    auto const store = opened();
    REQUIRE(store);
    CHECK(store->load() == a_script(3, 30).ledgers.back());
}

TEST_CASE("rows that cannot be are told, not stood on", "[store]")
{
    struct Row
    {
        char const* name;
        char const* sql;
        char const* want;
        char const* where;
    };
    auto const row = GENERATE(values<Row>({
        // clang-format off
        // name                    sql                                                    want                where
        {"a room of no site",      "UPDATE rooms SET site = 999 WHERE id = 1",            "damaged_database", "rooms 1"},
        {"a negative reference",   "UPDATE devices SET room = -1 WHERE id = 0",           "damaged_database", "devices 0"},
        {"an entry to come",       "UPDATE rooms SET entry = 30 WHERE id = 0",            "damaged_database", "rooms 0"},
        {"a gap",                  "DELETE FROM rooms WHERE id = 1",                      "damaged_database", "rooms 2"},
        {"an impossible date",     "UPDATE orders SET purchased_on = '2026-02-30'",       "damaged_database", "orders 0"},
        {"an unknown standing",    "UPDATE rooms SET standing = 2 WHERE id = 0",          "damaged_database", "rooms 0"},
        {"a licence never bought", "UPDATE assignments SET number = 1000, standing = 0 WHERE id = 0",   "damaged_database", "assignments 0"},
        {"assigned to nowhere",    "UPDATE assignments SET room = NULL WHERE id = 0",     "damaged_database", "assignments 0"},
        {"a huge number",          "UPDATE orders SET quantity = 5000000000",             "damaged_database", "orders 0"},
        {"text that is none",      "UPDATE rooms SET name = CAST(x'ff41' AS TEXT)",       "damaged_database", "rooms 0"},
        {"a country of one letter", "UPDATE rooms SET country = 'N' WHERE id = 0",        "damaged_database", "rooms 0"},
        {"two tenants",            "INSERT INTO tenant (id, name) VALUES (1, 'other')",   "damaged_database", "tenant 1"},
        {"a programme to come",    "UPDATE orders SET programme = 'gold' WHERE id = 0",   "newer_database",   "orders"},
        // clang-format on
    }));
    CAPTURE(row.name);
    FaultDisk disk;
    disk.plug_in();
    make_ours(disk);
    change_raw(name, row.sql);
    auto const store = opened();
    REQUIRE(store);
    auto const loaded = store->load();
    REQUIRE(!loaded);
    CHECK(loaded.error().what == row.want);
    CHECK(loaded.error().where == row.where);
}

TEST_CASE("journal entries that cannot be read are told", "[store]")
{
    struct Row
    {
        char const* name;
        char const* sql;
        char const* want;
        char const* where;
    };
    auto const row = GENERATE(values<Row>({
        // clang-format off
        // name                  sql                                                            want                where
        {"not JSON",             "UPDATE journal SET command = '{' WHERE id = 7",               "damaged_database", "journal 7"},
        {"a command to come",    "UPDATE journal SET schema = 2 WHERE id = 7",                  "newer_database",   "journal 7"},
        {"a row of an import",   "UPDATE import_blocks SET commands = '[]' WHERE id = 15000001", "damaged_database", "import_blocks 15000001"},
        // clang-format on
    }));
    CAPTURE(row.name);
    FaultDisk disk;
    disk.plug_in();
    make_ours(disk);
    change_raw(name, row.sql);
    auto const store = opened();
    REQUIRE(store);
    auto const read = replayed(*store);
    REQUIRE(!read);
    CHECK(read.error().what == row.want);
    CHECK(read.error().where == row.where);
}

TEST_CASE("damage inside the file is found by looking for it", "[store]")
{
    FaultDisk disk;
    disk.plug_in();
    make_ours(disk);
    CHECK(opened()->faults().empty());
    auto const page = rows_of(*opened()->bytes(), "SELECT rootpage FROM sqlite_schema WHERE name = 'rooms'").front();
    change_byte(disk, name, (std::stoul(page) - 1) * 4096, 0x77); // no kind of page
    auto const store = opened();
    REQUIRE(store);
    CHECK(!store->faults().empty());
    CHECK(store->load().error().what == "damaged_database");
}
