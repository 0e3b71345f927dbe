#include "ui/screens/devices.hpp"

#include "ui/screens/filter_chips.hpp"

#include <array>
#include <chrono>

namespace keyrack::ui {

namespace {

constexpr float bar_width = 54;
constexpr float bars_from = 820;

enum class Bars {
    none,
    shown,
};

std::array<Column, 5> columns_of(Drawing const& d, Bars bars)
{
    auto const& words = d.words;
    std::string const chips[] { std::string { words("warranty.base") }, std::string { words("warranty.extended") },
        std::string { words("warranty.clipped") }, std::string { words("warranty.ended") },
        std::string { words("warranty.unknown") } };
    std::string const dates[] { words.short_date(widest_date(d)) };
    auto const until = column_for(d.f, Type::second, dates) + (bars == Bars::shown ? bar_width : 0);
    return { {
        { .key = "model", .title = words("ui.devices.column.model"), .least = 130, .phone = PhonePlace::title },
        { .key = "serial",
            .title = words("ui.devices.column.serial"),
            .least = 120,
            .priority = 1,
            .phone = PhonePlace::second },
        { .key = "room",
            .title = words("ui.devices.column.room"),
            .least = 150,
            .priority = 2,
            .phone = PhonePlace::second },
        { .key = "warranty",
            .title = words("ui.devices.column.warranty"),
            .least = column_for_chips(d.f, chips),
            .share = 0.4F,
            .sortable = false,
            .phone = PhonePlace::end },
        { .key = "until", .title = words("ui.devices.column.until"), .least = until, .share = 0.4F, .priority = 3 },
    } };
}

// The table's columns are not the model's: the chip and the date belong to one of them.
constexpr std::array<std::size_t, 5> model_column { 0, 1, 2, 3, 3 };

void draw_table(Drawing& d, Rect area, portal::DevicesModel const& model)
{
    auto const bars = area.width >= bars_from ? Bars::shown : Bars::none;
    auto const columns = columns_of(d, bars);
    auto const direction =
        model.direction == portal::Direction::ascending ? SortDirection::ascending : SortDirection::descending;
    auto const sorted = model.sort == 3 ? std::size_t { 4 } : model.sort;
    TableSpec const spec { .key = "devices",
        .name = d.words("ui.devices.title"),
        .columns = columns,
        .rows = model.count,
        .sort = sorted < columns.size() ? std::optional { Sort { sorted, direction } } : std::nullopt,
        .current = model.selected_row,
        .framed = !d.f.phone() };
    auto const fill_row = [&](std::size_t index, TableRow& row) {
        auto const line = model.line(index);
        row.key = line.row;
        row.href = line.fragment;
        std::optional<float> share;
        if (bars == Bars::shown) {
            share = static_cast<float>(line.share);
        }
        row.cells = {
            { .text = line.model, .look = CellLook::strong },
            { .text = d.f.phone() ? line.second : line.serial },
            { .text = line.room },
            { .text = line.warranty.text, .look = CellLook::chip, .tone = kit_tone(line.warranty.tone) },
            { .text = line.until, .look = CellLook::second, .share = share },
        };
    };
    auto const result = table(d.f, area, spec, fill_row);
    if (result.opened) {
        d.want(portal::Go { model.line(*result.opened).fragment });
    }
    if (result.sort && result.sort->column < model_column.size()) {
        d.want(portal::Go { model.columns[model_column[result.sort->column]] });
    }
}

void draw_nothing(Drawing& d, Rect page, portal::DevicesModel const& model)
{
    ButtonSpec const add {
        .key = "add", .label = d.words("ui.devices.add"), .icon = Icon::plus, .look = ButtonLook::primary
    };
    ButtonSpec const all { .key = "all", .label = d.words("ui.devices.show_all") };
    auto const none = model.none_at_all;
    auto const pressed = empty_state(d.f, page,
        { .icon = none ? Icon::cpu : Icon::search,
            .title = d.words(none ? "ui.devices.none" : "ui.devices.nothing_found"),
            .text = d.words(none ? "ui.devices.none.text" : "ui.devices.nothing_found.text"),
            .actions = std::span { none ? &add : &all, 1 } });
    if (pressed) {
        d.want(portal::Go { none ? model.add : model.all });
    }
}

void draw_list(Drawing& d, Rect area, portal::DevicesModel const& model)
{
    auto page = area.inset(page_margin(d.f));
    ButtonSpec const add {
        .key = "add", .label = d.words("ui.devices.add"), .icon = Icon::plus, .look = ButtonLook::primary
    };
    auto const actions = std::span { &add, model.none_at_all ? 0U : 1U };
    if (page_head(d.f, page, { .title = d.words("ui.devices.title"), .second = model.second, .actions = actions })) {
        d.want(portal::Go { model.add });
    }
    if (model.none_at_all) {
        draw_nothing(d, page, model);
        return;
    }
    draw_search_and_chips(d, page, d.words("ui.devices.search"), model.query, model.filters);
    page.skip_top(d.f.phone() ? space::tiny : space::card_gap);
    if (model.count == 0) {
        draw_nothing(d, page, model);
    } else {
        draw_table(d, d.f.phone() ? Rect { page.x, page.y, page.width, area.bottom() - page.y } : page, model);
    }
}

} // namespace

Intents devices_screen(Frame& f, Rect area, portal::DevicesModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "devices-screen" };
    if (model.adding) {
        draw_new_devices(d, area, *model.adding);
        return std::move(d.intents);
    }
    auto const panes = list_detail(f, area, { .open = model.detail.has_value() });
    if (panes.list) {
        draw_list(d, *panes.list, model);
    }
    if (panes.detail && model.detail) {
        draw_device_detail(d, *panes.detail, *model.detail);
    }
    return std::move(d.intents);
}

} // namespace keyrack::ui
