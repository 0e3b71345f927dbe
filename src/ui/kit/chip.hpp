#pragma once
// Promise: small marks: chips that tell a state, chips that filter, counts, and people.

#include "ui/kit/frame.hpp"
#include "ui/kit/text.hpp"

namespace keyrack::ui {

// Tells a state: 24 high, as wide as its text. Draws at the left (or right) end of `area`, in its vertical middle.
struct ChipSpec
{
    std::string_view text;
    Tone tone = Tone::neutral;
    std::optional<Icon> icon = {};
    bool large = false; // 30 high, as the verdict above a proof
};
[[nodiscard]] float chip_width(Frame const& f, ChipSpec const& spec);
Rect chip(Frame& f, Rect area, ChipSpec const& spec, Side side = Side::left);      // with a text node
Rect draw_chip(Frame& f, Rect area, ChipSpec const& spec, Side side = Side::left); // drawn only

// Filters a list: a toggle, with how many it would leave.
struct FilterChipSpec
{
    WidgetKey key;
    std::string_view label;
    std::optional<long long> count = {};
    std::string_view count_text = {}; // the count as people write it; `count` as it is by default
    bool on = false;
};
[[nodiscard]] float filter_chip_width(Frame const& f, FilterChipSpec const& spec);
[[nodiscard]] float filter_chip_height(Frame const& f); // 30, on a phone 32
bool filter_chip(Frame& f, Rect area, FilterChipSpec const& spec);

// A count on a round ground, at the right end of `area`. Draws only: the name of the thing it stands in says it.
float badge_width(Frame const& f, std::string_view text);
void draw_badge(Frame& f, Rect area, std::string_view text, Colour ground, Colour ink);

// Initials on a coloured disc (or a rounded square: a tenant). The colour follows from `seed`.
enum class AvatarShape {
    disc,
    square,
};
struct AvatarSpec
{
    std::string_view name; // the initials are made from it
    AvatarShape shape = AvatarShape::disc;
    std::optional<Colour> ground = {};
};
[[nodiscard]] std::string initials_of(std::string_view name);
void avatar(Frame& f, Rect area, AvatarSpec const& spec); // draws only

// An icon on a soft square of its tone, 32: the head of a notice.
void icon_tile(Frame& f, Rect area, Icon icon, Tone tone);

} // namespace keyrack::ui
