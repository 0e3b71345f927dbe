#pragma once
// Assigning licences: which licence at the left, which rooms in the middle, what changes at the right, then commit.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// Asks the model only for the rooms in view.
[[nodiscard]] Intents assign_screen(Frame& f, Rect area, portal::AssignModel const& model, portal::Words const& words);

} // namespace keyrack::ui
