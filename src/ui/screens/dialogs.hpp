#pragma once
// Questions that have to be answered first, and long work that can be watched and stopped.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

void draw_dialog(Drawing& d, portal::DialogModel const& model);
void draw_job(Drawing& d, portal::JobModel const& job);

} // namespace keyrack::ui
