#pragma once
// An open tenant: navigation, the bar over the page, what holds for the whole page, and the screen that is shown.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

struct ViewMemory; // view.hpp

// What the portal has to say above everything, taken from the top of the page; its action becomes an intent.
void draw_banner(Drawing& d, Rect& page, portal::BannerModel const& model);

// Where the day is chosen, once its bar is open.
[[nodiscard]] Id field_of_day(Frame& f);

void draw_session(Drawing& d, portal::PortalModel const& model, portal::Appearance appearance, ViewMemory& memory);

} // namespace keyrack::ui
