#pragma once
// Promise: a word about the thing under the pointer or focus, after a moment. Never the only place where something is said.

#include "ui/kit/frame.hpp"

namespace keyrack::ui {

// Call after the item it belongs to. Shows above or below `anchor` while `on` is hovered or shows its ring.
void tooltip(Frame& f, Interaction const& on, Rect anchor, std::string_view text);

} // namespace keyrack::ui
