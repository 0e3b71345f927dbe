#include "ui/screens/compliance.hpp"

#include "ui/screens/benefits.hpp"
#include "ui/screens/blocks.hpp"
#include "ui/screens/proof.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

// The line that opens the reasons, and how many there are.
bool draw_fold(Drawing& d, Rect& from, std::string_view title, std::span<portal::ProofStep const> steps)
{
    constexpr float own_padding = 12; // of the button, which has no ground: its words begin where the others do
    auto const label = std::string { title } + " · " + d.words.number(std::ssize(steps));
    auto const line = from.take_top(button_line(d.f, ButtonSize::small)).moved(-own_padding, 0);
    auto const open = unfolded(d.f, line.middle(height::button_small), { .key = "reasons", .label = label });
    from.skip_top(space::small);
    return open;
}

void draw_breach(Drawing& d, Rect& column, portal::BreachCard const& breach)
{
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    auto head = inside.take_top(std::max(32.0F,
        paragraph_height(d.f, inside.width - 44, breach.title, Type::heading) + 2
            + paragraph_height(d.f, inside.width - 44, breach.second, Type::second)));
    icon_tile(d.f, head.take_left(32).take_top(32), Icon::shield_check, Tone::missing);
    head.skip_left(space::medium);
    wrapped_heading(d, head.take_top(paragraph_height(d.f, head.width, breach.title, Type::heading)), "title",
        breach.title, 2, { .type = Type::heading });
    head.skip_top(2);
    paragraph(d.f, head, "second", breach.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
    inside.skip_top(space::gap);
    heading(d.f, inside.take_top(20), d.words("ui.compliance.cures"), 3, { .type = Type::label });
    draw_action_lines(d, inside, "cures", d.words("ui.compliance.cures"), breach.remedies);
    inside.skip_top(space::small);
    if (d.f.phone()) {
        if (!draw_fold(d, inside, d.words("ui.proof.steps"), breach.story)) return;
    } else {
        heading(d.f, inside.take_top(20), d.words("ui.proof.steps"), 3, { .type = Type::label });
        inside.skip_top(space::small);
    }
    draw_story(d, inside, breach.story, breach.sources);
}

void draw_breaches(Drawing& d, Rect& column, portal::ComplianceModel const& model)
{
    IdScope const scope { d.f, "breaches" };
    if (model.breaches.empty()) {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        auto const text = d.words("ui.compliance.calm");
        auto line = inside.take_top(std::max(32.0F, paragraph_height(d.f, inside.width - 44, text, Type::body)));
        icon_tile(d.f, line.take_left(32).take_top(32), Icon::check, Tone::covered);
        line.skip_left(space::medium);
        paragraph(d.f, line.middle(paragraph_height(d.f, line.width, text, Type::body)), "calm", text,
            { .type = Type::body, .ink = d.f.tokens().ink_second });
        return;
    }
    for (std::size_t i = 0; i < model.breaches.size(); ++i) {
        IdScope const card { d.f, i };
        if (i > 0) {
            column.skip_top(space::gap);
        }
        draw_breach(d, column, model.breaches[i]);
    }
}

void draw_served(Drawing& d, Rect& column, portal::ComplianceModel const& model)
{
    (void)draw_line_card(d, column, { .key = "orgs", .title = d.words("ui.compliance.orgs"), .lines = model.orgs });
    column.skip_top(space::gap);
    (void)draw_line_card(d, column,
        { .key = "contracts",
            .title = d.words("ui.compliance.contracts"),
            .lines = model.contracts,
            .empty = d.words("ui.compliance.no_contract") });
}

void draw_none(Drawing& d, Rect area)
{
    ButtonSpec const choose {
        .key = "choose", .label = d.words("ui.data.choose_file"), .icon = Icon::upload, .look = ButtonLook::primary
    };
    auto const pressed = empty_state(d.f, area,
        { .icon = Icon::shield_check,
            .title = d.words("ui.compliance.none"),
            .text = d.words("ui.compliance.none.text"),
            .actions = { &choose, 1 } });
    if (pressed) d.want(portal::ChooseFile {});
}

void draw_list(Drawing& d, Rect area, portal::ComplianceModel const& model)
{
    auto const margin = page_margin(d.f);
    ScrollArea scroll { d.f, "page", area, { margin, margin, margin, margin } };
    auto& page = scroll.content();
    (void)page_head(d.f, page, { .title = d.words("ui.compliance.title"), .second = model.second });
    if (model.orgs.empty()) {
        draw_none(d, rest_of_view(scroll, margin));
        return;
    }
    if (page.width < two_wide_columns_from) {
        draw_breaches(d, page, model);
        page.skip_top(space::gap);
        draw_served(d, page, model);
        return;
    }
    auto left = page;
    auto right = left.take_right((page.width - space::card_gap) * 0.42F);
    left.skip_right(space::card_gap);
    draw_breaches(d, left, model);
    draw_served(d, right, model);
    page.skip_top(std::max(left.y, right.y) - page.y);
}

void draw_org_tabs(Drawing& d, Rect& body, portal::ComplianceDetail const& detail)
{
    std::vector<Option> options;
    std::size_t open = 0;
    for (std::size_t i = 0; i < detail.tabs.size(); ++i) {
        options.push_back({ .key = i, .label = detail.tabs[i].text });
        open = detail.tabs[i].open ? i : open;
    }
    auto const line = body.take_top(tabs_height);
    auto const chosen =
        tabs(d.f, line, { .key = "tabs", .label = d.words("benefits.about"), .options = options }, open);
    if (chosen) {
        d.want(portal::Go { detail.tabs[*chosen].fragment });
    }
    body.skip_top(space::gap);
}

// What is wrong lies open; what is well is there for whoever asks.
void draw_group(Drawing& d, Rect& body, portal::StoryGroup const& group)
{
    if (!group.holds) {
        auto const area = body.take_top(paragraph_height(d.f, body.width, group.title, Type::body_strong));
        wrapped_heading(d, area, "title", group.title, 4, { .type = Type::body_strong });
        body.skip_top(space::tiny);
        draw_story(d, body, group.steps, {});
        body.skip_top(space::medium);
        return;
    }
    if (draw_fold(d, body, group.title, group.steps)) {
        draw_story(d, body, group.steps, {});
        body.skip_top(space::medium);
    }
}

void draw_groups(Drawing& d, Rect& body, std::span<portal::StoryGroup const> groups)
{
    if (groups.empty()) {
        return;
    }
    section_heading(d.f, body, d.words("ui.proof.steps"), {}, 3);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        IdScope const scope { d.f, i };
        draw_group(d, body, groups[i]);
    }
}

void draw_standing(Drawing& d, Rect& body, portal::ComplianceDetail const& detail)
{
    if (!detail.facts.empty()) {
        draw_facts(d, body, detail.facts);
        body.skip_top(space::gap);
    }
    if (!detail.run.empty()) {
        ButtonSpec const run { .key = "run", .label = detail.run_label, .look = ButtonLook::primary };
        auto line = body.take_top(height::button);
        if (button(d.f, line.take_left(std::min(button_width(d.f, run), line.width)), run)) {
            d.want(portal::RunOnScreen { detail.run });
        }
        body.skip_top(space::card_gap);
    }
    if (!detail.lines.empty()) {
        heading(d.f, body.take_top(24), detail.lines_title, 3);
        draw_action_lines(d, body, "lines", detail.lines_title, detail.lines);
        body.skip_top(space::gap);
    }
    draw_groups(d, body, detail.groups);
    draw_story(d, body, detail.story, detail.sources);
}

void draw_detail(Drawing& d, Rect area, portal::ComplianceDetail const& detail)
{
    DetailPane pane { d, area, { .title = detail.title, .second = detail.second, .chip = chip_of(detail.chip) } };
    auto& body = pane.body();
    if (detail.tabs.empty()) {
        draw_standing(d, body, detail);
        return;
    }
    draw_org_tabs(d, body, detail);
    auto const& name = std::ranges::find(detail.tabs, true, &portal::OrgTabLink::open)->text;
    Scope panel { d.f, detail.benefits ? "benefits-panel" : "standing-panel",
        { .role = Role::tabpanel, .bounds = body, .name = name } };
    if (detail.benefits) {
        draw_benefits(d, body, *detail.benefits);
    } else {
        draw_standing(d, body, detail);
    }
}

} // namespace

Intents compliance_screen(Frame& f, Rect area, portal::ComplianceModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "compliance-screen" };
    auto const panes = list_detail(f, area, { .open = model.detail.has_value() });
    if (panes.list) {
        draw_list(d, *panes.list, model);
    }
    if (panes.detail && model.detail) {
        draw_detail(d, *panes.detail, *model.detail);
    }
    return std::move(d.intents);
}

} // namespace keyrack::ui
