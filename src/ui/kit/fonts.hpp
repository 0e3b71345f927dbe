#pragma once
// Promise: the fonts that the kit sets text with, by weight; they are made outside.

struct ImFont;

namespace keyrack::ui {

// The browser's glyph loader makes them; tests make one of fixed advances. Every pointer is set and outlives the kit.
// A glyph's Y0 counts from the top of a line whose baseline is at the rounded `Ascent` of the baked font, as ImGui has it.
// `icons` holds the glyph of `Icon` number n at U+E000 + n, its X0 and Y0 counted from the upper left of a square that is
// as large as the font's size.
struct Fonts
{
    ImFont* regular = nullptr;  // 400
    ImFont* medium = nullptr;   // 500
    ImFont* semibold = nullptr; // 600
    ImFont* strong = nullptr;   // 650
    ImFont* icons = nullptr;
};

} // namespace keyrack::ui
