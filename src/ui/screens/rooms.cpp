#include "ui/screens/rooms.hpp"

#include "ui/screens/room_detail.hpp"
#include "ui/screens/room_ways.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <span>

namespace keyrack::ui {

namespace {

constexpr float search_width = 250;
constexpr float least_search_width = 160;
constexpr float chip_gap = 8;

using portal::RoomColumn;

float cover_width(Drawing const& d)
{
    std::string const chips[] { std::string { d.words("cover.covered") }, std::string { d.words("cover.never") },
        d.words.plural("cover.ending", 88), d.words.plural("cover.expired", 88) };
    return column_for_chips(d.f, chips);
}

float until_width(Drawing const& d)
{
    std::string const texts[] { d.words("cover.from", { { "date", d.words.short_date(widest_date(d)) } }) };
    return column_for(d.f, Type::second, texts);
}

// A chip and a day are as wide as they ever get; what is left over is for the names.
std::array<Column, 6> columns_of(Drawing const& d)
{
    auto const& words = d.words;
    return { {
        { .key = "room", .title = words("ui.rooms.column.room"), .least = 148, .share = 2, .phone = PhonePlace::title },
        { .key = "site",
            .title = words("ui.rooms.column.site"),
            .least = 88,
            .share = 0.6F,
            .priority = 2,
            .phone = PhonePlace::second },
        { .key = "programme", .title = words("ui.rooms.column.programme"), .least = 96, .share = 0.6F, .priority = 3 },
        { .key = "cover",
            .title = words("ui.rooms.column.cover"),
            .least = cover_width(d),
            .share = 0.1F,
            .phone = PhonePlace::end },
        { .key = "until",
            .title = words("ui.rooms.column.until"),
            .least = until_width(d),
            .share = 0.1F,
            .priority = 1 },
        { .key = "devices",
            .title = words("ui.rooms.column.devices"),
            .least = 76,
            .share = 0,
            .priority = 4,
            .align = Align::end,
            .phone = PhonePlace::second },
    } };
}

Sort sort_of(portal::RoomsModel const& model)
{
    return { .column = static_cast<std::size_t>(model.sort),
        .direction =
            model.direction == portal::Direction::ascending ? SortDirection::ascending : SortDirection::descending };
}

// --- head ------------------------------------------------------------------------------------------------------------

void draw_head(Drawing& d, Rect& page, portal::RoomsModel const& model)
{
    if (model.marked > 0) {
        auto const chosen = d.words.plural("ui.rooms.marked", static_cast<std::int64_t>(model.marked));
        ButtonSpec const actions[] {
            { .key = "clear", .label = d.words("ui.rooms.clear_marks"), .icon = Icon::x },
            { .key = "assign",
                .label = d.words("ui.rooms.assign_marked"),
                .icon = Icon::key_round,
                .look = ButtonLook::primary },
        };
        auto const pressed =
            page_head(d.f, page, { .title = d.words("ui.rooms.title"), .second = chosen, .actions = actions });
        if (pressed == 0U) {
            d.want(portal::MarkAllShown { false });
        }
        if (pressed == 1U) {
            d.want(portal::AssignMarked {});
        }
        return;
    }
    ButtonSpec const actions[] {
        { .key = "import", .label = d.words("ui.rooms.import"), .icon = Icon::upload },
        { .key = "add", .label = d.words("ui.rooms.add"), .icon = Icon::plus, .look = ButtonLook::primary },
    };
    auto const pressed =
        page_head(d.f, page, { .title = d.words("ui.rooms.title"), .second = model.second, .actions = actions });
    if (pressed == 0U) {
        d.want(portal::ChooseFile {});
    }
    if (pressed == 1U) {
        d.want(portal::AskAddRoom {});
    }
}

// --- search and filters ----------------------------------------------------------------------------------------------

void draw_search(Drawing& d, Rect area, portal::RoomsModel const& model)
{
    auto query = model.query;
    FieldSpec const spec {
        .key = "search", .label = d.words("ui.rooms.search"), .placeholder = d.words("ui.rooms.search"), .limit = 200
    };
    if (search_field(d.f, area, spec, query).changed) {
        d.want(portal::Search { query });
    }
}

FilterChipSpec chip_spec(portal::FilterChip const& filter, std::string_view count_text)
{
    return { .key = static_cast<int>(filter.filter),
        .label = filter.text,
        .count = filter.count,
        .count_text = count_text,
        .on = filter.on };
}

float chips_width(Drawing const& d, portal::RoomsModel const& model)
{
    float width = 0;
    for (auto const& filter : model.filters) {
        width += filter_chip_width(d.f, chip_spec(filter, d.words.number(filter.count))) + chip_gap;
    }
    // The place of what saves the view is kept, so that nothing moves when it appears.
    return width + (model.ways ? save_view_width(d) : 0);
}

void draw_chips(Drawing& d, Rect area, portal::RoomsModel const& model)
{
    Scope group { d.f, "filters",
        { .role = Role::group, .bounds = area, .name = std::string { d.words("ui.rooms.filters") } } };
    ScrollStrip strip { d.f, "strip", area };
    for (auto const& filter : model.filters) {
        auto const count = d.words.number(filter.count);
        auto const spec = chip_spec(filter, count);
        if (filter_chip(d.f, strip.content().take_left(filter_chip_width(d.f, spec)), spec)) {
            d.want(portal::ToggleFilter { filter.filter });
        }
        strip.content().skip_left(chip_gap);
    }
    if (model.ways) {
        draw_save_view(d, strip.content(), *model.ways);
    }
}

void draw_filters(Drawing& d, Rect& page, portal::RoomsModel const& model)
{
    auto const chips = chips_width(d, model);
    auto line = page.take_top(field_line(d.f));
    if (model.ways && room_tools_width(d) + least_search_width <= line.width) {
        draw_room_tools(d, line, *model.ways);
        line.skip_right(space::small);
    }
    if (chips + least_search_width <= line.width) {
        draw_search(d, line.take_left(std::min(search_width, line.width - chips - chip_gap)), model);
        line.skip_left(chip_gap);
        draw_chips(d, line, model);
    } else {
        draw_search(d, line, model);
        page.skip_top(space::medium);
        draw_chips(d, page.take_top(40), model);
    }
    page.skip_top(space::medium);
    if (model.ways) {
        draw_room_views(d, page, *model.ways);
    }
    page.skip_top(space::tiny);
}

// --- phone -----------------------------------------------------------------------------------------------------------

// Assigning, adding, importing and sorting stand behind one button: the list is what a phone is for.
void draw_phone_menu(Drawing& d, Rect area, portal::RoomsModel const& model)
{
    auto const columns = columns_of(d);
    std::vector<std::string> labels;
    for (auto const& column : columns) {
        labels.push_back(d.words("ui.sort_by", { { "column", std::string { column.title } } }));
    }
    bool const map = model.ways && model.ways->look == portal::RoomsLook::sites;
    auto const assign = model.marked == 0
        ? std::string { d.words("ui.rooms.assign") }
        : d.words.plural("ui.rooms.assign_these", static_cast<std::int64_t>(model.marked));
    std::vector<MenuItem> items {
        { .key = "assign", .label = assign, .icon = Icon::key_round },
        { .key = "add", .label = d.words("ui.rooms.add"), .icon = Icon::plus },
        { .key = "import", .label = d.words("ui.rooms.import"), .icon = Icon::upload },
    };
    if (model.ways) {
        items.push_back({ .key = "look",
            .label = d.words(map ? "ui.rooms.look.list" : "ui.rooms.look.sites"),
            .icon = map ? Icon::list : Icon::map_pin });
    }
    auto const fixed = items.size();
    auto const sorted = static_cast<std::size_t>(model.sort);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        items.push_back({ .key = columns[i].key, .label = labels[i], .checked = i == sorted, .divider_above = i == 0 });
    }
    auto const chosen = menu_button(d.f, area,
        IconButtonSpec { .key = "more", .icon = Icon::ellipsis_vertical, .name = d.words("ui.rooms.more") }, items);
    if (chosen == 0U) {
        d.want(portal::AssignMarked {});
    }
    if (chosen == 1U) {
        d.want(portal::AskAddRoom {});
    }
    if (chosen == 2U) {
        d.want(portal::ChooseFile {});
    }
    if (chosen == 3U && model.ways) {
        d.want(portal::Go { map ? model.ways->list_fragment : model.ways->sites_fragment });
    }
    if (chosen && *chosen >= fixed) {
        d.want(portal::SortRooms { static_cast<RoomColumn>(*chosen - fixed) });
    }
}

void draw_phone_head(Drawing& d, Rect& page, portal::RoomsModel const& model)
{
    auto line = page.take_top(height::touch);
    auto const title = d.words("ui.rooms.title");
    heading(d.f, line.take_left(whole_width(d.f, title, Type::title)), title, 1, { .type = Type::title });
    draw_phone_menu(d, line.take_right(height::touch), model);
    line.skip_left(space::medium);
    line.skip_right(space::tiny);
    draw_search(d, line, model);
    page.skip_top(space::small);
    draw_chips(d, page.take_top(40), model);
    page.skip_top(space::tiny);
}

// --- list ------------------------------------------------------------------------------------------------------------

// Which columns stand in the table, by their place in `columns_of`: the name always, and on a phone all that fit.
std::vector<std::size_t> shown_columns(Drawing const& d, portal::RoomsModel const& model)
{
    std::vector<std::size_t> shown;
    for (std::size_t at = 0; at < 6; ++at) {
        bool const hidden = model.ways && model.ways->without.contains(static_cast<RoomColumn>(at));
        if (at == 0 || d.f.phone() || !hidden) {
            shown.push_back(at);
        }
    }
    return shown;
}

void fill_row(Drawing const& d, portal::RoomLine const& line, std::span<std::size_t const> shown, TableRow& row)
{
    row.key = line.id.row();
    row.checked = line.marked;
    auto const devices = d.f.phone() ? std::string {} : line.devices;
    std::array<Cell, 6> cells { {
        { .text = line.name, .look = CellLook::strong },
        { .text = d.f.phone() ? line.second : line.site },
        { .text = line.programme },
        { .text = line.cover.text, .look = CellLook::chip, .tone = kit_tone(line.cover.tone) },
        { .text = line.until, .look = CellLook::second },
        { .text = devices },
    } };
    row.cells.clear();
    for (auto const at : shown) {
        row.cells.push_back(std::move(cells[at]));
    }
}

Check all_marked(portal::RoomsModel const& model)
{
    if (model.marked == 0) {
        return Check::off;
    }
    return model.marked >= model.count ? Check::on : Check::mixed;
}

void draw_table(Drawing& d, Rect area, portal::RoomsModel const& model)
{
    auto const all = columns_of(d);
    auto const shown = shown_columns(d, model);
    std::vector<Column> columns;
    for (auto const at : shown) {
        columns.push_back(all[at]);
    }
    auto sort = sort_of(model);
    auto const sorted = std::ranges::find(shown, sort.column);
    sort.column = static_cast<std::size_t>(sorted - shown.begin());
    TableSpec const spec { .key = "rooms",
        .name = d.words("ui.rooms.title"),
        .columns = columns,
        .rows = model.count,
        .sort = sorted == shown.end() ? std::nullopt : std::optional { sort },
        .selecting = d.f.phone() ? Selecting::none : Selecting::many,
        .all_checked = all_marked(model),
        .current = model.selected_row,
        .framed = !d.f.phone() };
    auto const result =
        table(d.f, area, spec, [&](std::size_t index, TableRow& row) { fill_row(d, model.line(index), shown, row); });
    if (result.opened) {
        d.want(portal::OpenRoom { model.line(*result.opened).id });
    }
    if (result.sort) {
        d.want(portal::SortRooms { static_cast<RoomColumn>(shown[result.sort->column]) });
    }
    if (result.toggled_all) {
        d.want(portal::MarkAllShown { spec.all_checked != Check::on });
    }
    for (auto const index : result.toggled) {
        auto const line = model.line(index);
        d.want(portal::MarkRoom { line.id, !line.marked });
    }
}

void draw_nothing_found(Drawing& d, Rect area, portal::RoomsModel const& model)
{
    ButtonSpec const actions[] { { .key = "all", .label = d.words("ui.rooms.show_all") } };
    auto const pressed = empty_state(d.f, area,
        { .icon = Icon::search,
            .title = d.words("ui.rooms.nothing_found"),
            .text = d.words("ui.rooms.nothing_found.text"),
            .actions = actions });
    if (!pressed) {
        return;
    }
    if (!model.query.empty()) {
        d.want(portal::Search {});
    }
    for (auto const& filter : model.filters) {
        if (filter.on && filter.filter != portal::RoomFilter::all) {
            d.want(portal::ToggleFilter { filter.filter });
        }
    }
}

void draw_no_rooms(Drawing& d, Rect area)
{
    ButtonSpec const actions[] {
        { .key = "import", .label = d.words("ui.rooms.import"), .icon = Icon::upload },
        { .key = "add", .label = d.words("ui.rooms.add"), .icon = Icon::plus, .look = ButtonLook::primary },
    };
    auto const pressed = empty_state(d.f, area,
        { .icon = Icon::door_open,
            .title = d.words("ui.rooms.none"),
            .text = d.words("ui.rooms.none.text"),
            .actions = actions });
    if (pressed == 0U) {
        d.want(portal::ChooseFile {});
    }
    if (pressed == 1U) {
        d.want(portal::AskAddRoom {});
    }
}

void draw_list(Drawing& d, Rect area, portal::RoomsModel const& model)
{
    auto page = area.inset(page_margin(d.f));
    if (model.none_at_all) {
        (void)page_head(d.f, page, { .title = d.words("ui.rooms.title"), .second = model.second });
        draw_no_rooms(d, page);
        return;
    }
    if (d.f.phone()) {
        page = area.inset({ space::small, space::page_phone, 0, space::page_phone });
        draw_phone_head(d, page, model);
    } else {
        draw_head(d, page, model);
        draw_filters(d, page, model);
    }
    if (model.count == 0) {
        draw_nothing_found(d, page, model);
    } else if (model.ways && model.ways->look == portal::RoomsLook::sites) {
        draw_site_map(d, page, *model.ways);
    } else {
        draw_table(d, page, model);
    }
}

} // namespace

Id rooms_search(Frame& f)
{
    IdScope const scope { f, "rooms-screen" };
    return f.id("search");
}

Intents rooms_screen(Frame& f, Rect area, portal::RoomsModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "rooms-screen" };
    auto const panes = list_detail(f, area, { .open = model.detail.has_value() });
    if (panes.list) {
        draw_list(d, *panes.list, model);
    }
    if (panes.detail && model.detail) {
        draw_room_detail(d, *panes.detail, *model.detail);
    }
    return std::move(d.intents);
}

} // namespace keyrack::ui
