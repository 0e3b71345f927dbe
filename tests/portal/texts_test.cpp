// What can be read on the screens, in three languages: nothing is left unfilled.
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <set>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

void check(Stage& stage, std::set<std::string>& met)
{
    for (auto const& text : texts_of(stage.model())) {
        CAPTURE(stage.address(), text);
        CHECK(text.find('{') == std::string::npos);
        CHECK(text.find("  ") == std::string::npos);
        met.insert(text);
    }
}

void look_at_every_room(Stage& stage, std::set<std::string>& met)
{
    stage(Go { "/t/northwind/rooms" });
    auto const count = stage.rooms().count;
    for (std::size_t index = 0; index < count; index += 3) {
        stage(OpenRoom { stage.rooms().line(index).id });
        for (auto const tab : { RoomTab::room, RoomTab::why, RoomTab::devices, RoomTab::history }) {
            stage(ShowRoomTab { tab });
            check(stage, met);
        }
        stage(AskFeature { "insights" });
        check(stage, met);
        stage(AskFeature { "premium_support" });
        check(stage, met);
    }
}

void look_at_every_order(Stage& stage, std::set<std::string>& met)
{
    stage(Go { "/t/northwind/orders" });
    for (std::size_t index = 0; index < stage.orders().lines.size(); ++index) {
        stage(OpenOrder { stage.orders().lines[index].id });
        check(stage, met);
    }
    stage(AskSpares {});
    check(stage, met);
}

void look_at_assigning(Stage& stage, std::set<std::string>& met)
{
    stage(Go { "/t/northwind/assign" });
    auto const cards = stage.assign().licences;
    for (auto const& card : cards) {
        stage(ChooseOrder { card.order })(ChooseAllRooms { true });
        check(stage, met);
        stage(ChooseAllRooms { false });
    }
    for (std::size_t index = 0; index < stage.assign().room_count; ++index)
        stage(ChooseRoom { stage.assign().room(index).room, true });
    check(stage, met);
    stage(DiscardAssign {});
}

void look_at_dialogs(Stage& stage, std::set<std::string>& met)
{
    Intent const asking[] { AskAddRoom {}, AskPlaceOrder {}, AskAddDevice { RoomId::of_row(0) },
        AskCancelOrder { OrderId::of_row(0) }, StartEmpty {} };
    for (auto const& intent : asking) {
        stage(intent);
        REQUIRE(stage.model().dialog);
        check(stage, met);
        stage(ConfirmDialog {});
        check(stage, met);
        stage(DismissDialog {});
        if (!stage.model().session) stage(OpenTenantIntent { "northwind" });
    }
}

} // namespace

TEST_CASE("no text on any screen of the demo company is left unfilled, in any language, on any day", "[portal]")
{
    auto const language = GENERATE("en", "de", "nb");
    auto const day = GENERATE("2025-01-01", "2026-11-22", "2028-03-01");
    CAPTURE(language, day);
    auto const stage = demo_stage();
    (*stage)(SetLanguage { language });
    std::set<std::string> met;
    check(*stage, met);
    stage->go_to("/t/northwind/rooms?as-of=" + std::string { day });
    (*stage)(Search { "oslo" })(Search {});
    look_at_every_room(*stage, met);
    look_at_every_order(*stage, met);
    look_at_assigning(*stage, met);
    (*stage)(Go { "/t/northwind/data" });
    check(*stage, met);
    look_at_dialogs(*stage, met);
    stage->import(
        "rooms.csv", "id,name,site,country,sync,Purchased\nx-1,Lofoten,Oslo,NO,yes,1\nx-2,Broken,Oslo,Nowhere,,\n");
    check(*stage, met);
    (*stage)(RunOnScreen { "import-list" });
    check(*stage, met);
    stage->import("more.json", tenant_file(3));
    check(*stage, met);
    (*stage)(CancelJob {});
    check(*stage, met);
    CHECK(met.size() > 400);
}

TEST_CASE("the language changes at once, and is remembered", "[portal]")
{
    auto const stage = demo_stage();
    CHECK(stage->session().navigation.front().text == "Overview");
    (*stage)(SetLanguage { "de" });
    CHECK(stage->session().navigation.front().text == "Übersicht");
    CHECK(stage->session().as_of == "Heute, 22. Nov. 2026");
    CHECK(stage->remembered["language"] == "de");
    (*stage)(SetLanguage { "nb" });
    CHECK(stage->session().navigation.front().text == "Oversikt");
    (*stage)(SetLanguage {});
    CHECK(stage->session().navigation.front().text == "Overview"); // the browser's own
    (*stage)(SetAppearance { Appearance::dark });
    CHECK(stage->portal.appearance() == Appearance::dark);
    CHECK(stage->remembered["appearance"] == "dark");

    auto environment = an_environment();
    environment.remembered_language = "nb";
    environment.remembered_appearance = "dark";
    Stage again { environment };
    CHECK(again.portal.words().language() == Language::norwegian);
    CHECK(again.portal.appearance() == Appearance::dark);
}

TEST_CASE("a proof tells its rules, sources and parameters with their origin", "[portal][R39][R41]")
{
    Stage stage;
    stage.import("one.json",
        R"({"orders":[{"id":"PO-1","service":"sync_plus","years":1,"quantity":2,"purchased_on":"2025-10-03","cancelled_on":null}],)"
        R"("rooms":[{"id":"a","name":"Training 1","site":"Hamburg","country":"DE","sync":true}],)"
        R"("assignments":[{"licence":"PO-1/1","room":"a","from":"2025-11-12","to":null}],"devices":[]})");
    stage(Go { "/t/one/rooms/a?tab=why" });
    auto const& proof = stage.rooms().detail->proof;
    CHECK(proof.question == "Is Training 1 covered today?");
    CHECK(proof.answer_text == "No");
    CHECK(proof.verdict == "Training 1 has not been covered since 12 November 2026.");
    auto const reason = std::ranges::find(proof.steps, proof.because, &ProofStep::text);
    REQUIRE(reason != proof.steps.end());
    CHECK(reason->mark == Mark::no);
    auto const step = [&](std::string_view text) {
        for (auto const& each : proof.steps)
            if (each.text == text) return each;
        FAIL("no step says " << text);
        return ProofStep {};
    };
    auto const started = step("The term has started");
    CHECK(started.mark == Mark::date);
    CHECK(started.second
        == "on 12 Nov 2025 · bought 3 Oct 2025 · first assigned 12 Nov 2025 · at the latest 60 days after purchase");
    auto const codes = [](ProofStep const& each) {
        std::vector<std::string> texts;
        for (auto const& tag : each.rules) texts.push_back(tag.text);
        return texts;
    };
    CHECK(codes(started) == std::vector<std::string> { "R39", "D3", "D4" });
    CHECK(started.rules.front().fragment == "/t/one/catalogue/rules?q=R39");
    CHECK(step("The term is over").mark == Mark::no);
    auto const renews = step("It does not renew by itself");
    CHECK(renews.mark == Mark::never_renews);
    CHECK(codes(renews) == std::vector<std::string> { "R41" });
    auto const& source = proof.sources.front();
    CHECK(source.place == "Sync Plus service description, “How it Works”");
    CHECK(source.rules.contains("R76, R77"));
    CHECK(source.rules.find("R39") < source.rules.find("R76")); // in the order of their numbers
    CHECK(step("PO-1/1 is assigned to the room").links.front().fragment == "/t/one/orders/PO-1");
    for (auto const& each : proof.steps)
        for (auto const& link : each.links) {
            CAPTURE(link.text, link.fragment);
            CHECK(link.fragment.starts_with("/t/one/"));
            bool const begins = each.second.empty() && &link == &each.links.front();
            CHECK_FALSE(link.text.starts_with(begins ? "entry" : "Entry"));
        }
}
