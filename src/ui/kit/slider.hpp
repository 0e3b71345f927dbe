#pragma once
// Promise: a place on a line, chosen by dragging, by a press or by the arrow keys.
// What is worth a look is marked on it.
//
//     SliderResult r = slider(f, area, {.key = "day", .name = …, .from = 0, .to = 365, .at = 12, .says = …});
//     if (r.moved) label = text_of(*r.moved);      // while it is dragged
//     if (r.chosen) go_to(*r.chosen);              // let go, pressed, or by a key

#include "ui/kit/frame.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace keyrack::ui {

struct SliderSpec
{
    WidgetKey key;
    std::string_view name;
    std::int64_t from = 0, to = 1, at = 0;
    std::string_view says = {}; // what `at` is in words
    std::int64_t step = 1;      // of an arrow key
    std::int64_t stride = 30;   // of Page Up and Down
    std::span<std::int64_t const> marks = {};
    Tone tone = Tone::planned;
};

struct SliderResult
{
    std::optional<std::int64_t> moved;
    std::optional<std::int64_t> chosen;
};

SliderResult slider(Frame& f, Rect area, SliderSpec const& spec);

} // namespace keyrack::ui
