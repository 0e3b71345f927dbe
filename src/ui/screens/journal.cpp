#include "ui/screens/journal.hpp"

#include "ui/screens/journal_lines.hpp"

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

void draw_entries(Drawing& d, Rect area, portal::JournalModel const& model)
{
    auto const all = static_cast<float>(model.count) * journal_line_height(d.f);
    area.height = std::min(area.height, all + 2); // with its edges: a card ends with its last line
    (void)card(d.f, area, CardLook::surface, 0);
    ScrollArea scroll { d.f, "entries", area.inset(1) };
    auto& content = scroll.content();
    auto const top = content.y;
    auto const view = scroll.view();
    content.skip_top(all);
    Scope list { d.f, "journal",
        { .role = Role::list, .bounds = view, .name = std::string { d.words("ui.journal.title") } } };
    draw_journal_lines(d, { view.x, top, view.width, content.y - top }, view, { model.count, model.line });
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
