#include "ui/screens/what_if.hpp"

#include "ui/screens/blocks.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float figure_height = 92;
constexpr float least_figure = 190;

void draw_figure(Drawing& d, Rect area, portal::WhatIfFigure const& figure)
{
    auto inside = card(d.f, area, CardLook::surface, space::gap);
    auto const& tokens = d.f.tokens();
    auto const says = figure.label + ": " + figure.before + (figure.before.empty() ? "" : " → ") + figure.after + ", "
        + figure.second;
    d.f.note("figure", { .role = Role::text, .bounds = area, .name = says });
    draw_text(d.f, inside.take_top(18), figure.label, { .type = Type::second, .ink = tokens.ink_second });
    auto line = inside.take_top(26);
    if (!figure.before.empty()) {
        auto const before = text_width(d.f, figure.before, Type::figure, Figures::tabular);
        draw_text(d.f, line.take_left(before), figure.before, { .type = Type::figure, .ink = tokens.ink_second });
        icon(d.f, line.take_left(28), Icon::arrow_right, tokens.ink_second, 16);
    }
    draw_text(d.f, line, fitted(d.f, figure.after, Type::figure, line.width), { .type = Type::figure });
    auto const ink = figure.tone == portal::Tone::neutral ? tokens.ink_second : tokens.tone(kit_tone(figure.tone)).ink;
    draw_text(d.f, inside.take_top(18), fitted(d.f, figure.second, Type::second, inside.width),
        { .type = Type::second, .ink = ink });
}

void draw_figures(Drawing& d, Rect& page, portal::WhatIfModel const& model)
{
    if (model.figures.empty()) return;
    IdScope const scope { d.f, "figures" };
    auto const count = model.figures.size();
    auto const across = fitting_columns(page.width, least_figure, space::gap);
    auto const per_row = across >= count ? count : std::min<std::size_t>(across, 2);
    for (std::size_t at = 0; at < count; at += per_row) {
        auto const places = columns(page.take_top(figure_height), per_row, space::gap);
        for (std::size_t i = 0; i < per_row && at + i < count; ++i) {
            IdScope const each { d.f, at + i };
            draw_figure(d, places[i], model.figures[at + i]);
        }
        page.skip_top(space::gap);
    }
}

void draw_group(Drawing& d, Rect& column, std::size_t at, portal::WhatIfGroup const& group)
{
    IdScope const scope { d.f, at };
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        section_heading(d.f, inside, group.title);
        draw_action_lines(d, inside, "lines", group.title, group.lines);
        if (!group.more.empty())
            label(
                d.f, "more", inside.take_top(28), group.more, { .type = Type::second, .ink = d.f.tokens().ink_second });
    }
    column.skip_top(space::gap);
}

void draw_steps(Drawing& d, Rect& column, portal::WhatIfModel const& model)
{
    (void)draw_line_card(d, column,
        { .key = "steps",
            .title = d.words("ui.what_if.steps"),
            .lines = model.steps,
            .empty = d.words("ui.what_if.no_steps") });
    column.skip_top(space::gap);
    if (model.kept.empty()) return;
    (void)draw_line_card(d, column, { .key = "kept", .title = d.words("ui.what_if.kept"), .lines = model.kept });
    column.skip_top(space::gap);
}

void draw_groups(Drawing& d, Rect& column, portal::WhatIfModel const& model)
{
    if (!model.working.empty())
        label(d.f, "working", column.take_top(28), model.working, { .ink = d.f.tokens().ink_second });
    if (!model.refusal.empty()) {
        notice(d, column, "refusal", model.refusal, Tone::missing);
        column.skip_top(space::gap);
    }
    IdScope const scope { d.f, "groups" };
    for (std::size_t at = 0; at < model.groups.size(); ++at) draw_group(d, column, at, model.groups[at]);
}

void draw_nothing(Drawing& d, ScrollArea& scroll, portal::WhatIfModel const& model)
{
    ButtonSpec const actions[] {
        { .key = "begin", .label = d.words("ui.what_if.begin"), .icon = Icon::git_branch, .look = ButtonLook::primary }
    };
    // What was kept a moment ago stands below.
    auto& page = scroll.content();
    auto const area = model.kept.empty() ? rest_of_view(scroll, page_margin(d.f)) : page.take_top(320);
    auto const pressed = empty_state(d.f, area,
        { .icon = Icon::git_branch,
            .title = d.words("ui.what_if.none"),
            .text = d.words("ui.what_if.none.text"),
            .actions = actions,
            .tone = Tone::planned });
    if (pressed) d.want(portal::BeginWhatIf {});
    if (model.kept.empty()) return;
    (void)draw_line_card(d, page, { .key = "kept", .title = d.words("ui.what_if.kept"), .lines = model.kept });
}

} // namespace

Intents what_if_screen(Frame& f, Rect area, portal::WhatIfModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "what-if-screen" };
    auto const margin = page_margin(f);
    ScrollArea scroll { f, "page", area, { margin, margin, margin, margin } };
    auto& page = scroll.content();
    (void)page_head(f, page, { .title = words("ui.what_if.title"), .second = model.second });
    if (!model.trying) {
        draw_nothing(d, scroll, model);
        return std::move(d.intents);
    }
    draw_figures(d, page, model);
    bool const nothing_yet = model.figures.empty() && model.groups.empty();
    if (nothing_yet || page.width < two_columns_from) {
        draw_steps(d, page, model);
        draw_groups(d, page, model);
        return std::move(d.intents);
    }
    auto left = page;
    auto right = left.take_right((page.width - space::card_gap) * 0.42F);
    left.skip_right(space::card_gap);
    draw_groups(d, left, model);
    draw_steps(d, right, model);
    page.skip_top(std::max(left.y, right.y) - page.y);
    return std::move(d.intents);
}

} // namespace keyrack::ui
