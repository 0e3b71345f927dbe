#pragma once
// Promise: lists that open over the page. They take the pointer and the arrows first, close on Escape, on a press outside
// and when the focus leaves, and give the focus back.
//
//     MenuItem const items[]{{.key = "rename", .label = …, .icon = Icon::pencil}, {.key = "remove", …, .danger = true}};
//     if (auto chosen = menu_button(f, area, {.key = "more", .icon = Icon::ellipsis, .name = …}, items)) …

#include "ui/kit/button.hpp"
#include "ui/kit/choice.hpp"
#include "ui/kit/field.hpp"

#include <span>

namespace keyrack::ui {

struct MenuItem
{
    WidgetKey key;
    std::string_view label;
    std::string_view second = {}; // a second line
    std::optional<Icon> icon = {};
    bool checked = false;
    bool danger = false;
    bool divider_above = false;
    bool disabled = false;
    std::string_view shortcut = {};
};

// Opens and closes a popup by the id of its owner; at most one chain is open.
void open_menu(Frame& f, Id owner);
void close_menu(Frame& f);
[[nodiscard]] bool menu_open(Frame const& f, Id owner);

// Draws the menu of `owner` beside `anchor` if it is open. Returns the index chosen.
std::optional<std::size_t> popup_menu(
    Frame& f, Id owner, Rect anchor, std::string_view name, std::span<MenuItem const> items, float least_width = 200);

// A button that opens a menu.
std::optional<std::size_t> menu_button(Frame& f, Rect area, ButtonSpec spec, std::span<MenuItem const> items);
std::optional<std::size_t> menu_button(Frame& f, Rect area, IconButtonSpec spec, std::span<MenuItem const> items);

// A field that shows one of many and opens the list. `chosen` may be none. Measured by field_height with the same
// label, hint and error.
struct SelectSpec
{
    WidgetKey key;
    std::string_view label;
    std::span<Option const> options;
    LabelPlace label_place = LabelPlace::above;
    std::string_view placeholder = {};
    std::string_view hint = {};
    std::string_view error = {};
    std::optional<Icon> icon = {};
    bool required = false;
    bool disabled = false;
};
[[nodiscard]] float select_height(Frame const& f, float width, SelectSpec const& spec);
std::optional<std::size_t> select(Frame& f, Rect area, SelectSpec const& spec, std::optional<std::size_t> chosen);

} // namespace keyrack::ui
