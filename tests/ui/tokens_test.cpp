// The tokens: whatever meets on the screen can be told apart.

#include "ui/kit/tokens.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack::ui;

namespace {

Colour const black = Colour::hex(0x000000);
Colour const white = Colour::hex(0xFFFFFF);

} // namespace

TEST_CASE("the contrast of two colours is that of WCAG 2.2", "[ui]")
{
    struct Row
    {
        std::uint32_t one;
        std::uint32_t other;
        double want;
    };
    auto const row = GENERATE(values<Row>({
        // one       other     want
        { 0x000000, 0xFFFFFF, 21.0 },
        { 0xFFFFFF, 0xFFFFFF, 1.0  },
        { 0x777777, 0xFFFFFF, 4.48 },
        { 0x2F5BEA, 0xFFFFFF, 5.52 },
        { 0xFF0000, 0xFFFFFF, 4.00 },
    }));
    CAPTURE(row.one, row.other);
    CHECK(contrast(Colour::hex(row.one), Colour::hex(row.other)) == Catch::Approx(row.want).margin(0.01));
    CHECK(contrast(Colour::hex(row.other), Colour::hex(row.one)) == Catch::Approx(row.want).margin(0.01));
}

TEST_CASE("a veil lies over its ground", "[ui]")
{
    auto veil = black;
    veil.alpha = 51; // a fifth
    CHECK(laid_over(veil, white) == Colour::hex(0xCCCCCC));
    CHECK(laid_over(veil, black) == black);
    CHECK(mix(black, white, 0.5F) == Colour::hex(0x808080));
}

TEST_CASE("every pair of colours in use has its contrast", "[ui]")
{
    auto const theme = GENERATE(Theme::light, Theme::dark, Theme::light_contrast, Theme::dark_contrast);
    auto const pairs = pairs_in_use(tokens_of(theme));
    REQUIRE(pairs.size() > 80);
    for (auto const& pair : pairs) {
        CAPTURE(static_cast<int>(theme), pair.what);
        CHECK(pair.least >= 3);
        CHECK(contrast(pair.ink, pair.ground) >= pair.least);
    }
}

TEST_CASE("more contrast is more contrast", "[ui]")
{
    struct Row
    {
        Theme usual;
        Theme more;
    };
    auto const row = GENERATE(values<Row>({
        { Theme::light, Theme::light_contrast },
        { Theme::dark,  Theme::dark_contrast  }
    }));
    auto const& usual = tokens_of(row.usual);
    auto const& more = tokens_of(row.more);
    CHECK(contrast(more.ink_second, more.surface) > contrast(usual.ink_second, usual.surface));
    CHECK(contrast(more.line, more.surface) > contrast(usual.line, usual.surface));
    CHECK(contrast(more.line, more.surface) >= 3);
    CHECK(contrast(more.ink, more.surface) > 2 * contrast(more.ink_disabled, more.surface)); // told apart
    CHECK(is_dark(row.usual) == is_dark(row.more));
    CHECK(!has_contrast(row.usual));
    CHECK(has_contrast(row.more));
}

TEST_CASE("with more contrast every text has 7 : 1", "[ui]")
{
    constexpr double text = 4.5;
    auto const theme = GENERATE(Theme::light_contrast, Theme::dark_contrast);
    for (auto const& pair : pairs_in_use(tokens_of(theme))) {
        CAPTURE(static_cast<int>(theme), pair.what);
        CHECK((pair.least < text || contrast(pair.ink, pair.ground) >= 7));
    }
}
