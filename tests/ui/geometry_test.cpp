// Rectangles and how they are cut.

#include "ui/kit/geometry.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack::ui;

TEST_CASE("what is cut off and what is left are the whole", "[ui]")
{
    struct Row
    {
        char const* side;
        float length;
        Rect piece;
        Rect rest;
    };
    auto const row = GENERATE(values<Row>({
        // side      length  piece                   rest
        { "top",    30,  { 10, 20, 100, 30 }, { 10, 50, 100, 20 } },
        { "bottom", 30,  { 10, 40, 100, 30 }, { 10, 20, 100, 20 } },
        { "left",   30,  { 10, 20, 30, 50 },  { 40, 20, 70, 50 }  },
        { "right",  30,  { 80, 20, 30, 50 },  { 10, 20, 70, 50 }  },
        { "top",    80,  { 10, 20, 100, 50 }, { 10, 70, 100, 0 }  },
        { "right",  500, { 10, 20, 100, 50 }, { 10, 20, 0, 50 }   },
        { "left",   -5,  { 10, 20, 0, 50 },   { 10, 20, 100, 50 } },
    }));
    CAPTURE(row.side, row.length);
    Rect rest { 10, 20, 100, 50 };
    std::string const side = row.side;
    auto const piece = side == "top" ? rest.take_top(row.length)
        : side == "bottom"           ? rest.take_bottom(row.length)
        : side == "left"             ? rest.take_left(row.length)
                                     : rest.take_right(row.length);
    CHECK(piece == row.piece);
    CHECK(rest == row.rest);
}

TEST_CASE("columns and rows share an area evenly", "[ui]")
{
    auto const four = columns({ 0, 0, 448, 10 }, 4, 16);
    REQUIRE(four.size() == 4);
    CHECK(four[1] == Rect { 116, 0, 100, 10 });
    CHECK(four[3].right() == 448);
    auto const two = rows({ 0, 0, 10, 50 }, 2, 10);
    REQUIRE(two.size() == 2);
    CHECK(two[1] == Rect { 0, 30, 10, 20 });
    CHECK(columns({ 0, 0, 10, 10 }, 0, 4).empty());
}

TEST_CASE("as many columns as fit, one at the least", "[ui]")
{
    CHECK(fitting_columns(1000, 240, 16) == 3);
    CHECK(fitting_columns(1008, 240, 16) == 4);
    CHECK(fitting_columns(100, 240, 16) == 1);
}

TEST_CASE("one column fewer than fit keeps the last of a few lines from holding a single piece", "[ui]")
{
    struct Row
    {
        std::size_t fitting, count, want;
    };
    auto const row = GENERATE(values<Row>({
        { 3, 4,  2 },
        { 4, 5,  3 },
        { 4, 9,  3 },
        { 3, 5,  3 },
        { 3, 6,  3 },
        { 3, 7,  3 }, // two columns would leave one alone, too
        { 3, 10, 3 }, // of many lines the last is one of many
        { 2, 3,  2 },
        { 3, 1,  3 },
        { 1, 4,  1 },
    }));
    CAPTURE(row.fitting, row.count);
    CHECK(balanced_columns(row.fitting, row.count) == row.want);
}

TEST_CASE("a flow breaks where a piece does not fit", "[ui]")
{
    Flow flow {
        { 0, 0, 100, 1000 },
        10
    };
    CHECK(flow.place({ 60, 20 }) == Rect { 0, 0, 60, 20 });
    CHECK(flow.place({ 30, 24 }) == Rect { 70, 0, 30, 24 });
    CHECK(flow.place({ 10, 20 }) == Rect { 0, 34, 10, 20 });
    CHECK(flow.place({ 400, 20 }) == Rect { 0, 64, 100, 20 });
    CHECK(flow.used_height() == 84);
}

TEST_CASE("rectangles meet, move inwards and stand in the middle", "[ui]")
{
    Rect const area { 0, 0, 100, 60 };
    CHECK(area.meet({ 50, 50, 100, 100 }) == Rect { 50, 50, 50, 10 });
    CHECK(area.meet({ 200, 0, 10, 10 }).empty());
    CHECK(area.inset(10) == Rect { 10, 10, 80, 40 });
    CHECK(area.inset({ 1, 2, 3, 4 }) == Rect { 4, 1, 94, 56 });
    CHECK(area.inset(70).empty());
    CHECK(area.middle({ 20, 20 }) == Rect { 40, 20, 20, 20 });
    CHECK(area.middle(20) == Rect { 0, 20, 100, 20 });
    CHECK(area.contains({ 0, 0 }));
    CHECK_FALSE(area.contains({ 100, 10 }));
}
