#include "ui/screens/data.hpp"

#include "portal/care_model.hpp"
#include "ui/screens/care.hpp"
#include "ui/screens/import_report.hpp"
#include "ui/screens/journal_lines.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float fact_line = 34;
constexpr float drop_height = 96;

// --- storage and import ----------------------------------------------------------------------------------------------

// An icon, a heading and a sentence below it; returns how high they are.
struct CardHead
{
    Icon icon;
    Tone tone = Tone::accent;
    std::string_view title;
    std::string_view text;
};

float card_head_height(Frame const& f, float width, CardHead const& head)
{
    auto const inner = width - tile_size - space::medium;
    return std::max(tile_size, 20 + 2 + paragraph_height(f, inner, head.text, Type::second));
}

void draw_card_head(Drawing& d, Rect& inside, CardHead const& head)
{
    auto area = inside.take_top(card_head_height(d.f, inside.width, head));
    icon_tile(d.f, area.take_left(tile_size).take_top(tile_size), head.icon, head.tone);
    area.skip_left(space::medium);
    heading(d.f, area.take_top(20), head.title, 2);
    area.skip_top(2);
    paragraph(d.f, area, "text", head.text, { .type = Type::second, .ink = d.f.tokens().ink_second });
}

CardHead storage_head(Drawing const& d, portal::DataModel const& model)
{
    auto const tone = model.storage_tone == portal::Tone::neutral ? Tone::accent : kit_tone(model.storage_tone);
    return { Icon::hard_drive, tone, d.words("ui.data.storage"), model.storage };
}

CardHead import_head(Drawing const& d)
{
    return { Icon::file_up, Tone::accent, d.words("ui.data.import"), d.words("ui.data.import.text") };
}

// What there is, and how it is kept.
std::vector<std::pair<std::string, std::string>> facts_of(portal::DataModel const& model)
{
    auto facts = model.facts;
    if (model.care) {
        facts.insert(facts.end(), model.care->facts.begin(), model.care->facts.end());
    }
    return facts;
}

struct StorageButtons
{
    ButtonSpec download, report;
};

StorageButtons storage_buttons(Drawing const& d)
{
    return { { .key = "download", .label = d.words("ui.data.download"), .icon = Icon::download },
        { .key = "report", .label = d.words("ui.report"), .icon = Icon::printer, .name = d.words("ui.report.name") } };
}

// Below one another where they do not fit beside.
bool are_stacked(Drawing const& d, float width, StorageButtons const& buttons)
{
    return button_width(d.f, buttons.download) + space::small + button_width(d.f, buttons.report) > width;
}

float storage_height(Drawing const& d, float width, portal::DataModel const& model)
{
    auto const inner = width - 2 * space::card;
    return 2 * space::card + card_head_height(d.f, inner, storage_head(d, model)) + space::medium
        + fact_line * static_cast<float>(facts_of(model).size()) + space::gap + height::button
        + (are_stacked(d, inner, storage_buttons(d)) ? space::medium + height::button : 0);
}

float import_height(Drawing const& d, float width)
{
    auto const inner = width - 2 * space::card;
    return 2 * space::card + card_head_height(d.f, inner, import_head(d)) + space::gap + drop_height;
}

void draw_storage(Drawing& d, Rect area, portal::DataModel const& model)
{
    IdScope const scope { d.f, "storage" };
    auto inside = card(d.f, area);
    draw_card_head(d, inside, storage_head(d, model));
    inside.skip_top(space::medium);
    draw_facts(d, inside, facts_of(model));
    auto const buttons = storage_buttons(d);
    auto second = inside.take_bottom(height::button);
    auto first = second;
    if (are_stacked(d, inside.width, buttons)) {
        inside.skip_bottom(space::medium);
        first = inside.take_bottom(height::button);
    } else {
        second.skip_left(button_width(d.f, buttons.download) + space::small);
    }
    if (button(d.f, first.take_left(std::min(button_width(d.f, buttons.download), first.width)), buttons.download)) {
        d.want(portal::DownloadDatabase {});
    }
    if (button(d.f, second.take_left(std::min(button_width(d.f, buttons.report), second.width)), buttons.report)) {
        d.want(portal::RunOnScreen { "download-report" });
    }
}

void draw_import(Drawing& d, Rect area)
{
    IdScope const scope { d.f, "import" };
    auto inside = card(d.f, area);
    draw_card_head(d, inside, import_head(d));
    ButtonSpec const choose {
        .key = "choose", .label = d.words("ui.data.choose_file"), .icon = Icon::upload, .look = ButtonLook::primary
    };
    inside.skip_top(space::gap);
    auto const& tokens = d.f.tokens();
    fill_and_stroke(d.f, inside, tokens.sunken, tokens.line_strong, radius::medium);
    auto const line = line_height(Type::second);
    auto place = inside.middle(height::button + space::small + line);
    auto const width = std::min(button_width(d.f, choose), inside.width);
    if (button(d.f, place.take_top(height::button).middle({ width, height::button }), choose)) {
        d.want(portal::ChooseFile {});
    }
    place.skip_top(space::small);
    draw_text(d.f, place, d.words("ui.data.or_drop"),
        { .type = Type::second, .ink = tokens.ink_second, .align = Align::centre });
}

void draw_cards(Drawing& d, Rect& from, portal::DataModel const& model)
{
    if (from.width >= two_narrow_columns_from) {
        auto const width = (from.width - space::gap) / 2;
        auto band = from.take_top(std::max(storage_height(d, width, model), import_height(d, width)));
        draw_storage(d, band.take_left(width), model);
        band.skip_left(space::gap);
        draw_import(d, band);
    } else {
        draw_storage(d, from.take_top(storage_height(d, from.width, model)), model);
        from.skip_top(space::gap);
        draw_import(d, from.take_top(import_height(d, from.width)));
    }
    from.skip_top(space::card_gap);
}

// --- journal ---------------------------------------------------------------------------------------------------------

void draw_journal(Drawing& d, Rect& from, Rect view, portal::DataModel const& model)
{
    section_heading(d.f, from, d.words("ui.data.journal"), d.words("ui.data.journal.order"));
    auto const count = model.journal_count;
    auto const area = from.take_top(static_cast<float>(count) * journal_line_height(d.f));
    if (count == 0) {
        (void)empty_state(d.f, from.take_top(200),
            { .icon = Icon::history,
                .title = d.words("ui.data.no_journal"),
                .text = d.words("ui.data.no_journal.text") });
        return;
    }
    (void)card(d.f, area, CardLook::surface, 0);
    Scope list { d.f, "journal",
        { .role = Role::list, .bounds = area.meet(view), .name = std::string { d.words("ui.data.journal") } } };
    draw_journal_lines(d, area, view, { count, model.journal, model.journal_selected });
}

} // namespace

Intents data_screen(Frame& f, Rect area, portal::DataModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "data-screen" };
    auto const margin = page_margin(f);
    ScrollArea scroll { f, "page", area, { margin, margin, margin, margin } };
    auto& content = scroll.content();
    auto const second = f.phone() ? std::string_view {} : words("ui.data.second");
    (void)page_head(f, content, { .title = words("ui.data.title"), .second = second });
    if (model.report) {
        draw_import_report(d, content, *model.report);
        content.skip_top(space::card_gap);
    }
    if (!model.rebuilt.empty()) {
        notice(d, content, "rebuilt", model.rebuilt, Tone::ending);
        content.skip_top(space::card_gap);
    }
    draw_cards(d, content, model);
    if (model.care) {
        draw_care(d, content, *model.care);
    }
    draw_journal(d, content, scroll.view(), model);
    return std::move(d.intents);
}

} // namespace keyrack::ui
