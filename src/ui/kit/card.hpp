#pragma once
// Promise: the grounds that things stand on, what separates them, and what stands there when there is nothing.

#include "ui/kit/button.hpp"
#include "ui/kit/frame.hpp"
#include "ui/kit/text.hpp"

#include <span>

namespace keyrack::ui {

enum class CardLook {
    surface, // white, 1-px line
    raised,  // for panels beside (dark: lighter)
    sunken,  // inside a card or pane
    chosen,  // accent line, accent ground
};

// Draws the card and returns what is inside its padding.
Rect card(Frame& f, Rect area, CardLook look = CardLook::surface, float padding = space::card);

// A card that is one button or one choice as a whole. Draw into `inside`.
struct PressCardSpec
{
    WidgetKey key;
    std::string_view name; // all that a reader needs to hear
    std::string_view href = {};
    std::optional<bool> checked = {};  // a checkbox
    std::optional<bool> selected = {}; // a radio
    bool disabled = false;
    std::string_view reason = {}; // why it is disabled, or does something else than its like
    float padding = 14;
};
struct PressCard
{
    Rect inside;
    bool clicked = false;
    bool hovered = false;
    Id id = 0;
};
PressCard press_card(Frame& f, Rect area, PressCardSpec const& spec);

void divider(Frame& f, Rect area); // 1 px in the vertical middle of `area`

// "Needs your attention … 5": heading at the left, a lighter text at the right. Takes 24 off `from`, more where it wraps, and 12 below.
void section_heading(Frame& f, Rect& from, std::string_view text, std::string_view trailing = {}, int level = 2);

// Title, second line and actions of a page; takes its height off the top of `page`. Returns the action pressed.
struct PageHeadSpec
{
    std::string_view title;
    std::string_view second = {};
    std::span<ButtonSpec const> actions = {};
};
std::optional<std::size_t> page_head(Frame& f, Rect& page, PageHeadSpec const& spec);

// A strip that stays: what is the matter, and what to do. Takes its height and a gap off the top of `page`.
struct BannerSpec
{
    WidgetKey key;
    std::string_view text;
    Tone tone = Tone::ending; // accent: information, ending: warning, missing: failure
    std::optional<Icon> icon = {};
    std::string_view action = {};
    bool closable = false;
};
struct BannerResult
{
    bool acted = false;
    bool closed = false;
};
[[nodiscard]] float banner_height(Frame const& f, float width, BannerSpec const& spec);
BannerResult banner(Frame& f, Rect area, BannerSpec const& spec);

// Icon, title, sentence, up to two actions in the middle of `area`. Says what to do. Returns the action pressed.
struct EmptySpec
{
    Icon icon;
    std::string_view title;
    std::string_view text;
    std::span<ButtonSpec const> actions = {};
    Tone tone = Tone::neutral;
};
std::optional<std::size_t> empty_state(Frame& f, Rect area, EmptySpec const& spec);

// "Label … value" pairs below one another; takes what it needs off the top of `from`.
struct Fact
{
    std::string_view label;
    std::string_view value;
    std::optional<Icon> icon = {};
    std::optional<Colour> ink = {}; // of the value
};
void facts(Frame& f, Rect& from, std::span<Fact const> items);

} // namespace keyrack::ui
