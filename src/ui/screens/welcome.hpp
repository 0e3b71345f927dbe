#pragma once
// The first thing anybody sees: what this is, what is kept here already, and three ways to begin.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents welcome_screen(
    Frame& f, Rect area, portal::WelcomeModel const& model, portal::Words const& words, portal::Appearance appearance);

// While a tenant is being opened.
void draw_opening(Drawing& d, Rect area, std::string_view text);

} // namespace keyrack::ui
