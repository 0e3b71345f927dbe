#include "ui/screens/room_detail.hpp"

#include "ui/screens/proof.hpp"

#include <algorithm>
#include <array>

namespace keyrack::ui {

namespace {

constexpr float row_padding = 12;
constexpr float icon_column = 30;

// --- tab Room --------------------------------------------------------------------------------------------------------

void draw_features(Drawing& d, Rect& from, portal::RoomDetail const& room)
{
    if (room.features.empty()) {
        return;
    }
    section_heading(d.f, from, d.words("ui.room.features"), {}, 3);
    for (auto const& feature : room.features) {
        IdScope const scope { d.f, feature.key };
        auto const row = from.take_top(height::row + 4);
        auto const name = feature.name + ", " + feature.chip.text;
        auto const pressed = press_card(d.f, row, { .key = "feature", .name = name, .padding = row_padding });
        auto inside = pressed.inside;
        icon(d.f, inside.take_right(20), Icon::chevron_right, d.f.tokens().ink_third, 16);
        inside.skip_right(space::small);
        auto const chip_area = draw_chip(d.f, inside, chip_of(feature.chip), Side::right);
        inside.skip_right(chip_area.width + space::small);
        draw_text(d.f, inside, feature.name, { .type = Type::body });
        if (pressed.clicked) {
            d.want(portal::AskFeature { feature.key });
        }
        from.skip_top(space::small);
    }
    from.skip_top(space::medium);
}

void draw_room_tab(Drawing& d, Rect& from, portal::RoomDetail const& room)
{
    draw_facts(d, from, room.facts);
    from.skip_top(space::medium);
    auto const covered = room.cover.tone == portal::Tone::covered || room.cover.tone == portal::Tone::ending;
    Flow flow { from, space::small };
    auto const place = [&](ButtonSpec const& spec) {
        return flow.place({ std::min(button_width(d.f, spec), from.width), button_line(d.f) });
    };
    ButtonSpec const cover { .key = "cover",
        .label = d.words("ui.room.cover"),
        .icon = Icon::link,
        .look = ButtonLook::primary,
        .href = room.cover_it };
    if (!room.cover_it.empty() && button(d.f, place(cover), cover)) {
        d.want(portal::Go { room.cover_it });
    }
    ButtonSpec const help {
        .key = "help", .label = d.words("ui.room.help"), .icon = Icon::life_buoy, .href = room.help
    };
    if (!room.help.empty() && button(d.f, place(help), help)) {
        d.want(portal::Go { room.help });
    }
    ButtonSpec const end { .key = "end", .label = d.words("ui.room.end_assignment"), .icon = Icon::unlink };
    if (covered && button(d.f, place(end), end)) {
        d.want(portal::EndRoomAssignment { room.id });
    }
    from.skip_top(flow.used_height() + space::card_gap);
    draw_features(d, from, room);
}

// --- tab Devices -----------------------------------------------------------------------------------------------------

struct DevicePlace
{
    float why = 0;
    float height = 0;
};

DevicePlace measure_device(Frame const& f, float width, portal::DeviceLine const& device)
{
    auto const inner = width - 2 * 14 - icon_column;
    auto const why = device.why.empty() ? 0 : paragraph_height(f, inner, device.why, Type::second);
    auto const head = 24.0F + 18 + 18;
    return { why, 2 * 14 + head + (why > 0 ? why + space::tiny : 0) };
}

void draw_device(Drawing& d, Rect area, portal::DeviceLine const& device)
{
    auto const& tokens = d.f.tokens();
    Scope item { d.f, "device", { .role = Role::listitem, .bounds = area } };
    auto inside = card(d.f, area, CardLook::surface, 14);
    icon(d.f, inside.take_left(icon_column).take_top(24).take_left(18), Icon::cpu, tokens.ink_second, 18);
    auto head = inside.take_top(24);
    auto const chip_area = chip(d.f, head, chip_of(device.chip), Side::right);
    head.skip_right(chip_area.width + space::small);
    auto const& name = device.model.empty() ? device.serial : device.model;
    auto const width = std::min(whole_width(d.f, name, Type::heading), head.width);
    if (link(d.f, head.take_left(width),
            { .key = "open",
                .text = name,
                .href = device.open,
                .type = Type::heading,
                .ink = tokens.ink,
                .name = device.model.empty() ? device.serial : device.model + ", " + device.serial })) {
        d.want(portal::Go { device.open });
    }
    label(d.f, "serial", inside.take_top(18), device.serial,
        { .type = Type::second, .ink = tokens.ink_second, .figures = Figures::tabular });
    label(d.f, "warranty", inside.take_top(18), device.warranty, { .type = Type::second, .ink = tokens.ink_second });
    if (device.why.empty()) {
        return;
    }
    inside.skip_top(space::tiny);
    paragraph(d.f, inside, "why", device.why, { .type = Type::second, .ink = tokens.ink_second });
}

void draw_devices_tab(Drawing& d, Rect& from, portal::RoomDetail const& room)
{
    ButtonSpec const add { .key = "add-device", .label = d.words("ui.room.add_device"), .icon = Icon::plus };
    if (room.devices.empty()) {
        auto const pressed = empty_state(d.f, from.take_top(260),
            { .icon = Icon::cpu,
                .title = d.words("ui.room.no_devices"),
                .text = d.words("ui.room.no_devices.text"),
                .actions = { &add, 1 } });
        if (pressed) {
            d.want(portal::AskAddDevice { room.id });
        }
        return;
    }
    std::vector<DevicePlace> places;
    float height = 0;
    for (auto const& device : room.devices) {
        places.push_back(measure_device(d.f, from.width, device));
        height += places.back().height + space::small;
    }
    auto area = from.take_top(height);
    {
        Scope list { d.f, "devices",
            { .role = Role::list, .bounds = area, .name = std::string { d.words("ui.room.tab.devices") } } };
        for (std::size_t i = 0; i < places.size(); ++i) {
            IdScope const scope { d.f, i };
            draw_device(d, area.take_top(places[i].height), room.devices[i]);
            area.skip_top(space::small);
        }
    }
    from.skip_top(space::small);
    auto line = from.take_top(height::button);
    if (button(d.f, line.take_left(std::min(button_width(d.f, add), line.width)), add)) {
        d.want(portal::AskAddDevice { room.id });
    }
}

// --- tab History -----------------------------------------------------------------------------------------------------

void draw_history_line(Drawing& d, Rect area, portal::HistoryLine const& line)
{
    Scope item { d.f, "line", { .role = Role::listitem, .bounds = area } };
    auto const dot = area.take_left(icon_column);
    disc(d.f, { dot.x + 7, dot.y + 10 }, 4, d.f.tokens().line_strong);
    paragraph(d.f, area.take_top(paragraph_height(d.f, area.width, line.text, Type::body)), "text", line.text);
    area.skip_top(2);
    paragraph(d.f, area, "second", line.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
}

void draw_history_tab(Drawing& d, Rect& from, portal::RoomDetail const& room)
{
    if (room.history.empty()) {
        (void)empty_state(d.f, from.take_top(220),
            { .icon = Icon::history,
                .title = d.words("ui.room.no_history"),
                .text = d.words("ui.room.no_history.text") });
        return;
    }
    std::vector<float> heights;
    float total = 0;
    for (auto const& line : room.history) {
        auto const width = from.width - icon_column;
        heights.push_back(paragraph_height(d.f, width, line.text, Type::body) + 2
            + paragraph_height(d.f, width, line.second, Type::second));
        total += heights.back() + space::gap;
    }
    auto area = from.take_top(total);
    fill(d.f, { area.x + 6, area.y + 10, 2, total - space::gap - heights.back() }, d.f.tokens().line, 1);
    Scope list { d.f, "history",
        { .role = Role::list, .bounds = area, .name = std::string { d.words("ui.room.tab.history") } } };
    for (std::size_t i = 0; i < heights.size(); ++i) {
        IdScope const scope { d.f, i };
        draw_history_line(d, area.take_top(heights[i]), room.history[i]);
        area.skip_top(space::gap);
    }
}

// --- around ----------------------------------------------------------------------------------------------------------

void draw_tabs(Drawing& d, Rect& body, portal::RoomDetail const& room)
{
    Option const options[] {
        { .key = "room", .label = d.words("ui.room.tab.room") },
        { .key = "why", .label = d.words("ui.room.tab.why") },
        { .key = "devices", .label = d.words("ui.room.tab.devices") },
        { .key = "history", .label = d.words("ui.room.tab.history") },
    };
    auto const chosen = tabs(d.f, body.take_top(tabs_height),
        { .key = "tabs", .label = d.words("ui.room.tabs"), .options = options }, static_cast<std::size_t>(room.tab));
    if (chosen) {
        d.want(portal::ShowRoomTab { static_cast<portal::RoomTab>(*chosen) });
    }
}

void draw_tab(Drawing& d, Rect area, portal::RoomDetail const& room)
{
    constexpr std::array<std::string_view, 4> keys { "ui.room.tab.room", "ui.room.tab.why", "ui.room.tab.devices",
        "ui.room.tab.history" };
    auto const tab = static_cast<std::size_t>(room.tab);
    Scope panel { d.f, tab, { .role = Role::tabpanel, .bounds = area, .name = std::string { d.words(keys[tab]) } } };
    auto const margin = page_margin(d.f);
    ScrollArea scroll { d.f, "body", area.inset(-margin, 0), { 20, margin, 24, margin } };
    auto& content = scroll.content();
    switch (room.tab) {
    case portal::RoomTab::room: draw_room_tab(d, content, room); break;
    case portal::RoomTab::why:
        draw_proof(
            d, content, room.proof, { .main_cure = d.f.phone() ? MainCure::at_the_foot : MainCure::in_its_card });
        break;
    case portal::RoomTab::devices: draw_devices_tab(d, content, room); break;
    case portal::RoomTab::history: draw_history_tab(d, content, room); break;
    }
}

// On a phone the best cure stays under the thumb while the story scrolls.
void draw_foot(Drawing& d, Rect& body, portal::RoomDetail const& room)
{
    auto const* cure = main_cure(room.proof);
    if (!d.f.phone() || room.tab != portal::RoomTab::why || cure == nullptr || cure->action.empty()) {
        return;
    }
    auto foot = body.take_bottom(height::touch + 2 * space::medium);
    keep_toasts_clear(d.f, foot);
    line_above(d.f, foot.inset(-page_margin(d.f), 0), d.f.tokens().line);
    auto const name = name_of(*cure);
    ButtonSpec const spec {
        .key = "cure", .label = cure->action, .icon = Icon::key_round, .look = ButtonLook::primary, .name = name
    };
    if (button(d.f, foot.middle(height::touch), spec)) {
        d.want(portal::RunCure { cure->index });
    }
}

} // namespace

void draw_room_detail(Drawing& d, Rect area, portal::RoomDetail const& room)
{
    Scope detail { d.f, "detail", { .role = Role::complementary, .bounds = area, .name = room.name } };
    IdScope const scope { d.f, room.id.row() };
    auto body = area;
    auto const head =
        detail_head(d.f, body, { .title = room.name, .second = room.second, .chip = chip_of(room.cover) });
    if (head.closed) {
        d.want(portal::CloseDetail {});
    }
    draw_tabs(d, body, room);
    draw_foot(d, body, room);
    draw_tab(d, body, room);
}

} // namespace keyrack::ui
