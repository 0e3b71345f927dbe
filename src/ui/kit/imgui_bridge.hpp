#pragma once
// Promise: how the kit's values become ImGui's. Only the kit's own files include this.

#include "ui/kit/state.hpp"

#define IMGUI_DEFINE_MATH_OPERATORS
#include <imgui.h>
#include <imgui_internal.h>

namespace keyrack::ui {

[[nodiscard]] inline ImVec2 to_imgui(Point point)
{
    return { point.x, point.y };
}

[[nodiscard]] inline ImVec2 upper_left(Rect area)
{
    return { area.x, area.y };
}

[[nodiscard]] inline ImVec2 lower_right(Rect area)
{
    return { area.right(), area.bottom() };
}

[[nodiscard]] inline ImU32 to_imgui(Frame const& f, Colour colour)
{
    auto const seen = colour.faded(f.state().opacity);
    return IM_COL32(seen.red, seen.green, seen.blue, seen.alpha);
}

} // namespace keyrack::ui
