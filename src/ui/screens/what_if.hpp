#pragma once
// What is being tried: its steps, and what would be different.

#include "portal/what_if_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents what_if_screen(Frame& f, Rect area, portal::WhatIfModel const& model, portal::Words const& words);

} // namespace keyrack::ui
