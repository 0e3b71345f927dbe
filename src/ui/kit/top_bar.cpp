#include "ui/kit/chip.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/menu.hpp"
#include "ui/kit/navigation.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/text.hpp"
#include "ui/kit/tooltip.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float control = 32;
constexpr float action_gap = 12;

bool search_box(Frame& f, Rect box, TopBarSpec const& spec)
{
    auto const& t = f.tokens();
    Node node { .role = Role::button, .bounds = box, .name = std::string { spec.search } };
    if (!spec.search_keys.empty()) node.extra.put("keys", spec.search_keys);
    auto const on = f.item("search", std::move(node), { .cursor = Cursor::text });
    fill(f, box, on.hovered ? laid_over(t.hover, t.sunken) : t.sunken, radius::medium);
    if (has_contrast(f.theme())) stroke(f, box, t.outline, radius::medium);
    auto line = box.inset(12, 0);
    icon(f, line.take_left(16), Icon::search, t.ink_second, 16);
    line.skip_left(8);
    auto const width = text_width(f, spec.search_shortcut, Type::tiny) + 12;
    auto const text_wide = text_width(f, spec.search, Type::table);
    if (!spec.search_shortcut.empty() && !f.touch() && text_wide + 8 + width <= line.width) {
        auto const cap = line.take_right(width).middle(20);
        fill_and_stroke(f, cap, t.surface, t.line_strong, 5);
        draw_text(f, cap, spec.search_shortcut, { .type = Type::tiny, .ink = t.ink_second, .align = Align::centre });
        line.skip_right(8);
    }
    auto const shown = text_wide <= line.width ? spec.search : spec.search_short;
    if (text_width(f, shown, Type::table) <= line.width)
        draw_text(f, line, shown, { .type = Type::table, .ink = t.ink_second });
    if (on.ring) ring(f, box, radius::medium);
    return on.clicked;
}

float action_width(Frame const& f, TopAction const& action, bool with_label)
{
    return with_label && !action.label.empty() ? std::ceil(text_width(f, action.label, Type::second)) + 16 + 8 + 24
                                               : control;
}

float actions_width(Frame const& f, TopBarSpec const& spec, bool with_labels)
{
    float width = 0;
    for (auto const& action : spec.actions)
        if (!f.phone() || action.in_phone) width += action_width(f, action, with_labels) + action_gap;
    return width;
}

bool action_box(Frame& f, Rect box, TopAction const& action, bool with_label)
{
    auto const& t = f.tokens();
    auto const name = std::string { action.name.empty() ? action.label : action.name };
    auto const id = f.id(action.key);
    Node node { .role = Role::button, .bounds = box, .name = name };
    if (menu_open(f, id)) node.flags.add(Flag::expanded);
    auto const on = f.item(action.key, std::move(node), { .hit = box.inset(0, f.touch() ? -6.0F : 0.0F) });
    auto const ink = action.tone == Tone::neutral ? t.ink_second : t.tone(action.tone).ink;
    if (with_label)
        fill_and_stroke(f, box, on.hovered ? laid_over(t.hover, t.surface) : t.surface, t.line, 8);
    else if (on.hovered)
        fill(f, box, t.hover, 8);
    auto line = with_label ? box.inset(12, 0) : box.middle({ 18, 18 });
    icon(f, line.take_left(with_label ? 16.0F : 18.0F), action.icon, with_label ? ink : t.ink,
        with_label ? 16.0F : 18.0F);
    if (with_label) {
        line.skip_left(8);
        draw_text(f, line, action.label, { .type = Type::second, .ink = ink });
    } else {
        tooltip(f, on, box, name);
    }
    if (on.ring) ring(f, box, 8);
    return on.clicked;
}

void tenant_box(Frame& f, Rect box, TopBarSpec const& spec, TopBarResult& result)
{
    result.tenant_id = f.id("tenant");
    auto const width = std::min(box.width, 40 + std::ceil(whole_width(f, spec.tenant, Type::heading)));
    box.width = width;
    Node node { .role = Role::button, .bounds = box, .name = std::string { spec.tenant } };
    node.flags.add(menu_open(f, result.tenant_id) ? Flag::expanded : Flag::collapsed);
    auto const on = f.item("tenant", std::move(node));
    auto line = box;
    avatar(
        f, line.take_left(28), { .name = spec.tenant, .shape = AvatarShape::square, .ground = Colour::hex(0x2F5BEA) });
    line.skip_left(12);
    draw_text(f, line, spec.tenant, { .type = Type::heading });
    if (on.ring) ring(f, box.middle(32), 8);
    result.tenant_pressed = on.clicked;
    result.tenant_anchor = box;
}

// The labels leave where not all of them fit.
bool has_labels(Frame const& f, float width, std::span<TopAction const> actions)
{
    if (f.phone()) return false;
    float wanted = 0;
    for (auto const& action : actions) wanted += action_width(f, action, true) + action_gap;
    return wanted <= width;
}

void draw_actions(Frame& f, Rect& line, TopBarSpec const& spec, TopBarResult& result)
{
    auto const labels = has_labels(f, line.width, spec.actions);
    auto const total = actions_width(f, spec, labels) - action_gap;
    auto place = line.take_right(std::min(total, line.width));
    result.action_anchors.resize(spec.actions.size());
    result.action_ids.resize(spec.actions.size());
    for (std::size_t i = 0; i < spec.actions.size(); ++i) {
        auto const& action = spec.actions[i];
        if (f.phone() && !action.in_phone) continue;
        auto const box = place.take_left(action_width(f, action, labels)).middle(control);
        place.skip_left(action_gap);
        result.action_anchors[i] = box;
        result.action_ids[i] = f.id(action.key);
        if (action_box(f, box, action, labels && !action.label.empty())) result.action = i;
    }
}

} // namespace

TopBarResult top_bar(Frame& f, Rect& page, TopBarSpec const& spec)
{
    TopBarResult result;
    auto const bar = page.take_top(height::top_bar);
    auto const& t = f.tokens();
    Rect const ground { bar.x, 0, f.window().width - bar.x, bar.bottom() };
    fill(f, ground, t.surface);
    if (!f.phone()) line_below(f, ground, t.line);
    Scope const scope { f, "top", { .role = Role::banner, .bounds = bar, .name = std::string { spec.name } } };
    auto line = bar.inset(f.phone() ? space::page_phone : space::page, 0);
    if (f.phone()) {
        auto rest = line.inset({ 0, -7, 0, 0 });
        auto actions = rest;
        rest.skip_right(std::max(0.0F, actions_width(f, spec, false) - action_gap));
        auto const search = rest.take_right(spec.search.empty() ? 0 : 44);
        if (!spec.tenant.empty()) tenant_box(f, rest.middle(44), spec, result);
        if (!spec.search.empty())
            result.search_pressed = icon_button(
                f, search, { .key = "search", .icon = Icon::search, .name = spec.search, .keys = spec.search_keys });
        draw_actions(f, actions, spec, result);
        return result;
    }
    auto rest = line;
    auto const room = std::min(380.0F, rest.width - actions_width(f, spec, true) - action_gap);
    if (!spec.search.empty()) result.search_pressed = search_box(f, rest.take_left(room).middle(36), spec);
    draw_actions(f, rest, spec, result);
    return result;
}

} // namespace keyrack::ui
