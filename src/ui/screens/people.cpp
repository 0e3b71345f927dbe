#include "ui/screens/people.hpp"

#include "ui/screens/blocks.hpp"
#include "ui/screens/proof.hpp"

#include <algorithm>
#include <array>

namespace keyrack::ui {

namespace {

void draw_head(Drawing& d, Rect& page, portal::PeopleModel const& model)
{
    ButtonSpec const actions[] {
        { .key = "delegate", .label = d.words("ui.people.delegate"), .icon = Icon::building_2 },
        { .key = "invite", .label = d.words("ui.people.invite"), .icon = Icon::user_plus, .look = ButtonLook::primary },
    };
    auto const shown = std::span { actions }.first(model.nobody ? 0U : 2U);
    auto const pressed =
        page_head(d.f, page, { .title = d.words("ui.people.title"), .second = model.second, .actions = shown });
    if (pressed) {
        d.want(portal::RunOnScreen { *pressed == 0 ? "delegate" : "invite" });
    }
}

// Who acts here, and that it is weaker than a sign-in.
void draw_acting(Drawing& d, Rect& column, portal::PeopleModel const& model)
{
    if (model.acting.text.empty()) {
        return;
    }
    portal::ActionLine const line { .key = "acting",
        .subject = portal::Subject::person,
        .tone = portal::Tone::planned,
        .text = model.acting.text,
        .second = model.acting.second,
        .action = model.acting.action,
        .fragment = {},
        .run = model.acting.run };
    portal::ActionLine const sign_in { .key = "sign-in",
        .subject = portal::Subject::contract,
        .tone = portal::Tone::neutral,
        .text = model.sign_in,
        .second = model.sign_in_second,
        .action = model.sign_in_action,
        .fragment = {},
        .run = "sign-in-setup" };
    GrowingCard card { d.f, column };
    std::array const lines { line, sign_in };
    draw_action_lines(d, card.content(), "acting", d.words("ui.people.acting"), lines);
}

void draw_people(Drawing& d, Rect& column, portal::PeopleModel const& model)
{
    LineCard const people { .key = "people",
        .title = d.words("ui.people.people"),
        .lines = model.people,
        .button = d.words("ui.people.limit"),
        .empty = d.words("ui.people.nobody") };
    if (draw_line_card(d, column, people)) {
        d.want(portal::RunOnScreen { "limit" });
    }
    column.skip_top(space::gap);
    LineCard const partners { .key = "partners",
        .title = d.words("ui.people.partners"),
        .lines = model.partners,
        .empty = d.words("ui.people.no_partner") };
    (void)draw_line_card(d, column, partners);
}

void draw_invitations(Drawing& d, Rect& column, portal::PeopleModel const& model)
{
    LineCard const invitations { .key = "invitations",
        .title = d.words("ui.people.invitations"),
        .lines = model.invitations,
        .empty = d.words("ui.people.no_invitation") };
    (void)draw_line_card(d, column, invitations);
}

void draw_nobody(Drawing& d, Rect page)
{
    ButtonSpec const actions[] {
        { .key = "invite", .label = d.words("ui.people.invite"), .icon = Icon::user_plus, .look = ButtonLook::primary }
    };
    auto const pressed = empty_state(d.f, page,
        { .icon = Icon::users,
            .title = d.words("ui.people.none"),
            .text = d.words("ui.people.none.text"),
            .actions = actions });
    if (pressed) {
        d.want(portal::RunOnScreen { "invite" });
    }
}

void draw_list(Drawing& d, Rect area, portal::PeopleModel const& model)
{
    auto const margin = page_margin(d.f);
    ScrollArea scroll { d.f, "page", area, { margin, margin, margin, margin } };
    auto& page = scroll.content();
    draw_head(d, page, model);
    if (model.nobody) {
        draw_nobody(d, rest_of_view(scroll, margin));
        return;
    }
    draw_acting(d, page, model);
    if (!model.acting.text.empty()) {
        page.skip_top(space::gap);
    }
    if (page.width < two_wide_columns_from) {
        draw_invitations(d, page, model);
        page.skip_top(space::gap);
        draw_people(d, page, model);
        return;
    }
    auto left = page;
    auto right = left.take_right((page.width - space::card_gap) * 0.44F);
    left.skip_right(space::card_gap);
    draw_people(d, left, model);
    draw_invitations(d, right, model);
    page.skip_top(std::max(left.y, right.y) - page.y);
}

void draw_actions(Drawing& d, Rect& body, std::span<portal::ScreenAction const> actions)
{
    Flow flow { body, space::small };
    for (std::size_t i = 0; i < actions.size(); ++i) {
        auto const& action = actions[i];
        ButtonSpec const spec {
            .key = i, .label = action.label, .look = action.main ? ButtonLook::primary : ButtonLook::outlined
        };
        auto const width = std::min(button_width(d.f, spec), body.width);
        if (button(d.f, flow.place({ width, height::button }), spec)) {
            d.want(portal::RunOnScreen { action.run });
        }
    }
    body.skip_top(flow.used_height() + space::card_gap);
}

void draw_detail(Drawing& d, Rect area, portal::PersonDetail const& detail)
{
    DetailPane pane { d, area, { .title = detail.title, .second = detail.second, .chip = chip_of(detail.chip) } };
    auto& body = pane.body();
    draw_facts(d, body, detail.facts);
    body.skip_top(space::gap);
    if (!detail.note.empty()) {
        notice(d, body, "note", detail.note, Tone::accent);
        body.skip_top(space::gap);
    }
    draw_actions(d, body, detail.actions);
    if (!detail.mail_fragment.empty()) {
        auto line = body.take_top(line_height(Type::body));
        auto const width = std::min(whole_width(d.f, detail.mail_text, Type::body), line.width);
        if (link(d.f, line.take_left(width),
                { .key = "mail", .text = detail.mail_text, .href = detail.mail_fragment })) {
            d.want(portal::Go { detail.mail_fragment });
        }
        body.skip_top(space::gap);
    }
    draw_story(d, body, detail.story, detail.sources);
}

} // namespace

Intents people_screen(Frame& f, Rect area, portal::PeopleModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "people-screen" };
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
