#pragma once
// Promise: text is measured and set by the kit. What does not fit on its line ends in "…", and its semantic name stays whole.
//
//     label(f, line, "38 licences are free", {.type = Type::second, .ink = f.tokens().ink_second});
//     Rect text = page.take_top(paragraph_height(f, page.width, words, Type::body));
//     paragraph(f, text, "intro", words, {.type = Type::body});

#include "ui/kit/frame.hpp"

#include <cstddef>
#include <limits>
#include <span>

namespace keyrack::ui {

enum class Align {
    start,
    centre,
    end,
};

enum class Side {
    left,
    right,
};

enum class Figures {
    proportional,
    tabular, // every figure is as wide as a 0: columns of numbers align
};

struct TextStyle
{
    Type type = Type::body;
    std::optional<Colour> ink = {}; // the token `ink` by default
    Align align = Align::start;
    Figures figures = Figures::proportional;
    bool underline = false;
};

[[nodiscard]] float text_width(
    Frame const& f, std::string_view text, Type type, Figures figures = Figures::proportional);
// How much room a line of its own takes to show `text` whole: a little more, since places are rounded to whole pixels.
[[nodiscard]] float whole_width(
    Frame const& f, std::string_view text, Type type, Figures figures = Figures::proportional);
[[nodiscard]] float line_height(Type type);

// As much of `text` as fits into `width`, with "…" where it was cut.
[[nodiscard]] std::string fitted(
    Frame const& f, std::string_view text, Type type, float width, Figures figures = Figures::proportional);

// One line, vertically in the middle of `area`; cut with "…". Returns the width it took. Draws only: no semantic node.
float draw_text(Frame& f, Rect area, std::string_view text, TextStyle style = {});

// One line that is read too: a node of role text.
void label(Frame& f, Rect area, std::string_view text, TextStyle style = {});
// The same with a key, where two labels of one scope may hold the same words at the same place.
void label(Frame& f, WidgetKey key, Rect area, std::string_view text, TextStyle style = {});

// Page title (level 1), heading of a card or section (2 or 3). One line, cut with "…".
void heading(Frame& f, Rect area, std::string_view text, int level, TextStyle style = { .type = Type::heading });

// Well set: a "·" stands within lines alone, for where one ends, that parts two facts; and few words stand alone on the last line. As typed: as in a text area.
enum class Setting {
    well,
    as_typed,
};

// Wrapped text. Measure first, then take that height. Words longer than a line are broken.
[[nodiscard]] std::vector<std::string_view> wrapped(
    Frame const& f, std::string_view text, Type type, float width, Setting setting = Setting::well);
[[nodiscard]] float paragraph_height(Frame const& f, float width, std::string_view text, Type type);
void paragraph(Frame& f, Rect area, WidgetKey key, std::string_view text, TextStyle style = {});
struct LineLimits
{
    std::size_t most = std::numeric_limits<std::size_t>::max(); // lines; what does not fit on the last is cut with "…"
    float line = 0;                                             // height of each; 0: the type's own
};
// Drawn only: the thing it stands in says it. Takes what it needs off the top of `from`.
void draw_lines(Frame& f, Rect& from, std::string_view text, TextStyle style = {}, LineLimits limits = {});

// Text of several inks, weights and links, wrapped as one: "PO-4390/7 · Sync Plus · 12 Nov 2025 → 12 Nov 2026 · R110".
struct Piece
{
    std::string text = {};
    std::optional<Type> type = {}; // the paragraph's by default; lines are as high as the paragraph's
    std::optional<Colour> ink = {};
    std::string href = {}; // a link to this fragment
    WidgetKey key = "";    // a link needs one
};
[[nodiscard]] float rich_height(Frame const& f, float width, std::span<Piece const> pieces, Type type);
// Returns the index of the link that was clicked.
std::optional<std::size_t> rich(
    Frame& f, Rect area, WidgetKey key, std::span<Piece const> pieces, TextStyle style = {});

// An icon of `size` in the middle of `area`. Decorative: give the meaning to the thing it stands in.
void icon(Frame& f, Rect area, Icon icon, Colour ink, float size = 18);
// One that means something by itself.
void icon_named(Frame& f, WidgetKey key, Rect area, Icon icon, Colour ink, std::string_view name, float size = 18);

} // namespace keyrack::ui
