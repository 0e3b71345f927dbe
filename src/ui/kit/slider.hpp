#pragma once
// Promise: a place on a line, chosen by dragging, by a press or by the arrow keys.
// What is worth a look is marked above it, and chosen by a press (see line_marks.hpp).
//
//     SliderResult r = slider(f, area, {.key = "day", .name = …, .from = 0, .to = 365, .at = 12, .says = …});
//     if (r.moved) label = text_of(*r.moved);      // while it is dragged
//     if (r.chosen) go_to(*r.chosen);              // let go, pressed, or by a key

#include "ui/kit/frame.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace keyrack::ui {

struct SliderMark
{
    std::int64_t at = 0; // in their order
    std::string_view text = {};
};

struct SliderSpec
{
    WidgetKey key;
    std::string_view name;
    std::int64_t from = 0, to = 1, at = 0;
    std::string_view says = {}; // what `at` is in words
    std::int64_t step = 1;      // of an arrow key
    std::int64_t stride = 30;   // of Page Up and Down
    std::span<SliderMark const> marks = {};
    Tone tone = Tone::planned;
};

struct SliderResult
{
    std::optional<std::int64_t> moved;
    std::optional<std::int64_t> chosen;
};

SliderResult slider(Frame& f, Rect area, SliderSpec const& spec);

} // namespace keyrack::ui
