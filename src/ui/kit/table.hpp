#pragma once
// Promise: rows without end at the cost of those in view. The caller fills a row when it is asked for one.
//
//     Column const columns[]{
//         {.key = "room", .title = …, .least = 140, .share = 2, .phone = PhonePlace::title},
//         {.key = "site", .title = …, .least = 100, .priority = 2, .phone = PhonePlace::second},
//         {.key = "cover", .title = …, .least = 150, .phone = PhonePlace::end},
//         {.key = "devices", .title = …, .least = 70, .share = 0, .priority = 1, .align = Align::end}};
//     TableSpec spec{.key = "rooms", .name = …, .columns = columns, .rows = model.count, .sort = model.sort};
//     TableResult r = table(f, area, spec, [&](std::size_t i, TableRow& row) {
//         row.key = model.id_of(i);
//         row.cells = {{.text = room.name, .look = CellLook::strong}, {.text = room.site}, {.text = …,
//                      .look = CellLook::chip, .tone = Tone::missing}, {.text = "4"}};
//     });
//     if (r.opened) … if (r.sort) … for (auto index : r.toggled) …
//
// Keyboard: one row is in the tab order; arrows, Page Up and Down, Home and End move it, Enter opens, Space selects,
// Shift with an arrow or a click extends, Ctrl A selects all. On a phone the table is a list of two lines a row.

#include "ui/kit/choice.hpp"
#include "ui/kit/frame.hpp"
#include "ui/kit/text.hpp"

#include <functional>
#include <span>

namespace keyrack::ui {

enum class PhonePlace {
    none,   // left out
    title,  // the first line
    second, // joined by " · " in the second line
    end,    // a chip or text at the right end
};

struct Column
{
    WidgetKey key;
    std::string_view title;
    float least = 80; // px, padding within
    float share = 1;  // of the room that is left; 0 keeps `least`
    int priority = 0; // 0 stays always; the highest number goes first when it gets narrow
    Align align = Align::start;
    bool sortable = true;
    PhonePlace phone = PhonePlace::none;
};

enum class SortDirection {
    ascending,
    descending,
};

struct Sort
{
    std::size_t column = 0;
    SortDirection direction = SortDirection::ascending;
    bool operator==(Sort const&) const = default;
};

enum class CellLook {
    plain,
    strong, // the row's name
    second, // lighter
    chip,   // a status chip of `tone`
};

struct Cell
{
    std::string text = {};
    CellLook look = CellLook::plain;
    Tone tone = Tone::neutral;
    std::optional<Icon> icon = {};
    std::optional<float> share = {}; // a small bar before the text, filled so far: 0–1
};

struct TableRow
{
    std::uint64_t key = 0;        // stable: it is the row's identity for focus and selection
    std::vector<Cell> cells = {}; // one a column
    bool checked = false;
    bool disabled = false;
    std::string href = {}; // where it leads, for the mirror
};

enum class Selecting {
    none,
    many, // a box in front of each row
};

struct TableSpec
{
    WidgetKey key;
    std::string_view name;
    std::span<Column const> columns;
    std::size_t rows = 0;
    std::optional<Sort> sort = {};
    Selecting selecting = Selecting::none;
    Check all_checked = Check::off;          // the box in the head
    std::optional<std::size_t> current = {}; // the row that is open beside; comes into view when it changes
    bool framed = true;                      // a card around it
};

struct TableResult
{
    std::optional<std::size_t> opened; // row pressed, or Enter on it
    std::optional<Sort> sort;          // asked for by a press on a head
    std::vector<std::size_t> toggled;  // rows whose box was pressed; several when extended by Shift
    bool toggled_all = false;
    std::size_t first_visible = 0;
    std::size_t end_visible = 0;
};

using FillRow = std::function<void(std::size_t index, TableRow& row)>;

TableResult table(Frame& f, Rect area, TableSpec const& spec, FillRow const& fill);

// Which columns stay at `width`, and where; the widths sum to at most `width`. For tests and for column menus.
struct PlacedColumn
{
    std::size_t index = 0;
    float x = 0;
    float width = 0;
};
[[nodiscard]] std::vector<PlacedColumn> place_columns(std::span<Column const> columns, float width);

} // namespace keyrack::ui
