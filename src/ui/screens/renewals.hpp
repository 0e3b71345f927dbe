#pragma once
// What ends when, and what to order for it.

#include "portal/renewals_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents renewals_screen(
    Frame& f, Rect area, portal::RenewalsModel const& model, portal::Words const& words);

} // namespace keyrack::ui
