#include "ui/screens/assign_parts.hpp"

#include "base/date.hpp"

#include <algorithm>
#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float licence_padding = 14;
constexpr float room_padding = 14;
constexpr float check_column = 28;
constexpr float change_gap = 8;
constexpr float card_gap = 10;
constexpr float least_room_width = 236;
constexpr float room_height_narrow = 100; // name, second line, chip below one another
constexpr float room_height_wide = 66;    // the chip stands at the right
constexpr float wide_room = 340;

// What something is held over, and whether it can be let go there.
void draw_held_over(Drawing& d, Rect area, bool blocked)
{
    auto const& tokens = d.f.tokens();
    stroke(d.f, area, blocked ? tokens.missing.ink : tokens.accent, radius::large, 2);
}

// --- licences --------------------------------------------------------------------------------------------------------

struct LicencePlace
{
    float free_width = 0;
    float second = 0;
    float height = 0;
};

std::string_view second_of(portal::LicenceCard const& card)
{
    return card.blocked.empty() ? std::string_view { card.second } : std::string_view { card.blocked };
}

LicencePlace measure_licence(Drawing const& d, float width, portal::LicenceCard const& card)
{
    LicencePlace place;
    place.free_width = std::max(text_width(d.f, d.words.number(card.free), Type::heading, Figures::tabular),
        text_width(d.f, d.words("ui.assign.free"), Type::caption));
    auto const inner = width - 2 * licence_padding - tile_size - space::medium - place.free_width - space::medium;
    place.second = paragraph_height(d.f, inner, second_of(card), Type::second);
    place.height = 2 * licence_padding + line_height(Type::heading) + 2 + place.second;
    return place;
}

void draw_licence(
    Drawing& d, Rect area, portal::LicenceCard const& licence, LicencePlace const& place, CarryWatch& watch)
{
    auto const& tokens = d.f.tokens();
    auto const free = d.words.number(licence.free);
    auto const name = d.words("ui.assign.licence_name",
        { { "title", licence.title }, { "second", std::string { second_of(licence) } }, { "free", free } });
    auto const blocked = !licence.blocked.empty();
    auto const pressed = press_card(d.f, area,
        { .key = "licence",
            .name = name,
            .selected = licence.chosen,
            .disabled = blocked,
            .reason = licence.blocked,
            .padding = licence_padding });
    auto inside = pressed.inside;
    auto const ink = blocked ? tokens.ink_second : tokens.ink;
    auto const tile_area = inside.take_left(tile_size).middle(tile_size);
    if (licence.chosen) {
        fill(d.f, tile_area, tokens.accent, radius::medium);
        icon(d.f, tile_area, Icon::key_round, tokens.on_accent, 18);
    } else {
        icon_tile(d.f, tile_area, Icon::key_round, blocked ? Tone::neutral : Tone::accent);
    }
    inside.skip_left(space::medium);
    auto right = inside.take_right(place.free_width).middle(38);
    draw_text(d.f, right.take_top(20), free,
        { .type = Type::heading, .ink = ink, .align = Align::end, .figures = Figures::tabular });
    draw_text(d.f, right, d.words("ui.assign.free"),
        { .type = Type::caption, .ink = tokens.ink_second, .align = Align::end });
    inside.skip_right(space::medium);
    draw_text(d.f, inside.take_top(line_height(Type::heading)), licence.title, { .type = Type::heading, .ink = ink });
    inside.skip_top(2);
    draw_lines(d.f, inside, second_of(licence), { .type = Type::second, .ink = tokens.ink_second });
    if (watch.licence(pressed.id, licence.order, area)) {
        draw_held_over(d, area, blocked);
    }
    if (pressed.clicked && !blocked) {
        d.want(portal::ChooseOrder { licence.order });
    }
}

// --- rooms -----------------------------------------------------------------------------------------------------------

void draw_room(Drawing& d, Rect area, portal::RoomCard const& room, CarryWatch& watch)
{
    auto const& tokens = d.f.tokens();
    auto const blocked = !room.blocked.empty();
    auto const cannot_be_chosen = blocked && !room.chosen; // one that was chosen for another order can be let go
    bool const leads_to_ways = cannot_be_chosen && !room.ways.empty();
    auto const name = leads_to_ways
        ? room.name + ": " + std::string { d.words("ui.refusal.ways") }
        : room.name + ", " + room.cover.text + ", " + (blocked ? room.blocked : room.second);
    auto const pressed = press_card(d.f, area,
        { .key = "room",
            .name = name,
            .checked = leads_to_ways ? std::nullopt : std::optional { room.chosen },
            .disabled = cannot_be_chosen && !leads_to_ways,
            .reason = room.blocked,
            .padding = room_padding });
    auto inside = pressed.inside;
    auto const box = inside.take_left(check_column).take_top(20).take_left(18);
    if (leads_to_ways)
        icon(d.f, box.middle(18), Icon::wand_sparkles, tokens.accent_text, 18);
    else
        draw_checkbox(d.f, box.middle(18), room.chosen ? Check::on : Check::off, pressed.hovered, cannot_be_chosen);
    auto const chip = chip_of(room.cover);
    auto const wide = area.width >= wide_room;
    if (wide) {
        auto const width = draw_chip(d.f, inside.take_right(chip_width(d.f, chip)), chip, Side::right).width;
        inside.skip_right(width > 0 ? space::small : 0);
    }
    auto const second = leads_to_ways ? d.words("ui.refusal.ways") : blocked ? room.blocked : room.second;
    auto const ink = blocked ? tokens.ink_third : tokens.ink;
    draw_text(d.f, inside.take_top(20), room.name, { .type = Type::heading, .ink = ink });
    draw_text(d.f, inside.take_top(18), second, { .type = Type::second, .ink = tokens.ink_second });
    if (!wide) {
        inside.skip_top(10);
        draw_chip(d.f, inside.take_top(height::chip), chip);
    }
    if (watch.room(pressed.id, room.room, area)) {
        draw_held_over(d, area, blocked);
    }
    if (pressed.clicked) {
        cannot_be_chosen ? d.want(portal::RunOnScreen { room.ways })
                         : d.want(portal::ChooseRoom { room.room, !room.chosen });
    }
}

// --- changes ---------------------------------------------------------------------------------------------------------

Icon tone_icon(portal::Tone tone)
{
    switch (tone) {
    case portal::Tone::covered: return Icon::circle_check;
    case portal::Tone::ending: return Icon::clock_alert;
    case portal::Tone::missing: return Icon::circle_alert;
    case portal::Tone::planned: return Icon::calendar_clock;
    case portal::Tone::neutral: break;
    }
    return Icon::key_round;
}

void draw_from(Drawing& d, Rect& from, portal::AssignModel const& model)
{
    auto value = model.from;
    FieldSpec const spec {
        .key = "from", .label = d.words("ui.assign.from"), .kind = FieldKind::date, .shown = model.from_text
    };
    auto const area = from.take_top(field_height(d.f, from.width, spec));
    auto const result = date_field(d.f, area, spec, value);
    if (result.changed && parse_date(value)) {
        d.want(portal::SetAssignFrom { value });
    }
}

// The value stands beside its label, or below where a label would have no room for a word.
struct ChangePlace
{
    float label = 0; // height
    float value = 0; // width beside it; 0: below

    [[nodiscard]] float words() const { return label + (value > 0 ? 0 : line_height(Type::label)); }
    [[nodiscard]] float height() const { return words() + 14; }
};

ChangePlace measure(Frame const& f, float width, portal::ChangeLine const& change)
{
    constexpr float least_label = 96;
    auto const value = text_width(f, change.value, Type::label);
    auto const whole = width - 16 - change_gap;
    auto const beside = whole - value - change_gap;
    bool const below = beside < std::min(least_label, text_width(f, change.label, Type::table));
    return { .label = paragraph_height(f, below ? whole : beside, change.label, Type::table),
        .value = below ? 0 : value };
}

void draw_change(Drawing& d, Rect area, portal::ChangeLine const& change)
{
    auto const& tokens = d.f.tokens();
    auto const ink = change.tone == portal::Tone::neutral ? tokens.ink : tokens.tone(kit_tone(change.tone)).ink;
    auto name = change.label;
    name += ": ";
    name += change.value;
    d.f.note("change", { .role = Role::listitem, .bounds = area, .name = name });
    auto const place = measure(d.f, area.width, change);
    icon(d.f, area.take_left(16), tone_icon(change.tone), tokens.ink_second, 16);
    area.skip_left(change_gap);
    auto text = area.middle(place.words());
    auto const value = place.value > 0 ? area.take_right(place.value) : text.take_bottom(line_height(Type::label));
    draw_text(d.f, value, change.value, { .type = Type::label, .ink = ink });
    if (place.value > 0) text.skip_right(place.value + change_gap);
    draw_lines(d.f, text, change.label, { .type = Type::table });
}

// --- commit ----------------------------------------------------------------------------------------------------------

ButtonSpec commit_button(portal::AssignModel const& model)
{
    return { .key = "commit",
        .label = model.action,
        .icon = Icon::key_round,
        .look = ButtonLook::primary,
        .state = model.ready ? ButtonState::ready : ButtonState::disabled,
        .reason = model.refusal.empty() ? model.hint : model.refusal };
}

ButtonSpec discard_button(Drawing const& d)
{
    return { .key = "discard", .label = d.words("ui.assign.discard") };
}

bool stands_in_two_lines(Drawing const& d, float width, portal::AssignModel const& model)
{
    if (model.chosen == 0) {
        return false;
    }
    return button_width(d.f, commit_button(model)) + space::small + button_width(d.f, discard_button(d)) > width;
}

} // namespace

void draw_licence_cards(Drawing& d, Rect& from, portal::AssignModel const& model, CarryWatch& watch)
{
    section_heading(d.f, from, d.words("ui.assign.licences"));
    std::vector<LicencePlace> places;
    float height = 0;
    for (auto const& licence : model.licences) {
        places.push_back(measure_licence(d, from.width, licence));
        height += places.back().height + card_gap;
    }
    auto const group = from.take_top(height);
    Scope scope { d.f, "licences",
        { .role = Role::radiogroup, .bounds = group, .name = std::string { d.words("ui.assign.licences") } } };
    auto area = group;
    for (std::size_t i = 0; i < model.licences.size(); ++i) {
        IdScope const each { d.f, model.licences[i].order.row() };
        draw_licence(d, area.take_top(places[i].height), model.licences[i], places[i], watch);
        area.skip_top(card_gap);
    }
}

void draw_room_head(Drawing& d, Rect& from, portal::AssignModel const& model)
{
    section_heading(d.f, from, d.words("ui.assign.rooms"), model.chosen_text);
    auto line = from.take_top(field_line(d.f));
    auto const all = model.room_count > 0 && model.chosen >= model.room_count;
    ButtonSpec const choose { .key = "all", .label = d.words(all ? "ui.assign.choose_none" : "ui.assign.choose_all") };
    if (button(d.f, line.take_right(button_width(d.f, choose)), choose)) {
        d.want(portal::ChooseAllRooms { !all });
    }
    line.skip_right(space::small);
    auto query = model.query;
    FieldSpec const spec {
        .key = "search", .label = d.words("ui.assign.search"), .placeholder = d.words("ui.assign.search"), .limit = 200
    };
    if (search_field(d.f, line, spec, query).changed) {
        d.want(portal::SearchAssignable { query });
    }
    from.skip_top(space::medium);
}

void draw_room_cards(Drawing& d, Rect& from, Rect view, portal::AssignModel const& model, CarryWatch& watch)
{
    auto const across = fitting_columns(from.width, least_room_width, card_gap);
    auto const width = (from.width - card_gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    auto const height = width >= wide_room ? room_height_wide : room_height_narrow;
    auto const pitch = height + card_gap;
    auto const lines = (model.room_count + across - 1) / across;
    auto const area = from.take_top(static_cast<float>(lines) * pitch);
    Scope group { d.f, "rooms",
        { .role = Role::group, .bounds = area.meet(view), .name = std::string { d.words("ui.assign.rooms") } } };
    // One line more on either side, so that Tab and the arrow keys always find a next one.
    auto const first = std::max(0.0F, std::floor((view.y - area.y) / pitch) - 1);
    auto const end = std::max(0.0F, std::ceil((view.bottom() - area.y) / pitch) + 1);
    auto const last = std::min(model.room_count, static_cast<std::size_t>(end) * across);
    for (auto i = static_cast<std::size_t>(first) * across; i < last; ++i) {
        auto const room = model.room(i);
        IdScope const each { d.f, room.room.row() };
        auto const x = area.x + static_cast<float>(i % across) * (width + card_gap);
        auto const y = area.y + static_cast<float>(i / across) * pitch;
        draw_room(d, { x, y, width, height }, room, watch);
    }
}

void draw_change_list(Drawing& d, Rect& from, std::span<portal::ChangeLine const> changes)
{
    if (changes.empty()) {
        return;
    }
    float height = 0;
    for (auto const& change : changes) {
        height += measure(d.f, from.width, change).height();
    }
    auto area = from.take_top(height);
    Scope list { d.f, "changes",
        { .role = Role::list, .bounds = area, .name = std::string { d.words("ui.assign.changes") } } };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        IdScope const each { d.f, i };
        draw_change(d, area.take_top(measure(d.f, area.width, changes[i]).height()), changes[i]);
    }
}

void draw_try(Drawing& d, Rect& from)
{
    from.skip_top(space::medium);
    ButtonSpec const attempt {
        .key = "try", .label = d.words("ui.assign.try"), .icon = Icon::git_branch, .size = ButtonSize::small
    };
    auto line = from.take_top(height::button_small);
    if (button(d.f, line.take_left(std::min(button_width(d.f, attempt), line.width)), attempt)) {
        d.want(portal::TryAssign {});
    }
}

void draw_changes(Drawing& d, Rect& from, portal::AssignModel const& model)
{
    draw_from(d, from, model);
    from.skip_top(space::medium);
    if (!model.hint.empty()) {
        auto const hint = from.take_top(paragraph_height(d.f, from.width, model.hint, Type::second));
        paragraph(d.f, hint, "hint", model.hint, { .type = Type::second, .ink = d.f.tokens().ink_second });
    }
    draw_change_list(d, from, model.changes);
    for (std::size_t i = 0; i < model.warnings.size(); ++i) {
        from.skip_top(space::medium);
        IdScope const each { d.f, i };
        notice(d, from, "warning", model.warnings[i], Tone::ending);
    }
    if (model.can_try) {
        draw_try(d, from);
    }
    if (model.refusal.empty()) {
        return;
    }
    from.skip_top(space::medium);
    notice(d, from, "refusal", model.refusal, Tone::missing);
    if (model.ways.empty()) {
        return;
    }
    from.skip_top(space::small);
    ButtonSpec const ways { .key = "ways", .label = d.words("ui.refusal.ways"), .size = ButtonSize::small };
    auto line = from.take_top(height::button_small);
    if (button(d.f, line.take_left(std::min(button_width(d.f, ways), line.width)), ways)) {
        d.want(portal::RunOnScreen { model.ways });
    }
}

float commit_height(Drawing const& d, float width, portal::AssignModel const& model)
{
    auto const line = d.f.touch() ? height::touch : height::button;
    return stands_in_two_lines(d, width, model) ? 2 * line + space::small : line;
}

void draw_commit(Drawing& d, Rect area, portal::AssignModel const& model)
{
    auto const discard = discard_button(d);
    if (stands_in_two_lines(d, area.width, model)) {
        auto const height = (area.height - space::small) / 2;
        if (button(d.f, area.take_bottom(height), discard)) {
            d.want(portal::DiscardAssign {});
        }
        area.skip_bottom(space::small);
    } else if (model.chosen > 0) {
        if (button(d.f, area.take_right(button_width(d.f, discard)), discard)) {
            d.want(portal::DiscardAssign {});
        }
        area.skip_right(space::small);
    }
    if (button(d.f, area, commit_button(model))) {
        d.want(portal::CommitAssign {});
    }
}

} // namespace keyrack::ui
