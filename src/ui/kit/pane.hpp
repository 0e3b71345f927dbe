#pragma once
// Promise: a list with a detail beside it; on a phone the detail covers the list.
//
//     ListDetail panes = list_detail(f, page, {.open = model.selected.has_value()});
//     if (panes.list) draw_list(f, *panes.list, …);
//     if (panes.detail) {
//         Scope detail{f, "detail", {.role = Role::complementary, .bounds = *panes.detail, .name = room.name}};
//         Rect body = *panes.detail;
//         if (detail_head(f, body, {.title = room.name, .second = …, .chip = …}).closed) …
//     }

#include "ui/kit/chip.hpp"
#include "ui/kit/frame.hpp"

namespace keyrack::ui {

struct ListDetailSpec
{
    bool open = false;
};

struct ListDetail
{
    std::optional<Rect> list;   // none where the detail covers it
    std::optional<Rect> detail; // none when closed; its ground and the line at its left are drawn
};

ListDetail list_detail(Frame& f, Rect area, ListDetailSpec const& spec);

struct DetailHeadSpec
{
    std::string_view title;
    std::string_view second = {};
    std::optional<ChipSpec> chip = {};
};
struct DetailHeadResult
{
    bool closed = false; // the cross, Escape, or on a phone the arrow back
};
// Takes its height off the top of `body` and leaves `body` inset by the page's margin.
DetailHeadResult detail_head(Frame& f, Rect& body, DetailHeadSpec const& spec);

} // namespace keyrack::ui
