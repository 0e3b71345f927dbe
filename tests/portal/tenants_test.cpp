// Tenants: opened, kept, refused, held elsewhere, left.
#include "codec/catalogue_json.hpp"
#include "portal/session.hpp"
#include "portal/stage.hpp"
#include "store/fault_disk.hpp"
#include "store/store.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

Environment on_disk()
{
    auto environment = an_environment();
    environment.files = TenantFiles::behind_handles;
    return environment;
}

Environment keeping(std::string slug)
{
    auto environment = on_disk();
    environment.tenants = { std::move(slug) };
    return environment;
}

} // namespace

TEST_CASE("the demo company is kept, and opened again as it was left", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    std::string covered;
    {
        Stage stage { on_disk(), FilesState::opened };
        stage(OpenDemo {});
        CHECK(stage.session().tenant == "Northwind AG");
        CHECK(stage.session().saved == "Saved on this device");
        CHECK(!stage.model().banner);
        stage(ToggleFilter { RoomFilter::not_covered })(OpenRoom { stage.rooms().line(0).id });
        stage(RunCure { stage.rooms().detail->proof.cures.front().index });
        covered = stage.rooms().second;
        CHECK(stage.count<AskPersistence>() == 1);
        CHECK(stage.remembered["name:northwind"] == "Northwind AG");
    }
    auto environment = keeping("northwind");
    environment.fragment = "/t/northwind/rooms";
    Stage again { environment, FilesState::opened };
    CHECK(again.rooms().second == covered);
    again(LeaveTenant {})(OpenDemo {}); // the second time the kept one
    CHECK(again.rooms().second == covered);
    CHECK(again.count<AskPersistence>() == 0); // looking is no change of one's own
}

TEST_CASE("the only kept tenant opens by itself, without a step to go back to", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    {
        Stage stage { on_disk(), FilesState::opened };
        stage(OpenDemo {});
    }
    Stage stage { keeping("northwind"), FilesState::opened };
    CHECK(stage.session().tenant == "Northwind AG");
    CHECK(stage.address() == "/t/northwind/overview");
    CHECK(stage.steps_back() == 0);
    stage(LeaveTenant {});
    CHECK(!stage.model().session);
    CHECK(stage.model().welcome.tenants.size() == 1);
    CHECK(stage.model().welcome.tenants.front().name == "Northwind AG");
    CHECK(stage.address() == "/");
    CHECK(stage.count<CloseFiles>() == 1);
    stage.go_back();
    CHECK(stage.session().tenant == "Northwind AG");
}

TEST_CASE("a company begins empty under its own name", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    stage(StartEmpty {});
    REQUIRE(stage.model().dialog);
    stage(ConfirmDialog {});
    CHECK(!stage.model().dialog->fields.front().error.empty());
    stage(EditDialog { "name", "a\u202eb" })(ConfirmDialog {});
    CHECK(stage.model().dialog->fields.front().error.contains("writing direction"));
    stage(EditDialog { "name", "Müller & Söhne" })(ConfirmDialog {});
    CHECK(stage.session().tenant == "Müller & Söhne");
    CHECK(stage.address() == "/t/muller-sohne/overview");
    CHECK(stage.rooms().none_at_all);
    // The same name again is another company.
    stage(LeaveTenant {})(StartEmpty {})(EditDialog { "name", "Müller & Söhne" })(ConfirmDialog {});
    CHECK(stage.address() == "/t/muller-sohne-2/overview");
    // The demo company's place is kept free for it.
    stage(LeaveTenant {})(StartEmpty {})(EditDialog { "name", "Northwind" })(ConfirmDialog {});
    CHECK(stage.address() == "/t/northwind-2/overview");
}

TEST_CASE("where nothing is kept, a banner says so and offers the database", "[portal]")
{
    auto const stage = demo_stage();
    REQUIRE(stage->model().banner);
    CHECK(stage->model().banner->text.starts_with("Nothing is kept here"));
    CHECK(stage->session().saved == "Not kept");
    (*stage)(BannerAction {});
    REQUIRE(std::holds_alternative<Download>(stage->seen.back()));
    auto const& file = std::get<Download>(stage->seen.back());
    CHECK(file.name == "northwind.db");
    REQUIRE(file.bytes.size() > 16);
    CHECK(std::memcmp(file.bytes.data(), "SQLite format 3", 16) == 0);
    // Left and entered again it is still there: the tab holds it.
    auto const second = stage->rooms().second;
    (*stage)(LeaveTenant {});
    REQUIRE(stage->model().welcome.tenants.size() == 1);
    (*stage)(OpenTenantIntent { "northwind" });
    CHECK(stage->rooms().second == second);
    CHECK(stage->count<OpenFiles>() == 1);
}

TEST_CASE("a tenant whose files cannot be opened is never replaced by an empty one", "[portal]")
{
    Stage stage { keeping("northwind"), FilesState::not_available };
    CHECK(!stage.model().session);
    CHECK(stage.model().welcome.failure.starts_with("Northwind could not be opened."));
    CHECK(stage.model().welcome.tenants.size() == 1);
    CHECK(stage.count<ForgetFiles>() == 0);
}

TEST_CASE("a company that another tab has made meanwhile is neither filled nor removed", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage first { on_disk(), FilesState::opened };
    first(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
    first.import("rooms.json", tenant_file(6));
    first.confirm();
    first(LeaveTenant {});

    Stage second { on_disk(), FilesState::opened }; // which has looked before
    second.begin_import("acme.json", tenant_file(400), 20'000);
    second(CancelJob {});
    for (auto const& effect : second.seen)
        if (auto const* const forgotten = std::get_if<ForgetFiles>(&effect)) CHECK(forgotten->slug == "acme-2");
    CHECK(second.count<ForgetFiles>() == 1);
    second(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
    CHECK(second.session().tenant == "Acme");
    CHECK(second.rooms().none_at_all);

    Stage third { keeping("acme"), FilesState::opened };
    CHECK(third.rooms().second.starts_with("6 rooms"));
}

TEST_CASE("a name that another tab holds is not waited for", "[portal]")
{
    Stage stage { on_disk(), FilesState::held_by_another_tab };
    stage.portal.file_begins("acme.json", 10);
    REQUIRE(stage.portal.take_effects().size() >= 1);
    stage.portal.files_opened("acme", FilesState::held_by_another_tab);
    auto const effects = stage.portal.take_effects();
    auto const found =
        std::ranges::find_if(effects, [](Effect const& each) { return std::holds_alternative<OpenFiles>(each); });
    REQUIRE(found != effects.end());
    CHECK(std::get<OpenFiles>(*found).slug == "acme-2");
}

TEST_CASE("the company that is open already stays open when it is chosen", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    stage(OpenDemo {})(Search { "fjord" });
    auto const opened = stage.count<OpenFiles>();
    stage(OpenTenantIntent { "northwind" });
    CHECK(stage.count<OpenFiles>() == opened);
    CHECK(stage.count<CloseFiles>() == 0);
    CHECK(stage.session().tenant == "Northwind AG");
}

TEST_CASE("a kept tenant whose file is empty is said, and not made anew", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { keeping("acme"), FilesState::opened };
    CHECK(!stage.model().session);
    CHECK(stage.model().welcome.failure.contains("Nothing was ever saved in it"));
    CHECK(stage.count<ForgetFiles>() == 0);
}

TEST_CASE("a file that fails after a kept tenant was chosen leaves the tenant alone", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { keeping("acme"), FilesState::held_by_another_tab };
    (void)stage.portal.take_effects();
    stage.portal.file_failed("the stick was pulled out");
    stage.portal.file_ends();
    stage.portal.files_opened("acme", FilesState::opened);
    for (auto const& effect : stage.portal.take_effects()) CHECK(!std::holds_alternative<ForgetFiles>(effect));
}

TEST_CASE("an order that is placed anew with fewer licences opens again", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    auto const open = [] {
        auto session = Session::open("acme", store::Place::handles, codec::shipped_catalogue(), "one");
        REQUIRE(session);
        return std::move(*session);
    };
    Author const author { {}, Instant { std::chrono::hours { 24 } } };
    auto const day = *parse_date("2026-03-02");
    auto const placed = [&](std::int32_t quantity) {
        return engine::PlaceOrder {
            .order = "PO-1", .account = {}, .programme = "select", .years = 1, .quantity = quantity, .purchased_on = day
        };
    };
    {
        auto session = open();
        std::vector<engine::Command> const steps {
            engine::OpenTenant { "Acme" },
            placed(20),
            engine::AddRoom { .room = "a", .name = "Fjord", .site = "Oslo", .country = "NO", .account = {} },
            engine::Assign { .pairs = { { { "PO-1", 3 }, "a" } }, .from = day },
            engine::WithdrawAssignments { { { { "PO-1", 3 }, day } } },
            engine::RemoveOrder { "PO-1" },
            placed(2),
        };
        for (auto const& step : steps) REQUIRE(session.execute(step, author));
    }
    auto const again = open();
    CHECK(again.ledger().orders().rows().front().quantity == 2);
}

TEST_CASE("a database that is refused is said, and kept byte for byte", "[portal]")
{
    struct Row
    {
        char const* name;
        std::size_t size;
        char const* begins;
    };
    auto const row = GENERATE(values<Row>({
        // name              size   begins
        { "not a database",  5'000, "hello"           },
        { "a truncated one", 56,    "SQLite format 3" },
    }));
    auto bytes = std::string { row.begins } + std::string(row.size, '\0');
    CAPTURE(row.name);
    FaultDisk disk;
    disk.plug_in();
    disk.set_content("northwind.db", std::as_bytes(std::span { bytes }));
    auto const before = disk.content("northwind.db");
    Stage stage { keeping("northwind"), FilesState::opened };
    CHECK(!stage.model().session);
    CHECK(stage.model().welcome.failure.contains("damaged"));
    CHECK(stage.model().welcome.failure.contains("kept as it is"));
    CHECK(disk.content("northwind.db") == before);
    CHECK(stage.count<CloseFiles>() == 1);
    CHECK(stage.count<ForgetFiles>() == 0);
    // The demo company does not take its place either.
    stage(OpenDemo {});
    CHECK(!stage.model().session);
    CHECK(disk.content("northwind.db") == before);
}

TEST_CASE("a tenant held by another tab can be used here", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    {
        Stage stage { on_disk(), FilesState::opened };
        stage(OpenDemo {});
    }
    auto environment = keeping("northwind");
    environment.fragment = "/t/northwind/orders?sort=free";
    Stage stage { environment, FilesState::held_by_another_tab };
    CHECK(!stage.model().session);
    REQUIRE(stage.model().banner);
    CHECK(stage.model().banner->text == "Northwind is open in another tab.");
    CHECK(stage.model().banner->action == "Use here");
    stage.opens = FilesState::opened;
    stage(BannerAction {});
    CHECK(std::ranges::any_of(stage.seen, [](Effect const& effect) {
        auto const* const files = std::get_if<OpenFiles>(&effect);
        return files && files->claim == Claim::take;
    }));
    CHECK(stage.orders().sort == OrderColumn::free);
    CHECK(!stage.model().banner);
}

TEST_CASE("a tenant is given to another tab and taken back where it was", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    stage(OpenDemo {})(Go { "/t/northwind/orders" });
    stage.portal.give_up_files();
    stage.do_effects();
    CHECK(!stage.model().session);
    CHECK(stage.count<CloseFiles>() == 1);
    REQUIRE(stage.model().banner);
    stage(BannerAction {});
    CHECK(stage.session().tenant == "Northwind AG");
    CHECK(!stage.orders().lines.empty());
}

TEST_CASE("files that open when nobody waits for them any more are released", "[portal]")
{
    Stage stage { on_disk(), FilesState::opened };
    stage.portal.files_opened("other", FilesState::opened);
    stage.do_effects();
    CHECK(stage.count<CloseFiles>() == 1);
}

TEST_CASE("a disk that fills up is told, and what is shown is what is kept", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    std::string second;
    {
        Stage stage { on_disk(), FilesState::opened };
        stage(OpenDemo {});
        second = stage.rooms().second;
        stage(ToggleFilter { RoomFilter::not_covered })(OpenRoom { stage.rooms().line(0).id });
        auto const cure = stage.rooms().detail->proof.cures.front().index;
        disk.fill_up_at(disk.writes(), FullAnswer::short_count);
        stage(RunCure { cure });
        CHECK(stage.rooms().second == second);
        CHECK(stage.rooms().detail->proof.answer == Mark::no);
        REQUIRE(!stage.model().toasts.empty());
        CHECK(stage.model().toasts.back().text.starts_with("The disk is full"));
        CHECK(stage.model().toasts.back().stays);
        CHECK(!stage.model().toasts.back().can_undo);
        CHECK(stage.count<AskPersistence>() == 0);
        disk.make_room();
        stage(RunCure { cure });
        CHECK(stage.rooms().second != second);
        second = stage.rooms().second;
    }
    Stage again { keeping("northwind"), FilesState::opened };
    CHECK(again.rooms().second == second);
}

TEST_CASE("a demo company that does not fit on the disk leaves nothing behind", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    disk.fill_up_at(30, FullAnswer::minus_one);
    Stage stage { on_disk(), FilesState::opened };
    stage(OpenDemo {});
    CHECK(!stage.model().session);
    CHECK(stage.model().welcome.failure.contains("The disk is full"));
    CHECK(stage.count<ForgetFiles>() == 1); // which closes them as well
    CHECK(stage.model().welcome.tenants.empty());
}

TEST_CASE("entries of a device are counted on, and times never fall back", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    auto const add = [](Stage& stage, std::string name) {
        stage(AskAddRoom {})(EditDialog { "name", std::move(name) })(ConfirmDialog {});
    };
    {
        Stage stage { on_disk(), FilesState::opened, "2026-11-22" };
        stage(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
        add(stage, "One");
    }
    Stage stage { keeping("acme"), FilesState::opened, "2026-11-20" }; // a clock that was set back
    add(stage, "Two");
    auto const opened = store::Store::open("acme.db", store::Place::handles);
    CHECK(!opened); // it is in use here
    stage(LeaveTenant {});
    auto const store = store::Store::open("acme.db", store::Place::handles);
    REQUIRE(store);
    auto const entries = store->entries(EntryId::of_row(0), 10);
    REQUIRE(entries);
    REQUIRE(entries->size() == 3);
    for (std::size_t at = 1; at < 3; ++at) {
        auto const &before = (*entries)[at - 1].entry, &after = (*entries)[at].entry;
        CHECK(after.sequence == before.sequence + 1);
        CHECK(std::pair { after.time_ms, after.time_counter } > std::pair { before.time_ms, before.time_counter });
    }
}
