#pragma once
// Promise: tabs under which a detail is divided. Arrow keys move between them, only the chosen one is in the tab order.

#include "ui/kit/choice.hpp"
#include "ui/kit/frame.hpp"

namespace keyrack::ui {

inline constexpr float tabs_height = 40;

// Draws the row with its line below. Returns the index newly chosen.
std::optional<std::size_t> tabs(Frame& f, Rect area, ChoiceSpec const& spec, std::size_t chosen);

} // namespace keyrack::ui
