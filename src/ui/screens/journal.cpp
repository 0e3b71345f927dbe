#include "ui/screens/journal.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float search_width = 300;
constexpr float choice_width = 210;

std::optional<std::size_t> draw_choice(Drawing& d, Rect area, WidgetKey key, std::string_view label,
    std::span<portal::JournalChoice const> choices, std::size_t chosen)
{
    std::vector<Option> options;
    for (auto const& choice : choices) {
        options.push_back(
            { .key = choice.value.empty() ? std::string_view { "all" } : std::string_view { choice.value },
                .label = choice.label });
    }
    return select(
        d.f, area, { .key = key, .label = label, .options = options, .label_place = LabelPlace::hidden }, chosen);
}

void draw_filters(Drawing& d, Rect& page, portal::JournalModel const& model)
{
    auto const line = field_line(d.f);
    auto const narrow = page.width < search_width + 2 * choice_width + 2 * space::small;
    auto search = page.take_top(line);
    auto choices = search;
    if (narrow) {
        page.skip_top(space::small);
        choices = page.take_top(line);
    } else {
        search = choices.take_left(search_width);
        choices.skip_left(space::small);
    }
    auto query = model.query;
    FieldSpec const spec {
        .key = "search", .label = d.words("ui.journal.search"), .placeholder = d.words("ui.journal.search")
    };
    if (search_field(d.f, search, spec, query).changed) {
        d.want(portal::SearchScreen { query });
    }
    auto const width = narrow ? (choices.width - space::small) / 2 : choice_width;
    auto const who = choices.take_left(width);
    choices.skip_left(space::small);
    if (auto const at = draw_choice(d, who, "who", d.words("ui.journal.who"), model.who, model.who_chosen)) {
        d.want(portal::Go { model.who[*at].fragment });
    }
    auto const kind = choices.take_left(width);
    if (auto const at = draw_choice(d, kind, "kind", d.words("ui.journal.kind"), model.kinds, model.kind_chosen)) {
        d.want(portal::Go { model.kinds[*at].fragment });
    }
    page.skip_top(space::gap);
}

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
    inside.skip_right(space::medium);
}

constexpr float row_height = 60;
constexpr float row_height_phone = 84;

// The text has two lines on a phone, the number joins the second one.
void draw_entry(Drawing& d, Rect area, portal::JournalLine const& line)
{
    auto const& tokens = d.f.tokens();
    auto const phone = d.f.phone();
    auto inside = area.inset(phone ? space::gap : space::card, 0);
    if (!phone) {
        auto const width = std::max(48.0F, text_width(d.f, line.number, Type::second, Figures::tabular) + 12);
        label(d.f, "number", inside.take_left(width).middle(38).take_top(20), line.number,
            { .type = Type::second, .ink = tokens.ink_third, .figures = Figures::tabular });
    }
    draw_undo(d, inside, line);
    auto const type = phone ? Type::table : Type::body;
    auto const lines = wrapped(d.f, line.text, type, inside.width);
    auto const two = phone && lines.size() > 1;
    auto text = inside.middle(two ? 58.0F : 38.0F);
    auto const first = text.take_top(two ? 40.0F : 20.0F);
    if (two) {
        auto const shown = fitted(
            d.f, line.text.substr(static_cast<std::size_t>(lines[1].data() - line.text.data())), type, inside.width);
        d.f.note("text", { .role = Role::text, .bounds = first, .name = line.text });
        auto rest = first;
        draw_text(d.f, rest.take_top(20), lines.front(), { .type = type });
        draw_text(d.f, rest, shown, { .type = type });
    } else {
        label(d.f, "text", first, line.text, { .type = type });
    }
    auto const both = line.number + " · " + line.second;
    bool const has_room = phone && text_width(d.f, both, Type::second) <= text.width;
    auto const& second = has_room ? both : line.second;
    label(d.f, "second", text, second, { .type = Type::second, .ink = tokens.ink_second });
}

// Only the lines that meet the view are asked for and drawn.
void draw_entries(Drawing& d, Rect area, portal::JournalModel const& model)
{
    (void)card(d.f, area, CardLook::surface, 0);
    auto const pitch = d.f.phone() ? row_height_phone : row_height;
    ScrollArea scroll { d.f, "entries", area.inset(1) };
    auto& content = scroll.content();
    auto const top = content.y;
    auto const view = scroll.view();
    content.skip_top(static_cast<float>(model.count) * pitch);
    Scope list { d.f, "journal",
        { .role = Role::list, .bounds = view, .name = std::string { d.words("ui.journal.title") } } };
    auto const first = static_cast<std::size_t>(std::max(0.0F, (view.y - top) / pitch));
    auto const end = static_cast<std::size_t>(std::max(0.0F, (view.bottom() - top) / pitch + 1));
    for (auto i = first; i < std::min(model.count, end); ++i) {
        Rect const row { view.x, top + static_cast<float>(i) * pitch, view.width, pitch };
        auto const line = model.line(i);
        Node node { .role = Role::listitem, .bounds = row };
        node.extra.put("posinset", static_cast<long long>(i + 1)).put("setsize", static_cast<long long>(model.count));
        Scope item { d.f, line.entry.row(), std::move(node) };
        if (i > 0) {
            line_above(d.f, row.inset(space::card, 0), d.f.tokens().line);
        }
        draw_entry(d, row, line);
    }
}

} // namespace

Intents journal_screen(Frame& f, Rect area, portal::JournalModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "journal-screen" };
    auto page = area.inset(page_margin(f));
    (void)page_head(f, page, { .title = words("ui.journal.title"), .second = model.second });
    draw_filters(d, page, model);
    if (model.count > 0) {
        draw_entries(d, page, model);
        return std::move(d.intents);
    }
    ButtonSpec const all[] { { .key = "all", .label = words("ui.journal.show_all") } };
    auto const pressed = empty_state(f, page,
        { .icon = Icon::history,
            .title = words("ui.journal.none"),
            .text = words("ui.journal.none.text"),
            .actions = model.filtered ? std::span<ButtonSpec const> { all } : std::span<ButtonSpec const> {} });
    if (pressed) {
        d.want(portal::Go { model.all_fragment });
    }
    return std::move(d.intents);
}

} // namespace keyrack::ui
