#pragma once
// The demo company's five years over the screen: a slider, its moments, and a button that plays them.

#include "portal/demo_strip.hpp"
#include "ui/screens/drawing.hpp"

#include <optional>

namespace keyrack::ui {

// What no model knows: whether it plays, and until when it rests at a moment.
struct DemoPlay
{
    bool playing = false;
    bool dragging = false;
    double next_step_seconds = 0;
    std::optional<Date> expects; // where playing has brought it: elsewhere, somebody else has moved
};

// Takes its height off the top of `page`.
void draw_demo_strip(Drawing& d, Rect& page, portal::DemoStripModel const& model, DemoPlay& play);

} // namespace keyrack::ui
