#include "ui/kit/chart.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/text.hpp"

#include <algorithm>
#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float between = 2; // parts stand so far apart

Corners end_corners(bool first, bool last)
{
    if (first && last) return Corners::all;
    if (first) return Corners::left;
    return last ? Corners::right : Corners::none;
}

struct StripPaint
{
    Colour ground;
    Colour ink;
};

StripPaint paint_of(Tokens const& t, StripLook look)
{
    switch (look) {
    case StripLook::done: return { t.covered.fill, t.on_fill };
    case StripLook::counted: return { t.accent, t.on_accent };
    case StripLook::left: return { t.accent_soft, t.accent_text };
    case StripLook::paused: return { t.ending.soft, t.ending.ink };
    case StripLook::off:
    case StripLook::open: break;
    }
    return { t.neutral_soft, t.ink_second };
}

// Cuts `bar` in proportion to the amounts and hands out each part with whether it is the first or last one.
template <typename Part, typename Draw>
void cut_parts(Rect bar, std::span<Part const> parts, Draw const& draw)
{
    double sum = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        sum += parts[i].amount;
        if (parts[i].amount > 0) last = i;
    }
    if (sum <= 0) return;
    double before = 0;
    auto first = true;
    for (std::size_t i = 0; i <= last; ++i) {
        if (parts[i].amount <= 0) continue;
        auto const from = bar.x + static_cast<float>(before / sum) * bar.width;
        before += parts[i].amount;
        auto const to = bar.x + static_cast<float>(before / sum) * bar.width - (i == last ? 0 : between);
        Rect const piece { from, bar.y, std::max(1.0F, to - from), bar.height };
        draw(parts[i], piece, end_corners(first, i == last));
        first = false;
    }
}

void draw_part(Frame& f, Rect piece, Tone tone, float rounding, Corners corners)
{
    auto const& t = f.tokens();
    fill(f, piece, tone == Tone::neutral ? t.line_strong : t.tone(tone).fill, rounding, corners);
    if (!has_contrast(f.theme())) return;
    // Parts then differ by their pattern, too: what is missing is hollow, what ends is striped.
    if (tone == Tone::missing) fill(f, piece.inset(2), t.surface, std::max(0.0F, rounding - 2), corners);
    if (tone == Tone::ending) stripes(f, piece, t.on_fill, rounding);
}

// The same of a ring.
void ring_track(Frame& f, Point middle, float outer, float thickness)
{
    auto const& t = f.tokens();
    arc(f, middle, outer, thickness, 0, 1, t.neutral_soft);
    if (!has_contrast(f.theme())) return;
    arc(f, middle, outer, 1, 0, 1, t.outline);
    arc(f, middle, outer - thickness + 1, 1, 0, 1, t.outline);
}

// Pale, with an edge of the full tone where it begins.
void draw_span(Frame& f, Rect piece, Tone tone, bool to_the_end)
{
    constexpr float edge = 3;
    auto const& t = f.tokens();
    auto const colours = t.tone(tone);
    auto const end = to_the_end ? radius::small : 4.0F;
    // The edge keeps its round corners, because the span lies over it a little further in, but not over its own.
    auto inner = piece;
    auto const below = std::clamp(piece.width - end, edge, 2 * radius::small);
    fill(f, { piece.x, piece.y, below, piece.height }, colours.fill, radius::small, Corners::left);
    inner.skip_left(edge);
    // Dark tracks are lighter than `soft`: with a quarter of the tone a span stands out from its track in every theme.
    auto const ground = tone == Tone::neutral ? t.line_strong : mix(colours.soft, colours.fill, 0.25F);
    fill(f, inner, ground, end, Corners::right);
    if (has_contrast(f.theme()) && tone == Tone::ending) stripes(f, inner, colours.fill, end);
    chosen_edge(f, piece, colours.fill, radius::small);
}

void draw_sample(Frame& f, Rect square, LegendMark const& mark)
{
    auto const& t = f.tokens();
    switch (mark.look) {
    case LegendLook::part: return draw_part(f, square, mark.tone, 3, Corners::all);
    case LegendLook::span: return draw_span(f, square, mark.tone, false);
    case LegendLook::line:
        return fill(f, square.middle({ 2, square.height + 4 }),
            mark.tone == Tone::neutral ? t.ink_second : t.tone(mark.tone).fill);
    }
}

} // namespace

void track(Frame& f, Rect area, float rounding)
{
    auto const& t = f.tokens();
    if (has_contrast(f.theme()))
        fill_and_stroke(f, area, t.neutral_soft, t.outline, rounding);
    else
        fill(f, area, t.neutral_soft, rounding);
}

void progress_bar(Frame& f, Rect area, ProgressSpec const& spec)
{
    auto const bar = area.middle(6);
    Extra extra;
    if (spec.share) {
        extra.put("now", static_cast<long long>(std::lround(*spec.share * 100))).put("min", 0).put("max", 100);
    }
    f.note(spec.key, { .role = Role::progressbar, .bounds = bar, .name = std::string { spec.name }, .extra = extra });
    auto const& t = f.tokens();
    track(f, bar, radius::full);
    auto const colour = t.tone(spec.tone).fill;
    if (spec.share) {
        auto const share = f.animate(f.id(spec.key), std::clamp(*spec.share, 0.0F, 1.0F), 0.2);
        if (share > 0)
            fill(f, { bar.x, bar.y, std::max(bar.height, bar.width * share), bar.height }, colour, radius::full);
        return;
    }
    auto const part = bar.width * 0.3F;
    auto place = 0.35F;
    if (!f.reduced_motion()) {
        place = static_cast<float>(std::fmod(f.time_seconds(), 1.6) / 1.6);
        f.want_frame();
    }
    Clip const clip { f, bar };
    fill(f, { bar.x - part + (bar.width + part) * place, bar.y, part, bar.height }, colour, radius::full);
}

void draw_spinner(Frame& f, Rect area, Colour ink, float size)
{
    auto const middle = area.centre();
    auto const thickness = std::max(1.5F, size / 9);
    arc(f, middle, size / 2, thickness, 0, 1, ink.faded(0.22F));
    auto turn = 0.0F;
    if (!f.reduced_motion()) {
        turn = static_cast<float>(std::fmod(f.time_seconds(), 0.9) / 0.9);
        f.want_frame();
    }
    arc(f, middle, size / 2, thickness, turn, turn + 0.3F, ink);
}

void ring_chart(Frame& f, Rect area, RingSpec const& spec)
{
    auto const side = std::min({ area.width, area.height, 78.0F });
    auto const box = area.middle({ side, side });
    f.note(spec.key, { .role = Role::img, .bounds = box, .name = std::string { spec.name } });
    auto const& t = f.tokens();
    auto const share = f.animate(f.id(spec.key), std::clamp(spec.share, 0.0F, 1.0F), 0.16);
    auto const thickness = std::round(side * 0.115F);
    ring_track(f, box.centre(), side / 2, thickness);
    if (share > 0.004F) arc(f, box.centre(), side / 2, thickness, 0, share, t.tone(spec.tone).fill);
    draw_text(f, box.inset(thickness + 2, 0), spec.figure, { .type = Type::figure, .align = Align::centre });
}

void stacked_bar(Frame& f, Rect area, WidgetKey key, std::string_view name, std::span<BarPart const> parts)
{
    auto const bar = area.middle(10);
    f.note(key, { .role = Role::img, .bounds = bar, .name = std::string { name } });
    cut_parts(bar, parts, [&](BarPart const& part, Rect piece, Corners corners) {
        auto const rounding = corners == Corners::none ? 0.0F : 5.0F;
        if (part.tone == Tone::neutral) { // the rest
            fill(f, piece, f.tokens().neutral_soft, rounding, corners);
            if (has_contrast(f.theme())) stroke(f, piece, f.tokens().outline, rounding);
            return;
        }
        draw_part(f, piece, part.tone, rounding, corners);
    });
}

void legend(Frame& f, Rect& from, std::span<LegendMark const> marks)
{
    constexpr float square = 10;
    Flow flow { from, space::medium };
    for (auto const& mark : marks) {
        auto area = flow.place({ square + 6 + whole_width(f, mark.text, Type::second), line_height(Type::second) });
        draw_sample(f, area.take_left(square).middle(square), mark);
        area.skip_left(6);
        label(f, area, mark.text, { .type = Type::second, .ink = f.tokens().ink_second });
    }
    from.skip_top(flow.used_height());
}

void timeline_bar(Frame& f, Rect area, WidgetKey key, std::string_view name, std::span<TimeSpan const> spans,
    std::optional<float> now)
{
    auto const bar = area.middle(22);
    f.note(key, { .role = Role::img, .bounds = bar, .name = std::string { name } });
    track(f, bar, radius::small);
    for (auto const& span : spans) {
        auto const from = std::clamp(span.from, 0.0F, 1.0F);
        auto const to = std::clamp(span.to, 0.0F, 1.0F);
        if (to <= from) continue;
        auto const wide = std::max(3.0F, (to - from) * bar.width);
        draw_span(f, { bar.x + from * bar.width, bar.y, wide, bar.height }, span.tone, to >= 1);
    }
    if (now) fill(f, { bar.x + *now * bar.width, bar.y - 3, 1, bar.height + 6 }, f.tokens().ink_second);
}

std::size_t axis_stride(Frame const& f, float width, std::span<AxisMark const> marks)
{
    constexpr float apart = 6;
    auto const fits = [&](std::size_t stride) {
        for (std::size_t i = stride; i < marks.size(); i += stride) {
            auto const room = (marks[i].at - marks[i - stride].at) * width;
            if (room < text_width(f, marks[i - stride].text, Type::caption) + apart) return false;
        }
        return true;
    };
    std::size_t stride = 1;
    while (!fits(stride)) ++stride;
    return stride;
}

void timeline_axis(Frame& f, Rect area, std::span<AxisMark const> marks)
{
    auto const stride = axis_stride(f, area.width, marks);
    for (std::size_t i = 0; i < marks.size(); i += stride) {
        auto const x = area.x + marks[i].at * area.width;
        auto const width = text_width(f, marks[i].text, Type::caption);
        if (x + width > area.right() + 1) continue;
        draw_text(f, { x, area.y, width + 1, area.height }, marks[i].text,
            { .type = Type::caption, .ink = f.tokens().ink_third });
    }
}

void strip(Frame& f, Rect area, WidgetKey key, std::string_view name, std::span<StripPart const> parts)
{
    auto const bar = area.middle(26);
    f.note(key, { .role = Role::img, .bounds = bar, .name = std::string { name } });
    auto const& t = f.tokens();
    cut_parts(bar, parts, [&](StripPart const& part, Rect piece, Corners corners) {
        auto const paint = paint_of(t, part.look);
        auto const rounding = corners == Corners::none ? 0.0F : radius::small;
        fill(f, piece, paint.ground, rounding, corners);
        if (part.look == StripLook::off) stripes(f, piece, t.line_strong, rounding);
        if (part.look == StripLook::left || part.look == StripLook::paused) chosen_edge(f, piece, paint.ink, rounding);
        if (part.look == StripLook::open && has_contrast(f.theme())) stroke(f, piece, t.outline, rounding);
        auto const wide = text_width(f, part.label, Type::tiny);
        if (part.label.empty() || wide > piece.width - 4) return;
        // Words on stripes get a ground of their own.
        if (part.look == StripLook::off) fill(f, piece.middle({ wide + 8, 16 }), paint.ground, 4);
        draw_text(f, piece, part.label, { .type = Type::tiny, .ink = paint.ink, .align = Align::centre });
    });
}

} // namespace keyrack::ui
