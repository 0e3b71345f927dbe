#include "ui/screens/large_accounts.hpp"

#include "ui/screens/blocks.hpp"
#include "ui/screens/catalogue.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

void draw_match(Drawing& d, Rect& inside, portal::LargeAccountsModel const& model)
{
    if (model.match.empty()) return;
    inside.skip_top(space::medium);
    auto const chip_room = model.match_chip.text.empty() ? 0 : chip_width(d.f, chip_of(model.match_chip));
    if (chip_room > 0) {
        chip(d.f, inside.take_top(height::chip), chip_of(model.match_chip));
        inside.skip_top(space::small);
    }
    auto const height = paragraph_height(d.f, inside.width, model.match, Type::body_strong);
    auto const text = inside.take_top(height);
    if (model.match_fragment.empty()) {
        paragraph(d.f, text, "match", model.match, { .type = Type::body_strong });
    } else {
        Piece const piece {
            .text = model.match, .ink = d.f.tokens().accent_text, .href = model.match_fragment, .key = "open"
        };
        if (rich(d.f, text, "match", std::span { &piece, 1 }, { .type = Type::body_strong }))
            d.want(portal::Go { model.match_fragment });
    }
    inside.skip_top(2);
    auto const second = paragraph_height(d.f, inside.width, model.match_second, Type::second);
    paragraph(d.f, inside.take_top(second), "match-second", model.match_second,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
}

void draw_check(Drawing& d, Rect& column, portal::LargeAccountsModel const& model)
{
    IdScope const scope { d.f, "check" };
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    section_heading(d.f, inside, d.words("ui.large.check"));
    auto const text = d.words("ui.large.check.text");
    paragraph(d.f, inside.take_top(paragraph_height(d.f, inside.width, text, Type::second)), "text", text,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
    inside.skip_top(space::medium);
    std::string value = model.query;
    FieldSpec const field {
        .key = "search", .label = d.words("ui.large.address"), .placeholder = d.words("ui.large.address"), .limit = 256
    };
    if (search_field(d.f, inside.take_top(field_line(d.f)), field, value).changed)
        d.want(portal::SearchScreen { value });
    draw_match(d, inside, model);
}

void draw_accounts(Drawing& d, Rect& column, portal::LargeAccountsModel const& model)
{
    if (draw_line_card(d, column,
            { .key = "accounts",
                .title = d.words("ui.large.accounts"),
                .lines = model.accounts,
                .button = d.words("ui.large.record"),
                .icon = Icon::plus,
                .empty = d.words("ui.large.none") }))
        d.want(portal::RunOnScreen { "subscription" });
    column.skip_top(space::gap);
}

void draw_list(Drawing& d, Rect area, portal::LargeAccountsModel const& model)
{
    auto const margin = page_margin(d.f);
    ScrollArea scroll { d.f, "page", area, { margin, margin, margin, margin } };
    auto& page = scroll.content();
    (void)page_head(d.f, page, { .title = d.words("ui.large.title"), .second = model.second });
    auto const thresholds = [&](Rect& column) {
        (void)draw_line_card(
            d, column, { .key = "thresholds", .title = d.words("ui.large.thresholds"), .lines = model.thresholds });
        column.skip_top(space::gap);
    };
    if (page.width < two_columns_from) {
        draw_check(d, page, model);
        page.skip_top(space::gap);
        draw_accounts(d, page, model);
        thresholds(page);
        draw_catalogue_section(d, page, "excluded", model.excluded);
        return;
    }
    auto left = page;
    auto right = left.take_right((page.width - space::card_gap) * 0.42F);
    left.skip_right(space::card_gap);
    draw_accounts(d, left, model);
    draw_catalogue_section(d, left, "excluded", model.excluded);
    draw_check(d, right, model);
    right.skip_top(space::gap);
    thresholds(right);
    page.skip_top(std::max(left.y, right.y) - page.y);
}

void draw_detail(Drawing& d, Rect area, portal::AccountDetail const& detail)
{
    DetailPane pane { d, area, { .title = detail.title, .second = detail.second, .chip = chip_of(detail.chip) } };
    auto& body = pane.body();
    heading(d.f, body.take_top(24), d.words("ui.large.subscriptions"), 3);
    draw_action_lines(d, body, "subscriptions", d.words("ui.large.subscriptions"), detail.subscriptions);
    body.skip_top(space::gap);
    heading(d.f, body.take_top(24), d.words("ui.large.classes"), 3);
    draw_action_lines(d, body, "regions", d.words("ui.large.classes"), detail.regions);
}

} // namespace

Intents large_accounts_screen(Frame& f, Rect area, portal::LargeAccountsModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "large-accounts-screen" };
    auto const panes = list_detail(f, area, { .open = model.detail.has_value() });
    if (panes.list) draw_list(d, *panes.list, model);
    if (panes.detail && model.detail) draw_detail(d, *panes.detail, *model.detail);
    return std::move(d.intents);
}

} // namespace keyrack::ui
