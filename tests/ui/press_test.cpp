// A press by pointer and an activation by the DOM do the same; what may not be pressed is not.

#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>
#include <imgui.h>

#include <algorithm>
#include <cmath>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

namespace {

constexpr Rect place { 100, 100, 300, 40 };

// A widget that counts how often it was pressed, and how to find it.
struct Row
{
    char const* what;
    bool (*draw)(Frame&);
    char const* role;
    char const* name;
    int want;
};

int presses_by_pointer(Row const& row)
{
    KitStage stage;
    int pressed = 0;
    auto const draw = [&](Frame& f) { pressed += row.draw(f) ? 1 : 0; };
    stage.frame(draw);
    stage.press(stage.node(row.role, row.name));
    stage.settle(draw);
    return pressed;
}

int presses_by_dom(Row const& row)
{
    KitStage stage;
    int pressed = 0;
    auto const draw = [&](Frame& f) { pressed += row.draw(f) ? 1 : 0; };
    stage.frame(draw);
    stage.activate(stage.node(row.role, row.name));
    stage.settle(draw);
    return pressed;
}

std::vector<Option> some_options()
{
    return {
        { .key = "a", .label = "A" },
        { .key = "b", .label = "B" },
        { .key = "c", .label = "C", .disabled = true }
    };
}

// Between neighbours of what a colour draws along a height.
float widest_step(Colour colour, float y)
{
    auto const wanted = IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
    std::vector<float> places;
    for (auto const* list : ImGui::GetDrawData()->CmdLists)
        for (auto const& vertex : list->VtxBuffer)
            if (vertex.col == wanted && std::abs(vertex.pos.y - y) < 1.5F) places.push_back(vertex.pos.x);
    std::ranges::sort(places);
    float widest = 0;
    for (std::size_t i = 1; i < places.size(); ++i) widest = std::max(widest, places[i] - places[i - 1]);
    return widest;
}

} // namespace

TEST_CASE("pointer and DOM press alike", "[ui]")
{
    auto const row = GENERATE(values<Row>({
        { "button",             [](Frame& f) { return button(f, place, { .key = "b", .label = "Save" }); },                   "button", "Save", 1 },
        { "link",               [](Frame& f) { return link(f, place, { .key = "b", .text = "Why", .href = "/" }); },          "link",   "Why",
         1                                                                                                                                        },
        { "icon",               [](Frame& f) { return icon_button(f, place, { .key = "b", .icon = Icon::x, .name = "X" }); },
         "button",                                                                                                                      "X",    1 },
        { "checkbox",           [](Frame& f) { return checkbox(f, place, { .key = "c", .label = "All" }, Check::off); },
         "checkbox",                                                                                                                    "All",  1 },
        { "switch",             [](Frame& f) { return toggle(f, place, { .key = "c", .label = "Dark" }, false); },            "switch", "Dark",
         1                                                                                                                                        },
        { "filter",             [](Frame& f) { return filter_chip(f, place, { .key = "c", .label = "Ending" }); },            "button",
         "Ending",                                                                                                                              1 },
        { "card",               [](Frame& f) { return press_card(f, place, { .key = "c", .name = "Fjord" }).clicked; },       "button",
         "Fjord",                                                                                                                               1 },
        { "radio",
         [](Frame& f) {
                auto const options = some_options();
                return radio_group(f, { 0, 0, 200, 200 }, { .key = "r", .label = "R", .options = options }, 0) == 1;
            },                                                                                                                "radio",  "B",    1 },
        { "segment",
         [](Frame& f) {
                auto const options = some_options();
                return segmented(f, place, { .key = "r", .label = "R", .options = options }, 0) == 1;
            },                                                                                                                "radio",  "B",    1 },
        { "tab",
         [](Frame& f) {
                auto const options = some_options();
                return tabs(f, place, { .key = "r", .label = "R", .options = options }, 0) == 1;
            },                                                                                                                "tab",    "B",    1 },
        { "chosen radio again",
         [](Frame& f) {
                auto const options = some_options();
                return radio_group(f, { 0, 0, 200, 200 }, { .key = "r", .label = "R", .options = options }, 0) == 0;
            },                                                                                                                "radio",  "A",    0 },
        { "disabled radio",
         [](Frame& f) {
                auto const options = some_options();
                return radio_group(f, { 0, 0, 200, 200 }, { .key = "r", .label = "R", .options = options }, 0) == 2;
            },                                                                                                                "radio",  "C",    0 },
        { "disabled",
         [](Frame& f) { return button(f, place, { .key = "b", .label = "Save", .state = ButtonState::disabled }); },
         "button",                                                                                                                      "Save", 0 },
        { "busy",
         [](Frame& f) { return button(f, place, { .key = "b", .label = "Save", .state = ButtonState::busy }); },
         "button",                                                                                                                      "Save", 0 },
        { "disabled checkbox",
         [](Frame& f) { return checkbox(f, place, { .key = "c", .label = "All", .disabled = true }, Check::off); },
         "checkbox",                                                                                                                    "All",  0 },
    }));
    CAPTURE(row.what);
    CHECK(presses_by_pointer(row) == row.want);
    CHECK(presses_by_dom(row) == row.want);
}

TEST_CASE("a press that ends elsewhere is none", "[ui]")
{
    KitStage stage;
    int left = 0;
    int right = 0;
    auto const draw = [&](Frame& f) {
        left += button(f, { 0, 0, 100, 40 }, { .key = "l", .label = "Left" }) ? 1 : 0;
        right += button(f, { 200, 0, 100, 40 }, { .key = "r", .label = "Right" }) ? 1 : 0;
    };
    stage.frame(draw);
    stage.down({ 50, 20 });
    stage.frame(draw);
    stage.move({ 250, 20 });
    stage.up({ 250, 20 });
    stage.settle(draw);
    CHECK(left == 0);
    CHECK(right == 0);
}

TEST_CASE("of two that overlap the later one is pressed", "[ui]")
{
    KitStage stage;
    std::string pressed;
    auto const draw = [&](Frame& f) {
        if (press_card(f, { 0, 0, 300, 100 }, { .key = "card", .name = "Card" }).clicked) pressed += "card ";
        if (button(f, { 100, 30, 100, 40 }, { .key = "b", .label = "Button" })) pressed += "button ";
    };
    stage.frame(draw);
    stage.press(stage.node("button", "Button"));
    stage.frame(draw);
    CHECK(pressed == "button ");
    stage.down({ 20, 20 });
    stage.up({ 20, 20 });
    stage.frame(draw);
    CHECK(pressed == "button card ");
}

TEST_CASE("what is cut off is not pressed", "[ui]")
{
    KitStage stage;
    int pressed = 0;
    auto const draw = [&](Frame& f) {
        Clip const clip {
            f, { 0, 0, 300, 50 }
        };
        pressed += button(f, { 0, 30, 100, 36 }, { .key = "b", .label = "Half" }) ? 1 : 0;
        pressed += button(f, { 0, 200, 100, 36 }, { .key = "c", .label = "Away" }) ? 1 : 0;
    };
    stage.frame(draw);
    for (auto const y : { 60.0F, 218.0F }) {
        stage.down({ 50, y });
        stage.up({ 50, y });
        stage.frame(draw);
    }
    CHECK(pressed == 0);
    CHECK(stage.node("button", "Half").bounds.bottom() == 50);
    CHECK_FALSE(stage.node("button", "Half").has('u'));
    CHECK(stage.node("button", "Away").has('u'));
    stage.press(stage.node("button", "Half"));
    stage.frame(draw);
    CHECK(pressed == 1);
}

TEST_CASE("a press moves the focus, and the ring is shown for the keyboard", "[ui]")
{
    KitStage stage;
    auto const draw = [&](Frame& f) { (void)button(f, place, { .key = "b", .label = "Save" }); };
    stage.frame(draw);
    stage.down({ 250, 120 });
    stage.frame(draw);
    CHECK(stage.node("button", "Save").has('f'));
    stage.up({ 250, 120 });
    stage.frame(draw);
    CHECK_FALSE(stage.node("button", "Save").has('f'));
}

TEST_CASE("on touch small things answer in a larger place", "[ui]")
{
    auto const touch = GENERATE(true, false);
    CAPTURE(touch);
    KitStage stage;
    stage.input().touch = touch;
    int pressed = 0;
    auto const draw = [&](Frame& f) {
        auto const small = IconButtonSpec { .key = "x", .icon = Icon::x, .name = "X", .size = ButtonSize::small };
        pressed += icon_button(f, { 100, 100, 30, 30 }, small) ? 1 : 0;
    };
    stage.frame(draw);
    stage.down({ 95, 95 }, PointerKind::touch);
    stage.up({ 95, 95 }, PointerKind::touch);
    stage.frame(draw);
    CHECK(pressed == (touch ? 1 : 0));
}

TEST_CASE("arrows move in a group of radios and in tabs, past what is disabled", "[ui]")
{
    auto const as_tabs = GENERATE(false, true);
    CAPTURE(as_tabs);
    std::vector<Option> const options {
        { .key = "a", .label = "A" },
        { .key = "b", .label = "B", .disabled = !as_tabs },
        { .key = "c", .label = "C" }
    };
    ChoiceSpec const spec { .key = "r", .label = "R", .options = options };
    std::size_t chosen = 0;
    KitStage stage;
    auto const draw = [&](Frame& f) {
        auto const now = as_tabs ? tabs(f, place, spec, chosen) : radio_group(f, { 0, 0, 200, 200 }, spec, chosen);
        chosen = now.value_or(chosen);
    };
    auto const* role = as_tabs ? "tab" : "radio";
    stage.frame(draw);
    CHECK_FALSE(stage.node(role, "A").has('t'));
    CHECK(stage.node(role, "C").has('t'));
    stage.focus(stage.node(role, "A"));
    stage.frame(draw);
    stage.strike("ArrowRight");
    stage.settle(draw);
    CHECK(chosen == (as_tabs ? 1 : 2));
    stage.strike("ArrowLeft");
    stage.settle(draw);
    CHECK(chosen == 0);
    stage.strike("ArrowLeft");
    stage.settle(draw);
    CHECK(chosen == 2);
    CHECK_FALSE(stage.node(role, "C").has('t'));
}

TEST_CASE("arrows are left alone while the focus is elsewhere", "[ui]")
{
    auto const options = some_options();
    std::optional<std::size_t> chosen;
    KitStage stage;
    auto const draw = [&](Frame& f) {
        if (auto const now = tabs(f, place, { .key = "r", .label = "R", .options = options }, 0)) chosen = now;
    };
    stage.frame(draw);
    stage.strike("ArrowRight");
    stage.settle(draw);
    CHECK_FALSE(chosen.has_value());
}

TEST_CASE("a link of two lines answers on its words, not between them", "[ui]")
{
    KitStage stage;
    std::optional<std::size_t> pressed;
    // With glyphs of 6.5 a line of 130 holds twenty of them.
    std::vector<Piece> const pieces {
        { .text = "Assigned by " },
        { .text = "Maren Kjaer Hansen", .href = "/p", .key = "p" },
        { .text = " today" }
    };
    auto const draw = [&](Frame& f) {
        if (auto const now = rich(f, { 0, 0, 130, 60 }, "t", pieces, { .type = Type::second })) pressed = now;
    };
    stage.frame(draw);
    CHECK(stage.has("text", "Assigned by "));
    auto const link = stage.node("link", "Maren Kjaer Hansen");
    CHECK(link.bounds.height == 36);
    stage.down({ 20, 9 }); // before the link, on its first line
    stage.up({ 20, 9 });
    stage.settle(draw);
    CHECK_FALSE(pressed.has_value());
    stage.down({ 20, 27 }); // its second line
    stage.up({ 20, 27 });
    stage.settle(draw);
    CHECK(pressed == 1);
}

TEST_CASE("on a phone the icon of the main action stands for it where its label does not fit beside the title", "[ui]")
{
    struct Row
    {
        char const* name;
        std::size_t count;   // of actions, the last of them the main one
        bool labelled_lacks; // beside the title with all labels there is a pixel too little
        bool icon_lacks;     // with the icon alone, too
        bool labelled;
        bool beside;
    };
    auto const row = GENERATE(values<Row>({
        { "all of it fits",              2, false, false, true,  true  },
        { "one with its icon alone",     1, true,  false, false, true  },
        { "several below the title",     2, true,  false, true,  false },
        { "one below the title in full", 1, true,  true,  true,  false },
    }));
    CAPTURE(row.name);
    ButtonSpec const both[] {
        { .key = "buy", .label = "Buy" },
        { .key = "place", .label = "Place", .icon = Icon::plus, .look = ButtonLook::primary },
    };
    auto const actions = std::span { both }.last(row.count);
    KitStage stage {
        { 390, 844 }
    };
    stage.frame([&](Frame& f) {
        auto const label =
            button_width(f, both[1]) - button_width(f, { .key = "place", .label = {}, .icon = Icon::plus });
        auto const full = std::ceil(text_width(f, "Orders", Type::title)) + button_row_width(f, actions) + 24;
        Rect page { 0, 0, full - (row.icon_lacks ? label : 0) - (row.labelled_lacks ? 1 : 0), 800 };
        (void)page_head(f, page, { .title = "Orders", .actions = actions });
    });
    auto const shown = stage.node("button", "Place").bounds; // named so in either case
    CHECK((shown.width > 60) == row.labelled);
    CHECK((shown.y < 36) == row.beside);
}

TEST_CASE("what is said below a title has two lines beside the actions; where it needs more, they stand below", "[ui]")
{
    ButtonSpec const actions[] {
        { .key = "place", .label = "Place", .look = ButtonLook::primary }
    };
    auto const place_of = [&](std::string_view second) {
        KitStage stage {
            { 390, 844 }
        };
        stage.frame([&](Frame& f) {
            Rect page { 0, 0, 200, 800 };
            (void)page_head(f, page, { .title = "People", .second = second, .actions = actions });
        });
        return stage.node("button", "Place").bounds;
    };
    CHECK(place_of("5 people").x > 80);
    CHECK(place_of("5 people have access, at most twelve may have it here").x < 80);
}

TEST_CASE("with more contrast the edge of a button that cannot be pressed is broken", "[ui]")
{
    struct Row
    {
        Theme theme;
        ButtonState state;
        bool broken;
    };
    auto const row = GENERATE(values<Row>({
        { Theme::light,          ButtonState::disabled, false },
        { Theme::light_contrast, ButtonState::disabled, true  },
        { Theme::light_contrast, ButtonState::ready,    false },
        { Theme::dark_contrast,  ButtonState::disabled, true  },
    }));
    CAPTURE(static_cast<int>(row.theme), static_cast<int>(row.state));
    KitStage stage;
    stage.input().theme = row.theme;
    ButtonSpec const spec { .key = "b", .label = "Save", .look = ButtonLook::outlined, .state = row.state };
    stage.settle([&](Frame& f) { (void)button(f, { 20, 20, 120, 36 }, spec); });
    auto const step = widest_step(tokens_of(row.theme).line, 20);
    CHECK(step > 0);
    CHECK((row.broken ? step < 10 : step > 60));
}
