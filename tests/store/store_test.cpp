// What the store promises while the disk does what it should.

#include "store/fault_disk.hpp"
#include "store/raw_database.hpp"
#include "store/store.hpp"
#include "store/workload.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <set>

using namespace keyrack;
using namespace keyrack::store;
using namespace keyrack::test;

namespace {

constexpr char const* name = "northwind.db";

Store opened(Place place = Place::handles)
{
    auto store = Store::open(name, place, { "select", "sync_plus" });
    REQUIRE(store);
    return std::move(*store);
}

Step const& the_import(Script const& script)
{
    return *std::ranges::find_if(script.steps, [](Step const& step) { return !step.blocks.empty(); });
}

void write_all(Store& store, Script const& script)
{
    for (auto const& step : script.steps) REQUIRE(write(store, step));
}

void write_until_import(Store& store, Script const& script)
{
    for (auto const& step : script.steps) {
        if (!step.blocks.empty()) return;
        REQUIRE(write(store, step));
    }
}

Bytes bytes_of(Store const& store)
{
    auto bytes = store.bytes();
    REQUIRE(bytes);
    return std::move(*bytes);
}

} // namespace

TEST_CASE("projection equals replay, whatever was given", "[store]")
{
    auto const seed = GENERATE(range(1U, 25U));
    CAPTURE(seed);
    auto const script = a_script(seed, 120);
    FaultDisk disk { seed };
    disk.plug_in();
    {
        auto store = opened();
        write_all(store, script);
    }
    auto const store = opened();
    auto const loaded = store.load();
    auto const journal = replayed(store);
    if (!loaded) FAIL(loaded.error().what << " " << loaded.error().where << " " << loaded.error().detail);
    REQUIRE(journal);
    CHECK(*loaded == *journal);
    CHECK(*loaded == script.ledgers.back());
}

TEST_CASE("a store rebuilt from the journal alone has the same tables to the letter", "[store]")
{
    auto const seed = GENERATE(range(30U, 34U));
    CAPTURE(seed);
    auto original = opened(Place::memory);
    write_all(original, a_script(seed, 120));
    auto rebuilt = opened(Place::memory);
    engine::Ledger ledger;
    std::vector<engine::Change> changes;
    auto const decide_again = [&](EntryId id, engine::Command const& command, engine::Manner manner) {
        auto const decision = engine::decide(ledger, test_catalogue(), command, id, manner);
        REQUIRE(decision);
        for (auto const& change : decision->changes) ledger.apply(change);
        changes.insert(changes.end(), decision->changes.begin(), decision->changes.end());
    };
    auto const on_entry = [&](EntryId id, engine::Entry const& entry) {
        if (!std::holds_alternative<engine::Import>(entry.command))
            decide_again(id, entry.command, engine::Manner::live);
        REQUIRE(rebuilt.append(entry, changes));
        changes.clear();
    };
    auto const on_row = [&](EntryId id, auto const& row) { decide_again(id, row, engine::Manner::history); };
    REQUIRE(original.replay(on_entry, on_row));
    REQUIRE(rebuilt.append(entry_of(engine::OpenTenant { "the last changes" }, 9'999), changes));
    std::vector<std::string> const journal_tables { "journal", "import_blocks" };
    CHECK(all_rows(bytes_of(rebuilt), journal_tables) == all_rows(bytes_of(original), journal_tables));
}

// Those of Customer Success Services, service orders and people come after them, and have tests of their own.
TEST_CASE("the random commands reach every kind and every table of rooms, licences and devices", "[store]")
{
    auto const first_kind_after = engine::Command { engine::AddOrgId {} }.index();
    auto const first_change_after = engine::Change { engine::Put<engine::Org, OrgId> {} }.index();
    std::set<std::size_t> kinds;
    std::set<std::size_t> changes;
    for (std::uint64_t seed = 1; seed < 25; ++seed) {
        for (auto const& step : a_script(seed, 120).steps) {
            kinds.insert(step.entry.command.index());
            for (auto const& change : step.changes) changes.insert(change.index());
        }
    }
    CHECK(kinds.size() == first_kind_after);
    CHECK(changes.erase(engine::Change { engine::Put<engine::Timing, TimingId> {} }.index()) == 1);
    CHECK(changes.size() == first_change_after);
}

TEST_CASE("entries come back as they were written", "[store]")
{
    auto const place = GENERATE(Place::memory, Place::handles);
    FaultDisk disk;
    disk.plug_in();
    auto const script = a_script(3, 40);
    auto store = opened(place);
    for (std::uint32_t row = 0; row < script.steps.size(); ++row) {
        CHECK(store.next_entry() == EntryId::of_row(row));
        REQUIRE(write(store, script.steps[row]) == EntryId::of_row(row));
    }
    auto const entries = store.entries(EntryId::of_row(5), 10);
    REQUIRE(entries);
    REQUIRE(entries->size() == 10);
    CHECK(entries->front().id == EntryId::of_row(5));
    for (auto const& each : *entries) CHECK(each.entry == script.steps[each.id.row()].entry);
    CHECK(store.entry(EntryId::of_row(39)) == script.steps[39].entry);
    CHECK(store.entries(EntryId::of_row(40), 10)->empty());
}

TEST_CASE("an import becomes visible with its entry", "[store]")
{
    FaultDisk disk;
    disk.plug_in();
    auto const script = a_script(5, 20);
    auto store = opened();
    write_until_import(store, script);
    auto const before = store.load();
    auto const import = the_import(script);
    REQUIRE(store.begin_import());
    for (auto const& [rows, changes] : import.blocks) REQUIRE(store.add_block(rows, changes));

    SECTION("while it is open, nothing else reads or writes the rows")
    {
        CHECK(store.append(import.entry, {}).error().what == "busy_importing");
        CHECK(store.begin_import().error().what == "busy_importing");
        CHECK(store.load().error().what == "busy_importing");
        CHECK(store.bytes().error().what == "busy_importing");
        CHECK(store.checkpoint().error().what == "busy_importing");
        CHECK(store.entries(EntryId::of_row(0), 100)->size() == store.next_entry().row());
    }
    SECTION("rolled back, it leaves nothing")
    {
        store.roll_back_import();
        CHECK(store.load() == before);
        CHECK(rows_of(bytes_of(store), "SELECT count(*) FROM import_blocks") == std::vector<std::string> { "0" });
        CHECK(store.append(entry_of(engine::SetBaseWarranty { {}, 2 }, 99), {}) == EntryId::of_row(10));
    }
    SECTION("dropped with the store, it leaves nothing")
    {
        store = Store { opened(Place::memory) };
        CHECK(opened().load() == before);
    }
    SECTION("committed, it is there")
    {
        CHECK(store.commit_import(import.entry) == EntryId::of_row(10));
        CHECK(store.load() == script.ledgers[11]);
        CHECK(replayed(store) == script.ledgers[11]);
    }
}

TEST_CASE("nothing is kept in memory, and nothing is there to begin with", "[store]")
{
    auto const script = a_script(3, 10);
    {
        auto store = opened(Place::memory);
        CHECK(store.next_entry() == EntryId::of_row(0));
        write_all(store, script);
        CHECK(store.load() == script.ledgers.back());
    }
    CHECK(opened(Place::memory).load() == engine::Ledger {});
}

TEST_CASE("how the last session ended", "[store]")
{
    FaultDisk disk;
    disk.plug_in();
    CHECK(opened().last_ending() == store::Ending::clean);
    CHECK(opened().last_ending() == store::Ending::clean);
    {
        auto store = opened();
        write_all(store, a_script(3, 10));
        disk.die_at(disk.operations());
    }
    disk.restart(Unflushed::kept);
    CHECK(opened().last_ending() == store::Ending::unclean);
    CHECK(opened().last_ending() == store::Ending::clean);
}

TEST_CASE("two stores never hold one file", "[store]")
{
    FaultDisk disk;
    disk.plug_in();
    auto const store = opened();
    auto const second = Store::open(name, Place::handles);
    REQUIRE(!second);
    CHECK(second.error().what == "database_in_use");
}

TEST_CASE("after a checkpoint everything is in the main file", "[store]")
{
    FaultDisk disk;
    disk.plug_in();
    auto const script = a_script(3, 30);
    auto store = opened();
    write_all(store, script);
    CHECK(!disk.content("northwind.db-wal").empty());
    REQUIRE(store.checkpoint());
    CHECK(disk.content("northwind.db-wal").empty());

    disk.set_content("copy.db", disk.content(name));
    CHECK(Store::open("copy.db", Place::handles, { "select", "sync_plus" })->load() == script.ledgers.back());
}

TEST_CASE("a download is a whole database of the ordinary kind", "[store]")
{
    auto const place = GENERATE(Place::memory, Place::handles);
    FaultDisk disk;
    disk.plug_in();
    auto const script = a_script(8, 60);
    auto const file = [&] {
        auto store = opened(place);
        write_all(store, script);
        return bytes_of(store); // with the log not written back
    }();
    using Rows = std::vector<std::string>;
    CHECK(rows_of(file, "PRAGMA integrity_check") == Rows { "ok" });
    CHECK(rows_of(file, "PRAGMA foreign_key_check").empty());
    CHECK(rows_of(file, "SELECT count(*) FROM journal") == Rows { "60" });
    CHECK(file[18] == std::byte { 1 });
    CHECK(file[19] == std::byte { 1 });

    disk.set_content("copy.db", file);
    auto copy = Store::open("copy.db", Place::handles, { "select", "sync_plus" });
    REQUIRE(copy);
    CHECK(copy->load() == script.ledgers.back());
    CHECK(copy->append(entry_of(engine::SetBaseWarranty { {}, 2 }, 99), {}) == EntryId::of_row(60));
}

TEST_CASE("people can read the tables in the shell", "[store]")
{
    using namespace engine;
    auto store = opened(Place::memory);
    Ledger ledger;
    std::int64_t sequence = 0;
    auto const give = [&](Command command) {
        auto const decision = decide(ledger, test_catalogue(), command, store.next_entry(), Manner::live);
        REQUIRE(decision);
        for (auto const& change : decision->changes) ledger.apply(change);
        REQUIRE(store.append(entry_of(std::move(command), ++sequence), decision->changes));
    };
    auto const day = [](char const* text) { return *parse_date(text); };
    give(OpenTenant { "Northwind" });
    give(AddAccount { "acme", "Acme", "CH", "" });
    give(PlaceOrder { "PO-77", "acme", "select", 3, 40, day("2026-05-04"), std::nullopt });
    give(AddRoom { "boardroom", "Boardroom", "Zürich", "CH", "", InSync::yes, Importance::important });
    give(AddDevice { "S-1", "Rally Bar", day("2025-11-30"), "boardroom", std::nullopt });
    give(Assign { { { { "PO-77", 3 }, "boardroom" } }, day("2026-06-01"), never });
    give(EndAssignment {
        { "PO-77", 3 },
        day("2026-06-01"), never, day("2026-12-24")
    });
    auto const file = bytes_of(store);
    using Rows = std::vector<std::string>;
    CHECK(rows_of(file, "SELECT * FROM readable_orders") == Rows { "PO-77|Acme|select|3|40|2026-05-04|∅|valid|2" });
    CHECK(rows_of(file, "SELECT * FROM readable_rooms")
        == Rows { "boardroom|Boardroom|Zürich|CH|∅|yes|important|valid|3" });
    CHECK(rows_of(file, "SELECT * FROM readable_devices") == Rows { "S-1|Rally Bar|2025-11-30|boardroom|∅|valid|4" });
    CHECK(rows_of(file, "SELECT * FROM readable_assignments")
        == Rows { "PO-77/3|select|boardroom|Boardroom|2026-06-01|2026-12-24|valid|5" });
    CHECK(rows_of(file, "SELECT entry, actor, kind FROM readable_journal WHERE entry = 5")
        == Rows { "5|Ærlig Tester|assign" });
}
