#pragma once
// Onsite spares: how many and why, which hardware to choose, where to ship it, and what could be swapped.

#include "portal/spares_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents spares_screen(Frame& f, Rect area, portal::SparesModel const& model, portal::Words const& words);

} // namespace keyrack::ui
