// All companies on one page: read one after another, searched through, and never older than they are.

#include "portal/cockpit.hpp"
#include "portal/stage.hpp"
#include "support/clocks.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

namespace keyrack::portal {

namespace {

CockpitModel const& cockpit_of(test::Stage& stage)
{
    REQUIRE(stage.model().cockpit);
    return *stage.model().cockpit;
}

} // namespace

TEST_CASE("every company of this browser stands on the page, with what needs somebody", "[portal][cockpit]")
{
    auto const stage = test::demo_stage();
    (*stage)(LeaveTenant {});
    stage->import("Acme.json", test::tenant_file(12));
    stage->go_to("/all");
    auto const& model = cockpit_of(*stage);
    REQUIRE(model.companies.size() == 2);
    CHECK(model.progress.empty());
    CHECK(model.second.starts_with("2 companies · "));
    CHECK(model.second.ends_with(" things need your attention"));
    REQUIRE(model.figures.size() == 2);
    CHECK(model.figures[0].link.ends_with(" uncovered"));
    REQUIRE(!model.endings.empty());
    CHECK(model.figures[1].link.starts_with("First on "));
    CHECK(model.figures[1].fragment == model.endings.front().open);
    auto const acme = std::ranges::find(model.companies, "Acme", &CompanyCard::name);
    REQUIRE(acme != model.companies.end());
    CHECK(acme->covered == "8 of 12 rooms covered");
    CHECK(!acme->needs.empty());
    CHECK(acme->needs.front().fragment.starts_with("/t/acme/"));
    CHECK(model.timeline.rows.size() == 2);
    CHECK(std::ranges::any_of(model.timeline.rows, [](auto const& row) { return !row.spans.empty(); }));
    REQUIRE(!model.proposals.empty());
    CHECK(std::ranges::none_of(
        model.proposals, [](auto const& line) { return line.second.contains("Northwind AG · Northwind AG"); }));
}

TEST_CASE("one search goes through all of them", "[portal][cockpit]")
{
    auto const stage = test::demo_stage();
    (*stage)(LeaveTenant {});
    stage->import("Acme.json", test::tenant_file(12));
    stage->go_to("/all");
    (*stage)(SearchScreen { "room 7" });
    CHECK(stage->address() == "/all?q=room%207");
    auto const hits = cockpit_of(*stage).hits;
    auto const acme = std::ranges::find(hits, "Acme", &CompanyHits::name);
    REQUIRE(acme != hits.end());
    CHECK(acme->lines.front().text == "Room 7");
    auto const cover = acme->lines.front().chip;
    (*stage)(Go { acme->lines.front().open });
    CHECK(stage->address().starts_with("/t/acme/rooms/"));
    CHECK(stage->rooms().detail->tab == RoomTab::why);
    CHECK(!cover.text.empty());
    CHECK(cover.text == stage->rooms().detail->cover.text); // as the list says it
    CHECK(!stage->model().cockpit);
    (*stage)(SearchScreen { "nothing" });
    stage->go_to("/all?q=nothing-like-that");
    CHECK(cockpit_of(*stage).hits.empty());
    CHECK(!cockpit_of(*stage).nothing.empty());
}

TEST_CASE("an index is searched from a place on, and no further than it is told", "[portal][cockpit]")
{
    CompanyIndex index;
    for (auto const* const name : { "Boardroom", "Fjord", "Board of Fjord", "Fjord Board" })
        index.add({ .subject = PaletteSubject::room, .text = name, .second = "Oslo", .fragment = "/t/acme/rooms" });
    std::vector<std::string> const words { "board", "fjord" };
    CHECK(index.next(words, 0, 4) == 2);
    CHECK(index.next(words, 3, 4) == 3);
    CHECK(index.next(words, 4, 4) == 4);
    CHECK(index.next(words, 0, 1) == 1);
    CHECK(index.next({}, 0, 4) == 4);
    CHECK(index.hit(2).text == "Board of Fjord");
    CHECK(index.find("fjord oslo", 2).first.size() == 2);
    CHECK(index.find("fjord oslo", 2).second == 3);
    CHECK(CompanyIndex {}.find("fjord", 2).second == 0);
}

TEST_CASE("a company that is open in another tab is not read, and it is said", "[portal][cockpit]")
{
    auto environment = test::an_environment();
    environment.tenants = { "acme", "zenith" };
    environment.tenant_names = {
        { "acme",   "Acme"   },
        { "zenith", "Zenith" }
    };
    environment.fragment = "/all";
    test::Stage stage { std::move(environment), FilesState::held_by_another_tab };
    auto const& model = cockpit_of(stage);
    REQUIRE(model.companies.size() == 2);
    for (auto const& company : model.companies) {
        CHECK(company.state == "Open in another tab, so it is not read here");
        CHECK(company.covered.empty());
    }
    CHECK(stage.count<CloseFiles>() == 0);
}

TEST_CASE("a company is opened from the page while it is being read", "[portal][cockpit]")
{
    auto environment = test::an_environment();
    environment.tenants = { "acme" };
    environment.fragment = "/all";
    Portal portal { std::move(environment), test::instant("2026-11-22T10:00Z"), test::date("2026-11-22") };
    auto const asked = portal.take_effects();
    CHECK(
        std::ranges::count_if(asked, [](Effect const& each) { return std::holds_alternative<OpenFiles>(each); }) == 1);
    portal.perform(OpenTenantIntent { "acme" });
    auto const again = portal.take_effects();
    // The answer that is on its way is the answer for this opening too.
    CHECK(
        std::ranges::count_if(again, [](Effect const& each) { return std::holds_alternative<OpenFiles>(each); }) == 0);
    portal.files_opened("acme", FilesState::held_by_another_tab);
    CHECK(portal.model().banner);
}

} // namespace keyrack::portal
