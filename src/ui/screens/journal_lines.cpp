#include "ui/screens/journal_lines.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

// Cuts the button off the right of `inside`.
void draw_undo(Drawing& d, Rect& inside, portal::JournalLine const& line)
{
    if (!line.can_undo) {
        return;
    }
    auto const name = d.words("ui.data.undo_entry", { { "text", line.text } });
    ButtonSpec const undo {
        .key = "undo", .label = d.words("ui.undo"), .icon = Icon::undo_2, .size = ButtonSize::small, .name = name
    };
    auto const pressed = d.f.phone()
        ? icon_button(d.f, inside.take_right(height::touch), { .key = "undo", .icon = Icon::undo_2, .name = name })
        : button(d.f, inside.take_right(button_width(d.f, undo)), undo);
    if (pressed) {
        d.want(portal::UndoEntry { line.entry });
    }
    inside.skip_right(d.f.phone() ? space::tiny : space::medium);
}

void draw_wide(Drawing& d, Rect area, portal::JournalLine const& line)
{
    auto const& tokens = d.f.tokens();
    auto inside = area.inset(space::card, 0);
    auto const number_width = std::max(48.0F, text_width(d.f, line.number, Type::second, Figures::tabular) + 12);
    label(d.f, "number", inside.take_left(number_width).middle(38).take_top(20), line.number,
        { .type = Type::second, .ink = tokens.ink_third, .figures = Figures::tabular });
    draw_undo(d, inside, line);
    auto text = inside.middle(38);
    label(d.f, "text", text.take_top(20), line.text, { .type = Type::body });
    label(d.f, "second", text, line.second, { .type = Type::second, .ink = tokens.ink_second });
}

// On a phone the number joins the second line, and the text has two lines.
void draw_narrow(Drawing& d, Rect area, portal::JournalLine const& line)
{
    auto inside = area.inset(space::gap, 0);
    draw_undo(d, inside, line);
    bool const two = wrapped(d.f, line.text, Type::table, inside.width).size() > 1;
    auto text = inside.middle(two ? 58.0F : 38.0F);
    auto first = text.take_top(two ? 40.0F : 20.0F);
    d.f.note("text", { .role = Role::text, .bounds = first, .name = line.text });
    draw_lines(d.f, first, line.text, { .type = Type::table }, { .most = 2, .line = 20 });
    auto const both = line.number + " · " + line.second;
    auto const& second = text_width(d.f, both, Type::second) <= text.width ? both : line.second;
    label(d.f, "second", text, second, { .type = Type::second, .ink = d.f.tokens().ink_second });
}

void show_sought(Drawing& d, Rect row, std::size_t at)
{
    IdScope const scope { d.f, "sought" };
    if (d.f.arrives(d.f.id(at))) {
        d.f.reveal(row);
    }
    fill(d.f, row.inset(space::tiny), d.f.tokens().accent_soft, radius::medium);
}

} // namespace

float journal_line_height(Frame const& f)
{
    return f.phone() ? 76.0F : 60.0F; // two lines of text on a phone
}

void draw_journal_lines(Drawing& d, Rect area, Rect view, JournalLines const& lines)
{
    auto const height = journal_line_height(d.f);
    auto const row_of = [&](std::size_t at) {
        return Rect { area.x, area.y + static_cast<float>(at) * height, area.width, height };
    };
    if (lines.sought) {
        show_sought(d, row_of(*lines.sought), *lines.sought);
    }
    auto const first = static_cast<std::size_t>(std::max(0.0F, (view.y - area.y) / height));
    auto const end = static_cast<std::size_t>(std::max(0.0F, (view.bottom() - area.y) / height + 1));
    for (auto i = first; i < std::min(lines.count, end); ++i) {
        auto const row = row_of(i);
        auto const line = lines.line(i);
        Node node { .role = Role::listitem, .bounds = row };
        node.extra.put("posinset", static_cast<long long>(i + 1)).put("setsize", static_cast<long long>(lines.count));
        Scope item { d.f, line.entry.row(), std::move(node) };
        if (i > 0) {
            line_above(d.f, row.inset(d.f.phone() ? space::gap : space::card, 0), d.f.tokens().line);
        }
        d.f.phone() ? draw_narrow(d, row, line) : draw_wide(d, row, line);
    }
}

} // namespace keyrack::ui
