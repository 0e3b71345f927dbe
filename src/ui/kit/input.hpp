#pragma once
// Promise: everything the kit learns from outside, as values. The page's messages map onto these one to one.

#include "ui/kit/geometry.hpp"
#include "ui/kit/tokens.hpp"

#include <cstdint>
#include <string>

namespace keyrack::ui {

using Id = std::uint32_t; // 0: none

// The keys held down.
struct Mods
{
    bool shift = false;
    bool control = false;
    bool alt = false;
    bool meta = false;
    bool operator==(Mods const&) const = default;
};

// What holds for a whole frame.
struct FrameInput
{
    Size size { 1280, 800 }; // CSS pixels
    float ratio = 1;         // device pixels a CSS pixel
    Insets safe = {};        // what notches and home bars cover
    double time_seconds = 0;
    Theme theme = Theme::light;
    bool reduced_motion = false;
    bool touch = false; // the main pointer is a finger
};

enum class PointerPhase {
    move,
    down,
    up,
    cancel,
    leave,
};

enum class PointerKind {
    mouse,
    touch,
    pen,
};

struct PointerEvent
{
    PointerPhase phase = PointerPhase::move;
    Point at;
    int button = 0; // 0 main, 1 middle, 2 second
    PointerKind kind = PointerKind::mouse;
    Mods mods = {};
};

struct WheelEvent
{
    Point at;
    float dx = 0; // CSS pixels
    float dy = 0;
    Mods mods = {};
};

// `key` as KeyboardEvent.key names it: "ArrowDown", "Escape", "k", " ".
struct KeyEvent
{
    std::string key;
    Mods mods = {};
};

// The DOM's focus moved to node `id` (0: to none of ours). `visible` when it came by keyboard.
struct FocusEvent
{
    Id id = 0;
    bool visible = false;
};

// A click that the DOM made on a mirrored element, or Enter or Space on it.
struct ActivateEvent
{
    Id id = 0;
};

enum class TextPhase {
    input,
    commit,
    cancel,
};

// The state of the field being edited. `start` and `end` of the selection count UTF-16 units, as the DOM does.
struct TextEvent
{
    Id id = 0;
    std::string value;
    int start = 0;
    int end = 0;
    TextPhase phase = TextPhase::input;
};

} // namespace keyrack::ui

// The same by short names, for those who speak of nothing but input.
namespace keyrack::ui::input {

using Phase = PointerPhase;
using Kind = PointerKind;
using Editing = TextPhase;
using Pointer = PointerEvent;
using Wheel = WheelEvent;
using Key = KeyEvent;
using Focus = FocusEvent;
using Activate = ActivateEvent;
using Text = TextEvent;

} // namespace keyrack::ui::input
