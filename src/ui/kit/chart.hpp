#pragma once
// Promise: small pictures of numbers. Each has a name that says the same in words.

#include "ui/kit/frame.hpp"

#include <span>

namespace keyrack::ui {

// How far: 0–1; none when it is not known. 6 high in the middle of `area`.
struct ProgressSpec
{
    WidgetKey key;
    std::string_view name;
    std::optional<float> share = {};
    Tone tone = Tone::accent;
};
void progress_bar(Frame& f, Rect area, ProgressSpec const& spec);
// What a bar is filled on: the part that is still open. With more contrast it has an edge.
void track(Frame& f, Rect area, float rounding);
void draw_spinner(Frame& f, Rect area, Colour ink, float size = 16);

// A ring with a figure inside; 78 across looks best.
struct RingSpec
{
    WidgetKey key;
    std::string_view name; // "62 of 80 rooms are covered"
    float share = 0;       // 0–1
    std::string_view figure;
    Tone tone = Tone::accent;
};
void ring_chart(Frame& f, Rect area, RingSpec const& spec);

// Parts of a whole side by side, 10 high in the middle of `area`.
struct BarPart
{
    double amount = 0;
    Tone tone = Tone::neutral;
};
void stacked_bar(Frame& f, Rect area, WidgetKey key, std::string_view name, std::span<BarPart const> parts);

// What the tones of bars mean, in words; takes its height off the top of `from`.
enum class LegendLook {
    part, // of a whole
    span, // on a timeline
    line, // across a timeline
};
struct LegendMark
{
    std::string_view text;
    Tone tone = Tone::neutral;
    LegendLook look = LegendLook::part;
};
void legend(Frame& f, Rect& from, std::span<LegendMark const> marks);

// Spans on a common axis from 0 to 1 (the caller turns dates into shares): coverage over twelve months.
struct TimeSpan
{
    float from = 0;
    float to = 1;
    Tone tone = Tone::covered;
};
// 22 high in the middle of `area`. `now` marks a place by a thin line.
void timeline_bar(Frame& f, Rect area, WidgetKey key, std::string_view name, std::span<TimeSpan const> spans,
    std::optional<float> now = {});
// Words at their places along the axis (months): all of them or each second, third, … so that none touches the next.
struct AxisMark
{
    float at = 0;
    std::string_view text;
};
void timeline_axis(Frame& f, Rect area, std::span<AxisMark const> marks);
[[nodiscard]] std::size_t axis_stride(Frame const& f, float width, std::span<AxisMark const> marks);

// A clock as a strip: counted, left, paused, off hours. Labels that do not fit are left out. 26 high.
enum class StripLook {
    done,    // filled, green
    counted, // filled, blue
    left,    // soft blue
    paused,  // soft amber
    off,     // striped
    open,    // grey
};
struct StripPart
{
    double amount = 0;
    StripLook look = StripLook::counted;
    std::string_view label = {};
};
void strip(Frame& f, Rect area, WidgetKey key, std::string_view name, std::span<StripPart const> parts);

} // namespace keyrack::ui
