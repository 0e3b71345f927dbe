#pragma once
// What needs somebody now, how things stand, and the next twelve months at a glance.

#include "portal/overview_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents overview_screen(
    Frame& f, Rect area, portal::OverviewModel const& model, portal::Words const& words);

} // namespace keyrack::ui
