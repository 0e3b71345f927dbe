// An open ticket: its clocks as strips, what to do beside them, what happened below.
#include "ui/screens/blocks.hpp"
#include "ui/screens/form_fields.hpp"
#include "ui/screens/proof.hpp"
#include "ui/screens/prose.hpp"
#include "ui/screens/support.hpp"

#include <algorithm>
#include <iterator>

namespace keyrack::ui {

namespace {

constexpr float side_width = 360;
constexpr float strip_height = 26;
constexpr float legend_square = 10;

StripLook look_of(portal::PieceKind kind)
{
    switch (kind) {
    case portal::PieceKind::done: return StripLook::done;
    case portal::PieceKind::counted: return StripLook::counted;
    case portal::PieceKind::left: return StripLook::left;
    case portal::PieceKind::paused: return StripLook::paused;
    case portal::PieceKind::off: return StripLook::off;
    case portal::PieceKind::open: return StripLook::open;
    }
    return StripLook::open;
}

// --- clocks ----------------------------------------------------------------------------------------------------------

// Title, chip and target on one line where they fit, otherwise the target below.
void draw_clock_head(Drawing& d, Rect& from, portal::ClockModel const& clock)
{
    auto const& f = d.f;
    auto const chip_wide = chip_width(f, chip_of(clock.chip));
    auto const title = whole_width(f, clock.title, Type::body_strong);
    auto const target = clock.target.empty() ? 0 : whole_width(f, clock.target, Type::second);
    auto line = from.take_top(height::chip);
    bool const whole = target == 0 || title + 12 + chip_wide + 12 + target <= line.width;
    if (whole && !clock.target.empty()) {
        label(d.f, "target", line.take_right(target), clock.target,
            { .type = Type::second, .ink = f.tokens().ink_second, .align = Align::end });
    }
    if (title + 12 + chip_wide <= line.width) {
        heading(d.f, line.take_left(title), clock.title, 3, { .type = Type::body_strong });
        line.skip_left(12);
        chip(d.f, line, chip_of(clock.chip));
    } else {
        heading(d.f, line, clock.title, 3, { .type = Type::body_strong });
        chip(d.f, from.take_top(height::chip), chip_of(clock.chip));
    }
    if (!whole) {
        label(d.f, "target", from.take_top(line_height(Type::second)), clock.target,
            { .type = Type::second, .ink = f.tokens().ink_second });
    }
}

// When it was, in as many lines as that takes, and the reason below.
float stretch_height(Frame const& f, float width, portal::ClockStretch const& stretch)
{
    return paragraph_height(f, width, stretch.when, Type::second) + line_height(Type::second) + 10;
}

void draw_stretch(Drawing& d, Rect line, portal::ClockStretch const& stretch)
{
    auto const& tokens = d.f.tokens();
    Scope item { d.f, "stretch", { .role = Role::listitem, .bounds = line } };
    line_above(d.f, line, tokens.line);
    line.skip_top(5);
    auto top = line.take_top(paragraph_height(d.f, line.width, stretch.when, Type::second));
    auto const wide = whole_width(d.f, stretch.length, Type::second, Figures::tabular);
    auto const when_wide = text_width(d.f, stretch.when, Type::second, Figures::tabular);
    auto& beside = when_wide + space::small + wide <= top.width ? top : line; // otherwise below, beside the reason
    label(d.f, "length", beside.take_right(wide).take_top(line_height(Type::second)), stretch.length,
        { .type = Type::second, .align = Align::end, .figures = Figures::tabular });
    paragraph(d.f, top, "when", stretch.when, { .type = Type::second });
    auto const reason = stretch.began.empty() ? stretch.reason : stretch.reason + " · " + stretch.began;
    label(d.f, "reason", line.take_top(line_height(Type::second)), reason,
        { .type = Type::second, .ink = tokens.ink_second });
}

void draw_stretches(Drawing& d, Rect& from, portal::ClockModel const& clock)
{
    from.skip_top(space::small);
    auto bounds = from;
    bounds.height = 0;
    for (auto const& stretch : clock.stretches) bounds.height += stretch_height(d.f, from.width, stretch);
    Scope list { d.f, "stretches",
        { .role = Role::list, .bounds = bounds, .name = std::string { d.words("ui.ticket.account") } } };
    for (std::size_t i = 0; i < clock.stretches.size(); ++i) {
        auto const& stretch = clock.stretches[i];
        IdScope const scope { d.f, i };
        draw_stretch(d, from.take_top(stretch_height(d.f, from.width, stretch)), stretch);
    }
}

void draw_clock(Drawing& d, Rect& from, portal::ClockModel const& clock)
{
    IdScope const scope { d.f, clock.measure };
    draw_clock_head(d, from, clock);
    from.skip_top(6);
    std::vector<StripPart> parts;
    for (auto const& piece : clock.pieces) {
        parts.push_back({ .amount = piece.amount, .look = look_of(piece.kind), .label = piece.label });
    }
    if (parts.empty()) {
        parts.push_back({ .amount = 1, .look = StripLook::open });
    }
    strip(d.f, from.take_top(strip_height), "strip", clock.name, parts);
    from.skip_top(6);
    auto const why = d.words(clock.open ? "ui.ticket.hide_account" : "ui.ticket.show_account");
    auto line = from;
    auto const wide = whole_width(d.f, why, Type::second);
    auto const text_room = from.width - wide - space::medium;
    auto const high = paragraph_height(d.f, text_room, clock.second, Type::second);
    line = from.take_top(std::max(high, line_height(Type::second)));
    auto const place = line.take_right(wide).take_top(line_height(Type::second));
    auto const name = clock.title + ": " + std::string { why };
    if (link(d.f, place, { .key = "why", .text = why, .href = clock.why, .type = Type::second, .name = name })) {
        d.want(portal::Go { clock.why });
    }
    paragraph(d.f, { line.x, line.y, text_room, high }, "second", clock.second,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
    if (clock.open) {
        draw_stretches(d, from, clock);
    }
}

bool has_piece(portal::TicketDetail const& ticket, portal::PieceKind kind)
{
    return std::ranges::any_of(ticket.clocks,
        [&](auto const& clock) { return std::ranges::contains(clock.pieces, kind, &portal::ClockPiece::kind); });
}

// What the strips above have, and nothing else.
void draw_legend(Drawing& d, Rect& from, portal::TicketDetail const& ticket)
{
    auto const& tokens = d.f.tokens();
    struct Mark
    {
        std::string_view key;
        portal::PieceKind kind;
    };
    using portal::PieceKind;
    constexpr Mark all[] { { "ui.ticket.legend.counted", PieceKind::counted },
        { "ui.ticket.legend.paused", PieceKind::paused }, { "ui.ticket.legend.off", PieceKind::off } };
    std::vector<Mark> marks;
    std::ranges::copy_if(
        all, std::back_inserter(marks), [&](Mark const& mark) { return has_piece(ticket, mark.kind); });
    if (marks.empty()) return;
    from.skip_top(space::card_gap);
    Flow flow { from, space::medium };
    for (auto const& mark : marks) {
        auto const text = d.words(mark.key);
        auto area = flow.place({ legend_square + 6 + whole_width(d.f, text, Type::second), line_height(Type::second) });
        auto const square = area.take_left(legend_square).middle(legend_square);
        switch (mark.kind) {
        case PieceKind::counted: fill(d.f, square, tokens.accent, 3); break;
        case PieceKind::paused: fill_and_stroke(d.f, square, tokens.ending.soft, tokens.ending.fill, 3); break;
        default:
            fill(d.f, square, tokens.neutral_soft, 3);
            stripes(d.f, square, tokens.line_strong, 3);
            break;
        }
        area.skip_left(6);
        label(d.f, mark.key, area, text, { .type = Type::second, .ink = tokens.ink_second });
    }
    from.skip_top(flow.used_height());
}

void draw_clocks(Drawing& d, Rect& column, portal::TicketDetail const& ticket)
{
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    auto const title = d.words("ui.ticket.clocks");
    auto const both = text_width(d.f, title, Type::heading) + space::gap + text_width(d.f, ticket.hours, Type::second);
    bool const beside = both <= inside.width;
    section_heading(d.f, inside, title, beside ? std::string_view { ticket.hours } : std::string_view {});
    if (!beside) {
        auto const high = paragraph_height(d.f, inside.width, ticket.hours, Type::second);
        paragraph(d.f, inside.take_top(high), "hours", ticket.hours,
            { .type = Type::second, .ink = d.f.tokens().ink_second });
        inside.skip_top(space::medium);
    }
    for (auto const& clock : ticket.clocks) {
        inside.skip_top(&clock == &ticket.clocks.front() ? 0 : space::card_gap);
        draw_clock(d, inside, clock);
    }
    draw_legend(d, inside, ticket);
}

// --- the proof that is open ------------------------------------------------------------------------------------------

bool has_open_clock(portal::TicketDetail const& ticket)
{
    return std::ranges::any_of(ticket.clocks, &portal::ClockModel::open);
}

bool device_is_asked_about(portal::TicketDetail const& ticket)
{
    return std::ranges::contains(ticket.devices, ticket.why_close, &portal::TicketDevice::why);
}

// It comes into view, but for that of a clock, whose account opens in its place.
void draw_why(Drawing& d, Rect& column, portal::TicketDetail const& ticket)
{
    if (ticket.why_title.empty()) {
        return;
    }
    auto const top = column.y;
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        IdScope const scope { d.f, "why" };
        auto line = inside.take_top(paragraph_height(d.f, inside.width - 40, ticket.why_title, Type::heading));
        auto const close = line.take_right(36);
        wrapped_heading(d, line, "title", ticket.why_title, 2, { .type = Type::heading });
        IconButtonSpec const spec { .key = "close", .icon = Icon::x, .name = d.words("ui.ticket.close_proof") };
        if (icon_button(d.f, { close.x, close.y - 8, 36, 36 }, spec) || d.f.pressed("Escape")) {
            d.want(portal::Go { ticket.why_close });
        }
        inside.skip_top(space::medium);
        draw_story(d, inside, ticket.proof);
    }
    if (d.f.arrives(d.f.id(ticket.why_title)) && !has_open_clock(ticket))
        d.f.reveal({ column.x, top, column.width, column.y - top });
    column.skip_top(space::gap);
}

// --- what to do ------------------------------------------------------------------------------------------------------

void draw_action(Drawing& d, Rect& from, portal::TicketAction const& action)
{
    IdScope const scope { d.f, action.action };
    ButtonSpec const spec {
        .key = "run", .label = action.text, .look = action.main ? ButtonLook::primary : ButtonLook::outlined
    };
    auto const high = d.f.touch() ? height::touch : height::button;
    auto line = from.take_top(high);
    if (button(d.f, line.take_left(std::min(button_width(d.f, spec), line.width)), spec)) {
        d.want(portal::RunOnScreen { action.action });
    }
    if (action.second.empty()) {
        return;
    }
    from.skip_top(4);
    auto const tall = paragraph_height(d.f, from.width, action.second, Type::second);
    paragraph(
        d.f, from.take_top(tall), "second", action.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
}

void draw_turns(Drawing& d, Rect& from, portal::TicketDetail const& ticket)
{
    Flow flow { from, space::small };
    for (auto const& turn : ticket.turns) {
        ButtonSpec const spec { .key = std::string_view { turn.action },
            .label = turn.text,
            .size = d.f.touch() ? ButtonSize::regular : ButtonSize::small };
        auto const high = button_line(d.f, ButtonSize::small);
        if (button(d.f, flow.place({ std::min(button_width(d.f, spec), from.width), high }), spec)) {
            d.want(portal::RunOnScreen { turn.action });
        }
    }
    from.skip_top(ticket.turns.empty() ? 0 : flow.used_height());
}

void draw_next(Drawing& d, Rect& column, portal::TicketDetail const& ticket)
{
    if (ticket.next.empty() && ticket.turns.empty()) {
        return;
    }
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        section_heading(d.f, inside, d.words("ui.ticket.next"));
        for (auto const& action : ticket.next) {
            draw_action(d, inside, action);
            inside.skip_top(space::gap);
        }
        draw_turns(d, inside, ticket);
    }
    column.skip_top(space::gap);
}

// --- what it is about ------------------------------------------------------------------------------------------------

void draw_device(Drawing& d, Rect& from, portal::TicketDevice const& device)
{
    IdScope const scope { d.f, device.serial };
    auto const& tokens = d.f.tokens();
    auto head = from.take_top(line_height(Type::body));
    icon(d.f, head.take_left(28).take_left(18), Icon::cpu, tokens.ink_second, 18);
    auto const name = device.model + " " + device.serial;
    auto const wide = std::min(whole_width(d.f, device.model, Type::body), head.width);
    if (link(d.f, head.take_left(wide),
            { .key = "device", .text = device.model, .href = device.fragment, .ink = tokens.ink, .name = name })) {
        d.want(portal::Go { device.fragment });
    }
    auto inside = from;
    inside.skip_left(28);
    auto serial = inside.take_top(line_height(Type::second));
    label(d.f, "serial", serial, device.serial,
        { .type = Type::second, .ink = tokens.ink_second, .figures = Figures::tabular });
    inside.skip_top(6);
    auto line = inside.take_top(height::chip);
    auto const chip_area = chip(d.f, line, chip_of(device.chip));
    line.skip_left(chip_area.width + space::small);
    auto const why = d.words("ui.why");
    auto const why_name = std::string { why } + ": " + device.chip.text + ", " + name;
    if (link(d.f, line.take_left(whole_width(d.f, why, Type::second)),
            { .key = "why", .text = why, .href = device.why, .type = Type::second, .name = why_name })) {
        d.want(portal::Go { device.why });
    }
    if (!device.second.empty()) {
        inside.skip_top(4);
        label(d.f, "second", inside.take_top(line_height(Type::second)), device.second,
            { .type = Type::second, .ink = tokens.ink_second });
    }
    if (!device.action.empty()) {
        inside.skip_top(8);
        ButtonSpec const swap {
            .key = "swap", .label = device.action_text, .icon = Icon::refresh_cw, .size = ButtonSize::small
        };
        auto place = inside.take_top(d.f.touch() ? height::touch : height::button_small);
        if (button(d.f, place.take_left(std::min(button_width(d.f, swap), place.width)), swap)) {
            d.want(portal::RunOnScreen { device.action });
        }
    }
    from.skip_top(inside.y - from.y);
}

void draw_room(Drawing& d, Rect& column, portal::TicketDetail const& ticket)
{
    if (ticket.room.empty() && ticket.devices.empty()) {
        return;
    }
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        if (!ticket.room.empty()) {
            auto line = inside.take_top(height::chip);
            auto const chip_area = chip(d.f, line, chip_of(ticket.room_cover), Side::right);
            line.skip_right(chip_area.width + space::small);
            auto const wide = std::min(whole_width(d.f, ticket.room, Type::heading), line.width);
            if (link(d.f, line.take_left(wide),
                    { .key = "room",
                        .text = ticket.room,
                        .href = ticket.room_fragment,
                        .type = Type::heading,
                        .ink = d.f.tokens().ink })) {
                d.want(portal::Go { ticket.room_fragment });
            }
            inside.skip_top(space::tiny);
            auto second = inside.take_top(height::chip);
            if (!ticket.room_state.text.empty()) {
                auto const state = chip(d.f, second, chip_of(ticket.room_state), Side::right);
                second.skip_right(state.width + space::small);
            }
            label(d.f, "site", second, ticket.room_second, { .type = Type::second, .ink = d.f.tokens().ink_second });
        }
        for (std::size_t i = 0; i < ticket.devices.size(); ++i) {
            inside.skip_top(i > 0 ? space::gap : ticket.room.empty() ? 0 : space::medium);
            draw_device(d, inside, ticket.devices[i]);
        }
    }
    column.skip_top(space::gap);
}

void draw_about(Drawing& d, Rect& column, portal::TicketDetail const& ticket)
{
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        section_heading(d.f, inside, d.words("ui.ticket.about"));
        draw_facts(d, inside, ticket.facts);
        inside.skip_top(ticket.facts.empty() ? 0 : space::medium);
        auto const text = d.words("ui.ticket.severity_why");
        auto line = inside.take_top(line_height(Type::second));
        if (link(d.f, line.take_left(std::min(whole_width(d.f, text, Type::second), line.width)),
                { .key = "severity", .text = text, .href = ticket.severity_why, .type = Type::second })) {
            d.want(portal::Go { ticket.severity_why });
        }
    }
    column.skip_top(space::gap);
}

// --- as it was told --------------------------------------------------------------------------------------------------

void draw_description(Drawing& d, Rect& column, portal::TicketDetail const& ticket)
{
    if (ticket.description.empty()) {
        return;
    }
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        IdScope const scope { d.f, "description" };
        section_heading(d.f, inside, d.words("ticket.field.description"));
        draw_prose(d, inside, ticket.description);
    }
    column.skip_top(space::gap);
}

void draw_note(Drawing& d, Rect& column, portal::TicketDetail const& ticket)
{
    if (!ticket.note) {
        return;
    }
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        draw_form_fields(d, inside, { &*ticket.note, 1 });
        if (!ticket.note_refusal.empty()) {
            inside.skip_top(space::small);
            notice(d, inside, "refusal", ticket.note_refusal, Tone::missing);
        }
        inside.skip_top(space::medium);
        ButtonSpec const add { .key = "add-note", .label = d.words("ui.ticket.add_note") };
        auto line = inside.take_top(d.f.touch() ? height::touch : height::button);
        if (button(d.f, line.take_left(std::min(button_width(d.f, add), line.width)), add)) {
            d.want(portal::RunOnScreen { "note" });
        }
    }
    column.skip_top(space::gap);
}

} // namespace

void draw_ticket_page(Drawing& d, Rect area, portal::TicketDetail const& ticket)
{
    IdScope const scope { d.f, ticket.row };
    auto const margin = page_margin(d.f);
    ScrollArea scroll { d.f, "page", area, { margin, margin, space::page, margin } };
    auto& page = scroll.content();
    draw_page_top(d, page,
        { .back = ticket.back,
            .back_text = d.words("ui.support.title"),
            .title = ticket.title,
            .second = ticket.second,
            .chips = ticket.chips });
    auto main = page;
    if (page.width < two_columns_from) { // the proof stands below what asks for it
        bool const of_clock = has_open_clock(ticket);
        bool const of_device = device_is_asked_about(ticket);
        draw_next(d, main, ticket);
        draw_clocks(d, main, ticket);
        main.skip_top(space::gap);
        if (of_clock) draw_why(d, main, ticket);
        draw_description(d, main, ticket);
        draw_way(d, main, ticket.way);
        draw_room(d, main, ticket);
        if (of_device) draw_why(d, main, ticket);
        draw_about(d, main, ticket);
        if (!of_clock && !of_device) draw_why(d, main, ticket);
        draw_routes(d, main, ticket.routes);
        draw_drafts(d, main, ticket.drafts);
        draw_note(d, main, ticket);
        draw_events(d, main, ticket);
        page.skip_top(main.y - page.y);
        return;
    }
    auto side = main.take_right(side_width);
    main.skip_right(space::gap);
    draw_why(d, main, ticket);
    draw_clocks(d, main, ticket);
    main.skip_top(space::gap);
    draw_description(d, main, ticket);
    draw_drafts(d, main, ticket.drafts);
    draw_note(d, main, ticket);
    draw_events(d, main, ticket);
    draw_next(d, side, ticket);
    draw_way(d, side, ticket.way);
    draw_room(d, side, ticket);
    draw_about(d, side, ticket);
    draw_routes(d, side, ticket.routes);
    page.skip_top(std::max(main.y, side.y) - page.y);
}

} // namespace keyrack::ui
