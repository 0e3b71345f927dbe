// The power goes at every single operation of a disk: whatever was acknowledged is there, nothing half is.

#include "store/fault_disk.hpp"
#include "store/store.hpp"
#include "store/workload.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

using namespace keyrack;
using namespace keyrack::store;
using namespace keyrack::test;

namespace {

constexpr char const* name = "northwind.db";
constexpr std::size_t script_length = 50;

Result<Store> opened()
{
    return Store::open(name, Place::handles, { "select", "sync_plus" });
}

// Goes on with the script where the disk stands, with the turns that a long life brings: the log written back, the store
// closed and opened. How many steps were acknowledged, 0 where the store could not be opened.
std::size_t run(Script const& script)
{
    auto store = opened();
    std::size_t acknowledged = store ? store->next_entry().row() : 0;
    while (store && acknowledged < script.steps.size()) {
        if (acknowledged % 16 == 5 && !store->checkpoint()) break;
        if (acknowledged % 20 == 19) {
            store = failure("closed");
            store = opened();
            if (!store) break;
        }
        if (!write(*store, script.steps[acknowledged])) break;
        ++acknowledged;
    }
    return acknowledged;
}

// How many steps the disk turns out to hold, or nothing where it does not hold what a sound disk would.
std::optional<std::size_t> held_whole(Script const& script)
{
    auto const store = opened();
    if (!store || !store->faults().empty()) return std::nullopt;
    auto const held = std::size_t { store->next_entry().row() };
    auto const loaded = store->load();
    auto const journal = replayed(*store);
    if (held > script.steps.size() || !loaded || !journal) return std::nullopt;
    bool const same = *loaded == script.ledgers[held] && *journal == script.ledgers[held];
    return same ? std::optional { held } : std::nullopt;
}

// More than the gathered writes and SQLite's cache hold, in few rows: names are longer than the engine takes in.
Script a_large_import()
{
    auto script = a_script(23, 2);
    auto& import = script.steps[1];
    auto ledger = script.ledgers[1];
    import.blocks.assign(8, {});
    std::string const long_name(4'000, 'n');
    for (std::uint32_t row = 0; row < 1'600; ++row) {
        engine::Room room;
        room.key = std::to_string(row);
        room.name = long_name;
        room.entry = EntryId::of_row(1);
        engine::Change const change = engine::Put<engine::Room, RoomId> { RoomId::of_row(row), room };
        ledger.apply(change);
        import.blocks[row / 200].changes.push_back(change);
        import.blocks[row / 200].rows.push_back(engine::AddRoom { room.key, long_name, "", "", "" });
    }
    script.ledgers[2] = std::move(ledger);
    return script;
}

std::size_t operations_of(Script const& script)
{
    FaultDisk disk;
    disk.plug_in();
    REQUIRE(run(script) == script.steps.size());
    return disk.operations();
}

} // namespace

TEST_CASE("a crash at any operation loses nothing acknowledged and leaves nothing half", "[store]")
{
    auto const unflushed = GENERATE(Unflushed::kept, Unflushed::lost, Unflushed::torn);
    auto const script = a_script(7, script_length);
    auto const operations = operations_of(script);
    REQUIRE(operations > 2 * script_length);
    for (std::size_t at = 0; at < operations; ++at) {
        CAPTURE(static_cast<int>(unflushed), at);
        FaultDisk disk { at };
        disk.plug_in();
        disk.die_at(at);
        auto const acknowledged = run(script);
        REQUIRE(disk.dead());
        disk.restart(unflushed);
        auto const held = held_whole(script);
        REQUIRE(held);
        REQUIRE((*held == acknowledged || *held == acknowledged + 1)); // the last may be there, but then it is whole
        if (at % 8 != 0) continue;
        REQUIRE(run(script) == script.steps.size());
        REQUIRE(held_whole(script) == script.steps.size());
    }
}

TEST_CASE("a crash during the recovery from a crash loses nothing either", "[store]")
{
    auto const script = a_script(11, 12);
    auto const operations = operations_of(script);
    for (std::size_t at = 0; at < operations; ++at) {
        for (std::size_t again = 0; again < 6; ++again) {
            CAPTURE(at, again);
            FaultDisk disk { at * 31 + again };
            disk.plug_in();
            disk.die_at(at);
            auto const first = run(script);
            disk.restart(Unflushed::torn);
            disk.die_at(disk.operations() + again);
            auto const second = run(script);
            disk.restart(Unflushed::torn);
            auto const held = held_whole(script);
            REQUIRE(held);
            REQUIRE(*held >= std::max(first, second));
            REQUIRE(*held <= std::max(first + 1, second) + 1);
        }
    }
}

TEST_CASE("a large import is there whole or not at all", "[store]")
{
    auto const script = a_large_import();
    auto const operations = operations_of(script);
    REQUIRE(operations > 40); // gathered writes were drained while it was open
    for (std::size_t at = operations % 3; at < operations; at += 3) {
        CAPTURE(at);
        FaultDisk disk { at };
        disk.plug_in();
        disk.die_at(at);
        auto const acknowledged = run(script);
        disk.restart(at % 2 == 0 ? Unflushed::torn : Unflushed::kept);
        auto const store = opened();
        REQUIRE(store);
        auto const held = std::size_t { store->next_entry().row() };
        REQUIRE((held == acknowledged || held == acknowledged + 1));
        REQUIRE(store->load() == script.ledgers[held]);
        REQUIRE(store->faults().empty());
    }
}

TEST_CASE("this test notices a disk that only says it has flushed", "[store]")
{
    auto const script = a_script(7, script_length);
    std::size_t noticed = 0;
    for (std::size_t at = 10; at < 200; at += 10) {
        FaultDisk disk { at };
        disk.plug_in();
        disk.set_flushes(Flushes::lying);
        disk.die_at(at);
        auto const acknowledged = run(script);
        disk.restart(Unflushed::torn);
        auto const held = held_whole(script);
        noticed += !held || *held < acknowledged ? 1U : 0U;
    }
    CHECK(noticed > 5);
}
