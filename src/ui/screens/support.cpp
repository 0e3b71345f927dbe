#include "ui/screens/support.hpp"

#include "ui/screens/filter_chips.hpp"

#include <algorithm>
#include <array>

namespace keyrack::ui {

namespace {

constexpr double minute_seconds = 60;

std::array<Column, 6> columns_of(Drawing const& d)
{
    auto const& words = d.words;
    // Beside a rail whole titles are worth more than the column of what is next.
    auto const title_least = d.f.width_class() == WidthClass::rail ? 340.0F : 236.0F;
    auto const span = words.plural("span.hours", 23) + ' ' + words.plural("span.minutes", 58);
    std::string const chips[] { words("clock.due_in", { { "span", span } }),
        words("clock.overdue", { { "span", span } }), words("clock.past_aim", { { "span", span } }),
        std::string { words("ticket.customer_turn") }, std::string { words("ticket.not_entitled") } };
    std::string const severities[] { std::string { words("ui.support.column.severity") } };
    std::string const measures[] { std::string { words("measure.determination") },
        std::string { words("measure.restoration") } };
    std::string const desks[] { std::string { words("desk.rooms") }, std::string { words("desk.large_user") },
        std::string { words("desk.customer_success") } };
    return { {
        { .key = "ticket",
            .title = words("ui.support.column.ticket"),
            .least = title_least,
            .share = 6,
            .sortable = false,
            .phone = PhonePlace::title },
        { .key = "key",
            .title = words("ui.support.column.key"),
            .least = 92,
            .share = 0.3F,
            .priority = 2,
            .sortable = false,
            .phone = PhonePlace::second },
        { .key = "severity",
            .title = words("ui.support.column.severity"),
            .least = column_for(d.f, Type::second, severities),
            .share = 0.3F,
            .priority = 3,
            .sortable = false },
        { .key = "desk",
            .title = words("ui.support.column.desk"),
            .least = column_for(d.f, Type::table, desks),
            .share = 0.3F,
            .priority = 4,
            .sortable = false },
        { .key = "measure",
            .title = words("ui.support.column.measure"),
            .least = column_for(d.f, Type::second, measures),
            .share = 0.3F,
            .priority = 1,
            .sortable = false },
        { .key = "clock",
            .title = words("ui.support.column.clock"),
            .least = column_for_chips(d.f, chips),
            .share = 0.3F,
            .sortable = false,
            .phone = PhonePlace::end },
    } };
}

ButtonSpec fresh_button(Drawing const& d, portal::SupportModel const& model)
{
    return { .key = "new",
        .label = d.words("ui.support.new"),
        .icon = Icon::plus,
        .look = ButtonLook::primary,
        .href = model.fresh };
}

void draw_nothing(Drawing& d, Rect page, portal::SupportModel const& model)
{
    if (model.none_at_all) {
        ButtonSpec const actions[] { fresh_button(d, model) };
        auto const pressed = empty_state(d.f, page,
            { .icon = Icon::life_buoy,
                .title = d.words("ui.support.none"),
                .text = d.words("ui.support.none.text"),
                .actions = actions });
        if (pressed) {
            d.want(portal::Go { model.fresh });
        }
        return;
    }
    ButtonSpec const actions[] { { .key = "all", .label = d.words("ui.support.show_open") } };
    auto const pressed = empty_state(d.f, page,
        { .icon = Icon::circle_check,
            .title = d.words("ui.support.nothing_found"),
            .text = d.words("ui.support.nothing_found.text"),
            .actions = actions });
    if (pressed) {
        d.want(portal::Go { model.all });
    }
}

void draw_table(Drawing& d, Rect area, portal::SupportModel const& model)
{
    auto const columns = columns_of(d);
    TableSpec const spec { .key = "tickets",
        .name = d.words("ui.support.title"),
        .columns = columns,
        .rows = model.count,
        .framed = !d.f.phone() };
    auto const fill_row = [&](std::size_t index, TableRow& row) {
        auto const line = model.line(index);
        row.key = line.row;
        row.href = line.fragment;
        row.cells = {
            { .text = line.title, .look = CellLook::strong },
            { .text = d.f.phone() ? line.second : line.key },
            { .text = line.severity },
            { .text = line.desk },
            { .text = line.measure, .look = CellLook::second },
            { .text = line.clock.text, .look = CellLook::chip, .tone = kit_tone(line.clock.tone) },
        };
    };
    auto const result = table(d.f, area, spec, fill_row);
    if (result.opened) {
        d.want(portal::Go { model.line(*result.opened).fragment });
    }
}

void draw_list(Drawing& d, Rect area, portal::SupportModel const& model)
{
    auto page = area.inset(page_margin(d.f));
    ButtonSpec const fresh = fresh_button(d, model);
    auto const actions = std::span { &fresh, model.none_at_all ? 0U : 1U };
    if (page_head(d.f, page, { .title = d.words("ui.support.title"), .second = model.second, .actions = actions })) {
        d.want(portal::Go { model.fresh });
    }
    if (model.none_at_all) {
        draw_nothing(d, page, model);
        return;
    }
    draw_search_and_chips(d, page, d.words("ui.support.search"), model.query, model.filters);
    page.skip_top(d.f.phone() ? space::tiny : space::card_gap);
    if (model.count == 0) {
        draw_nothing(d, page, model);
    } else {
        draw_table(d, d.f.phone() ? Rect { page.x, page.y, page.width, area.bottom() - page.y } : page, model);
    }
}

} // namespace

Intents support_screen(Frame& f, Rect area, portal::SupportModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "support-screen" };
    f.want_frame_in(minute_seconds); // clocks go on while nobody touches anything
    if (model.form) {
        draw_ticket_form(d, area, *model.form);
    } else if (model.detail) {
        draw_ticket_page(d, area, *model.detail);
    } else {
        draw_list(d, area, model);
    }
    return std::move(d.intents);
}

} // namespace keyrack::ui
