#include "ui/kit/heat_map.hpp"

#include "ui/kit/chart.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/text.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float cell_height = 36;
constexpr float gap = 3;
constexpr float title_width = 132;
constexpr float beside_from = 620;
constexpr float full_from = 0.5F; // from this weight on a cell is filled

bool draw_cell(Frame& f, Rect box, WidgetKey key, HeatMapCell const& cell)
{
    auto const& t = f.tokens();
    if (cell.text.empty()) {
        track(f, box, radius::small);
        return false;
    }
    Node node { .role = Role::link, .bounds = box, .name = std::string { cell.name } };
    if (!cell.href.empty()) node.extra.put("href", cell.href);
    node.flags.add_if(cell.on, Flag::current);
    auto const on = f.item(key, std::move(node));
    bool const full = cell.weight >= full_from;
    fill(f, box, full ? t.ending.fill : t.ending.soft, radius::small);
    if (on.hovered) fill(f, box, on.held ? t.press : t.hover, radius::small);
    if (cell.on) stroke(f, box, t.accent, radius::small, 2);
    draw_text(f, box, cell.text,
        { .type = box.width < 30 ? Type::tiny : Type::second_strong,
            .ink = full ? t.on_fill : t.ending.ink,
            .align = Align::centre,
            .figures = Figures::tabular });
    if (on.ring) ring(f, box, radius::small);
    return on.clicked;
}

std::vector<Rect> cells_of(Rect line, std::size_t count)
{
    return columns(line, std::max<std::size_t>(count, 1), gap);
}

// Over the middle of their cells; wider ones begin where these do.
void draw_heads(Frame& f, Rect line, std::span<std::string const> heads)
{
    auto const places = cells_of(line, heads.size());
    std::vector<AxisMark> marks;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        auto const aside = std::max(0.0F, (places[i].width - text_width(f, heads[i], Type::caption)) / 2);
        marks.push_back({ (places[i].x + aside - line.x) / line.width, heads[i] });
    }
    timeline_axis(f, line, marks);
}

// Where a word's own columns are too narrow for it, it ends with them; the first that would begin before them is left out.
void draw_above(Frame& f, Rect line, std::span<std::string const> words)
{
    auto const places = cells_of(line, words.size());
    auto ends = line.right();
    for (auto i = words.size(); i-- > 0;) {
        if (words[i].empty()) continue;
        auto const width = whole_width(f, words[i], Type::caption);
        Rect const area { std::min(places[i].x, ends - width), line.y, width, line.height };
        if (area.x < line.x) break;
        label(f, i, area, words[i], { .type = Type::caption, .ink = f.tokens().ink_second });
        ends = places[i].x - gap;
    }
}

} // namespace

std::optional<HeatMapPlace> heat_map(Frame& f, Rect& from, HeatMapSpec const& spec)
{
    Scope scope { f, spec.key, { .role = Role::group, .bounds = from, .name = std::string { spec.name } } };
    auto const beside = from.width >= beside_from;
    auto above = from.take_top(spec.above.empty() ? 0 : 16);
    auto heads = from.take_top(20);
    if (beside) {
        above.skip_left(title_width);
        heads.skip_left(title_width);
    }
    draw_above(f, above, spec.above);
    draw_heads(f, heads, spec.heads);
    std::optional<HeatMapPlace> pressed;
    for (std::size_t row = 0; row < spec.rows.size(); ++row) {
        IdScope const line_scope { f, row };
        auto const& line = spec.rows[row];
        from.skip_top(beside ? gap : space::small);
        auto title = beside ? Rect {} : from.take_top(18);
        from.skip_top(beside ? 0 : space::tiny);
        auto cells = from.take_top(cell_height);
        if (beside) {
            title = cells.take_left(title_width);
            title.skip_right(space::small);
        }
        label(f, "title", title, line.title, { .type = Type::table_strong });
        auto const places = cells_of(cells, line.cells.size());
        for (std::size_t at = 0; at < line.cells.size(); ++at)
            if (draw_cell(f, places[at], at + 1, line.cells[at])) pressed = HeatMapPlace { row, at };
    }
    return pressed;
}

} // namespace keyrack::ui
