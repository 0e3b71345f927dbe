#pragma once
// Promise: how much falls where, as a table of cells that are the darker the more they hold. A cell that holds something is
// pressed.
//
//     HeatMapCell const cells[]{{.text = "12", .name = "January 2027: 12 rooms end", .href = …, .weight = 0.6F}, …};
//     HeatMapRow const rows[]{{.title = "Select", .cells = cells}};
//     if (auto place = heat_map(f, page, {.key = "months", .heads = months, .rows = rows})) …

#include "ui/kit/frame.hpp"

#include <span>
#include <string>

namespace keyrack::ui {

struct HeatMapCell
{
    std::string_view text; // empty: nothing, and nothing to press
    std::string_view name;
    std::string_view href = {};
    float weight = 0; // 0–1
    bool on = false;  // chosen
};

struct HeatMapRow
{
    std::string_view title;
    std::vector<HeatMapCell> cells;
};

struct HeatMapSpec
{
    WidgetKey key;
    std::string_view name;
    std::span<std::string const> heads;
    std::span<HeatMapRow const> rows;
    std::span<std::string const> above = {}; // over the heads, one each: the year where it begins; empty elsewhere
};

struct HeatMapPlace
{
    std::size_t row = 0;
    std::size_t cell = 0;
};

// Takes its height off the top of `from`. Titles stand beside the cells, or above them where it is narrow.
std::optional<HeatMapPlace> heat_map(Frame& f, Rect& from, HeatMapSpec const& spec);

} // namespace keyrack::ui
