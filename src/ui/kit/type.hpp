#pragma once
// Promise: the sizes and weights of text. Widgets name a `Type`, never a size.

#include <string>

namespace keyrack::ui {

enum class Weight {
    regular,  // 400
    medium,   // 500
    semibold, // 600
    strong,   // 650
};

enum class Type {
    display,       // 28/36 650: the first visit
    title,         // 22/28 650: one a page
    subtitle,      // 19/24 650: the head of a detail
    figure,        // 17/24 650: the number in a ring
    heading,       // 15/20 600: the head of a card
    body,          // 15/20 400
    body_strong,   // 15/20 500
    table,         // 14/20 400
    table_strong,  // 14/20 600
    label,         // 14/20 600: buttons
    second,        // 13/18 400: second lines
    second_strong, // 13/18 600: small buttons
    small,         // 12.5/16 500: column heads
    small_strong,  // 12.5/16 600: chips
    caption,       // 12.5/16 400
    tiny,          // 11/14 600: text inside bars, the chosen place of the bottom bar
    tiny_light,    // 11/14 500: the other places
};

struct TypeStyle
{
    Weight weight = Weight::regular;
    float size = 15;
    float line = 20; // height of a line
};

[[nodiscard]] TypeStyle style_of(Type type);

// "600/14": how a semantic node tells the page the font of a field.
[[nodiscard]] std::string css_font_of(Type type);

} // namespace keyrack::ui
