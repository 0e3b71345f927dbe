#pragma once
// The rooms and their cover: a list that searches, filters and sorts, and the open room beside it.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// Draws into `area`; what the person wanted comes back. Asks the model only for the rows in view.
[[nodiscard]] Intents rooms_screen(Frame& f, Rect area, portal::RoomsModel const& model, portal::Words const& words);

// The id of its search field, seen from the scope that the screen is drawn in.
[[nodiscard]] Id rooms_search(Frame& f);

} // namespace keyrack::ui
