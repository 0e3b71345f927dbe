#pragma once
// Who did what and when, filtered, and taken back from there.

#include "portal/journal_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents journal_screen(
    Frame& f, Rect area, portal::JournalModel const& model, portal::Words const& words);

} // namespace keyrack::ui
