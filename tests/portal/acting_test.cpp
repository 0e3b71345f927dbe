// Commands given on the screens: carried out through the fold, told, taken back.
#include "codec/catalogue_json.hpp"
#include "portal/session.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

std::string first_uncovered(Stage& stage)
{
    auto const& rooms = stage.rooms();
    for (std::size_t index = 0; index < rooms.count; ++index)
        if (auto const line = rooms.line(index); line.cover.tone == Tone::missing) return line.name;
    FAIL("every room is covered");
    return {};
}

bool is_covered(Stage& stage, std::string_view name)
{
    auto const tone = stage.line(name).cover.tone;
    return tone == Tone::covered || tone == Tone::ending;
}

std::size_t entries(Stage& stage)
{
    auto const back = stage.address();
    auto const slug = back.substr(0, back.find('/', 3));
    stage(Go { slug + "/data" });
    auto const count = stage.data().journal_count;
    stage(Go { back });
    return count;
}

void choose_free_room(Stage& stage, std::size_t rooms)
{
    std::size_t chosen = 0;
    for (std::size_t index = 0; chosen < rooms; ++index) {
        REQUIRE(index < stage.assign().room_count);
        auto const card = stage.assign().room(index);
        if (!card.blocked.empty() || card.cover.tone != Tone::missing) continue;
        stage(ChooseRoom { card.room, true });
        ++chosen;
    }
}

// Fills a field of the open dialog.
void fill(Stage& stage, std::string field, std::string value)
{
    REQUIRE(stage.model().dialog);
    stage(EditDialog { std::move(field), std::move(value) });
}

} // namespace

TEST_CASE("a cure covers the room, and undo uncovers it", "[portal][R77]")
{
    auto const stage = demo_stage();
    auto const name = first_uncovered(*stage);
    (*stage)(OpenRoom { stage->room(name) })(ShowRoomTab { RoomTab::why });
    auto const proof = stage->rooms().detail->proof;
    REQUIRE(proof.answer == Mark::no);
    REQUIRE(!proof.cures.empty());
    REQUIRE(std::ranges::any_of(proof.steps, [](ProofStep const& step) { return step.mark == Mark::no; }));
    auto const before = entries(*stage);

    (*stage)(RunCure { proof.cures.front().index });
    REQUIRE(!stage->model().dialog);
    CHECK(is_covered(*stage, name));
    CHECK(stage->rooms().detail->proof.answer == Mark::yes);
    REQUIRE(stage->model().toasts.size() == 1);
    CHECK(stage->model().toasts.front().can_undo);
    CHECK(entries(*stage) > before);

    (*stage)(UndoToast { stage->last_toast() });
    CHECK(!is_covered(*stage, name));
    CHECK(entries(*stage) > before + 1); // nothing is deleted: the way back is an entry of its own
}

TEST_CASE("a cure that buys says that no licence is free, where none is", "[portal][R41]")
{
    struct Row
    {
        char const* name;
        char const* rooms_covered;
        bool none_free;
    };
    auto const row = GENERATE(values<Row>({
        { "one is free",   "",                                                                    false },
        { "all are taken", R"({"licence":"SEL/1","room":"other","from":"2026-11-11","to":null})", true  },
    }));
    CAPTURE(row.name);
    Stage stage;
    stage.import("one.json",
        R"({"orders":[{"id":"SEL","service":"select","years":1,"quantity":1,"purchased_on":"2026-11-10","cancelled_on":null}],)"
        R"("rooms":[{"id":"r","name":"Fjord","site":"Oslo","country":"NO","sync":false},)"
        R"({"id":"other","name":"Other","site":"Oslo","country":"NO","sync":false}],"devices":[],"assignments":[)"
            + std::string { row.rooms_covered } + "]}");
    stage(Go { "/t/one/rooms/r?tab=why" });
    auto const cures = stage.rooms().detail->proof.cures;
    auto const buys = std::ranges::find(cures, "Order a Select licence and assign it", &CureModel::text);
    REQUIRE(buys != cures.end());
    CHECK(buys->second.ends_with(" · no Select licence is free for it") == row.none_free);
}

TEST_CASE("a cure that buys asks for the order's number, then does everything in order", "[portal][R41]")
{
    Stage stage;
    stage.import("one.json",
        R"({"orders":[],"rooms":[{"id":"r","name":"Fjord","site":"Oslo","country":"NO","sync":false}],"assignments":[],"devices":[]})");
    stage(Go { "/t/one/rooms/r?tab=why" });
    auto const cures = stage.rooms().detail->proof.cures;
    auto const found =
        std::ranges::find_if(cures, [](CureModel const& cure) { return cure.text.contains("Sync Plus"); });
    REQUIRE(found != cures.end());
    auto const before = entries(stage);
    stage(RunCure { found->index });
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->key == "place_order");
    CHECK(entries(stage) == before);

    stage(ConfirmDialog {});
    REQUIRE(stage.model().dialog); // a number is missing
    CHECK(std::ranges::any_of(stage.model().dialog->fields,
        [](DialogField const& field) { return field.key == "order" && !field.error.empty(); }));
    fill(stage, "order", "PO-9");
    stage(ConfirmDialog {});
    REQUIRE(!stage.model().dialog);
    CHECK(is_covered(stage, "Fjord"));
    CHECK(stage.line("Fjord").programme == "Sync Plus");
    CHECK(entries(stage) == before + 3); // in Sync, order, assignment

    stage(UndoToast { stage.last_toast() });
    CHECK(!is_covered(stage, "Fjord"));
    CHECK(entries(stage) == before + 6);
    stage(Go { "/t/one/orders" });
    CHECK(stage.orders().lines.empty());
}

TEST_CASE("one licence is assigned, and undone", "[portal][R76][R77][R78]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/assign" });
    auto const chosen = std::ranges::find_if(stage->assign().licences, &LicenceCard::chosen);
    REQUIRE(chosen != stage->assign().licences.end());
    auto const free = chosen->free;
    CHECK(!stage->assign().ready);
    choose_free_room(*stage, 1);
    REQUIRE(stage->assign().ready);
    CHECK(stage->assign().action == "Assign 1 licence");
    CHECK(stage->assign().chosen == 1);
    auto const name = [&] {
        for (std::size_t index = 0;; ++index)
            if (auto const card = stage->assign().room(index); card.chosen) return card.name;
    }();
    (*stage)(CommitAssign {});
    CHECK(stage->assign().chosen == 0);
    CHECK(std::ranges::find_if(stage->assign().licences, &LicenceCard::chosen)->free == free - 1);
    auto const toast = stage->last_toast();
    (*stage)(Go { "/t/northwind/rooms" });
    CHECK(is_covered(*stage, name));
    (*stage)(UndoToast { toast });
    CHECK(!is_covered(*stage, name));
}

TEST_CASE("many licences are assigned as one entry, as the preview said", "[portal][R75][R76]")
{
    auto const stage = demo_stage();
    auto const covered = stage->rooms().second;
    (*stage)(Go { "/t/northwind/assign" });
    choose_free_room(*stage, 4);
    REQUIRE(stage->assign().ready);
    auto const change = stage->assign().changes.front();
    CHECK(change.label == "Rooms covered");
    auto const before = entries(*stage);
    (*stage)(Go { "/t/northwind/assign" }); // the choice is still there
    CHECK(stage->assign().chosen == 4);
    (*stage)(CommitAssign {});
    CHECK(entries(*stage) == before + 1);
    auto const toast = stage->last_toast();
    (*stage)(Go { "/t/northwind/rooms" });
    CHECK(stage->rooms().second != covered);
    auto const after = change.value.substr(change.value.rfind(' ') + 1);
    CHECK(stage->rooms().second.contains("· " + after + " covered"));
    (*stage)(UndoToast { toast });
    CHECK(stage->rooms().second == covered);
}

TEST_CASE("more rooms than licences cannot be assigned, and it is said", "[portal][R76]")
{
    Stage stage;
    stage.import("big.json", tenant_file(90)); // 30 rooms without cover, PO-1 has 30 free, PO-2 20
    stage(Go { "/t/big/assign?order=PO-2" });
    for (std::size_t index = 0; index < 21; ++index) stage(ChooseRoom { stage.assign().room(index).room, true });
    CHECK(!stage.assign().ready);
    CHECK(stage.assign().refusal.contains("PO-2"));
    auto const before = entries(stage);
    stage(CommitAssign {});
    CHECK(entries(stage) == before);
    stage(ChooseAllRooms { false })(ChooseAllRooms { true });
    CHECK(stage.assign().chosen == 20); // as many as there are licences
    CHECK(stage.assign().ready);
}

TEST_CASE("a room that is in no Sync account cannot be chosen for Sync Plus", "[portal][R79]")
{
    Stage stage;
    stage.import("one.json",
        R"({"orders":[{"id":"PO-1","service":"sync_plus","years":1,"quantity":2,"purchased_on":"2026-11-01","cancelled_on":null}],)"
        R"("rooms":[{"id":"a","name":"Alster","site":"Hamburg","country":"DE","sync":false},{"id":"b","name":"Elbe","site":"Hamburg","country":"DE","sync":true}],)"
        R"("assignments":[],"devices":[]})");
    stage(Go { "/t/one/assign" });
    REQUIRE(stage.assign().room_count == 2);
    CHECK(stage.assign().room(0).blocked.contains("Alster is not in a Sync account"));
    CHECK(stage.assign().room(1).blocked.empty());
    stage(ChooseRoom { stage.assign().room(0).room, true });
    CHECK(!stage.assign().ready);
    CHECK(!stage.assign().refusal.empty());
}

TEST_CASE("a licence taken back leaves the room today; undo gives it back", "[portal][R81][R111]")
{
    auto const stage = demo_stage();
    std::string name;
    for (std::size_t index = 0; name.empty(); ++index)
        if (auto const line = stage->rooms().line(index); line.cover.tone == Tone::covered) name = line.name;
    (*stage)(EndRoomAssignment { stage->room(name) });
    CHECK(!is_covered(*stage, name));
    (*stage)(UndoToast { stage->last_toast() });
    CHECK(is_covered(*stage, name));
}

TEST_CASE("a licence given and taken back on the same day leaves no trace", "[portal][R81]")
{
    auto const stage = demo_stage();
    auto const name = first_uncovered(*stage);
    (*stage)(OpenRoom { stage->room(name) });
    (*stage)(RunCure { stage->rooms().detail->proof.cures.front().index });
    REQUIRE(is_covered(*stage, name));
    (*stage)(EndRoomAssignment { stage->room(name) });
    CHECK(!is_covered(*stage, name));
    CHECK(stage->model().toasts.back().tone == Tone::covered);
}

TEST_CASE("an order is cancelled within its window, with its consequence said before, and taken back", "[portal][R42]")
{
    Stage stage;
    stage.import("one.json",
        R"({"orders":[{"id":"PO-1","service":"select","years":1,"quantity":2,"purchased_on":"2026-11-01","cancelled_on":null}],)"
        R"("rooms":[{"id":"a","name":"Alster","site":"Hamburg","country":"DE","sync":false}],)"
        R"("assignments":[{"licence":"PO-1/1","room":"a","from":"2026-11-02","to":null}],"devices":[]})");
    stage(Go { "/t/one/orders/PO-1" });
    REQUIRE(stage.orders().detail);
    CHECK(stage.orders().detail->can_cancel);
    CHECK(stage.orders().detail->cancel_note == "Can be cancelled until 1 Dec 2026");
    stage(AskCancelOrder { stage.orders().detail->id });
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->danger);
    CHECK(stage.model().dialog->text.contains("1 room loses its cover."));
    stage(ConfirmDialog {});
    CHECK(stage.orders().detail->state.text == "Cancelled");
    CHECK(!stage.orders().detail->can_cancel);
    auto const toast = stage.last_toast();
    stage(Go { "/t/one/rooms" });
    CHECK(!is_covered(stage, "Alster"));
    stage(UndoToast { toast });
    CHECK(is_covered(stage, "Alster"));
}

TEST_CASE("cancelling an order that covers nothing says so", "[portal]")
{
    Stage stage;
    stage.import("one.json",
        R"({"orders":[{"id":"PO-1","service":"select","years":1,"quantity":2,"purchased_on":"2026-11-01","cancelled_on":null}],)"
        R"("rooms":[{"id":"a","name":"Alster","site":"Hamburg","country":"DE","sync":false}],"assignments":[],"devices":[]})");
    stage(Go { "/t/one/orders/PO-1" });
    REQUIRE(stage.orders().detail);
    stage(AskCancelOrder { stage.orders().detail->id });
    REQUIRE(stage.model().dialog);
    CHECK(
        stage.model().dialog->text.starts_with("All 2 licences of the order end today. None of them serves a room. "));
}

TEST_CASE("an order past its window cannot be cancelled, and it is said why", "[portal][R42]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/orders" });
    auto const& lines = stage->orders().lines;
    std::size_t closed = 0;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        (*stage)(OpenOrder { stage->orders().lines[index].id });
        auto const& detail = *stage->orders().detail;
        CAPTURE(detail.order, detail.cancel_note);
        CHECK(!detail.cancel_note.empty());
        closed += detail.can_cancel ? 0 : 1;
        if (!detail.can_cancel) CHECK(!detail.cancel_note.starts_with("Can be cancelled"));
    }
    CHECK(closed > 0);
}

TEST_CASE("a room is added by hand and opened; its undo removes it", "[portal][R79]")
{
    auto const stage = demo_stage();
    auto const count = stage->rooms().count;
    (*stage)(AskAddRoom {});
    fill(*stage, "name", "Çırağan ");
    fill(*stage, "country", "norge");
    fill(*stage, "in_sync", "yes");
    (*stage)(ConfirmDialog {});
    REQUIRE(!stage->model().dialog);
    CHECK(stage->rooms().count == count + 1);
    REQUIRE(stage->rooms().detail);
    CHECK(stage->rooms().detail->name == "Çırağan");
    CHECK(std::ranges::contains(
        stage->rooms().detail->facts, std::pair<std::string, std::string> { "Country", "Norway" }));
    (*stage)(UndoToast { stage->last_toast() });
    CHECK(stage->rooms().count == count);
    CHECK(!stage->rooms().detail);
}

TEST_CASE("what a dialog cannot take is said at the field or below", "[portal]")
{
    auto const stage = demo_stage();
    (*stage)(AskAddRoom {})(ConfirmDialog {});
    REQUIRE(stage->model().dialog);
    CHECK(stage->model().dialog->fields.front().error == "Please fill this in.");
    fill(*stage, "name", "Fjord");
    CHECK(stage->model().dialog->fields.front().error.empty());
    fill(*stage, "country", "Atlantis");
    (*stage)(ConfirmDialog {});
    REQUIRE(stage->model().dialog);
    auto const country = [&] {
        return *std::ranges::find(stage->model().dialog->fields, "country", &DialogField::key);
    };
    CHECK(country().error.contains("ATLANTIS"));
    fill(*stage, "country", "NO");
    CHECK(country().error.empty());
    (*stage)(DismissDialog {});
    CHECK(!stage->model().dialog);
}

TEST_CASE("an order's durations follow its programme", "[portal][R37][R38]")
{
    auto const stage = demo_stage();
    (*stage)(AskPlaceOrder {});
    auto const field = [&](std::string_view key) {
        auto const& fields = stage->model().dialog->fields;
        return *std::ranges::find(fields, key, &DialogField::key);
    };
    fill(*stage, "programme", "select");
    fill(*stage, "years", "5");
    CHECK(field("years").choices.size() == 5);
    fill(*stage, "programme", "sync_plus");
    CHECK(field("years").choices.size() == 1);
    CHECK(field("years").value == "1");
    fill(*stage, "order", "PO-new");
    fill(*stage, "quantity", "0");
    (*stage)(ConfirmDialog {});
    CHECK(!field("quantity").error.empty());
    fill(*stage, "quantity", "3");
    (*stage)(ConfirmDialog {});
    REQUIRE(!stage->model().dialog);
    REQUIRE(stage->orders().detail);
    CHECK(stage->orders().detail->order == "PO-new");
    (*stage)(AskPlaceOrder {});
    fill(*stage, "order", "PO-new");
    (*stage)(ConfirmDialog {});
    CHECK(field("order").error.contains("“PO-new” already exists"));
}

TEST_CASE("a device is put into a room by its serial number and found by it", "[portal][R80]")
{
    auto const stage = demo_stage();
    auto const line = stage->rooms().line(0);
    (*stage)(OpenRoom { line.id })(ShowRoomTab { RoomTab::devices })(AskAddDevice { line.id });
    fill(*stage, "serial", "XY-4711");
    fill(*stage, "model", "Rally Bar");
    (*stage)(ConfirmDialog {});
    REQUIRE(!stage->model().dialog);
    CHECK(stage->rooms().detail->devices.back().serial == "XY-4711");
    (*stage)(Search { "xy-4711" });
    CHECK(stage->names() == std::vector { line.name });
}

TEST_CASE("the journal undoes what can be undone, and says so", "[portal]")
{
    auto const stage = demo_stage();
    auto const name = first_uncovered(*stage);
    (*stage)(OpenRoom { stage->room(name) });
    (*stage)(RunCure { stage->rooms().detail->proof.cures.front().index });
    (*stage)(Go { "/t/northwind/data" });
    auto const newest = stage->data().journal(0);
    CHECK(newest.text.contains(name));
    REQUIRE(newest.can_undo);
    auto const first = stage->data().journal(stage->data().journal_count - 1);
    CHECK(!first.can_undo); // the tenant's own beginning
    (*stage)(UndoEntry { newest.entry });
    CHECK(!stage->data().journal(1).can_undo); // it has been taken back already
    CHECK(stage->data().journal(0).second.contains("undoes "));
    (*stage)(Go { "/t/northwind/rooms" });
    CHECK(!is_covered(*stage, name));
}

TEST_CASE("marked rooms are taken to the assign screen", "[portal]")
{
    auto const stage = demo_stage();
    (*stage)(ToggleFilter { RoomFilter::not_covered });
    auto const a = stage->rooms().line(0), b = stage->rooms().line(1);
    (*stage)(MarkRoom { a.id, true })(MarkRoom { b.id, true });
    CHECK(stage->rooms().marked == 2);
    CHECK(stage->rooms().line(0).marked);
    (*stage)(AssignMarked {});
    CHECK(stage->assign().chosen == 2);
    CHECK(stage->address().contains("rooms="));
    stage->go_back();
    (*stage)(MarkAllShown { true });
    CHECK(stage->rooms().marked == stage->rooms().count);
    (*stage)(MarkAllShown { false });
    CHECK(stage->rooms().marked == 0);
}

TEST_CASE("the device's owner does everything until somebody of the customer manages", "[portal][R3][R70]")
{
    auto session = Session::open("acme", store::Place::memory, codec::shipped_catalogue(), "device");
    REQUIRE(session);
    Author const owner { {}, Instant { date("2026-03-02").time_since_epoch() } };
    auto const adding = [](std::string key) { return engine::AddRoom { key, key, "", "", "" }; };
    auto const joined = [&](std::string const& email, engine::Role role) {
        auto const on = date("2026-03-01");
        CHECK(session->execute(engine::SendInvitation { email, email, "", role, {}, on }, owner));
        CHECK(session->execute(engine::AcceptInvitation { email, email, on }, owner));
    };
    CHECK(session->execute(engine::OpenTenant { "Acme" }, owner));
    CHECK(session->execute(adding("fjord"), owner));
    joined("bob@acme.example", engine::Role::read_only);
    CHECK_FALSE(session->refusal_of(adding("dune")));
    CHECK(session->execute(adding("dune"), owner));
    joined("ada@acme.example", engine::Role::admin);
    auto const refused = session->execute(adding("mesa"), owner);
    REQUIRE_FALSE(refused);
    CHECK(std::get<engine::Denial>(refused.error()).reason == engine::Reason::actor_unknown);
    CHECK_FALSE(session->refusal_of(adding("mesa"))); // somebody could: who acts is asked when it is done
    CHECK(session->execute(adding("mesa"), Author { "ada@acme.example", owner.now }));
}

TEST_CASE("what is done while another day is looked at says that it is done today", "[portal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/rooms?as-of=2027-06-01" })(AskAddRoom {})(EditDialog { "name", "Attic" })(
        ConfirmDialog {});
    CAPTURE(stage->toasts());
    CHECK(stage->toasts().back().ends_with(". Recorded for today, 22 Nov 2026: you are looking at another day."));
    (*stage)(BackToToday {})(AskAddRoom {})(EditDialog { "name", "Cellar" })(ConfirmDialog {});
    CHECK(!stage->toasts().back().contains("another day"));
}
