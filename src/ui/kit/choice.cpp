#include "ui/kit/choice.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/text.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float box_side = 18;
constexpr float box_gap = 10;

struct Mark
{
    Rect box;
    Rect words;
};

Mark cut_mark(Rect area, float line)
{
    auto words = area;
    auto left = words.take_left(box_side);
    words.skip_left(box_gap);
    left.height = line;
    return { left.middle({ box_side, box_side }), words };
}

float words_height(Frame const& f, float width, std::string_view label, std::string_view second)
{
    auto const room = std::max(1.0F, width - box_side - box_gap);
    return std::max(box_side + 2, paragraph_height(f, room, label, Type::body))
        + paragraph_height(f, room, second, Type::second);
}

void draw_words(Frame& f, Rect area, std::string_view label, std::string_view second)
{
    auto line = area;
    draw_lines(f, line, label);
    draw_lines(f, line, second, { .type = Type::second, .ink = f.tokens().ink_second });
}

Flag flag_of(Check value)
{
    if (value == Check::mixed) return Flag::mixed;
    return value == Check::on ? Flag::checked : Flag::unchecked;
}

std::string name_of(std::string_view label, std::string_view second)
{
    return second.empty() ? std::string { label } : std::string { label } + ", " + std::string { second };
}

Rect touch_row(Frame const& f, Rect area)
{
    return f.touch() ? area.inset(0, std::min(0.0F, (area.height - height::touch) / 2)) : area;
}

// Arrow keys move in a group whose chosen one has the focus.
std::optional<std::size_t> arrow_target(Frame& f, ChoiceSpec const& spec, std::size_t chosen)
{
    auto const count = spec.options.size();
    auto const step = [&](int by) -> std::optional<std::size_t> {
        for (std::size_t tried = 1; tried <= count; ++tried) {
            auto const moved = (chosen + count + (by > 0 ? tried : count - tried % count)) % count;
            if (!spec.options[moved].disabled) return moved;
        }
        return std::nullopt;
    };
    if (f.pressed("ArrowRight") || f.pressed("ArrowDown")) return step(1);
    if (f.pressed("ArrowLeft") || f.pressed("ArrowUp")) return step(-1);
    return std::nullopt;
}

void draw_radio(Frame& f, Rect box, bool on, bool hovered)
{
    auto const& t = f.tokens();
    auto const middle = box.centre();
    disc(f, middle, 9, on ? t.accent : t.outline);
    disc(f, middle, on ? 4.0F : 7.75F, on ? t.on_accent : hovered ? laid_over(t.hover, t.surface) : t.surface);
}

// One of a group, whatever it looks like.
Interaction radio_item(Frame& f, Rect area, Option const& option, bool chosen)
{
    Node node { .role = Role::radio, .bounds = area, .name = name_of(option.label, option.second) };
    node.flags.add(chosen ? Flag::checked : Flag::unchecked).add_if(!chosen, Flag::roving);
    node.flags.add_if(option.disabled, Flag::disabled);
    return f.item(option.key, std::move(node), { .hit = touch_row(f, area) });
}

float segment_width(Frame const& f, Option const& option)
{
    return std::ceil(text_width(f, option.label, Type::small_strong)) + (option.icon ? 20.0F : 0.0F) + 22;
}

// What holds the segments together.
void draw_track(Frame& f, Rect box)
{
    auto const& t = f.tokens();
    fill(f, box, t.sunken, radius::full);
    if (has_contrast(f.theme())) stroke(f, box, t.line_strong, box.height / 2);
}

void draw_segment(Frame& f, Rect box, Option const& option, bool chosen, bool hovered)
{
    auto const& t = f.tokens();
    if (chosen) {
        fill_and_stroke(f, box, t.raised, t.line_strong, box.height / 2);
        chosen_edge(f, box, t.ink, box.height / 2);
    } else if (hovered) {
        fill(f, box, t.hover, radius::full);
    }
    auto const ink = chosen ? t.ink : t.ink_second;
    auto words = box.inset(11, 0);
    if (option.icon) {
        icon(f, words.take_left(14), *option.icon, ink, 14);
        words.skip_left(6);
    }
    draw_text(f, words, option.label, { .type = Type::small_strong, .ink = ink, .align = Align::centre });
}

} // namespace

void draw_checkbox(Frame& f, Rect area, Check value, bool hovered, bool disabled)
{
    auto const& t = f.tokens();
    auto const box = area.middle({ box_side, box_side });
    Fade const fade { f, disabled ? 0.45F : 1.0F };
    if (value == Check::off) {
        fill_and_stroke(f, box, hovered ? laid_over(t.hover, t.surface) : t.surface, t.outline, 5);
        return;
    }
    fill(f, box, hovered ? t.accent_hover : t.accent, 5);
    icon(f, box, value == Check::on ? Icon::check : Icon::minus, t.on_accent, 14);
}

float checkbox_height(Frame const& f, float width, CheckSpec const& spec)
{
    if (spec.label_hidden) return box_side;
    return words_height(f, width, spec.label, spec.second);
}

bool checkbox(Frame& f, Rect area, CheckSpec const& spec, Check value)
{
    auto bounds = area;
    if (spec.label_hidden)
        bounds = area.middle({ box_side, box_side });
    else
        bounds.height = std::min(area.height, checkbox_height(f, area.width, spec));
    Node node {
        .role = Role::checkbox, .bounds = bounds, .name = name_of(spec.label, spec.second), .flags = flag_of(value)
    };
    node.flags.add_if(spec.disabled, Flag::disabled);
    auto const hit = spec.label_hidden && f.touch() ? bounds.inset(-13) : touch_row(f, bounds);
    auto const on = f.item(spec.key, std::move(node), { .hit = hit });
    auto const mark = cut_mark(bounds, spec.label_hidden ? box_side : line_height(Type::body));
    draw_checkbox(f, mark.box, value, on.hovered, spec.disabled);
    if (!spec.label_hidden) draw_words(f, mark.words, spec.label, spec.second);
    if (on.ring) ring(f, mark.box, 5);
    return on.clicked;
}

bool toggle(Frame& f, Rect area, CheckSpec const& spec, bool on_now)
{
    auto bounds = area;
    Node node { .role = Role::switch_,
        .bounds = bounds,
        .name = name_of(spec.label, spec.second),
        .flags = on_now ? Flag::checked : Flag::unchecked };
    node.flags.add_if(spec.disabled, Flag::disabled);
    auto const on = f.item(spec.key, std::move(node), { .hit = touch_row(f, bounds) });
    auto const& t = f.tokens();
    auto const track = bounds.take_right(38).middle({ 36, 22 });
    bounds.skip_right(12);
    Fade const fade { f, spec.disabled ? 0.45F : 1.0F };
    auto const share = f.animate(on.id, on_now ? 1.0F : 0.0F);
    fill(f, track, mix(t.outline, t.accent, share), radius::full);
    disc(f, { track.x + 11 + share * 14, track.y + 11 }, 8.5F, mix(t.surface, t.on_accent, share));
    auto const words = words_height(f, bounds.width + box_side + box_gap, spec.label, spec.second);
    if (!spec.label_hidden) draw_words(f, bounds.middle(words), spec.label, spec.second);
    if (on.ring) ring(f, track, 11);
    return on.clicked;
}

float radio_group_height(Frame const& f, float width, ChoiceSpec const& spec)
{
    float sum = 0;
    for (auto const& option : spec.options) sum += words_height(f, width, option.label, option.second) + 12;
    return std::max(0.0F, sum - 12);
}

std::optional<std::size_t> radio_group(Frame& f, Rect area, ChoiceSpec const& spec, std::size_t chosen)
{
    auto rest = area;
    std::optional<std::size_t> result;
    Scope const group { f, spec.key, { .role = Role::radiogroup, .bounds = area, .name = std::string { spec.label } } };
    auto focused_inside = false;
    for (std::size_t i = 0; i < spec.options.size(); ++i) {
        auto const& option = spec.options[i];
        auto const row = rest.take_top(words_height(f, area.width, option.label, option.second));
        rest.skip_top(12);
        auto const on = radio_item(f, row, option, i == chosen);
        auto const mark = cut_mark(row, line_height(Type::body));
        Fade const fade { f, option.disabled ? 0.45F : 1.0F };
        draw_radio(f, mark.box, i == chosen, on.hovered);
        draw_words(f, mark.words, option.label, option.second);
        if (on.ring) ring(f, mark.box, radius::full);
        focused_inside = focused_inside || on.focused;
        if (on.clicked && i != chosen) result = i;
    }
    if (focused_inside && !result) result = arrow_target(f, spec, chosen);
    if (result) f.focus(f.id(spec.options[*result].key));
    return result;
}

float segmented_width(Frame const& f, ChoiceSpec const& spec)
{
    float width = 0;
    for (auto const& option : spec.options) width += segment_width(f, option);
    return width;
}

std::optional<std::size_t> segmented(Frame& f, Rect area, ChoiceSpec const& spec, std::size_t chosen)
{
    auto line = area.middle(28);
    std::optional<std::size_t> result;
    Scope const group { f, spec.key, { .role = Role::radiogroup, .bounds = line, .name = std::string { spec.label } } };
    draw_track(f, { line.x, line.y, segmented_width(f, spec), line.height });
    auto focused_inside = false;
    for (std::size_t i = 0; i < spec.options.size(); ++i) {
        auto const& option = spec.options[i];
        auto const box = line.take_left(segment_width(f, option));
        auto const on = radio_item(f, box, option, i == chosen);
        draw_segment(f, box, option, i == chosen, on.hovered);
        if (on.ring) ring(f, box, 14);
        focused_inside = focused_inside || on.focused;
        if (on.clicked && i != chosen) result = i;
    }
    if (focused_inside && !result) result = arrow_target(f, spec, chosen);
    if (result) f.focus(f.id(spec.options[*result].key));
    return result;
}

} // namespace keyrack::ui
