// Marks above a line: which stand as one, and what they say. Every glyph of these fonts is half as wide as the size.

#include "ui/kit/line_marks.hpp"
#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>

#include <array>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

namespace {

constexpr Rect rail { 100, 100, 400, 4 };

std::vector<LineMark> marks_at(std::vector<float> const& places)
{
    static std::array<std::string, 6> const texts { "One", "Two", "Three", "Four", "Five", "Six" };
    std::vector<LineMark> marks;
    for (std::size_t i = 0; i < places.size(); ++i)
        marks.push_back({ .key = i, .x = places[i], .tone = Tone::ending, .text = texts[i], .second = "1 May" });
    return marks;
}

std::vector<std::size_t> counts_of(Frame const& f, std::vector<float> const& places)
{
    std::vector<std::size_t> counts;
    for (auto const& group : joined_marks(f, marks_at(places))) counts.push_back(group.count);
    return counts;
}

} // namespace

TEST_CASE("marks that would lie over each other stand as one", "[ui]")
{
    struct Row
    {
        char const* name;
        std::vector<float> places;
        std::vector<std::size_t> want;
    };
    auto const row = GENERATE(values<Row>({
        // name                          places                      counts
        { "none",                        {},                          {}          },
        { "side by side",                { 100, 114 },                { 1, 1 }    },
        { "too close",                   { 100, 113 },                { 2 }       },
        { "on one day",                  { 100, 100, 100 },           { 3 }       },
        { "what has joined is wider",    { 100, 106, 119 },           { 3 }       },
        { "and may reach one before it", { 100, 115, 117 },           { 3 }       },
        { "two heaps",                   { 100, 102, 200, 300, 301 }, { 2, 1, 2 } },
    }));
    CAPTURE(row.name);
    KitStage stage;
    stage.frame([&](Frame& f) { CHECK(counts_of(f, row.places) == row.want); });
}

TEST_CASE("a heap has the tone of what is missing or ends in it", "[ui]")
{
    KitStage stage;
    auto const fill_of = [&](std::vector<Tone> const& tones) {
        std::vector<LineMark> marks;
        for (std::size_t i = 0; i < tones.size(); ++i)
            marks.push_back({ .key = i, .x = 100, .tone = tones[i], .text = "It" });
        Colour fill;
        stage.frame([&](Frame& f) { fill = mark_fill(f.tokens(), marks); });
        return fill;
    };
    Tokens tokens;
    stage.frame([&](Frame& f) { tokens = f.tokens(); });
    CHECK(fill_of({ Tone::planned, Tone::ending, Tone::missing }) == tokens.tone(Tone::missing).fill);
    CHECK(fill_of({ Tone::planned, Tone::ending }) == tokens.tone(Tone::ending).fill);
    CHECK(fill_of({ Tone::planned, Tone::planned }) == tokens.tone(Tone::planned).fill);
    CHECK(fill_of({ Tone::planned, Tone::covered }) == tokens.ink_second);
}

TEST_CASE("a finger needs more room between marks", "[ui]")
{
    KitStage stage;
    stage.input().touch = true;
    stage.frame([](Frame& f) {
        CHECK(counts_of(f, { 100, 123 }) == std::vector<std::size_t> { 2 });
        CHECK(counts_of(f, { 100, 124 }) == std::vector<std::size_t> { 1, 1 });
    });
}

TEST_CASE("a mark is chosen by a press, one of a heap from its list", "[ui]")
{
    std::optional<std::size_t> chosen;
    auto const marks = marks_at({ 110, 200, 204 });
    KitStage stage;
    auto const draw = [&](Frame& f) {
        if (auto const at = line_marks(f, rail, marks)) chosen = at;
    };
    stage.settle(draw);
    auto const heap = stage.node("button", "2: Two, 1 May; Three, 1 May");
    CHECK(heap.bounds.bottom() <= rail.centre().y - 8); // above what slides
    stage.press(stage.node("button", "One, 1 May"));
    stage.settle(draw);
    CHECK(chosen == 0U);
    stage.press(heap);
    stage.settle(draw);
    CHECK(chosen == 0U);
    stage.press(stage.node("menuitem", "Three, 1 May"));
    stage.settle(draw);
    CHECK(chosen == 2U);
    CHECK_FALSE(stage.has("menuitem", "Three, 1 May"));
}

TEST_CASE("a mark that leads somewhere is a link", "[ui]")
{
    auto marks = marks_at({ 110 });
    marks[0].href = "#/there";
    KitStage stage;
    stage.frame([&](Frame& f) { (void)line_marks(f, rail, marks); });
    CHECK(stage.node("link", "One, 1 May").fact("href") == "#/there");
}
