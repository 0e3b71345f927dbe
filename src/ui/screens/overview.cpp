#include "ui/screens/overview.hpp"

#include "ui/screens/blocks.hpp"

#include <algorithm>
#include <array>

namespace keyrack::ui {

namespace {

constexpr float needs_share = 0.4F;
constexpr float site_line = 30;
constexpr float site_name = 128;

void draw_head(Drawing& d, Rect& page, portal::OverviewModel const& model)
{
    ButtonSpec const actions[] {
        { .key = "report", .label = d.words("ui.report"), .icon = Icon::printer, .name = d.words("ui.report.name") },
        { .key = "import", .label = d.words("ui.rooms.import"), .icon = Icon::upload },
        { .key = "assign",
            .label = d.words("ui.overview.assign"),
            .icon = Icon::key_round,
            .look = ButtonLook::primary },
    };
    auto const shown = d.f.phone() || model.nothing_yet ? std::span<ButtonSpec const> {} : std::span { actions };
    auto const pressed = page_head(d.f, page, { .title = model.greeting, .second = model.second, .actions = shown });
    if (pressed == 0U) {
        d.want(portal::RunOnScreen { "download-report" });
    }
    if (pressed == 1U) {
        d.want(portal::ChooseFile {});
    }
    if (pressed == 2U) {
        d.want(portal::Go { model.assign_fragment });
    }
}

void draw_nothing_yet(Drawing& d, Rect page)
{
    ButtonSpec const actions[] {
        { .key = "room", .label = d.words("ui.rooms.add"), .icon = Icon::plus },
        { .key = "import", .label = d.words("ui.data.choose_file"), .icon = Icon::upload, .look = ButtonLook::primary },
    };
    auto const pressed = empty_state(d.f, page,
        { .icon = Icon::layout_dashboard,
            .title = d.words("ui.overview.none"),
            .text = d.words("ui.overview.none.text"),
            .actions = actions });
    if (pressed == 0U) {
        d.want(portal::AskAddRoom {});
    }
    if (pressed == 1U) {
        d.want(portal::ChooseFile {});
    }
}

void draw_needs(Drawing& d, Rect& column, portal::OverviewModel const& model)
{
    IdScope const scope { d.f, "needs" };
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    auto const count = model.needs.empty() ? std::string_view {} : std::string_view { model.needs_count };
    section_heading(d.f, inside, d.words("ui.overview.needs"), count);
    if (!model.needs.empty()) {
        inside.y -= 6; // the lines bring their own room
        draw_action_lines(d, inside, "lines", d.words("ui.overview.needs"), model.needs);
        return;
    }
    auto const text = d.words("ui.overview.calm");
    auto line = inside.take_top(std::max(32.0F, paragraph_height(d.f, inside.width - 44, text, Type::body)));
    icon_tile(d.f, line.take_left(32).take_top(32), Icon::check, Tone::covered);
    line.skip_left(space::medium);
    auto const height = paragraph_height(d.f, line.width, text, Type::body);
    paragraph(d.f, line.middle(height), "calm", text, { .type = Type::body, .ink = d.f.tokens().ink_second });
}

void draw_site(Drawing& d, Rect row, portal::SiteLine const& site)
{
    auto const figure = text_width(d.f, "888 of 888", Type::second, Figures::tabular) + space::small;
    auto words = row.take_left(std::min(site_name, row.width / 3));
    auto const shown = fitted(d.f, site.name, Type::table, words.width - space::small);
    if (link(d.f, words.take_left(whole_width(d.f, shown, Type::table)),
            { .key = "site",
                .text = shown,
                .href = site.fragment,
                .type = Type::table,
                .ink = d.f.tokens().ink,
                .name = site.says })) {
        d.want(portal::Go { site.fragment });
    }
    label(d.f, "text", row.take_right(figure), site.text,
        { .type = Type::second, .ink = d.f.tokens().ink_second, .align = Align::end, .figures = Figures::tabular });
    row.skip_right(space::medium);
    std::array const parts {
        BarPart { static_cast<double>(site.covered), Tone::covered },
        BarPart { static_cast<double>(site.ending), Tone::ending },
        BarPart { static_cast<double>(site.open), Tone::missing },
    };
    stacked_bar(d.f, row, "bar", site.says, parts);
}

void draw_sites(Drawing& d, Rect& column, portal::OverviewModel const& model)
{
    if (model.sites.empty()) {
        return;
    }
    IdScope const scope { d.f, "sites" };
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    section_heading(d.f, inside, d.words("ui.overview.sites"));
    for (std::size_t i = 0; i < model.sites.size(); ++i) {
        IdScope const row { d.f, i };
        draw_site(d, inside.take_top(site_line), model.sites[i]);
    }
    inside.skip_top(space::small);
    LegendMark const marks[] { { d.words("cover.covered"), Tone::covered },
        { d.words("rooms.filter.ending"), Tone::ending }, { d.words("rooms.filter.not_covered"), Tone::missing } };
    legend(d.f, inside, marks);
    if (model.more_sites.empty()) {
        return;
    }
    auto line = inside.take_top(28);
    if (link(d.f, line.take_left(whole_width(d.f, model.more_sites, Type::second)),
            { .key = "more", .text = model.more_sites, .href = model.rooms_fragment, .type = Type::second })) {
        d.want(portal::Go { model.rooms_fragment });
    }
}

void draw_no_terms(Drawing& d, Rect& inside, std::string const& text)
{
    auto const tall = paragraph_height(d.f, inside.width, text, Type::body);
    paragraph(d.f, inside.take_top(tall), "no-terms", text, { .type = Type::body, .ink = d.f.tokens().ink_second });
    inside.skip_top(space::medium);
    ButtonSpec const order { .key = "order", .label = d.words("ui.orders.place"), .icon = Icon::shopping_cart };
    auto line = inside.take_top(d.f.touch() ? height::touch : height::button);
    if (button(d.f, line.take_left(std::min(button_width(d.f, order), line.width)), order))
        d.want(portal::RunOnScreen { "order:missing" });
}

void draw_year(Drawing& d, Rect& column, portal::OverviewModel const& model)
{
    IdScope const scope { d.f, "year" };
    GrowingCard card { d.f, column };
    section_heading(d.f, card.content(), d.words("ui.overview.year"));
    if (!model.no_terms.empty()) return draw_no_terms(d, card.content(), model.no_terms);
    draw_timeline(d, card.content(), model.timeline);
    card.content().skip_top(space::small);
    LegendMark const marks[] { { d.words("orders.running"), Tone::covered, LegendLook::span },
        { d.words("rooms.filter.ending"), Tone::ending, LegendLook::span },
        { d.words("cover.planned"), Tone::planned, LegendLook::span } };
    legend(d.f, card.content(), marks);
}

// What needs somebody comes first on a phone.
void draw_one_column(Drawing& d, Rect& page, portal::OverviewModel const& model)
{
    if (!d.f.phone()) {
        draw_leading_figures(d, page, model.figures);
    }
    draw_needs(d, page, model);
    page.skip_top(space::gap);
    if (d.f.phone()) {
        draw_leading_figures(d, page, model.figures);
    }
    draw_year(d, page, model);
    page.skip_top(space::gap);
    draw_sites(d, page, model);
}

void draw_two_columns(Drawing& d, Rect& page, portal::OverviewModel const& model)
{
    draw_leading_figures(d, page, model.figures);
    auto left = page;
    auto right = left.take_right((page.width - space::card_gap) * needs_share);
    left.skip_right(space::card_gap);
    draw_needs(d, right, model);
    draw_year(d, left, model);
    left.skip_top(space::card_gap);
    draw_sites(d, left, model);
    page.skip_top(std::max(left.y, right.y) - page.y);
}

} // namespace

Intents overview_screen(Frame& f, Rect area, portal::OverviewModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "overview-screen" };
    auto const margin = page_margin(f);
    if (model.nothing_yet) {
        auto page = area.inset(margin);
        draw_head(d, page, model);
        draw_nothing_yet(d, page);
        return std::move(d.intents);
    }
    ScrollArea scroll { f, "page", area, { margin, margin, margin, margin } };
    auto& page = scroll.content();
    draw_head(d, page, model);
    page.width < two_wide_columns_from ? draw_one_column(d, page, model) : draw_two_columns(d, page, model);
    return std::move(d.intents);
}

} // namespace keyrack::ui
