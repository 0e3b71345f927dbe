#pragma once
// A text of several lines as it was written; empty lines stay.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] float prose_height(Drawing const& d, float width, std::string_view text);
// Takes what it needs off the top of `from`.
void draw_prose(Drawing& d, Rect& from, std::string_view text);

} // namespace keyrack::ui
