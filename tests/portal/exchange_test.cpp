// The exchange as people meet it: set up, gone on with, what lost its ground, files.
#include "portal/downloaded.hpp"
#include "portal/exchange_model.hpp"
#include "portal/journal_model.hpp"
#include "portal/stage.hpp"
#include "store/fault_disk.hpp"
#include "sync/bundles.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

using Folder = std::map<std::string, std::string>;
using namespace std::chrono_literals;

constexpr std::string_view secret = "correct horse battery staple";

std::unique_ptr<Stage> a_stage(std::string device, Folder& folder, FilesState opens = FilesState::not_available)
{
    auto environment = an_environment();
    environment.device = std::move(device);
    if (opens == FilesState::opened) environment.files = TenantFiles::behind_handles;
    auto stage = std::make_unique<Stage>(std::move(environment), opens);
    stage->folder = &folder;
    return stage;
}

void start(Stage& stage, std::string name)
{
    stage(StartEmpty {})(EditDialog { "name", std::move(name) })(ConfirmDialog {});
    REQUIRE(!stage.model().dialog);
}

void add_room(Stage& stage, std::string name)
{
    stage(AskAddRoom {})(EditDialog { "name", std::move(name) })(ConfirmDialog {});
    REQUIRE(!stage.model().dialog);
}

ExchangeModel const& exchange(Stage& stage)
{
    stage(Go { "/t/acme/exchange" });
    return stage.apart<ExchangeModel>();
}

void set_up(Stage& stage, std::string kind = "webdav")
{
    static_cast<void>(exchange(stage));
    stage(EditScreen { "kind", std::move(kind) })(EditScreen { "url", "https://files.example.org/keyrack/" });
    stage(EditScreen { "user", "maren" })(EditScreen { "secret", std::string { secret } })(RunOnScreen { "save" });
}

std::string bundle_of(Stage& stage)
{
    static_cast<void>(exchange(stage));
    stage(RunOnScreen { "bundle" });
    return last_download(stage);
}

// What the screen says of itself: its first fact's number is what is on this device only.
std::string fact(Stage& stage, std::size_t index)
{
    return exchange(stage).facts.at(index).second;
}

std::vector<std::string> rooms(Stage& stage)
{
    stage(Go { "/t/acme/rooms" });
    return stage.names();
}

std::vector<std::string> journal_states(Stage& stage)
{
    stage(Go { "/t/acme/journal" });
    auto const& journal = stage.apart<JournalModel>();
    std::vector<std::string> states;
    for (std::size_t index = 0; index < journal.count; ++index) states.push_back(journal.line(index).state);
    return states;
}

// Two devices of one tenant, the second begun from the bundle of the first; both exchange through the folder.
struct Two
{
    Folder folder;
    std::unique_ptr<Stage> oslo = a_stage("oslo", folder);
    std::unique_ptr<Stage> bern = a_stage("bern", folder);

    Two()
    {
        start(*oslo, "Acme");
        add_room(*oslo, "Fjord");
        bern->import("acme.bundle.json", bundle_of(*oslo));
        set_up(*oslo);
        set_up(*bern);
    }
    void settle()
    {
        for (int round = 0; round < 4; ++round) {
            oslo->later(40s);
            bern->later(40s);
        }
    }
};

} // namespace

TEST_CASE("a place of exchange is set up, kept on the device, and its secret is nowhere else", "[portal]")
{
    Folder folder;
    auto const stage = a_stage("oslo", folder);
    start(*stage, "Acme");
    CHECK(exchange(*stage).state == "Not exchanged with other devices");
    (*stage)(EditScreen { "kind", "webdav" })(RunOnScreen { "save" });
    CHECK(exchange(*stage).fields[1].error != ""); // the address is missing
    set_up(*stage);
    CHECK(exchange(*stage).trouble == "");
    CHECK(exchange(*stage).state == "All is sent, and was read back");
    auto const kept = backend_from_text(stage->remembered["backend:acme"]);
    CHECK(kept.kind == BackendKind::webdav);
    CHECK(kept.secret == secret);
    CHECK(bundle_of(*stage).find(secret) == std::string::npos);
    for (auto const& [path, body] : folder) CHECK(body.find(secret) == std::string::npos);
    (*stage)(DownloadDatabase {});
    auto const& database = std::get<Download>(stage->seen.back());
    std::string const bytes { reinterpret_cast<char const*>(database.bytes.data()), database.bytes.size() };
    CHECK(bytes.find(secret) == std::string::npos);
}

TEST_CASE("a test of a place says what works and what does not", "[portal]")
{
    Folder folder;
    auto const stage = a_stage("oslo", folder);
    start(*stage, "Acme");
    static_cast<void>(exchange(*stage));
    (*stage)(EditScreen { "kind", "s3" })(EditScreen { "url", "https://objects.example.org" });
    (*stage)(RunOnScreen { "test" });
    CHECK(stage->count<TestBackend>() == 0); // the keys are missing
    (*stage)(EditScreen { "bucket", "keyrack" })(EditScreen { "user", "AK" })(EditScreen { "secret", "SK" });
    (*stage)(RunOnScreen { "test" });
    REQUIRE(stage->count<TestBackend>() == 1);
    CHECK(exchange(*stage).testing);
    stage->portal.backend_tested("acme",
        {
            { "reachable", true,  {}         },
            { "sign_in",   false, "HTTP 403" }
    });
    auto const& findings = exchange(*stage).findings;
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].mark == Mark::yes);
    CHECK(findings[1].mark == Mark::no);
    CHECK(findings[1].second == "HTTP 403");
}

TEST_CASE("an entry is on this device, then sent, then seen by others", "[portal][B8]")
{
    Two two;
    two.settle();
    two.oslo->fault = sync::Answered::failed;
    add_room(*two.oslo, "Bislett");
    CHECK(fact(*two.oslo, 0) == "1");
    CHECK(exchange(*two.oslo).trouble != "");
    CHECK(journal_states(*two.oslo).front() == "On this device");
    two.oslo->fault = sync::Answered::done;
    (*two.oslo)(Go { "/t/acme/exchange" })(RunOnScreen { "now" });
    CHECK(fact(*two.oslo, 0) == "0");
    CHECK(journal_states(*two.oslo).front() == "Sent");
    two.settle();
    add_room(*two.bern, "Aare"); // its entry says what it had seen
    two.settle();
    CHECK(journal_states(*two.oslo)[1] == "Seen by others");
    CHECK(rooms(*two.bern) == std::vector<std::string> { "Aare", "Bislett", "Fjord" });
    CHECK(rooms(*two.oslo) == rooms(*two.bern));
}

TEST_CASE("the bar over every screen tells what is not sent yet", "[portal][B8]")
{
    FaultDisk disk;
    disk.plug_in();
    Folder folder;
    auto const on_disk = a_stage("oslo", folder, FilesState::opened);
    Stage& stage = *on_disk;
    start(stage, "Acme");
    CHECK(stage.session().saved == "Saved on this device");
    set_up(stage);
    CHECK(stage.session().saved == "Saved and sent");
    stage.fault = sync::Answered::failed;
    add_room(stage, "Bislett");
    CHECK(stage.session().saved == "1 entry not sent yet");
    CHECK(stage.session().saved_screen == ScreenKind::exchange);
    stage.portal.online(false);
    stage.do_effects();
    CHECK(stage.session().saved == "Offline. Everything works; sync waits");
    CHECK(std::get<Announce>(stage.seen.back()).text == "Offline. Everything works; sync waits");
    stage.fault = sync::Answered::done;
    stage.portal.online(true);
    stage.settle();
    CHECK(stage.session().saved == "Saved and sent");
    stage.fault = sync::Answered::failed;
    stage.later(std::chrono::hours { 1 });
    CHECK(stage.session().saved == "Sent; no answer now");
}

TEST_CASE("paused, nothing goes out; offline, it says so and goes on when the network is back", "[portal]")
{
    Two two;
    two.settle();
    (*two.oslo)(Go { "/t/acme/exchange" })(RunOnScreen { "pause" });
    add_room(*two.oslo, "Bislett");
    two.settle();
    CHECK(fact(*two.oslo, 0) == "1");
    CHECK(exchange(*two.oslo).state_second == "Paused");
    (*two.oslo)(RunOnScreen { "go" });
    CHECK(fact(*two.oslo, 0) == "0");
    two.oslo->portal.online(false);
    add_room(*two.oslo, "Aker");
    CHECK(exchange(*two.oslo).trouble.starts_with("The network is away"));
    two.oslo->portal.online(true);
    two.oslo->settle();
    CHECK(fact(*two.oslo, 0) == "0");
}

TEST_CASE("a command that lost its ground says who, why and what to do; again, and let go", "[portal][B8]")
{
    Two two;
    two.settle();
    two.bern->portal.online(false);
    add_room(*two.oslo, "Bislett");
    two.settle();
    add_room(*two.bern, "Bislett"); // later, and not knowing of the other
    two.bern->portal.online(true);
    two.bern->settle();
    auto const lost = exchange(*two.bern).lost;
    REQUIRE(lost.size() == 1);
    CHECK(lost[0].text == "Room Bislett added");
    CHECK(lost[0].reason != "");
    CHECK(lost[0].advice.starts_with("It cannot be done like this any more"));
    CHECK(lost[0].again.label == "");
    CHECK(lost[0].open_fragment == "/t/acme/rooms");
    CHECK(exchange(*two.bern).lost_second == "1 command lost its ground");
    auto const toasts = two.bern->toasts();
    CHECK(std::ranges::any_of(toasts, [](auto const& text) { return text.starts_with("1 command lost its ground"); }));
    CHECK(journal_states(*two.bern).front() == "Lost its ground");
    (*two.bern)(Go { "/t/acme/exchange" })(RunOnScreen { lost[0].drop.run });
    CHECK(exchange(*two.bern).lost.empty());
    CHECK(journal_states(*two.bern).front() == "Lost its ground"); // it stays in the journal
}

TEST_CASE("undo of what was done before a merge takes back the right entry", "[portal]")
{
    Two two;
    two.settle();
    two.bern->portal.online(false);
    two.oslo->portal.online(false);
    two.oslo->later(1s);
    add_room(*two.oslo, "Aker");
    two.bern->later(60s);
    add_room(*two.bern, "Zoo");
    auto const toast = two.bern->last_toast();
    two.oslo->portal.online(true);
    two.oslo->settle();
    two.bern->portal.online(true);
    two.bern->settle();
    CHECK(rooms(*two.bern) == std::vector<std::string> { "Aker", "Fjord", "Zoo" });
    (*two.bern)(UndoToast { toast });
    CHECK(rooms(*two.bern) == std::vector<std::string> { "Aker", "Fjord" });
    (*two.bern)(Go { "/t/acme/journal" });
    auto const& journal = two.bern->apart<JournalModel>();
    auto const zoo = journal.line(1);
    CHECK(zoo.text == "Room Zoo added");
    CHECK(journal.line(0).second.contains("undoes " + zoo.number));
}

TEST_CASE("a bundle dropped into an empty browser is the tenant, whole; exported again it is the same file", "[portal]")
{
    Folder folder;
    auto const stage = a_stage("oslo", folder);
    start(*stage, "Acme");
    add_room(*stage, "Fjord");
    stage->import("list.json", tenant_file(12));
    (*stage)(RunOnScreen { "confirm-import" });
    auto const text = bundle_of(*stage);
    auto const other = a_stage("oslo", folder); // the same device, after its data was wiped
    other->import("acme.bundle.json", text);
    CHECK(other->address().starts_with("/t/acme/"));
    CHECK(bundle_of(*other) == text);
    CHECK(rooms(*other) == rooms(*stage));
    other->import("acme.bundle.json", text); // into the open one: nothing is new
    CHECK(bundle_of(*other) == text);
    add_room(*other, "Aker");
    stage->import("acme.bundle.json", bundle_of(*other));
    CHECK(rooms(*stage) == rooms(*other));
}

TEST_CASE("what a newer version wrote is told, with the update where one waits", "[portal]")
{
    Folder folder;
    auto const stage = a_stage("oslo", folder);
    start(*stage, "Acme");
    add_room(*stage, "Fjord");
    auto const bundle = codec::read_bundle(bundle_of(*stage));
    REQUIRE(bundle);
    auto newer = sync::merged(std::span { &*bundle, 1 });
    REQUIRE(newer);
    newer->device = "newer";
    sync::know(*newer, "newer", "newer");
    sync::write(*newer, "Maren", R"({"kind":"paint_room","room":"fjord","colour":"blue"})", 1'800'000'000'000);
    stage->import("acme.bundle.json", codec::to_text(sync::bundle_of(*newer)));
    auto const banner = [&] { return stage->model().banner.value_or(BannerModel {}); };
    REQUIRE(banner().text.contains("A newer version of Keyrack has written here"));
    CHECK(banner().action.empty());
    (*stage)(BannerAction {});
    CHECK(stage->count<Reload>() == 0);
    stage->portal.update_arrived();
    CHECK(banner().text.contains("A newer version of Keyrack has written here"));
    CHECK(banner().action == "Update now");
    CHECK(!banner().closable);
    (*stage)(DismissBanner {}); // put off, it is still the only way on
    CHECK(banner().action == "Update now");
    (*stage)(BannerAction {});
    CHECK(stage->count<Reload>() == 1);
}

TEST_CASE("a static host is read, and nothing is sent to it", "[portal]")
{
    Two two;
    two.settle();
    add_room(*two.oslo, "Bislett");
    Folder host;
    auto const reader = a_stage("reader", host);
    reader->import("acme.bundle.json", bundle_of(*two.oslo));
    set_up(*reader, "static_host");
    CHECK(exchange(*reader).state.starts_with("Not published"));
    add_room(*two.oslo, "Aker");
    auto const folder_name = exchange(*reader).folder;
    host[folder_name + "/bundle.json"] = bundle_of(*two.oslo);
    reader->later(400s);
    CHECK(exchange(*reader).state.starts_with("Only read"));
    CHECK(rooms(*reader) == std::vector<std::string> { "Aker", "Bislett", "Fjord" });
    add_room(*reader, "Mine");
    reader->later(400s);
    CHECK(host.size() == 1);
}

TEST_CASE("what a static host has is taken in once: read again as it was, nothing is made anew", "[portal]")
{
    Two two;
    two.settle();
    Folder host;
    auto const reader = a_stage("reader", host);
    reader->import("acme.bundle.json", bundle_of(*two.oslo));
    set_up(*reader, "static_host");
    auto const place = exchange(*reader).folder + "/bundle.json";
    (*reader)(Go { "/t/acme/rooms" });
    auto const looks_again = [&] {
        (void)reader->model();
        auto const asked = reader->count<Request>();
        reader->later(301s);
        REQUIRE(reader->count<Request>() == asked + 1);
        return reader->portal.has_changed();
    };
    add_room(*two.oslo, "Aker");
    host[place] = bundle_of(*two.oslo);
    CHECK(looks_again());
    CHECK(rooms(*reader) == std::vector<std::string> { "Aker", "Fjord" });
    CHECK(!looks_again());
    add_room(*reader, "Mine"); // is in no bundle, and makes an old one no newer
    CHECK(!looks_again());
    host[place].resize(host[place].size() / 2);
    CHECK(looks_again()); // the bar says that something stands in the way
    CHECK(!exchange(*reader).trouble.empty());
    host[place] = bundle_of(*two.oslo); // Mine is not in it
    (*reader)(Go { "/t/acme/rooms" });
    CHECK(looks_again());
    CHECK(exchange(*reader).trouble.empty());
    CHECK(rooms(*reader) == std::vector<std::string> { "Aker", "Fjord", "Mine" });
}

TEST_CASE("a bundle with nothing new moves no entry and makes no screen anew", "[portal]")
{
    Two two;
    two.settle();
    auto& oslo = *two.oslo;
    add_room(oslo, "Aker");
    two.settle();
    auto const all = bundle_of(oslo);
    (void)rooms(oslo);
    auto const before = journal_states(oslo);
    oslo.import("acme.bundle.json", all);
    CHECK(oslo.toasts().back() == "Merged: 0 new entries.");
    CHECK(journal_states(oslo) == before);
}

TEST_CASE("a round of looking that finds nothing makes nothing anew, but where it is looked at", "[portal]")
{
    Two two;
    two.settle();
    auto& oslo = *two.oslo;
    (void)rooms(oslo);
    auto const asked = oslo.count<Request>();
    (void)oslo.model();
    oslo.later(31s);
    CHECK(oslo.count<Request>() > asked);
    CHECK(!oslo.portal.has_changed());
    (void)exchange(oslo);
    oslo.later(31s);
    CHECK(oslo.portal.has_changed()); // it tells when it looks next
}

TEST_CASE("what is written waits for no look, but out a delay after failures", "[portal]")
{
    Two two;
    two.settle();
    auto& oslo = *two.oslo;
    auto const requests_by = [&](auto const& act) {
        auto const before = oslo.count<Request>();
        act();
        return oslo.count<Request>() - before;
    };
    CHECK(requests_by([&] { add_room(oslo, "Bislett"); }) > 0);
    oslo.fault = sync::Answered::failed;
    for (int times = 0; times < 12; ++times) oslo.later(301s);
    CHECK(requests_by([&] { add_room(oslo, "Aker"); }) == 0);
    CHECK(requests_by([&] { oslo.import("acme.bundle.json", bundle_of(*two.bern)); }) == 0);
    CHECK(requests_by([&] { oslo.later(60s); }) == 0);
    CHECK(requests_by([&] { oslo.later(240s); }) == 1);
    CHECK(requests_by([&] {
        (void)exchange(oslo);
        oslo(RunOnScreen { "now" });
    }) == 1);
    oslo.fault = sync::Answered::done;
    oslo.later(301s);
    CHECK(fact(oslo, 0) == "0");
}

TEST_CASE("what could not be kept is fetched again after a while, not at once", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    Folder folder;
    auto const on_disk = a_stage("oslo", folder, FilesState::opened);
    Stage& oslo = *on_disk;
    start(oslo, "Acme");
    set_up(oslo);
    auto const bern = a_stage("bern", folder);
    bern->import("acme.bundle.json", bundle_of(oslo));
    set_up(*bern);
    add_room(*bern, "Aker");
    bern->later(31s);
    disk.fill_up_at(disk.writes(), FullAnswer::minus_one);
    oslo.later(31s);
    CHECK(!exchange(oslo).trouble.empty());
    auto const asked = oslo.count<Request>();
    for (int times = 0; times < 5; ++times) oslo.later(5s);
    CHECK(oslo.count<Request>() == asked);
    disk.make_room();
    oslo.later(60s);
    CHECK(rooms(oslo) == std::vector<std::string> { "Aker" });
}

TEST_CASE(
    "a single file, which reaches no server, offers no place of exchange, says why, and keeps the files", "[portal]")
{
    auto environment = an_environment();
    environment.one_file = true;
    environment.backends = {
        { "northwind", to_text(BackendSpec { .kind = BackendKind::webdav, .url = "https://x.example/" }) }
    };
    Stage stage { std::move(environment) };
    stage(Go { "/t/northwind/exchange" });
    auto const& model = stage.apart<ExchangeModel>();
    CHECK(model.fields.empty());
    CHECK(model.test.label.empty());
    CHECK(model.save.label.empty());
    CHECK(model.now.label.empty());
    CHECK(model.help.contains("can reach no server"));
    CHECK(model.bundle.label == "Download bundle");
    CHECK(stage.count<UseBackend>() == 0);
    stage.later(60s);
    CHECK(stage.count<Request>() == 0);
}
