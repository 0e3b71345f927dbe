#include "ui/kit/type.hpp"

#include <array>
#include <cmath>

namespace keyrack::ui {

namespace {

constexpr std::array<TypeStyle, 17> styles { {
    { Weight::strong, 28, 36 },      // display
    { Weight::strong, 22, 28 },      // title
    { Weight::strong, 19, 24 },      // subtitle
    { Weight::strong, 17, 24 },      // figure
    { Weight::semibold, 15, 20 },    // heading
    { Weight::regular, 15, 20 },     // body
    { Weight::medium, 15, 20 },      // body_strong
    { Weight::regular, 14, 20 },     // table
    { Weight::semibold, 14, 20 },    // table_strong
    { Weight::semibold, 14, 20 },    // label
    { Weight::regular, 13, 18 },     // second
    { Weight::semibold, 13, 18 },    // second_strong
    { Weight::medium, 12.5F, 16 },   // small
    { Weight::semibold, 12.5F, 16 }, // small_strong
    { Weight::regular, 12.5F, 16 },  // caption
    { Weight::semibold, 11, 14 },    // tiny
    { Weight::medium, 11, 14 },      // tiny_light
} };

int css_weight(Weight weight)
{
    switch (weight) {
    case Weight::regular: return 400;
    case Weight::medium: return 500;
    case Weight::semibold: return 600;
    case Weight::strong: return 650;
    }
    return 400;
}

} // namespace

TypeStyle style_of(Type type)
{
    return styles.at(static_cast<std::size_t>(type));
}

std::string css_font_of(Type type)
{
    auto const style = style_of(type);
    auto const tenths = static_cast<int>(std::lround(style.size * 10));
    auto size = std::to_string(tenths / 10);
    if (tenths % 10 != 0) size += "." + std::to_string(tenths % 10);
    return std::to_string(css_weight(style.weight)) + "/" + size + "/"
        + std::to_string(static_cast<int>(std::lround(style.line)));
}

} // namespace keyrack::ui
