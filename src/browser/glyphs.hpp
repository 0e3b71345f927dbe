#pragma once
// Promise: the browser measures and draws every glyph (web/worker/glyphs.mjs), so text looks as it does on any page,
// in every script the system has. ImGui only keeps the pictures.

#include "ui/kit/fonts.hpp"

namespace keyrack::browser {

// Adds the interface's fonts to the atlas of the current ImGui context.
[[nodiscard]] ui::Fonts add_fonts();

// Between two frames: each glyph is measured and drawn anew when it is next needed.
void forget_glyphs();

} // namespace keyrack::browser
