#include "ui/kit/navigation.hpp"

#include "ui/kit/chip.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/menu.hpp"
#include "ui/kit/scroll.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/text.hpp"
#include "ui/kit/tooltip.hpp"

#include <algorithm>
#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float sidebar_width = 232;
constexpr float rail_width = 72;
constexpr float item_pitch = 38;
constexpr float least_item_pitch = 34;
constexpr float air_above_items = 6;
constexpr float group_gap = 14;
constexpr float group_line = 28;
constexpr std::size_t bottom_places = 4;

Node node_of(NavItem const& item, Rect bounds, bool current)
{
    Node node {
        .role = item.href.empty() ? Role::button : Role::link, .bounds = bounds, .name = std::string { item.label }
    };
    if (item.badge > 0) node.name += ", " + std::to_string(item.badge);
    node.flags.add_if(current, Flag::current);
    if (!item.href.empty()) node.extra.put("href", item.href);
    return node;
}

std::string badge_text(long long badge)
{
    return badge > 999 ? "999+" : std::to_string(badge);
}

bool sidebar_item(Frame& f, Rect box, NavItem const& item, bool current)
{
    auto const& t = f.tokens();
    auto const on = f.item(item.key, node_of(item, box, current));
    if (current) {
        fill(f, box, t.sidebar_chosen, radius::medium);
        chosen_edge(f, box, t.sidebar_strong, radius::medium);
    } else if (on.hovered) {
        fill(f, box, t.sidebar_hover, radius::medium);
    }
    auto const ink = current || on.hovered ? t.sidebar_strong : t.sidebar_text;
    auto line = box.inset(10, 0);
    icon(f, line.take_left(18), item.icon, ink, 18);
    line.skip_left(12);
    if (item.badge > 0) {
        auto const text = badge_text(item.badge);
        auto const place = line.take_right(badge_width(f, text));
        if (item.urgent)
            draw_badge(f, place, text, t.missing.fill, t.on_fill);
        else
            draw_badge(f, place, text, current ? t.sidebar : t.sidebar_chosen, t.sidebar_strong);
        line.skip_right(8);
    }
    draw_text(f, line, item.label, { .type = current ? Type::table_strong : Type::table, .ink = ink });
    if (on.ring) ring(f, box.inset(2), radius::medium - 2);
    return on.clicked;
}

void draw_product(Frame& f, Rect line, std::string_view product)
{
    auto const ink = f.tokens().sidebar_strong;
    line.skip_left(10);
    icon(f, line.take_left(18), Icon::key_round, ink, 18);
    line.skip_left(10);
    draw_text(f, line, product, { .type = Type::figure, .ink = ink });
}

// "10,000 rooms · 4 sites" as far as whole parts of it fit.
std::string_view whole_parts(Frame const& f, std::string_view text, Type type, float width)
{
    constexpr std::string_view between = " \u00B7 ";
    while (text_width(f, text, type) > width) {
        auto const last = text.rfind(between);
        if (last == std::string_view::npos) break;
        text = text.substr(0, last);
    }
    return text;
}

void tenant_switch(Frame& f, Rect box, NavSpec const& spec, NavResult& result)
{
    auto const& t = f.tokens();
    Node node { .role = Role::button, .bounds = box, .name = std::string { spec.tenant } };
    if (!spec.tenant_second.empty()) node.name += ", " + std::string { spec.tenant_second };
    result.tenant_id = f.id("tenant");
    node.flags.add(menu_open(f, result.tenant_id) ? Flag::expanded : Flag::collapsed);
    auto const on = f.item("tenant", std::move(node));
    fill(f, box, on.hovered ? mix(t.sidebar_chosen, t.sidebar_strong, 0.06F) : mix(t.sidebar, t.sidebar_chosen, 0.75F),
        10);
    if (has_contrast(f.theme())) stroke(f, box, t.sidebar_text, 10);
    auto line = box.inset(10, 0);
    avatar(
        f, line.take_left(28), { .name = spec.tenant, .shape = AvatarShape::square, .ground = Colour::hex(0x2F5BEA) });
    line.skip_left(10);
    icon(f, line.take_right(16), Icon::chevrons_up_down, t.sidebar_text, 15);
    line.skip_right(6);
    auto words = spec.tenant_second.empty() ? line.middle(18) : line.middle(34);
    draw_text(f, words.take_top(18), spec.tenant, { .type = Type::second_strong, .ink = t.sidebar_strong });
    draw_text(f, words, whole_parts(f, spec.tenant_second, Type::caption, words.width),
        { .type = Type::caption, .ink = t.sidebar_text });
    if (on.ring) ring(f, box.inset(2), 8);
    result.tenant_pressed = on.clicked;
    result.tenant_anchor = box;
}

float groups_height(NavSpec const& spec)
{
    auto const begun = std::ranges::count_if(spec.items, [](NavItem const& item) { return !item.group.empty(); });
    return static_cast<float>(begun) * (group_gap + group_line);
}

// The items close up a little before they scroll.
float pitch_within(float height, NavSpec const& spec)
{
    auto const each = (height - groups_height(spec)) / static_cast<float>(std::max<std::size_t>(spec.items.size(), 1));
    return std::clamp(std::floor(each), least_item_pitch, item_pitch);
}

NavResult sidebar(Frame& f, Rect whole, NavSpec const& spec)
{
    NavResult result;
    auto rest = whole;
    auto bar = rest.take_left(sidebar_width);
    result.content = rest;
    fill(f, { 0, 0, bar.right(), f.window().height }, f.tokens().sidebar);
    f.state().on_sidebar = true;
    Scope const scope { f, "navigation", { .role = Role::navigation, .bounds = bar, .name = f.words().navigation } };
    bar = bar.inset(12, 0);
    bar.skip_top(14);
    draw_product(f, bar.take_top(32), spec.product);
    bar.skip_top(10);
    tenant_switch(f, bar.take_top(50), spec, result);
    bar.skip_top(8);
    {
        auto const pitch = pitch_within(bar.height - air_above_items, spec);
        auto const items = groups_height(spec) + pitch * static_cast<float>(spec.items.size());
        // What would not fit for the air below alone does not scroll.
        auto const below = std::clamp(bar.height - air_above_items - items, 0.0F, 12.0F);
        ScrollArea scroll { f, "items", bar.inset(-4, 0), { air_above_items, 4, below, 4 } };
        auto& list = scroll.content();
        for (std::size_t i = 0; i < spec.items.size(); ++i) {
            auto const& item = spec.items[i];
            if (!item.group.empty()) {
                list.skip_top(group_gap);
                auto label_line = list.take_top(group_line);
                label_line.skip_left(10);
                label(f, label_line, item.group, { .type = Type::caption, .ink = f.tokens().sidebar_text });
            }
            auto const box = list.take_top(pitch).inset({ 1, 0, 1, 0 });
            if (sidebar_item(f, box, item, spec.current == i)) result.chosen = i;
        }
    }
    f.state().on_sidebar = false;
    return result;
}

bool rail_item(Frame& f, Rect box, NavItem const& item, bool current)
{
    auto const& t = f.tokens();
    auto const on = f.item(item.key, node_of(item, box, current));
    if (current) {
        fill(f, box, t.sidebar_chosen, radius::large);
        chosen_edge(f, box, t.sidebar_strong, radius::large);
    } else if (on.hovered) {
        fill(f, box, t.sidebar_hover, radius::large);
    }
    icon(f, box, item.icon, current || on.hovered ? t.sidebar_strong : t.sidebar_text, 20);
    auto const urgent = tokens_of(Theme::dark).missing.fill; // as the sidebar is dark in every theme
    if (item.badge > 0) disc(f, { box.right() - 11, box.y + 11 }, 4, item.urgent ? urgent : t.sidebar_text);
    if (on.ring) ring(f, box.inset(2), radius::medium);
    tooltip(f, on, box, item.label);
    return on.clicked;
}

NavResult rail(Frame& f, Rect whole, NavSpec const& spec)
{
    NavResult result;
    auto rest = whole;
    auto bar = rest.take_left(rail_width);
    result.content = rest;
    fill(f, { 0, 0, bar.right(), f.window().height }, f.tokens().sidebar);
    f.state().on_sidebar = true;
    Scope const scope { f, "navigation", { .role = Role::navigation, .bounds = bar, .name = f.words().navigation } };
    bar.skip_top(14);
    auto const box = bar.take_top(44).middle({ 44, 44 });
    result.tenant_id = f.id("tenant");
    Node node { .role = Role::button, .bounds = box, .name = std::string { spec.tenant } };
    node.flags.add(menu_open(f, result.tenant_id) ? Flag::expanded : Flag::collapsed);
    auto const on = f.item("tenant", std::move(node));
    avatar(f, box.inset(6), { .name = spec.tenant, .shape = AvatarShape::square, .ground = Colour::hex(0x2F5BEA) });
    if (on.ring) ring(f, box.inset(6), 8);
    result.tenant_pressed = on.clicked;
    result.tenant_anchor = box;
    bar.skip_top(10);
    {
        ScrollArea scroll { f, "items", bar, { 2, 0, 12, 0 } };
        for (std::size_t i = 0; i < spec.items.size(); ++i) {
            if (!spec.items[i].group.empty()) scroll.content().skip_top(14);
            auto const place = scroll.content().take_top(48).middle({ 44, 44 });
            if (rail_item(f, place, spec.items[i], spec.current == i)) result.chosen = i;
        }
    }
    f.state().on_sidebar = false;
    return result;
}

bool bottom_item(Frame& f, Rect box, NavItem const& item, bool current)
{
    auto const& t = f.tokens();
    auto const on = f.item(item.key, node_of(item, box, current));
    auto const ink = current ? t.accent_text : t.ink_second;
    auto inside = box.middle(42);
    auto const mark = inside.take_top(24);
    icon(f, mark, item.icon, ink, 20);
    if (item.badge > 0) disc(f, { mark.centre().x + 11, mark.y + 4 }, 4, item.urgent ? t.missing.fill : t.outline);
    draw_text(f, inside.inset(2, 0), item.label,
        { .type = current ? Type::tiny : Type::tiny_light, .ink = ink, .align = Align::centre });
    if (on.ring) ring(f, box.inset(4), 8);
    return on.clicked;
}

// Which items have a place in the bar, and which are under "more".
struct Shared
{
    std::vector<std::size_t> places;
    std::vector<std::size_t> rest;
};

Shared shared_out(std::span<NavItem const> items)
{
    Shared result;
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto const fits = items[i].in_bottom_bar && result.places.size() < bottom_places;
        (fits ? result.places : result.rest).push_back(i);
    }
    return result;
}

void more_item(Frame& f, Rect box, NavSpec const& spec, std::vector<std::size_t> const& rest, NavResult& result)
{
    auto const id = f.id("more");
    auto const current = std::find(rest.begin(), rest.end(), spec.current) != rest.end();
    NavItem const more { .key = "more", .icon = Icon::menu, .label = f.words().more };
    if (bottom_item(f, box, more, current)) menu_open(f, id) ? close_menu(f) : open_menu(f, id);
    std::vector<MenuItem> items;
    for (auto const i : rest) {
        auto const& item = spec.items[i];
        items.push_back({ .key = item.key,
            .label = item.label,
            .icon = item.icon,
            .checked = spec.current == i,
            .divider_above = !item.group.empty() && !items.empty() });
    }
    if (auto const chosen = popup_menu(f, id, box, f.words().more, items)) result.chosen = rest[*chosen];
}

NavResult bottom_bar(Frame& f, Rect whole, NavSpec const& spec)
{
    NavResult result;
    auto rest = whole;
    auto const bar = rest.take_bottom(height::bottom_bar);
    result.content = rest;
    auto const& t = f.tokens();
    Rect const ground { 0, bar.y, f.window().width, f.window().height - bar.y };
    fill(f, ground, t.surface);
    line_above(f, ground, t.line);
    block_pointer(f, ground);
    Scope const scope { f, "navigation", { .role = Role::navigation, .bounds = bar, .name = f.words().navigation } };
    auto const shared = shared_out(spec.items);
    auto const count = shared.places.size() + (shared.rest.empty() ? 0 : 1);
    auto const places = columns(bar, count, 0);
    for (std::size_t i = 0; i < shared.places.size(); ++i) {
        auto const item = shared.places[i];
        if (bottom_item(f, places[i], spec.items[item], spec.current == item)) result.chosen = item;
    }
    if (!shared.rest.empty()) more_item(f, places.back(), spec, shared.rest, result);
    return result;
}

} // namespace

NavResult navigation(Frame& f, Rect whole, NavSpec const& spec)
{
    switch (f.width_class()) {
    case WidthClass::phone: return bottom_bar(f, whole, spec);
    case WidthClass::rail: return rail(f, whole, spec);
    case WidthClass::wide: break;
    }
    return sidebar(f, whole, spec);
}

} // namespace keyrack::ui
