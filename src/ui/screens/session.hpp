#pragma once
// An open tenant: navigation, the bar over the page, what holds for the whole page, and the screen that is shown.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

void draw_session(Drawing& d, portal::PortalModel const& model, portal::Appearance appearance);

} // namespace keyrack::ui
