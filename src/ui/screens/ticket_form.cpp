// A new ticket: fields at the left, what becomes of it at the right.
#include "ui/screens/blocks.hpp"
#include "ui/screens/form_fields.hpp"
#include "ui/screens/proof.hpp"
#include "ui/screens/support.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float facts_width = 380;

void draw_desks(Drawing& d, Rect& from, portal::TicketFormModel const& form)
{
    std::vector<Option> options;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < form.desks.size(); ++i) {
        options.push_back({ .key = i, .label = form.desks[i].text });
        if (form.desks[i].on) {
            chosen = i;
        }
    }
    ChoiceSpec const spec { .key = "desks", .label = d.words("ui.ticket_form.programme"), .options = options };
    auto const wide = segmented_width(d.f, spec);
    std::optional<std::size_t> picked;
    if (wide <= from.width) {
        auto line = from.take_top(field_line(d.f));
        picked = segmented(d.f, line.take_left(wide), spec, chosen);
    } else {
        picked = radio_group(d.f, from.take_top(radio_group_height(d.f, from.width, spec)), spec, chosen);
    }
    from.skip_top(space::card_gap);
    if (picked) {
        d.want(portal::Go { form.desks[*picked].fragment });
    }
}

void draw_fields(Drawing& d, Rect& column, portal::TicketFormModel const& form)
{
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        draw_desks(d, inside, form);
        draw_form_fields(d, inside, form.fields);
        if (!form.missing.empty()) {
            inside.skip_top(space::gap);
            notice(d, inside, "missing", form.missing, Tone::ending);
        }
        if (!form.refusal.empty()) {
            inside.skip_top(space::gap);
            notice(d, inside, "refusal", form.refusal, Tone::missing);
        }
    }
    column.skip_top(space::gap);
}

void draw_attached(Drawing& d, Rect& column, portal::TicketFormModel const& form)
{
    if (form.attached_title.empty()) {
        return;
    }
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        auto const high = paragraph_height(d.f, inside.width, form.attached_title, Type::heading);
        wrapped_heading(d, inside.take_top(high), "attached", form.attached_title, 2, { .type = Type::heading });
        for (std::size_t i = 0; i < form.attached.size(); ++i) {
            IdScope const scope { d.f, i };
            inside.skip_top(space::small);
            auto line = inside.take_top(line_height(Type::body));
            icon(d.f, line.take_left(28).take_left(18), Icon::paperclip, d.f.tokens().ink_second, 16);
            label(d.f, "device", line, form.attached[i], { .type = Type::body, .figures = Figures::tabular });
        }
    }
    column.skip_top(space::gap);
}

void draw_severity(Drawing& d, Rect& column, portal::TicketFormModel const& form)
{
    if (form.severity.text.empty()) {
        return;
    }
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        IdScope const scope { d.f, "severity" };
        section_heading(d.f, inside, d.words("ui.ticket_form.becomes"));
        chip(d.f, inside.take_top(height::chip), chip_of(form.severity));
        inside.skip_top(space::small);
        auto const high = paragraph_height(d.f, inside.width, form.severity_text, Type::body);
        paragraph(d.f, inside.take_top(high), "text", form.severity_text);
        if (!form.story.empty()) {
            inside.skip_top(space::medium);
            portal::ProofModel story;
            story.steps = form.story;
            draw_story(d, inside, story);
        }
        for (auto const& cure : form.cures) {
            inside.skip_top(space::medium);
            ButtonSpec const spec { .key = std::string_view { cure.action }, .label = cure.text };
            auto line = inside.take_top(d.f.touch() ? height::touch : height::button);
            if (button(d.f, line.take_left(std::min(button_width(d.f, spec), line.width)), spec)) {
                d.want(portal::RunOnScreen { cure.action });
            }
        }
    }
    column.skip_top(space::gap);
}

void draw_clocks(Drawing& d, Rect& column, portal::TicketFormModel const& form)
{
    if (form.clocks.empty()) {
        return;
    }
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        section_heading(d.f, inside, d.words("ui.ticket_form.clocks"));
        std::vector<std::pair<std::string, std::string>> lines;
        for (auto const& clock : form.clocks) {
            lines.emplace_back(clock.title, clock.target);
        }
        draw_facts(d, inside, lines);
        if (!form.hours.empty()) {
            inside.skip_top(space::small);
            auto const high = paragraph_height(d.f, inside.width, form.hours, Type::second);
            paragraph(d.f, inside.take_top(high), "hours", form.hours,
                { .type = Type::second, .ink = d.f.tokens().ink_second });
        }
    }
    column.skip_top(space::gap);
}

void draw_link(Drawing& d, Rect& column, portal::TicketFormModel const& form)
{
    if (form.link.empty()) {
        return;
    }
    GrowingCard card { d.f, column, CardLook::sunken };
    auto& inside = card.content();
    IdScope const scope { d.f, "console" };
    section_heading(d.f, inside, d.words("ui.ticket_form.link"));
    auto const text = d.words("ui.ticket_form.link.text");
    paragraph(d.f, inside.take_top(paragraph_height(d.f, inside.width, text, Type::second)), "text", text,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
    inside.skip_top(space::small);
    ButtonSpec const copy {
        .key = "copy", .label = d.words("ui.ticket_form.copy"), .icon = Icon::copy, .size = ButtonSize::small
    };
    auto line = inside.take_top(d.f.touch() ? height::touch : height::button_small);
    if (button(d.f, line.take_left(std::min(button_width(d.f, copy), line.width)), copy)) {
        copy_and_say(d, "#" + form.link, d.words("ui.ticket_form.copied"));
    }
}

// The main action stays at the foot, whatever is scrolled above.
void draw_foot(Drawing& d, Rect& area, portal::TicketFormModel const& form)
{
    auto const foot = area.take_bottom(foot_height);
    keep_toasts_clear(d.f, foot);
    fill(d.f, foot, d.f.tokens().surface);
    line_above(d.f, foot, d.f.tokens().line);
    ButtonSpec const buttons[] {
        { .key = "cancel", .label = d.words("ui.ticket_form.cancel"), .href = form.back },
        { .key = "open", .label = d.words("ui.ticket_form.open"), .icon = Icon::send, .look = ButtonLook::primary },
    };
    auto const pressed =
        button_row(d.f, foot.inset(page_margin(d.f), 0).middle(d.f.touch() ? height::touch : height::button), buttons);
    if (pressed == 0U) {
        d.want(portal::Go { form.back });
    }
    if (pressed == 1U) {
        d.want(portal::RunOnScreen { "open" });
    }
}

} // namespace

void draw_ticket_form(Drawing& d, Rect area, portal::TicketFormModel const& form)
{
    IdScope const scope { d.f, "new-ticket" };
    draw_foot(d, area, form);
    auto const margin = page_margin(d.f);
    ScrollArea scroll { d.f, "page", area, { margin, margin, space::page, margin } };
    auto& page = scroll.content();
    draw_page_top(d, page,
        { .back = form.back, .back_text = d.words("ui.support.title"), .title = d.words("ui.ticket_form.title") });
    auto main = page;
    bool const wide = page.width >= two_columns_from;
    auto side = wide ? main.take_right(facts_width) : main;
    main.skip_right(wide ? space::gap : 0);
    draw_fields(d, main, form);
    auto& beside = wide ? side : main;
    draw_attached(d, beside, form);
    draw_severity(d, beside, form);
    draw_drafts(d, beside, form.drafts);
    draw_way(d, beside, form.way);
    draw_routes(d, beside, form.routes);
    draw_clocks(d, beside, form);
    draw_link(d, beside, form);
    page.skip_top(std::max(main.y, beside.y) - page.y);
}

} // namespace keyrack::ui
