#include "ui/screens/journal.hpp"

#include "ui/screens/journal_lines.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::ui {

namespace {

constexpr float search_width = 318;
constexpr float choice_width = 210;
constexpr float day_width = 190;

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

// How high it is: with an error below, more than a line.
float draw_day(Drawing& d, Rect area, std::string_view key, std::string_view label, portal::JournalDay const& day)
{
    FieldSpec const spec { .key = key,
        .label = label,
        .label_place = LabelPlace::hidden,
        .placeholder = label,
        .error = day.error,
        .shown = day.shown };
    auto value = day.value;
    area.height = field_height(d.f, area.width, spec);
    auto const result = date_field(d.f, area, spec, value);
    if (result.changed && value != day.value) d.want(portal::EditScreen { std::string { key }, value });
    return area.height;
}

void draw_search(Drawing& d, Rect area, portal::JournalModel const& model)
{
    auto query = model.query;
    auto const label = d.words("ui.journal.search");
    FieldSpec const spec { .key = "search", .label = label, .placeholder = label, .among_fields = true };
    if (search_field(d.f, area, spec, query).changed) d.want(portal::SearchScreen { query });
}

// Halves of a line where it has no room for as much, and where all lines are to end alike.
std::pair<Rect, Rect> take_two(Rect& line, float width)
{
    auto const each = std::min(width, (line.width - space::small) / 2);
    auto const first = line.take_left(each);
    line.skip_left(space::small);
    auto const second = line.take_left(each);
    line.skip_left(space::small);
    return { first, second };
}

// In one line, in two with the days in the second, or in three.
void draw_filters(Drawing& d, Rect& page, portal::JournalModel const& model)
{
    constexpr float with_choices = search_width + 2 * choice_width + 2 * space::small;
    constexpr float with_all = with_choices + 2 * day_width + 2 * space::small;
    auto line = page.take_top(field_line(d.f));
    auto const next_line = [&](float least) {
        if (page.width >= least) return;
        page.skip_top(space::small);
        line = page.take_top(field_line(d.f));
    };
    auto const beside = page.width < with_all ? with_choices : with_all;
    auto const search = page.width < with_choices ? page.width : page.width - (beside - search_width);
    draw_search(d, line.take_left(search), model); // as wide as lets the line end where the entries' card does
    line.skip_left(space::small);
    next_line(with_choices);
    bool const halves = page.width < with_choices;
    auto const [who, kind] = take_two(line, halves ? line.width : choice_width);
    if (auto const at = draw_choice(d, who, "who", d.words("ui.journal.who"), model.who, model.who_chosen)) {
        d.want(portal::Go { model.who[*at].fragment });
    }
    if (auto const at = draw_choice(d, kind, "kind", d.words("ui.journal.kind"), model.kinds, model.kind_chosen)) {
        d.want(portal::Go { model.kinds[*at].fragment });
    }
    next_line(with_all);
    auto const [since, until] = take_two(line, halves ? line.width : day_width);
    auto const first = draw_day(d, since, "since", d.words("ui.journal.since"), model.since);
    auto const last = draw_day(d, until, "until", d.words("ui.journal.until"), model.until);
    page.skip_top(std::max(first, last) - line.height + space::gap);
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
    bool const backwards = !model.until.error.empty();
    auto const pressed = empty_state(f, page,
        { .icon = Icon::history,
            .title = words(backwards ? "ui.journal.backwards" : "ui.journal.none"),
            .text = words(backwards ? "ui.journal.backwards.text" : "ui.journal.none.text"),
            .actions = model.filtered ? std::span<ButtonSpec const> { all } : std::span<ButtonSpec const> {} });
    if (pressed) {
        d.want(portal::Go { model.all_fragment });
    }
    return std::move(d.intents);
}

} // namespace keyrack::ui
