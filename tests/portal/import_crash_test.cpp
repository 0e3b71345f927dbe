// The power goes at any operation while a list is imported or an import is taken back: it is there whole, or not at all.
#include "portal/stage.hpp"
#include "store/fault_disk.hpp"
#include "store/store.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

constexpr char const* rooms_list = "id,name,site\na,Attic,Oslo\nb,Cellar,Oslo\nc,Tower,Bergen\n";

Environment an_environment_on_disk()
{
    auto environment = an_environment();
    environment.files = TenantFiles::behind_handles;
    return environment;
}

// A company with one room, then the list, then the way back. The disk may die on the way.
void live(FaultDisk& disk)
{
    disk.plug_in();
    Stage stage { an_environment_on_disk(), FilesState::opened };
    stage(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
    stage(AskAddRoom {})(EditDialog { "name", "Lobby" })(ConfirmDialog {});
    if (!stage.model().session || disk.dead()) return;
    stage.import("list.csv", rooms_list);
    stage(RunOnScreen { "import-list" });
    if (disk.dead()) return;
    stage(UndoEntry { EntryId::of_row(2) });
}

// How many rooms stand after how many entries.
struct Held
{
    std::uint32_t entries = 0;
    std::ptrdiff_t rooms = 0;
};

Held held()
{
    auto const store = store::Store::open("acme.db", store::Place::handles);
    REQUIRE(store);
    CHECK(store->faults().empty());
    auto const ledger = store->load();
    REQUIRE(ledger);
    Held result { .entries = store->next_entry().row() };
    for (auto const& room : ledger->rooms().rows()) result.rooms += room.standing == engine::Standing::valid ? 1 : 0;
    return result;
}

} // namespace

TEST_CASE("a crash while a list is imported or taken back leaves nothing half", "[portal]")
{
    auto const operations = [] {
        FaultDisk disk;
        live(disk);
        auto const end = held();
        REQUIRE(end.entries == 4);
        REQUIRE(end.rooms == 1);
        return disk.operations();
    }();
    auto const unflushed = GENERATE(Unflushed::kept, Unflushed::lost, Unflushed::torn);
    std::size_t met_whole = 0;
    for (std::size_t at = 1; at < operations; ++at) {
        CAPTURE(static_cast<int>(unflushed), at);
        FaultDisk disk { at };
        disk.plug_in();
        disk.die_at(at);
        live(disk);
        disk.restart(unflushed);
        auto const now = held();
        constexpr std::ptrdiff_t rooms_after[] { 0, 0, 1, 4, 1 }; // so many entries
        REQUIRE(now.entries <= 4);
        REQUIRE(now.rooms == rooms_after[now.entries]);
        met_whole += now.entries == 3 ? 1 : 0;
    }
    CHECK(met_whole > 0);
}
