#pragma once
// Who may do what, who is invited, who acts here.

#include "portal/people_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents people_screen(Frame& f, Rect area, portal::PeopleModel const& model, portal::Words const& words);

} // namespace keyrack::ui
