#pragma once
// What can be taken out of a company, and the backups that the browser keeps of it.

#include "portal/care_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// Cards side by side, or below one another. Takes their height and a gap off the top of `from`.
void draw_care(Drawing& d, Rect& from, portal::CareModel const& model);

} // namespace keyrack::ui
