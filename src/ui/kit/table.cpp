#include "ui/kit/table.hpp"

#include "ui/kit/chip.hpp"
#include "ui/kit/table_run.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float mark_gap = 5;
constexpr float phone_bar_margin = 12;
constexpr float frame_line = 1;

// Masks what hovered rows draw into the rounded lower corners of the card.
void round_off(Frame& f, Rect area)
{
    auto const ground = f.ground();
    Rect const corners[] { { area.x, area.bottom() - radius::large, radius::large, radius::large },
        { area.right() - radius::large, area.bottom() - radius::large, radius::large, radius::large } };
    fill_outside_corner(f, corners[0], Side::left, ground);
    fill_outside_corner(f, corners[1], Side::right, ground);
}

} // namespace

TableRun::TableRun(Frame& frame, Rect area, TableSpec const& spec, FillRow const& fill)
    : m_frame(frame),
      m_area(area),
      m_spec(spec),
      m_fill(fill),
      m_id(frame.id(spec.key)),
      m_memory(frame.state().tables[m_id]),
      m_phone(frame.phone())
{
    m_memory.seen = frame.state().frame;
    m_row_height = m_phone ? height::row_phone : height::row;
    m_head = m_phone ? Rect {} : m_area.take_top(height::column_head);
    m_box_width = spec.selecting == Selecting::many ? (m_phone ? 36.0F : 44.0F) : 0.0F;
    if (spec.framed && !m_phone && spec.rows > 0) m_area.height = framed_height();
    m_placed = place_columns(spec.columns, area.width - m_box_width - 2 * side_pad());
}

// The card ends with its last row, or with one before: the edge of a row without its words would be an empty strip.
float TableRun::framed_height() const
{
    constexpr float above_words = 12;
    auto const all = static_cast<float>(m_spec.rows) * m_row_height + frame_line;
    if (m_area.height >= all) return all;
    auto const strip = std::fmod(m_area.height, m_row_height);
    return strip < above_words && strip < m_area.height ? m_area.height - strip : m_area.height;
}

float TableRun::side_pad() const
{
    return m_phone || !m_spec.framed ? 0.0F : 4.0F;
}

TableResult TableRun::run()
{
    auto& f = m_frame;
    auto const whole = Rect { m_area.x, m_area.y - m_head.height, m_area.width, m_area.height + m_head.height };
    auto const framed = m_spec.framed && !m_phone;
    if (framed) fill_and_stroke(f, whole, f.tokens().surface, f.tokens().line, radius::large);
    Node node { .role = Role::grid, .bounds = whole, .name = std::string { m_spec.name } };
    auto const head_rows = m_phone ? 0LL : 1LL;
    node.extra.put("rowcount", static_cast<long long>(m_spec.rows) + head_rows);
    node.extra.put("colcount", static_cast<long long>(m_placed.size()) + (m_box_width > 0 ? 1 : 0));
    // The page takes a shortcut from the browser wherever the focus is, so it is named only while a row has it.
    if (m_spec.selecting == Selecting::many && f.focused() != 0 && f.focused() == m_memory.focused_row)
        node.extra.put("keys", "Control+A");
    auto const body = framed ? m_area.inset({ 0, 0, frame_line, 0 }) : m_area;
    {
        Scope const grid { f, m_spec.key, std::move(node) };
        if (!m_phone) draw_head();
        take_keys(body.height);
        // On a phone the bar stands in the page's margin, beside what the rows say.
        auto const margin = m_phone ? phone_bar_margin : 0.0F;
        ScrollArea scroll { f, "rows", { body.x, body.y, body.width + margin, body.height }, { .right = margin } };
        draw_rows(scroll);
    }
    if (framed) {
        round_off(f, whole);
        stroke(f, whole, f.tokens().line, radius::large);
    }
    return m_result;
}

void TableRun::draw_head()
{
    auto& f = m_frame;
    auto const& t = f.tokens();
    line_below(f, m_head, t.line);
    Extra extra;
    extra.put("rowindex", 1LL);
    Scope const row { f, "head", { .role = Role::row, .bounds = m_head, .extra = extra } };
    auto line = m_head.inset(side_pad(), 0);
    if (m_box_width > 0) {
        auto const cell = line.take_left(m_box_width);
        Scope const head { f, "all", { .role = Role::columnheader, .bounds = cell, .name = f.words().select_all } };
        CheckSpec const all { .key = "box", .label = f.words().select_all, .label_hidden = true };
        m_result.toggled_all = checkbox(f, cell.moved(4, 0), all, m_spec.all_checked) || m_result.toggled_all;
    }
    long long position = m_box_width > 0 ? 2 : 1;
    for (auto const& placed : m_placed)
        draw_column_head({ line.x + placed.x, line.y, placed.width, line.height }, placed.index, position++);
}

void TableRun::draw_column_head(Rect cell, std::size_t index, long long position)
{
    auto& f = m_frame;
    auto const& t = f.tokens();
    auto const& column = m_spec.columns[index];
    auto const sorted = m_spec.sort && m_spec.sort->column == index;
    auto const ascending = sorted && m_spec.sort->direction == SortDirection::ascending;
    Node node { .role = Role::columnheader, .bounds = cell, .name = std::string { column.title } };
    node.extra.put("colindex", position);
    auto words = cell.inset(cell_pad, 0);
    if (!column.sortable) {
        f.note(column.key, std::move(node));
        draw_text(f, words, column.title, { .type = Type::small, .ink = t.ink_second, .align = column.align });
        return;
    }
    node.extra.put("sort", sorted ? (ascending ? "ascending" : "descending") : "none");
    node.flags.add(Flag::focusable);
    auto const on = f.item(column.key, std::move(node));
    auto const shown = sorted || on.hovered || on.ring;
    auto const ink = sorted || on.hovered ? t.ink : t.ink_second;
    auto const mark = sorted && !ascending ? Icon::arrow_down : Icon::arrow_up;
    auto const mark_ink = sorted ? t.ink : t.ink_second;
    auto const room = shown ? 13 + mark_gap : 0.0F;
    auto const text = std::min(text_width(f, column.title, Type::small) + 0.5F, words.width - room);
    if (column.align == Align::end) words = words.take_right(text + room);
    if (column.align == Align::end && shown) {
        icon(f, words.take_left(13), mark, mark_ink, 13);
        words.skip_left(mark_gap);
    }
    draw_text(f, words.take_left(text), column.title, { .type = Type::small, .ink = ink });
    if (column.align != Align::end && shown) {
        words.skip_left(mark_gap);
        icon(f, words.take_left(13), mark, mark_ink, 13);
    }
    if (on.ring) stroke(f, cell.inset(4), t.focus, 6, 2);
    if (!on.clicked) return;
    m_result.sort = Sort { index, ascending ? SortDirection::descending : SortDirection::ascending };
    f.announce(
        std::string { column.title } + ": " + (ascending ? f.words().sorted_descending : f.words().sorted_ascending));
}

void TableRun::draw_rows(ScrollArea& scroll)
{
    auto const count = m_spec.rows;
    scroll.set_height(static_cast<float>(count) * m_row_height);
    auto const view = scroll.view();
    auto const first = static_cast<std::size_t>(std::max(0.0F, scroll.offset() / m_row_height));
    auto const end =
        std::min(count, static_cast<std::size_t>(std::ceil((scroll.offset() + view.height) / m_row_height)));
    m_result.first_visible = std::min(first, count);
    m_result.end_visible = end;
    m_memory.row_ids.clear();
    choose_tab_stop();
    auto const focused_at = m_memory.focused_index;
    auto const away = m_memory.focused_row != 0 && m_frame.focused() == m_memory.focused_row;
    // A row with the focus keeps its node though it is scrolled away: without it the focus would be lost.
    if (away && focused_at < m_result.first_visible && focused_at < count) draw_row(scroll.content(), focused_at);
    for (auto i = m_result.first_visible; i < end; ++i) draw_row(scroll.content(), i);
    if (away && focused_at >= end && focused_at < count) draw_row(scroll.content(), focused_at);
}

void TableRun::choose_tab_stop()
{
    auto const first_whole = std::min(m_result.first_visible + 1, m_spec.rows > 0 ? m_spec.rows - 1 : 0);
    auto const in_view = m_memory.active >= m_result.first_visible && m_memory.active < m_result.end_visible;
    m_tab_stop = in_view ? m_memory.active : m_result.first_visible == 0 ? 0 : first_whole;
}

void TableRun::draw_row(Rect content, std::size_t index)
{
    auto& f = m_frame;
    TableRow row;
    m_fill(index, row);
    row.cells.resize(m_spec.columns.size());
    Rect const box { content.x, content.y + static_cast<float>(index) * m_row_height, content.width, m_row_height };
    auto const id = WidgetKey { row.key }.under(m_id);
    m_memory.row_ids.push_back(id);
    if (m_memory.wants_focus == index) {
        f.focus(id);
        m_memory.wants_focus.reset();
    }
    auto const current = m_spec.current == index;
    Node node { .role = Role::row, .bounds = box, .name = name_of(row) };
    node.extra.put("rowindex", static_cast<long long>(index) + (m_phone ? 1 : 2));
    if (!row.href.empty()) node.extra.put("href", row.href);
    node.flags.add(Flag::focusable).add_if(index != m_tab_stop, Flag::roving).add_if(row.disabled, Flag::disabled);
    node.flags.add_if(current || row.checked, Flag::selected);
    auto const on = f.item_at(id, std::move(node), { .container = true });
    IdScope const scope { f, row.key };
    if (on.focused) {
        m_memory.active = m_memory.focused_index = index;
        m_memory.focused_row = id;
    }
    draw_row_ground(box, index, on, current || row.checked);
    m_phone ? draw_phone_cells(box, row) : draw_cells(box, row, on);
    auto const box_pressed = m_box_width > 0 && draw_row_box(box, row);
    f.close();
    if (on.ring) stroke(f, box.inset(2, 1), f.tokens().focus, 6, 2);
    answer_row(index, on, box_pressed);
}

void TableRun::draw_row_ground(Rect box, std::size_t index, Interaction const& on, bool chosen)
{
    auto& f = m_frame;
    auto const& t = f.tokens();
    if (chosen) fill(f, box, t.accent_soft);
    if (chosen) chosen_edge(f, box, t.accent, 0);
    if (on.hovered && !(f.touch() && !on.held)) fill(f, box, on.held ? t.press : t.hover);
    auto const last =
        index + 1 == m_spec.rows && m_area.height <= static_cast<float>(m_spec.rows) * m_row_height + frame_line;
    if (!last) line_below(f, box, t.line);
}

void TableRun::answer_row(std::size_t index, Interaction const& on, bool box_pressed)
{
    auto const many = m_spec.selecting == Selecting::many;
    auto const extends = many && (on.mods.shift || (box_pressed && m_frame.state().pointer.mods.shift));
    if ((on.clicked || box_pressed) && extends && m_memory.anchor) {
        toggle_range(*m_memory.anchor, index);
    } else if (box_pressed || (on.clicked && many && (on.mods.control || on.mods.meta))) {
        m_result.toggled.push_back(index);
        m_memory.anchor = index;
    } else if (on.clicked) {
        m_result.opened = index;
        m_memory.anchor = index;
    }
    if (on.clicked || box_pressed) m_memory.active = index;
}

void TableRun::toggle_range(std::size_t from, std::size_t to)
{
    for (auto i = std::min(from, to); i <= std::max(from, to) && i < m_spec.rows; ++i) {
        TableRow row;
        m_fill(i, row);
        if (!row.checked && !row.disabled) m_result.toggled.push_back(i);
    }
}

bool TableRun::draw_row_box(Rect box, TableRow const& row)
{
    auto& f = m_frame;
    auto line = box.inset(side_pad(), 0);
    auto const cell = line.take_left(m_box_width);
    Extra extra;
    extra.put("colindex", 1LL);
    auto name = f.words().select_row;
    if (auto const place = name.find("{name}"); place != std::string::npos) name.replace(place, 6, name_of_first(row));
    Scope const scope { f, "select", { .role = Role::gridcell, .bounds = cell, .name = name, .extra = extra } };
    Node node { .role = Role::checkbox,
        .bounds = cell.moved(m_phone ? -9.0F : 4.0F, 0).middle({ 18, 18 }),
        .name = name,
        .flags = Flags { row.checked ? Flag::checked : Flag::unchecked } | Flag::roving };
    node.flags.add_if(row.disabled, Flag::disabled);
    auto const bounds = node.bounds;
    auto const on = f.item("box", std::move(node), { .hit = cell });
    draw_checkbox(f, bounds, row.checked ? Check::on : Check::off, on.hovered, row.disabled);
    if (on.ring) ring(f, bounds, 5);
    return on.clicked;
}

TableResult table(Frame& f, Rect area, TableSpec const& spec, FillRow const& fill)
{
    return TableRun { f, area, spec, fill }.run();
}

} // namespace keyrack::ui
