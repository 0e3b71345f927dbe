#include "ui/screens/cockpit.hpp"

#include "ui/screens/blocks.hpp"
#include "ui/screens/settings.hpp"

#include <algorithm>
#include <array>

namespace keyrack::ui {

namespace {

constexpr float widest = 1280;

// Quiet: everything works. A phone has room for the sign alone.
void draw_offline(Drawing& d, Rect& line, std::string const& text)
{
    if (text.empty()) return;
    line.skip_right(space::small);
    auto const wide = d.f.phone() ? 0.0F : text_width(d.f, text, Type::second) + space::small;
    auto area = line.take_right(20 + wide).middle(20);
    d.f.note("offline", { .role = Role::text, .bounds = area, .name = text });
    icon(d.f, area.take_left(20), Icon::wifi_off, d.f.tokens().ink_second, 18);
    area.skip_left(space::small);
    if (wide > 0) draw_text(d.f, area, text, { .type = Type::second, .ink = d.f.tokens().ink_second });
}

void draw_bar(Drawing& d, Rect& page, std::string const& offline, portal::Appearance appearance)
{
    auto bar = page.take_top(height::top_bar);
    fill(d.f, { 0, 0, d.f.window().width, bar.bottom() }, d.f.tokens().surface);
    line_below(d.f, bar, d.f.tokens().line);
    Scope const scope { d.f, "bar",
        { .role = Role::banner, .bounds = bar, .name = std::string { d.words("ui.top.name") } } };
    auto line = bar.inset(page_margin(d.f), 0);
    icon(d.f, line.take_left(20), Icon::key_round, d.f.tokens().accent, 20);
    line.skip_left(10);
    auto const product = d.words("ui.product");
    if (link(d.f, line.take_left(whole_width(d.f, product, Type::heading)),
            { .key = "home", .text = product, .href = "/", .type = Type::heading, .ink = d.f.tokens().ink }))
        d.want(portal::LeaveTenant {});
    auto const menu = settings_menu(d.words, appearance);
    auto const chosen = menu_button(d.f, line.take_right(height::button).middle(height::button),
        IconButtonSpec { .key = "settings", .icon = Icon::settings, .name = d.words("ui.settings") }, menu.items);
    if (chosen) d.intents.push_back(menu.intent(*chosen));
    draw_offline(d, line, offline);
}

// Whoever comes here looks for something: where no keyboard covers the page, one types at once.
void draw_head(Drawing& d, Rect& page, portal::CockpitModel const& model, bool just_opened)
{
    if (just_opened && !d.f.touch()) d.f.focus(d.f.id("search"));
    ButtonSpec const add[] { { .key = "add", .label = d.words("ui.navigation.add_tenant"), .icon = Icon::plus } };
    auto const second = std::string_view { model.second };
    if (page_head(d.f, page, { .title = d.words("ui.cockpit.title"), .second = second, .actions = add }))
        d.want(portal::StartEmpty {});
    std::string value = model.query;
    FieldSpec const field { .key = "search",
        .label = d.words("ui.cockpit.search"),
        .placeholder = d.words("ui.cockpit.search"),
        .limit = 200 };
    auto line = page.take_top(field_line(d.f));
    if (search_field(d.f, d.f.phone() ? line : line.take_left(std::min(460.0F, line.width)), field, value).changed)
        d.want(portal::SearchScreen { value });
    page.skip_top(space::gap);
    if (model.progress.empty()) return;
    auto row = page.take_top(20);
    auto const width = text_width(d.f, model.progress, Type::second) + space::medium;
    label(d.f, "progress-text", row.take_left(std::min(width, row.width)), model.progress,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
    progress_bar(d.f, row, { .key = "progress", .name = model.progress, .share = static_cast<float>(model.share) });
    page.skip_top(space::gap);
}

void draw_hits(Drawing& d, Rect& page, portal::CockpitModel const& model)
{
    if (!model.nothing.empty()) {
        ButtonSpec const all[] { { .key = "all", .label = d.words("ui.cockpit.title") } };
        auto const text = d.words("ui.cockpit.nothing.text");
        if (empty_state(d.f, page.take_top(260),
                { .icon = Icon::search, .title = model.nothing, .text = text, .actions = all }))
            d.want(portal::SearchScreen {});
        return;
    }
    IdScope const scope { d.f, "hits" };
    for (std::size_t at = 0; at < model.hits.size(); ++at) {
        IdScope const company { d.f, at };
        {
            GrowingCard card { d.f, page };
            auto& inside = card.content();
            section_heading(d.f, inside, model.hits[at].name, model.hits[at].more);
            draw_action_lines(d, inside, "lines", model.hits[at].name, model.hits[at].lines);
        }
        page.skip_top(space::gap);
    }
}

// What is done with it as a whole.
void draw_company_menu(Drawing& d, Rect area, portal::CompanyCard const& company)
{
    std::array<MenuItem, 2> const items { {
        { .key = "rename", .label = d.words("ui.cockpit.rename"), .icon = Icon::pencil },
        { .key = "remove", .label = d.words("ui.cockpit.remove"), .icon = Icon::trash_2 },
    } };
    auto const name = d.words("ui.cockpit.more", { { "name", company.name } });
    IconButtonSpec const more { .key = "menu", .icon = Icon::ellipsis, .name = name };
    auto const chosen = menu_button(d.f, area, more, items);
    if (!chosen) return;
    auto const* const what = *chosen == 0 ? "company-rename:" : "company-remove:";
    d.want(portal::RunOnScreen { what + company.slug });
}

void draw_company_head(Drawing& d, Rect& inside, portal::CompanyCard const& company)
{
    auto head = inside.take_top(large_tile);
    avatar(d.f, head.take_left(large_tile),
        { .name = company.name, .shape = AvatarShape::square, .ground = Colour::hex(0x2F5BEA) });
    head.skip_left(space::medium);
    draw_company_menu(d, head.take_right(36).middle({ 36, 36 }), company);
    auto const in_tab = d.words("ui.cockpit.in_tab", { { "name", company.name } });
    if (icon_button(
            d.f, head.take_right(36).middle({ 36, 36 }), { .key = "tab", .icon = Icon::external_link, .name = in_tab }))
        d.want(portal::OpenInTab { company.fragment });
    head.skip_right(space::small);
    auto const shown = fitted(d.f, company.name, Type::heading, head.width);
    if (link(d.f, head.take_top(22).take_left(whole_width(d.f, shown, Type::heading)),
            { .key = "open",
                .text = shown,
                .href = company.fragment,
                .type = Type::heading,
                .ink = d.f.tokens().ink,
                .name = company.name }))
        d.want(portal::Go { company.fragment });
    if (!company.second.empty())
        label(d.f, "second", head.take_top(18), fitted(d.f, company.second, Type::second, head.width),
            { .type = Type::second, .ink = d.f.tokens().ink_second });
}

void draw_company(Drawing& d, Rect& column, portal::CompanyCard const& company)
{
    IdScope const scope { d.f, company.slug };
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    draw_company_head(d, inside, company);
    if (!company.covered.empty()) {
        inside.skip_top(space::medium);
        label(d.f, "covered", inside.take_top(18), company.covered,
            { .type = Type::second, .ink = d.f.tokens().ink_second });
        inside.skip_top(4);
        std::array const parts { BarPart { static_cast<double>(company.lasting), Tone::covered },
            BarPart { static_cast<double>(company.ending), Tone::ending },
            BarPart { static_cast<double>(company.open), Tone::missing } };
        stacked_bar(d.f, inside.take_top(12), "share", company.covered, parts);
    }
    if (!company.state.empty()) {
        inside.skip_top(space::medium);
        auto const height = paragraph_height(d.f, inside.width, company.state, Type::second);
        paragraph(d.f, inside.take_top(height), "state", company.state,
            { .type = Type::second, .ink = d.f.tokens().ink_second });
    }
    if (company.needs.empty()) return;
    inside.skip_top(space::tiny);
    draw_action_lines(d, inside, "needs", company.name, company.needs);
    if (!company.more.empty())
        label(d.f, "more", inside.take_top(22), company.more, { .type = Type::second, .ink = d.f.tokens().ink_second });
}

void draw_companies(Drawing& d, Rect& column, portal::CockpitModel const& model)
{
    IdScope const scope { d.f, "companies" };
    for (auto const& company : model.companies) {
        draw_company(d, column, company);
        column.skip_top(space::gap);
    }
}

void draw_timeline_card(Drawing& d, Rect& page, portal::CockpitModel const& model)
{
    if (model.timeline.rows.empty()) return;
    {
        IdScope const scope { d.f, "timeline" };
        GrowingCard card { d.f, page };
        section_heading(d.f, card.content(), d.words("ui.cockpit.timeline"));
        draw_timeline(d, card.content(), model.timeline);
    }
    page.skip_top(space::gap);
}

void draw_ahead(Drawing& d, Rect& column, portal::CockpitModel const& model)
{
    draw_timeline_card(d, column, model);
    (void)draw_line_card(
        d, column, { .key = "endings", .title = d.words("ui.cockpit.endings"), .lines = model.endings });
    column.skip_top(space::gap);
    (void)draw_line_card(
        d, column, { .key = "proposals", .title = d.words("ui.cockpit.proposals"), .lines = model.proposals });
}

void draw_none(Drawing& d, Rect& page)
{
    ButtonSpec const actions[] {
        { .key = "add", .label = d.words("ui.navigation.add_tenant"), .icon = Icon::plus, .look = ButtonLook::primary },
        { .key = "home", .label = d.words("ui.cockpit.home") },
    };
    auto const pressed = empty_state(d.f, page.take_top(340),
        { .icon = Icon::building_2,
            .title = d.words("ui.cockpit.none"),
            .text = d.words("ui.cockpit.none.text"),
            .actions = actions });
    if (pressed == 0U) d.want(portal::StartEmpty {});
    if (pressed == 1U) d.want(portal::LeaveTenant {});
}

void draw_page(Drawing& d, Rect& page, portal::CockpitModel const& model, bool just_opened)
{
    draw_head(d, page, model, just_opened);
    if (!model.query.empty()) return draw_hits(d, page, model);
    draw_leading_figures(d, page, model.figures);
    if (page.width < two_wide_columns_from) {
        draw_companies(d, page, model);
        return draw_ahead(d, page, model);
    }
    auto const halves = columns(page, 2, space::gap); // as the figures stand
    auto left = halves[0];
    auto right = halves[1];
    draw_companies(d, left, model);
    draw_ahead(d, right, model);
    page.skip_top(std::max(left.y, right.y) - page.y);
}

} // namespace

Intents cockpit_screen(Frame& f, Rect area, portal::CockpitModel const& model, portal::Words const& words,
    portal::Appearance appearance, bool just_opened)
{
    Drawing d { f, words };
    IdScope const scope { f, "cockpit-screen" };
    draw_bar(d, area, model.offline, appearance);
    Scope const main { f, "main", { .role = Role::main, .bounds = area, .name = f.words().main } };
    auto const margin = page_margin(f);
    auto const side = std::max(margin, (area.width - widest) / 2);
    ScrollArea scroll { f, "page", area, { margin, side, margin, side } };
    if (model.none) {
        draw_none(d, scroll.content());
        return std::move(d.intents);
    }
    draw_page(d, scroll.content(), model, just_opened);
    return std::move(d.intents);
}

} // namespace keyrack::ui
