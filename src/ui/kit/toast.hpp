#pragma once
// Promise: a short notice that something was done, with a way back. It leaves by itself, never while pointed at or focused.
//
//     show_toast(f, {.key = entry, .text = words("assigned", 4), .action = words("undo")});
//     if (auto key = toast_action(f)) return Intent{Undo{EntryId{*key}}};   // once a frame, anywhere

#include "ui/kit/frame.hpp"

namespace keyrack::ui {

struct ToastSpec
{
    std::uint64_t key = 0;   // comes back with the action; the same key replaces the toast
    std::string text = {};   // announced politely too
    std::string action = {}; // empty: none
    Tone tone = Tone::neutral;
    double seconds = 8; // 0: stays until dismissed
};

void show_toast(Frame& f, ToastSpec spec);
// Buttons, a sheet or a dialog stand there in this frame: toasts are shown above or beside, and wait where there is no room.
void keep_toasts_clear(Frame& f, Rect of);
void hide_toast(Frame& f, std::uint64_t key);
// The key of a toast whose action was pressed, once.
[[nodiscard]] std::optional<std::uint64_t> toast_action(Frame& f);
// The key of a toast that left by itself or was dismissed, once each: whoever keeps a list of them forgets it.
[[nodiscard]] std::optional<std::uint64_t> toast_gone(Frame& f);

} // namespace keyrack::ui
