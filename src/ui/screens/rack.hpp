#pragma once
// The picture behind the name: a rack of keys, one hook a room. Decoration: it says nothing that is not said in words.

#include "ui/kit/frame.hpp"

namespace keyrack::ui {

inline constexpr float hook_pitch = 92; // from hook to hook
inline constexpr std::size_t least_hooks = 3;
inline constexpr float least_rack = hook_pitch * least_hooks; // fewer tell nothing, and are not drawn

// In the middle of `area`, as large as fits; meant for the dark ground of the sidebar.
void draw_rack(Frame& f, Rect area);

} // namespace keyrack::ui
