#include "ui/screens/catalogue.hpp"

#include "ui/screens/blocks.hpp"
#include "ui/screens/filter_chips.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float label_most = 190, label_least = 40;
constexpr float text_beside_from = 560; // the label stands beside its text
constexpr float padding = 9;

struct CatalogueLinePlace
{
    float label = 0, text = 0, origin = 0; // heights
    float label_width = 0;
    bool beside = false;

    [[nodiscard]] float words() const { return text + (origin > 0 ? 2 + origin : 0); }
    [[nodiscard]] float height() const
    {
        return (beside ? std::max(label, words()) : label + 2 + words()) + 2 * padding;
    }
};

// As wide as the labels of the section are, within limits: rules have short ones.
float label_width(Frame const& f, float width, portal::CatalogueSection const& section)
{
    if (width < text_beside_from) return width;
    float widest = label_least;
    for (auto const& line : section.lines) widest = std::max(widest, whole_width(f, line.label, Type::table_strong));
    return std::min(widest, label_most);
}

CatalogueLinePlace measure(Frame const& f, float width, float label_width, portal::CatalogueLine const& line)
{
    CatalogueLinePlace place { .label_width = label_width, .beside = width >= text_beside_from };
    auto const words = place.beside ? width - label_width - space::gap : width;
    place.label = paragraph_height(f, label_width, line.label, Type::table_strong);
    place.text = line.text.empty() ? 0 : paragraph_height(f, words, line.text, Type::table);
    place.origin = line.origin.empty() ? 0 : paragraph_height(f, words, line.origin, Type::second);
    return place;
}

void draw_line(Drawing& d, Rect area, portal::CatalogueLine const& line, CatalogueLinePlace const& place)
{
    Scope const item { d.f, "line", { .role = Role::listitem, .bounds = area } };
    auto inside = area.inset(0, padding);
    auto const label =
        place.beside ? inside.take_left(place.label_width).take_top(place.label) : inside.take_top(place.label);
    paragraph(d.f, label, "label", line.label, { .type = Type::table_strong });
    if (place.beside)
        inside.skip_left(space::gap);
    else
        inside.skip_top(2);
    if (place.text > 0) paragraph(d.f, inside.take_top(place.text), "text", line.text, { .type = Type::table });
    if (place.origin == 0) return;
    if (place.text > 0) inside.skip_top(2);
    paragraph(d.f, inside.take_top(place.origin), "origin", line.origin,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
}

} // namespace

void draw_catalogue_section(Drawing& d, Rect& column, WidgetKey key, portal::CatalogueSection const& section)
{
    IdScope const scope { d.f, key };
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    auto const title = paragraph_height(d.f, inside.width, section.title, Type::heading);
    wrapped_heading(d, inside.take_top(title), "title", section.title, 2, { .type = Type::heading });
    if (!section.second.empty()) {
        inside.skip_top(2);
        auto const height = paragraph_height(d.f, inside.width, section.second, Type::second);
        paragraph(d.f, inside.take_top(height), "second", section.second,
            { .type = Type::second, .ink = d.f.tokens().ink_second });
    }
    inside.skip_top(space::small);
    Scope const list { d.f, "lines", { .role = Role::list, .bounds = inside, .name = section.title } };
    auto const labels = label_width(d.f, inside.width, section);
    for (std::size_t at = 0; at < section.lines.size(); ++at) {
        IdScope const row { d.f, at };
        if (at > 0) divider(d.f, inside.take_top(1));
        auto const place = measure(d.f, inside.width, labels, section.lines[at]);
        draw_line(d, inside.take_top(place.height()), section.lines[at], place);
    }
}

Intents catalogue_screen(Frame& f, Rect area, portal::CatalogueModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "catalogue-screen" };
    auto const margin = page_margin(f);
    ScrollArea scroll { f, "page", area, { margin, margin, margin, margin } };
    auto& page = scroll.content();
    (void)page_head(f, page, { .title = words("ui.catalogue.title"), .second = model.second });
    draw_search_and_chips(d, page, words("ui.catalogue.search"), model.query, model.parts);
    page.skip_top(space::gap);
    if (!model.nothing.empty())
        (void)empty_state(f, rest_of_view(scroll, margin),
            { .icon = Icon::search, .title = model.nothing, .text = words("ui.catalogue.nothing.text") });
    for (std::size_t at = 0; at < model.sections.size(); ++at) {
        draw_catalogue_section(d, page, at, model.sections[at]);
        page.skip_top(space::gap);
    }
    return std::move(d.intents);
}

} // namespace keyrack::ui
