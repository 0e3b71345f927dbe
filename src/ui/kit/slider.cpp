#include "ui/kit/slider.hpp"

#include "ui/kit/draw.hpp"
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

// Returns where the thumb is.
Point draw_track(Frame& f, Rect line, SliderSpec const& spec, std::int64_t value)
{
    auto const& t = f.tokens();
    auto const colours = t.tone(spec.tone);
    auto const bar = line.middle(track_height);
    auto const x_of = [&](std::int64_t at) { return line.x + static_cast<float>(share_of(spec, at)) * line.width; };
    Point const at { x_of(value), bar.centre().y };
    fill(f, bar, t.line_strong, track_height / 2);
    fill(f, { bar.x, bar.y, at.x - bar.x, bar.height }, colours.fill, track_height / 2);
    for (auto const mark : spec.marks) disc(f, { x_of(mark), at.y }, 3, t.ending.fill);
    disc(f, at, thumb, colours.fill);
    disc(f, at, thumb - 3, t.surface);
    return at;
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
    auto const at = draw_track(f, line, spec, result.chosen.value_or(shown));
    if (on.ring) ring(f, Rect { at.x - thumb, at.y - thumb, 2 * thumb, 2 * thumb }, thumb);
    return result;
}

} // namespace keyrack::ui
