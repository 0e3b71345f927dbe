#pragma once
// Promise: events of a line of days, above it, so that what slides along the line hides none. Those that would lie over
// each other stand as one that tells how many they are; pressed, it opens their list.
//
//     if (auto const chosen = line_marks(f, rail, marks)) go_to(days[*chosen]);

#include "ui/kit/frame.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace keyrack::ui {

inline constexpr float marks_above = 23; // a line's middle from the upper edge of its marks

struct LineMark
{
    WidgetKey key;
    float x = 0; // from left to right
    Tone tone = Tone::neutral;
    std::string_view text = {};   // "PO-1072 starts by itself"
    std::string_view second = {}; // "15 Jan 2027"
    std::string_view href = {};   // alone, it is a link to this fragment
};

// Marks that stand as one, in the middle between the first and the last of them.
struct MarkGroup
{
    std::size_t first = 0;
    std::size_t count = 1;
    float x = 0;
};
// What is missing or about to end among them is seen from afar; otherwise the tone that all have.
[[nodiscard]] Colour mark_fill(Tokens const& t, std::span<LineMark const> marks);
[[nodiscard]] std::vector<MarkGroup> joined_marks(Frame const& f, std::span<LineMark const> marks);

// Returns the index of the mark that was chosen.
std::optional<std::size_t> line_marks(Frame& f, Rect rail, std::span<LineMark const> marks);

} // namespace keyrack::ui
