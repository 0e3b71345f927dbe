#pragma once
// Promise: a colour as a value, how it mixes, and the contrast between two of them after WCAG 2.2.

#include <cstdint>

namespace keyrack::ui {

struct Colour
{
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;

    bool operator==(Colour const&) const = default;

    // 0xRRGGBB, opaque.
    [[nodiscard]] static constexpr Colour hex(std::uint32_t rgb)
    {
        return { static_cast<std::uint8_t>((rgb >> 16U) & 255U), static_cast<std::uint8_t>((rgb >> 8U) & 255U),
            static_cast<std::uint8_t>(rgb & 255U), 255 };
    }

    // The same colour at `opacity` 0–1 of what it had.
    [[nodiscard]] Colour faded(float opacity) const;
};

// `from` at 0, `to` at 1, straight between them.
[[nodiscard]] Colour mix(Colour from, Colour to, float share);

// What is seen where `over` lies on an opaque `under`.
[[nodiscard]] Colour laid_over(Colour over, Colour under);

// The contrast of two opaque colours, 1 (none) to 21. Source: WCAG 2.2, relative luminance and contrast ratio.
[[nodiscard]] double contrast(Colour one, Colour other);

} // namespace keyrack::ui
