#include "ui/screens/over.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float field_width = 172;
constexpr float known_width = 220;
constexpr float one_line_from = 980;
constexpr float two_lines_from = 640;
constexpr float step = 32;

// Violet from edge to edge: nobody takes another day, or what is tried, for how things stand.
Rect strip_ground(Drawing& d, Rect area, Tone tone)
{
    auto const colours = d.f.tokens().tone(tone);
    fill(d.f, area, colours.soft);
    fill(d.f, { area.x, area.y, area.width, 2 }, colours.fill);
    line_below(d.f, area, colours.fill);
    return area.inset(page_margin(d.f), 10);
}

bool is_away(portal::TimeBar const& model)
{
    return !model.today || !model.known_now;
}

void draw_step(Drawing& d, Rect& line, portal::TimeStep const& to, Icon icon)
{
    if (icon_button(
            d.f, line.take_left(step), { .key = to.key, .icon = icon, .name = to.name, .size = ButtonSize::small }))
        d.want(portal::SetDay { to.day });
}

void draw_day(Drawing& d, Rect area, portal::TimeBar const& model)
{
    auto value = model.day;
    auto const result = date_field(d.f, area,
        { .key = "day", .label = d.words("ui.time.day"), .label_place = LabelPlace::hidden, .shown = model.shown },
        value);
    if (result.changed && !value.empty() && value != model.day) d.want(portal::SetDay { value });
}

void draw_known(Drawing& d, Rect area, portal::TimeBar const& model)
{
    auto const name = d.words("ui.time.known");
    auto const width = std::min(text_width(d.f, name, Type::second) + space::small, area.width / 2);
    draw_text(d.f, area.take_left(width), name, { .type = Type::second, .ink = d.f.tokens().ink_second });
    auto value = model.known_at;
    auto const result = date_field(d.f, area.middle(field_line(d.f)),
        { .key = "known",
            .label = name,
            .label_place = LabelPlace::hidden,
            .placeholder = model.known_shown,
            .icon = Icon::history,
            .shown = model.known_shown },
        value);
    if (result.changed && value != model.known_at) d.want(portal::SetKnownAt { value });
}

void draw_slider(Drawing& d, Rect line, portal::TimeBar const& model)
{
    auto const& tokens = d.f.tokens();
    auto const ends = text_width(d.f, model.from_text, Type::caption) + space::small;
    auto const other = text_width(d.f, model.to_text, Type::caption) + space::small;
    draw_text(d.f, line.take_left(ends), model.from_text, { .type = Type::caption, .ink = tokens.ink_second });
    draw_text(d.f, line.take_right(other), model.to_text,
        { .type = Type::caption, .ink = tokens.ink_second, .align = Align::end });
    std::vector<SliderMark> marks;
    for (auto const& mark : model.marks) marks.push_back({ mark.at, mark.text });
    auto const result = slider(d.f, line,
        { .key = "slider",
            .name = d.words("ui.time.slider"),
            .from = model.from,
            .to = model.to,
            .at = model.at,
            .says = model.shown,
            .marks = marks });
    if (result.moved && !result.chosen) {
        auto const text = portal::day_text(d.words, *result.moved);
        auto const share = static_cast<float>(*result.moved - model.from)
            / static_cast<float>(std::max<std::int64_t>(1, model.to - model.from));
        auto const width = text_width(d.f, text, Type::caption) + 16;
        Rect const tag { line.x + share * line.width - width / 2, line.y - 20, width, 20 };
        fill(d.f, tag, tokens.planned.fill, radius::small);
        draw_text(d.f, tag, text, { .type = Type::caption, .ink = tokens.on_fill, .align = Align::centre });
    }
    if (result.chosen) d.want(portal::SetDay { iso(Date { Days { *result.chosen } }) });
}

struct Actions
{
    std::vector<ButtonSpec> specs;
    std::vector<portal::Intent> intents;
};

Actions actions_of(Drawing const& d, portal::TimeBar const& model)
{
    Actions actions;
    if (model.can_try) {
        actions.specs.push_back({ .key = "what-if",
            .label = d.words("ui.time.what_if"),
            .icon = Icon::git_branch,
            .size = ButtonSize::small });
        actions.intents.emplace_back(portal::BeginWhatIf {});
    }
    actions.specs.push_back({ .key = "today",
        .label = d.words(is_away(model) ? "ui.as_of.today" : "ui.time.close"),
        .look = ButtonLook::outlined,
        .size = ButtonSize::small });
    actions.intents.emplace_back(portal::BackToToday {});
    return actions;
}

void draw_actions(Drawing& d, Rect area, Actions const& actions)
{
    if (auto const pressed = button_row(d.f, area, actions.specs)) d.intents.push_back(actions.intents[*pressed]);
}

void draw_day_and_steps(Drawing& d, Rect line, portal::TimeBar const& model)
{
    draw_step(d, line, model.back[0], Icon::arrow_left);
    draw_step(d, line, model.back[1], Icon::chevron_left);
    draw_day(d, line.take_left(std::min(field_width, line.width - 2 * step)), model);
    draw_step(d, line, model.ahead[0], Icon::chevron_right);
    draw_step(d, line, model.ahead[1], Icon::arrow_right);
}

void draw_wide(Drawing& d, Rect inside, portal::TimeBar const& model, Actions const& actions)
{
    auto line = inside.take_top(field_line(d.f));
    draw_day_and_steps(d, line.take_left(4 * step + field_width), model);
    line.skip_left(space::medium);
    auto const width = button_row_width(d.f, actions.specs);
    draw_actions(d, line.take_right(width), actions);
    line.skip_right(space::medium);
    draw_known(d, line.take_right(known_width + 60), model);
    line.skip_right(space::gap);
    draw_slider(d, line, model);
}

void draw_in_two(Drawing& d, Rect inside, portal::TimeBar const& model, Actions const& actions)
{
    auto const high = field_line(d.f);
    auto line = inside.take_top(high);
    draw_day_and_steps(d, line.take_left(4 * step + field_width), model);
    draw_actions(d, line.take_right(button_row_width(d.f, actions.specs)), actions);
    inside.skip_top(space::small);
    line = inside.take_top(high);
    draw_known(d, line.take_right(known_width + 60), model);
    line.skip_right(space::gap);
    draw_slider(d, line, model);
}

void draw_narrow(Drawing& d, Rect inside, portal::TimeBar const& model, Actions const& actions)
{
    auto const line = field_line(d.f);
    draw_day_and_steps(d, inside.take_top(line), model);
    inside.skip_top(space::small);
    draw_slider(d, inside.take_top(line), model);
    inside.skip_top(space::small);
    draw_known(d, inside.take_top(line), model);
    inside.skip_top(space::small);
    draw_actions(d, inside.take_top(height::button_small), actions);
}

// Nobody has asked for another day, yet the screen is of one: that is said, and the way back offered.
bool is_slim(portal::TimeBar const& model)
{
    return !model.opened && is_away(model);
}

void draw_slim(Drawing& d, Rect inside, portal::TimeBar const& model, Actions const& actions)
{
    auto const wide = button_row_width(d.f, actions.specs);
    if (d.f.phone())
        draw_actions(d, inside.take_bottom(height::button_small), actions);
    else
        draw_actions(d, inside.take_right(wide).middle(height::button_small), actions);
    auto const text = paragraph_height(d.f, inside.width, model.text, Type::second_strong);
    paragraph(d.f, d.f.phone() ? inside.take_top(text) : inside.middle(text), "text", model.text,
        { .type = Type::second_strong, .ink = d.f.tokens().planned.ink });
}

float slim_height(Drawing const& d, float width, portal::TimeBar const& model, Actions const& actions)
{
    if (d.f.phone()) {
        auto const text = paragraph_height(d.f, width, model.text, Type::second_strong);
        return 20 + text + space::small + height::button_small;
    }
    auto const beside = width - button_row_width(d.f, actions.specs);
    return 20 + std::max(paragraph_height(d.f, beside, model.text, Type::second_strong), height::button_small);
}

float bar_height(Drawing const& d, float width, portal::TimeBar const& model)
{
    auto const line = field_line(d.f);
    auto const text = is_away(model) ? paragraph_height(d.f, width, model.text, Type::second_strong) + space::small : 0;
    if (width >= one_line_from) return 20 + line + text;
    if (width >= two_lines_from) return 20 + 2 * line + space::small + text;
    return 20 + 3 * line + 3 * space::small + height::button_small + text;
}

} // namespace

void draw_time_bar(Drawing& d, Rect& page, portal::TimeBar const& model)
{
    IdScope const scope { d.f, "time-bar" };
    auto const width = page.width - 2 * page_margin(d.f);
    auto const actions = actions_of(d, model);
    auto const high = is_slim(model) ? slim_height(d, width, model, actions) : bar_height(d, width, model);
    auto const area = page.take_top(high);
    auto inside = strip_ground(d, area, Tone::planned);
    Scope const region { d.f, "region",
        { .role = Role::region, .bounds = area, .name = std::string { d.words("ui.time.name") } } };
    if (is_slim(model)) return draw_slim(d, inside, model, actions);
    if (is_away(model)) {
        auto const height = paragraph_height(d.f, inside.width, model.text, Type::second_strong);
        paragraph(d.f, inside.take_top(height), "text", model.text,
            { .type = Type::second_strong, .ink = d.f.tokens().planned.ink });
        inside.skip_top(space::small);
    }
    if (width >= one_line_from)
        draw_wide(d, inside, model, actions);
    else if (width >= two_lines_from)
        draw_in_two(d, inside, model, actions);
    else
        draw_narrow(d, inside, model, actions);
}

Id day_field(Frame& f)
{
    IdScope const bar { f, "time-bar" };
    IdScope const region { f, "region" };
    return f.id("day");
}

namespace {

struct WhatIfButtons
{
    std::vector<ButtonSpec> specs {};
    std::vector<portal::Intent> intents {};

    void add(ButtonSpec spec, portal::Intent intent)
    {
        spec.size = ButtonSize::small;
        specs.push_back(spec);
        intents.push_back(std::move(intent));
    }
    void draw(Drawing& d, Rect area) const
    {
        if (auto const pressed = button_row(d.f, area, specs)) d.intents.push_back(intents[*pressed]);
    }
};

WhatIfButtons what_if_buttons(Drawing const& d, portal::WhatIfBar const& model)
{
    WhatIfButtons buttons;
    buttons.add({ .key = "drop", .label = d.words("ui.what_if.drop") }, portal::DropWhatIf {});
    if (model.nothing_yet) return buttons;
    if (!model.fragment.empty())
        buttons.add({ .key = "see", .label = d.words("ui.what_if.see"), .icon = Icon::git_compare },
            portal::Go { model.fragment });
    buttons.add(
        { .key = "keep", .label = d.words("ui.what_if.keep"), .icon = Icon::check, .look = ButtonLook::primary },
        portal::KeepWhatIf {});
    return buttons;
}

} // namespace

void draw_what_if_bar(Drawing& d, Rect& page, portal::WhatIfBar const& model)
{
    IdScope const scope { d.f, "what-if-bar" };
    auto const buttons = what_if_buttons(d, model);
    auto const width = page.width - 2 * page_margin(d.f);
    auto const beside = button_row_width(d.f, buttons.specs) + space::gap;
    constexpr float icon_room = 28;
    constexpr float least_text = 220;
    bool const below = width - beside - icon_room < least_text;
    auto const text_room = width - icon_room - (below ? 0 : beside);
    auto const text = paragraph_height(d.f, text_room, model.text, Type::second_strong);
    auto const height = below ? text + space::small + height::button_small : std::max(text, height::button_small);
    auto const area = page.take_top(height + 20);
    auto inside = strip_ground(d, area, Tone::planned);
    Scope const region { d.f, "region",
        { .role = Role::region, .bounds = area, .name = std::string { d.words("ui.what_if.name") } } };
    auto const ink = d.f.tokens().planned.ink;
    auto line = below ? inside.take_top(text) : inside;
    if (!below) buttons.draw(d, line.take_right(beside - space::gap).middle(height::button_small));
    icon(d.f, line.take_left(20).middle(20), Icon::git_branch, ink, 18);
    line.skip_left(8);
    line.width = text_room;
    paragraph(d.f, line.middle(text), "text", model.text, { .type = Type::second_strong, .ink = ink });
    if (!below) return;
    inside.skip_top(space::small);
    buttons.draw(d, inside.take_top(height::button_small));
}

} // namespace keyrack::ui
