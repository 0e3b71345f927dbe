#include "ui/kit/scroll.hpp"

#include "ui/kit/imgui_bridge.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float endless = 1e7F;
constexpr float bar_width = 10;
constexpr float thumb_least = 36;
constexpr float least_view = 60;

std::size_t open_region(Frame& f, Id id, Rect area, bool sideways)
{
    auto& state = f.state();
    auto const parent = state.open_regions.empty() ? -1 : static_cast<int>(state.open_regions.back());
    state.regions.push_back(
        { .id = id, .area = visible_part(f, area), .layer = state.layer, .parent = parent, .sideways = sideways });
    state.open_regions.push_back(state.regions.size() - 1);
    state.scrolls[id].seen = state.frame;
    return state.regions.size() - 1;
}

void settle(Frame& f, Id id, float content, float view)
{
    auto& state = f.state();
    state.open_regions.pop_back();
    auto& scroll = state.scrolls[id];
    scroll.most = content - view < 0.5F ? 0.0F : content - view; // sums of lengths are not exact
    // Two lines are the least that can be read while the rest is scrolled to.
    if (scroll.most > 0 && view < least_view) state.out_of_reach.push_back("a view of " + std::to_string(view));
    if (scroll.target <= scroll.most && scroll.offset <= scroll.most) return;
    scroll.target = std::min(scroll.target, scroll.most);
    scroll.offset = std::min(scroll.offset, scroll.most);
    f.want_frame();
}

// The thumb follows the pointer while it is held; it has no node, as no native scroll bar has one.
void drag_thumb(Frame& f, Id id, Rect track, Rect thumb, ScrollState& scroll)
{
    auto& state = f.state();
    auto& pointer = state.pointer;
    auto const thumb_id = WidgetKey { "thumb" }.under(id);
    state.hits.push_back({ .id = thumb_id, .area = track, .layer = state.layer });
    if (!pointer.down || pointer.pressed != thumb_id) return;
    if (pointer.held_by_drag != thumb_id) {
        pointer.held_by_drag = thumb_id;
        auto const on_thumb = thumb.contains(pointer.at);
        pointer.grip = on_thumb ? pointer.at.y - thumb.y : thumb.height / 2;
    }
    auto const share = (pointer.at.y - pointer.grip - track.y) / std::max(1.0F, track.height - thumb.height);
    scroll.target = scroll.offset = std::clamp(share, 0.0F, 1.0F) * scroll.most;
    scroll.smooth = false;
    f.want_frame();
}

void draw_bar(Frame& f, Id id, Rect area)
{
    auto& state = f.state();
    auto& scroll = state.scrolls[id];
    if (scroll.most <= 0.5F) return;
    auto track = area;
    track = track.take_right(bar_width).inset(0, 3);
    auto const height = std::max(thumb_least, track.height * area.height / (area.height + scroll.most));
    Rect const thumb { track.x, track.y + (track.height - height) * (scroll.offset / scroll.most), track.width,
        height };
    auto const by_finger = state.pointer.kind == PointerKind::touch;
    if (!by_finger) drag_thumb(f, id, track, thumb, scroll);
    auto const held = state.pointer.held_by_drag != 0 && state.pointer.held_by_drag == WidgetKey { "thumb" }.under(id);
    auto const over = !by_finger && f.hovers(track);
    auto const moved = f.time_seconds() < scroll.shown_until;
    if (moved) f.want_frame_in(scroll.shown_until - f.time_seconds() + 0.01);
    auto const shown = held || moved || (!by_finger && f.hovers(area));
    auto const visible = f.animate(WidgetKey { "bar" }.under(id), shown ? 1.0F : 0.0F);
    if (visible <= 0) return;
    auto const wide = f.animate(WidgetKey { "wide" }.under(id), held || over ? 1.0F : 0.0F);
    auto const width = 5 + 2 * wide;
    auto const quiet = has_contrast(f.theme()) ? 0.6F : 0.28F;
    auto const strength = (quiet + 0.22F * wide) * visible;
    fill(f, { thumb.right() - width - 2, thumb.y, width, thumb.height }, f.tokens().ink.faded(strength), radius::full);
}

} // namespace

ScrollArea::ScrollArea(Frame& frame, WidgetKey key, Rect area, Insets padding)
    : m_frame(frame), m_id(frame.id(key)), m_area(area), m_padding(padding), m_top(0)
{
    open_region(frame, m_id, area, false);
    m_clip = std::make_unique<Clip>(frame, area);
    frame.push_id(key);
    auto const offset = snap(frame, frame.state().scrolls[m_id].offset);
    m_content = area.inset({ 0, padding.right, 0, padding.left });
    m_content.y = m_top = area.y + padding.top - offset;
    m_content.height = endless;
}

ScrollArea::~ScrollArea()
{
    m_frame.pop_id();
    m_clip.reset();
    auto const used = m_told_height.value_or(m_content.y - m_top);
    settle(m_frame, m_id, m_padding.top + used + m_padding.bottom, m_area.height);
    Clip const clip { m_frame, m_area };
    draw_bar(m_frame, m_id, m_area);
}

float ScrollArea::offset() const
{
    return snap(m_frame, m_frame.state().scrolls[m_id].offset);
}

ScrollStrip::ScrollStrip(Frame& frame, WidgetKey key, Rect area, std::optional<Colour> ground)
    : m_frame(frame), m_id(frame.id(key)), m_area(area), m_left(0), m_ground(ground.value_or(frame.ground()))
{
    open_region(frame, m_id, area, true);
    m_clip = std::make_unique<Clip>(frame, area);
    frame.push_id(key);
    m_content = area;
    m_content.x = m_left = area.x - snap(frame, frame.state().scrolls[m_id].offset);
    m_content.width = endless;
}

ScrollStrip::~ScrollStrip()
{
    m_frame.pop_id();
    m_clip.reset();
    settle(m_frame, m_id, m_content.x - m_left, m_area.width);
    constexpr float reach = 28;
    auto const& scroll = m_frame.state().scrolls[m_id];
    auto const clear = m_ground.faded(0);
    auto left = m_area;
    auto right = m_area;
    if (scroll.offset > 1) fade_across(m_frame, left.take_left(reach), m_ground, clear);
    if (scroll.offset < scroll.most - 1) fade_across(m_frame, right.take_right(reach), clear, m_ground);
}

void Frame::reveal(Rect area)
{
    constexpr float margin = 12;
    auto wanted = area;
    for (auto place = m_state.open_regions.rbegin(); place != m_state.open_regions.rend(); ++place) {
        auto const& region = m_state.regions[*place];
        auto& scroll = m_state.scrolls[region.id];
        auto const from = region.sideways ? wanted.x : wanted.y;
        auto const length = region.sideways ? wanted.width : wanted.height;
        auto const view_from = region.sideways ? region.area.x : region.area.y;
        auto const view = region.sideways ? region.area.width : region.area.height;
        auto by = 0.0F;
        if (from - margin < view_from)
            by = from - margin - view_from;
        else if (from + length + margin > view_from + view)
            by = std::min(from + length + margin - view_from - view, from - margin - view_from);
        if (std::abs(by) < 1) continue;
        auto const before = scroll.offset;
        // What may be scrolled to is known from the frame before only; the area's end corrects what is too far.
        scroll.target = std::max(0.0F, before + by);
        if (scroll.most > 0) scroll.target = std::min(scroll.target, scroll.most);
        scroll.smooth = !reduced_motion();
        scroll.velocity = 0;
        if (!scroll.smooth) scroll.offset = scroll.target;
        wanted = region.sideways ? wanted.moved(before - scroll.target, 0) : wanted.moved(0, before - scroll.target);
        want_frame();
    }
}

} // namespace keyrack::ui
