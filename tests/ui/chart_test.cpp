// Charts: what their words have room for. Every glyph of these fonts is half as wide as the size.

#include "ui/kit/chart.hpp"
#include "ui/kit/heat_map.hpp"
#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

TEST_CASE("an axis names all its marks or each so-and-so-many-eth: none is left out alone", "[ui]")
{
    struct Row
    {
        char const* name;
        char const* longest; // of twelve words; the others have three letters
        float width;
        std::size_t want;
    };
    auto const row = GENERATE(values<Row>({
        // name                     longest  width  want
        { "all have room",          "Mar",   400, 1  },
        { "one long word",          "March", 400, 2  },
        { "narrow",                 "Mar",   100, 3  },
        { "room for the first one", "Mar",   10,  12 },
    }));
    CAPTURE(row.name);
    std::vector<AxisMark> marks;
    for (int i = 0; i < 12; ++i) marks.push_back({ static_cast<float>(i) / 12, i == 3 ? row.longest : "Jan" });
    KitStage stage;
    stage.frame([&](Frame& f) {
        CHECK(axis_stride(f, row.width, marks) == row.want);
        CHECK(axis_stride(f, row.width, {}) == 1);
    });
}

TEST_CASE("the years over a map of months begin with their columns and never touch", "[ui]")
{
    auto const width = GENERATE(90.0F, 66.0F); // in 20 a year of 25 has no room
    CAPTURE(width);
    std::vector<std::string> const heads { "Dec", "Jan", "Feb" };
    std::vector<std::string> const years { "2026", "2027", "" };
    KitStage stage;
    stage.frame([&](Frame& f) {
        Rect from { 50, 0, width, 200 };
        CHECK(!heat_map(f, from, { .key = "map", .name = "Map", .heads = heads, .rows = {}, .above = years }));
    });
    auto const after = stage.node("text", "2027").bounds;
    CHECK(after.x == 50 + (width + 3) / 3);
    CHECK(stage.has("text", "2026") == (width == 90)); // it never stands outside of the map
    if (width == 90) CHECK(stage.node("text", "2026").bounds == Rect { 50, 0, 25, 16 });
}
