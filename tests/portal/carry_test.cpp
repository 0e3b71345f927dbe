// What is carried from card to card on the assign screen: what would be, and what comes of it.
#include "portal/route.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

TEST_CASE(
    "a licence carried onto a room is chosen for it as by keyboard, and nothing is assigned before", "[portal][assign]")
{
    auto const way = GENERATE("keyboard", "licence", "room", "given up");
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/assign" });
    auto const before = stage->assign();
    auto const licence =
        std::ranges::find_if(before.licences, [](auto const& each) { return each.blocked.empty() && !each.chosen; });
    REQUIRE(licence != before.licences.end());
    auto const order = licence->order;
    auto const room = [&] {
        for (std::size_t at = 0; at < before.room_count; ++at) {
            (*stage)(Carry {
                { Carries::licence, order, before.room(at).room }
            });
            if (stage->assign().carried->fits) return before.room(at);
        }
        FAIL("no room takes the licence");
        return RoomCard {};
    }();
    (*stage)(CarryNothing {});
    CHECK(stage->assign().changes.empty());
    std::string_view const how { way };
    if (how == "keyboard") (*stage)(ChooseOrder { order })(ChooseRoom { room.room, true });
    if (how != "keyboard") {
        auto const what = how == "room" ? Carries::room : Carries::licence;
        (*stage)(Carry {
            { what, what == Carries::licence ? order : OrderId::none(),
             what == Carries::room ? room.room : RoomId::none() }
        });
        REQUIRE(stage->assign().carried);
        CHECK(stage->assign().changes.empty()); // it is over nothing
        (*stage)(Carry {
            { what, order, room.room }
        });
        // What would be is told before it is let go.
        CHECK(stage->assign().carried->fits);
        CHECK(stage->assign().carried->title.contains(room.name));
        CHECK(stage->assign().action == "Assign 1 licence");
        CHECK(!stage->assign().changes.empty());
        CHECK(stage->address() == "/t/northwind/assign");
        how == "given up" ? (*stage)(CarryNothing {}) : (*stage)(LetGo {});
    }
    auto const& after = stage->assign();
    CHECK(!after.carried);
    if (how == "given up") {
        CHECK(after.chosen == 0);
        CHECK(stage->address() == "/t/northwind/assign");
        return;
    }
    CHECK(after.chosen == 1);
    CHECK(std::ranges::find(after.licences, order, &LicenceCard::order)->chosen);
    auto const parsed = parse_route(stage->address());
    auto const& route = std::get<AssignRoute>(std::get<TenantRoute>(*parsed).screen);
    CHECK(route.rooms.size() == 1);
    CHECK(after.room_count == before.room_count); // it is not assigned yet
    (*stage)(CommitAssign {});
    CHECK(stage->assign().room_count == before.room_count - 1);
}

TEST_CASE("a licence that a room cannot have says why and stays where it was", "[portal][assign][R79]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/assign" });
    auto const before = stage->assign();
    std::size_t blocked = 0;
    for (auto const& licence : before.licences)
        for (std::size_t at = 0; at < before.room_count; ++at) {
            (*stage)(Carry {
                { Carries::room, licence.order, before.room(at).room }
            });
            auto const card = *stage->assign().carried;
            if (card.fits) continue;
            ++blocked;
            CHECK(!card.second.empty());
            CHECK(card.tone == Tone::missing);
            (*stage)(LetGo {});
            CHECK(stage->assign().chosen == 0);
        }
    CHECK(blocked > 0);
}
