#pragma once
// All companies kept in this browser: how each stands, what ends when, and one search through all of them.

#include "portal/cockpit_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents cockpit_screen(Frame& f, Rect area, portal::CockpitModel const& model, portal::Words const& words,
    portal::Appearance appearance, bool just_opened);

} // namespace keyrack::ui
