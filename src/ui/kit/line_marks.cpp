#include "ui/kit/line_marks.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/menu.hpp"
#include "ui/kit/text.hpp"
#include "ui/kit/tooltip.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float lane_height = 14;
constexpr float mark_radius = 4;
constexpr float between_marks = 6;
constexpr float finger_width = 24;

std::string count_text(MarkGroup const& group)
{
    return std::to_string(group.count);
}

float mark_width(Frame const& f, MarkGroup const& group)
{
    if (group.count == 1) return 2 * mark_radius;
    return std::max(lane_height, text_width(f, count_text(group), Type::tiny) + 8);
}

// What it takes of the line, for the eye and for what points at it.
float mark_room(Frame const& f, MarkGroup const& group)
{
    return std::max(mark_width(f, group) + between_marks, f.touch() ? finger_width : 0);
}

std::string mark_name(LineMark const& mark)
{
    auto name = std::string { mark.text };
    if (!mark.second.empty()) name.append(", ").append(mark.second);
    return name;
}

std::string group_name(std::span<LineMark const> marks, std::string_view between)
{
    std::string name;
    for (auto const& mark : marks) name.append(name.empty() ? "" : between).append(mark_name(mark));
    return name;
}

Node mark_node(std::span<LineMark const> marks, Rect box, bool opened)
{
    auto const& mark = marks.front();
    Node node { .role = mark.href.empty() ? Role::button : Role::link,
        .bounds = box,
        .name = mark_name(mark),
        .flags = Flag::roving };
    if (marks.size() == 1) {
        if (!mark.href.empty()) node.extra.put("href", std::string { mark.href });
        return node;
    }
    node.role = Role::button;
    node.name = std::to_string(marks.size()) + ": " + group_name(marks, "; ");
    node.flags.add(opened ? Flag::expanded : Flag::collapsed);
    return node;
}

void draw_mark(Frame& f, Rect box, std::span<LineMark const> marks, Interaction const& on)
{
    auto const& t = f.tokens();
    fill(f, box.inset(-1.5F), t.surface, radius::full);
    auto const colour = mark_fill(t, marks);
    fill(f, on.hovered ? box.inset(-1) : box, colour, radius::full);
    if (marks.size() > 1)
        draw_text(f, box, std::to_string(marks.size()),
            { .type = Type::tiny, .ink = colour == t.ink_second ? t.surface : t.on_fill, .align = Align::centre });
    if (on.ring) ring(f, box, radius::full);
}

std::vector<MenuItem> mark_items(std::span<LineMark const> marks)
{
    std::vector<MenuItem> items;
    for (auto const& mark : marks) items.push_back({ .key = mark.key, .label = mark.text, .second = mark.second });
    return items;
}

// The index among `marks`, which stand as one.
std::optional<std::size_t> take_mark(Frame& f, Rect lane, MarkGroup const& group, std::span<LineMark const> marks)
{
    auto const high = group.count == 1 ? 2 * mark_radius : lane_height;
    auto const box =
        Rect { group.x - lane.width / 2, lane.y, lane.width, lane.height }.middle({ mark_width(f, group), high });
    auto const id = f.id(marks.front().key);
    Rect const hit = Rect { group.x, lane.y, 0, lane.height }.inset(-mark_room(f, group) / 2, 0);
    auto const on = f.item(marks.front().key, mark_node(marks, box, menu_open(f, id)), { .hit = hit });
    draw_mark(f, box, marks, on);
    if (!menu_open(f, id)) tooltip(f, on, box, group_name(marks, "\n"));
    if (group.count == 1) return on.clicked ? std::optional<std::size_t> { 0 } : std::nullopt;
    if (on.clicked) menu_open(f, id) ? close_menu(f) : open_menu(f, id);
    return popup_menu(f, id, box, group_name(marks, "; "), mark_items(marks));
}

} // namespace

Colour mark_fill(Tokens const& t, std::span<LineMark const> marks)
{
    for (auto const tone : { Tone::missing, Tone::ending, marks.front().tone }) {
        auto const has = [&](LineMark const& mark) { return mark.tone == tone; };
        bool const stands_out = tone == Tone::missing || tone == Tone::ending;
        if (stands_out ? std::ranges::any_of(marks, has) : std::ranges::all_of(marks, has)) return t.tone(tone).fill;
    }
    return t.ink_second;
}

std::vector<MarkGroup> joined_marks(Frame const& f, std::span<LineMark const> marks)
{
    std::vector<MarkGroup> groups;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        groups.push_back({ .first = i, .x = marks[i].x });
        while (groups.size() > 1) {
            auto& before = groups[groups.size() - 2];
            auto const& last = groups.back();
            if (last.x - before.x >= (mark_room(f, before) + mark_room(f, last)) / 2) break;
            before.count += last.count;
            before.x = (marks[before.first].x + marks[i].x) / 2;
            groups.pop_back();
        }
    }
    return groups;
}

std::optional<std::size_t> line_marks(Frame& f, Rect rail, std::span<LineMark const> marks)
{
    std::optional<std::size_t> chosen;
    Rect const lane { rail.x, rail.centre().y - marks_above, rail.width, lane_height };
    for (auto const& mark : marks)
        fill(f, { mark.x - 1, rail.y - 1, 2, rail.height + 2 }, f.tokens().tone(mark.tone).fill);
    for (auto const& group : joined_marks(f, marks)) {
        auto const at = take_mark(f, lane, group, marks.subspan(group.first, group.count));
        if (at) chosen = group.first + *at;
    }
    return chosen;
}

} // namespace keyrack::ui
