// A whole database put in the place of another: whatever happens meanwhile, nobody takes half of it for the whole.
#include "store/fault_disk.hpp"
#include "store/salvage.hpp"
#include "store/whole_database.hpp"
#include "store/workload.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstring>

using namespace keyrack;
using namespace keyrack::store;
using namespace keyrack::test;

namespace {

constexpr char const* database_file = "northwind.db";

// A database with so many steps of the script, closed; and its bytes.
std::vector<std::byte> made(Script const& script, std::size_t steps)
{
    auto store = Store::open(database_file, Place::handles, { "select", "sync_plus" });
    REQUIRE(store);
    for (std::size_t at = store->next_entry().row(); at < steps; ++at) REQUIRE(write(*store, script.steps[at]));
    auto bytes = store->bytes();
    REQUIRE(bytes);
    return std::move(*bytes);
}

} // namespace

TEST_CASE("a crash at any operation of putting a database in place leaves it, or one that is refused", "[store]")
{
    auto const script = a_script(7, 20);
    auto const unflushed = GENERATE(Unflushed::kept, Unflushed::lost, Unflushed::torn);
    std::vector<std::byte> image;
    std::size_t operations = 0;
    {
        FaultDisk disk;
        disk.plug_in();
        image = made(script, 12);
        auto const before = disk.operations();
        REQUIRE(put_database(database_file, Place::handles, image));
        operations = disk.operations() - before;
    }
    REQUIRE(operations > 4);
    std::size_t refused = 0;
    for (std::size_t at = 0; at < operations; ++at) {
        CAPTURE(static_cast<int>(unflushed), at);
        FaultDisk disk { at };
        disk.plug_in();
        (void)made(script, 20);
        disk.die_at(disk.operations() + at);
        REQUIRE(!put_database(database_file, Place::handles, image));
        disk.restart(unflushed);
        auto const opened = Store::open(database_file, Place::handles, { "select", "sync_plus" });
        if (!opened) {
            CHECK(opened.error().what == "damaged_database"); // never an empty one
            ++refused;
            REQUIRE(put_database(database_file, Place::handles, image)); // and it can be done again
            CHECK(Store::open(database_file, Place::handles, { "select", "sync_plus" })->next_entry().row() == 12);
            continue;
        }
        auto const held = opened->next_entry().row();
        REQUIRE((held == 12 || held == 20));
        REQUIRE(opened->load() == script.ledgers[held]);
        REQUIRE(opened->faults().empty());
    }
    CHECK(refused > 0);
}

TEST_CASE("a full disk while a database is put in place is told, and it can be put there again", "[store]")
{
    auto const script = a_script(7, 20);
    FaultDisk disk;
    disk.plug_in();
    auto const image = made(script, 20);
    disk.fill_up_at(disk.writes() + 1, FullAnswer::minus_one);
    auto const put = put_database(database_file, Place::handles, image);
    REQUIRE(!put);
    CHECK(put.error().what == "disk_full");
    disk.make_room();
    CHECK(Store::open(database_file, Place::handles, { "select", "sync_plus" }).error().what == "damaged_database");
    REQUIRE(put_database(database_file, Place::handles, image));
    CHECK(Store::open(database_file, Place::handles, { "select", "sync_plus" })->load() == script.ledgers[20]);
}

TEST_CASE("an image is looked into before it is put anywhere", "[store]")
{
    auto const script = a_script(7, 8);
    FaultDisk disk;
    disk.plug_in();
    auto image = made(script, 8);
    auto const sound = look_into(image);
    REQUIRE(sound);
    CHECK(sound->entries == 8);
    CHECK(look_into(std::span { image }.first(100)).error().what == "damaged_database");
    CHECK(look_into({}).error().what == "damaged_database");
    CHECK(!look_into(std::span { image }.first(image.size() / 2)));
    auto foreign = image;
    std::fill_n(foreign.begin() + 68, 4, std::byte { 1 });
    CHECK(look_into(foreign).error().what == "foreign_database");
    auto newer = image;
    newer[60] = std::byte { 0x7F };
    CHECK(look_into(newer).error().what == "newer_database");
}

TEST_CASE("what lies under a name is found, whatever it is", "[store]")
{
    auto const script = a_script(7, 3);
    FaultDisk disk;
    disk.plug_in();
    disk.set_content(database_file, {});
    CHECK(!is_taken(database_file, Place::handles));
    (void)made(script, 3);
    CHECK(is_taken(database_file, Place::handles));
    disk.set_content(database_file, std::vector(600, std::byte { 7 }));
    CHECK(is_taken(database_file, Place::handles));
}

TEST_CASE("a damaged database's journal is read as far as it goes, and the file stays as it is", "[store]")
{
    auto const script = a_script(7, 20);
    FaultDisk disk;
    disk.plug_in();
    (void)made(script, 20);
    auto const whole = salvage(database_file, Place::handles, EntryId::of_row(0));
    CHECK(whole.whole);
    REQUIRE(whole.entries.size() == 20);
    auto const tail = salvage(database_file, Place::handles, EntryId::of_row(15));
    REQUIRE(tail.entries.size() == 5);
    CHECK(tail.entries.front().entry == whole.entries[15].entry);
    auto const sound = disk.content(database_file);
    for (std::size_t page = 0; page * 4'096 < sound.size(); ++page) {
        CAPTURE(page);
        auto bytes = sound;
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page * 4'096), 4'096, std::byte { 0xA5 });
        disk.set_content(database_file, bytes);
        auto const read = salvage(database_file, Place::handles, EntryId::of_row(0));
        REQUIRE(read.entries.size() <= 20);
        for (std::size_t at = 0; at < read.entries.size(); ++at)
            REQUIRE(read.entries[at].entry == whole.entries[at].entry); // what is read is what was written
        CHECK(disk.content(database_file) == bytes);
    }
}
