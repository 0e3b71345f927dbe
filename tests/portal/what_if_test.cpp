// Two clocks (B3) and what-if (B2) in the portal: shown, marked, kept or dropped.

#include "portal/compliance_model.hpp"
#include "portal/stage.hpp"
#include "portal/time_model.hpp"
#include "portal/what_if_model.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <optional>

namespace keyrack::portal {

namespace {

using test::demo_stage;

void add_room(test::Stage& stage, std::string name)
{
    stage(AskAddRoom {})(EditDialog { "name", std::move(name) })(ConfirmDialog {});
}

std::size_t entries(test::Stage& stage)
{
    stage.go_to("/t/northwind/data");
    return stage.data().journal_count;
}

} // namespace

TEST_CASE("what is tried is in no journal and gone once dropped", "[portal][what-if]")
{
    auto const stage = demo_stage();
    auto const before = entries(*stage);
    (*stage)(BeginWhatIf {});
    REQUIRE(stage->session().what_if);
    CHECK(stage->session().what_if->nothing_yet);
    add_room(*stage, "Aurora");
    CHECK(stage->session().what_if->text == "What if: 1 change. None of it is recorded.");
    CHECK(entries(*stage) == before + 1); // the fork's own journal shows it
    (*stage)(DropWhatIf {});
    CHECK(!stage->session().what_if);
    CHECK(entries(*stage) == before);
    stage->go_to("/t/northwind/rooms/aurora");
    CHECK(stage->address() == "/t/northwind/rooms");
}

TEST_CASE("what is kept is recorded step by step, and can be taken back together", "[portal][what-if]")
{
    auto const stage = demo_stage();
    auto const before = entries(*stage);
    (*stage)(BeginWhatIf {});
    add_room(*stage, "Aurora");
    add_room(*stage, "Borealis");
    (*stage)(KeepWhatIf {});
    CHECK(!stage->session().what_if);
    CHECK(entries(*stage) == before + 2);
    CHECK(stage->toasts().back() == "2 changes are recorded");
    (*stage)(UndoToast { stage->last_toast() });
    CHECK(entries(*stage) == before + 4);
    stage->go_to("/t/northwind/rooms/aurora");
    CHECK(stage->address() == "/t/northwind/rooms");
}

TEST_CASE("a cure is tried from its proof, and the difference tells the room gained", "[portal][what-if]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/rooms?show=not_covered");
    auto const room = stage->rooms().line(0);
    (*stage)(OpenRoom { room.id })(ShowRoomTab { RoomTab::why });
    REQUIRE(!stage->rooms().detail->proof.cures.empty());
    CHECK(stage->rooms().detail->proof.cures.front().can_try);
    (*stage)(TryCure { stage->rooms().detail->proof.cures.front().index });
    REQUIRE(stage->session().what_if);
    (*stage)(Go { stage->session().what_if->fragment });
    auto const& model = stage->apart<WhatIfModel>();
    REQUIRE(model.steps.size() == 1);
    CHECK(model.figures.front().label == "Rooms covered");
    CHECK(model.figures.front().second == "+1");
    REQUIRE(!model.groups.empty());
    CHECK(model.groups.front().title == "1 room gained");
    CHECK(model.groups.front().lines.front().text == room.name);
}

TEST_CASE("what has no price costs nobody knows how much", "[portal][what-if]")
{
    auto const stage = demo_stage();
    (*stage)(BeginWhatIf {})(Go { "/t/northwind/orders" })(AskPlaceOrder {})(EditDialog { "order", "PO-2000" })(
        ConfirmDialog {});
    (*stage)(Go { stage->session().what_if->fragment });
    auto const& figures = stage->apart<WhatIfModel>().figures;
    auto const cost = std::ranges::find(figures, "Cost", &WhatIfFigure::label);
    REQUIRE(cost != figures.end());
    CHECK(cost->after == "Not known");
    CHECK(cost->second == "no price is set");
}

TEST_CASE("B2, R39: a new order is told apart from a changed one, its term as its list tells it",
    "[portal][what-if][B2][R39]")
{
    auto const stage = demo_stage();
    (*stage)(BeginWhatIf {})(Go { "/t/northwind/orders" })(AskPlaceOrder {})(EditDialog { "programme", "select" })(
        EditDialog { "order", "PO-2000" })(ConfirmDialog {});
    auto const told = stage->orders().detail->facts;
    stage->go_to("/t/northwind/orders/PO-1072");
    (*stage)(AskCancelOrder { stage->orders().detail->id })(ConfirmDialog {});
    stage->go_to("/t/northwind/what-if");
    auto const group = [&](std::string_view title) {
        auto const& groups = stage->apart<WhatIfModel>().groups;
        auto const found = std::ranges::find(groups, title, &WhatIfGroup::title);
        REQUIRE(found != groups.end());
        return *found;
    };
    auto const fresh = group("1 new order");
    CHECK(fresh.lines.front().text == "PO-2000");
    auto const start = std::ranges::find(told, "Start", [](auto const& fact) { return fact.first; });
    auto const end = std::ranges::find(told, "End", [](auto const& fact) { return fact.first; });
    REQUIRE(start != told.end());
    REQUIRE(end != told.end());
    CHECK(start->second == "21 Jan 2027 at the latest");
    CHECK(fresh.lines.front().second.starts_with(start->second + " to " + end->second));
    CHECK(group("1 order changed").lines.front().text == "PO-1072");
}

TEST_CASE("B2: a room that stays covered is told with the programme that it loses", "[portal][what-if][B2]")
{
    test::Stage stage;
    stage.import("one.json",
        R"({"orders":[{"id":"SEL","service":"select","years":1,"quantity":1,"purchased_on":"2026-11-10","cancelled_on":null},)"
        R"({"id":"PLUS","service":"sync_plus","years":1,"quantity":1,"purchased_on":"2026-11-15","cancelled_on":null}],)"
        R"("rooms":[{"id":"two","name":"Two","site":"Oslo","country":"NO","sync":true}],)"
        R"("assignments":[{"licence":"SEL/1","room":"two","from":"2026-11-11","to":null},)"
        R"({"licence":"PLUS/1","room":"two","from":"2026-11-20","to":null}],"devices":[]})");
    stage(BeginWhatIf {});
    stage.go_to("/t/one/orders/SEL");
    stage(AskCancelOrder { stage.orders().detail->id })(ConfirmDialog {});
    CHECK(stage.toasts().back() == "Tried: Cancel SEL as of 22 Nov 2026");
    stage.go_to("/t/one/what-if");
    CHECK(stage.apart<WhatIfModel>().steps.front().text == "Cancel SEL as of 22 Nov 2026");
    auto const& groups = stage.apart<WhatIfModel>().groups;
    auto const lost = std::ranges::find(groups, "1 service ends in a room that stays covered", &WhatIfGroup::title);
    REQUIRE(lost != groups.end());
    CHECK(lost->lines.front().text == "Two");
    CHECK(lost->lines.front().second.starts_with("had Select until "));
}

TEST_CASE("a step is left out, and what needed it with it", "[portal][what-if]")
{
    auto const stage = demo_stage();
    (*stage)(BeginWhatIf {});
    add_room(*stage, "Aurora");
    (*stage)(AskAddDevice { stage->room("Aurora") })(EditDialog { "serial", "AURORA-1" })(
        EditDialog { "model", "Rally Bar" })(ConfirmDialog {});
    stage->go_to("/t/northwind/what-if");
    REQUIRE(stage->apart<WhatIfModel>().steps.size() == 2);
    (*stage)(RunOnScreen { stage->apart<WhatIfModel>().steps.front().run });
    CHECK(stage->apart<WhatIfModel>().steps.empty());
    CHECK(stage->toasts().back() == "1 change that needed it is left out too");
}

TEST_CASE("what-if has a place in the navigation while something is tried or it is looked at", "[portal][what-if]")
{
    auto const stage = demo_stage();
    auto const place = [&]() -> std::optional<NavigationItem> {
        auto const& items = stage->session().navigation;
        auto const found = std::ranges::find(items, ScreenKind::what_if, &NavigationItem::screen);
        return found == items.end() ? std::nullopt : std::optional { *found };
    };
    stage->go_to("/t/northwind/rooms");
    CHECK(!place());
    stage->go_to("/t/northwind/what-if");
    REQUIRE(place());
    CHECK(place()->current);
    CHECK(place()->badge == 0);
    (*stage)(BeginWhatIf {});
    stage->go_to("/t/northwind/rooms");
    REQUIRE(place());
    CHECK(!place()->current);
}

TEST_CASE("a fork is left with its company, and an import does not go into it", "[portal][what-if]")
{
    auto const stage = demo_stage();
    (*stage)(BeginWhatIf {});
    CHECK(!stage->portal.file_begins("more.json", 10));
    (*stage)(LeaveTenant {})(OpenTenantIntent { "northwind" });
    CHECK(!stage->session().what_if);
}

TEST_CASE("B3: what became known later is not in what was known, whatever day it is about", "[portal][what-if]")
{
    auto const stage = demo_stage();
    add_room(*stage, "Aurora"); // known from today on
    stage->go_to("/t/northwind/rooms?as-of=2027-03-01");
    CHECK(std::ranges::contains(stage->names(), "Aurora"));
    (*stage)(SetKnownAt { "2026-11-20" });
    CHECK(stage->address() == "/t/northwind/rooms?as-of=2027-03-01&known-at=2026-11-20");
    CHECK(!std::ranges::contains(stage->names(), "Aurora"));
    REQUIRE(stage->session().time);
    CHECK(stage->session().time->known_shown == "20 Nov 2026");
    CHECK(!stage->session().as_of_today);
    // Nothing can be changed there, and it is said.
    (*stage)(AskAddRoom {});
    CHECK(!stage->model().dialog);
    CHECK(stage->toasts().back().contains("You are looking at what was known earlier"));
    (*stage)(BackToToday {});
    CHECK(std::ranges::contains(stage->names(), "Aurora"));
}

TEST_CASE(
    "a cure of a breach that is tried is said to be tried, and the difference counts the breaches", "[portal][what-if]")
{
    auto const stage = demo_stage();
    (*stage)(BeginWhatIf {})(Go { "/t/northwind/compliance" });
    auto const breach = stage->apart<ComplianceModel>().breaches.front();
    auto const retire = std::ranges::find(breach.remedies, "Retire 15 licences", &ActionLine::text);
    REQUIRE(retire != breach.remedies.end());
    (*stage)(RunOnScreen { retire->run })(ConfirmDialog {});
    CHECK(stage->toasts().back() == "Tried: Retire 15 licences of L-EMEA-3 for good on 22 Nov 2026");
    (*stage)(Go { stage->session().what_if->fragment });
    auto const& figures = stage->apart<WhatIfModel>().figures;
    auto const breaches = std::ranges::find(figures, "Breaches", &WhatIfFigure::label);
    REQUIRE(breaches != figures.end());
    CHECK(breaches->before == "1");
    CHECK(breaches->after == "0");
    CHECK(breaches->tone == Tone::covered);
}

TEST_CASE("what is tried is said to be tried, not done, in every language", "[portal][what-if]")
{
    struct Row
    {
        char const* language;
        char const* tried;
        char const* taken_back;
    };
    auto const row = GENERATE(values<Row>({
        { "en", "Tried: Add room Aurora",           "Taken back: Add room Aurora"             },
        { "de", "Ausprobiert: Raum Aurora anlegen", "Zurückgenommen: Raum Aurora anlegen"     },
        { "nb", "Prøvd: Legg til rommet Aurora",    "Trukket tilbake: Legg til rommet Aurora" },
    }));
    auto const stage = demo_stage();
    (*stage)(SetLanguage { row.language })(BeginWhatIf {});
    add_room(*stage, "Aurora");
    CHECK(stage->toasts().back() == row.tried);
    (*stage)(UndoToast { stage->last_toast() });
    CHECK(stage->toasts().back() == row.taken_back);
}

TEST_CASE("one notice at a time tells what is tried, and none where the page lists it", "[portal][what-if]")
{
    auto const stage = demo_stage();
    (*stage)(BeginWhatIf {})(Go { "/t/northwind/rooms" });
    add_room(*stage, "Aurora");
    add_room(*stage, "Borealis");
    CHECK(stage->toasts() == std::vector<std::string> { "Tried: Add room Borealis" });
    (*stage)(Go { "/t/northwind/what-if" });
    CHECK(stage->toasts().empty());
    CHECK(stage->apart<WhatIfModel>().steps.size() == 2);
    add_room(*stage, "Corona");
    CHECK(stage->toasts().empty());
    (*stage)(Go { "/t/northwind/rooms" });
    add_room(*stage, "Dune");
    (*stage)(KeepWhatIf {});
    CHECK(stage->toasts() == std::vector<std::string> { "4 changes are recorded" });
}

// A room that only an order would cover: what cures it asks for the order's number.
void open_uncovered_room(test::Stage& stage)
{
    stage.import("one.json",
        R"({"orders":[],"rooms":[{"id":"two","name":"Two","site":"Oslo","country":"NO","sync":true}],)"
        R"("assignments":[],"devices":[]})");
    stage(Go { "/t/one/rooms" });
    stage(OpenRoom { stage.room("Two") })(ShowRoomTab { RoomTab::why });
}

TEST_CASE("a what-if that a question began ends with it, where nothing was tried", "[portal][what-if]")
{
    test::Stage stage;
    open_uncovered_room(stage);
    auto const before = stage.address();
    stage(TryCure { stage.rooms().detail->proof.cures.front().index });
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->key == "place_order");
    REQUIRE(stage.session().what_if);

    SECTION("cancelled")
    {
        stage(DismissDialog {});
        CHECK(!stage.session().what_if);
        CHECK(stage.address() == before);
    }
    SECTION("left by the browser's way back")
    {
        stage.go_back();
        CHECK(!stage.model().dialog);
        CHECK(!stage.session().what_if);
    }
    SECTION("answered: it goes on")
    {
        stage(EditDialog { "order", "PO-1" })(ConfirmDialog {});
        REQUIRE(stage.session().what_if);
        CHECK(!stage.session().what_if->nothing_yet);
        stage(AskAddRoom {})(DismissDialog {});
        CHECK(stage.session().what_if);
    }
}

TEST_CASE(
    "a what-if begun on what was known earlier leads back to it, where nothing was tried", "[portal][what-if][B3]")
{
    test::Stage stage;
    open_uncovered_room(stage);
    stage.later(std::chrono::days { 1 });
    stage(SetKnownAt { "2026-11-22" });
    auto const before = stage.address();
    REQUIRE(before == "/t/one/rooms/two?tab=why&known-at=2026-11-22");
    auto const is_earlier = [&] { return stage.session().time && stage.session().time->known_shown == "22 Nov 2026"; };
    REQUIRE(is_earlier());

    SECTION("with the question that it was begun for")
    {
        stage(TryCure { 0 });
        REQUIRE(stage.model().dialog);
        CHECK(stage.address() == "/t/one/rooms/two?tab=why");
        stage(DismissDialog {});
    }
    SECTION("left by the browser's way back")
    {
        stage(TryCure { 0 });
        REQUIRE(stage.model().dialog);
        stage.go_back();
    }
    SECTION("dropped where it was begun")
    {
        stage(BeginWhatIf {});
        CHECK(!is_earlier());
        stage(DropWhatIf {});
    }
    SECTION("dropped on its own screen")
    {
        stage(BeginWhatIf {})(Go { "/t/one/what-if" })(DropWhatIf {});
    }
    CHECK(!stage.session().what_if);
    CHECK(stage.address() == before);
    CHECK(is_earlier());
}

TEST_CASE("a what-if leads back to what was open on an earlier day and is no more", "[portal][what-if][B3]")
{
    test::Stage stage;
    open_uncovered_room(stage);
    stage(Go { "/t/one/rooms" });
    add_room(stage, "Aurora");
    stage.later(std::chrono::days { 1 });
    stage(UndoLast {});
    std::string const before = "/t/one/rooms/aurora?known-at=2026-11-22";
    stage.go_to(before);
    REQUIRE(stage.address() == before);
    stage(BeginWhatIf {});
    REQUIRE(!stage.rooms().detail);
    stage(Go { "/t/one/what-if" })(DropWhatIf {});
    CHECK(stage.address() == before);
}

TEST_CASE("a what-if that leaves what was known earlier stays with what somebody turned to", "[portal][what-if][B3]")
{
    test::Stage stage;
    open_uncovered_room(stage);
    stage.later(std::chrono::days { 1 });
    stage(SetKnownAt { "2026-11-22" })(BeginWhatIf {});
    SECTION("another screen")
    {
        stage(Go { "/t/one/journal" })(DropWhatIf {});
        CHECK(stage.address() == "/t/one/journal");
    }
    SECTION("what was kept, which was not known then")
    {
        add_room(stage, "Aurora");
        stage(Go { "/t/one/what-if" })(KeepWhatIf {});
        CHECK(stage.address() == "/t/one/rooms/two?tab=why");
    }
}

TEST_CASE("a what-if that somebody began stays when a dialog in it is cancelled", "[portal][what-if]")
{
    auto const stage = demo_stage();
    (*stage)(BeginWhatIf {})(AskAddRoom {})(DismissDialog {});
    REQUIRE(stage->session().what_if);
    CHECK(stage->session().what_if->nothing_yet);
}

TEST_CASE("a what-if leads back to where it was begun, dropped or kept", "[portal][what-if]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/people");
    auto const begun_at = stage->address();
    (*stage)(BeginWhatIf {});
    add_room(*stage, "Aurora");
    auto const room = stage->address();
    REQUIRE(room != begun_at);

    SECTION("dropped on its own screen")
    {
        (*stage)(Go { stage->session().what_if->fragment })(DropWhatIf {});
        CHECK(stage->address() == begun_at);
    }
    SECTION("kept on its own screen")
    {
        (*stage)(Go { stage->session().what_if->fragment })(KeepWhatIf {});
        CHECK(stage->address() == begun_at);
    }
    SECTION("dropped elsewhere, on a screen that is there without it")
    {
        stage->go_to("/t/northwind/journal");
        (*stage)(DropWhatIf {});
        CHECK(stage->address() == "/t/northwind/journal");
    }
    SECTION("dropped on what was of the fork alone")
    {
        (*stage)(DropWhatIf {});
        CHECK(stage->address() == "/t/northwind/rooms");
    }
}

} // namespace keyrack::portal
