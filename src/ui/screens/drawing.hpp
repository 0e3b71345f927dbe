#pragma once
// What every screen draws with: the kit's frame, the words, and the intents gathered so far.

#include "portal/intents.hpp"
#include "portal/models.hpp"
#include "portal/words.hpp"
#include "ui/kit/kit.hpp"

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::ui {

using Intents = std::vector<portal::Intent>;

// The page's width from which what stands below one another stands side by side: two narrow columns, two, two wide ones.
constexpr float two_narrow_columns_from = 720;
constexpr float two_columns_from = 860;
constexpr float two_wide_columns_from = 900;

constexpr float tile_size = 32;   // the square of a line's picture
constexpr float large_tile = 40;  // that of a card's
constexpr float ring_size = 78;   // of a figure's ring
constexpr float foot_height = 68; // of the bar with a form's buttons

struct Drawing
{
    Frame& f;
    portal::Words const& words;
    Intents intents = {};

    template <class Wish>
    void want(Wish wish)
    {
        intents.emplace_back(std::move(wish));
    }
};

[[nodiscard]] Tone kit_tone(portal::Tone tone);
[[nodiscard]] ChipSpec chip_of(portal::Chip const& chip);

// Of a field without label: 36, for fingers 44.
[[nodiscard]] float field_line(Frame const& f);

// The page's margin: 16 on a phone, 24 elsewhere.
[[nodiscard]] float page_margin(Frame const& f);

// What the view has left below what stands on the page already, `below` of it kept free: for what stands there alone.
[[nodiscard]] Rect rest_of_view(ScrollArea& scroll, float below);

// The day whose short date takes most room: of which month it is depends on the language.
[[nodiscard]] Date widest_date(Drawing const& d);

// How wide a table's column must be so that none of `texts` (of `chips`) is cut.
[[nodiscard]] float column_for(Frame const& f, Type type, std::span<std::string const> texts);
[[nodiscard]] float column_for_chips(Frame const& f, std::span<std::string const> chips);

// "Label … value" lines. Takes what it needs off the top of `from`.
void draw_facts(Drawing& d, Rect& from, std::span<std::pair<std::string, std::string> const> facts);

// A heading that may take several lines; measure it with paragraph_height.
void wrapped_heading(Drawing& d, Rect area, WidgetKey key, std::string_view text, int level, TextStyle style);

// Below a field: the button that reads it with the camera. Takes what it needs off the top of `from`.
void draw_scan_button(Drawing& d, Rect& from, std::string_view text);

// A sentence on the soft ground of its tone. Takes its height off the top of `from`.
[[nodiscard]] float notice_height(Frame const& f, float width, std::string_view text);
void notice(Drawing& d, Rect& from, WidgetKey key, std::string_view text, Tone tone);

} // namespace keyrack::ui
