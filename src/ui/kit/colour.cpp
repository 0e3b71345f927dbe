#include "ui/kit/colour.hpp"

#include <algorithm>
#include <cmath>

namespace keyrack::ui {

namespace {

std::uint8_t channel_of(float value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

std::uint8_t blend(std::uint8_t from, std::uint8_t to, float share)
{
    return channel_of(static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * share);
}

double linear(std::uint8_t channel)
{
    auto const value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

} // namespace

Colour Colour::faded(float opacity) const
{
    return { red, green, blue, channel_of(static_cast<float>(alpha) * opacity) };
}

Colour mix(Colour from, Colour to, float share)
{
    return { blend(from.red, to.red, share), blend(from.green, to.green, share), blend(from.blue, to.blue, share),
        blend(from.alpha, to.alpha, share) };
}

Colour laid_over(Colour over, Colour under)
{
    auto result = mix(under, { over.red, over.green, over.blue, 255 }, static_cast<float>(over.alpha) / 255.0F);
    result.alpha = 255;
    return result;
}

double contrast(Colour one, Colour other)
{
    auto const a = luminance(one);
    auto const b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace keyrack::ui
