#pragma once
// Promise: label, hint and error around a box, the same for fields and for select. Only the kit's own files include this.

#include "ui/kit/field.hpp"

namespace keyrack::ui {

[[nodiscard]] float field_box_height(Frame const& f, FieldSpec const& spec);
[[nodiscard]] float field_around_height(Frame const& f, float width, FieldSpec const& spec);
// Draws what is around and returns where the box stands.
Rect draw_field_around(Frame& f, Rect area, FieldSpec const& spec, float box_height);

} // namespace keyrack::ui
