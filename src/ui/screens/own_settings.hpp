#pragma once
// What can be set: for this device and person, and for the company where the documents leave it open.

#include "portal/settings_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents settings_screen(
    Frame& f, Rect area, portal::SettingsModel const& model, portal::Words const& words);

} // namespace keyrack::ui
