#include "ui/kit/slider.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/line_marks.hpp"
#include "ui/kit/state.hpp"

#include <algorithm>
#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float track_height = 4;
constexpr float thumb = 8; // its radius

double share_of(SliderSpec const& spec, std::int64_t value)
{
    if (spec.to <= spec.from) return 0;
    return std::clamp(static_cast<double>(value - spec.from) / static_cast<double>(spec.to - spec.from), 0.0, 1.0);
}

std::int64_t value_at(SliderSpec const& spec, Rect line, float x)
{
    auto const share = line.width > 0 ? std::clamp((x - line.x) / line.width, 0.0F, 1.0F) : 0.0F;
    return spec.from + std::llround(static_cast<double>(share) * static_cast<double>(spec.to - spec.from));
}

std::optional<std::int64_t> by_keys(Frame& f, SliderSpec const& spec)
{
    struct Key
    {
        char const* name;
        std::int64_t by;
    };
    for (auto const& key :
        { Key { "ArrowLeft", -spec.step }, Key { "ArrowDown", -spec.step }, Key { "ArrowRight", spec.step },
            Key { "ArrowUp", spec.step }, Key { "PageUp", spec.stride }, Key { "PageDown", -spec.stride } })
        if (f.pressed(key.name)) return std::clamp(spec.at + key.by, spec.from, spec.to);
    if (f.pressed("Home")) return spec.from;
    if (f.pressed("End")) return spec.to;
    return std::nullopt;
}

float x_of(Rect line, SliderSpec const& spec, std::int64_t value)
{
    return line.x + static_cast<float>(share_of(spec, value)) * line.width;
}

std::optional<std::int64_t> draw_marks(Frame& f, Rect line, SliderSpec const& spec)
{
    std::vector<LineMark> marks;
    for (std::size_t i = 0; i < spec.marks.size(); ++i) {
        auto const& mark = spec.marks[i];
        marks.push_back({ .key = i, .x = x_of(line, spec, mark.at), .tone = Tone::ending, .text = mark.text });
    }
    IdScope const scope { f, spec.key };
    auto const chosen = line_marks(f, line.middle(track_height), marks);
    return chosen ? std::optional { spec.marks[*chosen].at } : std::nullopt;
}

void draw_rail(Frame& f, Rect bar, SliderSpec const& spec, float until)
{
    fill(f, bar, f.tokens().line_strong, track_height / 2);
    fill(f, { bar.x, bar.y, until - bar.x, bar.height }, f.tokens().tone(spec.tone).fill, track_height / 2);
}

void draw_thumb(Frame& f, Point at, SliderSpec const& spec, bool has_ring)
{
    disc(f, at, thumb, f.tokens().tone(spec.tone).fill);
    disc(f, at, thumb - 3, f.tokens().surface);
    if (has_ring) ring(f, Rect { at.x - thumb, at.y - thumb, 2 * thumb, 2 * thumb }, thumb);
}

} // namespace

SliderResult slider(Frame& f, Rect area, SliderSpec const& spec)
{
    SliderResult result;
    auto& pointer = f.state().pointer;
    auto const line = area.inset(thumb, 0);
    Node node { .role = Role::slider,
        .bounds = area,
        .name = std::string { spec.name },
        .value = std::string { spec.says },
        .flags = Flag::focusable };
    node.extra.put("now", spec.at).put("min", spec.from).put("max", spec.to);
    auto const before = pointer.held_by_drag == f.id(spec.key);
    auto const on = f.item(spec.key, std::move(node), { .cursor = Cursor::grab });
    auto shown = spec.at;
    if (on.held) pointer.held_by_drag = on.id; // a finger on it does not scroll the page
    if (on.held || (before && pointer.down)) {
        shown = value_at(spec, line, pointer.at.x);
        result.moved = shown;
        f.want_frame();
    }
    if (on.clicked && pointer.at.x > -1e5F) result.chosen = value_at(spec, line, pointer.at.x);
    if (on.focused && !result.chosen) result.chosen = by_keys(f, spec);
    if (result.chosen == spec.at) result.chosen.reset();
    Point const at { x_of(line, spec, result.chosen.value_or(shown)), line.centre().y };
    draw_rail(f, line.middle(track_height), spec, at.x);
    if (auto const mark = draw_marks(f, line, spec); mark && mark != spec.at) result.chosen = mark;
    draw_thumb(f, at, spec, on.ring);
    return result;
}

} // namespace keyrack::ui
