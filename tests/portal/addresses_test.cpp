// Where a person is, and how they come and go.
#include "portal/stage.hpp"
#include "portal/time_model.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

TEST_CASE("back and forward bring back screen, filter and selection", "[portal]")
{
    auto const stage = demo_stage();
    auto const id = stage->rooms().line(3).id;
    auto const name = stage->rooms().line(3).name;
    (*stage)(ToggleFilter { RoomFilter::not_covered })(SortRooms { RoomColumn::site })(
        ToggleFilter { RoomFilter::not_covered });
    (*stage)(OpenRoom { id })(ShowRoomTab { RoomTab::why })(Go { "/t/northwind/orders" });
    stage->go_back();
    REQUIRE(stage->rooms().detail);
    CHECK(stage->rooms().detail->name == name);
    CHECK(stage->rooms().detail->tab == RoomTab::why);
    stage->go_back();
    stage->go_back();
    CHECK(!stage->rooms().detail);
    stage->go_back();
    CHECK(stage->rooms().filters.front().on);
    CHECK(stage->rooms().sort == RoomColumn::site);
    stage->go_back();
    CHECK(stage->rooms().sort == RoomColumn::room);
    stage->go_forward();
    CHECK(stage->rooms().sort == RoomColumn::site);
}

TEST_CASE("typing into the search makes one step, not one a letter", "[portal]")
{
    auto const stage = demo_stage();
    auto const steps = stage->steps_back();
    for (auto const* const typed : { "o", "os", "osl", "oslo" }) (*stage)(Search { typed });
    CHECK(stage->steps_back() == steps);
    CHECK(stage->address() == "/t/northwind/rooms?q=oslo");
    CHECK(stage->count<Announce>() == 4);
}

TEST_CASE("an address opens its screen on any day", "[portal]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/orders?as-of=2026-06-01");
    CHECK(stage->session().as_of == "As of 1 Jun 2026");
    CHECK(!stage->session().as_of_today);
    for (auto const& item : stage->session().navigation) CHECK(item.fragment.ends_with("as-of=2026-06-01"));
    (*stage)(BackToToday {});
    CHECK(stage->session().as_of == "Today, 22 Nov 2026");
    CHECK(stage->address() == "/t/northwind/orders");
    CHECK(!stage->session().time);
    (*stage)(AskAsOf {});
    REQUIRE(stage->session().time);
    (*stage)(SetDay { "2027-03-01" });
    CHECK(stage->session().time->shown == "1 Mar 2027");
    CHECK(stage->address() == "/t/northwind/orders?as-of=2027-03-01");
    for (auto const* const half_typed : { "no day", "0002-03-01", "9999-12-31" }) (*stage)(SetDay { half_typed });
    CHECK(stage->address() == "/t/northwind/orders?as-of=2027-03-01");
    (*stage)(SetDay { "2026-11-22" });
    CHECK(stage->session().as_of_today);
}

TEST_CASE("an address that asks about no feature, or for no day of a calendar, still opens its screen", "[portal]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/rooms/osl-fjord?tab=why&ask=coffee");
    REQUIRE(stage->rooms().detail);
    CHECK(stage->rooms().detail->proof.question == "Is Fjord covered today?");
    stage->go_to("/t/northwind/renewals?as-of=9999-12-31");
    CHECK(stage->session().as_of_today);
}

TEST_CASE("what an address names and is not there is said kindly, with the list", "[portal]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/rooms/no-such-room");
    CHECK(stage->rooms().count > 0);
    CHECK(!stage->rooms().detail);
    CHECK(stage->toasts().back() == "There is no room “no-such-room”. Here are all rooms.");
    CHECK(stage->address() == "/t/northwind/rooms");
    stage->go_to("/t/northwind/orders/PO-0");
    CHECK(stage->toasts().back() == "There is no order “PO-0”. Here are all orders.");
    stage->go_to("/t/northwind/colours");
    CHECK(stage->toasts().back().starts_with("That address leads nowhere."));
    CHECK(stage->address() == "/t/northwind/orders");
}

TEST_CASE("an address finds what was not known on the earlier day that is looked at", "[portal]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/orders?known-at=2026-01-15");
    auto const address = GENERATE("/t/northwind/orders/PO-1041", "/t/northwind/orders/PO-1041?known-at=2026-11-01");
    stage->go_to(address);
    REQUIRE(stage->orders().detail);
    CHECK(stage->toasts().empty());
}

TEST_CASE("an unknown tenant leads to the welcome screen", "[portal]")
{
    auto environment = an_environment();
    environment.fragment = "/t/nobody/rooms";
    Stage stage { environment };
    CHECK(!stage.model().session);
    CHECK(stage.toasts()
        == std::vector<std::string> {
            "This browser keeps no company named “nobody”. Drop its file or bundle here to have it." });
    CHECK(stage.count<OpenFiles>() == 0); // nothing is made for an address
    CHECK(stage.address() == "/");
}

TEST_CASE("the choice on the assign screen is in its address", "[portal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/assign" });
    auto const card = stage->assign().room(0);
    (*stage)(ChooseRoom { card.room, true })(SetAssignFrom { "2026-12-01" });
    auto const address = stage->address();
    CHECK(address.contains("from=2026-12-01"));
    CHECK(stage->assign().from_text == "1 Dec 2026");
    (*stage)(DiscardAssign {});
    CHECK(stage->assign().chosen == 0);
    stage->go_to(address);
    CHECK(stage->assign().chosen == 1);
    CHECK(stage->assign().from == "2026-12-01");
}

TEST_CASE("a new day makes today's screens anew", "[portal]")
{
    auto const stage = demo_stage();
    CHECK(stage->session().as_of == "Today, 22 Nov 2026");
    stage->portal.clock(
        Instant { std::chrono::sys_days { date("2026-11-23").time_since_epoch() } }, date("2026-11-23"));
    CHECK(stage->session().as_of == "Today, 23 Nov 2026");
}
