#pragma once
// What an ORG-ID is given, tier by tier, each line with its proof.

#include "portal/benefits_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// Takes what it needs off the top of `from`.
void draw_benefits(Drawing& d, Rect& from, portal::BenefitsModel const& model);

} // namespace keyrack::ui
