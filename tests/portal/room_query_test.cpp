// What may be written into the search of the rooms, the map, columns, saved views and copying.

#include "portal/overview_model.hpp"
#include "portal/room_query.hpp"
#include "portal/rooms_ways.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

namespace keyrack::portal {

TEST_CASE("operators are taken out of the words", "[portal][rooms]")
{
    auto const query = room_query("board site:\"Oslo S\" cover:none Important:yes room");
    CHECK(query.words == "board room");
    CHECK(query.sites == std::vector<std::string> { "oslo s" });
    CHECK(query.cover == CoverWord::none);
    CHECK(query.important == true);
    CHECK(!query.is_plain());
    CHECK(room_query("board room").is_plain());
    // What is no operator is a word, and so is one whose value means nothing.
    CHECK(room_query("http://x cover:maybe site:").words == "http://x cover:maybe site:");
}

TEST_CASE("operators filter the list", "[portal][rooms]")
{
    auto const stage = test::demo_stage();
    stage->go_to("/t/northwind/rooms");
    auto const all = stage->rooms().count;
    (*stage)(Search { "cover:none" });
    auto const none = stage->rooms().count;
    (*stage)(Search { "cover:yes" });
    CHECK(stage->rooms().count + none == all);
    (*stage)(Search { "site:oslo" });
    REQUIRE(stage->rooms().count > 0);
    for (std::size_t at = 0; at < stage->rooms().count; ++at) CHECK(stage->rooms().line(at).site == "Oslo");
    (*stage)(Search { "site:oslo cover:none" });
    for (std::size_t at = 0; at < stage->rooms().count; ++at) {
        CHECK(stage->rooms().line(at).site == "Oslo");
        CHECK(stage->rooms().line(at).cover.tone != Tone::covered);
    }
    (*stage)(Search { "programme:select" });
    for (std::size_t at = 0; at < stage->rooms().count; ++at) CHECK(stage->rooms().line(at).programme == "Select");
}

TEST_CASE("a site named whole is that site alone, and no name is the rooms without one", "[portal][rooms]")
{
    test::Stage stage;
    stage(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
    for (auto const& [room, site] : {
             std::pair { "A", "Oslo"   },
              std::pair { "B", "Oslo S" },
              std::pair { "C", ""       }
    })
        stage(Go { "/t/acme/rooms" })(AskAddRoom {})(EditDialog { "name", room })(EditDialog { "site", site })(
            ConfirmDialog {});
    auto const found = [&](std::string const& query) {
        stage(Search { query });
        std::string names;
        for (std::size_t at = 0; at < stage.rooms().count; ++at) names += stage.rooms().line(at).name;
        return names;
    };
    CHECK(found("site:oslo") == "AB");
    CHECK(found(only_site("Oslo")) == "A");
    CHECK(found("site:=\"OSLO s\"") == "B");
    CHECK(found(only_site("")) == "C");
    CHECK(found("site:=\"Nowhere\"").empty());
}

TEST_CASE("a card of the map leads to the same rooms as a list, of its site alone", "[portal][rooms]")
{
    auto const stage = test::demo_stage();
    stage->go_to("/t/northwind/rooms?look=sites&show=not_covered&sort=-until");
    auto const ways = stage->rooms().ways;
    REQUIRE(ways->site_count > 1);
    auto const site = ways->site(0);
    (*stage)(Go { site.fragment });
    auto const parsed = parse_route(stage->address());
    auto const& route = std::get<RoomsRoute>(std::get<TenantRoute>(*parsed).screen);
    CHECK(route.show == std::set { RoomFilter::not_covered });
    CHECK(route.sort == RoomColumn::until);
    CHECK(route.look == RoomsLook::list);
    CHECK(std::ssize(site.rooms) <= static_cast<std::ptrdiff_t>(stage->rooms().count));
    CHECK(stage->rooms().count == static_cast<std::size_t>(site.covered + site.ending + site.open));
    for (std::size_t at = 0; at < stage->rooms().count; ++at) CHECK(stage->rooms().line(at).site == site.name);
}

TEST_CASE("the map shows every room of the list at its site, the urgent first", "[portal][rooms]")
{
    auto const stage = test::demo_stage();
    stage->go_to("/t/northwind/rooms?look=sites");
    auto const& rooms = stage->rooms();
    REQUIRE(rooms.ways);
    std::int64_t shown = 0;
    for (std::size_t at = 0; at < rooms.ways->site_count; ++at) {
        auto const site = rooms.ways->site(at);
        shown += site.covered + site.ending + site.open;
        auto const first_covered = std::ranges::find(site.rooms, Tone::covered, &SiteRoom::tone);
        CHECK(
            std::none_of(first_covered, site.rooms.end(), [](auto const& room) { return room.tone == Tone::missing; }));
    }
    CHECK(shown == static_cast<std::int64_t>(rooms.count));
}

TEST_CASE("the map has the sites in the order of the overview", "[portal][rooms]")
{
    auto const stage = test::demo_stage();
    std::vector<std::string> on_overview, on_map;
    stage->go_to("/t/northwind/overview");
    for (auto const& site : stage->overview().sites) on_overview.push_back(site.name);
    REQUIRE(on_overview.size() > 2);
    stage->go_to("/t/northwind/rooms?look=sites");
    auto const& ways = *stage->rooms().ways;
    for (std::size_t at = 0; at < ways.site_count; ++at) on_map.push_back(ways.site(at).name);
    CHECK(on_map == on_overview);
}

TEST_CASE("a view is saved under what it shows, opened and forgotten", "[portal][rooms]")
{
    auto const stage = test::demo_stage();
    stage->go_to("/t/northwind/rooms");
    CHECK(!stage->rooms().ways->can_save);
    (*stage)(ToggleFilter { RoomFilter::not_covered })(Search { "oslo" });
    REQUIRE(stage->rooms().ways->can_save);
    (*stage)(RunOnScreen { "save" });
    REQUIRE(stage->rooms().ways->views.size() == 1);
    auto const view = stage->rooms().ways->views.front();
    CHECK(view.text == "Not covered · oslo");
    CHECK(view.on);
    CHECK(stage->remembered["views:northwind"] == "/t/northwind/rooms?q=oslo&show=not_covered");
    stage->go_to("/t/northwind/rooms");
    (*stage)(Go { view.fragment });
    CHECK(stage->address() == "/t/northwind/rooms?q=oslo&show=not_covered");
    (*stage)(RunOnScreen { view.forget });
    CHECK(stage->rooms().ways->views.empty());
}

TEST_CASE("the list is copied as a table, as filtered and sorted", "[portal][rooms]")
{
    auto const stage = test::demo_stage();
    stage->go_to("/t/northwind/rooms?q=oslo&sort=-room");
    auto const& rooms = stage->rooms();
    auto const table = rooms.ways->as_table();
    CHECK(std::ranges::count(table, '\n') == static_cast<std::ptrdiff_t>(rooms.count) + 1);
    CHECK(table.starts_with("Room\tSite\tProgramme\tCover\tUntil\tDevices\n"));
    CHECK(table.find(rooms.line(0).name) < table.find(rooms.line(rooms.count - 1).name));
}

} // namespace keyrack::portal
