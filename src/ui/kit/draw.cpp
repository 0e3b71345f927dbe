#include "ui/kit/draw.hpp"

#include "ui/kit/imgui_bridge.hpp"

#include <cmath>
#include <numbers>
#include <span>
#include <vector>

namespace keyrack::ui {

namespace {

ImDrawFlags rounding_of(Corners corners)
{
    switch (corners) {
    case Corners::all: return ImDrawFlags_RoundCornersAll;
    case Corners::top: return ImDrawFlags_RoundCornersTop;
    case Corners::bottom: return ImDrawFlags_RoundCornersBottom;
    case Corners::left: return ImDrawFlags_RoundCornersLeft;
    case Corners::right: return ImDrawFlags_RoundCornersRight;
    case Corners::none: return ImDrawFlags_RoundCornersNone;
    }
    return ImDrawFlags_RoundCornersAll;
}

float fitting_radius(Rect area, float radius)
{
    return std::min({ radius, area.width / 2, area.height / 2 });
}

void fill_snapped(Frame& f, Rect area, Colour colour, float radius, Corners corners)
{
    if (area.empty() || colour.alpha == 0) return;
    auto* const list = f.state().list;
    auto const rounding = fitting_radius(area, radius);
    list->AddRectFilled(upper_left(area), lower_right(area), to_imgui(f, colour), rounding,
        rounding > 0 ? rounding_of(corners) : ImDrawFlags_RoundCornersNone);
}

float line_width(Frame const& f)
{
    return std::max(1.0F, std::round(f.ratio())) / f.ratio();
}

float length_between(ImVec2 from, ImVec2 to)
{
    return std::hypot(to.x - from.x, to.y - from.y);
}

float length_of(std::span<ImVec2 const> path)
{
    float length = 0;
    for (std::size_t i = 1; i < path.size(); ++i) length += length_between(path[i - 1], path[i]);
    return length;
}

// Strokes every other piece of `length` of a path.
class Dashes
{
public:
    Dashes(ImDrawList& list, ImU32 colour, float width, float length)
        : m_list(list), m_colour(colour), m_width(width), m_length(length), m_left(length)
    { }

    void walk(ImVec2 from, ImVec2 to)
    {
        auto const whole = length_between(from, to);
        for (float at = 0; at < whole;) {
            auto const step = std::min(m_left, whole - at);
            if (m_drawn && m_list._Path.empty()) m_list.PathLineTo(ImLerp(from, to, at / whole));
            at += step;
            m_left -= step;
            if (m_drawn) m_list.PathLineTo(ImLerp(from, to, at / whole));
            if (m_left < 0.01F) turn();
        }
    }

    void turn()
    {
        if (m_drawn) m_list.PathStroke(m_colour, ImDrawFlags_None, m_width);
        m_drawn = !m_drawn;
        m_left = m_length;
    }

private:
    ImDrawList& m_list;
    ImU32 m_colour;
    float m_width;
    float m_length;
    float m_left;
    bool m_drawn = true;
};

bool inside_corners(Rect area, float radius, Point p)
{
    auto const near_x = std::clamp(p.x, area.x + radius, area.right() - radius);
    auto const near_y = std::clamp(p.y, area.y + radius, area.bottom() - radius);
    return std::hypot(p.x - near_x, p.y - near_y) <= radius + 0.01F;
}

} // namespace

void fill(Frame& f, Rect area, Colour colour, float radius, Corners corners)
{
    if (visible_part(f, area).empty()) return;
    fill_snapped(f, snap(f, area), colour, radius, corners);
}

void stroke(Frame& f, Rect area, Colour colour, float radius, float thickness)
{
    if (visible_part(f, area).empty()) return;
    auto const width = snap(f, std::max(thickness, line_width(f)));
    auto const middle = snap(f, area).inset(width / 2);
    auto* const list = f.state().list;
    list->PathRect(upper_left(middle), lower_right(middle), fitting_radius(middle, radius - width / 2));
    list->PathStroke(to_imgui(f, colour), ImDrawFlags_Closed, width);
}

void stroke_dashed(Frame& f, Rect area, Colour colour, float radius)
{
    if (visible_part(f, area).empty()) return;
    constexpr float dash = 4;
    auto const width = line_width(f);
    auto const middle = snap(f, area).inset(width / 2);
    auto* const list = f.state().list;
    list->PathRect(upper_left(middle), lower_right(middle), fitting_radius(middle, radius - width / 2));
    std::vector<ImVec2> path { list->_Path.begin(), list->_Path.end() };
    list->PathClear();
    path.push_back(path.front());
    auto const whole = length_of(path);
    auto const count = 2 * std::max(1.0F, std::round(whole / (2 * dash))); // as many gaps, so that no two dashes meet
    Dashes dashes { *list, to_imgui(f, colour), width, whole / count };
    for (std::size_t i = 1; i < path.size(); ++i) dashes.walk(path[i - 1], path[i]);
    list->PathClear();
}

void fill_and_stroke(Frame& f, Rect area, Colour inside, Colour edge, float radius)
{
    if (visible_part(f, area).empty()) return;
    auto const snapped = snap(f, area);
    auto const width = line_width(f);
    auto const outer = fitting_radius(snapped, radius);
    // Two areas, one in the other, give a sharper line than a stroke over an area; but only where both hide what is below.
    if (inside.alpha == 255 && f.state().opacity >= 1) {
        fill_snapped(f, snapped, edge, outer, Corners::all);
        fill_snapped(f, snapped.inset(width), inside, std::max(0.0F, outer - width), Corners::all);
        return;
    }
    fill_snapped(f, snapped.inset(width / 2), inside, outer, Corners::all);
    stroke(f, area, edge, radius);
}

void line_below(Frame& f, Rect area, Colour colour)
{
    auto const snapped = snap(f, area);
    auto const width = line_width(f);
    fill(f, { snapped.x, snapped.bottom() - width, snapped.width, width }, colour);
}

void line_above(Frame& f, Rect area, Colour colour)
{
    auto const snapped = snap(f, area);
    fill(f, { snapped.x, snapped.y, snapped.width, line_width(f) }, colour);
}

void line_left(Frame& f, Rect area, Colour colour)
{
    auto const snapped = snap(f, area);
    fill(f, { snapped.x, snapped.y, line_width(f), snapped.height }, colour);
}

void disc(Frame& f, Point centre, float radius, Colour colour)
{
    f.state().list->AddCircleFilled(to_imgui(centre), radius, to_imgui(f, colour), 0);
}

void shadow(Frame& f, Rect area, float radius, float depth)
{
    constexpr int steps = 10;
    auto const strength = is_dark(f.theme()) ? 0.05F : 0.0095F;
    for (int i = steps; i > 0; --i) {
        auto const reach = depth * static_cast<float>(i) / steps;
        fill_snapped(f, area.inset(-reach).moved(0, depth * 0.35F), f.tokens().shadow.faded(strength), radius + reach,
            Corners::all);
    }
}

void ring(Frame& f, Rect area, float radius)
{
    auto const colour = f.state().on_sidebar ? f.tokens().focus_on_sidebar : f.tokens().focus;
    stroke(f, area.inset(-4), colour, radius > 0 ? radius + 4 : 4, 2);
}

void chosen_edge(Frame& f, Rect area, Colour colour, float radius)
{
    if (has_contrast(f.theme())) stroke(f, area, colour, radius, 2);
}

void fade_across(Frame& f, Rect area, Colour from, Colour to)
{
    if (visible_part(f, area).empty()) return;
    auto const snapped = snap(f, area);
    auto const left = to_imgui(f, from);
    auto const right = to_imgui(f, to);
    f.state().list->AddRectFilledMultiColor(upper_left(snapped), lower_right(snapped), left, right, right, left);
}

void arc(Frame& f, Point centre, float radius, float thickness, float from, float to, Colour colour)
{
    if (to <= from) return;
    auto* const list = f.state().list;
    constexpr float turn = 2 * std::numbers::pi_v<float>;
    auto const angle = [](float share) { return (share - 0.25F) * turn; };
    auto const middle = radius - thickness / 2;
    if (to - from >= 0.9999F) {
        list->PathArcTo(to_imgui(centre), middle, 0, turn * 127 / 128, 128);
        list->PathStroke(to_imgui(f, colour), ImDrawFlags_Closed, thickness);
        return;
    }
    auto const segments = std::max(8, static_cast<int>((to - from) * 128));
    list->PathArcTo(to_imgui(centre), middle, angle(from), angle(to), segments);
    list->PathStroke(to_imgui(f, colour), ImDrawFlags_None, thickness);
    for (auto const end : { from, to }) {
        Point const at { centre.x + std::cos(angle(end)) * middle, centre.y + std::sin(angle(end)) * middle };
        disc(f, at, thickness / 2, colour);
    }
}

void stripes(Frame& f, Rect area, Colour colour, float radius)
{
    constexpr float apart = 7;
    constexpr float step = 0.5F;
    auto const inner = snap(f, area).inset(0.5F);
    auto const rounding = fitting_radius(inner, radius);
    auto* const list = f.state().list;
    auto const count = static_cast<int>(std::ceil((inner.width + inner.height) / apart));
    for (int i = 0; i < count; ++i) {
        auto const start = inner.x - inner.height + static_cast<float>(i) * apart;
        // From the lower left to the upper right, shortened where the corners are round.
        auto from = std::max(0.0F, inner.x - start);
        auto to = std::min(inner.height, inner.right() - start);
        auto const at = [&](float along) { return Point { start + along, inner.bottom() - along }; };
        while (from < to && !inside_corners(inner, rounding, at(from))) from += step;
        while (from < to && !inside_corners(inner, rounding, at(to))) to -= step;
        if (to - from > 1) list->AddLine(to_imgui(at(from)), to_imgui(at(to)), to_imgui(f, colour), 1.5F);
    }
}

Clip::Clip(Frame& frame, Rect area) : m_frame(frame)
{
    auto& state = frame.state();
    auto const inside = visible_part(frame, snap(frame, area));
    state.clips.push_back(inside);
    state.list->PushClipRect(upper_left(inside), lower_right(inside), true);
}

Clip::~Clip()
{
    auto& state = m_frame.state();
    state.clips.pop_back();
    state.list->PopClipRect();
}

Fade::Fade(Frame& frame, float opacity) : m_frame(frame), m_before(frame.state().opacity)
{
    frame.state().opacity = m_before * std::clamp(opacity, 0.0F, 1.0F);
}

Fade::~Fade()
{
    m_frame.state().opacity = m_before;
}

float snap(Frame const& f, float length)
{
    return std::round(length * f.ratio()) / f.ratio();
}

Rect snap(Frame const& f, Rect area)
{
    auto const x = snap(f, area.x);
    auto const y = snap(f, area.y);
    return { x, y, snap(f, area.right()) - x, snap(f, area.bottom()) - y };
}

Rect visible_part(Frame const& f, Rect area)
{
    auto const& clips = f.state().clips;
    return clips.empty() ? area : clips.back().meet(area);
}

} // namespace keyrack::ui
