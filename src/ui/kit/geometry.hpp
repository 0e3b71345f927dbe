#pragma once
// Promise: rectangles that a screen cuts into pieces. All lengths are CSS pixels; a cut never yields a negative size.
//
//     Rect page = f.bounds();
//     Rect head = page.take_top(56);        // head is cut off, page is what remains
//     Rect save = head.take_right(120);
//     page.skip_top(space::card_gap);       // cut off and thrown away
//     for (Rect card : columns(page.take_top(118), 4, space::gap)) …

#include <algorithm>
#include <cstddef>
#include <vector>

namespace keyrack::ui {

struct Point
{
    float x = 0;
    float y = 0;
    bool operator==(Point const&) const = default;
};

struct Size
{
    float width = 0;
    float height = 0;
    bool operator==(Size const&) const = default;
};

struct Insets
{
    float top = 0;
    float right = 0;
    float bottom = 0;
    float left = 0;
    bool operator==(Insets const&) const = default;
};

struct Rect
{
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    bool operator==(Rect const&) const = default;

    [[nodiscard]] constexpr float right() const { return x + width; }
    [[nodiscard]] constexpr float bottom() const { return y + height; }
    [[nodiscard]] constexpr Point centre() const { return { x + width / 2, y + height / 2 }; }
    [[nodiscard]] constexpr Size size() const { return { width, height }; }
    [[nodiscard]] constexpr bool empty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] constexpr bool contains(Point p) const
    {
        return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
    }

    // Cuts a piece off one side and leaves the rest in `*this`. A piece is never larger than what is there.
    constexpr Rect take_top(float length)
    {
        auto const cut = std::clamp(length, 0.0F, std::max(height, 0.0F));
        Rect const piece { x, y, width, cut };
        y += cut;
        height -= cut;
        return piece;
    }

    constexpr Rect take_bottom(float length)
    {
        auto const cut = std::clamp(length, 0.0F, std::max(height, 0.0F));
        height -= cut;
        return { x, y + height, width, cut };
    }

    constexpr Rect take_left(float length)
    {
        auto const cut = std::clamp(length, 0.0F, std::max(width, 0.0F));
        Rect const piece { x, y, cut, height };
        x += cut;
        width -= cut;
        return piece;
    }

    constexpr Rect take_right(float length)
    {
        auto const cut = std::clamp(length, 0.0F, std::max(width, 0.0F));
        width -= cut;
        return { x + width, y, cut, height };
    }

    constexpr void skip_top(float length) { (void)take_top(length); }
    constexpr void skip_bottom(float length) { (void)take_bottom(length); }
    constexpr void skip_left(float length) { (void)take_left(length); }
    constexpr void skip_right(float length) { (void)take_right(length); }

    // The same rectangle with a margin inside; negative margins grow it.
    [[nodiscard]] constexpr Rect inset(float all) const { return inset(all, all); }
    [[nodiscard]] constexpr Rect inset(float horizontal, float vertical) const
    {
        return inset(Insets { vertical, horizontal, vertical, horizontal });
    }
    [[nodiscard]] constexpr Rect inset(Insets by) const
    {
        return { x + by.left, y + by.top, std::max(0.0F, width - by.left - by.right),
            std::max(0.0F, height - by.top - by.bottom) };
    }

    [[nodiscard]] constexpr Rect moved(float dx, float dy) const { return { x + dx, y + dy, width, height }; }

    // A smaller rectangle in the middle; vertically in the middle; at the left or right end, vertically in the middle.
    [[nodiscard]] constexpr Rect middle(Size of) const
    {
        return { x + (width - of.width) / 2, y + (height - of.height) / 2, of.width, of.height };
    }
    [[nodiscard]] constexpr Rect middle(float of_height) const
    {
        return { x, y + (height - of_height) / 2, width, of_height };
    }

    // What both rectangles hold; empty where they do not meet.
    [[nodiscard]] constexpr Rect meet(Rect const& other) const
    {
        auto const left = std::max(x, other.x);
        auto const top = std::max(y, other.y);
        return { left, top, std::max(0.0F, std::min(right(), other.right()) - left),
            std::max(0.0F, std::min(bottom(), other.bottom()) - top) };
    }
};

// `count` pieces side by side (below one another) of equal size with `gap` between them; `count` of 0 gives none.
[[nodiscard]] std::vector<Rect> columns(Rect area, std::size_t count, float gap);
[[nodiscard]] std::vector<Rect> rows(Rect area, std::size_t count, float gap);

// How many columns of at least `least` width fit, one at the least.
[[nodiscard]] std::size_t fitting_columns(float width, float least, float gap);
// One fewer than fit where the last of a few lines of `count` pieces would then not hold a single one.
[[nodiscard]] std::size_t balanced_columns(std::size_t fitting, std::size_t count);

// Places pieces of differing widths from left to right and breaks the line where one does not fit: chips, button rows.
//     Flow flow{page, 8};
//     for (…) { Rect chip = flow.place({chip_width(f, spec), 24}); … }
//     page.skip_top(flow.used_height());
class Flow
{
public:
    Flow(Rect area, float gap) : m_area(area), m_gap(gap), m_x(area.x), m_y(area.y) { }
    Rect place(Size piece);
    [[nodiscard]] float used_height() const { return m_y + m_line - m_area.y; }

private:
    Rect m_area;
    float m_gap;
    float m_x;
    float m_y;
    float m_line = 0;
};

} // namespace keyrack::ui
