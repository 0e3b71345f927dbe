// The disk fills up at every single write, and flushing fails at every single flush: it is told, what is on the disk stays
// readable, and it goes on when there is room.

#include "store/fault_disk.hpp"
#include "store/store.hpp"
#include "store/workload.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::store;
using namespace keyrack::test;

namespace {

constexpr char const* name = "northwind.db";

Result<Store> opened()
{
    return Store::open(name, Place::handles, { "select", "sync_plus" });
}

// Writes what is missing of the script; the error that ended it. A log that cannot be written back is no loss.
Result<void> go_on(Store& store, Script const& script)
{
    while (store.next_entry().row() < script.steps.size()) {
        auto const next = store.next_entry().row();
        if (next % 16 == 5) static_cast<void>(store.checkpoint());
        if (auto const written = write(store, script.steps[next]); !written) return std::unexpected(written.error());
    }
    return {};
}

void check_readable(Store const& store, Script const& script)
{
    auto const& wanted = script.ledgers[store.next_entry().row()];
    auto const loaded = store.load();
    INFO((loaded ? "" : loaded.error().what + ' ' + loaded.error().detail));
    REQUIRE(loaded == wanted);
    REQUIRE(replayed(store) == wanted);
    REQUIRE(store.faults().empty());
    REQUIRE(store.bytes());
}

void check_after_reopening(Script const& script)
{
    auto const store = opened();
    REQUIRE(store);
    REQUIRE(store->next_entry().row() == script.steps.size());
    check_readable(*store, script);
}

FaultDisk& measured(FaultDisk& disk, Script const& script)
{
    disk.plug_in();
    auto store = opened();
    REQUIRE(store);
    REQUIRE(go_on(*store, script));
    return disk;
}

} // namespace

TEST_CASE("a disk that fills up is told, stays readable and works again with room", "[store]")
{
    auto const answer = GENERATE(FullAnswer::short_count, FullAnswer::minus_one, FullAnswer::minus_eight);
    auto const script = a_script(17, 40);
    FaultDisk sound;
    auto const writes = measured(sound, script).writes();
    REQUIRE(writes > 60);
    for (std::size_t at = 0; at < writes; ++at) {
        CAPTURE(static_cast<int>(answer), at);
        FaultDisk disk { at };
        disk.plug_in();
        disk.fill_up_at(at, answer);
        auto store = opened();
        if (!store) {
            REQUIRE(store.error().what == "disk_full");
        } else {
            auto const done = go_on(*store, script);
            if (!done) REQUIRE(done.error().what == "disk_full");
            check_readable(*store, script);
            auto const still_full = go_on(*store, script);
            if (!still_full) REQUIRE(still_full.error().what == "disk_full");
            check_readable(*store, script);
        }
        disk.make_room();
        if (!store) store = opened();
        REQUIRE(store);
        REQUIRE(go_on(*store, script));
        check_readable(*store, script);
        store = failure("closed");
        check_after_reopening(script);
    }
}

TEST_CASE("a full disk at the close keeps the log", "[store]")
{
    auto const script = a_script(17, 40);
    FaultDisk disk;
    disk.plug_in();
    auto store = opened();
    REQUIRE(go_on(*store, script));
    disk.fill_up_at(disk.writes(), FullAnswer::minus_one);
    store = failure("closed");
    CHECK(!disk.content("northwind.db-wal").empty());
    check_after_reopening(script); // still full: reading needs no room
    disk.make_room();
    check_after_reopening(script);
}

TEST_CASE("a flush that fails is told, and nothing that was saved before is lost", "[store]")
{
    auto const script = a_script(19, 30);
    FaultDisk sound;
    auto const flushes = measured(sound, script).flushes();
    std::size_t told = 0; // not where only the closing fails
    for (std::size_t at = 0; at < flushes; ++at) {
        CAPTURE(at);
        FaultDisk disk { at };
        disk.plug_in();
        disk.fail_flushes_from(at);
        auto store = opened();
        std::uint32_t acknowledged = 0;
        if (!store) {
            REQUIRE(store.error().what == "disk_failed");
        } else {
            auto const done = go_on(*store, script);
            if (!done) REQUIRE(done.error().what == "disk_failed");
            told += done ? 0U : 1U;
            check_readable(*store, script);
            acknowledged = store->next_entry().row();
        }
        store = failure("closed");
        disk.fail_flushes_from(std::nullopt);
        disk.restart(Unflushed::torn);
        store = opened();
        REQUIRE(store);
        REQUIRE(store->next_entry().row() >= acknowledged);
        REQUIRE(store->next_entry().row() <= acknowledged + 1);
        check_readable(*store, script);
        REQUIRE(go_on(*store, script));
        check_readable(*store, script);
    }
    CHECK(told >= script.steps.size());
}
