#pragma once
// Lines of the journal below one another: what was done, by whom and when, and the way back.

#include "ui/screens/drawing.hpp"

#include <cstddef>
#include <functional>
#include <optional>

namespace keyrack::ui {

[[nodiscard]] float journal_line_height(Frame const& f);

struct JournalLines
{
    std::size_t count = 0;
    std::function<portal::JournalLine(std::size_t)> const& line; // newest first
    std::optional<std::size_t> sought = {};                      // shown once, and marked as long as it is asked for
};
// `area`: of all lines. Only those that meet the view are asked for and drawn.
void draw_journal_lines(Drawing& d, Rect area, Rect view, JournalLines const& lines);

} // namespace keyrack::ui
