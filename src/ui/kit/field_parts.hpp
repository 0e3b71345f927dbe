#pragma once
// Promise: label, hint and error around a box, the same for fields and for select. Only the kit's own files include this.

#include "ui/kit/field.hpp"

namespace keyrack::ui {

[[nodiscard]] float field_box_height(Frame const& f, FieldSpec const& spec);
[[nodiscard]] float field_around_height(Frame const& f, float width, FieldSpec const& spec);
// Draws the label and returns where the box stands; then, after the box, what is below it: the order of reading.
[[nodiscard]] Rect draw_field_label(Frame& f, Rect area, FieldSpec const& spec, float box_height);
[[nodiscard]] Id field_note_id(Frame& f, WidgetKey field);
void draw_field_note(Frame& f, Rect area, FieldSpec const& spec, float box_bottom);

} // namespace keyrack::ui
