#include "ui/screens/form_fields.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

using portal::FormField;

constexpr float least_pair = 560; // from this width on two short fields stand side by side
constexpr float field_gap = 16;

bool is_short(FormField const& field)
{
    return field.kind == FormField::Kind::text || field.kind == FormField::Kind::email
        || field.kind == FormField::Kind::secret || field.kind == FormField::Kind::choice
        || field.kind == FormField::Kind::date;
}

FieldKind kind_of(FormField const& field)
{
    switch (field.kind) {
    case FormField::Kind::email: return FieldKind::email;
    case FormField::Kind::long_text: return FieldKind::long_text;
    case FormField::Kind::date: return FieldKind::date;
    case FormField::Kind::secret: return FieldKind::password;
    case FormField::Kind::address: return FieldKind::url;
    default: return FieldKind::text;
    }
}

FieldSpec spec_of(FormField const& field)
{
    return { .key = field.key,
        .label = field.label,
        .kind = kind_of(field),
        .hint = field.hint,
        .error = field.error,
        .autocomplete = field.autocomplete,
        .shown = field.shown,
        .limit = field.kind == FormField::Kind::long_text ? 16'000 : 256,
        .lines = 5,
        .required = field.required };
}

void draw_written(Drawing& d, Rect area, FormField const& field)
{
    auto value = field.value;
    auto const spec = spec_of(field);
    auto const result =
        field.kind == FormField::Kind::date ? date_field(d.f, area, spec, value) : text_field(d.f, area, spec, value);
    if (result.changed || value != field.value) {
        d.want(portal::EditScreen { field.key, value });
    }
}

struct Choices
{
    std::vector<Option> options;
    std::optional<std::size_t> chosen;
};

Choices choices_of(FormField const& field)
{
    Choices result;
    for (std::size_t i = 0; i < field.choices.size(); ++i) {
        result.options.push_back({ .key = i, .label = field.choices[i].second });
        if (field.choices[i].first == field.value) {
            result.chosen = i;
        }
    }
    return result;
}

SelectSpec select_spec(Drawing const& d, FormField const& field, Choices const& choices)
{
    return { .key = field.key,
        .label = field.label,
        .options = choices.options,
        .placeholder = d.words("ui.choose"),
        .hint = field.hint,
        .error = field.error,
        .required = field.required };
}

float short_height(Drawing const& d, float width, FormField const& field)
{
    if (field.kind != FormField::Kind::choice) {
        return field_height(d.f, width, spec_of(field));
    }
    auto const choices = choices_of(field);
    return select_height(d.f, width, select_spec(d, field, choices));
}

void draw_short(Drawing& d, Rect area, FormField const& field)
{
    if (field.kind != FormField::Kind::choice) {
        draw_written(d, area, field);
        return;
    }
    auto const choices = choices_of(field);
    if (auto const picked = select(d.f, area, select_spec(d, field, choices), choices.chosen)) {
        d.want(portal::EditScreen { field.key, field.choices[*picked].first });
    }
}

void draw_label(Drawing& d, Rect& from, FormField const& field)
{
    auto const high = paragraph_height(d.f, from.width, field.label, Type::label);
    paragraph(d.f, from.take_top(high), "label", field.label, { .type = Type::label });
    from.skip_top(6);
}

void draw_below(Drawing& d, Rect& from, FormField const& field)
{
    auto const& text = field.error.empty() ? field.hint : field.error;
    if (text.empty()) {
        return;
    }
    auto const& tokens = d.f.tokens();
    from.skip_top(6);
    paragraph(d.f, from.take_top(paragraph_height(d.f, from.width, text, Type::second)), "below", text,
        { .type = Type::second, .ink = field.error.empty() ? tokens.ink_second : tokens.missing.ink });
}

// A row of buttons to press; where they do not fit side by side, below one another.
void draw_segments(Drawing& d, Rect& from, FormField const& field)
{
    IdScope const scope { d.f, field.key };
    draw_label(d, from, field);
    auto const choices = choices_of(field);
    ChoiceSpec const spec { .key = "choice", .label = field.label, .options = choices.options };
    auto const none = field.choices.size();
    std::optional<std::size_t> picked;
    if (segmented_width(d.f, spec) <= from.width) {
        auto line = from.take_top(field_line(d.f));
        picked = segmented(d.f, line.take_left(segmented_width(d.f, spec)), spec, choices.chosen.value_or(none));
    } else {
        auto const area = from.take_top(radio_group_height(d.f, from.width, spec));
        picked = radio_group(d.f, area, spec, choices.chosen.value_or(none));
    }
    if (picked) {
        d.want(portal::EditScreen { field.key, field.choices[*picked].first });
    }
    draw_below(d, from, field);
}

void draw_picked(Drawing& d, Rect& from, FormField const& field)
{
    draw_label(d, from, field);
    auto area = from.take_top(field_line(d.f));
    fill_and_stroke(d.f, area, d.f.tokens().sunken, d.f.tokens().outline, radius::medium);
    auto inside = area.inset(12, 0);
    auto const name = d.words("ui.form.other", { { "field", field.label } });
    if (icon_button(d.f, inside.take_right(30), { .key = "clear", .icon = Icon::x, .name = name })) {
        d.want(portal::EditScreen { field.key, {} });
    }
    icon(d.f, inside.take_left(26).take_left(16), Icon::door_open, d.f.tokens().ink_second, 16);
    label(d.f, "picked", inside, field.shown, { .type = Type::body_strong });
    draw_below(d, from, field);
}

void draw_finds(Drawing& d, Rect& from, FormField const& field)
{
    if (field.choices.empty()) {
        return;
    }
    Flow flow { from, space::small };
    for (std::size_t i = 0; i < field.choices.size(); ++i) {
        ButtonSpec const spec { .key = i,
            .label = field.choices[i].second,
            .icon = Icon::door_open,
            .look = ButtonLook::soft,
            .size = ButtonSize::small };
        auto const width = std::min(button_width(d.f, spec), from.width);
        auto const high = button_line(d.f, ButtonSize::small);
        if (button(d.f, flow.place({ width, high }), spec)) {
            d.want(portal::EditScreen { field.key, field.choices[i].first });
        }
    }
    from.skip_top(flow.used_height());
}

// What the text so far finds, to be pressed; Enter takes the first.
void draw_found(Drawing& d, Rect& from, FormField const& field)
{
    IdScope const scope { d.f, field.key };
    if (!field.shown.empty()) {
        draw_picked(d, from, field);
        return;
    }
    auto value = field.value;
    FieldSpec const spec { .key = "search",
        .label = field.label,
        .kind = FieldKind::search,
        .placeholder = d.words("ui.form.search_room"),
        .hint = field.hint,
        .error = field.error,
        .icon = Icon::search,
        .limit = 200,
        .required = field.required };
    auto const result = text_field(d.f, from.take_top(field_height(d.f, from.width, spec)), spec, value);
    auto const query = field.key + "_query";
    if (result.changed || value != field.value) {
        d.want(portal::EditScreen { query, value });
    }
    if (result.focused && d.f.pressed("Enter") && !field.choices.empty()) {
        d.want(portal::EditScreen { field.key, field.choices.front().first });
    }
    from.skip_top(space::small);
    draw_finds(d, from, field);
}

void draw_toggle(Drawing& d, Rect& from, FormField const& field)
{
    CheckSpec const spec { .key = field.key, .label = field.label, .second = field.hint };
    auto const on = field.value == "yes";
    auto const area = from.take_top(std::max(checkbox_height(d.f, from.width, spec), height::field));
    if (checkbox(d.f, area, spec, on ? Check::on : Check::off)) {
        d.want(portal::EditScreen { field.key, on ? std::string {} : std::string { "yes" } });
    }
}

void draw_wide(Drawing& d, Rect& from, FormField const& field)
{
    switch (field.kind) {
    case FormField::Kind::segments: draw_segments(d, from, field); return;
    case FormField::Kind::found: draw_found(d, from, field); return;
    case FormField::Kind::toggle: draw_toggle(d, from, field); return;
    default: draw_short(d, from.take_top(short_height(d, from.width, field)), field); break;
    }
    if (!field.scan.empty()) draw_scan_button(d, from, field.scan);
}

} // namespace

void draw_form_fields(Drawing& d, Rect& from, std::span<portal::FormField const> fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) {
            from.skip_top(field_gap);
        }
        bool const pair =
            from.width >= least_pair && i + 1 < fields.size() && is_short(fields[i]) && is_short(fields[i + 1]);
        if (!pair) {
            draw_wide(d, from, fields[i]);
            continue;
        }
        auto const width = (from.width - field_gap) / 2;
        auto const high = std::max(short_height(d, width, fields[i]), short_height(d, width, fields[i + 1]));
        auto line = from.take_top(high);
        draw_short(d, line.take_left(width), fields[i]);
        line.skip_left(field_gap);
        draw_short(d, line, fields[i + 1]);
        ++i;
    }
}

} // namespace keyrack::ui
