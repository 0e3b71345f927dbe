// Tables: rows without end, columns that give way, and the keyboard.

#include "ui/kit/state.hpp"
#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>

#include <set>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

namespace {

std::vector<Column> const columns_shown {
    { .key = "room", .title = "Room", .least = 120, .share = 2, .phone = PhonePlace::title },
    { .key = "site", .title = "Site", .least = 100, .priority = 2, .phone = PhonePlace::second },
    { .key = "cover", .title = "Cover", .least = 140, .sortable = false, .phone = PhonePlace::end },
    { .key = "devices", .title = "Devices", .least = 80, .share = 0, .priority = 1, .align = Align::end },
};

// A table over `rows` rooms that remembers what happened to it.
struct Rooms
{
    std::size_t rows = 100'000;
    Selecting selecting = Selecting::none;
    std::optional<Sort> sort = {};
    std::string named = "Room "; // before a row's number
    std::set<std::size_t> checked = {};
    std::size_t filled = 0;
    std::vector<std::size_t> opened = {};
    int toggled_all = 0;
    TableResult last = {};
    Rect area { 20, 20, 900, 600 };

    void fill(std::size_t index, TableRow& row)
    {
        ++filled;
        row.key = index + 1000;
        row.checked = checked.contains(index);
        row.cells = {
            { .text = named + std::to_string(index), .look = CellLook::strong },
            { .text = "Oslo" },
            { .text = "Covered", .look = CellLook::chip, .tone = Tone::covered },
            { .text = "4" }
        };
    }

    void operator()(Frame& f)
    {
        filled = 0;
        TableSpec const spec { .key = "rooms",
            .name = "Rooms",
            .columns = columns_shown,
            .rows = rows,
            .sort = sort,
            .selecting = selecting };
        last = table(f, area, spec, [this](std::size_t index, TableRow& row) { fill(index, row); });
        if (last.opened) opened.push_back(*last.opened);
        if (last.sort) sort = last.sort;
        for (auto const index : last.toggled)
            if (!checked.erase(index)) checked.insert(index);
        if (last.toggled_all) ++toggled_all;
    }
};

struct TableStage
{
    KitStage stage;
    Rooms rooms;
    KitStage::Draw draw = [this](Frame& f) { rooms(f); };

    void settle() { stage.settle(draw); }

    // The first cell of the row in the tab order.
    [[nodiscard]] std::string tab_stop() const
    {
        for (auto const& node : stage.nodes())
            if (node.role == "row" && node.has('n') && !node.has('t')) return node.name;
        return {};
    }

    void enter()
    {
        settle();
        for (auto const& node : stage.nodes())
            if (node.role == "row" && node.has('n') && !node.has('t')) stage.focus(node);
        settle();
    }

    void strike(std::string const& key, Mods mods = {})
    {
        stage.strike(key, mods);
        settle();
    }
};

std::string row_name(std::size_t index)
{
    return "Room " + std::to_string(index) + ", Oslo, Covered, 4";
}

} // namespace

TEST_CASE("of a hundred thousand rows only those in view cost anything", "[ui]")
{
    TableStage table;
    table.settle();
    CHECK(table.rooms.filled == 13); // 560 px below the head, 44 each
    CHECK(table.stage.count("row") == 14);
    CHECK(table.stage.node("grid", "Rooms").fact("rowcount") == "100001");
    CHECK(table.stage.node("row", row_name(0)).fact("rowindex") == "2");
    table.stage.kit().take(WheelEvent {
        .at = { 300, 300 },
          .dx = 0, .dy = 2'199'000
    });
    table.settle();
    CHECK(table.rooms.last.first_visible == 49'977);
    CHECK(table.rooms.filled <= 14);
    CHECK(table.stage.has("row", row_name(49'980)));
    CHECK_FALSE(table.stage.has("row", row_name(0)));
    CHECK(table.stage.node("row", row_name(49'980)).fact("rowindex") == "49982");
}

TEST_CASE("a card ends with a whole row where the next would show without its words", "[ui]")
{
    struct Row
    {
        std::size_t rows;
        float height, want;
    };
    constexpr float head = 40;
    constexpr float ten = head + 10 * 44;
    auto const row = GENERATE(values<Row>({
        { 100, ten,      ten      },
        { 100, ten + 8,  ten      },
        { 100, ten + 20, ten + 20 },
        { 10,  ten + 8,  ten + 1  }, // with its edge
        { 11,  ten + 8,  ten      },
        { 100, head + 8, head + 8 },
    }));
    CAPTURE(row.rows, row.height);
    TableStage table;
    table.rooms.rows = row.rows;
    table.rooms.area.height = row.height;
    table.settle();
    CHECK(table.stage.node("grid", "Rooms").bounds.height == row.want);
}

TEST_CASE("a row says its cells", "[ui]")
{
    TableStage table;
    table.settle();
    auto const row = table.stage.node("row", row_name(3));
    std::vector<std::string> cells;
    for (auto const& node : table.stage.nodes())
        if (node.parent == row.id) cells.push_back(node.role + " " + node.name + " " + node.extra);
    CHECK(cells
        == std::vector<std::string> { "gridcell Room 3 colindex=1", "gridcell Oslo colindex=2",
            "gridcell Covered colindex=3", "gridcell 4 colindex=4" });
}

TEST_CASE("a press on a row opens it, by pointer and by DOM", "[ui]")
{
    TableStage table;
    table.settle();
    table.stage.press(table.stage.node("row", row_name(2)));
    table.settle();
    table.stage.activate(table.stage.node("row", row_name(5)));
    table.settle();
    CHECK(table.rooms.opened == std::vector<std::size_t> { 2, 5 });
}

TEST_CASE("one row is in the tab order and the keys move it", "[ui]")
{
    struct Row
    {
        char const* what;
        std::vector<std::string> keys;
        std::size_t want;
    };
    auto const row = GENERATE(values<Row>({
        // what                   keys                                       want
        { "down",              { "ArrowDown" },                         1      },
        { "down and up",       { "ArrowDown", "ArrowDown", "ArrowUp" }, 1      },
        { "up at the top",     { "ArrowUp" },                           0      },
        { "a page",            { "PageDown" },                          11     },
        { "a page and back",   { "PageDown", "PageUp" },                0      },
        { "the end",           { "End" },                               99'999 },
        { "past the end",      { "End", "ArrowDown" },                  99'999 },
        { "end and a page up", { "End", "PageUp" },                     99'988 },
        { "end and home",      { "End", "Home" },                       0      },
    }));
    CAPTURE(row.what);
    TableStage table;
    table.enter();
    for (auto const& key : row.keys) table.strike(key);
    CHECK(table.tab_stop() == row_name(row.want));
    auto const stop = table.stage.node("row", row_name(row.want));
    CHECK_FALSE(stop.has('u'));
    CHECK(stop.bounds.height == 44);
    table.strike("Enter");
    CHECK(table.rooms.opened == std::vector<std::size_t> { row.want });
}

TEST_CASE("exactly one row is in the tab order wherever the table stands", "[ui]")
{
    TableStage table;
    table.settle();
    for (int i = 0; i < 5; ++i) {
        table.stage.kit().take(WheelEvent {
            .at = { 300, 300 },
              .dx = 0, .dy = 777
        });
        table.settle();
        int stops = 0;
        for (auto const& node : table.stage.nodes())
            stops += node.role == "row" && node.has('n') && !node.has('t') ? 1 : 0;
        CHECK(stops == 1);
    }
}

TEST_CASE("a row with the focus keeps its node when it is scrolled away", "[ui]")
{
    TableStage table;
    table.enter();
    auto const focused = table.stage.node("row", row_name(0));
    table.stage.kit().take(WheelEvent {
        .at = { 300, 300 },
          .dx = 0, .dy = 44'000
    });
    table.settle();
    auto const kept = table.stage.node("row", row_name(0));
    CHECK(kept.id == focused.id);
    CHECK(kept.has('u'));
    table.strike("ArrowDown");
    CHECK(table.tab_stop() == row_name(1));
    CHECK_FALSE(table.stage.node("row", row_name(1)).has('u'));
}

TEST_CASE("a head sorts upwards, then downwards, and says so", "[ui]")
{
    TableStage table;
    table.settle();
    CHECK(table.stage.node("columnheader", "Room").fact("sort") == "none");
    table.stage.press(table.stage.node("columnheader", "Room"));
    table.settle();
    CHECK(table.rooms.sort == Sort { 0, SortDirection::ascending });
    CHECK(table.stage.node("columnheader", "Room").fact("sort") == "ascending");
    table.stage.activate(table.stage.node("columnheader", "Room"));
    table.settle();
    CHECK(table.rooms.sort == Sort { 0, SortDirection::descending });
    table.stage.activate(table.stage.node("columnheader", "Devices"));
    table.settle();
    CHECK(table.rooms.sort == Sort { 3, SortDirection::ascending });
    CHECK(table.stage.node("columnheader", "Room").fact("sort") == "none");
    CHECK(table.stage.node("columnheader", "Cover").fact("sort").empty());
}

TEST_CASE("rows are selected by box, Space, Shift and Control", "[ui]")
{
    TableStage table;
    table.rooms.selecting = Selecting::many;
    table.enter();
    auto& checked = table.rooms.checked;
    table.stage.press(table.stage.node("checkbox", "Select Room 2"));
    table.settle();
    CHECK(checked == std::set<std::size_t> { 2 });
    CHECK(table.stage.node("checkbox", "Select Room 2").has('c'));
    CHECK(table.stage.node("row", row_name(2)).has('s'));
    table.stage.press(table.stage.node("row", row_name(5)), { .shift = true });
    table.settle();
    CHECK(checked == std::set<std::size_t> { 2, 3, 4, 5 });
    table.stage.press(table.stage.node("row", row_name(8)), { .control = true });
    table.settle();
    CHECK(checked == std::set<std::size_t> { 2, 3, 4, 5, 8 });
    CHECK(table.rooms.opened.empty());
    table.strike(" ");
    CHECK(checked == std::set<std::size_t> { 2, 3, 4, 5 });
    table.strike("ArrowDown", { .shift = true });
    CHECK(checked == std::set<std::size_t> { 2, 3, 4, 5, 8, 9 });
    CHECK(table.tab_stop() == row_name(9));
    table.strike("a", { .control = true });
    table.stage.press(table.stage.node("checkbox", "Select all"));
    table.settle();
    CHECK(table.rooms.toggled_all == 2);
}

TEST_CASE("columns give way by their priority and never overflow", "[ui]")
{
    struct Row
    {
        float width;
        std::vector<std::size_t> want;
    };
    auto const row = GENERATE(values<Row>({
        // width  columns that stay
        { 900, { 0, 1, 2, 3 } },
        { 440, { 0, 1, 2, 3 } },
        { 439, { 0, 2, 3 }    },
        { 339, { 0, 2 }       },
        { 100, { 0, 2 }       },
    }));
    CAPTURE(row.width);
    auto const placed = place_columns(columns_shown, row.width);
    std::vector<std::size_t> stay;
    for (auto const& column : placed) stay.push_back(column.index);
    CHECK(stay == row.want);
    CHECK(placed.back().x + placed.back().width <= row.width + 0.01F);
    for (std::size_t i = 1; i < placed.size(); ++i) CHECK(placed[i].x == placed[i - 1].x + placed[i - 1].width);
}

TEST_CASE("what is left over goes to the columns by their share", "[ui]")
{
    auto const placed = place_columns(columns_shown, 840);
    REQUIRE(placed.size() == 4);
    CHECK(placed[0].width == 320); // 120 and two of four hundredths
    CHECK(placed[1].width == 200);
    CHECK(placed[2].width == 240);
    CHECK(placed[3].width == 80);
}

TEST_CASE("a phone shows rows of two lines without a head", "[ui]")
{
    TableStage table;
    table.stage.input().size = { 390, 700 };
    table.rooms.area = { 0, 0, 390, 700 };
    table.settle();
    CHECK(table.stage.count("columnheader") == 0);
    auto const row = table.stage.node("row", "Room 1, Oslo, Covered");
    CHECK(row.bounds == Rect { 0, 60, 390, 60 });
    CHECK(row.fact("rowindex") == "2");
    CHECK(table.stage.node("grid", "Rooms").fact("rowcount") == "100000");
}

TEST_CASE(
    "a title that needs a phone's whole width has it, and what ends the row stands beside the second line", "[ui]")
{
    TableStage table;
    table.stage.input().size = { 390, 700 };
    table.rooms.area = { 0, 0, 390, 700 };
    table.rooms.named = "A room at the end of the corridor, ";
    std::vector<std::string> cut;
    table.draw = [&](Frame& f) {
        table.rooms(f);
        cut = f.state().cut_texts;
    };
    table.settle();
    CHECK(table.stage.has("row", "A room at the end of the corridor, 1, Oslo, Covered"));
    CHECK(cut.empty());
}

TEST_CASE("the card around a table ends with its last row, and takes no more than its place", "[ui]")
{
    TableStage table;
    table.rooms.rows = 3;
    table.settle();
    auto const grid = table.stage.node("grid", "Rooms");
    auto const last = table.stage.node("row", "Room 2, Oslo, Covered, 4");
    CHECK(grid.bounds.y == table.rooms.area.y);
    CHECK(grid.bounds.bottom() == last.bounds.bottom() + 1);
    table.rooms.rows = 1000;
    table.settle();
    CHECK(table.stage.node("grid", "Rooms").bounds == table.rooms.area);
}

TEST_CASE("an empty table stands", "[ui]")
{
    TableStage table;
    table.rooms.rows = 0;
    table.enter();
    table.strike("ArrowDown");
    CHECK(table.stage.count("row") == 1);
    CHECK(table.rooms.filled == 0);
    table.rooms.rows = 3;
    table.settle();
    CHECK(table.stage.count("row") == 4);
}
