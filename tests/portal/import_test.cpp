// Files: taken in whole or not at all, beside everything else.
#include "portal/managed_file.hpp"
#include "portal/stage.hpp"
#include "store/fault_disk.hpp"
#include "store/raw_database.hpp"
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

// A file with one row that a rule flags and, where asked, one that is refused.
std::string small_file(char const* room_of_assignment)
{
    return std::string {
        R"({"orders":[{"id":"PO-9","service":"select","years":1,"quantity":2,"purchased_on":"2026-01-10","cancelled_on":null}],)"
        R"("rooms":[{"id":"x-1","name":"Lofoten","site":"Oslo","country":"NO","sync":true}],)"
        R"("assignments":[{"licence":"PO-9/1","room":")"
    }
    + room_of_assignment + R"(","from":"2026-02-01","to":null}],"devices":[]})";
}

bool says(std::vector<ReportGroup> const& groups, Tone tone, std::string_view text)
{
    return std::ranges::any_of(
        groups, [&](ReportGroup const& group) { return group.tone == tone && group.text.contains(text); });
}

} // namespace

TEST_CASE("a file dropped on the welcome screen becomes a company, with a report of what was flagged", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    {
        Stage stage { on_disk(), FilesState::opened };
        stage.import("Acme Europe.json", tenant_file(300));
        CHECK(stage.session().tenant == "Acme Europe");
        CHECK(stage.address() == "/t/acme-europe/data");
        REQUIRE(stage.data().report);
        CHECK(stage.data().report->title == "Acme Europe.json is imported");
        CHECK(stage.data().report->second == "300 rooms · 2 orders · 200 assignments · 300 devices");
        CHECK(says(stage.data().report->groups, Tone::ending, "2 rows: The order names no customer"));
        CHECK(stage.data().journal(0).text == "Acme Europe.json imported: 802 rows");
        CHECK(stage.data().journal(0).can_undo);
        CHECK(stage.count<AskPersistence>() == 1);
        stage(DismissReport {});
        CHECK(!stage.data().report);
        stage(Go { "/t/acme-europe/rooms" });
        CHECK(stage.rooms().second == "300 rooms · 200 covered");
    }
    auto environment = on_disk();
    environment.tenants = { "acme-europe" };
    Stage again { environment, FilesState::opened };
    CHECK(again.rooms().second == "300 rooms · 200 covered");
}

TEST_CASE("a file of any cut gives the same company", "[portal]")
{
    auto const piece = GENERATE(as<std::size_t> {}, 7, 1'000, 1'000'000);
    Stage stage;
    stage.import("big.json", tenant_file(40), piece);
    stage(Go { "/t/big/rooms" });
    CHECK(stage.rooms().second == "40 rooms · 27 covered");
}

TEST_CASE("a file comes into the open company", "[portal]")
{
    auto const stage = demo_stage();
    auto const count = stage->rooms().count;
    (*stage)(ChooseFile {});
    CHECK(stage->count<PickFile>() == 1);
    stage->import("more.json", small_file("x-1"));
    REQUIRE(stage->data().report);
    CHECK(stage->data().report->title == "Import more.json?");
    CHECK(stage->data().report->waits);
    CHECK(stage->data().report->actions.front().text == "Import 3 rows");
    CHECK(says(stage->data().report->groups, Tone::ending, "1 row: The order names no customer"));
    (*stage)(Go { "/t/northwind/rooms" });
    CHECK(stage->rooms().count == count); // nothing has happened yet
    stage->confirm();
    CHECK(stage->data().report->title == "more.json is imported");
    CHECK(stage->data().report->outcome == Mark::yes);
    (*stage)(Go { "/t/northwind/rooms" });
    CHECK(stage->rooms().count == count + 1);
    CHECK(stage->line("Lofoten").cover.tone == Tone::ending);
}

TEST_CASE("a file that is refused changes nothing and says what, how many and where", "[portal]")
{
    auto const stage = demo_stage();
    auto const second = stage->rooms().second;
    (*stage)(Go { "/t/northwind/data" });
    auto const entries = stage->data().journal_count;
    stage->import("bad.json", small_file("x-2"));
    REQUIRE(stage->data().report);
    auto const report = *stage->data().report;
    CHECK(report.outcome == Mark::no);
    CHECK(report.title == "Nothing was imported from bad.json");
    CHECK(report.second.starts_with("1 row is refused."));
    REQUIRE(says(report.groups, Tone::missing, "1 row: The room is neither in the file nor here."));
    CHECK(report.groups.front().examples.front().starts_with("Row 1 of “assignments” · line 1 · "));
    CHECK(stage->data().journal_count == entries);
    (*stage)(Go { "/t/northwind/rooms" });
    CHECK(stage->rooms().second == second);
    // And the next one works.
    stage->import("good.json", small_file("x-1"));
    stage->confirm();
    CHECK(stage->data().report->outcome == Mark::yes);
}

TEST_CASE("a file that is none is refused with its place", "[portal]")
{
    struct Row
    {
        char const* name;
        std::string text;
        char const* says;
    };
    auto const row = GENERATE(values<Row>({
        // name              text                                            says
        { "no JSON", "hello", "no valid JSON" },
        { "empty", "", "ends too early" },
        { "truncated", tenant_file(5).substr(0, 300), "ends too early" },
        { "brackets", std::string(100'000, '['), "" },
        { "other JSON", R"({"a":1})", "unknown" },
        { "a bad date",
         R"({"rooms":[],"orders":[{"id":"PO-1","service":"select","years":1,"quantity":1,"purchased_on":"2026-02-30","cancelled_on":null}]})",
         "date" },
        { "a bad quantity",
         R"({"rooms":[],"orders":[{"id":"PO-1","service":"select","years":1,"quantity":-4,"purchased_on":"2026-02-03","cancelled_on":null}]})",
         "quantity" },
    }));
    CAPTURE(row.name);
    Stage stage;
    stage.import("x.json", row.text);
    CHECK(!stage.model().session);
    CHECK(stage.model().welcome.tenants.empty());
    REQUIRE(stage.model().welcome.report);
    auto const& report = *stage.model().welcome.report;
    CHECK(report.outcome == Mark::no);
    REQUIRE(!report.groups.empty());
    CAPTURE(report.groups.front().text);
    CHECK(report.groups.front().text.contains(row.says));
    stage(OpenDemo {}); // goes on as if nothing had been
    CHECK(!stage.model().welcome.report);
}

TEST_CASE("an empty file may end before its company is open", "[portal]")
{
    Stage stage;
    stage.portal.file_begins("x.json", 0);
    CHECK(stage.portal.takes_file());
    stage.portal.file_ends();
    stage.settle();
    CHECK(!stage.portal.takes_file());
    CHECK(!stage.model().session);
    CHECK(stage.model().welcome.report);
}

TEST_CASE("a refused file on the welcome screen leaves no company behind", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    stage.import("bad.json", small_file("x-2"));
    CHECK(!stage.model().session);
    CHECK(stage.count<ForgetFiles>() == 1); // which closes them as well
    CHECK(stage.model().welcome.tenants.empty());
    CHECK(stage.address() == "/");
}

TEST_CASE("an import that is cancelled leaves everything as it was", "[portal]")
{
    auto const stage = demo_stage();
    auto const second = stage->rooms().second;
    auto const text = tenant_file(2'000);
    stage->begin_import("big.json", text, text.size() / 2);
    REQUIRE(stage->model().job);
    CHECK(stage->model().job->title == "Importing big.json");
    CHECK(stage->model().job->share > 0);
    CHECK(stage->model().job->share < 1);
    (*stage)(CancelJob {});
    CHECK(!stage->model().job);
    CHECK(!stage->portal.wants_more());
    CHECK(stage->toasts().back() == "The import of big.json was stopped. Nothing has changed.");
    CHECK(stage->rooms().second == second);
    (*stage)(OpenRoom { stage->rooms().line(0).id });
    CHECK(stage->rooms().detail);
    stage->import("more.json", small_file("x-1"));
    stage->confirm();
    CHECK(stage->data().report->outcome == Mark::yes);
}

TEST_CASE("a cancelled first import takes its company with it", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    auto const text = tenant_file(2'000);
    stage.begin_import("big.json", text, text.size() / 2);
    REQUIRE(stage.model().session);
    stage(CancelJob {});
    CHECK(!stage.model().session);
    CHECK(stage.count<ForgetFiles>() == 1);
    CHECK(stage.model().welcome.tenants.empty());
}

TEST_CASE("other commands are refused while an import runs; looking around is not", "[portal]")
{
    auto const stage = demo_stage();
    auto const text = tenant_file(2'000);
    auto const second = stage->rooms().second;
    stage->begin_import("big.json", text, text.size() / 2);
    Intent const refused[] { AskAddRoom {}, AskPlaceOrder {}, RunCure { 0 }, CommitAssign {},
        EndRoomAssignment { stage->rooms().line(0).id }, LeaveTenant {}, OpenDemo {}, ChooseFile {},
        DownloadDatabase {}, UndoEntry { EntryId::of_row(5) } };
    for (auto const& intent : refused) {
        CAPTURE(intent.index());
        for (auto const& toast : stage->model().toasts) stage->portal.perform(DismissToast { toast.id });
        if (std::holds_alternative<RunCure>(intent)) (*stage)(OpenRoom { stage->rooms().line(0).id });
        (*stage)(intent);
        REQUIRE(stage->model().job);
        CHECK(!stage->model().dialog);
        REQUIRE(!stage->toasts().empty());
        CHECK(stage->toasts().back() == "An import is running. Wait until it is done, or cancel it.");
    }
    (*stage)(Search { "oslo" })(Search {})(Go { "/t/northwind/orders" })(Go { "/t/northwind/rooms" });
    CHECK(stage->rooms().second == second);
    stage->go_to("/");
    CHECK(stage->session().tenant == "Northwind AG"); // another tenant would leave the import behind
    CHECK(stage->model().job);
}

TEST_CASE("a second file waits its turn", "[portal]")
{
    auto const stage = demo_stage();
    auto const text = tenant_file(2'000);
    stage->begin_import("big.json", text, text.size() / 2);
    stage->portal.file_begins("other.json", 10);
    CHECK(stage->model().job->title == "Importing big.json");
    CHECK(stage->toasts().back().starts_with("An import is running."));
}

TEST_CASE("a file that cannot be read to its end is dropped", "[portal]")
{
    auto const stage = demo_stage();
    auto const second = stage->rooms().second;
    auto const text = tenant_file(2'000);
    stage->begin_import("big.json", text, text.size() / 2);
    stage->portal.file_failed("the disk was taken out");
    CHECK(!stage->model().job);
    CHECK(stage->toasts().back().contains("could not be read to its end"));
    CHECK(stage->toasts().back().contains("the disk was taken out"));
    CHECK(stage->rooms().second == second);
}

TEST_CASE("a disk that fills up during an import is told, and nothing is taken in", "[portal]")
{
    auto const text = tenant_file(3'000);
    auto const writes = [&] {
        FaultDisk disk;
        disk.plug_in();
        Stage stage { on_disk(), FilesState::opened };
        stage(OpenDemo {});
        auto const before = disk.writes();
        stage.import("big.json", text, 65'536);
        stage.confirm();
        return disk.writes() - before;
    }();
    REQUIRE(writes >= 2); // the store gathers, so there are few
    auto const eighths = GENERATE(as<std::size_t> {}, 0, 1, 4, 7);
    CAPTURE(writes, eighths);

    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    stage(OpenDemo {});
    auto const second = stage.rooms().second;
    disk.fill_up_at(disk.writes() + writes * eighths / 8, FullAnswer::minus_one);
    stage.import("big.json", text, 65'536);
    stage.confirm();
    CHECK(!stage.model().job);
    REQUIRE(!stage.toasts().empty());
    CHECK(stage.toasts().back().starts_with("The disk is full"));
    CHECK(stage.model().toasts.back().stays);
    stage(Go { "/t/northwind/rooms" });
    CHECK(stage.rooms().second == second);
    disk.make_room();
    stage.import("more.json", small_file("x-1"));
    stage.confirm();
    CHECK(stage.data().report->outcome == Mark::yes);
}

TEST_CASE("a file gets its tenant name from whatever it is called", "[portal]")
{
    struct Row
    {
        char const* file;
        char const* tenant;
        char const* address;
    };
    auto const row = GENERATE(values<Row>({
        // file                   tenant               address
        { "tenant.2026.json", "tenant.2026",      "/t/tenant-2026/data"      },
        { "会議室.json",      "会議室",           "/t/tenant/data"           },
        { "a\u202eb.json",    "Imported company", "/t/imported-company/data" },
        { ".json",            ".json",            "/t/json/data"             },
        { "",                 "Imported company", "/t/imported-company/data" },
    }));
    CAPTURE(row.file);
    Stage stage;
    stage.import(row.file, small_file("x-1"));
    CHECK(stage.session().tenant == row.tenant);
    CHECK(stage.address() == row.address);
}

TEST_CASE("a file that waits for a yes stops everything else, and a no leaves no trace", "[portal]")
{
    auto const stage = demo_stage();
    auto const second = stage->rooms().second;
    stage->import("more.json", small_file("x-1"));
    CHECK(!stage->model().job);
    (*stage)(AskAddRoom {});
    CHECK(!stage->model().dialog);
    CHECK(stage->toasts().back() == "An import waits for your yes or no. Decide on the Data screen first.");
    (*stage)(DismissReport {});
    REQUIRE(stage->data().report); // it is not closed, it is answered
    (*stage)(CancelJob {});
    CHECK(!stage->data().report);
    CHECK(stage->toasts().back() == "The import of more.json was stopped. Nothing has changed.");
    (*stage)(Go { "/t/northwind/rooms" });
    CHECK(stage->rooms().second == second);
    (*stage)(AskAddRoom {});
    CHECK(stage->model().dialog);
}

TEST_CASE("an import is taken back as one act, and only once", "[portal]")
{
    auto const stage = demo_stage();
    auto const second = stage->rooms().second;
    stage->import("more.json", small_file("x-1"));
    stage->confirm();
    REQUIRE(stage->data().report->actions.size() == 2); // the other looks at what is covered
    CHECK(stage->data().report->actions.front().text == "Undo import");
    (*stage)(RunOnScreen { stage->data().report->actions.front().run });
    REQUIRE(stage->data().report);
    CHECK(stage->data().report->title == "The import of more.json is taken back");
    CHECK(stage->data().journal(0).text == "Import of more.json taken back: 3 rows");
    CHECK(!stage->data().journal(0).can_undo);
    CHECK(!stage->data().journal(1).can_undo); // it is taken back already
    (*stage)(Go { "/t/northwind/rooms" });
    CHECK(stage->rooms().second == second);
}

TEST_CASE("an import on which something stands is not taken back, and what stands there is told", "[portal]")
{
    auto const stage = demo_stage();
    stage->import("more.json", small_file("x-1"));
    stage->confirm();
    auto const undo = stage->data().report->actions.front().run;
    (*stage)(Go { "/t/northwind/rooms" })(AskAddDevice { stage->room("Lofoten") })(EditDialog { "serial", "LOF-1" })(
        EditDialog { "model", "Rally Bar" })(ConfirmDialog {});
    (*stage)(Go { "/t/northwind/data" });
    auto const entries = stage->data().journal_count;
    (*stage)(RunOnScreen { undo });
    REQUIRE(stage->data().report);
    auto const report = *stage->data().report;
    CHECK(report.title == "The import of more.json cannot be taken back");
    CHECK(report.second == "1 thing stands in the way. Nothing has changed.");
    REQUIRE(report.groups.size() == 1);
    CHECK(report.groups.front().text.contains("Lofoten"));
    CHECK(stage->data().journal_count == entries);
    // Once that is away it can go.
    (*stage)(UndoEntry { EntryId::of_row(static_cast<std::uint32_t>(entries - 1)) })(RunOnScreen { undo });
    CHECK(stage->data().report->title == "The import of more.json is taken back");
}

TEST_CASE("a file that brings what is here says that it needs a company of its own", "[portal]")
{
    auto const stage = demo_stage();
    stage->import("more.json", small_file("x-1"));
    stage->confirm();
    stage->import("again.json", small_file("x-1"));
    REQUIRE(stage->data().report);
    CHECK(stage->data().report->outcome == Mark::no);
    CHECK(says(stage->data().report->groups, Tone::ending, "go to the start page and drop the file there"));
}

TEST_CASE("somebody who may only look imports nothing", "[portal][R70]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/people" })(RunOnScreen { "who" })(
        EditDialog { "person", "peter.frei@frei-technik.example" });
    (*stage)(ConfirmDialog {});
    stage->import("more.json", small_file("x-1"));
    stage->confirm();
    REQUIRE(!stage->toasts().empty());
    CHECK(stage->model().toasts.back().tone == Tone::missing);
    REQUIRE(stage->data().report);
    CHECK(stage->data().report->waits);
}

TEST_CASE("a large tenant is made quick to open while nobody does anything, a slice at a time", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    {
        Stage small { on_disk(), FilesState::opened };
        small.import("small.json", small_file("x-1"));
        CHECK_FALSE(small.portal.use_leisure());
    }
    {
        Stage large { on_disk(), FilesState::opened };
        large.import("large.json", tenant_file(7'600)); // of 20,000 rows and more
        int slices = 1;
        while (large.portal.use_leisure()) slices += 1;
        CHECK(slices > 2);
        CHECK_FALSE(large.portal.use_leisure());
    }
    auto environment = on_disk();
    environment.tenants = { "large" };
    environment.fragment = "/t/large/rooms";
    Stage again { environment, FilesState::opened };
    CHECK(again.rooms().count == 7'600);
    CHECK_FALSE(again.portal.use_leisure()); // what it was opened from is of this state
    Stage in_memory;
    in_memory.import("large.json", tenant_file(7'600));
    CHECK_FALSE(in_memory.portal.use_leisure());
}

TEST_CASE("after a crash faults are looked for a table at a time, and said", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    {
        Stage large { on_disk(), FilesState::opened };
        large.import("large.json", tenant_file(7'600));
        while (large.portal.use_leisure()) { }
    }
    auto environment = on_disk();
    environment.tenants = { "large" };
    environment.fragment = "/t/large/rooms";
    auto const look = [&](FilesState state) {
        Stage again { environment, state };
        CHECK(again.rooms().count == 7'600);
        int slices = 1;
        while (again.portal.use_leisure()) slices += 1;
        auto const banner = again.model().banner.value_or(BannerModel {}).text;
        return std::pair { slices, banner.contains("the database has faults") };
    };
    CHECK(look(FilesState::opened_after_crash).first > 10);
    CHECK(!look(FilesState::opened_after_crash).second);
    auto const page = [] {
        auto store = store::Store::open("large.db", store::Place::handles);
        REQUIRE(store.value().checkpoint());
        return rows_of(*store->bytes(), "SELECT rootpage FROM sqlite_schema WHERE name = 'journal_fates'").front();
    }();
    auto bytes = disk.content("large.db");
    bytes.at((std::stoul(page) - 1) * 4096) = std::byte { 0x77 }; // no kind of page; it is not read to open
    disk.set_content("large.db", bytes);
    CHECK(look(FilesState::opened_after_crash).second);
    CHECK(look(FilesState::opened) == std::pair { 1, false }); // a tab that was closed leaves its log and no faults
}

TEST_CASE("a file that brings people gives its company the name as soon as one of them says who it is", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    stage.import("peak.json", managed_file());
    CHECK(stage.session().tenant == "peak");
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->key == "who");
    stage(EditDialog { "person", "ada@peak.example" })(ConfirmDialog {});
    CHECK(stage.session().tenant == "Peak Hotels");
    CHECK(stage.remembered["name:peak"] == "Peak Hotels");
}
