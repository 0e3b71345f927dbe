#include "ui/screens/devices.hpp"
#include "ui/screens/proof.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float bar_height = 22;
constexpr float axis_height = 18;

// --- warranty --------------------------------------------------------------------------------------------------------

void draw_bar(Drawing& d, Rect& from, portal::WarrantyBar const& bar)
{
    std::vector<TimeSpan> spans;
    auto const at = [](double share) { return static_cast<float>(share); };
    if (bar.base > 0) {
        spans.push_back({ .from = 0, .to = at(bar.base), .tone = Tone::neutral });
    }
    auto const begins = std::max(bar.base, 0.0);
    if (bar.extended > begins) {
        auto const tone = bar.ended ? Tone::neutral : Tone::covered;
        spans.push_back({ .from = at(begins), .to = at(bar.extended), .tone = tone });
    }
    std::vector<AxisMark> marks;
    for (auto const& [where, year] : bar.marks) {
        marks.push_back({ .at = at(where), .text = year });
    }
    timeline_axis(d.f, from.take_top(axis_height), marks);
    std::optional<float> now;
    if (bar.now >= 0 && bar.now <= 1) {
        now = at(bar.now);
    }
    auto const area = from.take_top(bar_height);
    timeline_bar(d.f, area, "warranty-bar", bar.name, spans, now);
    if (bar.cap > 0) {
        fill(d.f, { area.x + area.width * at(bar.cap) - 1, area.y - 2, 2, area.height + 4 }, d.f.tokens().missing.fill);
    }
}

void draw_legend(Drawing& d, Rect& from, portal::WarrantyBar const& bar)
{
    std::vector<LegendMark> marks;
    auto const add = [&](bool shown, std::string_view key, Tone tone, LegendLook look) {
        if (shown) marks.push_back({ d.words(key), tone, look });
    };
    add(bar.base > 0, "ui.device.legend.base", Tone::neutral, LegendLook::span);
    add(bar.extended > std::max(bar.base, 0.0), "ui.device.legend.extended", bar.ended ? Tone::neutral : Tone::covered,
        LegendLook::span);
    add(bar.cap > 0, "ui.device.legend.cap", Tone::missing, LegendLook::line);
    add(bar.now >= 0 && bar.now <= 1, "ui.device.legend.now", Tone::neutral, LegendLook::line);
    legend(d.f, from, marks);
}

void draw_warranty(Drawing& d, Rect& from, portal::DeviceDetail const& device)
{
    {
        GrowingCard card { d.f, from };
        auto& inside = card.content();
        section_heading(d.f, inside, d.words("ui.device.warranty"), {}, 3);
        label(d.f, "until", inside.take_top(line_height(Type::body_strong)), device.warranty_text,
            { .type = Type::body_strong });
        inside.skip_top(space::medium);
        draw_bar(d, inside, device.bar);
        inside.skip_top(space::small);
        draw_legend(d, inside, device.bar);
        inside.skip_top(space::medium);
        auto const high = paragraph_height(d.f, inside.width, device.warranty_why, Type::second);
        paragraph(d.f, inside.take_top(high), "why", device.warranty_why,
            { .type = Type::second, .ink = d.f.tokens().ink_second });
        inside.skip_top(space::small);
        auto const& why = device.tabs[static_cast<std::size_t>(portal::DeviceTab::why)].fragment;
        auto const text = d.words("ui.device.proof");
        auto line = inside.take_top(line_height(Type::second));
        if (link(d.f, line.take_left(std::min(whole_width(d.f, text, Type::second), line.width)),
                { .key = "proof", .text = text, .href = why, .type = Type::second })) {
            d.want(portal::Go { why });
        }
    }
    from.skip_top(space::gap);
}

// --- tab Device ------------------------------------------------------------------------------------------------------

void draw_actions(Drawing& d, Rect& from, portal::DeviceDetail const& device)
{
    ButtonSpec const buttons[] {
        { .key = "move",
            .label = d.words("ui.device.move"),
            .icon = Icon::arrow_right,
            .look = ButtonLook::primary,
            .href = device.move },
        { .key = "help", .label = d.words("ui.device.help"), .icon = Icon::life_buoy, .href = device.help },
    };
    std::string const targets[] { device.move, device.help };
    Flow flow { from, space::small };
    for (std::size_t i = 0; i < 2; ++i) {
        auto const width = std::min(button_width(d.f, buttons[i]), from.width);
        if (button(d.f, flow.place({ width, button_line(d.f) }), buttons[i])) {
            d.want(portal::Go { targets[i] });
        }
    }
    from.skip_top(flow.used_height() + space::gap);
}

void draw_room(Drawing& d, Rect& from, portal::DeviceDetail const& device)
{
    if (device.room.empty()) {
        return;
    }
    auto const name = d.words("ui.device.room", { { "room", device.room } });
    auto const pressed =
        press_card(d.f, from.take_top(height::row + 8), { .key = "room", .name = name, .href = device.room_fragment });
    auto inside = pressed.inside;
    icon(d.f, inside.take_left(28).take_left(18), Icon::door_open, d.f.tokens().ink_second, 18);
    icon(d.f, inside.take_right(18), Icon::chevron_right, d.f.tokens().ink_third, 16);
    draw_text(d.f, inside, device.room, { .type = Type::body_strong });
    if (pressed.clicked) {
        d.want(portal::Go { device.room_fragment });
    }
    from.skip_top(space::gap);
}

void draw_chip_line(
    Drawing& d, Rect& from, std::string_view key, std::string_view second, portal::Chip const& chip_model)
{
    IdScope const scope { d.f, key };
    auto line = from.take_top(32);
    auto const drawn = chip(d.f, line, chip_of(chip_model), Side::right);
    line.skip_right(drawn.width + space::small);
    auto text = std::string { d.words(key) };
    label(d.f, "label", line, text, { .type = Type::table, .ink = d.f.tokens().ink_second });
    if (second.empty()) {
        return;
    }
    label(d.f, "second", from.take_top(line_height(Type::second)), second,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
    from.skip_top(space::small);
}

void draw_service(Drawing& d, Rect& from, portal::DeviceDetail const& device)
{
    section_heading(d.f, from, d.words("ui.device.service"), {}, 3);
    draw_chip_line(d, from, "ui.device.next_day", device.arrives, device.next_day);
    draw_chip_line(d, from, "ui.device.spare", {}, device.spare);
    if (!device.jumpstart.text.empty()) {
        draw_chip_line(d, from, "ui.device.jumpstart", {}, device.jumpstart);
    }
    from.skip_top(space::gap);
}

void draw_tickets(Drawing& d, Rect& from, portal::DeviceDetail const& device)
{
    if (device.tickets.empty()) {
        return;
    }
    section_heading(d.f, from, d.words("ui.device.tickets"), {}, 3);
    for (std::size_t i = 0; i < device.tickets.size(); ++i) {
        auto const& ticket = device.tickets[i];
        IdScope const scope { d.f, i };
        auto const name = ticket.title + ", " + ticket.chip.text;
        auto const pressed =
            press_card(d.f, from.take_top(60), { .key = "ticket", .name = name, .href = ticket.fragment });
        auto inside = pressed.inside;
        auto const drawn = draw_chip(d.f, inside, chip_of(ticket.chip), Side::right);
        inside.skip_right(drawn.width + space::small);
        auto text = inside.middle(38);
        draw_text(d.f, text.take_top(20), ticket.title, { .type = Type::body_strong });
        draw_text(d.f, text.take_top(18), ticket.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
        if (pressed.clicked) {
            d.want(portal::Go { ticket.fragment });
        }
        from.skip_top(space::small);
    }
    from.skip_top(space::small);
}

void draw_device_tab(Drawing& d, Rect& from, portal::DeviceDetail const& device)
{
    draw_warranty(d, from, device);
    draw_actions(d, from, device);
    draw_room(d, from, device);
    draw_service(d, from, device);
    draw_tickets(d, from, device);
    draw_facts(d, from, device.facts);
}

// --- tab Move --------------------------------------------------------------------------------------------------------

void draw_targets(Drawing& d, Rect& from, portal::DeviceMove const& moving)
{
    constexpr float target_height = 60;
    Rect const bounds { from.x, from.y, from.width,
        (target_height + space::small) * static_cast<float>(moving.targets.size()) };
    Scope list { d.f, "targets",
        { .role = Role::radiogroup, .bounds = bounds, .name = std::string { d.words("ui.device.move_to") } } };
    for (std::size_t i = 0; i < moving.targets.size(); ++i) {
        auto const& target = moving.targets[i];
        IdScope const scope { d.f, i };
        auto const name = target.second.empty() ? target.room : target.room + ", " + target.second;
        auto const pressed =
            press_card(d.f, from.take_top(target_height), { .key = "target", .name = name, .selected = target.chosen });
        auto text = pressed.inside.middle(target.second.empty() ? 20.0F : 38.0F);
        draw_text(d.f, text.take_top(20), target.room, { .type = Type::body_strong });
        draw_text(d.f, text.take_top(18), target.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
        if (pressed.clicked) {
            d.want(portal::Go { target.fragment });
        }
        from.skip_top(space::small);
    }
}

void draw_changes(Drawing& d, Rect& from, portal::DeviceMove const& moving)
{
    GrowingCard card { d.f, from, CardLook::raised };
    auto& inside = card.content();
    auto line = inside.take_top(24);
    auto const preview = d.words("ui.device.preview");
    auto const drawn = chip(d.f, line, { .text = preview, .tone = Tone::planned }, Side::right);
    line.skip_right(drawn.width + space::small);
    heading(d.f, line, d.words("ui.device.changes"), 3);
    inside.skip_top(space::small);
    std::vector<Fact> lines;
    for (auto const& change : moving.changes) {
        auto const tone = kit_tone(change.tone);
        std::optional<Colour> ink;
        if (tone != Tone::neutral) {
            ink = d.f.tokens().tone(tone).ink;
        }
        lines.push_back({ .label = change.label, .value = change.value, .ink = ink });
    }
    facts(d.f, inside, lines);
    inside.skip_top(space::small);
    auto const high = paragraph_height(d.f, inside.width, moving.note, Type::second);
    paragraph(
        d.f, inside.take_top(high), "note", moving.note, { .type = Type::second, .ink = d.f.tokens().ink_second });
    inside.skip_top(space::gap);
    ButtonSpec const move {
        .key = "move", .label = moving.action_text, .icon = Icon::check, .look = ButtonLook::primary
    };
    auto place = inside.take_top(d.f.touch() ? height::touch : height::button);
    if (button(d.f, place.take_left(std::min(button_width(d.f, move), place.width)), move)) {
        d.want(portal::RunOnScreen { "move" });
    }
}

void draw_move_tab(Drawing& d, Rect& from, portal::DeviceMove const& moving)
{
    std::string query = moving.query;
    FieldSpec const spec { .key = "search",
        .label = d.words("ui.device.move_to"),
        .placeholder = d.words("ui.form.search_room"),
        .limit = 200 };
    if (search_field(d.f, from.take_top(field_line(d.f)), spec, query).changed) {
        d.want(portal::EditScreen { "query", query });
    }
    from.skip_top(space::medium);
    if (moving.ready) {
        draw_changes(d, from, moving);
        from.skip_top(space::gap);
    } else if (!moving.note.empty()) {
        auto const high = paragraph_height(d.f, from.width, moving.note, Type::second);
        paragraph(
            d.f, from.take_top(high), "note", moving.note, { .type = Type::second, .ink = d.f.tokens().ink_second });
        from.skip_top(space::medium);
    }
    draw_targets(d, from, moving);
    if (moving.more.empty()) return;
    auto const high = paragraph_height(d.f, from.width, moving.more, Type::second);
    paragraph(d.f, from.take_top(high), "more", moving.more, { .type = Type::second, .ink = d.f.tokens().ink_second });
}

// --- tab History -----------------------------------------------------------------------------------------------------

void draw_history_tab(Drawing& d, Rect& from, portal::DeviceDetail const& device)
{
    constexpr float dot_column = 30;
    Scope list { d.f, "history",
        { .role = Role::list, .bounds = from, .name = std::string { d.words("ui.device.history") } } };
    for (std::size_t i = 0; i < device.history.size(); ++i) {
        auto const& line = device.history[i];
        IdScope const scope { d.f, i };
        auto const text = paragraph_height(d.f, from.width - dot_column, line.text, Type::body);
        auto const second = paragraph_height(d.f, from.width - dot_column, line.second, Type::second);
        auto area = from.take_top(text + 2 + second);
        Scope item { d.f, "line", { .role = Role::listitem, .bounds = area } };
        auto const dot = area.take_left(dot_column);
        disc(d.f, { dot.x + 7, dot.y + 10 }, 4, d.f.tokens().line_strong);
        paragraph(d.f, area.take_top(text), "text", line.text);
        area.skip_top(2);
        paragraph(d.f, area, "second", line.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
        from.skip_top(space::gap);
    }
}

void draw_tabs(Drawing& d, Rect& body, portal::DeviceDetail const& device)
{
    std::vector<Option> options;
    for (std::size_t i = 0; i < device.tabs.size(); ++i) {
        options.push_back({ .key = i, .label = device.tabs[i].text });
    }
    auto const chosen = tabs(d.f, body.take_top(tabs_height),
        { .key = "tabs", .label = d.words("ui.device.tabs"), .options = options }, device.tab);
    if (chosen) {
        d.want(portal::Go { device.tabs[*chosen].fragment });
    }
}

} // namespace

void draw_device_detail(Drawing& d, Rect area, portal::DeviceDetail const& device)
{
    Scope detail { d.f, "detail", { .role = Role::complementary, .bounds = area, .name = device.title } };
    IdScope const scope { d.f, device.row };
    auto body = area;
    auto const head =
        detail_head(d.f, body, { .title = device.title, .second = device.second, .chip = chip_of(device.warranty) });
    if (head.closed) {
        d.want(portal::CloseDetail {});
    }
    draw_tabs(d, body, device);
    Scope panel { d.f, device.tab, { .role = Role::tabpanel, .bounds = body, .name = device.tabs[device.tab].text } };
    auto const margin = page_margin(d.f);
    ScrollArea scroll { d.f, "body", body.inset(-margin, 0), { 20, margin, 24, margin } };
    auto& content = scroll.content();
    switch (static_cast<portal::DeviceTab>(device.tab)) {
    case portal::DeviceTab::device: draw_device_tab(d, content, device); break;
    case portal::DeviceTab::why: draw_proof(d, content, device.proof); break;
    case portal::DeviceTab::move: draw_move_tab(d, content, device.moving); break;
    case portal::DeviceTab::history: draw_history_tab(d, content, device); break;
    }
}

} // namespace keyrack::ui
