#pragma once
// Customer Success Services: who is served, what breaches, what cures it.

#include "portal/compliance_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents compliance_screen(
    Frame& f, Rect area, portal::ComplianceModel const& model, portal::Words const& words);

} // namespace keyrack::ui
