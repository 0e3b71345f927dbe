#include "ui/kit/menu.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/field_parts.hpp"
#include "ui/kit/scroll.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/text.hpp"

#include <algorithm>
#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float panel_pad = 6;

float item_height(Frame const& f, MenuItem const& item)
{
    auto const base = f.touch() ? height::touch : height::button;
    return (item.second.empty() ? base : base + 16) + (item.divider_above ? 9.0F : 0.0F);
}

float item_width(Frame const& f, MenuItem const& item)
{
    auto width = std::max(text_width(f, item.label, Type::table), text_width(f, item.second, Type::caption)) + 24;
    if (item.icon) width += 26;
    if (item.checked) width += 28;
    if (!item.shortcut.empty()) width += text_width(f, item.shortcut, Type::caption) + 20;
    return width;
}

Size panel_size(Frame const& f, std::span<MenuItem const> items, float least)
{
    Size size { least, 2 * panel_pad };
    for (auto const& item : items) {
        size.height += item_height(f, item);
        size.width = std::max(size.width, std::ceil(item_width(f, item)) + 2 * panel_pad);
    }
    return size;
}

// Below the anchor, above where there is more room; on a phone at the bottom, as wide as the window.
Rect place_panel(Frame& f, Rect anchor, Size size)
{
    auto const window = f.bounds().inset(8);
    if (f.phone()) {
        auto const high = std::min(size.height, window.height * 0.8F);
        return { window.x, window.bottom() - high, window.width, high };
    }
    auto const below = window.bottom() - anchor.bottom() - 4;
    auto const above = anchor.y - 4 - window.y;
    auto const goes_below = below >= size.height || below >= above;
    auto const high = std::min(size.height, goes_below ? below : above);
    Rect panel { anchor.x, goes_below ? anchor.bottom() + 4 : anchor.y - 4 - high, size.width, high };
    if (panel.right() > window.right())
        panel.x = std::max(window.x, std::min(window.right(), anchor.right()) - size.width);
    return panel;
}

bool draw_item(Frame& f, Rect row, MenuItem const& item, bool active)
{
    auto const& t = f.tokens();
    if (item.divider_above) line_above(f, row.take_top(9).middle(1), t.line);
    Node node { .role = Role::menuitem, .bounds = row, .name = std::string { item.label } };
    if (!item.second.empty()) node.name += ", " + std::string { item.second };
    node.flags.add_if(item.disabled, Flag::disabled).add_if(!active, Flag::roving);
    auto const on = f.item(item.key, std::move(node));
    auto const ink = item.danger ? t.missing.ink : t.ink;
    Fade const fade { f, item.disabled ? 0.45F : 1.0F };
    if (on.hovered || on.ring) fill(f, row, on.held ? t.press : t.hover, 8);
    if (on.ring) stroke(f, row, t.focus, 8, 2);
    auto line = row.inset(10, 0);
    if (item.icon) {
        icon(f, line.take_left(16), *item.icon, item.danger ? ink : t.ink_second, 16);
        line.skip_left(10);
    }
    if (item.checked) icon(f, line.take_right(16), Icon::check, t.accent_text, 16);
    if (!item.shortcut.empty()) {
        draw_text(f, line.take_right(whole_width(f, item.shortcut, Type::caption)), item.shortcut,
            { .type = Type::caption, .ink = t.ink_second });
    }
    if (item.second.empty()) {
        draw_text(f, line, item.label, { .type = Type::table, .ink = ink });
    } else {
        auto words = line.middle(36);
        draw_text(f, words.take_top(20), item.label, { .type = Type::table, .ink = ink });
        draw_text(f, words, item.second, { .type = Type::caption, .ink = t.ink_second });
    }
    return on.clicked;
}

std::size_t next_enabled(std::span<MenuItem const> items, std::size_t from, bool forward)
{
    auto const count = items.size();
    auto place = from;
    for (std::size_t tried = 0; tried < count; ++tried) {
        place = forward ? (place + 1) % count : (place + count - 1) % count;
        if (!items[place].disabled) return place;
    }
    return from;
}

void move_active(Frame& f, std::span<MenuItem const> items)
{
    auto& active = f.state().menu_active;
    auto const before = active;
    if (f.pressed("ArrowDown"))
        active = next_enabled(items, active, true);
    else if (f.pressed("ArrowUp"))
        active = next_enabled(items, active, false);
    else if (f.pressed("Home"))
        active = next_enabled(items, items.size() - 1, true);
    else if (f.pressed("End"))
        active = next_enabled(items, 0, false);
    if (active != before) f.focus(f.id(items[active].key));
}

// The focus went on to something that is not in the menu.
bool focus_left(Frame& f, Id panel, std::span<MenuItem const> items)
{
    auto const& state = f.state();
    if (!state.focus_moved || state.focused == 0 || state.focused == panel) return false;
    for (auto const& item : items)
        if (f.id(item.key) == state.focused) return false;
    return state.menu_entered;
}

void start(Frame& f, std::span<MenuItem const> items)
{
    auto& state = f.state();
    state.menu_active = next_enabled(items, items.size() - 1, true);
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].checked && !items[i].disabled) state.menu_active = i;
    state.menu_entered = false;
    f.focus(f.id(items[state.menu_active].key));
}

void note_entered(Frame& f, std::span<MenuItem const> items)
{
    auto& state = f.state();
    for (auto const& item : items)
        if (f.id(item.key) == state.focused) state.menu_entered = true;
}

// Comes in from where it is anchored. Returns where it is now.
Rect draw_panel(Frame& f, Rect panel, float shown)
{
    if (f.phone()) fill(f, f.window(), f.tokens().scrim);
    auto const slid = f.phone() ? panel.moved(0, (1 - shown) * 24) : panel.moved(0, (shown - 1) * 4);
    shadow(f, slid, radius::large, 18);
    fill_and_stroke(f, slid, f.tokens().raised, f.tokens().line, radius::large);
    block_pointer(f, slid);
    return slid;
}

std::optional<std::size_t> draw_items(Frame& f, Rect panel, std::span<MenuItem const> items, Overlay& overlay)
{
    std::optional<std::size_t> chosen;
    ScrollArea scroll { f, "items", panel.inset(0, 1), { panel_pad - 1, panel_pad, panel_pad - 1, panel_pad } };
    if (overlay.fresh) start(f, items);
    note_entered(f, items);
    move_active(f, items);
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto const row = scroll.content().take_top(item_height(f, items[i]));
        if (draw_item(f, row, items[i], i == f.state().menu_active)) chosen = i;
    }
    if (focus_left(f, overlay.id, items)) {
        overlay.return_focus = 0;
        close_menu(f);
    }
    return chosen;
}

bool pressed_outside(Frame& f)
{
    return std::ranges::contains(f.state().clicks, f.id("outside"), &Click::id);
}

} // namespace

void open_menu(Frame& f, Id owner)
{
    f.state().open_menu = owner;
    f.state().menu_drawn = f.state().frame;
    f.want_frame();
}

void close_menu(Frame& f)
{
    f.state().open_menu = 0;
    f.want_frame();
}

bool menu_open(Frame const& f, Id owner)
{
    return f.state().open_menu == owner;
}

std::optional<std::size_t> popup_menu(
    Frame& f, Id owner, Rect anchor, std::string_view name, std::span<MenuItem const> items, float least_width)
{
    auto& state = f.state();
    if (state.open_menu != owner || items.empty()) return std::nullopt;
    state.menu_drawn = state.frame;
    Layer const layer { f, owner, LayerKind::catching, std::max(layer::first_overlay, state.layer + 1) };
    auto const panel_id = f.id("panel");
    auto& overlay = state.overlays[panel_id];
    overlay = { .id = panel_id, .return_focus = owner, .seen = state.frame, .fresh = overlay.seen == 0 };
    state.hits.push_back({ .id = f.id("outside"), .area = f.window(), .layer = state.layer });

    auto const panel =
        place_panel(f, anchor, panel_size(f, items, std::max(least_width, f.phone() ? 0 : anchor.width)));
    auto const shown = f.appear(f.id("appear"), 0.12);
    Fade const fade { f, shown };
    auto const slid = draw_panel(f, panel, shown);
    f.open("panel", { .role = Role::menu, .bounds = slid, .name = std::string { name } });
    auto const chosen = draw_items(f, slid, items, overlay);
    f.close();
    if (chosen || pressed_outside(f) || f.pressed("Escape")) close_menu(f);
    // What the item opens gives the focus back to the menu's owner: the item is gone by then.
    if (chosen) state.last_pressed = owner;
    return chosen;
}

std::optional<std::size_t> menu_button(Frame& f, Rect area, ButtonSpec spec, std::span<MenuItem const> items)
{
    auto const id = f.id(spec.key);
    spec.expanded = menu_open(f, id);
    if (!spec.trailing) spec.trailing = Icon::chevron_down;
    if (button(f, area, spec)) menu_open(f, id) ? close_menu(f) : open_menu(f, id);
    return popup_menu(f, id, area.middle(height::button), spec.name.empty() ? spec.label : spec.name, items);
}

std::optional<std::size_t> menu_button(Frame& f, Rect area, IconButtonSpec spec, std::span<MenuItem const> items)
{
    auto const id = f.id(spec.key);
    spec.expanded = menu_open(f, id);
    if (icon_button(f, area, spec)) menu_open(f, id) ? close_menu(f) : open_menu(f, id);
    return popup_menu(f, id, area.middle({ height::button, height::button }), spec.name, items);
}

namespace {

FieldSpec field_around(SelectSpec const& spec)
{
    return { .key = spec.key,
        .label = spec.label,
        .label_place = spec.label_place,
        .hint = spec.hint,
        .error = spec.error,
        .required = spec.required };
}

void draw_select_box(Frame& f, Rect box, SelectSpec const& spec, std::string_view shown, Colour ground, Colour ink)
{
    auto const& t = f.tokens();
    Fade const fade { f, spec.disabled ? 0.5F : 1.0F };
    fill_and_stroke(f, box, ground, spec.error.empty() ? t.outline : t.missing.fill, radius::medium);
    auto line = box.inset(12, 0);
    icon(f, line.take_right(16), Icon::chevrons_up_down, t.ink_second, 15);
    line.skip_right(8);
    if (spec.icon) {
        icon(f, line.take_left(16), *spec.icon, t.ink_second, 16);
        line.skip_left(8);
    }
    draw_text(f, line, shown, { .ink = ink });
}

std::vector<MenuItem> items_of(SelectSpec const& spec, std::optional<std::size_t> chosen)
{
    std::vector<MenuItem> items;
    for (std::size_t i = 0; i < spec.options.size(); ++i) {
        auto const& option = spec.options[i];
        items.push_back({ .key = option.key,
            .label = option.label,
            .second = option.second,
            .icon = option.icon,
            .checked = chosen == i,
            .disabled = option.disabled });
    }
    return items;
}

} // namespace

float select_height(Frame const& f, float width, SelectSpec const& spec)
{
    return field_height(f, width, field_around(spec));
}

std::optional<std::size_t> select(Frame& f, Rect area, SelectSpec const& spec, std::optional<std::size_t> chosen)
{
    auto const around = field_around(spec);
    auto const box = draw_field_label(f, area, around, field_box_height(f, around));
    auto const& t = f.tokens();
    auto const id = f.id(spec.key);
    auto const shown = chosen ? spec.options[*chosen].label : spec.placeholder;
    Node node {
        .role = Role::button, .bounds = box, .name = std::string { spec.label } + ": " + std::string { shown }
    };
    node.flags.add(menu_open(f, id) ? Flag::expanded : Flag::collapsed).add_if(spec.disabled, Flag::disabled);
    node.flags.add_if(!spec.error.empty(), Flag::invalid);
    if (!spec.hint.empty() || !spec.error.empty()) node.extra.put_id("describedby", field_note_id(f, spec.key));
    auto const on = f.item(spec.key, std::move(node), { .whole = area });
    if (on.clicked) menu_open(f, id) ? close_menu(f) : open_menu(f, id);
    auto const ground = on.hovered ? laid_over(t.hover, t.surface) : t.surface;
    draw_select_box(f, box, spec, shown, ground, chosen ? t.ink : t.ink_second);
    draw_field_note(f, area, around, box.bottom());
    if (on.ring) ring(f, box, radius::medium);
    return popup_menu(f, id, box, spec.label, items_of(spec, chosen), box.width);
}

} // namespace keyrack::ui
