#pragma once
// Promise: what is pressed. Each returns true in the frame in which it was pressed,
// by pointer, keyboard or screen reader.
//
//     ButtonSpec assign{.key = "assign", .label = words("assign"), .icon = Icon::key_round, .look = ButtonLook::primary};
//     if (button(f, head.take_right(button_width(f, assign)), assign)) return Intent{…};
//
// A button is as high as it wants in the middle of the area that it gets, and as wide as the area.

#include "ui/kit/frame.hpp"
#include "ui/kit/text.hpp"

#include <span>

namespace keyrack::ui {

enum class ButtonLook {
    primary,  // one a screen
    outlined, // the usual
    plain,    // no edge
    danger,   // destroys something
    soft,     // on a sunken ground
};

enum class ButtonSize {
    regular, // 36
    small,   // 30
};

enum class ButtonState {
    ready,
    disabled, // say why in `reason`
    busy,     // turns, cannot be pressed
};

struct ButtonSpec
{
    WidgetKey key;
    std::string_view label;
    std::optional<Icon> icon = {};
    ButtonLook look = ButtonLook::outlined;
    ButtonSize size = ButtonSize::regular;
    ButtonState state = ButtonState::ready;
    std::string_view reason = {};      // why it is disabled; shown as a tip, and said
    std::optional<Icon> trailing = {}; // a chevron of what opens
    std::string_view shortcut = {};    // shown at the end, as people write it: "Ctrl K"
    std::string_view keys = {};        // the same for the page: "Control+K"
    std::optional<bool> expanded = {}; // of what it opens
    std::string_view name = {};        // when the label alone does not tell: "Open Boardroom Oslo is offline"
    std::string_view href = {};        // it is a link that looks like a button
    std::optional<Rect> hit = {};      // the row that it stands in, which is pressed as a whole
};

[[nodiscard]] float button_width(Frame const& f, ButtonSpec const& spec);
bool button(Frame& f, Rect area, ButtonSpec const& spec);
// The ground of such a row, drawn before what stands in it: under the pointer, and darker while it is held.
void hit_ground(Frame& f, Rect area, WidgetKey key);

// A small button that folds what stands below it, and stays as it was left. True while that is to be drawn.
struct FoldSpec
{
    WidgetKey key;
    std::string_view label;
};
[[nodiscard]] bool unfolded(Frame& f, Rect area, FoldSpec const& spec);

// How high a line of buttons is that may break into several, 8 apart: by touch their targets of 44 then meet.
[[nodiscard]] float button_line(Frame const& f, ButtonSize size = ButtonSize::regular);

// Buttons side by side that end (or start) at the edge of `area`, 8 apart. Returns the index of the one pressed.
std::optional<std::size_t> button_row(
    Frame& f, Rect area, std::span<ButtonSpec const> buttons, Side from = Side::right);
[[nodiscard]] float button_row_width(Frame const& f, std::span<ButtonSpec const> buttons);

// A square button with an icon; `name` is said and shown as its tip. On touch it answers in 44 × 44.
struct IconButtonSpec
{
    WidgetKey key;
    Icon icon;
    std::string_view name;
    ButtonLook look = ButtonLook::plain;
    ButtonSize size = ButtonSize::regular;
    ButtonState state = ButtonState::ready;
    std::optional<bool> pressed = {}; // a toggle
    std::optional<bool> expanded = {};
    std::optional<Colour> ink = {};
    bool badge = false;         // a dot: something new
    std::string_view keys = {}; // a shortcut, for the page: "Control+K"
};
bool icon_button(Frame& f, Rect area, IconButtonSpec const& spec);

// Text that leads somewhere. With a fragment it is a link, without one a button that looks like a link.
struct LinkSpec
{
    WidgetKey key;
    std::string_view text;
    std::string_view href = {};
    Type type = Type::body;
    std::optional<Colour> ink = {};
    bool underline = false;
    std::string_view name = {}; // when the text alone does not tell: it is said instead, and holds the text
};
bool link(Frame& f, Rect area, LinkSpec const& spec);

} // namespace keyrack::ui
