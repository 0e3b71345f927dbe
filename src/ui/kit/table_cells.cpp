#include "ui/kit/chip.hpp"
#include "ui/kit/imgui_bridge.hpp"
#include "ui/kit/table_run.hpp"
#include "ui/kit/tooltip.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace keyrack::ui {

namespace {

constexpr float share_width = 44;
constexpr float share_height = 6;

TextStyle style_of_cell(Tokens const& t, Cell const& cell, Column const& column)
{
    TextStyle style { .type = Type::table, .align = column.align };
    if (cell.look == CellLook::strong) style.type = Type::table_strong;
    if (cell.look == CellLook::second) style = { .type = Type::second, .ink = t.ink_second, .align = column.align };
    if (column.align == Align::end || cell.look == CellLook::second) style.figures = Figures::tabular;
    return style;
}

constexpr float phone_gap = 12; // before what ends a row

float phone_end_width(Frame const& f, Cell const& cell)
{
    if (cell.look == CellLook::chip) return chip_width(f, { .text = cell.text, .tone = cell.tone, .icon = cell.icon });
    return whole_width(f, cell.text, Type::table, Figures::tabular);
}

} // namespace

void TableRun::draw_cells(Rect box, TableRow const& row, Interaction const& on)
{
    auto line = box.inset(side_pad(), 0);
    line.skip_left(m_box_width);
    long long position = m_box_width > 0 ? 2 : 1;
    bool is_told = false; // one at a time, or they would lie over each other
    for (auto const& placed : m_placed) {
        Rect const cell { line.x + placed.x, line.y, placed.width, line.height };
        auto const inside = cell.inset(cell_pad, 0);
        auto const whole = draw_cell(inside, row.cells[placed.index], m_spec.columns[placed.index]);
        auto const pointed = on.ring || cell.contains(m_frame.state().pointer.at);
        if (!whole && pointed && !std::exchange(is_told, true))
            tooltip(m_frame, on, inside, row.cells[placed.index].text);
        note_cell(placed.index, cell, row.cells[placed.index], position++);
    }
}

bool TableRun::draw_cell(Rect cell, Cell const& shown, Column const& column)
{
    auto& f = m_frame;
    if (shown.look == CellLook::chip) {
        if (shown.text.empty()) return true;
        // A chip's text stands where the column's text stands less its padding, so chips begin at the column's edge.
        (void)draw_chip(f, cell, { .text = shown.text, .tone = shown.tone, .icon = shown.icon },
            column.align == Align::end ? Side::right : Side::left);
        return true;
    }
    auto style = style_of_cell(f.tokens(), shown, column);
    if (shown.tone != Tone::neutral) style.ink = f.tokens().tone(shown.tone).ink;
    auto words = cell;
    if (shown.icon) {
        icon(f, words.take_left(16), *shown.icon, style.ink.value_or(f.tokens().ink_second), 16);
        words.skip_left(8);
    }
    if (shown.share) {
        auto const bar = words.take_left(share_width).middle(share_height);
        track(f, bar, radius::full);
        auto const filled = bar.width * std::clamp(*shown.share, 0.0F, 1.0F);
        if (filled > 0)
            fill(f, { bar.x, bar.y, std::max(filled, share_height), bar.height }, f.tokens().accent, radius::full);
        words.skip_left(10);
    }
    draw_text(f, words, shown.text, style);
    return text_width(f, shown.text, style.type, style.figures) <= words.width;
}

// What ends a row stands beside both its lines; beside the second alone where the title needs the whole width.
void TableRun::draw_phone_cells(Rect box, TableRow const& row)
{
    box.skip_left(m_box_width);
    auto const said = phone_words(box, row);
    auto words = said.second.empty() ? box.middle(20) : box.middle(40);
    auto title = words.take_top(20);
    auto const fits = [&](std::string_view text, Type type) {
        return text_width(m_frame, text, type) + said.ends <= box.width;
    };
    bool const beside_second =
        !fits(said.title, Type::heading) && !said.second.empty() && fits(said.second, Type::second);
    auto shared = beside_second ? Rect { words.x, words.y, words.width, height::chip } : box;
    draw_phone_ends(shared, row);
    words.width = shared.width;
    if (!beside_second) title.width = shared.width;
    draw_text(m_frame, title, said.title, { .type = Type::heading });
    draw_text(m_frame, words, said.second, { .type = Type::second, .ink = m_frame.tokens().ink_second });
}

TableRun::PhoneWords TableRun::phone_words(Rect box, TableRow const& row)
{
    PhoneWords said;
    long long position = m_box_width > 0 ? 2 : 1;
    for (std::size_t i = 0; i < m_spec.columns.size(); ++i) {
        auto const& cell = row.cells[i];
        auto const place = m_spec.columns[i].phone;
        if (place == PhonePlace::none || cell.text.empty()) continue;
        if (place == PhonePlace::title) said.title = cell.text;
        if (place == PhonePlace::second) said.second += (said.second.empty() ? "" : " \u00B7 ") + cell.text;
        if (place == PhonePlace::end) said.ends += phone_end_width(m_frame, cell) + phone_gap;
        note_cell(i, box, cell, position++);
    }
    return said;
}

// Takes what it needs off the line's right.
void TableRun::draw_phone_ends(Rect& line, TableRow const& row)
{
    for (std::size_t i = 0; i < m_spec.columns.size(); ++i) {
        auto const& cell = row.cells[i];
        if (m_spec.columns[i].phone != PhonePlace::end || cell.text.empty()) continue;
        auto const end = line.take_right(std::min(phone_end_width(m_frame, cell), line.width * 0.6F));
        if (cell.look == CellLook::chip)
            (void)draw_chip(m_frame, end, { .text = cell.text, .tone = cell.tone, .icon = cell.icon }, Side::right);
        else
            draw_text(
                m_frame, end, cell.text, { .type = Type::table, .align = Align::end, .figures = Figures::tabular });
        line.skip_right(phone_gap);
    }
}

void TableRun::note_cell(std::size_t index, Rect bounds, Cell const& cell, long long position)
{
    Node node { .role = Role::gridcell, .bounds = bounds, .name = cell.text };
    node.extra.put("colindex", position);
    m_frame.note(m_spec.columns[index].key, std::move(node));
}

std::string TableRun::name_of(TableRow const& row) const
{
    std::string name;
    auto const add = [&](std::size_t index) {
        if (row.cells[index].text.empty()) return;
        if (!name.empty()) name += ", ";
        name += row.cells[index].text;
    };
    if (m_phone) {
        for (std::size_t i = 0; i < m_spec.columns.size(); ++i)
            if (m_spec.columns[i].phone != PhonePlace::none) add(i);
    } else {
        for (auto const& placed : m_placed) add(placed.index);
    }
    return name;
}

std::string TableRun::name_of_first(TableRow const& row) const
{
    for (auto const& cell : row.cells)
        if (!cell.text.empty()) return cell.text;
    return {};
}

bool TableRun::has_focus() const
{
    auto const focused = m_frame.focused();
    if (focused == 0) return false;
    auto const& ids = m_memory.row_ids;
    return focused == m_memory.focused_row || std::find(ids.begin(), ids.end(), focused) != ids.end();
}

void TableRun::take_keys(float view)
{
    if (m_spec.current && std::exchange(m_memory.current_before, m_spec.current) != m_spec.current) {
        m_memory.wants_view = m_spec.current;
    }
    if (m_memory.wants_view && *m_memory.wants_view < m_spec.rows) bring_into_view(*m_memory.wants_view, view);
    m_memory.wants_view.reset();
    if (m_spec.rows == 0 || !has_focus()) return;
    auto& f = m_frame;
    m_memory.active = std::min(m_memory.active, m_spec.rows - 1);
    take_movement(view);
    if (f.pressed("Enter")) m_result.opened = m_memory.active;
    auto const selects = m_spec.selecting == Selecting::many;
    if (!selects && f.pressed(" ")) m_result.opened = m_memory.active;
    if (!selects) return;
    if (f.pressed(" ")) {
        m_result.toggled.push_back(m_memory.active);
        m_memory.anchor = m_memory.active;
    }
    if (f.pressed("a", { .control = true }) || f.pressed("a", { .meta = true })) m_result.toggled_all = true;
}

void TableRun::take_movement(float view)
{
    auto& f = m_frame;
    auto const last = m_spec.rows - 1;
    auto const page = std::max<std::size_t>(1, static_cast<std::size_t>(view / m_row_height) - 1);
    auto const active = m_memory.active;
    auto const up = [&](std::size_t by) { return active > by ? active - by : 0; };
    auto const down = [&](std::size_t by) { return std::min(last, active + by); };
    if (f.pressed("ArrowDown"))
        move_to(down(1), view);
    else if (f.pressed("ArrowUp"))
        move_to(up(1), view);
    else if (f.pressed("PageDown"))
        move_to(down(page), view);
    else if (f.pressed("PageUp"))
        move_to(up(page), view);
    else if (f.pressed("Home"))
        move_to(0, view);
    else if (f.pressed("End"))
        move_to(last, view);
    else if (m_spec.selecting == Selecting::many) {
        auto const from = m_memory.anchor.value_or(active);
        auto const downwards = f.pressed("ArrowDown", { .shift = true });
        if (!downwards && !f.pressed("ArrowUp", { .shift = true })) return;
        auto const target = downwards ? down(1) : up(1);
        m_memory.anchor = from;
        toggle_range(from, target);
        move_to(target, view);
    }
}

void TableRun::move_to(std::size_t row, float view)
{
    m_memory.active = row;
    m_memory.wants_focus = row;
    bring_into_view(row, view);
    m_frame.want_frame();
}

void TableRun::bring_into_view(std::size_t row, float view)
{
    auto& scroll = m_frame.state().scrolls[m_frame.id("rows")];
    auto const top = static_cast<float>(row) * m_row_height;
    auto target = scroll.target;
    if (top < target) target = top;
    if (top + m_row_height > target + view) target = top + m_row_height - view;
    target = std::max(0.0F, target);
    if (target == scroll.target) return;
    scroll.target = scroll.offset = target;
    scroll.most = std::max(scroll.most, target);
    scroll.smooth = false;
    scroll.velocity = 0;
}

void fill_outside_corner(Frame& f, Rect square, Side side, Colour colour)
{
    auto const snapped = snap(f, square);
    auto* const list = f.state().list;
    auto const left = side == Side::left;
    ImVec2 const centre { left ? snapped.right() : snapped.x, snapped.y };
    ImVec2 const corner { left ? snapped.x : snapped.right(), snapped.bottom() };
    constexpr float quarter = IM_PI / 2;
    constexpr int steps = 12;
    auto const start = left ? quarter : 0.0F;
    for (int i = 0; i < steps; ++i) {
        auto const at = [&](int step) {
            auto const angle = start + quarter * static_cast<float>(step) / steps;
            return ImVec2 { centre.x + std::cos(angle) * snapped.width, centre.y + std::sin(angle) * snapped.width };
        };
        list->PathLineTo(corner);
        list->PathLineTo(at(i));
        list->PathLineTo(at(i + 1));
        list->PathFillConvex(to_imgui(f, colour));
    }
}

} // namespace keyrack::ui
