#pragma once
// The fields of a form that stands on a screen. What is written becomes EditScreen.

#include "portal/form_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// Takes what it needs off the top of `from`; short fields stand side by side where there is room.
void draw_form_fields(Drawing& d, Rect& from, std::span<portal::FormField const> fields);

} // namespace keyrack::ui
