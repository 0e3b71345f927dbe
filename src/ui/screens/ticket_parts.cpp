// What the pages of an open and of a new ticket share.
#include "ui/screens/blocks.hpp"
#include "ui/screens/support.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

// The title on one line with its chips where it fits, otherwise wrapped with the chips below.
void draw_title(Drawing& d, Rect& page, PageTop const& top)
{
    float chips = 0;
    for (auto const& each : top.chips) {
        chips += chip_width(d.f, chip_of(each)) + space::small;
    }
    auto const title = whole_width(d.f, top.title, Type::title);
    if (title + 12 + chips <= page.width) {
        auto line = page.take_top(line_height(Type::title));
        heading(d.f, line.take_left(title), top.title, 1, { .type = Type::title });
        line.skip_left(12);
        for (std::size_t i = 0; i < top.chips.size(); ++i) {
            IdScope const scope { d.f, i };
            auto const drawn = chip(d.f, line, chip_of(top.chips[i]));
            line.skip_left(drawn.width + space::small);
        }
        return;
    }
    auto const high = paragraph_height(d.f, page.width, top.title, Type::title);
    wrapped_heading(d, page.take_top(high), "title", top.title, 1, { .type = Type::title });
    if (top.chips.empty()) {
        return;
    }
    page.skip_top(space::small);
    Flow flow { page, space::small };
    for (std::size_t i = 0; i < top.chips.size(); ++i) {
        IdScope const scope { d.f, i };
        auto const spec = chip_of(top.chips[i]);
        chip(d.f, flow.place({ chip_width(d.f, spec), height::chip }), spec);
    }
    page.skip_top(flow.used_height());
}

// Its rules stay with the last word, small and quiet, as behind the reasons of a proof.
void draw_way_text(Drawing& d, Rect& inside, portal::TicketWay const& way)
{
    auto const ink = d.f.tokens().ink_second;
    std::vector<Piece> pieces { { .text = way.text } };
    for (std::size_t i = 0; i < way.rules.size(); ++i) {
        pieces.push_back({ .text = "\u00A0", .type = i == 0 ? Type::second : Type::caption });
        pieces.push_back(
            { .text = way.rules[i].text, .type = Type::caption, .ink = ink, .href = way.rules[i].fragment, .key = i });
    }
    auto const area = inside.take_top(rich_height(d.f, inside.width, pieces, Type::second));
    if (auto const pressed = rich(d.f, area, "text", pieces, { .type = Type::second, .ink = ink })) {
        d.want(portal::Go { pieces[*pressed].href });
    }
}

void draw_way_buttons(Drawing& d, Rect& inside, portal::TicketWay const& way)
{
    if (way.copy.empty()) {
        return;
    }
    inside.skip_top(space::medium);
    Flow flow { inside, space::small };
    auto const high = button_line(d.f, ButtonSize::small);
    auto const size = d.f.touch() ? ButtonSize::regular : ButtonSize::small;
    ButtonSpec const draft { .key = "draft",
        .label = d.words("ui.ticket.open_draft"),
        .icon = Icon::mail,
        .look = ButtonLook::primary,
        .size = size,
        .href = way.draft };
    ButtonSpec const program {
        .key = "program", .label = d.words("ui.outbox.program"), .icon = Icon::external_link, .size = size
    };
    ButtonSpec const copy { .key = "copy", .label = d.words("ui.ticket.copy_text"), .icon = Icon::copy, .size = size };
    auto const place = [&](ButtonSpec const& spec) {
        return flow.place({ std::min(button_width(d.f, spec), inside.width), high });
    };
    if (!way.draft.empty() && button(d.f, place(draft), draft)) {
        d.want(portal::Go { way.draft });
    }
    if (!way.run_program.empty() && button(d.f, place(program), program)) {
        d.want(portal::RunOnScreen { way.run_program });
    }
    if (button(d.f, place(copy), copy)) {
        copy_and_say(d, way.copy, d.words("ui.copied"));
    }
    inside.skip_top(flow.used_height());
}

} // namespace

void draw_page_top(Drawing& d, Rect& page, PageTop const& top)
{
    auto line = page.take_top(d.f.touch() ? height::touch : 24.0F);
    icon(d.f, line.take_left(20).take_left(16), Icon::arrow_left, d.f.tokens().accent_text, 16);
    auto const wide = std::min(whole_width(d.f, top.back_text, Type::body), line.width);
    LinkSpec const back { .key = "back", .text = top.back_text, .href = top.back };
    if (link(d.f, line.take_left(wide), back)) {
        d.want(portal::Go { std::string { top.back } });
    }
    page.skip_top(space::tiny);
    draw_title(d, page, top);
    if (!top.second.empty()) {
        page.skip_top(2);
        auto const high = paragraph_height(d.f, page.width, top.second, Type::table);
        paragraph(
            d.f, page.take_top(high), "second", top.second, { .type = Type::table, .ink = d.f.tokens().ink_second });
    }
    page.skip_top(space::card_gap);
}

void draw_way(Drawing& d, Rect& from, portal::TicketWay const& way)
{
    {
        GrowingCard card { d.f, from };
        auto& inside = card.content();
        IdScope const scope { d.f, "way" };
        section_heading(d.f, inside, d.words("ui.ticket.way"));
        auto const high = paragraph_height(d.f, inside.width, way.goes, Type::body_strong);
        paragraph(d.f, inside.take_top(high), "goes", way.goes, { .type = Type::body_strong });
        inside.skip_top(space::tiny);
        draw_way_text(d, inside, way);
        draw_way_buttons(d, inside, way);
    }
    from.skip_top(space::gap);
}

void draw_routes(Drawing& d, Rect& from, std::span<portal::TicketRouteLine const> routes)
{
    if (routes.empty()) {
        return;
    }
    {
        GrowingCard card { d.f, from };
        auto& inside = card.content();
        IdScope const scope { d.f, "routes" };
        section_heading(d.f, inside, d.words("ui.ticket.routes"));
        for (std::size_t i = 0; i < routes.size(); ++i) {
            IdScope const row { d.f, i };
            inside.skip_top(i == 0 ? 0 : space::medium);
            auto line = inside.take_top(height::chip);
            if (routes[i].chosen) {
                auto const drawn =
                    chip(d.f, line, { .text = d.words("ui.ticket.route_chosen"), .tone = Tone::accent }, Side::right);
                line.skip_right(drawn.width + space::small);
            }
            label(d.f, "route", line, routes[i].text, { .type = Type::body_strong });
            for (std::size_t k = 0; k < routes[i].addresses.size(); ++k) {
                auto const& address = routes[i].addresses[k];
                auto const high = paragraph_height(d.f, inside.width, address, Type::second);
                paragraph(
                    d.f, inside.take_top(high), k, address, { .type = Type::second, .ink = d.f.tokens().ink_second });
            }
        }
    }
    from.skip_top(space::gap);
}

void draw_drafts(Drawing& d, Rect& from, std::span<portal::DraftLine const> drafts)
{
    if (drafts.empty()) {
        return;
    }
    {
        GrowingCard card { d.f, from };
        auto& inside = card.content();
        IdScope const scope { d.f, "drafts" };
        section_heading(d.f, inside, d.words("ui.ticket.drafts"));
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            IdScope const row { d.f, i };
            inside.skip_top(i == 0 ? 0 : space::gap);
            auto const& draft = drafts[i];
            auto const high = paragraph_height(d.f, inside.width, draft.subject, Type::body_strong);
            paragraph(d.f, inside.take_top(high), "subject", draft.subject, { .type = Type::body_strong });
            inside.skip_top(space::tiny);
            auto const tall = paragraph_height(d.f, inside.width, draft.body, Type::second);
            paragraph(d.f, inside.take_top(tall), "body", draft.body,
                { .type = Type::second, .ink = d.f.tokens().ink_second });
            inside.skip_top(space::small);
            auto const name = std::string { d.words("ui.ticket.copy_draft") } + ", " + draft.language;
            ButtonSpec const copy { .key = "copy",
                .label = d.words("ui.ticket.copy_draft"),
                .icon = Icon::copy,
                .size = ButtonSize::small,
                .name = name };
            auto line = inside.take_top(d.f.touch() ? height::touch : height::button_small);
            if (button(d.f, line.take_left(std::min(button_width(d.f, copy), line.width)), copy)) {
                d.f.copy(draft.subject + "\n\n" + draft.body);
            }
        }
    }
    from.skip_top(space::gap);
}

} // namespace keyrack::ui
