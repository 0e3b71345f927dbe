#pragma once
// Promise: marks on the canvas. Everything lands on device pixels, so lines stay sharp at every ratio.

#include "ui/kit/frame.hpp"

namespace keyrack::ui {

enum class Corners {
    all,
    top,
    bottom,
    left,
    right,
    none,
};

void fill(Frame& f, Rect area, Colour colour, float radius = 0, Corners corners = Corners::all);
// A line of 1 px (or `thickness`) inside the edge.
void stroke(Frame& f, Rect area, Colour colour, float radius = 0, float thickness = 1);
// The same, broken: the edge of what cannot be pressed, with more contrast.
void stroke_dashed(Frame& f, Rect area, Colour colour, float radius);
void fill_and_stroke(Frame& f, Rect area, Colour inside, Colour edge, float radius);
void line_below(Frame& f, Rect area, Colour colour); // 1 px, inside the lower edge
void line_above(Frame& f, Rect area, Colour colour);
void line_left(Frame& f, Rect area, Colour colour);
void disc(Frame& f, Point centre, float radius, Colour colour);
// A soft shadow below a raised thing; `depth` is how far it reaches.
void shadow(Frame& f, Rect area, float radius, float depth);
// The focus ring, 2 px, 2 px outside of `area`.
void ring(Frame& f, Rect area, float radius);
// With more contrast, what is chosen or means something has an edge: its ground alone does not tell it.
void chosen_edge(Frame& f, Rect area, Colour colour, float radius);
// From `from` at the left edge to `to` at the right one.
void fade_across(Frame& f, Rect area, Colour from, Colour to);
// An arc of a circle as a band; 0 is at twelve o'clock, 1 once round clockwise. Ends are round.
void arc(Frame& f, Point centre, float radius, float thickness, float from, float to, Colour colour);
// Slanted stripes inside a rounded area: hours that do not count.
void stripes(Frame& f, Rect area, Colour colour, float radius);

// What is left of `area` under the current clip.
[[nodiscard]] Rect visible_part(Frame const& f, Rect area);

// Cuts everything drawn and pressed while it lives to `area`.
class Clip
{
public:
    Clip(Frame& frame, Rect area);
    ~Clip();
    Clip(Clip const&) = delete;
    Clip& operator=(Clip const&) = delete;

private:
    Frame& m_frame;
};

// Everything drawn while it lives is `opacity` 0–1 of itself.
class Fade
{
public:
    Fade(Frame& frame, float opacity);
    ~Fade();
    Fade(Fade const&) = delete;
    Fade& operator=(Fade const&) = delete;

private:
    Frame& m_frame;
    float m_before;
};

} // namespace keyrack::ui
