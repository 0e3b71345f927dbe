#include "ui/screens/outbox.hpp"

#include "ui/screens/blocks.hpp"
#include "ui/screens/prose.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

void draw_list(Drawing& d, Rect area, portal::OutboxModel const& model)
{
    auto const margin = page_margin(d.f);
    ScrollArea scroll { d.f, "page", area, { margin, margin, margin, margin } };
    auto& page = scroll.content();
    (void)page_head(d.f, page, { .title = d.words("ui.outbox.title"), .second = model.second });
    if (model.mails.empty() && model.drafts.empty()) {
        (void)empty_state(d.f, rest_of_view(scroll, margin),
            { .icon = Icon::mail, .title = d.words("ui.outbox.none"), .text = d.words("ui.outbox.none.text") });
        return;
    }
    notice(d, page, "note", d.words("ui.outbox.note"), Tone::accent);
    page.skip_top(space::gap);
    (void)draw_line_card(d, page, { .key = "drafts", .title = d.words("ui.outbox.drafts"), .lines = model.drafts });
    page.skip_top(model.drafts.empty() ? 0 : space::gap);
    (void)draw_line_card(d, page, { .key = "mails", .title = d.words("ui.outbox.mails"), .lines = model.mails });
}

void draw_buttons(Drawing& d, Rect& body, portal::MailDetail const& detail)
{
    bool const opens = !detail.run_program.empty();
    ButtonSpec const buttons[] {
        { .key = "program",
            .label = d.words("ui.outbox.program"),
            .icon = Icon::external_link,
            .look = ButtonLook::primary },
        { .key = "eml",
            .label = d.words("ui.outbox.eml"),
            .icon = Icon::download,
            .look = opens ? ButtonLook::outlined : ButtonLook::primary },
        { .key = "text", .label = d.words("ui.outbox.text"), .icon = Icon::download },
        { .key = "copy", .label = d.words("ui.outbox.copy"), .icon = Icon::copy },
    };
    std::string const runs[] { detail.run_program, detail.run_eml, detail.run_text, {} };
    Flow flow { body, space::small };
    for (std::size_t i = opens ? 0 : 1; i < std::size(buttons); ++i) {
        auto const width = std::min(button_width(d.f, buttons[i]), body.width);
        if (!button(d.f, flow.place({ width, height::button }), buttons[i])) continue;
        if (runs[i].empty())
            copy_and_say(d, detail.text, d.words("ui.copied"));
        else
            d.want(portal::RunOnScreen { runs[i] });
    }
    body.skip_top(flow.used_height() + space::card_gap);
}

void draw_body(Drawing& d, Rect& body, std::string_view text)
{
    GrowingCard card { d.f, body, CardLook::sunken, space::gap };
    draw_prose(d, card.content(), text);
}

void draw_detail(Drawing& d, Rect area, portal::MailDetail const& detail)
{
    DetailPane pane { d, area, { .title = detail.title, .second = detail.second } };
    auto& body = pane.body();
    draw_facts(d, body, detail.facts);
    body.skip_top(space::gap);
    draw_buttons(d, body, detail);
    draw_body(d, body, detail.body);
    if (detail.about_fragment.empty()) {
        return;
    }
    body.skip_top(space::gap);
    auto line = body.take_top(line_height(Type::body));
    auto const width = std::min(whole_width(d.f, detail.about_text, Type::body), line.width);
    if (link(
            d.f, line.take_left(width), { .key = "about", .text = detail.about_text, .href = detail.about_fragment })) {
        d.want(portal::Go { detail.about_fragment });
    }
}

} // namespace

Intents outbox_screen(Frame& f, Rect area, portal::OutboxModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "outbox-screen" };
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
