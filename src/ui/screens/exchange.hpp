#pragma once
// Where the tenant is exchanged, how far that has come, and the commands that lost their ground.

#include "portal/exchange_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents exchange_screen(
    Frame& f, Rect area, portal::ExchangeModel const& model, portal::Words const& words);

} // namespace keyrack::ui
