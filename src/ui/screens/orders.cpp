#include "ui/screens/orders.hpp"

#include "ui/screens/order_detail.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace keyrack::ui {

namespace {

using portal::OrderColumn;

constexpr float least_figure_height = 114;
constexpr float least_figure_width = 200;
constexpr float narrow_figure = 240; // below it the ring and the air around it give way to the text
constexpr float figure_width_phone = 250;
constexpr float bars_from = 900;

// With room for it, a bar shows how many of the licences are used.
enum class UsedBar { none, shown };
constexpr float used_bar = 54;
constexpr float sort_mark = 18; // beside the title

float state_width(Drawing const& d)
{
    std::string const chips[] { std::string { d.words("orders.running") },
        std::string { d.words("orders.not_started") }, std::string { d.words("orders.ended") },
        std::string { d.words("orders.cancelled") }, d.words.plural("cover.ending", 88) };
    return column_for_chips(d.f, chips);
}

float licences_width(Drawing const& d, UsedBar bar)
{
    std::string const texts[] { d.words("orders.used", { { "assigned", "888" }, { "quantity", "888" } }) };
    std::string const title[] { std::string { d.words("ui.orders.column.licences") } };
    auto const text = column_for(d.f, Type::table, texts) + (bar == UsedBar::shown ? used_bar : 0);
    return std::max(text, column_for(d.f, Type::small, title) + sort_mark);
}

float term_day_width(Drawing const& d)
{
    std::string const texts[] { d.words("orders.at_the_latest", { { "date", d.words.short_date(widest_date(d)) } }) };
    return column_for(d.f, Type::second, texts);
}

std::array<Column, 7> columns_of(Drawing const& d, UsedBar bar)
{
    auto const& words = d.words;
    return { {
        { .key = "order",
            .title = words("ui.orders.column.order"),
            .least = 92,
            .share = 0.6F,
            .phone = PhonePlace::title },
        { .key = "programme",
            .title = words("ui.orders.column.programme"),
            .least = 144,
            .priority = 1,
            .phone = PhonePlace::second },
        { .key = "licences",
            .title = words("ui.orders.column.licences"),
            .least = licences_width(d, bar),
            .priority = 2 },
        { .key = "free",
            .title = words("ui.orders.column.free"),
            .least = 64,
            .share = 0,
            .priority = 4,
            .align = Align::end },
        { .key = "start", .title = words("ui.orders.column.start"), .least = term_day_width(d), .priority = 3 },
        { .key = "end", .title = words("ui.orders.column.end"), .least = term_day_width(d), .share = 0.6F },
        { .key = "state", .title = words("ui.orders.column.state"), .least = state_width(d), .phone = PhonePlace::end },
    } };
}

// --- figures ---------------------------------------------------------------------------------------------------------

Tone ring_tone(portal::Tone tone)
{
    return tone == portal::Tone::neutral ? Tone::accent : kit_tone(tone);
}

struct FigureFrame
{
    float padding, ring, gap;
};

FigureFrame frame_of(float width)
{
    return width < narrow_figure ? FigureFrame { 14, 68, 12 } : FigureFrame { space::card, 78, space::gap };
}

struct FigurePlace
{
    float label = 0;
    float second = 0;
    float why = 0;

    [[nodiscard]] float text() const { return label + 4 + second + why; }
};

FigurePlace measure_figure(Frame const& f, float width, portal::Figure const& figure)
{
    auto const frame = frame_of(width);
    auto const inner = width - 2 * frame.padding - frame.ring - frame.gap;
    return { .label = paragraph_height(f, inner, figure.label, Type::heading),
        .second = paragraph_height(f, inner, figure.second, Type::second),
        .why = figure.why.empty() ? 0.0F : 4 + line_height(Type::second) };
}

float figures_height(Frame const& f, float width, std::span<portal::Figure const> figures)
{
    auto height = least_figure_height;
    for (auto const& figure : figures) {
        height = std::max(height, measure_figure(f, width, figure).text() + 2 * space::gap);
    }
    return height;
}

void draw_figure(Drawing& d, Rect area, portal::Figure const& figure)
{
    auto const place = measure_figure(d.f, area.width, figure);
    auto const frame = frame_of(area.width);
    auto inside = card(d.f, area, CardLook::surface, 0).inset(frame.padding, 0);
    auto const name = figure.label + ": " + figure.value + ". " + figure.second;
    auto const ring_area = inside.take_left(frame.ring).middle(frame.ring);
    ring_chart(d.f, ring_area,
        { .key = "ring",
            .name = name,
            .share = static_cast<float>(figure.share),
            .figure = figure.value,
            .tone = ring_tone(figure.tone) });
    inside.skip_left(frame.gap);
    auto text = inside.middle(place.text());
    paragraph(d.f, text.take_top(place.label), "label", figure.label, { .type = Type::heading });
    text.skip_top(4);
    paragraph(d.f, text.take_top(place.second), "second", figure.second,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
    if (figure.why.empty()) {
        return;
    }
    auto const line = text.take_bottom(line_height(Type::second));
    auto const fits = text_width(d.f, figure.why, Type::second) <= line.width;
    auto const shown = fits ? std::string_view { figure.why } : d.words("ui.why");
    if (link(d.f, line, { .key = "why", .text = shown, .type = Type::second, .name = figure.why })) {
        d.want(portal::AskSpares {});
    }
}

void draw_figures(Drawing& d, Rect& page, portal::OrdersModel const& model)
{
    if (model.figures.empty()) {
        return;
    }
    auto const count = model.figures.size();
    auto const fits = fitting_columns(page.width, least_figure_width, space::gap) >= count;
    auto const across = static_cast<float>(count);
    auto const width = fits ? (page.width - space::gap * (across - 1)) / across : figure_width_phone;
    auto const band = page.take_top(figures_height(d.f, width, model.figures));
    page.skip_top(space::card_gap);
    if (fits) {
        auto const places = columns(band, count, space::gap);
        for (std::size_t i = 0; i < places.size(); ++i) {
            IdScope const scope { d.f, i };
            draw_figure(d, places[i], model.figures[i]);
        }
        return;
    }
    ScrollStrip strip { d.f, "figures", band };
    for (std::size_t i = 0; i < count; ++i) {
        IdScope const scope { d.f, i };
        draw_figure(d, strip.content().take_left(figure_width_phone), model.figures[i]);
        strip.content().skip_left(space::medium);
    }
}

// --- list ------------------------------------------------------------------------------------------------------------

void fill_row(Drawing const& d, portal::OrderLine const& line, UsedBar bar, TableRow& row)
{
    row.key = line.id.row();
    std::optional<float> share;
    if (bar == UsedBar::shown) {
        share = static_cast<float>(line.used_share);
    }
    row.cells = {
        { .text = line.order, .look = CellLook::strong },
        { .text = d.f.phone() ? line.second : line.programme },
        { .text = line.licences, .share = share },
        { .text = line.free },
        { .text = line.start, .look = CellLook::second },
        { .text = line.end, .look = CellLook::second },
        { .text = line.state.text, .look = CellLook::chip, .tone = kit_tone(line.state.tone) },
    };
}

std::optional<std::size_t> selected_line(portal::OrdersModel const& model)
{
    for (std::size_t i = 0; i < model.lines.size(); ++i) {
        if (model.lines[i].selected) {
            return i;
        }
    }
    return std::nullopt;
}

void draw_table(Drawing& d, Rect area, portal::OrdersModel const& model)
{
    auto const bar = area.width >= bars_from ? UsedBar::shown : UsedBar::none;
    auto const columns = columns_of(d, bar);
    TableSpec const spec { .key = "orders",
        .name = d.words("ui.orders.title"),
        .columns = columns,
        .rows = model.lines.size(),
        .sort = Sort { .column = static_cast<std::size_t>(model.sort),
            .direction = model.direction == portal::Direction::ascending ? SortDirection::ascending
                                                                         : SortDirection::descending },
        .current = selected_line(model),
        .framed = !d.f.phone() };
    auto const result =
        table(d.f, area, spec, [&](std::size_t index, TableRow& row) { fill_row(d, model.lines[index], bar, row); });
    if (result.opened) {
        d.want(portal::OpenOrder { model.lines[*result.opened].id });
    }
    if (result.sort) {
        d.want(portal::SortOrders { static_cast<OrderColumn>(result.sort->column) });
    }
}

void draw_no_orders(Drawing& d, Rect area)
{
    ButtonSpec const actions[] {
        { .key = "import", .label = d.words("ui.orders.import"), .icon = Icon::upload },
        { .key = "place", .label = d.words("ui.orders.place"), .icon = Icon::plus, .look = ButtonLook::primary },
    };
    auto const pressed = empty_state(d.f, area,
        { .icon = Icon::file_text,
            .title = d.words("ui.orders.none"),
            .text = d.words("ui.orders.none.text"),
            .actions = actions });
    if (pressed == 0U) {
        d.want(portal::ChooseFile {});
    }
    if (pressed == 1U) {
        d.want(portal::AskPlaceOrder {});
    }
}

void draw_head(Drawing& d, Rect& page, portal::OrdersModel const& model)
{
    ButtonSpec const both[] {
        { .key = "buy-service", .label = d.words("remedy.buy_action"), .look = ButtonLook::outlined },
        { .key = "place", .label = d.words("ui.orders.place"), .icon = Icon::plus, .look = ButtonLook::primary },
    };
    std::size_t const first = model.can_buy_service ? 0 : 1;
    auto const shown = std::span { both }.subspan(first, (model.lines.empty() ? 1U : 2U) - first);
    auto const pressed =
        page_head(d.f, page, { .title = d.words("ui.orders.title"), .second = model.second, .actions = shown });
    if (!pressed) {
        return;
    }
    if (first + *pressed == 0) {
        d.want(portal::RunOnScreen { "buy:" });
    } else {
        d.want(portal::AskPlaceOrder {});
    }
}

void draw_list(Drawing& d, Rect area, portal::OrdersModel const& model)
{
    auto page = area.inset(page_margin(d.f));
    draw_head(d, page, model);
    if (model.lines.empty()) {
        draw_no_orders(d, page);
        return;
    }
    draw_figures(d, page, model);
    if (d.f.phone()) {
        page = { page.x, page.y, page.width, area.bottom() - page.y };
    }
    draw_table(d, page, model);
}

} // namespace

Intents orders_screen(Frame& f, Rect area, portal::OrdersModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "orders-screen" };
    auto const spares = !model.detail && !model.spares.question.empty();
    auto const panes = list_detail(f, area, { .open = model.detail.has_value() || spares });
    if (panes.list) {
        draw_list(d, *panes.list, model);
    }
    if (panes.detail && model.detail) {
        draw_order_detail(d, *panes.detail, *model.detail);
    }
    if (panes.detail && spares) {
        draw_spares_detail(d, *panes.detail, model.spares);
    }
    return std::move(d.intents);
}

} // namespace keyrack::ui
