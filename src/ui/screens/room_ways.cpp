#include "ui/screens/room_ways.hpp"

#include "ui/screens/blocks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float least_card = 280;
constexpr float card_height = 252;
constexpr float tile_height = 30;
constexpr std::size_t tools = 4;

std::vector<MenuItem> column_items(portal::RoomsWays const& ways)
{
    std::vector<MenuItem> items;
    for (auto const& column : ways.columns)
        items.push_back({ .key = static_cast<int>(column.column), .label = column.text, .checked = column.shown });
    return items;
}

void draw_operators(Drawing& d, Rect area, portal::RoomsWays const& ways)
{
    std::vector<MenuItem> items;
    for (auto const& line : ways.operators)
        items.push_back({ .key = line.text, .label = line.text, .second = line.second });
    auto const chosen = menu_button(d.f, area,
        IconButtonSpec {
            .key = "operators", .icon = Icon::circle_question_mark, .name = d.words("ui.rooms.operators") },
        items);
    if (chosen) d.want(portal::Search { ways.operators[*chosen].text });
}

ButtonSpec save_button(Drawing const& d, std::string_view name)
{
    return { .key = "save",
        .label = d.words("ui.rooms.save"),
        .icon = Icon::bookmark,
        .look = ButtonLook::plain,
        .size = ButtonSize::small,
        .name = name };
}

// --- the map ---------------------------------------------------------------------------------------------------------

// The colour alone does not tell how a room is covered.
Icon mark_of(portal::Tone tone)
{
    switch (tone) {
    case portal::Tone::missing: return Icon::x;
    case portal::Tone::ending: return Icon::clock;
    case portal::Tone::planned: return Icon::calendar_clock;
    default: return Icon::check;
    }
}

bool draw_tile(Drawing& d, Rect box, std::size_t at, portal::SiteRoom const& room)
{
    Node node { .role = Role::link, .bounds = box, .name = room.says };
    node.extra.put("href", room.fragment);
    auto const on = d.f.item(at, std::move(node));
    auto const colours = d.f.tokens().tone(kit_tone(room.tone));
    fill(d.f, box, colours.soft, radius::small);
    chosen_edge(d.f, box, colours.fill, radius::small);
    if (on.hovered) fill(d.f, box, d.f.tokens().hover, radius::small);
    auto inside = box.inset(8, 0);
    icon(d.f, inside.take_left(12), mark_of(room.tone), colours.ink, 12);
    inside.skip_left(4);
    auto const shown = fitted(d.f, room.name, Type::caption, inside.width);
    draw_text(d.f, inside, shown, { .type = Type::caption, .ink = colours.ink });
    if (on.ring) ring(d.f, box, radius::small);
    return on.clicked;
}

void draw_rooms_of(Drawing& d, Rect inside, portal::SiteCard const& site)
{
    auto const across = std::size_t { 2 };
    auto const down = static_cast<std::size_t>(std::max(1.0F, std::floor((inside.height + 6) / (tile_height + 6))));
    auto const count = std::min(site.rooms.size(), across * down);
    for (std::size_t at = 0; at < count; at += across) {
        auto const places = columns(inside.take_top(tile_height), across, 6);
        for (std::size_t i = 0; i < across && at + i < count; ++i)
            if (draw_tile(d, places[i], at + i, site.rooms[at + i])) d.want(portal::Go { site.rooms[at + i].fragment });
        inside.skip_top(6);
    }
}

void draw_site(Drawing& d, Rect area, portal::SiteCard const& site)
{
    auto inside = card(d.f, area, CardLook::surface, space::gap);
    Scope const group { d.f, "site", { .role = Role::group, .bounds = area, .name = site.name } };
    auto head = inside.take_top(22);
    auto const figure = whole_width(d.f, site.text, Type::second);
    label(d.f, "text", head.take_right(figure), site.text,
        { .type = Type::second, .ink = d.f.tokens().ink_second, .align = Align::end });
    head.skip_right(space::small);
    auto const shown = fitted(d.f, site.name, Type::heading, head.width);
    if (link(d.f, head.take_left(whole_width(d.f, shown, Type::heading)),
            { .key = "open",
                .text = shown,
                .href = site.fragment,
                .type = Type::heading,
                .ink = d.f.tokens().ink,
                .name = site.name }))
        d.want(portal::Go { site.fragment });
    inside.skip_top(6);
    std::array const parts { BarPart { static_cast<double>(site.covered), Tone::covered },
        BarPart { static_cast<double>(site.ending), Tone::ending },
        BarPart { static_cast<double>(site.open), Tone::missing } };
    stacked_bar(d.f, inside.take_top(12), "bar", site.name + ": " + site.text, parts);
    inside.skip_top(space::medium);
    if (!site.more.empty())
        label(
            d.f, "more", inside.take_bottom(20), site.more, { .type = Type::caption, .ink = d.f.tokens().ink_second });
    draw_rooms_of(d, inside, site);
}

} // namespace

float room_tools_width(Drawing const& d)
{
    return static_cast<float>(tools) * (d.f.touch() ? height::touch : height::button);
}

void draw_room_tools(Drawing& d, Rect& line, portal::RoomsWays const& ways)
{
    IdScope const scope { d.f, "tools" };
    auto const side = d.f.touch() ? height::touch : height::button;
    auto const place = [&] { return line.take_right(side).middle({ side, side }); };
    bool const map = ways.look == portal::RoomsLook::sites;
    if (icon_button(d.f, place(),
            { .key = "look",
                .icon = map ? Icon::list : Icon::map_pin,
                .name = d.words(map ? "ui.rooms.look.list" : "ui.rooms.look.sites") }))
        d.want(portal::Go { map ? ways.list_fragment : ways.sites_fragment });
    if (icon_button(d.f, place(), { .key = "copy", .icon = Icon::copy, .name = d.words("ui.rooms.copy") }))
        copy_and_say(d, ways.as_table(), ways.copied);
    auto const items = column_items(ways);
    auto const chosen = menu_button(d.f, place(),
        IconButtonSpec { .key = "columns", .icon = Icon::columns_3, .name = d.words("ui.rooms.columns") }, items);
    if (chosen) d.want(portal::Go { ways.columns[*chosen].fragment });
    draw_operators(d, place(), ways);
}

void draw_room_views(Drawing& d, Rect& page, portal::RoomsWays const& ways)
{
    if (ways.views.empty()) return;
    IdScope const scope { d.f, "views" };
    auto const row = page.take_top(filter_chip_height(d.f));
    page.skip_top(space::medium);
    Scope const group { d.f, "group",
        { .role = Role::group, .bounds = row, .name = std::string { d.words("ui.rooms.views") } } };
    ScrollStrip strip { d.f, "strip", row };
    auto& line = strip.content();
    for (std::size_t at = 0; at < ways.views.size(); ++at) {
        IdScope const each { d.f, at };
        auto const& view = ways.views[at];
        FilterChipSpec const spec { .key = "view", .label = view.text, .on = view.on };
        if (filter_chip(d.f, line.take_left(filter_chip_width(d.f, spec)), spec)) d.want(portal::Go { view.fragment });
        auto const name = d.words("ui.rooms.forget_view", { { "name", view.text } });
        if (view.on
            && icon_button(
                d.f, line.take_left(30), { .key = "forget", .icon = Icon::x, .name = name, .size = ButtonSize::small }))
            d.want(portal::RunOnScreen { view.forget });
        line.skip_left(space::small);
    }
}

float save_view_width(Drawing const& d)
{
    return button_width(d.f, save_button(d, {})) + space::small;
}

void draw_save_view(Drawing& d, Rect& line, portal::RoomsWays const& ways)
{
    if (!ways.can_save) return;
    auto const name = d.words("ui.rooms.save_view", { { "name", ways.save_as } });
    auto const save = save_button(d, name);
    if (button(d.f, line.take_left(button_width(d.f, save)), save)) d.want(portal::RunOnScreen { "save" });
}

void draw_site_map(Drawing& d, Rect area, portal::RoomsWays const& ways)
{
    IdScope const scope { d.f, "map" };
    auto const margin = page_margin(d.f);
    auto const above = d.f.phone() ? space::medium : 0.0F; // there a list's rows bring their own
    ScrollArea scroll { d.f, "cards", area.inset(-margin, 0), { above, margin, space::page, margin } };
    auto& page = scroll.content();
    auto const across = balanced_columns(fitting_columns(page.width, least_card, space::gap), ways.site_count);
    auto const lines = (ways.site_count + across - 1) / across;
    auto const view = scroll.view();
    for (std::size_t line = 0; line < lines; ++line) {
        auto const row = page.take_top(card_height);
        page.skip_top(space::gap);
        if (row.bottom() < view.y || row.y > view.bottom()) continue; // not in sight: not asked for
        auto const places = columns(row, across, space::gap);
        for (std::size_t i = 0; i < across && line * across + i < ways.site_count; ++i) {
            IdScope const each { d.f, line * across + i };
            draw_site(d, places[i], ways.site(line * across + i));
        }
    }
}

} // namespace keyrack::ui
