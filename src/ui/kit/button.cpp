#include "ui/kit/button.hpp"

#include "ui/kit/chart.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/text.hpp"
#include "ui/kit/tooltip.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

struct Paint
{
    Colour ground;
    Colour edge;
    Colour ink;
    bool dashed = false; // its edge
};

constexpr Colour nothing { 0, 0, 0, 0 };

Paint paint_of(Frame const& f, ButtonLook look, ButtonState state, Interaction const& on)
{
    auto const& t = f.tokens();
    if (state == ButtonState::disabled) {
        auto const filled = look == ButtonLook::primary || look == ButtonLook::danger || look == ButtonLook::soft;
        bool const dashed = has_contrast(f.theme()); // where a paler ink alone would not tell it
        bool const edged = dashed || look == ButtonLook::outlined;
        return { filled ? t.neutral_soft : nothing, edged ? t.line : nothing, t.ink_disabled, dashed };
    }
    auto const veil = on.held ? t.press : on.hovered ? t.hover : nothing;
    switch (look) {
    case ButtonLook::primary: return { on.hovered ? t.accent_hover : t.accent, nothing, t.on_accent };
    case ButtonLook::danger: return { on.hovered ? t.danger_hover : t.danger, nothing, t.on_danger };
    case ButtonLook::outlined: return { laid_over(veil, t.surface), t.line_strong, t.ink };
    case ButtonLook::soft: return { laid_over(veil, t.neutral_soft), nothing, t.ink };
    case ButtonLook::plain: return { veil, nothing, t.ink };
    }
    return {};
}

float height_of(ButtonSize size)
{
    return size == ButtonSize::small ? height::button_small : height::button;
}

float radius_of(ButtonSize size)
{
    return size == ButtonSize::small ? 8 : radius::medium;
}

float icon_size_of(ButtonSize size)
{
    return size == ButtonSize::small ? 15 : 16;
}

Type type_of(ButtonSize size)
{
    return size == ButtonSize::small ? Type::second_strong : Type::label;
}

float padding_of(ButtonSize size)
{
    return size == ButtonSize::small ? 12 : 15;
}

constexpr float icon_gap = 8;

float content_width(Frame const& f, ButtonSpec const& spec)
{
    auto width = text_width(f, spec.label, type_of(spec.size));
    auto const with_icon = icon_size_of(spec.size) + (spec.label.empty() ? 0 : icon_gap);
    if (spec.icon || spec.state == ButtonState::busy) width += with_icon;
    if (spec.trailing) width += with_icon;
    if (!spec.shortcut.empty()) width += text_width(f, spec.shortcut, Type::caption) + 10;
    return width;
}

void draw_ground(Frame& f, Rect box, Paint const& paint, float radius)
{
    if (paint.edge.alpha > 0 && !paint.dashed) return fill_and_stroke(f, box, paint.ground, paint.edge, radius);
    fill(f, box, paint.ground, radius);
    if (paint.dashed) stroke_dashed(f, box, paint.edge, radius);
}

void draw_content(Frame& f, Rect box, ButtonSpec const& spec, Colour ink)
{
    auto const wanted = content_width(f, spec);
    auto const room = std::min(wanted, box.width - 12);
    auto line = box.middle({ room, box.height });
    auto const size = icon_size_of(spec.size);
    if (spec.state == ButtonState::busy)
        draw_spinner(f, line.take_left(size), ink, size);
    else if (spec.icon)
        icon(f, line.take_left(size), *spec.icon, ink, size);
    if (spec.icon || spec.state == ButtonState::busy) line.skip_left(icon_gap);
    if (spec.trailing) {
        icon(f, line.take_right(size), *spec.trailing, ink, size);
        line.skip_right(icon_gap);
    }
    if (!spec.shortcut.empty()) {
        auto const width = text_width(f, spec.shortcut, Type::caption);
        draw_text(f, line.take_right(width), spec.shortcut, { .type = Type::caption, .ink = ink });
        line.skip_right(10);
    }
    draw_text(f, line, spec.label, { .type = type_of(spec.size), .ink = ink });
}

Rect touch_target(Frame const& f, Rect box)
{
    if (!f.touch()) return box;
    auto const wide = std::max(0.0F, (height::touch - box.width) / 2);
    auto const high = std::max(0.0F, (height::touch - box.height) / 2);
    return box.inset(-wide, -high);
}

Flags flags_of(ButtonState state, std::optional<bool> expanded)
{
    Flags flags;
    flags.add_if(state == ButtonState::disabled, Flag::disabled).add_if(state == ButtonState::busy, Flag::busy);
    if (expanded) flags.add(*expanded ? Flag::expanded : Flag::collapsed);
    return flags;
}

} // namespace

float button_width(Frame const& f, ButtonSpec const& spec)
{
    return std::ceil(content_width(f, spec) + 2 * padding_of(spec.size));
}

bool button(Frame& f, Rect area, ButtonSpec const& spec)
{
    auto const box = area.middle(std::min(height_of(spec.size), area.height));
    auto const is_link = !spec.href.empty();
    Node node {
        .role = is_link ? Role::link : Role::button, .bounds = box, .flags = flags_of(spec.state, spec.expanded)
    };
    node.name = spec.name.empty() ? spec.label : spec.name;
    node.value = spec.state == ButtonState::busy ? std::string_view { f.words().loading } : spec.reason;
    if (is_link) node.extra.put("href", spec.href);
    if (!spec.keys.empty()) node.extra.put("keys", spec.keys);
    auto const on = f.item(spec.key, std::move(node), { .hit = spec.hit.value_or(touch_target(f, box)) });

    auto const paint = paint_of(f, spec.look, spec.state, on);
    draw_ground(f, box, paint, radius_of(spec.size));
    draw_content(f, box, spec, paint.ink);
    if (on.ring) ring(f, box, radius_of(spec.size));
    if (spec.state == ButtonState::disabled) tooltip(f, on, box, spec.reason);
    return on.clicked;
}

void hit_ground(Frame& f, Rect area, WidgetKey key)
{
    auto const& pointer = f.state().pointer;
    if (pointer.hot != f.id(key)) return;
    bool const held = pointer.down && pointer.pressed == pointer.hot;
    if (f.touch() && !held) return;
    fill(f, area, held ? f.tokens().press : f.tokens().hover, radius::medium);
}

bool unfolded(Frame& f, Rect area, FoldSpec const& spec)
{
    auto& open = f.state().unfolded[f.id(spec.key)];
    ButtonSpec const turn { .key = spec.key,
        .label = spec.label,
        .icon = open ? Icon::chevron_down : Icon::chevron_right,
        .look = ButtonLook::plain,
        .size = ButtonSize::small,
        .expanded = open };
    if (button(f, area.take_left(std::min(button_width(f, turn), area.width)), turn)) {
        open = !open;
        f.want_frame();
    }
    return open;
}

float button_line(Frame const& f, ButtonSize size)
{
    return f.touch() ? height::touch - space::small : height_of(size);
}

float button_row_width(Frame const& f, std::span<ButtonSpec const> buttons)
{
    float width = 0;
    for (auto const& spec : buttons) width += button_width(f, spec) + space::small;
    return std::max(0.0F, width - space::small);
}

std::optional<std::size_t> button_row(Frame& f, Rect area, std::span<ButtonSpec const> buttons, Side from)
{
    auto line = area;
    auto const wanted = button_row_width(f, buttons);
    // Where they do not fit, each gives up its share.
    auto const shrink = wanted > area.width ? area.width / wanted : 1.0F;
    if (from == Side::right) line = line.take_right(std::min(wanted, area.width));
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        if (button(f, line.take_left(button_width(f, buttons[i]) * shrink), buttons[i])) pressed = i;
        line.skip_left(space::small * shrink);
    }
    return pressed;
}

bool icon_button(Frame& f, Rect area, IconButtonSpec const& spec)
{
    auto const side = std::min({ height_of(spec.size), area.width, area.height });
    auto const box = area.middle({ side, side });
    auto flags = flags_of(spec.state, spec.expanded);
    if (spec.pressed) flags.add(*spec.pressed ? Flag::pressed : Flag::not_pressed);
    Node node { .role = Role::button, .bounds = box, .name = std::string { spec.name }, .flags = flags };
    if (!spec.keys.empty()) node.extra.put("keys", spec.keys);
    auto const on = f.item(spec.key, std::move(node), { .hit = touch_target(f, box) });
    auto paint = paint_of(f, spec.look, spec.state, on);
    if (spec.ink && spec.state != ButtonState::disabled) paint.ink = *spec.ink;
    if (spec.pressed.value_or(false)) paint.ground = f.tokens().accent_soft, paint.ink = f.tokens().accent_text;
    draw_ground(f, box, paint, radius_of(spec.size));
    auto const size = spec.size == ButtonSize::small ? 16.0F : 18.0F;
    if (spec.state == ButtonState::busy)
        draw_spinner(f, box, paint.ink, size);
    else
        icon(f, box, spec.icon, paint.ink, size);
    if (spec.badge) disc(f, { box.right() - 9, box.y + 9 }, 4, f.tokens().missing.fill);
    if (on.ring) ring(f, box, radius_of(spec.size));
    tooltip(f, on, box, spec.name);
    return on.clicked;
}

bool link(Frame& f, Rect area, LinkSpec const& spec)
{
    auto const shown = std::min(area.width, text_width(f, spec.text, spec.type));
    Rect const box { area.x, area.y + (area.height - line_height(spec.type)) / 2, shown, line_height(spec.type) };
    Node node { .role = spec.href.empty() ? Role::button : Role::link,
        .bounds = box,
        .name = std::string { spec.name.empty() ? spec.text : spec.name } };
    if (!spec.href.empty()) node.extra.put("href", spec.href);
    auto const on = f.item(spec.key, std::move(node), { .hit = touch_target(f, box) });
    draw_text(f, box, spec.text,
        { .type = spec.type,
            .ink = spec.ink.value_or(f.tokens().accent_text),
            .underline = spec.underline || on.hovered });
    if (on.ring) ring(f, box.inset(-1, 0), 2);
    return on.clicked;
}

} // namespace keyrack::ui
