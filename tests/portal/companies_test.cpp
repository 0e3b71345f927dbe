// A company as a whole: named anew, kept as a file, removed from this device; one that has nothing but rooms.
#include "portal/cockpit_model.hpp"
#include "portal/managed_file.hpp"
#include "portal/overview_model.hpp"
#include "portal/renewals_model.hpp"
#include "portal/settings_model.hpp"
#include "portal/stage.hpp"
#include "store/fault_disk.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

namespace keyrack::portal {

namespace {

using test::FaultDisk;
using test::Stage;

Environment on_disk()
{
    auto environment = test::an_environment();
    environment.files = TenantFiles::behind_handles;
    return environment;
}

// A company of that name, open on its overview.
void begin(Stage& stage, std::string const& name)
{
    stage(StartEmpty {})(EditDialog { "name", name })(ConfirmDialog {});
    REQUIRE(stage.session().tenant == name);
}

void name_it(Stage& stage, std::string name)
{
    REQUIRE(stage.model().dialog);
    stage(EditDialog { "name", std::move(name) })(ConfirmDialog {});
}

std::vector<std::string> companies_of(Stage& stage)
{
    REQUIRE(stage.model().cockpit);
    std::vector<std::string> names;
    for (auto const& company : stage.model().cockpit->companies) names.push_back(company.name);
    return names;
}

template <class Kind>
std::vector<std::string> slugs_of(Stage const& stage)
{
    std::vector<std::string> slugs;
    for (auto const& effect : stage.seen)
        if (auto const* const found = std::get_if<Kind>(&effect)) slugs.push_back(found->slug);
    return slugs;
}

// The page of all companies has read Acme, and Zenith's files are on their way.
void begin_reading(Stage& stage)
{
    begin(stage, "Acme");
    begin(stage, "Zenith");
    stage.portal.address_changed("/all");
    (void)stage.portal.take_effects();
    stage.portal.files_opened("acme", FilesState::opened);
}

// Confirmed before those files are open.
void ask(Stage& stage, std::string const& act, std::string name)
{
    stage.portal.perform(RunOnScreen { "company-" + act });
    REQUIRE(stage.model().dialog);
    stage.portal.perform(EditDialog { "name", std::move(name) });
    stage.portal.perform(ConfirmDialog {});
    REQUIRE(!stage.model().dialog);
}

constexpr char const* rooms_csv = "Room ID;Room;Site;Country\nfjord;Fjord;Oslo;NO\ntarn;Tarn;Oslo;NO\n";

void import_rooms(Stage& stage)
{
    stage.import("prospect.csv", rooms_csv);
    stage(RunOnScreen { "import-list" });
    REQUIRE(stage.data().report);
}

} // namespace

TEST_CASE("a company is renamed from its settings, and is called so wherever it is opened", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    begin(stage, "Acme");
    stage(Go { "/t/acme/settings" });
    auto const& line = stage.apart<SettingsModel>().groups.front().lines.front();
    CHECK(line.value == "Acme");
    stage(RunOnScreen { line.run });
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->fields.front().value == "Acme");
    name_it(stage, "");
    CHECK(!stage.model().dialog->fields.front().error.empty());
    name_it(stage, "Acme & Söhne");
    CHECK(stage.session().tenant == "Acme & Söhne");
    CHECK(stage.address() == "/t/acme/settings"); // links that people have kept stay right
    CHECK(stage.remembered["name:acme"] == "Acme & Söhne");
    stage(Go { "/t/acme/data" });
    CHECK(stage.data().journal(0).text == "The company is now called Acme & Söhne");
    stage(LeaveTenant {});
    CHECK(stage.model().welcome.tenants.front().name == "Acme & Söhne");
    stage(OpenTenantIntent { "acme" });
    CHECK(stage.session().tenant == "Acme & Söhne");
}

TEST_CASE("a company that is not open is renamed on the page of all, and closed again", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    begin(stage, "Acme");
    begin(stage, "Zenith");
    stage.go_to("/all");
    REQUIRE(companies_of(stage) == std::vector<std::string> { "Acme", "Zenith" });
    auto const closed = stage.count<CloseFiles>();
    stage(RunOnScreen { "company-rename:zenith" });
    name_it(stage, "Apex");
    CHECK(companies_of(stage) == std::vector<std::string> { "Acme", "Apex" });
    CHECK(stage.model().cockpit->companies.back().state == "Nothing to do here"); // read anew
    CHECK(stage.toasts().back() == "The company is now called Apex");
    CHECK(stage.count<CloseFiles>() == closed + 2);
    stage(OpenTenantIntent { "zenith" });
    CHECK(stage.session().tenant == "Apex");
}

TEST_CASE("what another tab holds is neither renamed nor removed", "[portal][companies]")
{
    auto const act = GENERATE(as<std::string> {}, "rename", "remove");
    CAPTURE(act);
    auto environment = test::an_environment();
    environment.tenants = { "acme" };
    environment.tenant_names = {
        { "acme", "Acme" }
    };
    environment.fragment = "/all";
    Stage stage { std::move(environment), FilesState::held_by_another_tab };
    stage(RunOnScreen { "company-" + act + ":acme" });
    name_it(stage, act == "rename" ? "Apex" : "Acme");
    CHECK(companies_of(stage) == std::vector<std::string> { "Acme" });
    CHECK(stage.toasts().back() == "Acme is open in another tab. Close it there first.");
    CHECK(stage.count<ForgetFiles>() == 0);
    CHECK(stage.count<DropBackup>() == 0);
}

TEST_CASE("a company is removed with its backups, by its name, and nothing else is", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    auto const open = GENERATE(true, false);
    CAPTURE(open);
    Stage stage { on_disk(), FilesState::opened };
    begin(stage, "Acme");
    begin(stage, "Zenith");
    if (!open) stage.go_to("/all");
    stage.copies["zenith~1764000000000~3.backup"] = "a copy";
    auto const dropped = stage.count<DropBackup>();
    stage(RunOnScreen { "company-remove:zenith" });
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->title == "Remove Zenith from this device?");
    CHECK(stage.model().dialog->danger);
    name_it(stage, "zenith");
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->fields.front().error == "That is not its name");
    CHECK(stage.count<ForgetFiles>() == 0);
    name_it(stage, "Zenith");
    CHECK(!stage.model().dialog);
    CHECK(stage.address() == "/all");
    CHECK(companies_of(stage) == std::vector<std::string> { "Acme" });
    CHECK(slugs_of<ForgetFiles>(stage) == std::vector<std::string> { "zenith" });
    CHECK(stage.count<DropBackup>() > dropped);
    CHECK(stage.copies.empty());
    CHECK(stage.remembered["name:zenith"].empty());
    CHECK(stage.toasts().back() == "Zenith is removed from this device");
    stage.go_to("/t/zenith/overview"); // an address that somebody has kept
    CHECK(!stage.model().session);
    CHECK(stage.toasts().back().contains("zenith"));
}

TEST_CASE("the list of copies that follows a backup removes nothing", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    begin(stage, "Acme");
    begin(stage, "Zenith");
    stage.go_to("/all");
    auto const dropped = stage.count<DropBackup>();
    for (Intent const& each : { Intent { RunOnScreen { "company-rename:acme" } },
             Intent { EditDialog { "name", "Apex" } }, Intent { ConfirmDialog {} } })
        stage.portal.perform(each);
    stage.portal.storage_seen("acme",
        {
            { "acme~1764000000000~3.backup", 1 }
    },
        {}); // before its files are open
    stage.settle();
    CHECK(stage.count<DropBackup>() == dropped);
    CHECK(stage.count<ForgetFiles>() == 0);
    CHECK(companies_of(stage) == std::vector<std::string> { "Apex", "Zenith" });
}

TEST_CASE("before a company goes it can be kept as a file, open or not", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    auto const open = GENERATE(true, false);
    CAPTURE(open);
    Stage stage { on_disk(), FilesState::opened };
    begin(stage, "Acme");
    if (!open) stage.go_to("/all");
    stage(RunOnScreen { "company-remove:acme" })(RunOnScreen { "company-download" });
    CHECK(stage.model().dialog); // it waits
    auto const found =
        std::ranges::find_if(stage.seen, [](Effect const& each) { return std::holds_alternative<Download>(each); });
    REQUIRE(found != stage.seen.end());
    CHECK(std::get<Download>(*found).name == "acme.db");
    CHECK(std::get<Download>(*found).bytes.size() > 1000);
    stage(DismissDialog {});
    CHECK(stage.count<ForgetFiles>() == 0);
}

TEST_CASE("what is typed to remove a company stays while its file is still being made", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    begin(stage, "Acme");
    stage.go_to("/all");
    stage(RunOnScreen { "company-remove:acme" })(EditDialog { "name", "Acme" });
    stage.portal.perform(RunOnScreen { "company-download" });
    stage.portal.perform(ConfirmDialog {}); // before its files are open
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->fields.front().value == "Acme");
    stage.settle();
    CHECK(stage.count<Download>() == 1);
    CHECK(stage.count<ForgetFiles>() == 0);
    stage(ConfirmDialog {});
    CHECK(companies_of(stage).empty());
}

TEST_CASE("a company is not opened while it is worked on, and can be afterwards", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    auto const by_address = GENERATE(false, true);
    CAPTURE(by_address);
    Stage stage { on_disk(), FilesState::opened };
    begin(stage, "Acme");
    begin(stage, "Zenith");
    stage.go_to("/all");
    stage(RunOnScreen { "company-rename:zenith" })(EditDialog { "name", "Apex" });
    stage.portal.perform(ConfirmDialog {});
    if (by_address)
        stage.portal.address_changed("/t/zenith/overview");
    else
        stage.portal.perform(OpenTenantIntent { "zenith" });
    stage.settle();
    CHECK(!stage.model().session);
    CHECK(stage.address() == "/all");
    CHECK(std::ranges::contains(stage.toasts(), "The company is just being opened. Try again in a moment."));
    CHECK(companies_of(stage) == std::vector<std::string> { "Acme", "Apex" });
    stage(OpenTenantIntent { "zenith" });
    CHECK(stage.session().tenant == "Apex");
}

TEST_CASE("what waits while all companies are read is done although that page is left", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    auto const removes = GENERATE(true, false);
    auto const opens_another = GENERATE(true, false);
    CAPTURE(removes, opens_another);
    Stage stage { on_disk(), FilesState::opened };
    begin_reading(stage);
    if (removes)
        ask(stage, "remove:acme", "Acme");
    else
        ask(stage, "rename:acme", "Apex");
    stage.portal.perform(opens_another ? Intent { OpenTenantIntent { "zenith" } } : Intent { LeaveTenant {} });
    stage.settle();
    CHECK(stage.model().session.has_value() == opens_another);
    auto const told = removes ? "Acme is removed from this device" : "The company is now called Apex";
    CHECK(std::ranges::contains(stage.toasts(), told));
    CHECK(slugs_of<ForgetFiles>(stage) == std::vector<std::string>(removes ? 1 : 0, "acme"));
    stage.go_to("/all"); // and the page reads them again
    auto const left = removes ? std::vector<std::string> { "Zenith" } : std::vector<std::string> { "Apex", "Zenith" };
    CHECK(companies_of(stage) == left);
    CHECK(stage.model().cockpit->companies.back().state == "Nothing to do here");
    stage(RunOnScreen { "company-rename:zenith" }); // nothing stands in the way
    name_it(stage, "Nadir");
    CHECK(stage.toasts().back() == "The company is now called Nadir");
}

TEST_CASE("what waits for the very company that is read takes its files when that page is left", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    begin_reading(stage);
    ask(stage, "rename:zenith", "Apex");
    stage.portal.perform(LeaveTenant {});
    auto const opened = stage.count<OpenFiles>();
    stage.settle();
    CHECK(stage.toasts().back() == "The company is now called Apex");
    CHECK(stage.count<OpenFiles>() == opened + 1);
}

TEST_CASE("a company is not opened while work on it waits, and is worked on then", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    begin_reading(stage);
    ask(stage, "rename:acme", "Apex");
    stage.portal.perform(OpenTenantIntent { "acme" });
    stage.settle();
    CHECK(!stage.model().session);
    CHECK(std::ranges::contains(stage.toasts(), "The company is just being opened. Try again in a moment."));
    CHECK(companies_of(stage) == std::vector<std::string> { "Apex", "Zenith" });
}

TEST_CASE("whoever comes back to all companies at once finds them as they were asked to be", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    begin_reading(stage);
    ask(stage, "remove:acme", "Acme");
    stage.portal.perform(LeaveTenant {});
    stage.portal.address_changed("/all");
    stage.settle();
    CHECK(companies_of(stage) == std::vector<std::string> { "Zenith" });
    CHECK(stage.model().cockpit->companies.back().state == "Nothing to do here");
    CHECK(slugs_of<ForgetFiles>(stage) == std::vector<std::string> { "acme" });
}

TEST_CASE("entries that were never sent go only where somebody says so", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    auto environment = on_disk();
    environment.backends = {
        { "acme", R"({"kind":"webdav","url":"https://files.example.org/keyrack"})" }
    };
    Stage stage { std::move(environment), FilesState::opened };
    stage.fault = sync::Answered::failed;
    std::map<std::string, std::string> folder;
    stage.folder = &folder;
    begin(stage, "Acme");
    stage(AskAddRoom {})(EditDialog { "name", "Fjord" })(ConfirmDialog {});
    auto const open = GENERATE(true, false);
    CAPTURE(open);
    if (!open) stage.go_to("/all");
    stage(RunOnScreen { "company-remove:acme" });
    REQUIRE(stage.model().dialog);
    REQUIRE(stage.model().dialog->fields.size() == 2);
    CHECK(stage.model().dialog->fields.back().label == "Also delete 2 entries that were never sent");
    name_it(stage, "Acme");
    REQUIRE(stage.model().dialog);
    CHECK(!stage.model().dialog->fields.back().error.empty());
    stage(EditDialog { "unsent", "yes" })(ConfirmDialog {});
    CHECK(companies_of(stage).empty());
    CHECK(stage.model().cockpit->none);
}

TEST_CASE("a company that lives in this tab alone is removed, too", "[portal][companies]")
{
    Stage stage;
    begin(stage, "Acme");
    stage(RunOnScreen { "company-remove:acme" });
    name_it(stage, "Acme");
    CHECK(companies_of(stage).empty());
    CHECK(stage.count<ForgetFiles>() == 0);
    stage(LeaveTenant {});
    CHECK(stage.model().welcome.tenants.empty());
}

TEST_CASE("a file that says whose it is names the company that is begun for it", "[portal][companies]")
{
    Stage stage;
    auto const file = R"({"name":"Acme & Söhne","rooms":[{"id":"a","name":"A","site":"","country":"","sync":false}]})";
    stage.import("export (3).json", file);
    CHECK(stage.session().tenant == "Acme & Söhne");
    CHECK(stage.data().report->second.starts_with("File of Acme & Söhne"));
    // One that is open keeps its own name, and says whose file it was.
    Stage other;
    begin(other, "Zenith");
    other.import("export (3).json", file);
    CHECK(other.data().report->second.starts_with("File of Acme & Söhne"));
    other.confirm();
    CHECK(other.session().tenant == "Zenith");
    // And it goes out with it.
    other(Go { "/t/zenith/data" })(RunOnScreen { "download-json" });
    auto const last = std::ranges::find_if(other.seen.rbegin(), other.seen.rend(),
        [](Effect const& each) { return std::holds_alternative<Download>(each); });
    REQUIRE(last != other.seen.rend());
    auto const& out = std::get<Download>(*last);
    std::string const text { reinterpret_cast<char const*>(out.bytes.data()), out.bytes.size() };
    CHECK(text.starts_with("{\n\"name\":\"Zenith\",\n"));
}

TEST_CASE("a name in the file that none may bear is left out, and the import stands", "[portal][companies]")
{
    auto const* const name = GENERATE("", "   ", R"(Ac\u0007me)");
    CAPTURE(name);
    Stage stage;
    stage.import("export.json",
        R"({"name":")" + std::string { name }
            + R"(","rooms":[{"id":"a","name":"A","site":"","country":"","sync":false}]})");
    CHECK(stage.session().tenant == "export");
    CHECK(stage.data().report);
    CHECK(stage.toasts().empty());
}

TEST_CASE("a prospect that has rooms alone is led to cover", "[portal][companies]")
{
    Stage stage;
    import_rooms(stage);
    CHECK(stage.data().report->actions.back().text == "See what is covered");
    stage(RunOnScreen { stage.data().report->actions.back().run });
    CHECK(stage.overview().no_terms.starts_with("Nothing is bought yet"));
    auto const& need = stage.overview().needs.front();
    CHECK(need.text == "2 rooms have no cover");
    stage(Go { need.fragment });
    CHECK(stage.assign().empty_text == "No licence is free");
    CHECK(stage.assign().nothing == NothingToAssign::no_licences);
    stage(RunOnScreen { "order:missing" });
    REQUIRE(stage.model().dialog);
    auto const& fields = stage.model().dialog->fields;
    CHECK(std::ranges::find(fields, "quantity", &DialogField::key)->value == "2");
    stage(EditDialog { "order", "PO-1" })(ConfirmDialog {});
    CHECK(!stage.assign().nothing); // still here, with what was missing
    CHECK(stage.assign().licences.front().free == 2);
    stage(ChooseAllRooms { true })(CommitAssign {});
    stage(Go { "/t/prospect/overview" });
    CHECK(stage.overview().no_terms.empty());
    CHECK(stage.overview().figures.front().second == "2 of 2");
}

TEST_CASE("where nothing is bought, renewals lead to an order", "[portal][companies]")
{
    Stage stage;
    import_rooms(stage);
    stage(RunOnScreen { "look-renewals" });
    CHECK(stage.apart<RenewalsModel>().nothing_bought);
    stage(RunOnScreen { "order:missing" });
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->key == "place_order");
}

TEST_CASE(
    "where nobody has said who acts, the page of all companies says so instead of renaming", "[portal][companies]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    stage.import("peak.json", test::managed_file());
    while (stage.model().dialog) stage(DismissDialog {});
    stage.go_to("/all");
    stage(RunOnScreen { "company-rename:peak" });
    name_it(stage, "Apex");
    CHECK(stage.toasts().back().starts_with("peak asks who you are:"));
    CHECK(companies_of(stage) == std::vector<std::string> { "peak" });
}

} // namespace keyrack::portal
