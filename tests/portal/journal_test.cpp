// Who did what: in words, filtered, taken back; and what breaches the rules.
#include "portal/compliance_model.hpp"
#include "portal/journal_model.hpp"
#include "portal/journal_query.hpp"
#include "portal/people_model.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

JournalModel const& journal(Stage& stage)
{
    return stage.apart<JournalModel>();
}

ComplianceModel const& compliance(Stage& stage)
{
    return stage.apart<ComplianceModel>();
}

} // namespace

TEST_CASE("what was done on a ticket of the demo company stands in the journal at its time", "[portal][journal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/journal?q=TK-1001" });
    auto const& shown = journal(*stage);
    REQUIRE(shown.count == 4);
    // Its moments are told at noon; here it is eight, so they come four hours earlier, and never before what stands before them.
    CHECK(shown.line(0).second.ends_with("19 Nov 2026, 10:05"));
    CHECK(shown.line(3).second.ends_with("19 Nov 2026, 09:00"));
}

TEST_CASE("the journal is filtered by person, kind and words", "[portal][journal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/journal" });
    auto const all = journal(*stage);
    REQUIRE(all.who.size() > 3);
    std::size_t by_person = 0, by_kind = 0;
    for (auto const& choice : all.who) {
        if (choice.value.empty()) continue;
        CHECK(!choice.label.contains('@')); // names, not addresses
        (*stage)(Go { choice.fragment });
        by_person += journal(*stage).count;
        CHECK(journal(*stage).line(0).second.starts_with(choice.label));
    }
    for (auto const& choice : all.kinds) {
        if (choice.value.empty()) continue;
        (*stage)(Go { choice.fragment });
        by_kind += journal(*stage).count;
    }
    CHECK(by_person == all.count);
    CHECK(by_kind == all.count);
    (*stage)(Go { all.all_fragment })(SearchScreen { "po-1067" });
    CHECK(journal(*stage).count > 0);
    CHECK(journal(*stage).count < all.count);
    for (std::size_t at = 0; at < journal(*stage).count; ++at) CHECK(journal(*stage).line(at).text.contains("PO-1067"));
}

TEST_CASE("days are taken out of the words of a journal's search", "[portal][journal]")
{
    auto const query = journal_query("po-77 Since:2026-01-01 until:2026-03-31 Oslo");
    CHECK(query.words == std::vector<std::string> { "po-77", "oslo" });
    CHECK(query.since == date("2026-01-01"));
    CHECK(query.until == date("2026-03-31"));
    // What names no day is a word.
    CHECK(journal_query("since:2026-1 until: on:2026-01-01").words
        == std::vector<std::string> { "since:2026-1", "until:", "on:2026-01-01" });

    CHECK(with_day("po-77", JournalBound::since, "2026-01-01") == "po-77 since:2026-01-01");
    CHECK(with_day("since:2026-01-01 po-77", JournalBound::since, "2026-02-01") == "po-77 since:2026-02-01");
    CHECK(with_day("since:2026-01-01 po-77 until:2026-03-31", JournalBound::since, "") == "po-77 until:2026-03-31");
    CHECK(with_day("since:2026-01-01", JournalBound::since, "2026-1") == "since:2026-01-01");
}

TEST_CASE("the journal is narrowed to a period, both days included, and its address keeps it", "[portal][journal]")
{
    Stage stage;
    auto const add_room = [&](char const* name) {
        stage(AskAddRoom {})(EditDialog { "name", name })(ConfirmDialog {});
    };
    stage(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
    add_room("Fjord"); // on 22 November
    stage.later(std::chrono::days { 2 });
    add_room("Alster");
    stage(Go { "/t/acme/journal" });
    auto const all = journal(stage).count;
    CHECK(journal(stage).since.value.empty());

    stage(EditScreen { "since", "2026-11-24" });
    REQUIRE(journal(stage).count == 1);
    CHECK(journal(stage).line(0).text.contains("Alster"));
    CHECK(journal(stage).since.shown == "From 24 Nov 2026");
    CHECK(journal(stage).second.contains(" of "));
    stage(EditScreen { "since", "" })(EditScreen { "until", "2026-11-23" });
    CHECK(journal(stage).count == all - 1);
    stage(EditScreen { "since", "2026-11-23" });
    CHECK(journal(stage).count == 0);
    stage(SearchScreen { "fjord since:2026-11-22 until:2026-11-22" });
    REQUIRE(journal(stage).count == 1);
    CHECK(journal(stage).line(0).text.contains("Fjord"));

    auto const route = parse_route(stage.address());
    REQUIRE(route);
    CHECK(std::get<JournalRoute>(std::get<TenantRoute>(*route).screen).query
        == "fjord since:2026-11-22 until:2026-11-22");
    // A day that is half typed changes nothing, nor does what is no bound of the period.
    stage(EditScreen { "until", "2026-11-3" })(EditScreen { "who", "2026-11-24" });
    CHECK(journal(stage).query == "fjord since:2026-11-22 until:2026-11-22");
    CHECK(journal(stage).count == 1);
}

TEST_CASE("a period of the journal that ends before it begins says so", "[portal][journal]")
{
    Stage stage;
    stage(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
    stage(Go { "/t/acme/journal" })(EditScreen { "since", "2026-11-22" })(EditScreen { "until", "2026-11-21" });
    CHECK(journal(stage).count == 0);
    CHECK(journal(stage).until.error == "Before the first day");
    CHECK(journal(stage).since.error.empty());
    stage(EditScreen { "until", "2026-11-22" }); // a period of one day
    CHECK(journal(stage).count > 0);
    CHECK(journal(stage).until.error.empty());
    stage(EditScreen { "since", "" })(EditScreen { "until", "2026-11-21" });
    CHECK(journal(stage).until.error.empty());
}

TEST_CASE("what is linked to Sync is told by the room's name", "[portal][journal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/journal" })(SearchScreen { "linked sync" });
    REQUIRE(journal(*stage).count == 1);
    CHECK(journal(*stage).line(0).text == "Alster linked to Sync (Hamburg / Alster)");
}

TEST_CASE("a target is told with what it is for, in hours; a site with how couriers reach it", "[portal][journal]")
{
    struct Row
    {
        char const* sought;
        char const* text;
    };
    auto const row = GENERATE(values<Row>({
        // sought                what was done
        { "target set solution", "Target set: Solution within 48 h"                     },
        { "target severity 2",   "Target set: First response at severity 2 within 16 h" },
        { "couriers austin",     "Couriers to Austin: Unreliable"                       },
    }));
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/journal" })(SearchScreen { row.sought });
    REQUIRE(journal(*stage).count == 1);
    CHECK(journal(*stage).line(0).text == row.text);
}

TEST_CASE("an entry is taken back from the journal", "[portal][journal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/journal" });
    auto const count = journal(*stage).count;
    auto const newest = journal(*stage).line(0);
    REQUIRE(newest.can_undo);
    (*stage)(UndoEntry { newest.entry });
    CHECK(journal(*stage).count == count + 1);
    CHECK(!journal(*stage).line(1).can_undo);
}

TEST_CASE("an import is taken back as one, from the journal too, and once", "[portal][journal]")
{
    Stage stage;
    stage(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
    stage(Go { "/t/acme/data" });
    stage.import("rooms.csv", "Room ID,Room name,Site,Country\nlofoten,Lofoten,Trondheim,NO\n");
    stage(RunOnScreen { "import-list" })(Go { "/t/acme/journal" });
    auto const newest = journal(stage).line(0);
    REQUIRE(newest.can_undo);
    stage(UndoEntry { newest.entry });
    CHECK(stage.address().starts_with("/t/acme/data")); // which says what became of it
    stage(Go { "/t/acme/journal" });
    CHECK(!journal(stage).line(0).can_undo);
    CHECK(!journal(stage).line(1).can_undo);
    stage(Go { "/t/acme/rooms" });
    CHECK(stage.names().empty());
}

TEST_CASE("an import that brought an invitation is taken back, and once", "[portal][journal][people]")
{
    Stage stage;
    stage.import("one.json",
        R"({"orders":[],"rooms":[],"assignments":[],"devices":[],"commands":[)"
        R"({"kind":"send_invitation","link":"l-1","email":"ada@one.example","name":"Ada","role":"admin",)"
        R"("language":"en","on":"2026-11-22"}]})");
    stage(Go { "/t/one/journal" });
    auto const newest = journal(stage).line(0);
    REQUIRE(newest.can_undo);
    stage(UndoEntry { newest.entry })(Go { "/t/one/people" });
    CHECK(stage.apart<PeopleModel>().invitations.empty());
    stage(Go { "/t/one/journal" });
    CHECK(!journal(stage).line(0).can_undo);
    CHECK(!journal(stage).line(1).can_undo);
}

TEST_CASE("a breach is shown with its cures, cheapest first, and cured", "[portal][compliance][R179][R180][R181][R184]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/compliance" });
    REQUIRE(compliance(*stage).breaches.size() == 1);
    auto const breach = compliance(*stage).breaches.front();
    CHECK(breach.title.starts_with("15 licences of Virtual Apps and Desktops"));
    REQUIRE(breach.remedies.size() >= 2);
    CHECK(!breach.story.empty());
    auto const retire = std::ranges::find(breach.remedies, "Retire 15 licences", &ActionLine::text);
    REQUIRE(retire != breach.remedies.end());
    (*stage)(RunOnScreen { retire->run });
    REQUIRE(stage->model().dialog); // it cannot be taken back
    CHECK(stage->model().dialog->title == "Retire 15 licences for good?");
    CHECK(stage->model().dialog->danger);
    (*stage)(ConfirmDialog {});
    CHECK(compliance(*stage).breaches.empty());
}

TEST_CASE("service is bought with the number of its order, after a look at what it costs", "[portal][compliance][R189]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/compliance" });
    auto const breach = compliance(*stage).breaches.front();
    auto const buy = std::ranges::find(breach.remedies, "Buy service for 15 licences", &ActionLine::text);
    REQUIRE(buy != breach.remedies.end());
    (*stage)(RunOnScreen { buy->run });
    REQUIRE(stage->model().dialog);
    auto const asked = *stage->model().dialog;
    CHECK(asked.title == "Buy service for 15 licences");
    CHECK(asked.text.starts_with("Priority, 1 year from "));
    CHECK(asked.text.ends_with("It costs USD 630."));
    CHECK(asked.confirm == "Buy service");
    CHECK(!asked.danger);
    CHECK(asked.fields.front().key == "order");
    CHECK(asked.fields.front().value.empty()); // nobody's number is made up
    (*stage)(ConfirmDialog {});
    REQUIRE(stage->model().dialog);
    CHECK(!stage->model().dialog->fields.front().error.empty());
    CHECK(compliance(*stage).breaches.size() == 1);

    (*stage)(EditDialog { "order", "C-4410" })(ConfirmDialog {});
    REQUIRE(stage->model().dialog); // it is taken: the dialog stays, and says what can be done
    CHECK(!stage->model().dialog->fields.front().error.empty());
    CHECK(compliance(*stage).breaches.size() == 1);

    (*stage)(EditDialog { "order", "C-4500" })(ConfirmDialog {});
    CHECK(!stage->model().dialog);
    CHECK(compliance(*stage).breaches.empty());
    auto const& contracts = compliance(*stage).contracts;
    CHECK(std::ranges::find(contracts, "C-4500", &ActionLine::key) != contracts.end());
    CHECK(std::ranges::none_of(contracts, [](auto const& line) { return line.key.starts_with("NEW"); }));
}

TEST_CASE("a contract is renewed with the number of its next order", "[portal][compliance][R193]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/compliance?contract=C-4410" });
    REQUIRE(compliance(*stage).detail);
    REQUIRE(!compliance(*stage).detail->run.empty());
    auto const renew = compliance(*stage).detail->run;
    (*stage)(RunOnScreen { renew });
    REQUIRE(stage->model().dialog);
    CHECK(stage->model().dialog->title == "Renew contract C-4410");
    CHECK(stage->model().dialog->text
        == "1 year more, with no gap after the present term. What it costs is not known: 1 price is not set.");
    CHECK(stage->model().dialog->confirm == "Renew");
    (*stage)(EditDialog { "order", "C-4510" })(ConfirmDialog {});
    CHECK(!stage->model().dialog);
    auto const& contracts = compliance(*stage).contracts;
    CHECK(std::ranges::find(contracts, "C-4510", &ActionLine::key) != contracts.end());
    (*stage)(RunOnScreen { renew }); // pressed again before the screen is drawn anew: there is nothing left to renew
    CHECK(!stage->model().dialog);
}

TEST_CASE("an ORG-ID shows its benefits tier by tier, by pillar, what a breach takes, and the proof of each",
    "[portal][compliance][R145][R147][R150][R151][R158][R168][R169][R170][R179]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/compliance/NW-EMEA" });
    auto const tabs = compliance(*stage).detail->tabs;
    REQUIRE(tabs.size() == 2);
    (*stage)(Go { tabs[1].fragment });
    REQUIRE(compliance(*stage).detail->benefits);
    auto const benefits = *compliance(*stage).detail->benefits;
    REQUIRE(benefits.pillars.size() == 4);
    CHECK(benefits.today == 1); // Priority
    CHECK(benefits.tiers[1].chip.text == "In 1 of 2");
    CHECK(benefits.lines[0].text == "Virtual Apps and Desktops");
    CHECK(benefits.lines[0].second == "21 benefits of Priority suspended");
    CHECK(benefits.lines[1].second == "21 benefits of Priority");
    CHECK(
        std::ranges::any_of(benefits.lines, [](auto& line) { return line.text == "28 of 40 hours left for changes"; }));
    CHECK(benefits.lines.back().text.starts_with("Priority Plus would add or improve"));
    std::size_t count = 0;
    for (auto const& pillar : benefits.pillars)
        for (auto const& feature : pillar.features) {
            ++count;
            CAPTURE(feature.name);
            (*stage)(Go { feature.fragment });
            auto const& detail = *compliance(*stage).detail->benefits;
            REQUIRE(detail.proof);
            CHECK(detail.proof->question.contains(feature.name));
            CHECK(detail.proof->verdict.contains(feature.name));
            CHECK((detail.proof->answer == Mark::yes) != detail.proof->verdict.contains(" does not have "));
            CHECK(std::ranges::any_of(detail.proof->sources, [](auto& source) { return source.rules.contains("R1"); }));
            CHECK((detail.proof->answer == Mark::yes) == (feature.cells[1].tone == Tone::covered));
            (*stage)(Go { detail.back_fragment });
            CHECK_FALSE(compliance(*stage).detail->benefits->proof);
        }
    CHECK(count == 24);
}

TEST_CASE("every ORG-ID and contract opens with its proof", "[portal][compliance][R158][R187][R193]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/compliance" });
    auto const model = compliance(*stage);
    REQUIRE(model.orgs.size() == 2);
    REQUIRE(model.contracts.size() == 2);
    for (auto const& lines : { model.orgs, model.contracts })
        for (auto const& line : lines) {
            CAPTURE(line.text);
            (*stage)(Go { line.open });
            REQUIRE(compliance(*stage).detail);
            auto const& detail = *compliance(*stage).detail;
            CHECK(detail.story.empty() != detail.groups.empty()); // a contract has one, an ORG-ID one a product line
            CHECK(!detail.sources.empty());
        }
}

TEST_CASE("an ORG-ID's proof tells each product line by itself, and the tier once", "[portal][compliance][R179][R186]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/compliance/NW-EMEA" });
    auto const& detail = *compliance(*stage).detail;
    CHECK(detail.chip.text == "Not All-in");
    REQUIRE(detail.groups.size() == 3);
    CHECK(detail.groups[0].title == "Virtual Apps and Desktops");
    CHECK(!detail.groups[0].holds);
    CHECK(detail.groups[1].title == "App Layering");
    CHECK(detail.groups[1].holds);
    CHECK(detail.groups[2].title == "Tier");
    CHECK(detail.groups[2].holds);
    auto const of_the_tier = [](auto const& step) {
        return step.text.starts_with("Northwind AG is served at the lowest");
    };
    for (auto const& group : detail.groups)
        CHECK(std::ranges::count_if(group.steps, of_the_tier) == (group.title == "Tier" ? 1 : 0));
    (*stage)(Go { "/t/northwind/compliance/NW-AMER" });
    CHECK(compliance(*stage).detail->chip.text == "Priority");
    CHECK(std::ranges::all_of(compliance(*stage).detail->groups, &StoryGroup::holds));
}

TEST_CASE("the journal is searched by the day and the person that its lines show", "[portal][journal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/journal" });
    auto const all = journal(*stage).count;
    auto const who_and_when = journal(*stage).line(0).second;
    auto const at = who_and_when.find(',');
    REQUIRE(at != std::string::npos);
    auto const who_and_day = who_and_when.substr(0, at);
    (*stage)(SearchScreen { who_and_day });
    CHECK(journal(*stage).count > 0);
    CHECK(journal(*stage).count < all);
    for (std::size_t line = 0; line < journal(*stage).count; ++line)
        CHECK(journal(*stage).line(line).second.starts_with(who_and_day));
}

TEST_CASE("all contracts of a customer are raised from the benefits of its ORG-ID", "[portal][compliance][R186]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/compliance" });
    (*stage)(Go { compliance(*stage).orgs.front().open });
    REQUIRE(compliance(*stage).detail);
    (*stage)(Go { compliance(*stage).detail->tabs.back().fragment });
    REQUIRE(compliance(*stage).detail->benefits);
    auto const lines = compliance(*stage).detail->benefits->lines;
    auto const next = std::ranges::find(lines, "next", &ActionLine::key);
    REQUIRE(next != lines.end());
    CHECK(next->action == "Raise tiers");
    (*stage)(RunOnScreen { next->run });
    REQUIRE(stage->model().dialog);
    CHECK(stage->model().dialog->title == "Raise all contracts to Priority Plus");
    CHECK(stage->model().dialog->text.starts_with("2 contracts become Priority Plus on "));
    (*stage)(ConfirmDialog {});
    CHECK(!stage->model().dialog);
    (*stage)(Go { "/t/northwind/compliance" });
    for (auto const& contract : compliance(*stage).contracts) CHECK(contract.second.starts_with("Priority Plus"));
}

TEST_CASE("a contract that is renewed tells the term that follows", "[portal][compliance][R193]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/compliance" });
    (*stage)(Go { compliance(*stage).contracts.front().open });
    REQUIRE(compliance(*stage).detail);
    auto const told = [&] {
        auto const& facts = compliance(*stage).detail->facts;
        return std::ranges::any_of(facts, [](auto const& fact) { return fact.first == "Renewed by PO-7001"; });
    };
    REQUIRE(!compliance(*stage).detail->run.empty());
    CHECK(!told());
    (*stage)(RunOnScreen { compliance(*stage).detail->run })(EditDialog { "order", "PO-7001" })(ConfirmDialog {});
    REQUIRE(compliance(*stage).detail);
    CHECK(told());
}
