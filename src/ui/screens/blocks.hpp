#pragma once
// What several screens are put together from: figures that lead somewhere, lines with what to do, spans of time.

#include "portal/blocks.hpp"
#include "ui/screens/drawing.hpp"

#include <memory>
#include <optional>
#include <span>

namespace keyrack::ui {

[[nodiscard]] Icon icon_of(portal::Subject subject);

// Cards side by side, or a strip that scrolls where they do not fit. Takes its height and a gap off the top of `page`.
void draw_leading_figures(Drawing& d, Rect& page, std::span<portal::LeadingFigure const> figures);

// Of a list without end only what is near the view is drawn, and stands in the mirror: what Tab reaches next is there before it
// comes into view. Shorter ones are drawn whole.
inline constexpr std::size_t drawn_whole = 60; // lines
[[nodiscard]] bool is_near_view(Frame const& f, Rect area);

// Lines with a picture, what it is, and a button; takes what it needs off the top of `from`. Buttons become Go or RunOnScreen.
void draw_action_lines(
    Drawing& d, Rect& from, WidgetKey key, std::string_view name, std::span<portal::ActionLine const> lines);

// A card as high as its lines, with a heading and up to one small button; nothing where there are no lines.
struct LineCard
{
    WidgetKey key;
    std::string_view title;
    std::span<portal::ActionLine const> lines;
    std::string_view button = {}; // its label; empty: none
    std::optional<Icon> icon = {};
    std::string_view empty = {}; // said where there are no lines; empty: no card then
};
// True when the button was pressed.
bool draw_line_card(Drawing& d, Rect& column, LineCard const& spec);

// The body of a detail: its head, then a scrolled area. Close it by leaving it.
class DetailPane
{
public:
    DetailPane(Drawing& d, Rect area, DetailHeadSpec const& head);
    [[nodiscard]] Rect& body() { return m_scroll->content(); }

private:
    Scope m_scope;
    IdScope m_subject; // each is scrolled by itself, from its beginning
    std::unique_ptr<ScrollArea> m_scroll;
};

// To the clipboard, and a toast that says so.
void copy_and_say(Drawing& d, std::string text, std::string_view said);

// Months above, rows below, each with a link; takes what it needs off the top of `from`.
void draw_timeline(Drawing& d, Rect& from, portal::Timeline const& timeline);

} // namespace keyrack::ui
