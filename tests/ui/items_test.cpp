// Nothing that can be pressed is without a node, by the count of ImGui's own hooks.

#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>
#include <imgui.h>

#if defined(IMGUI_ENABLE_TEST_ENGINE)

#include "ui/hooks.hpp"

#include <imgui_internal.h>

#include <algorithm>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

namespace {

// One of each that can be pressed.
struct Everything
{
    std::string text = "text";
    std::string date = "2026-11-22";
    std::string number = "4";

    void draw_fields(Frame& f, Rect area)
    {
        (void)text_field(f, area.take_top(90), { .key = "text", .label = "Text", .hint = "Hint" }, text);
        (void)search_field(f, area.take_top(40), { .key = "search", .label = "Search" }, text);
        (void)date_field(f, area.take_top(90), { .key = "date", .label = "Date" }, date);
        (void)number_field(f, area.take_top(90), { .key = "number", .label = "Number" }, number);
    }

    void draw_choices(Frame& f, Rect area)
    {
        std::vector<Option> const options {
            { .key = "a", .label = "A" },
            { .key = "b", .label = "B" }
        };
        ChoiceSpec const choice { .key = "c", .label = "Choice", .options = options };
        (void)radio_group(f, area.take_top(70), { .key = "radio", .label = "Radio", .options = options }, 0);
        (void)segmented(f, area.take_top(40), { .key = "segment", .label = "Segment", .options = options }, 0);
        (void)tabs(f, area.take_top(40), choice, 0);
        (void)keyrack::ui::select(f, area.take_top(80), { .key = "select", .label = "Select", .options = options }, 0);
        (void)banner(f, area.take_top(60), { .key = "banner", .text = "Text", .action = "Act", .closable = true });
    }

    void draw_table(Frame& f, Rect area)
    {
        std::vector<Column> const columns {
            { .key = "room", .title = "Room", .phone = PhonePlace::title }
        };
        TableSpec const spec {
            .key = "table", .name = "Rooms", .columns = columns, .rows = 1000, .selecting = Selecting::many
        };
        (void)table(f, area, spec, [](std::size_t index, TableRow& row) {
            row.key = index;
            row.cells = { { .text = "Room " + std::to_string(index) } };
        });
    }

    void operator()(Frame& f)
    {
        std::vector<NavItem> const places {
            { .key = "rooms", .icon = Icon::door_open, .label = "Rooms", .href = "/r"          },
            { .key = "data",  .icon = Icon::database,  .label = "Data",  .in_bottom_bar = true }
        };
        auto page = navigation(f, f.bounds(), { .product = "Keyrack", .tenant = "Northwind", .items = places }).content;
        std::vector<TopAction> const actions {
            { .key = "day", .icon = Icon::calendar, .label = "Today" }
        };
        (void)top_bar(f, page, { .search = "Search all", .actions = actions });
        ScrollArea scroll { f, "page", page };
        auto& body = scroll.content();
        draw_fields(f, body.take_top(320));
        draw_choices(f, body.take_top(300));
        draw_table(f, body.take_top(400));
        if (press_card(f, body.take_top(60), { .key = "card", .name = "Card" }).clicked)
            show_toast(f, { .key = 1, .text = "Done", .action = "Undo" });
        if (f.time_seconds() < 1.1) show_toast(f, { .key = 1, .text = "Done", .action = "Undo", .seconds = 0 });
    }
};

} // namespace

TEST_CASE("whatever can be pressed has a node with a name", "[ui]")
{
    auto const width = GENERATE(390.0F, 700.0F, 1200.0F);
    CAPTURE(width);
    KitStage stage {
        { width, 800 }
    };
    Everything everything;
    auto const draw = [&](Frame& f) { everything(f); };
    stage.settle(draw);
    stage.kit().forget_mirror();
    ItemListener const items;
    stage.frame(draw);
    CHECK(items.ids().size() > 20);
    for (auto const id : items.ids()) {
        CAPTURE(id);
        auto const node = std::ranges::find(stage.nodes(), id, &Said::id);
        REQUIRE(node != stage.nodes().end());
        CHECK_FALSE(node->name.empty());
    }
}

TEST_CASE("the listener notices an item of which the kit knows nothing", "[ui]")
{
    KitStage stage;
    ItemListener const items;
    stage.frame([](Frame&) {
        ImGui::ItemAdd(
            {
                { 0,  0  },
                { 10, 10 }
        },
            4711);
    });
    CHECK(items.ids() == std::vector<Id> { 4711 });
    CHECK(stage.nodes().empty());
}

#endif
