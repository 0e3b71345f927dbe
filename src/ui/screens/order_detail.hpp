#pragma once
// The open order: its facts, why its term is what it is, and what can be done with it.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

void draw_order_detail(Drawing& d, Rect area, portal::OrderDetail const& order);

// Why so many spares are earned, in the same place.
void draw_spares_detail(Drawing& d, Rect area, portal::ProofModel const& spares);

} // namespace keyrack::ui
