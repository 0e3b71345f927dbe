// The schema of version 1 is in people's files for good: it is written down here, and what the program makes today must be
// what that schema and the migrations since come to.

#include "store/projection.hpp"
#include "store/raw_database.hpp"
#include "store/schema.hpp"
#include "store/sql.hpp"
#include "store/store.hpp"

#include <catch_amalgamated.hpp>

#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

using namespace keyrack;
using namespace keyrack::store;
using namespace keyrack::test;

namespace {

// As shipped. Never edited: a change of the entities needs a migration, and this test says so.
constexpr char const* version_1 = R"(
CREATE TABLE journal (
    id INTEGER PRIMARY KEY, device TEXT NOT NULL, sequence INTEGER NOT NULL, time_ms INTEGER NOT NULL,
    time_counter INTEGER NOT NULL, actor TEXT NOT NULL, schema INTEGER NOT NULL, undoes INTEGER, command TEXT NOT NULL) STRICT;
CREATE TABLE import_blocks (id INTEGER PRIMARY KEY, entry INTEGER NOT NULL, commands TEXT NOT NULL) STRICT;
CREATE TABLE tenant (id INTEGER PRIMARY KEY, name TEXT NOT NULL, base_warranty_years INTEGER, base_warranty_entry INTEGER) STRICT;
CREATE TABLE sites (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE models (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE accounts (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, country TEXT, parent INTEGER,
    standing INTEGER NOT NULL, entry INTEGER) STRICT;
CREATE TABLE orders (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, account INTEGER, programme TEXT NOT NULL, years INTEGER NOT NULL,
    quantity INTEGER NOT NULL, purchased_on TEXT, cancelled_on TEXT, standing INTEGER NOT NULL, entry INTEGER, changed INTEGER) STRICT;
CREATE TABLE rooms (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, site INTEGER, country TEXT, account INTEGER,
    in_sync INTEGER NOT NULL, importance INTEGER NOT NULL, standing INTEGER NOT NULL, entry INTEGER, changed INTEGER) STRICT;
CREATE TABLE devices (
    id INTEGER PRIMARY KEY, serial TEXT NOT NULL, model INTEGER, purchased_on TEXT, room INTEGER, in_room_since TEXT,
    standing INTEGER NOT NULL, entry INTEGER, changed INTEGER) STRICT;
CREATE TABLE stays (
    id INTEGER PRIMARY KEY, device INTEGER, room INTEGER, days_from TEXT, days_to TEXT, entry INTEGER,
    standing INTEGER NOT NULL) STRICT;
CREATE TABLE assignments (
    id INTEGER PRIMARY KEY, "order" INTEGER, number INTEGER NOT NULL, room INTEGER, days_from TEXT, days_to TEXT,
    standing INTEGER NOT NULL, entry INTEGER, changed INTEGER) STRICT;
PRAGMA application_id = 1262836050;
PRAGMA user_version = 1;
)";

using Shape = std::set<std::string>;

Database database_of(std::string const& sql)
{
    auto database = open_database(":memory:", nullptr);
    REQUIRE(database);
    REQUIRE(execute(database->get(), sql));
    return std::move(*database);
}

// Every column of every table with its type and whether it may be null, and every view's text; in no order.
Shape shape_of(sqlite3* database)
{
    Shape shape;
    auto const add_all = [&](char const* sql) {
        auto statement = Statement::prepare(database, sql);
        REQUIRE(statement);
        while (*statement->step() == Statement::Step::row) shape.emplace(statement->text(0));
    };
    add_all(R"(
        SELECT t.name || '.' || c.name || ' ' || c.type || iif(c."notnull", ' NOT NULL', '') || iif(c.pk, ' KEY', '')
        FROM pragma_table_list t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%')");
    add_all("SELECT t.name || ' strict' FROM pragma_table_list t WHERE t.strict");
    add_all("SELECT name || sql FROM sqlite_schema WHERE type = 'view'");
    return shape;
}

Shape shape_after(std::string const& sql, std::span<Migration const> steps)
{
    auto const database = database_of(sql);
    REQUIRE(migrate(database.get(), 1, steps));
    return shape_of(database.get());
}

// What one has and the other has not: short where a test fails.
Shape difference(Shape const& one, Shape const& other)
{
    Shape difference;
    std::ranges::set_symmetric_difference(one, other, std::inserter(difference, difference.end()));
    return difference;
}

Shape shape_made_new()
{
    return shape_of(database_of(schema_text()).get());
}

// Later versions, as they might come: rooms get a floor, and there is a table of notes.
constexpr Migration floors { schema_version + 1, "ALTER TABLE rooms ADD COLUMN floor TEXT" };
constexpr Migration note_table { schema_version + 2,
    "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT" };

// The shipped migrations and then these.
std::vector<Migration> on_top(std::initializer_list<Migration> later)
{
    std::vector<Migration> steps { migrations().begin(), migrations().end() };
    steps.insert(steps.end(), later);
    return steps;
}

Shape future_shape()
{
    auto shape = shape_made_new();
    shape.insert({ "rooms.floor TEXT", "notes.id INTEGER KEY", "notes.text TEXT NOT NULL", "notes strict" });
    return shape;
}

} // namespace

TEST_CASE("version 1 and the migrations since come to what is made today", "[store]")
{
    CHECK(difference(shape_after(version_1, migrations()), shape_made_new()) == Shape {});
}

TEST_CASE("the migrations lead to the version that the program writes", "[store]")
{
    auto const database = database_of(version_1);
    REQUIRE(migrate(database.get(), 1, migrations()));
    CHECK(version_of(database.get()) == schema_version);
    auto const made = open_database(":memory:", nullptr);
    REQUIRE(make_schema(made->get()));
    CHECK(version_of(made->get()) == schema_version);
    std::int32_t last = 1;
    for (auto const& step : migrations()) CHECK(step.to == ++last);
    CHECK(last == schema_version);
}

TEST_CASE("this test notices a migration that is missing or not enough", "[store]")
{
    Shape const floor { "rooms.floor TEXT" };
    Shape const notes { "notes.id INTEGER KEY", "notes.text TEXT NOT NULL", "notes strict" };
    CHECK(difference(shape_after(version_1, on_top({ floors, note_table })), future_shape()) == Shape {});
    CHECK(difference(shape_after(version_1, on_top({ floors })), future_shape()) == notes);
    CHECK(difference(shape_after(version_1, on_top({ note_table })), future_shape()) == floor);
    CHECK(difference(shape_after(version_1, on_top({})), future_shape()).size() == floor.size() + notes.size());
}

TEST_CASE("a migration takes only the steps that are missing, keeps the rows, and is whole or not at all", "[store]")
{
    auto const database = database_of(version_1);
    REQUIRE(execute(database.get(), "INSERT INTO sites (id, name) VALUES (0, 'Oslo')"));
    constexpr std::int32_t first = floors.to;
    constexpr std::int32_t last = note_table.to;
    REQUIRE(migrate(database.get(), 1, on_top({ floors })));
    CHECK(version_of(database.get(), last) == first);
    REQUIRE(migrate(database.get(), first, on_top({ floors, note_table }))); // a second floor would fail
    CHECK(version_of(database.get(), last) == last);
    CHECK(number_from(database.get(), "SELECT count(*) FROM sites WHERE name = 'Oslo'") == 1);

    constexpr Migration broken[] = {
        { last + 1, "CREATE TABLE more (id INTEGER)"       },
        { last + 2, "ALTER TABLE nowhere ADD COLUMN floor" }
    };
    auto const before = shape_of(database.get());
    {
        auto const transaction = Transaction::begin(database.get());
        REQUIRE(transaction);
        CHECK(!migrate(database.get(), last, broken));
    }
    CHECK(shape_of(database.get()) == before);
    CHECK(version_of(database.get(), last) == last);
}

TEST_CASE("turns that were recorded before there were notes have none", "[store]")
{
    auto const database = database_of(version_1);
    std::span<Migration const> const steps { migrations() };
    auto const before = std::ranges::find(steps, 8, &Migration::to);
    REQUIRE(migrate(database.get(), 1, steps.first(static_cast<std::size_t>(before - steps.begin()))));
    REQUIRE(execute(database.get(),
        "INSERT INTO ticket_turns VALUES (0, NULL, 5, 0, 0, 0, '', '', '', '', 0, 0, '', NULL, NULL, 0, NULL, NULL)"));
    REQUIRE(migrate(database.get(), 7, steps));
    CHECK(number_from(database.get(), "SELECT count(*) FROM ticket_turns WHERE note = '' AND at_ms = 5") == 1);
}

TEST_CASE("moments of licences and cancellations that were known before there were others stay known", "[store]")
{
    auto const database = database_of(version_1);
    std::span<Migration const> const steps { migrations() };
    auto const before = std::ranges::find(steps, 9, &Migration::to);
    REQUIRE(migrate(database.get(), 1, steps.first(static_cast<std::size_t>(before - steps.begin()))));
    auto const entry = [](int id, char const* command) {
        return "INSERT INTO journal (id, device, sequence, time_ms, time_counter, actor, schema, undoes, command) "
               "VALUES ("
            + std::to_string(id) + ", 'a', " + std::to_string(id) + ", 0, 0, '', 1, NULL, '{\"kind\":\"" + command
            + "\"}');";
    };
    REQUIRE(execute(database.get(), entry(0, "import") + entry(1, "assign") + entry(2, "cancel_order") + R"(
        INSERT INTO rooms VALUES (0, 'a', 'A', NULL, NULL, NULL, 0, 0, 0, 0, NULL);
        INSERT INTO orders VALUES (0, 'PO-1', NULL, 'select', 1, 3, '2026-03-01', '2026-03-05', 0, 0, 2),
                                  (1, 'PO-2', NULL, 'select', 1, 3, '2026-03-01', '2026-03-05', 0, 0, 0);
        INSERT INTO assignments VALUES (0, 0, 1, 0, '2026-03-01', NULL, 0, 1, NULL), (1, 0, 2, 0, '2026-03-01', NULL, 0, 1, NULL),
                                       (2, 1, 1, 0, '2026-03-01', '2026-03-04', 0, 0, 0), (3, 1, 2, 0, '2026-03-01', NULL, 0, 0, NULL);
        INSERT INTO handovers VALUES (0, 0, 0, 10, 1), (1, 1, 0, 10, 1), (2, 0, 1, 20, 2), (3, 1, 1, 20, 2),
                                     (4, 2, 1, 30, 0), (5, 3, 1, 40, 0);)"));
    REQUIRE(migrate(database.get(), 8, steps));
    auto statement = Statement::prepare(database.get(),
        "SELECT group_concat(id || ':' || what || ' ' || thing || ' ' || at_ms || ' ' || entry, ', ') FROM (SELECT * "
        "FROM timings ORDER BY id)");
    REQUIRE(statement);
    REQUIRE(statement->step() == Statement::Step::row);
    // Two were given, one order was cancelled by its command; of an import, one ended and one order was cancelled.
    CHECK(statement->text(0) == "0:0 0 10 1, 1:0 1 10 1, 2:2 0 20 2, 3:1 2 30 0, 4:2 1 40 0");
}

TEST_CASE("a crash at any operation of bringing a file to this version leaves the old one or the new one", "[store]")
{
    constexpr char const* name = "old.db";
    auto const old = std::string { version_1 } + R"(
        INSERT INTO journal VALUES (0, 'a', 1, 1000, 0, '', 1, NULL, '{"kind":"open_tenant","name":"Acme"}');
        INSERT INTO tenant VALUES (0, 'Acme', NULL, NULL);
    )";
    auto const opened_whole = [&] {
        auto const store = Store::open(name, Place::handles);
        REQUIRE(store);
        CHECK(store->faults().empty());
        CHECK(store->next_entry().row() == 1);
        auto const ledger = store->load();
        REQUIRE(ledger);
        CHECK(ledger->tenant().name == "Acme");
    };
    auto const operations = [&] {
        FaultDisk disk;
        disk.plug_in();
        change_raw(name, old);
        auto const before = disk.operations();
        opened_whole();
        return disk.operations() - before;
    }();
    REQUIRE(operations > 6);
    auto const unflushed = GENERATE(Unflushed::kept, Unflushed::lost, Unflushed::torn);
    for (std::size_t at = 0; at < operations; ++at) {
        CAPTURE(static_cast<int>(unflushed), at);
        FaultDisk disk { at };
        disk.plug_in();
        change_raw(name, old);
        disk.die_at(disk.operations() + at);
        (void)Store::open(name, Place::handles);
        disk.restart(unflushed);
        opened_whole();
    }
}
