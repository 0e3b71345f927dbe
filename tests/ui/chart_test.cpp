// Charts: what their words have room for. Every glyph of these fonts is half as wide as the size.

#include "ui/kit/chart.hpp"
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
