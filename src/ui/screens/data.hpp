#pragma once
// Where the data is, how it comes in and goes out, what an import brought, and the journal with its way back.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// Asks the model only for the journal's lines in view.
[[nodiscard]] Intents data_screen(Frame& f, Rect area, portal::DataModel const& model, portal::Words const& words);

} // namespace keyrack::ui
