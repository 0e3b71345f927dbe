#include "ui/screens/rack.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float bar_height = 10;
constexpr float tag_width = 70;
constexpr float tag_height = 110;
constexpr float hook_drop = 20; // from the bar to where the ring hangs
constexpr float hook_side = 5;  // how far a hook reaches to the left
constexpr float hook_radius = 9;
constexpr float rack_height = bar_height + hook_drop + 2 * hook_radius + tag_height + 24;

// What hangs on a hook. An empty hook is a room without cover.
struct Hook
{
    bool empty = false;
    Tone tone = Tone::covered;
    float hangs_lower = 0;
};

constexpr std::array<Hook, 10> hooks { {
    { .tone = Tone::covered },
    { .tone = Tone::covered, .hangs_lower = 8 },
    { .empty = true },
    { .tone = Tone::ending, .hangs_lower = 4 },
    { .tone = Tone::covered, .hangs_lower = 12 },
    { .tone = Tone::planned },
    { .empty = true },
    { .tone = Tone::covered, .hangs_lower = 8 },
    { .tone = Tone::covered },
    { .tone = Tone::ending, .hangs_lower = 10 },
} };

struct Paints
{
    Colour metal;
    Colour paper;
    Colour line;
};

Paints paints_of(Tokens const& tokens)
{
    return { .metal = tokens.sidebar_text,
        .paper = mix(tokens.sidebar, tokens.sidebar_strong, 0.94F),
        .line = mix(tokens.sidebar_strong, tokens.sidebar, 0.28F) };
}

Rect tag_area(Point ring, Hook const& what)
{
    return { ring.x - tag_width / 2, ring.y + hook_radius - 6 + what.hangs_lower, tag_width, tag_height };
}

void draw_tag(Frame& f, Point ring, Hook const& what)
{
    auto const paints = paints_of(f.tokens());
    auto const colour = tokens_of(Theme::light).tone(what.tone).fill; // the paper is white in every theme
    auto tag = tag_area(ring, what);
    shadow(f, tag, radius::large, 8);
    fill(f, tag, paints.paper, radius::large);
    auto const head = tag.take_top(34);
    fill(f, head, colour, radius::large, Corners::top);
    disc(f, { ring.x, head.y + 12 }, 5, f.tokens().sidebar);
    fill(f, { ring.x - 1, ring.y + hook_radius, 2, head.y + 12 - ring.y - hook_radius }, paints.metal, 1);
    icon(f, tag.take_top(38), Icon::key_round, colour, 22);
    tag = tag.inset(13, 0);
    fill(f, tag.take_top(4), paints.line, 2);
    tag.skip_top(6);
    auto short_line = tag.take_top(4);
    fill(f, short_line.take_left(short_line.width * 0.6F), paints.line.faded(0.6F), 2);
}

void draw_empty(Frame& f, Point ring, Hook const& what)
{
    auto const tag = tag_area(ring, what);
    stroke(f, tag, paints_of(f.tokens()).metal.faded(0.3F), radius::large);
    icon(f, tag, Icon::x, tokens_of(Theme::dark).missing.ink, 22);
}

void draw_hook(Frame& f, Point top)
{
    auto const metal = paints_of(f.tokens()).metal;
    fill(f, { top.x - 1.5F, top.y, 3, hook_drop - hook_side }, metal, 1);
    arc(f, { top.x - hook_side, top.y + hook_drop - hook_side }, hook_side, 3, 0.25F, 0.75F, metal);
}

} // namespace

void draw_rack(Frame& f, Rect area)
{
    auto const fitting = static_cast<std::size_t>(std::max(0.0F, std::floor(area.width / hook_pitch)));
    auto const count = std::min(fitting, hooks.size());
    if (count < least_hooks || area.height < rack_height) {
        return;
    }
    auto const width = hook_pitch * static_cast<float>(count);
    Rect const rack { area.right() - width, area.y + (area.height - rack_height) / 2, width, rack_height };
    auto const paints = paints_of(f.tokens());
    for (std::size_t i = 0; i < count; ++i) {
        Point const top { rack.x + hook_pitch * (static_cast<float>(i) + 0.5F) + hook_side, rack.y + bar_height };
        Point const ring { top.x - hook_side, top.y + hook_drop + hook_radius - 3 };
        if (hooks[i].empty) {
            draw_empty(f, ring, hooks[i]);
        } else {
            draw_tag(f, ring, hooks[i]);
            arc(f, ring, hook_radius, 2, 0, 1, paints.metal);
        }
        draw_hook(f, top);
    }
    fill(f, { rack.x, rack.y, rack.width, bar_height }, mix(f.tokens().sidebar, f.tokens().sidebar_strong, 0.26F),
        bar_height / 2);
}

} // namespace keyrack::ui
