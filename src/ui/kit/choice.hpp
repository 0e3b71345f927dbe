#pragma once
// Promise: choosing yes or no, and one of a few. Each returns what was chosen in the frame in which it was.

#include "ui/kit/frame.hpp"

#include <span>

namespace keyrack::ui {

enum class Check {
    off,
    on,
    mixed,
};

struct CheckSpec
{
    WidgetKey key;
    std::string_view label;
    std::string_view second = {}; // a second line, lighter
    bool label_hidden = false;    // said only
    bool disabled = false;
};

[[nodiscard]] float checkbox_height(Frame const& f, float width, CheckSpec const& spec);
// True when pressed: the caller turns it (mixed becomes on).
bool checkbox(Frame& f, Rect area, CheckSpec const& spec, Check value);
// The label at the left, the switch at the right end of `area`.
bool toggle(Frame& f, Rect area, CheckSpec const& spec, bool on);
// Draws the box alone, 18 px, for what is a checkbox as a whole (a card, a row).
void draw_checkbox(Frame& f, Rect area, Check value, bool hovered, bool disabled);

struct Option
{
    WidgetKey key;
    std::string_view label;
    std::string_view second = {};
    std::optional<Icon> icon = {};
    bool disabled = false;
    std::string_view reason = {};
};

struct ChoiceSpec
{
    WidgetKey key;
    std::string_view label; // of the group; said only
    std::span<Option const> options;
};

// Below one another, with round marks. Returns the index newly chosen.
[[nodiscard]] float radio_group_height(Frame const& f, float width, ChoiceSpec const& spec);
std::optional<std::size_t> radio_group(Frame& f, Rect area, ChoiceSpec const& spec, std::size_t chosen);

// Side by side in one pill, 30 high, as wide as it needs from the right or left end of `area`.
[[nodiscard]] float segmented_width(Frame const& f, ChoiceSpec const& spec);
std::optional<std::size_t> segmented(Frame& f, Rect area, ChoiceSpec const& spec, std::size_t chosen);

} // namespace keyrack::ui
