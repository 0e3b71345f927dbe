#pragma once
// The service orders: how many licences there are, used and free, when they start and end (R35), and the open order beside.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents orders_screen(Frame& f, Rect area, portal::OrdersModel const& model, portal::Words const& words);

} // namespace keyrack::ui
