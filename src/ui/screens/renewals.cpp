#include "ui/screens/renewals.hpp"

#include "ui/kit/heat_map.hpp"
#include "ui/screens/blocks.hpp"
#include "ui/screens/proof.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

void draw_map(Drawing& d, Rect& page, portal::RenewalsModel const& model)
{
    GrowingCard card { d.f, page };
    auto& inside = card.content();
    section_heading(d.f, inside, d.words("ui.renewals.map"));
    std::vector<HeatMapRow> rows;
    for (auto const& row : model.rows) {
        auto& line = rows.emplace_back(HeatMapRow { .title = row.title, .cells = {} });
        for (auto const& cell : row.cells) {
            line.cells.push_back({ .text = cell.text,
                .name = cell.says,
                .href = cell.fragment,
                .weight = static_cast<float>(cell.weight),
                .on = cell.on });
        }
    }
    auto const place = heat_map(d.f, inside,
        { .key = "months",
            .name = d.words("ui.renewals.map"),
            .heads = model.months,
            .rows = rows,
            .above = model.years });
    if (place) {
        d.want(portal::Go { model.rows[place->row].cells[place->cell].fragment });
    }
}

void draw_endings(Drawing& d, Rect& column, portal::RenewalsModel const& model)
{
    IdScope const scope { d.f, "endings" };
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    auto head = Rect { inside.x, inside.y, inside.width, 24 };
    section_heading(d.f, inside, d.words("ui.renewals.endings"));
    if (!model.month.empty()) {
        FilterChipSpec const chip { .key = "month", .label = model.month, .on = true };
        auto const width = filter_chip_width(d.f, chip);
        if (filter_chip(d.f, head.take_right(width).middle(filter_chip_height(d.f)), chip)) {
            d.want(portal::Go { model.all_fragment });
        }
    }
    draw_action_lines(d, inside, "lines", d.words("ui.renewals.endings"), model.endings);
}

void draw_proposals(Drawing& d, Rect& column, portal::RenewalsModel const& model)
{
    if (model.proposals.empty()) {
        return;
    }
    IdScope const scope { d.f, "proposals" };
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    auto head = Rect { inside.x, inside.y, inside.width, 24 };
    auto const title = d.words("ui.renewals.proposals");
    section_heading(d.f, inside, title);
    ButtonSpec const copy {
        .key = "copy", .label = d.words("ui.renewals.copy"), .icon = Icon::copy, .size = ButtonSize::small
    };
    auto const width = button_width(d.f, copy);
    bool const beside = text_width(d.f, title, Type::heading) + space::small + width <= head.width;
    auto const place = beside ? head.take_right(width).middle(height::button_small)
                              : inside.take_top(height::button_small).take_left(width);
    if (!beside) inside.skip_top(space::small);
    if (button(d.f, place, copy)) {
        copy_and_say(d, model.list, d.words("ui.copied"));
    }
    auto const text = d.words("ui.renewals.proposals.text");
    paragraph(d.f, inside.take_top(paragraph_height(d.f, inside.width, text, Type::second)), "text", text,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
    if (!model.free.empty()) {
        inside.skip_top(space::small);
        notice(d, inside, "free", model.free, Tone::planned);
    }
    inside.skip_top(space::tiny);
    draw_action_lines(d, inside, "lines", d.words("ui.renewals.proposals"), model.proposals);
}

void draw_nothing(Drawing& d, Rect area, portal::RenewalsModel const& model)
{
    ButtonSpec const order[] { { .key = "order",
        .label = d.words("ui.orders.place"),
        .icon = Icon::shopping_cart,
        .look = ButtonLook::primary } };
    bool const none = model.nothing_bought;
    auto const pressed = empty_state(d.f, area,
        { .icon = Icon::calendar_check,
            .title = d.words(none ? "ui.renewals.nothing_bought" : "ui.renewals.none"),
            .text = d.words("ui.renewals.none.text"),
            .actions = none ? std::span<ButtonSpec const> { order } : std::span<ButtonSpec const> {} });
    if (pressed) d.want(portal::RunOnScreen { "order:missing" });
}

void draw_list(Drawing& d, Rect area, portal::RenewalsModel const& model)
{
    auto const margin = page_margin(d.f);
    ScrollArea scroll { d.f, "page", area, { margin, margin, margin, margin } };
    auto& page = scroll.content();
    ButtonSpec const take { .key = "take", .label = d.words("ui.renewals.take"), .icon = Icon::download };
    auto const shown = model.endings.empty() ? std::span<ButtonSpec const> {} : std::span { &take, 1 };
    if (page_head(d.f, page, { .title = d.words("ui.renewals.title"), .second = model.second, .actions = shown }))
        d.want(portal::RunOnScreen { "download-renewals" });
    if (model.rows.empty() && model.endings.empty()) {
        return draw_nothing(d, rest_of_view(scroll, margin), model);
    }
    if (!model.rows.empty()) {
        draw_map(d, page, model);
        page.skip_top(space::card_gap);
    }
    if (page.width < two_columns_from) {
        draw_endings(d, page, model);
        page.skip_top(space::gap);
        draw_proposals(d, page, model);
        return;
    }
    auto left = page;
    auto right = left.take_right((page.width - space::card_gap) / 2);
    left.skip_right(space::card_gap);
    draw_endings(d, left, model);
    draw_proposals(d, right, model);
    page.skip_top(std::max(left.y, right.y) - page.y);
}

void draw_rooms(Drawing& d, Rect& body, portal::RenewalDetail const& detail)
{
    heading(d.f, body.take_top(24), d.words("ui.renewals.rooms"), 3);
    body.skip_top(space::tiny);
    std::vector<Piece> pieces;
    std::vector<std::string> fragments;
    for (std::size_t i = 0; i < detail.rooms.size(); ++i) {
        if (i > 0) {
            pieces.push_back({ .text = " · " });
            fragments.emplace_back();
        }
        pieces.push_back({ .text = detail.rooms[i].text,
            .ink = d.f.tokens().accent_text,
            .href = detail.rooms[i].fragment,
            .key = i });
        fragments.push_back(detail.rooms[i].fragment);
    }
    if (!detail.more_rooms.empty()) {
        pieces.push_back({ .text = " " + detail.more_rooms });
        fragments.emplace_back();
    }
    auto const area = body.take_top(rich_height(d.f, body.width, pieces, Type::table));
    if (auto const pressed = rich(d.f, area, "rooms", pieces, { .type = Type::table })) {
        d.want(portal::Go { fragments[*pressed] });
    }
    body.skip_top(space::gap);
}

void draw_detail(Drawing& d, Rect area, portal::RenewalsModel const& model)
{
    auto const& detail = *model.detail;
    DetailPane pane { d, area, { .title = detail.title, .second = detail.second, .chip = chip_of(detail.chip) } };
    auto& content = pane.body();
    draw_facts(d, content, detail.facts);
    content.skip_top(space::gap);
    ButtonSpec const buttons[] {
        { .key = "order",
            .label = d.words("ui.renewals.order"),
            .icon = Icon::shopping_cart,
            .look = ButtonLook::primary },
        { .key = "as-of", .label = detail.as_of_text, .icon = Icon::calendar_clock },
    };
    Flow flow { content, space::small };
    for (std::size_t i = 0; i < std::size(buttons); ++i) {
        auto const width = std::min(button_width(d.f, buttons[i]), content.width);
        if (button(d.f, flow.place({ width, height::button }), buttons[i])) {
            i == 0 ? d.want(portal::RunOnScreen { detail.run }) : d.want(portal::Go { detail.as_of_fragment });
        }
    }
    content.skip_top(flow.used_height() + space::card_gap);
    draw_rooms(d, content, detail);
    draw_story(d, content, detail.story, detail.sources);
}

} // namespace

Intents renewals_screen(Frame& f, Rect area, portal::RenewalsModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "renewals-screen" };
    auto const panes = list_detail(f, area, { .open = model.detail.has_value() });
    if (panes.list) {
        draw_list(d, *panes.list, model);
    }
    if (panes.detail && model.detail) {
        draw_detail(d, *panes.detail, model);
    }
    return std::move(d.intents);
}

} // namespace keyrack::ui
