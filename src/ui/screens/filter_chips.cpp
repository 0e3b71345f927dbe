#include "ui/screens/filter_chips.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float search_width = 280;
constexpr float least_search_width = 180;
constexpr float chip_gap = 8;
constexpr float chips_line = 40;

struct Chips
{
    Drawing& d;
    std::span<portal::LinkChip const> filters;

    // The count is part of what is said; where nothing is counted, none is shown.
    [[nodiscard]] FilterChipSpec spec(std::size_t index, std::string_view count) const
    {
        auto const& filter = filters[index];
        FilterChipSpec spec { .key = index, .label = filter.text, .on = filter.on };
        spec.count = filter.count;
        spec.count_text = count;
        return spec;
    }

    [[nodiscard]] float width() const
    {
        float sum = 0;
        for (std::size_t i = 0; i < filters.size(); ++i) {
            sum += filter_chip_width(d.f, spec(i, d.words.number(filters[i].count))) + chip_gap;
        }
        return sum;
    }

    void draw(Rect area) const
    {
        Scope group { d.f, "filters",
            { .role = Role::group, .bounds = area, .name = std::string { d.words("ui.filters") } } };
        ScrollStrip strip { d.f, "strip", area };
        for (std::size_t i = 0; i < filters.size(); ++i) {
            auto const count = d.words.number(filters[i].count);
            auto const chip = spec(i, count);
            if (filter_chip(d.f, strip.content().take_left(filter_chip_width(d.f, chip)), chip)) {
                d.want(portal::Go { filters[i].fragment });
            }
            strip.content().skip_left(chip_gap);
        }
    }
};

void draw_search(Drawing& d, Rect area, std::string_view label, std::string_view query)
{
    std::string value { query };
    FieldSpec const spec { .key = "search", .label = label, .placeholder = label, .limit = 200 };
    if (search_field(d.f, area, spec, value).changed) {
        d.want(portal::SearchScreen { value });
    }
}

} // namespace

void draw_search_and_chips(
    Drawing& d, Rect& page, std::string_view label, std::string_view query, std::span<portal::LinkChip const> filters)
{
    Chips const chips { d, filters };
    auto const wide = chips.width();
    auto line = page.take_top(field_line(d.f));
    if (wide + least_search_width <= line.width) {
        draw_search(d, line.take_left(std::min(search_width, line.width - wide - chip_gap)), label, query);
        line.skip_left(chip_gap);
        chips.draw(line);
        return;
    }
    draw_search(d, line, label, query);
    page.skip_top(space::small);
    chips.draw(page.take_top(chips_line));
}

} // namespace keyrack::ui
