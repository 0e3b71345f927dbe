#pragma once
// What stands over every screen of a tenant: the day it is about and what was known, and what is being tried.

#include "portal/time_model.hpp"
#include "portal/what_if_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// Each takes its height off the top of `page`.
void draw_time_bar(Drawing& d, Rect& page, portal::TimeBar const& model);
void draw_what_if_bar(Drawing& d, Rect& page, portal::WhatIfBar const& model);

// The field of the day, for whoever opens the bar by a key.
[[nodiscard]] Id day_field(Frame& f);

} // namespace keyrack::ui
