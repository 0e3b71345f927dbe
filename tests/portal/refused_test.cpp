// What was refused is told with what can be done about it, and that is done with a press.
#include "portal/compliance_model.hpp"
#include "portal/stage.hpp"
#include "portal/what_if_model.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <set>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

// Alster is in no Sync account; the licences are of Sync Plus, which needs one.
void open_two_rooms(Stage& stage)
{
    stage.import("one.json",
        R"({"orders":[{"id":"PO-1","service":"sync_plus","years":1,"quantity":2,"purchased_on":"2026-11-01","cancelled_on":null}],)"
        R"("rooms":[{"id":"a","name":"Alster","site":"Hamburg","country":"DE","sync":false},{"id":"b","name":"Elbe","site":"Hamburg","country":"DE","sync":true}],)"
        R"("assignments":[],"devices":[]})");
}

DialogModel const& dialog(Stage& stage)
{
    REQUIRE(stage.model().dialog);
    return *stage.model().dialog;
}

std::string last_announced(Stage const& stage)
{
    std::string text;
    for (auto const& effect : stage.seen)
        if (auto const* const said = std::get_if<Announce>(&effect)) text = said->text;
    return text;
}

DialogField const& field(Stage& stage, std::string_view key)
{
    auto const& fields = dialog(stage).fields;
    auto const found = std::ranges::find(fields, key, &DialogField::key);
    REQUIRE(found != fields.end());
    return *found;
}

} // namespace

TEST_CASE("a room that cannot be chosen says what can be done, and a press does it", "[portal][refused][R79][B1]")
{
    Stage stage;
    open_two_rooms(stage);
    stage(Go { "/t/one/assign" });
    auto const card = stage.assign().room(0);
    REQUIRE(!card.ways.empty());
    stage(RunOnScreen { card.ways });
    CHECK(dialog(stage).error.contains("Alster is not in a Sync account"));
    CHECK(dialog(stage).confirm.empty());
    REQUIRE(!dialog(stage).ways.empty());
    auto const way = dialog(stage).ways.front();
    CHECK(way.main);
    CHECK(way.text == "Define Alster in a Sync account");
    CHECK(way.second.contains("Rooms covered: 0 → 1"));
    CHECK(way.action == "Do that first");
    CHECK(last_announced(stage).contains("Alster is not in a Sync account"));
    CHECK(last_announced(stage).contains("you can do."));

    stage(RunOnScreen { way.run });
    CHECK(!stage.model().dialog);
    stage(Go { "/t/one/rooms" });
    CHECK(stage.line("Alster").cover.tone == Tone::covered);
}

TEST_CASE("a way past a refusal is tried before it is taken", "[portal][refused][what-if][B2]")
{
    Stage stage;
    open_two_rooms(stage);
    stage(Go { "/t/one/assign" });
    stage(RunOnScreen { stage.assign().room(0).ways });
    auto const way = dialog(stage).ways.front();
    REQUIRE(way.can_try);
    stage(RunOnScreen { "try-" + way.run });
    CHECK(!stage.model().dialog);
    REQUIRE(stage.session().what_if);
    stage(DropWhatIf {})(Go { "/t/one/rooms" });
    CHECK(stage.line("Alster").cover.tone == Tone::missing);
}

TEST_CASE("what only changes the answers is written into the dialog, and not given", "[portal][refused][B1]")
{
    Stage stage;
    open_two_rooms(stage);
    stage(Go { "/t/one/orders" })(AskPlaceOrder {});
    stage(EditDialog { "order", "PO-1" })(EditDialog { "programme", "sync_plus" })(ConfirmDialog {});
    CHECK(field(stage, "order").error.contains("“PO-1” already exists")); // of the field that it is about …
    CHECK(dialog(stage).error.empty());                                   // … and said once
    auto const& ways = dialog(stage).ways;
    CHECK(std::ranges::none_of(ways, &CureModel::main)); // "Place order" is the main thing to do
    auto const fills = std::ranges::find(ways, "Fill in", &CureModel::action);
    REQUIRE(fills != ways.end());
    CHECK(fills->text.starts_with("Place PO-")); // something to do, not something done
    CHECK(!fills->can_try);
    stage(RunOnScreen { fills->run });
    CHECK(field(stage, "order").error.empty());
    CHECK(dialog(stage).ways.empty());
    CHECK(field(stage, "order").value != "PO-1");
    stage(ConfirmDialog {});
    CHECK(!stage.model().dialog);
    CHECK(stage.orders().detail);
}

TEST_CASE("each attempt to confirm a dialog is counted, for what is wrong then takes the focus", "[portal][refused]")
{
    Stage stage;
    open_two_rooms(stage);
    stage(Go { "/t/one/orders" })(AskPlaceOrder {});
    CHECK(dialog(stage).attempts == 0);
    stage(ConfirmDialog {});
    CHECK(!field(stage, "order").error.empty());
    CHECK(dialog(stage).attempts == 1);
    stage(EditDialog { "order", "PO-1" });
    CHECK(dialog(stage).attempts == 1);
    stage(RunOnScreen { "try-dialog" });
    CHECK(dialog(stage).attempts > 1);
}

TEST_CASE("what is refused is said of the field that it is about", "[portal][refused]")
{
    struct Row
    {
        char const* name;
        char const* field;
        char const* value;
        char const* marked;
    };
    auto const row = GENERATE(values<Row>({
        { "number that exists", "order",    "PO-1",    "order"    },
        { "too many",           "quantity", "1000001", "quantity" },
        { "another duration",   "years",    "4",       "years"    },
    }));
    CAPTURE(row.name);
    Stage stage;
    open_two_rooms(stage);
    stage(Go { "/t/one/orders" })(AskPlaceOrder {});
    stage(EditDialog { "order", "PO-2" })(EditDialog { "programme", "sync_plus" });
    stage(EditDialog { row.field, row.value })(ConfirmDialog {});
    CHECK(dialog(stage).error.empty());
    for (auto const& each : dialog(stage).fields) {
        CAPTURE(each.key);
        CHECK(each.error.empty() == (each.key != row.marked));
    }
}

TEST_CASE("taking back says what was taken back, and says it kindly where there is nothing", "[portal][undo]")
{
    Stage stage;
    open_two_rooms(stage);
    stage(Go { "/t/one/rooms" })(AskAddRoom {})(EditDialog { "name", "Spree" })(ConfirmDialog {});
    REQUIRE(stage.last_toast());
    stage(UndoLast {});
    CHECK(stage.toasts().back() == "Taken back: Room Spree added");
    // The toast that offered it is gone: it cannot be taken back twice.
    CHECK(std::ranges::none_of(stage.model().toasts, &ToastModel::can_undo));

    Stage fresh;
    fresh(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {})(UndoLast {});
    REQUIRE(!fresh.toasts().empty());
    CHECK(fresh.toasts().back().starts_with("Nothing to take back right now."));
}

TEST_CASE("choosing all says which rooms it left, and why", "[portal][assign][R79]")
{
    Stage stage;
    open_two_rooms(stage);
    stage(Go { "/t/one/assign" })(ChooseAllRooms { true });
    CHECK(stage.assign().chosen == 1);
    CHECK(stage.toasts().back() == "1 of 2 chosen · 1 cannot take this licence; its card says why");

    Stage big;
    big.import("big.json", tenant_file(90)); // 30 rooms without cover, PO-2 has 20 free licences
    big(Go { "/t/big/assign?order=PO-2" })(ChooseAllRooms { true });
    CHECK(big.assign().chosen == 20);
    CHECK(big.toasts().back() == "20 of 30 chosen · no licence is left for 10 rooms");

    auto const demo = demo_stage();
    (*demo)(Go { "/t/northwind/assign?order=PO-1072" });
    auto const before = demo->toasts();
    (*demo)(ChooseAllRooms { true });
    CHECK(demo->toasts() == before); // the page shows it; who does not see the page is told
    CHECK(last_announced(*demo) == "18 of 18 chosen");
}

TEST_CASE("what many licences would change is worked out between frames, and can be given up", "[portal][assign]")
{
    Stage big;
    big.import("big.json", tenant_file(660)); // 220 rooms without cover, PO-1 has as many free licences
    big(Go { "/t/big/assign?order=PO-1" });
    big.portal.perform(ChooseAllRooms { true });
    CHECK(big.assign().chosen == 220);
    CHECK(!big.assign().ready);
    CHECK(big.assign().changes.empty());
    CHECK(big.assign().hint.starts_with("Working out"));
    CHECK(big.portal.has_work());

    SECTION("it is there in the end, as if it had been worked out at once")
    {
        big.settle();
        REQUIRE(big.assign().ready);
        CHECK(big.assign().hint.empty());
        CHECK(big.assign().changes.front().value == "440 → 660");
        big(CommitAssign {});
        CHECK(big.assign().nothing == NothingToAssign::all_covered);
    }
    SECTION("who chooses otherwise meanwhile gets an answer to that")
    {
        (void)big.portal.work();
        big(ChooseRoom { big.assign().room(0).room, false });
        CHECK(big.assign().chosen == 219);
        CHECK(big.assign().changes.front().value == "440 → 659");
    }
    SECTION("who has gone elsewhere is not told that it is there")
    {
        big(Go { "/t/big/rooms" });
        CHECK(last_announced(big) != "What would change is shown.");
    }
    SECTION("of a ledger that has changed meanwhile nothing is told")
    {
        (void)big.portal.work();
        big.portal.perform(BeginWhatIf {});
        (void)big.portal.work(); // the ledger is another
        CHECK(!big.portal.has_work());
        CHECK(!big.assign().ready);
        big.settle();
        CHECK(big.assign().changes.front().value == "440 → 660");
    }
    SECTION("with its company it goes")
    {
        (void)big.portal.work();
        big(LeaveTenant {});
        CHECK(!big.portal.has_work());
        big.import("small.json", tenant_file(3));
        CHECK(big.session().tenant == "small");
    }
}

TEST_CASE("in a company of many rooms one licence is worked out between frames too", "[portal][assign]")
{
    Stage big;
    big.import("big.json", tenant_file(10'002));
    big(Go { "/t/big/assign?order=PO-2" });
    big.portal.perform(ChooseRoom { big.assign().room(0).room, true });
    CHECK(!big.assign().ready);
    big.settle();
    CHECK(big.assign().ready);
    CHECK(big.assign().changes.front().value == "6,668 → 6,669");
    CHECK(last_announced(big) == "What would change is shown.");

    // And so is what a what-if changes, once it is looked at.
    big(BeginWhatIf {})(CommitAssign {});
    big.portal.perform(Go { "/t/big/what-if" });
    CHECK(big.apart<WhatIfModel>().working.starts_with("Working out"));
    CHECK(big.apart<WhatIfModel>().steps.size() == 1);
    CHECK(big.apart<WhatIfModel>().figures.empty());
    big.settle();
    CHECK(big.apart<WhatIfModel>().working.empty());
    CHECK(big.apart<WhatIfModel>().figures.front().before == "6,668");
    CHECK(big.apart<WhatIfModel>().figures.front().after == "6,669");
}

TEST_CASE(
    "where no room can take a licence, choosing all leads to what can be done for all at once", "[portal][assign][R79]")
{
    Stage stage;
    stage.import("two.json",
        R"({"orders":[{"id":"PO-1","service":"sync_plus","years":1,"quantity":2,"purchased_on":"2026-11-01","cancelled_on":null}],)"
        R"("rooms":[{"id":"a","name":"Alster","site":"Hamburg","country":"DE","sync":false},{"id":"b","name":"Elbe","site":"Hamburg","country":"DE","sync":false}],)"
        R"("assignments":[],"devices":[]})");
    stage(Go { "/t/two/assign" })(ChooseAllRooms { true });
    CHECK(stage.assign().chosen == 2);
    CHECK(!stage.assign().ready);
    CHECK(stage.assign().refusal.contains("Sync"));
    REQUIRE(!stage.assign().ways.empty());
    stage(RunOnScreen { stage.assign().ways });
    REQUIRE(!dialog(stage).ways.empty());
    stage(RunOnScreen { dialog(stage).ways.front().run });
    CHECK(!stage.model().dialog);
    CHECK(stage.assign().room_count == 0); // every room is covered
}

TEST_CASE("each cure of a breach says what it does, and no two buttons are called the same", "[portal][compliance]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/compliance" });
    std::set<std::string> names;
    for (auto const& breach : stage->apart<ComplianceModel>().breaches)
        for (auto const& remedy : breach.remedies) {
            CAPTURE(remedy.text);
            CHECK(names.insert(remedy.action + remedy.text + remedy.about).second);
            CHECK(remedy.about == breach.title);
        }
    CHECK(names.size() >= 2);
}
