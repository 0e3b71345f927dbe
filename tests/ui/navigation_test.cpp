// The places to go, by width; list and detail beside one another; frames only while something moves.

#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

namespace {

std::vector<NavItem> const places {
    { .key = "rooms", .icon = Icon::door_open, .label = "Rooms", .href = "/rooms", .badge = 18, .in_bottom_bar = true },
    { .key = "orders", .icon = Icon::file_text, .label = "Orders", .href = "/orders" },
    { .key = "assign", .icon = Icon::key_round, .label = "Assign", .href = "/assign", .in_bottom_bar = true },
    { .key = "data", .icon = Icon::database, .label = "Data", .href = "/data", .group = "Tenant" },
};

struct Shell
{
    std::optional<std::size_t> chosen;
    Rect content;
    bool tenant = false;

    void operator()(Frame& f)
    {
        auto const nav =
            navigation(f, f.bounds(), { .product = "Keyrack", .tenant = "Northwind", .items = places, .current = 0 });
        content = nav.content;
        if (nav.chosen) chosen = nav.chosen;
        tenant = tenant || nav.tenant_pressed;
    }
};

} // namespace

TEST_CASE("sidebar, rail and bottom bar by the width of the window", "[ui]")
{
    struct Row
    {
        float width;
        Rect content;
        std::size_t links;
    };
    auto const row = GENERATE(values<Row>({
        // width   content                links
        { 1200, { 232, 0, 968, 800 }, 4 },
        { 840,  { 232, 0, 608, 800 }, 4 },
        { 839,  { 72, 0, 767, 800 },  4 },
        { 600,  { 72, 0, 528, 800 },  4 },
        { 599,  { 0, 0, 599, 736 },   2 },
        { 390,  { 0, 0, 390, 736 },   2 },
    }));
    CAPTURE(row.width);
    KitStage stage {
        { row.width, 800 }
    };
    Shell shell;
    stage.settle([&](Frame& f) { shell(f); });
    CHECK(shell.content == row.content);
    CHECK(stage.count("link") == row.links);
    auto const here = stage.node("link", "Rooms, 18");
    CHECK(here.has('h'));
    CHECK(here.fact("href") == "/rooms");
    CHECK(here.parent == stage.node("navigation", "Navigation").id);
    stage.press(stage.node("link", "Assign"));
    stage.settle([&](Frame& f) { shell(f); });
    CHECK(shell.chosen == 2);
}

TEST_CASE("the sidebar's items close up before the last of them is out of sight", "[ui]")
{
    std::vector<NavItem> many;
    std::vector<std::string> names;
    for (int i = 0; i < 18; ++i) names.push_back("Place " + std::to_string(i));
    for (auto const& name : names) many.push_back({ .key = name, .icon = Icon::database, .label = name });
    auto const heights = [&](float window) {
        KitStage stage {
            { 1200, window }
        };
        stage.settle([&](Frame& f) {
            (void)navigation(f, f.bounds(), { .product = "Keyrack", .tenant = "Northwind", .items = many });
        });
        return std::pair { stage.node("button", "Place 1").bounds.y - stage.node("button", "Place 0").bounds.y,
            stage.node("button", "Place 17").bounds.bottom() };
    };
    CHECK(heights(1000).first == 38);
    CHECK(heights(780).first < 38);
    CHECK(heights(780).second <= 780);
    CHECK(heights(500).first == 34); // and scrolls
}

TEST_CASE("what has no place in the bottom bar is under more", "[ui]")
{
    KitStage stage {
        { 390, 800 }
    };
    Shell shell;
    auto const draw = [&](Frame& f) { shell(f); };
    stage.settle(draw);
    stage.press(stage.node("button", "More"));
    stage.settle(draw);
    CHECK(stage.count("menuitem") == 2);
    stage.activate(stage.node("menuitem", "Data"));
    stage.settle(draw);
    CHECK(shell.chosen == 3);
}

TEST_CASE("notches and home bars are kept clear", "[ui]")
{
    KitStage stage {
        { 390, 800 }
    };
    stage.input().safe = { .top = 40, .right = 0, .bottom = 30, .left = 0 };
    Shell shell;
    stage.settle([&](Frame& f) { shell(f); });
    CHECK(shell.content == Rect { 0, 40, 390, 666 });
}

TEST_CASE("list and detail stand side by side where both fit", "[ui]")
{
    struct Row
    {
        char const* what;
        float width;
        bool open;
        bool list;
        float detail; // its width, 0: none
    };
    auto const row = GENERATE(values<Row>({
        // what        width  open   list   detail
        { "closed",        1200, false, true,  0   },
        { "wide",          1200, true,  true,  468 },
        { "narrow",        700,  true,  false, 700 },
        { "both just fit", 840,  true,  true,  380 },
        { "phone",         390,  true,  false, 390 },
    }));
    CAPTURE(row.what);
    KitStage stage {
        { std::max(row.width, 390.0F), 800 }
    };
    ListDetail panes;
    stage.frame([&](Frame& f) { panes = list_detail(f, { 0, 0, row.width, 800 }, { .open = row.open }); });
    CHECK(panes.list.has_value() == row.list);
    CHECK((panes.detail ? panes.detail->width : 0) == row.detail);
}

TEST_CASE("a detail closes by its cross, on a phone by the arrow, and on Escape", "[ui]")
{
    struct Row
    {
        float width;
        char const* press; // empty: Escape
    };
    auto const row = GENERATE(values<Row>({
        { 1200, "Close" },
        { 390,  "Back"  },
        { 1200, ""      }
    }));
    CAPTURE(row.width, row.press);
    KitStage stage {
        { row.width, 800 }
    };
    auto closed = false;
    auto const draw = [&](Frame& f) {
        auto body = f.bounds();
        closed = detail_head(f, body, { .title = "Fjord", .second = "Oslo" }).closed || closed;
    };
    stage.settle(draw);
    if (*row.press == '\0')
        stage.strike("Escape");
    else
        stage.press(stage.node("button", row.press));
    stage.settle(draw);
    CHECK(closed);
}

TEST_CASE("a still page asks for no frame", "[ui]")
{
    KitStage stage;
    Shell shell;
    auto const draw = [&](Frame& f) { shell(f); };
    stage.settle(draw);
    CHECK_FALSE(stage.output().next_frame_seconds.has_value());
    CHECK_FALSE(stage.kit().wants_frames());
    stage.move({ 100, 140 });
    stage.settle(draw);
    CHECK_FALSE(stage.output().next_frame_seconds.has_value());
}

TEST_CASE("an animation runs its time and is skipped under reduced motion", "[ui]")
{
    auto const reduced = GENERATE(true, false);
    CAPTURE(reduced);
    KitStage stage;
    stage.input().reduced_motion = reduced;
    auto target = 0.0F;
    auto value = 0.0F;
    auto const draw = [&](Frame& f) { value = f.animate(f.id("a"), target, 0.14); };
    stage.frame(draw);
    CHECK(value == 0);
    target = 1;
    stage.frame(draw);
    stage.frame(draw);
    if (reduced) {
        CHECK(value == 1);
        CHECK_FALSE(stage.kit().wants_frames());
        return;
    }
    CHECK(value > 0);
    CHECK(value < 1);
    CHECK(stage.kit().wants_frames());
    stage.wait(0.2);
    stage.frame(draw);
    CHECK(value == 1);
    CHECK_FALSE(stage.kit().wants_frames());
}

TEST_CASE("the cursor says what lies under it", "[ui]")
{
    KitStage stage;
    std::string value;
    auto const draw = [&](Frame& f) {
        (void)button(f, { 0, 0, 100, 40 }, { .key = "b", .label = "Save" });
        (void)button(f, { 0, 50, 100, 40 }, { .key = "d", .label = "Not now", .state = ButtonState::disabled });
        (void)text_field(f, { 0, 100, 200, 60 }, { .key = "f", .label = "Name" }, value);
    };
    struct Row
    {
        Point at;
        char const* want;
    };
    for (auto const& row : {
             Row { { 50, 20 },   "pointer" },
              Row { { 50, 70 },   "default" },
              Row { { 50, 140 },  "text"    },
             Row { { 500, 500 }, "default" }
    }) {
        CAPTURE(row.at.y);
        stage.move(row.at);
        stage.settle(draw);
        CHECK(stage.output().cursor == row.want);
    }
}

TEST_CASE("a tip waits a moment, and then asks for no more frames", "[ui]")
{
    KitStage stage;
    auto const draw = [&](Frame& f) {
        (void)icon_button(f, { 0, 0, 40, 40 }, { .key = "b", .icon = Icon::settings, .name = "Settings" });
    };
    stage.settle(draw);
    stage.move({ 20, 20 });
    stage.frame(draw);
    REQUIRE(stage.output().next_frame_seconds.has_value());
    CHECK(*stage.output().next_frame_seconds > 0.3);
    CHECK(*stage.output().next_frame_seconds < 0.6);
    stage.wait(0.6);
    stage.settle(draw);
    CHECK_FALSE(stage.output().next_frame_seconds.has_value());
}
