#include "ui/kit/field.hpp"

#include "ui/kit/button.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/field_parts.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace keyrack::ui {

namespace {

constexpr float pad = 12;
constexpr float icon_size = 16;

std::string_view type_name(FieldKind kind)
{
    switch (kind) {
    case FieldKind::text:
    case FieldKind::long_text: return "text";
    case FieldKind::search: return "search";
    case FieldKind::email: return "email";
    case FieldKind::date: return "date";
    case FieldKind::number: return "number";
    case FieldKind::password: return "password";
    case FieldKind::url: return "url";
    }
    return "text";
}

std::string css_colour(Colour colour)
{
    std::array<char, 8> text {};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour.red, colour.green, colour.blue);
    return text.data();
}

std::string pad_text(Rect bounds, Rect words)
{
    std::array<char, 48> text {};
    std::snprintf(text.data(), text.size(), "%g,%g,%g,%g", static_cast<double>(words.x - bounds.x),
        static_cast<double>(words.y - bounds.y), static_cast<double>(bounds.right() - words.right()),
        static_cast<double>(bounds.bottom() - words.bottom()));
    return text.data();
}

// What the page reported of this field since the last frame.
void take_edits(Frame& f, Id id, std::string& value, FieldResult& result)
{
    auto& state = f.state();
    for (auto const& event : state.texts) {
        if (event.id != id) continue;
        auto const [began, first] = state.edits.try_emplace(id, value);
        if (event.value != value) {
            value = event.value;
            result.changed = true;
        }
        if (event.phase == TextPhase::input) continue;
        if (event.phase == TextPhase::cancel)
            result.cancelled = true;
        else if (began->second != value)
            result.committed = true;
        state.edits.erase(id);
    }
}

struct BoxPlan
{
    Rect bounds; // of the page's input
    Rect words;  // of the text
};

BoxPlan plan_of(Rect box, FieldSpec const& spec, float trailing)
{
    auto bounds = box;
    bounds.skip_right(trailing);
    auto words = spec.kind == FieldKind::long_text ? bounds.inset(pad, 8) : bounds.inset(pad, 0).middle(20);
    if (spec.icon) words.skip_left(icon_size + 8);
    if (trailing > 0) words.width += pad - 4;
    return { bounds, words };
}

Node node_of(Frame& f, FieldSpec const& spec, BoxPlan const& plan, std::string const& value)
{
    auto const role = spec.suggestions   ? Role::combobox
        : spec.kind == FieldKind::search ? Role::searchbox
                                         : Role::textbox;
    Node node { .role = role, .bounds = plan.bounds };
    node.name = spec.label;
    node.value = value;
    node.flags.add_if(spec.disabled, Flag::disabled).add_if(spec.required, Flag::required);
    node.flags.add_if(!spec.error.empty(), Flag::invalid).add_if(spec.kind == FieldKind::long_text, Flag::long_text);
    node.extra.put("type", type_name(spec.kind)).put("font", css_font_of(Type::body));
    node.extra.put("ink", css_colour(f.tokens().ink)).put("pad", pad_text(plan.bounds, plan.words));
    if (!spec.placeholder.empty()) node.extra.put("placeholder", spec.placeholder);
    if (!spec.autocomplete.empty()) node.extra.put("autocomplete", spec.autocomplete);
    if (spec.limit > 0) node.extra.put("limit", static_cast<long long>(spec.limit));
    if (!spec.keys.empty()) node.extra.put("keys", spec.keys);
    if (spec.suggestions) {
        node.flags.add(Flag::expanded);
        node.extra.put_id("controls", spec.suggestions->list);
        if (spec.suggestions->active != 0) node.extra.put_id("active", spec.suggestions->active);
    }
    if (!spec.hint.empty() || !spec.error.empty()) node.extra.put_id("describedby", field_note_id(f, spec.key));
    return node;
}

// As many as bytes, up to a number that says nothing of the length.
std::string dots_for(std::string_view secret)
{
    std::string dots;
    for (std::size_t i = 0; i < std::min<std::size_t>(secret.size(), 12); ++i) dots += "\u2022";
    return dots;
}

void draw_value(Frame& f, FieldSpec const& spec, Rect words, std::string const& value)
{
    auto const& t = f.tokens();
    if (value.empty()) {
        auto line = words;
        line.height = 20;
        draw_text(f, line, spec.placeholder, { .ink = t.ink_second });
        return;
    }
    if (spec.kind == FieldKind::password) {
        draw_text(f, words, dots_for(value));
        return;
    }
    if (spec.kind != FieldKind::long_text) {
        auto const shown =
            spec.kind == FieldKind::date && !spec.shown.empty() ? spec.shown : std::string_view { value };
        draw_text(f, words, shown);
        return;
    }
    Clip const clip { f, words };
    auto line = words;
    line.height = 20;
    for (auto const& text : wrapped(f, value, Type::body, words.width, Setting::as_typed)) {
        draw_text(f, line, text);
        line.y += 20;
    }
}

void draw_keycap(Frame& f, Rect words, std::string_view shortcut)
{
    auto const width = text_width(f, shortcut, Type::tiny) + 12;
    auto const cap = words.take_right(width).middle(20);
    fill_and_stroke(f, cap, f.tokens().surface, f.tokens().line_strong, 5);
    draw_text(f, cap, shortcut, { .type = Type::tiny, .ink = f.tokens().ink_second, .align = Align::centre });
}

// Draws the box and takes the edits; `trailing` is kept free at the right for the field's own buttons. `whole`: from its label
// to its note.
FieldResult draw_box(Frame& f, Rect whole, Rect box, FieldSpec const& spec, std::string& value, float trailing)
{
    auto const plan = plan_of(box, spec, trailing);
    FieldResult result { .id = f.id(spec.key) };
    take_edits(f, result.id, value, result);
    auto const on = f.item(spec.key, node_of(f, spec, plan, value),
        { .cursor = Cursor::text, .clip_bounds = ClipBounds::no, .whole = whole });
    result.focused = on.focused;
    if (on.focused && spec.kind != FieldKind::long_text && f.pressed("Enter")) result.committed = true;

    auto const& t = f.tokens();
    Fade const fade { f, spec.disabled ? 0.5F : 1.0F };
    auto const quiet = spec.kind == FieldKind::search && spec.label_place == LabelPlace::hidden && !spec.among_fields;
    auto edge = quiet ? t.line_strong : t.outline;
    if (on.hovered) edge = t.outline;
    if (!spec.error.empty()) edge = t.missing.fill;
    fill_and_stroke(f, box, spec.disabled ? t.sunken : t.surface, edge, radius::medium);
    if (on.focused) stroke(f, box.inset(-1), !spec.error.empty() ? t.missing.fill : t.focus, radius::medium + 1, 2);
    if (spec.icon)
        icon(f, box.inset(pad, 0).middle(icon_size).take_left(icon_size), *spec.icon, t.ink_second, icon_size);
    if (!on.focused) draw_value(f, spec, plan.words, value);
    if (!spec.shortcut.empty() && value.empty() && !on.focused && !f.touch()) draw_keycap(f, plan.words, spec.shortcut);
    return result;
}

long long bounded(FieldSpec const& spec, long long number)
{
    if (spec.least && number < *spec.least) return *spec.least;
    if (spec.most && number > *spec.most) return *spec.most;
    return number;
}

std::string stepped(FieldSpec const& spec, std::string const& value, long long by)
{
    long long number = 0;
    auto const parsed = std::from_chars(value.data(), value.data() + value.size(), number);
    if (parsed.ec != std::errc {}) return std::to_string(bounded(spec, spec.least.value_or(0)));
    return std::to_string(bounded(spec, number + by));
}

} // namespace

float field_box_height(Frame const& f, FieldSpec const& spec)
{
    if (spec.kind == FieldKind::long_text) return static_cast<float>(spec.lines) * 20 + 16;
    return f.touch() ? height::touch : height::field;
}

float field_around_height(Frame const& f, float width, FieldSpec const& spec)
{
    auto const above = spec.label_place == LabelPlace::above ? 24.0F : 0.0F;
    auto const& note = spec.error.empty() ? spec.hint : spec.error;
    auto const below =
        note.empty() ? 0 : 6 + paragraph_height(f, width - (spec.error.empty() ? 0.0F : 20.0F), note, Type::second);
    return above + below;
}

Rect draw_field_label(Frame& f, Rect area, FieldSpec const& spec, float box_height)
{
    auto rest = area;
    if (spec.label_place == LabelPlace::above) {
        auto const line = rest.take_top(18);
        auto const label_text = std::string { spec.label } + (spec.required ? " *" : "");
        draw_text(f, line, label_text, { .type = Type::second_strong });
        rest.skip_top(6);
    }
    return rest.take_top(box_height);
}

Id field_note_id(Frame& f, WidgetKey field)
{
    IdScope const scope { f, field };
    return f.id("note");
}

void draw_field_note(Frame& f, Rect area, FieldSpec const& spec, float box_bottom)
{
    auto const& t = f.tokens();
    auto const& note = spec.error.empty() ? spec.hint : spec.error;
    if (note.empty()) return;
    auto rest = area;
    rest.skip_top(box_bottom + 6 - area.y);
    IdScope const scope { f, spec.key };
    auto const ink = spec.error.empty() ? t.ink_second : t.missing.ink;
    if (!spec.error.empty()) {
        auto mark = rest.take_left(14);
        mark.height = 18;
        icon(f, mark, Icon::circle_alert, ink, 14);
        rest.skip_left(6);
    }
    paragraph(f, rest, "note", note, { .type = Type::second, .ink = ink });
}

float field_height(Frame const& f, float width, FieldSpec const& spec)
{
    return field_box_height(f, spec) + field_around_height(f, width, spec);
}

FieldResult text_field(Frame& f, Rect area, FieldSpec const& spec, std::string& value)
{
    auto const box = draw_field_label(f, area, spec, field_box_height(f, spec));
    auto const result = draw_box(f, area, box, spec, value, 0);
    draw_field_note(f, area, spec, box.bottom());
    return result;
}

FieldResult search_field(Frame& f, Rect area, FieldSpec spec, std::string& value)
{
    spec.kind = FieldKind::search;
    spec.label_place = LabelPlace::hidden;
    if (!spec.icon) spec.icon = Icon::search;
    auto box = area.middle(field_box_height(f, spec));
    auto const trailing = value.empty() ? 0.0F : 34.0F;
    auto result = draw_box(f, box, box, spec, value, trailing);
    if (trailing == 0) return result;
    IdScope const scope { f, spec.key };
    if (icon_button(f, box.take_right(34),
            { .key = "clear",
                .icon = Icon::x,
                .name = f.words().clear,
                .size = ButtonSize::small,
                .ink = f.tokens().ink_second })) {
        value.clear();
        result.changed = result.committed = true;
        f.focus(result.id);
    }
    return result;
}

FieldResult date_field(Frame& f, Rect area, FieldSpec spec, std::string& value)
{
    spec.kind = FieldKind::date;
    bool const has_room = text_width(f, spec.shown, Type::body) + pad + icon_size + 8 + pad <= area.width;
    if (!spec.icon && has_room) spec.icon = Icon::calendar;
    return text_field(f, area, spec, value);
}

FieldResult number_field(Frame& f, Rect area, FieldSpec spec, std::string& value)
{
    spec.kind = FieldKind::number;
    constexpr float buttons = 68;
    auto box = draw_field_label(f, area, spec, field_box_height(f, spec));
    auto result = draw_box(f, area, box, spec, value, buttons);
    draw_field_note(f, area, spec, box.bottom());
    if (spec.disabled) return result;
    IdScope const scope { f, spec.key };
    auto steps = box.take_right(buttons).inset(3, 0);
    struct Step
    {
        WidgetKey key;
        Icon icon;
        std::string const& name;
        long long by;
    };
    for (auto const& step : { Step { "down", Icon::minus, f.words().step_down, -spec.step },
             Step { "up", Icon::plus, f.words().step_up, spec.step } }) {
        auto const name = step.name + ": " + std::string { spec.label };
        if (!icon_button(f, steps.take_left(31),
                { .key = step.key,
                    .icon = step.icon,
                    .name = name,
                    .size = ButtonSize::small,
                    .ink = f.tokens().ink_second }))
            continue;
        value = stepped(spec, value, step.by);
        result.changed = result.committed = true;
    }
    return result;
}

} // namespace keyrack::ui
