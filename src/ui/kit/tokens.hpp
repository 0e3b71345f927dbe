#pragma once
// Promise: every colour, distance and radius of the interface has a name here, and no other file holds one.

#include "ui/kit/colour.hpp"

#include <string_view>
#include <vector>

namespace keyrack::ui {

// What a colour says. `neutral` says nothing; `accent` says "act here".
enum class Tone {
    neutral,
    covered, // green: all is well
    ending,  // amber: soon not
    missing, // red: not
    planned, // violet: planned or simulated
    accent,  // blue: chosen, or to act on
};

struct ToneColours
{
    Colour ink;  // text and icons on `soft`, on ground and on surface
    Colour soft; // the ground of chips and banners
    Colour fill; // bars, rings and badges: 3 : 1 against surface
};

enum class Theme {
    light,
    dark,
    light_contrast,
    dark_contrast,
};

struct Tokens
{
    Colour ground;
    Colour surface;
    Colour raised;
    Colour sunken;
    Colour neutral_soft; // chips that say nothing: sunken, but visible on every ground
    Colour line;
    Colour line_strong;
    Colour outline; // the edge of a field or box whose edge alone shows what it is: 3 : 1
    Colour ink;
    Colour ink_second;
    Colour ink_third;
    Colour ink_disabled; // of what cannot be pressed: 3 : 1
    Colour accent;
    Colour accent_hover;
    Colour accent_soft;
    Colour accent_text;
    Colour on_accent;
    Colour danger;
    Colour danger_hover;
    Colour on_danger;
    ToneColours covered;
    ToneColours ending;
    ToneColours missing;
    ToneColours planned;
    Colour on_fill; // text on a tone's fill
    Colour sidebar;
    Colour sidebar_text;
    Colour sidebar_strong; // the chosen item and the product's name
    Colour sidebar_hover;  // ground of a hovered item
    Colour sidebar_chosen; // ground of the chosen item and of the tenant switch
    Colour focus;
    Colour focus_on_sidebar;
    Colour scrim;
    Colour shadow;
    Colour hover; // laid over any ground under the pointer
    Colour press;

    [[nodiscard]] ToneColours tone(Tone tone) const;
};

[[nodiscard]] Tokens const& tokens_of(Theme theme);
[[nodiscard]] constexpr bool is_dark(Theme theme)
{
    return theme == Theme::dark || theme == Theme::dark_contrast;
}
[[nodiscard]] constexpr bool has_contrast(Theme theme)
{
    return theme == Theme::light_contrast || theme == Theme::dark_contrast;
}

// A pair of colours that meet on the screen. `least` is what WCAG 2.2 AA asks of it: 4.5 for text, 3 for other marks.
struct ColourPair
{
    std::string_view what;
    Colour ink;
    Colour ground;
    double least;
};

// Every pair in use with the tokens given; whoever puts two colours together for the first time adds the pair here.
[[nodiscard]] std::vector<ColourPair> pairs_in_use(Tokens const& tokens);

// Distances, all multiples of 4 (but for the card's 18), in CSS pixels.
namespace space {
inline constexpr float tiny = 4;
inline constexpr float small = 8;
inline constexpr float medium = 12;
inline constexpr float gap = 16;      // between cards
inline constexpr float card_gap = 20; // between rows of cards
inline constexpr float card = 18;     // inside a card
inline constexpr float page = 24;     // around a page
inline constexpr float page_phone = 16;
} // namespace space

namespace height {
inline constexpr float button = 36;
inline constexpr float button_small = 30;
inline constexpr float field = 36;
inline constexpr float chip = 24;
inline constexpr float filter_chip = 32;
inline constexpr float row = 44;
inline constexpr float row_phone = 60;
inline constexpr float column_head = 40;
inline constexpr float touch = 44;
inline constexpr float top_bar = 56;
inline constexpr float bottom_bar = 64;
} // namespace height

namespace radius {
inline constexpr float small = 6;
inline constexpr float medium = 9;
inline constexpr float large = 12;
inline constexpr float full = 1000; // as round as the height allows
} // namespace radius

} // namespace keyrack::ui
