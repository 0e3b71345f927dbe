// A list of rooms or devices: matched, tried out, imported, taken back.
#include "portal/import_list_model.hpp"
#include "portal/slug.hpp"
#include "portal/stage.hpp"
#include "store/fault_disk.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

constexpr char const* rooms_csv = "Room ID;Raum;Standort;Land;Floor\r\n"
                                  "lofoten;Lofoten;Oslo;NO;1\r\n"
                                  "tromso;Tromsø;Tromsø;NO;2\r\n"
                                  "broken;Broken;Oslo;Nowhere;3\r\n";

ImportListModel const& list(Stage& stage)
{
    return stage.apart<ImportListModel>();
}

std::string value_of(std::vector<FormField> const& fields, std::string_view label)
{
    auto const found = std::ranges::find(fields, label, &FormField::label);
    REQUIRE(found != fields.end());
    return found->value;
}

std::int64_t count_of(Stage& stage, std::string_view filter)
{
    auto const found = std::ranges::find(list(stage).filters, filter, &LinkChip::text);
    REQUIRE(found != list(stage).filters.end());
    return found->count;
}

} // namespace

TEST_CASE("a list is matched by its headers and tried out before anything happens", "[portal][R71]")
{
    auto const stage = demo_stage();
    stage->import("rooms.csv", rooms_csv);
    CHECK(stage->address() == "/t/northwind/import");
    REQUIRE(list(*stage).chosen);
    CHECK(list(*stage).title == "rooms.csv");
    CHECK(list(*stage).second == "3 rows · 5 columns");
    CHECK(value_of(list(*stage).columns, "Room ID") == "id");
    CHECK(value_of(list(*stage).columns, "Raum") == "name");
    CHECK(value_of(list(*stage).columns, "Standort") == "site");
    CHECK(value_of(list(*stage).columns, "Land") == "country");
    CHECK(value_of(list(*stage).columns, "Floor").empty()); // left out
    REQUIRE(list(*stage).for_all.size() == 1);              // no column says whether they are in Sync
    CHECK(list(*stage).for_all.front().key == "all.sync");
    CHECK(count_of(*stage, "Added") == 2);
    CHECK(count_of(*stage, "Refused") == 1);
    CHECK(list(*stage).note == "1 row is refused and will be left out. Correct it in the file and import that again.");
    CHECK(list(*stage).action == "Import 2 rows");
    CHECK(list(*stage).row(2).fate.tone == Tone::missing);
    CHECK(!list(*stage).row(2).what.empty());
    (*stage)(Go { "/t/northwind/data" });
    CHECK(stage->data().journal(0).text.find("rooms.csv") == std::string::npos);
}

TEST_CASE("a list is imported as one entry and taken back as one", "[portal][R71]")
{
    auto const stage = demo_stage();
    auto const second = stage->rooms().second;
    auto const count = stage->rooms().count;
    stage->import("rooms.csv", rooms_csv);
    (*stage)(EditScreen { "all.sync", "yes" })(RunOnScreen { "import-list" });
    REQUIRE(stage->data().report);
    CHECK(stage->data().report->title == "rooms.csv is imported");
    CHECK(stage->data().report->second == "2 added · 1 left out");
    CHECK(stage->data().journal(0).text == "rooms.csv imported: 2 rows");
    auto const undo = stage->data().report->actions.front().run;
    (*stage)(Go { "/t/northwind/rooms" });
    CHECK(stage->rooms().count == count + 2);
    CHECK(stage->line("Tromsø").site == "Tromsø");
    (*stage)(Go { "/t/northwind/data" })(RunOnScreen { undo });
    CHECK(stage->data().report->title == "The import of rooms.csv is taken back");
    (*stage)(Go { "/t/northwind/rooms" });
    CHECK(stage->rooms().second == second);
}

TEST_CASE("a second time the list changes what differs and tells from what to what", "[portal][R71]")
{
    auto const stage = demo_stage();
    stage->import("rooms.csv", "id,name,site\nlofoten,Lofoten,Oslo\ntromso,Tromsø,Oslo\n");
    (*stage)(RunOnScreen { "import-list" });
    stage->import("rooms.csv", "id,name,site\nlofoten,Lofoten,Oslo\ntromso,Tromsø,Bergen\n");
    CHECK(count_of(*stage, "The same") == 1);
    CHECK(count_of(*stage, "Changed") == 1);
    (*stage)(Go { "/t/northwind/import?show=changed" });
    REQUIRE(list(*stage).count == 1);
    CHECK(list(*stage).row(0).name == "Tromsø");
    CHECK(list(*stage).row(0).what == "Site: Oslo → Bergen");
    (*stage)(SearchScreen { "nothing like it" });
    CHECK(list(*stage).count == 0);
    (*stage)(Go { "/t/northwind/import" })(RunOnScreen { "import-list" });
    CHECK(stage->data().report->second == "1 changed · 1 the same");
    (*stage)(RunOnScreen { stage->data().report->actions.front().run })(Go { "/t/northwind/rooms" });
    CHECK(stage->line("Tromsø").site == "Oslo");
}

TEST_CASE("what a column is taken for can be changed, and the rows are tried out anew", "[portal][R71]")
{
    auto const stage = demo_stage();
    stage->import("rooms.csv", "A,B\nlofoten,Lofoten\n");
    CHECK(list(*stage).fault == "Choose the column with the room’s key or its name.");
    CHECK(!list(*stage).ready);
    (*stage)(RunOnScreen { "import-list" }); // does nothing
    CHECK(stage->address() == "/t/northwind/import");
    (*stage)(EditScreen { "column.1", "name" });
    CHECK(list(*stage).fault.empty());
    CHECK(count_of(*stage, "Added") == 1);
    CHECK(list(*stage).row(0).name == "Lofoten");
    (*stage)(EditScreen { "column.0", "id" });
    CHECK(list(*stage).row(0).name == "lofoten");
    (*stage)(EditScreen { "column.0", "name" }); // a field has one column
    CHECK(value_of(list(*stage).columns, "B").empty());
    (*stage)(EditScreen { "kind", "devices" });
    CHECK(list(*stage).fault == "Choose the column with the serial number.");
}

TEST_CASE("dates that could be two days are asked for", "[portal][R71]")
{
    auto const stage = demo_stage();
    stage->import("devices.csv", "Serial,Model,Purchased\nX-1,Rally Bar,03/04/2026\n");
    REQUIRE(!list(*stage).for_all.empty());
    CHECK(list(*stage).for_all.front().key == "dates");
    CHECK(count_of(*stage, "Refused") == 1);
    (*stage)(EditScreen { "dates", "day_first" });
    CHECK(count_of(*stage, "Added") == 1);
}

TEST_CASE("a row that an earlier one has already does not tell its name again", "[portal][R71]")
{
    auto const stage = demo_stage();
    stage->import("rooms.csv", "Name,Site,Country\nOne,Oslo,NO\nTwo,Oslo,NO\nOne,Oslo,NO\n");
    CHECK(list(*stage).row(2).what == "The same as an earlier row. Keep only one.");
}

TEST_CASE(
    "R84: a list says which models the list of products does not have, and brings them all the same", "[portal][R84]")
{
    auto const stage = demo_stage();
    stage->import("devices.csv",
        "Serial,Model,Purchased\nX-1,Rally "
        "Bar,2026-04-03\nX-2,Table,2026-04-03\nX-3,Table,2026-04-03\n,Chair,2026-04-03\n");
    CHECK(count_of(*stage, "Added") == 3);
    CHECK(list(*stage).row(0).what.empty());
    CHECK(list(*stage).row(1).what == "Table is not in the list of supported products");
    CHECK(list(*stage).note.ends_with(
        "2 devices are of models that the list of supported products does not have. They are imported all the same."));
    CHECK(list(*stage).action == "Import 3 rows");
}

TEST_CASE("a list on the welcome screen becomes a company in two presses", "[portal][R71]")
{
    FaultDisk disk;
    disk.plug_in();
    auto environment = an_environment();
    environment.files = TenantFiles::behind_handles;
    Stage stage { environment, FilesState::opened };
    stage.import("Fjord Hotels.csv", rooms_csv);
    CHECK(stage.session().tenant == "Fjord Hotels");
    CHECK(list(stage).action == "Import 2 rows");
    stage(RunOnScreen { "import-list" });
    CHECK(stage.address() == "/t/fjord-hotels/data");
    stage(Go { "/t/fjord-hotels/rooms" });
    CHECK(stage.rooms().count == 2);
}

TEST_CASE(
    "a company that begins with a list is called as the file or as somebody says, before the import", "[portal][R71]")
{
    FaultDisk disk;
    disk.plug_in();
    auto environment = an_environment();
    environment.files = TenantFiles::behind_handles;
    Stage stage { environment, FilesState::opened };
    stage.import("acme_rooms-2026.csv", rooms_csv);
    CHECK(value_of(list(stage).kind, "Company") == "Acme rooms 2026");
    CHECK(stage.session().tenant == "Acme rooms 2026");
    SECTION("as the file")
    {
        stage(RunOnScreen { "import-list" });
        CHECK(stage.session().tenant == "Acme rooms 2026");
        CHECK(stage.data().journal(0).text.contains("imported"));
    }
    SECTION("as somebody says")
    {
        stage(EditScreen { "company", "Acme GmbH" });
        CHECK(list(stage).action == "Import 2 rows"); // which are not tried out anew
        stage(RunOnScreen { "import-list" });
        CHECK(stage.session().tenant == "Acme GmbH");
        CHECK(stage.remembered["name:acme-rooms-2026"] == "Acme GmbH");
        CHECK(stage.address() == "/t/acme-rooms-2026/data");
    }
    SECTION("not without a name")
    {
        stage(EditScreen { "company", "" });
        CHECK(!list(stage).ready);
        CHECK(list(stage).reason == "Give the company a name first.");
        CHECK(list(stage).kind.front().error == "Please fill this in.");
        stage(RunOnScreen { "import-list" });
        CHECK(list(stage).chosen); // it still stands there
    }
    SECTION("nor does a company that stands already ask for one")
    {
        stage(RunOnScreen { "import-list" });
        stage.import("rooms.csv", "id,name\nx,X\n");
        CHECK(std::ranges::find(list(stage).kind, "company", &FormField::key) == list(stage).kind.end());
    }
}

TEST_CASE("the name of a file becomes one that people use", "[portal]")
{
    CHECK(name_of_file("acme_rooms-2026.csv") == "Acme rooms 2026");
    CHECK(name_of_file("Fjord Hotels.csv") == "Fjord Hotels");
    CHECK(name_of_file("__rooms - export__.csv") == "Rooms export");
    CHECK(name_of_file("_-_.csv").empty());
}

TEST_CASE("a list that is put away takes the company with it that was begun for it", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    auto environment = an_environment();
    environment.files = TenantFiles::behind_handles;
    Stage stage { environment, FilesState::opened };
    SECTION("put away at once")
    {
        stage.import("Fjord Hotels.csv", rooms_csv);
        stage(RunOnScreen { "cancel-list" });
        CHECK(!stage.model().session);
        CHECK(stage.count<ForgetFiles>() == 1);
    }
    SECTION("something else came into it")
    {
        stage.import("Fjord Hotels.csv", rooms_csv);
        stage(AskAddRoom {})(EditDialog { "name", "Attic" })(ConfirmDialog {});
        stage(Go { "/t/fjord-hotels/import" })(RunOnScreen { "cancel-list" });
        REQUIRE(stage.model().session);
        CHECK(stage.count<ForgetFiles>() == 0);
    }
    SECTION("it is no list at all")
    {
        stage.import("broken.csv", "a,b\n\"never closed");
        CHECK(!stage.model().session);
        REQUIRE(stage.model().welcome.report);
        CHECK(stage.model().welcome.report->outcome == Mark::no);
        CHECK(stage.count<ForgetFiles>() == 1);
    }
}

TEST_CASE("without a list the screen says how to get one", "[portal]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/import");
    CHECK(!list(*stage).chosen);
    CHECK(list(*stage).back == "/t/northwind/data");
    (*stage)(RunOnScreen { "import-list" })(RunOnScreen { "cancel-list" });
    CHECK(stage->session().tenant == "Northwind AG");
}

TEST_CASE("a change elsewhere makes the dry run begin anew", "[portal]")
{
    auto const stage = demo_stage();
    stage->import("rooms.csv", "id,name\nlofoten,Lofoten\n");
    CHECK(count_of(*stage, "Added") == 1);
    (*stage)(AskAddRoom {})(EditDialog { "name", "Lofoten" })(ConfirmDialog {});
    (*stage)(Go { "/t/northwind/import" });
    CHECK(count_of(*stage, "Added") == 0);
    CHECK(count_of(*stage, "The same") == 1);
    CHECK(list(*stage).reason == "Everything in the list is here already.");
}

TEST_CASE("the lists and tables that go out come in again", "[portal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/data" })(RunOnScreen { "download-csv:rooms" })(RunOnScreen { "download-json" });
    std::vector<Download> files;
    for (auto const& effect : stage->seen)
        if (auto const* const file = std::get_if<Download>(&effect)) files.push_back(*file);
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "northwind-rooms.csv");
    CHECK(files[1].name == "northwind.json");
    auto const text = [](Download const& file) {
        return std::string { reinterpret_cast<char const*>(file.bytes.data()), file.bytes.size() };
    };
    stage->import("rooms.csv", text(files[0]));
    CHECK(count_of(*stage, "The same") == 80);
    Stage other;
    other.import("Northwind copy.json", text(files[1]));
    CHECK(other.session().tenant == "Northwind copy");
    other(Go { "/t/northwind-copy/rooms" });
    CHECK(other.rooms().count == 80);
}

TEST_CASE("a serial number is told as it is, though a room has it for its key", "[portal]")
{
    auto const stage = demo_stage();
    stage->import("devices.csv", "Serial,Model,Purchased\nosl-fjord,Rally Bar,2026-04-03\n");
    REQUIRE(list(*stage).count == 1);
    CHECK(list(*stage).row(0).name == "osl-fjord");
}
