#include "ui/kit/command_palette.hpp"

#include "ui/kit/button.hpp"
#include "ui/kit/chip.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/field.hpp"
#include "ui/kit/scroll.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/text.hpp"
#include "ui/kit/toast.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float widest_palette = 640;
constexpr float row_height = 44;
constexpr float group_height = 30;
constexpr float foot = 34;
constexpr std::size_t page_of_rows = 8;

Rect place_panel(Frame const& f)
{
    auto const whole = f.bounds();
    if (f.phone()) return { 0, whole.y, f.window().width, std::min(whole.height, f.window().height - whole.y) };
    auto const width = std::min(widest_palette, whole.width - 48);
    auto const y = std::max(24.0F, whole.height * 0.1F);
    return { whole.x + (whole.width - width) / 2, whole.y + y, width, std::min(560.0F, whole.height - y - 40) };
}

// Arrows go round; pages stop at the ends.
void move_active(Frame& f, std::size_t count, std::size_t& active)
{
    if (count == 0) return;
    if (f.pressed("ArrowDown")) active = (active + 1) % count;
    if (f.pressed("ArrowUp")) active = (active + count - 1) % count;
    if (f.pressed("PageDown")) active = std::min(active + page_of_rows, count - 1);
    if (f.pressed("PageUp")) active -= std::min(active, page_of_rows);
}

void draw_keys(Frame& f, Rect& line, std::string_view keys)
{
    if (keys.empty() || f.touch()) return;
    auto const width = text_width(f, keys, Type::tiny) + 12;
    auto const cap = line.take_right(width).middle(20);
    fill_and_stroke(f, cap, f.tokens().surface, f.tokens().line_strong, 5);
    draw_text(f, cap, keys, { .type = Type::tiny, .ink = f.tokens().ink_second, .align = Align::centre });
    line.skip_right(space::small);
}

// As many facts as have room; of the first alone, what fits.
std::string whole_facts(Frame const& f, std::string_view second, float width)
{
    constexpr std::string_view separator = " \u00B7 ";
    while (text_width(f, second, Type::second) > width && second.contains(separator))
        second = second.substr(0, second.rfind(separator));
    return fitted(f, second, Type::second, width);
}

bool draw_row(Frame& f, Rect box, PaletteRow const& row, bool active)
{
    auto const& t = f.tokens();
    Node node { .role = Role::option, .bounds = box, .name = std::string { row.text } };
    if (!row.second.empty()) node.name += ", " + std::string { row.second };
    node.flags.add_if(active, Flag::selected);
    auto const on = f.item(row.key, std::move(node), { .focus_on_press = false });
    if (active) {
        fill(f, box, t.accent_soft, 8);
        chosen_edge(f, box, t.accent, 8);
    } else if (on.hovered) {
        fill(f, box, t.hover, 8);
    }
    auto line = box.inset(10, 0);
    icon(f, line.take_left(18), row.icon, active ? t.accent_text : t.ink_second, 18);
    line.skip_left(space::medium);
    draw_keys(f, line, row.keys);
    auto const wanted = whole_width(f, row.text, Type::table_strong);
    auto const shown = fitted(f, row.text, Type::table_strong, line.width);
    draw_text(f, line.take_left(std::min(wanted, line.width)), shown, { .type = Type::table_strong });
    line.skip_left(space::small + 2);
    if (row.second.empty() || line.width < 40) return on.clicked;
    draw_text(f, line, whole_facts(f, row.second, line.width), { .type = Type::second, .ink = t.ink_second });
    return on.clicked;
}

void draw_empty(Frame& f, Rect area, PaletteSpec const& spec)
{
    if (!spec.rows.empty()) return;
    auto const text = spec.busy ? std::string_view { f.words().loading } : spec.empty;
    paragraph(f, area.inset(16, 24), "empty", text, { .type = Type::body, .ink = f.tokens().ink_second });
}

struct ListState
{
    std::size_t active = 0;
    bool moved = false; // the active line has to come into view
};

float height_of(Frame const& f)
{
    return f.touch() ? height::touch : row_height;
}

// The rows from `at` on that stand under one heading.
std::size_t end_of_group(std::span<PaletteRow const> rows, std::size_t at)
{
    auto end = at + 1;
    while (end < rows.size() && rows[end].group.empty()) ++end;
    return end;
}

std::optional<std::size_t> draw_group(
    Frame& f, Rect& from, PaletteSpec const& spec, ListState const& state, std::size_t at)
{
    std::optional<std::size_t> chosen;
    auto const& first = spec.rows[at];
    auto const end = end_of_group(spec.rows, at);
    auto const head = first.group.empty() ? 0 : group_height;
    Rect const area { from.x, from.y, from.width, head + height_of(f) * static_cast<float>(end - at) };
    // Read with its name; the rows keep their ids, whichever group they stand in.
    if (head > 0)
        f.open_at(first.key.under(f.id("group")),
            { .role = Role::group, .bounds = area, .name = std::string { first.group } });
    if (head > 0)
        draw_text(f, from.take_top(head).inset({ 8, 10, 0, 10 }), first.group,
            { .type = Type::caption, .ink = f.tokens().ink_second });
    for (; at < end; ++at) {
        auto const box = from.take_top(height_of(f));
        if (state.moved && at == state.active) f.reveal(box);
        if (draw_row(f, box, spec.rows[at], at == state.active)) chosen = at;
    }
    if (head > 0) f.close();
    return chosen;
}

std::optional<std::size_t> draw_list(Frame& f, Rect area, PaletteSpec const& spec, ListState const& state)
{
    std::optional<std::size_t> chosen;
    Scope const list { f, "list", { .role = Role::listbox, .bounds = area, .name = std::string { spec.list } } };
    ScrollArea scroll { f, "rows", area, { 6, 8, 6, 8 } };
    for (std::size_t at = 0; at < spec.rows.size(); at = end_of_group(spec.rows, at))
        if (auto const pressed = draw_group(f, scroll.content(), spec, state, at)) chosen = pressed;
    return chosen;
}

Id row_id(Frame& f, PaletteRow const& row)
{
    IdScope const list { f, "list" };
    IdScope const rows { f, "rows" };
    return f.id(row.key);
}

std::size_t place_of(Frame& f, std::span<PaletteRow const> rows, Id row)
{
    for (std::size_t at = 0; at < rows.size() && row != 0; ++at)
        if (row_id(f, rows[at]) == row) return at;
    return 0;
}

// What arrives while it is open moves no choice that a person made.
ListState choose(Frame& f, PaletteSpec const& spec, PaletteMemory& memory, bool fresh)
{
    if (fresh || memory.asked != spec.query) memory = { 0, std::string { spec.query } };
    auto const before = place_of(f, spec.rows, memory.active);
    auto active = before;
    move_active(f, spec.rows.size(), active);
    if (active != before) memory.active = row_id(f, spec.rows[active]);
    return { active, active != before || fresh };
}

struct FieldState
{
    std::optional<std::string> query;
    bool cancelled = false;
};

FieldState draw_field(Frame& f, Rect area, PaletteSpec const& spec, std::size_t active)
{
    std::string value { spec.query };
    FieldSpec const field { .key = "query",
        .label = spec.name,
        .label_place = LabelPlace::hidden,
        .placeholder = spec.placeholder,
        .icon = Icon::search,
        .limit = 200,
        .suggestions = Suggestions {
            .list = f.id("list"), .active = active < spec.rows.size() ? row_id(f, spec.rows[active]) : 0 } };
    auto const result = text_field(f, area, field, value);
    return { result.changed ? std::optional { value } : std::nullopt, result.cancelled };
}

// On a phone nothing outside is left to press, and there is no Escape: the way out stands behind the field.
Rect place_close(Frame const& f, Rect& line)
{
    if (!f.phone()) return {};
    auto const place = line.take_right(height::button);
    line.skip_right(space::small);
    return place;
}

bool draw_close(Frame& f, Rect place)
{
    return !place.empty() && icon_button(f, place, { .key = "close", .icon = Icon::x, .name = f.words().close });
}

void draw_foot(Frame& f, Rect area, PaletteSpec const& spec)
{
    if (area.height > 0) line_above(f, area, f.tokens().line);
    auto line = area.inset(16, 0);
    f.note("found", { .role = Role::status, .bounds = line, .name = std::string { spec.found } });
    auto const width = whole_width(f, spec.found, Type::caption);
    draw_text(f, line.take_left(std::min(width, line.width)), spec.found,
        { .type = Type::caption, .ink = f.tokens().ink_second });
    line.skip_left(space::gap);
    if (f.touch() || text_width(f, spec.hint, Type::caption) > line.width) return;
    draw_text(f, line, spec.hint, { .type = Type::caption, .ink = f.tokens().ink_second, .align = Align::end });
}

} // namespace

namespace {

// The dialog's place among what lies over the page; whether it was opened in this frame.
bool begin_overlay(Frame& f, Id id)
{
    auto& state = f.state();
    auto& overlay = state.overlays[id];
    bool const fresh = overlay.seen == 0;
    if (fresh) overlay.return_focus = opener(state);
    overlay.id = id;
    overlay.seen = state.frame;
    return fresh;
}

bool is_dismissed(Frame& f)
{
    auto& state = f.state();
    auto const outside = f.id("outside");
    state.hits.push_back({ .id = outside, .area = f.window(), .layer = state.layer });
    bool const pressed = std::ranges::contains(state.clicks, outside, &Click::id);
    return f.pressed("Escape") || f.pressed("k", { .control = true }) || pressed;
}

void draw_panel(Frame& f, Rect panel)
{
    auto const corners = f.phone() ? 0.0F : 14.0F;
    fill(f, f.window(), f.tokens().scrim);
    shadow(f, panel, corners, 28);
    if (f.phone())
        fill(f, panel, f.tokens().raised);
    else
        fill_and_stroke(f, panel, f.tokens().raised, f.tokens().line, corners);
    block_pointer(f, panel);
    keep_toasts_clear(f, panel);
}

} // namespace

PaletteResult command_palette(Frame& f, PaletteSpec const& spec, PaletteMemory& memory)
{
    Layer const layer { f, spec.key, LayerKind::modal, std::max(layer::first_overlay, f.state().layer + 1) };
    auto const id = f.id("palette");
    bool const fresh = begin_overlay(f, id);
    PaletteResult result { .query = {}, .chosen = {}, .dismissed = is_dismissed(f) };
    auto const list = choose(f, spec, memory, fresh);
    if (f.pressed("Enter") && !spec.rows.empty()) result.chosen = list.active;

    Fade const fade { f, f.appear(f.id("appear"), 0.12) };
    auto inside = place_panel(f);
    draw_panel(f, inside);
    f.open_at(id, { .role = Role::dialog, .bounds = inside, .name = std::string { spec.name }, .flags = Flag::modal });
    if (fresh) f.focus(f.id("query"));
    auto line = inside.take_top(f.touch() ? 68.0F : 60.0F).inset(12);
    auto const close = place_close(f, line);
    auto const field = draw_field(f, line, spec, list.active);
    result.query = field.query;
    bool const closed = draw_close(f, close);
    result.dismissed = result.dismissed || field.cancelled || closed;
    line_above(f, inside, f.tokens().line);
    bool const foot_is_empty = spec.found.empty() && f.touch(); // keys are no help to fingers
    draw_foot(f, inside.take_bottom(foot_is_empty ? 0 : foot), spec);
    draw_empty(f, inside, spec);
    if (auto const chosen = draw_list(f, inside, spec, list)) result.chosen = chosen;
    f.close();
    return result;
}

} // namespace keyrack::ui
