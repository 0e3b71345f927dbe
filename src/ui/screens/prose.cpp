#include "ui/screens/prose.hpp"

#include <ranges>

namespace keyrack::ui {

namespace {

// Calls `take(line, its height)` for each; an empty line is lower.
void each_line(Drawing const& d, float width, std::string_view text, auto take)
{
    constexpr float empty_line = 10;
    for (auto const line : std::views::split(text, '\n')) {
        std::string_view const part { line.begin(), line.end() };
        auto const blank = part.find_first_not_of(" \t\r") == std::string_view::npos;
        take(blank ? std::string_view {} : part, blank ? empty_line : paragraph_height(d.f, width, part, Type::body));
    }
}

} // namespace

float prose_height(Drawing const& d, float width, std::string_view text)
{
    float height = 0;
    each_line(d, width, text, [&](std::string_view, float line) { height += line; });
    return height;
}

void draw_prose(Drawing& d, Rect& from, std::string_view text)
{
    std::size_t number = 0;
    each_line(d, from.width, text, [&](std::string_view line, float high) {
        auto const area = from.take_top(high);
        ++number;
        if (!line.empty()) {
            paragraph(d.f, area, number, line, { .type = Type::body });
        }
    });
}

} // namespace keyrack::ui
