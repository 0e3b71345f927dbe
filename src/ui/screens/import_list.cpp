#include "ui/screens/import_list.hpp"

#include "ui/screens/filter_chips.hpp"
#include "ui/screens/form_fields.hpp"
#include "ui/screens/support.hpp"

#include <algorithm>
#include <array>

namespace keyrack::ui {

namespace {

using portal::ImportListModel;

constexpr float form_width = 340;
constexpr float least_table = 360;

// --- what is pressed at the end ----------------------------------------------------------------------------------------

enum class Columns { one, two };

// What is wrong with the columns stands above them, and in one column what is left out stands above the rows.
std::string_view note_at_foot(ImportListModel const& model, Columns columns)
{
    if (columns == Columns::two && !model.note.empty()) return model.note;
    return model.ready || !model.fault.empty() ? std::string_view {} : model.reason;
}

void draw_foot(Drawing& d, Rect foot, ImportListModel const& model, Columns columns)
{
    ButtonSpec const buttons[] {
        { .key = "cancel", .label = d.words("ui.list.cancel") },
        { .key = "import",
            .label = model.action,
            .icon = Icon::file_up,
            .look = ButtonLook::primary,
            .state = model.ready ? ButtonState::ready : ButtonState::disabled,
            .reason = model.reason },
    };
    keep_toasts_clear(d.f, foot);
    fill(d.f, foot, d.f.tokens().surface);
    line_above(d.f, foot, d.f.tokens().line);
    auto line = foot.inset(page_margin(d.f), 0);
    auto const pressed = button_row(d.f, line.middle(d.f.touch() ? height::touch : height::button), buttons);
    line.skip_right(button_row_width(d.f, buttons) + space::gap);
    auto const note = note_at_foot(model, columns);
    if (!note.empty() && !d.f.phone()) {
        auto const high = paragraph_height(d.f, line.width, note, Type::second);
        paragraph(d.f, line.middle({ line.width, high }), "note", note,
            { .type = Type::second, .ink = d.f.tokens().ink_second });
    }
    if (pressed == 0U) {
        d.want(portal::RunOnScreen { "cancel-list" });
    }
    if (pressed == 1U && model.ready) {
        d.want(portal::RunOnScreen { "import-list" });
    }
}

// --- columns -----------------------------------------------------------------------------------------------------------

void draw_part(Drawing& d, Rect& content, WidgetKey key, std::string_view title, std::string_view text,
    std::span<portal::FormField const> fields)
{
    if (fields.empty()) {
        return;
    }
    IdScope const scope { d.f, key };
    GrowingCard card { d.f, content };
    auto& inside = card.content();
    heading(d.f, inside.take_top(22), title, 2);
    inside.skip_top(2);
    paragraph(d.f, inside.take_top(paragraph_height(d.f, inside.width, text, Type::second)), "text", text,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
    inside.skip_top(space::gap);
    draw_form_fields(d, inside, fields);
}

void draw_mapping(Drawing& d, Rect& content, ImportListModel const& model)
{
    {
        GrowingCard card { d.f, content };
        draw_form_fields(d, card.content(), model.kind);
    }
    content.skip_top(space::gap);
    if (!model.fault.empty()) {
        notice(d, content, "fault", model.fault, Tone::missing);
        content.skip_top(space::gap);
    }
    draw_part(d, content, "columns", d.words("ui.list.columns"), d.words("ui.list.columns.text"), model.columns);
    content.skip_top(space::gap);
    draw_part(d, content, "for-all", d.words("ui.list.for_all"), d.words("ui.list.for_all.text"), model.for_all);
}

// --- rows --------------------------------------------------------------------------------------------------------------

std::array<Column, 4> columns_of(Drawing const& d)
{
    std::string const chips[] { std::string { d.words("list.fate.added") },
        std::string { d.words("list.fate.changed") }, std::string { d.words("list.fate.same") },
        std::string { d.words("list.fate.refused") } };
    return { {
        { .key = "line",
            .title = d.words("ui.list.line"),
            .least = 64,
            .share = 0,
            .priority = 2,
            .align = Align::end,
            .sortable = false },
        { .key = "key",
            .title = d.words("ui.list.key"),
            .least = 130,
            .share = 0.6F,
            .sortable = false,
            .phone = PhonePlace::title },
        { .key = "fate",
            .title = d.words("ui.list.fate"),
            .least = column_for_chips(d.f, chips),
            .share = 0.1F,
            .sortable = false,
            .phone = PhonePlace::end },
        { .key = "what",
            .title = d.words("ui.list.what"),
            .least = 180,
            .share = 2.4F,
            .priority = 1,
            .sortable = false,
            .phone = PhonePlace::second },
    } };
}

void draw_table(Drawing& d, Rect area, ImportListModel const& model)
{
    auto const columns = columns_of(d);
    TableSpec const spec {
        .key = "rows", .name = d.words("ui.list.rows"), .columns = columns, .rows = model.count, .framed = !d.f.phone()
    };
    (void)table(d.f, area, spec, [&](std::size_t index, TableRow& row) {
        auto line = model.row(index);
        row.key = index;
        row.cells = {
            { .text = std::move(line.line), .look = CellLook::second },
            { .text = std::move(line.name), .look = CellLook::strong },
            { .text = line.fate.text, .look = CellLook::chip, .tone = kit_tone(line.fate.tone) },
            { .text = std::move(line.what), .look = CellLook::second },
        };
    });
}

void draw_trying(Drawing& d, Rect area, ImportListModel const& model)
{
    auto place = area.middle({ std::min(area.width, 320.0F), 48 });
    auto const text = d.words("ui.list.trying");
    label(d.f, "trying", place.take_top(22), text, { .type = Type::body, .align = Align::centre });
    place.skip_top(space::small);
    progress_bar(d.f, place.take_top(16),
        { .key = "progress", .name = text, .share = static_cast<float>(std::clamp(model.share, 0.0, 1.0)) });
}

void draw_rows(Drawing& d, Rect area, ImportListModel const& model)
{
    if (!model.fault.empty()) {
        (void)empty_state(d.f, area, { .icon = Icon::list, .title = d.words("ui.list.rows"), .text = model.fault });
        return;
    }
    if (model.trying) {
        draw_trying(d, area, model);
        return;
    }
    draw_search_and_chips(d, area, d.words("ui.list.search"), model.query, model.filters);
    area.skip_top(space::card_gap);
    if (model.count > 0) {
        draw_table(d, area, model);
        return;
    }
    ButtonSpec const all { .key = "all", .label = d.words("ui.list.show_all") };
    auto const pressed = empty_state(d.f, area,
        { .icon = Icon::search,
            .title = d.words("ui.list.nothing"),
            .text = d.words("ui.list.nothing.text"),
            .actions = { &all, 1 } });
    if (pressed && !model.filters.empty()) {
        d.want(portal::Go { model.filters.front().fragment });
    }
}

// Where the foot has no room for it.
void draw_note(Drawing& d, Rect& content, ImportListModel const& model)
{
    if (model.note.empty()) {
        return;
    }
    notice(d, content, "note", model.note, Tone::ending);
    content.skip_top(space::gap);
}

void draw_nothing(Drawing& d, Rect page)
{
    ButtonSpec const choose {
        .key = "choose", .label = d.words("ui.data.choose_file"), .icon = Icon::upload, .look = ButtonLook::primary
    };
    auto const pressed = empty_state(d.f, page,
        { .icon = Icon::file_up,
            .title = d.words("ui.list.none"),
            .text = d.words("ui.list.none.text"),
            .actions = { &choose, 1 } });
    if (pressed) {
        d.want(portal::ChooseFile {});
    }
}

} // namespace

// In the order in which it is read: columns, rows, what to do.
Intents import_list_screen(Frame& f, Rect area, ImportListModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "import-list" };
    auto const foot = model.chosen ? area.take_bottom(foot_height) : Rect {};
    auto const margin = page_margin(f);
    auto page = area.inset(margin);
    draw_page_top(d, page,
        { .back = model.back,
            .back_text = words("ui.list.back"),
            .title = model.chosen ? std::string_view { model.title } : words("screen.import_list"),
            .second = model.second });
    if (!model.chosen) {
        draw_nothing(d, page);
        return std::move(d.intents);
    }
    bool const wide = page.width >= two_columns_from;
    auto const form = wide ? page.take_left(form_width) : page;
    page.skip_left(wide ? space::gap : 0);
    {
        ScrollArea scroll { f, "form", wide ? form : Rect { area.x, form.y, area.width, area.bottom() - form.y },
            wide ? Insets {} : Insets { 0, margin, space::page, margin } };
        auto& content = scroll.content();
        draw_mapping(d, content, model);
        if (!wide) {
            content.skip_top(space::gap);
            draw_note(d, content, model);
            draw_rows(d, content.take_top(std::max(least_table, area.height * 0.6F)), model);
        }
    }
    if (wide) {
        draw_rows(d, page, model);
    }
    draw_foot(d, foot, model, wide ? Columns::two : Columns::one);
    return std::move(d.intents);
}

} // namespace keyrack::ui
