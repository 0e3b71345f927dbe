#pragma once
// Promise: the step from characters to glyphs on the canvas. Only the kit's own files include this.

#include "ui/kit/text.hpp"

struct ImFontBaked;

namespace keyrack::ui {

// A font at a size. `scale` turns the baked glyph's lengths into CSS pixels: sizes with a half are baked at the double.
struct Face
{
    ImFontBaked* baked = nullptr;
    float scale = 1;
    float figure = 0; // advance of a 0
};

struct Decoded
{
    char32_t codepoint = 0;
    std::size_t end = 0; // where the next character begins
};

// The id of words that are only read. Two that say the same in one scope still get ids of their own.
[[nodiscard]] Id text_id(Frame& f, std::string_view text);

// Whether the blank there keeps a number with its word, "9. Dec. 2026" and "12 rooms", or a "/" with what stands before
// it: where both go on one line.
[[nodiscard]] bool keeps_its_word(Frame const& f, std::string_view text, std::size_t blank, Type type, float width);

// Whether a line may leave that much of `width` empty so that its last word gives company to a lone one below.
[[nodiscard]] bool may_stay_empty(float room, float width, Type type);

[[nodiscard]] Decoded decode(std::string_view text, std::size_t at);
[[nodiscard]] Face face_of(Frame const& f, TypeStyle style);
[[nodiscard]] float advance_of(Face const& face, char32_t codepoint, Figures figures);

// Where the baseline lies so that capitals stand in the vertical middle of `area`.
[[nodiscard]] float baseline_in(Frame const& f, Rect area, TypeStyle style);
// Returns the pen's x behind the last character.
float draw_run(Frame& f, Point at, std::string_view text, TypeStyle style, Colour ink, Figures figures);
void draw_icon_glyph(Frame& f, Rect area, Icon icon, Colour ink, float size);

} // namespace keyrack::ui
