// Scroll areas: wheel, finger, keys, and the focus that comes into view.

#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

namespace {

// Twenty buttons, 100 apart, in an area of 300.
struct Long
{
    float offset = 0;
    int pressed = 0;
    int buttons = 20;

    void operator()(Frame& f)
    {
        ScrollArea scroll {
            f, "page", { 0, 0, 400, 300 }
        };
        offset = scroll.offset();
        for (int i = 0; i < buttons; ++i) {
            auto row = scroll.content().take_top(100);
            auto const name = "Button " + std::to_string(i);
            pressed += button(f, row.take_left(200), { .key = i, .label = name }) ? 1 : 0;
        }
    }
};

struct ScrollStage
{
    KitStage stage;
    Long page;
    KitStage::Draw draw = [this](Frame& f) { page(f); };

    ScrollStage() { stage.settle(draw); }
};

} // namespace

TEST_CASE("the wheel scrolls, not past the ends", "[ui]")
{
    struct Row
    {
        float by;
        float want;
    };
    auto const row = GENERATE(values<Row>({
        { 20,   20   },
        { 250,  250  },
        { 5000, 1700 },
        { -50,  0    }
    }));
    ScrollStage scroll;
    scroll.stage.kit().take(WheelEvent {
        .at = { 100, 100 },
          .dx = 0, .dy = row.by
    });
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.offset == row.want);
}

TEST_CASE("the wheel elsewhere scrolls nothing", "[ui]")
{
    ScrollStage scroll;
    scroll.stage.kit().take(WheelEvent {
        .at = { 100, 500 },
          .dx = 0, .dy = 100
    });
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.offset == 0);
}

TEST_CASE("a large step glides, under reduced motion it does not", "[ui]")
{
    auto const reduced = GENERATE(true, false);
    CAPTURE(reduced);
    ScrollStage scroll;
    scroll.stage.input().reduced_motion = reduced;
    scroll.stage.kit().take(WheelEvent {
        .at = { 100, 100 },
          .dx = 0, .dy = 400
    });
    scroll.stage.frame(scroll.draw);
    CHECK((scroll.page.offset == 400) == reduced);
    CHECK(scroll.stage.kit().wants_frames() == !reduced);
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.offset == 400);
}

TEST_CASE("what is shorter than the area stays, and what shrinks is followed", "[ui]")
{
    ScrollStage scroll;
    scroll.stage.kit().take(WheelEvent {
        .at = { 100, 100 },
          .dx = 0, .dy = 5000
    });
    scroll.stage.settle(scroll.draw);
    scroll.page.buttons = 5;
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.offset == 200);
    scroll.page.buttons = 2;
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.offset == 0);
}

TEST_CASE("a finger drags the page and presses nothing", "[ui]")
{
    ScrollStage scroll;
    scroll.stage.down({ 100, 250 }, PointerKind::touch);
    scroll.stage.frame(scroll.draw);
    for (int y = 250; y >= 150; y -= 10) {
        scroll.stage.move({ 100, static_cast<float>(y) }, PointerKind::touch);
        scroll.stage.frame(scroll.draw);
    }
    auto const dragged = scroll.page.offset;
    CHECK(dragged >= 85);
    CHECK(dragged <= 100);
    scroll.stage.up({ 100, 150 }, PointerKind::touch);
    scroll.stage.frame(scroll.draw);
    CHECK(scroll.stage.kit().wants_frames()); // it runs on
    for (int i = 0; i < 4; ++i) scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.offset > dragged + 50);
    CHECK(scroll.page.pressed == 0);
}

TEST_CASE("a finger that rests before it lets go throws nothing", "[ui]")
{
    ScrollStage scroll;
    scroll.stage.down({ 100, 250 }, PointerKind::touch);
    scroll.stage.move({ 100, 150 }, PointerKind::touch);
    scroll.stage.frame(scroll.draw);
    scroll.stage.move({ 100, 100 }, PointerKind::touch);
    scroll.stage.frame(scroll.draw);
    auto const dragged = scroll.page.offset;
    scroll.stage.wait(0.5);
    scroll.stage.up({ 100, 100 }, PointerKind::touch);
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.offset == dragged);
    CHECK(dragged == 50); // from where it was taken for a drag
}

TEST_CASE("a finger that hardly moves presses", "[ui]")
{
    ScrollStage scroll;
    scroll.stage.down({ 100, 50 }, PointerKind::touch);
    scroll.stage.frame(scroll.draw);
    scroll.stage.move({ 103, 47 }, PointerKind::touch);
    scroll.stage.up({ 103, 47 }, PointerKind::touch);
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.pressed == 1);
    CHECK(scroll.page.offset == 0);
}

TEST_CASE("what gets the focus comes into view", "[ui]")
{
    ScrollStage scroll;
    CHECK(scroll.stage.node("button", "Button 12").has('u'));
    scroll.stage.focus(scroll.stage.node("button", "Button 12"));
    scroll.stage.settle(scroll.draw);
    auto const seen = scroll.stage.node("button", "Button 12");
    CHECK_FALSE(seen.has('u'));
    CHECK(seen.bounds.bottom() <= 300);
    scroll.stage.focus(scroll.stage.node("button", "Button 1"));
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.stage.node("button", "Button 1").bounds.y >= 0);
    CHECK(scroll.stage.node("button", "Button 1").bounds.height == 36);
}

TEST_CASE("what is half hidden can be pressed where it is seen", "[ui]")
{
    ScrollStage scroll;
    scroll.stage.kit().take(WheelEvent {
        .at = { 100, 100 },
          .dx = 0, .dy = 50
    });
    scroll.stage.settle(scroll.draw);
    auto const half = scroll.stage.node("button", "Button 3");
    REQUIRE(half.bounds.bottom() == 300);
    Point const seen { half.bounds.centre().x, 295 };
    scroll.stage.move(seen);
    scroll.stage.settle(scroll.draw);
    scroll.stage.down(seen);
    scroll.stage.settle(scroll.draw);
    scroll.stage.focus(half); // as the page tells it, while the pointer is still down
    scroll.stage.settle(scroll.draw);
    scroll.stage.up(seen);
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.pressed == 1);
}

TEST_CASE("keys that nobody takes scroll the page", "[ui]")
{
    struct Row
    {
        char const* key;
        float want;
    };
    auto const row = GENERATE(values<Row>({
        { "PageDown",  270  },
        { " ",         270  },
        { "ArrowDown", 44   },
        { "End",       1700 },
        { "Home",      0    },
        { "x",         0    }
    }));
    CAPTURE(row.key);
    ScrollStage scroll;
    scroll.stage.strike(row.key);
    scroll.stage.settle(scroll.draw);
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.offset == row.want);
}

TEST_CASE("the bar's thumb is dragged", "[ui]")
{
    ScrollStage scroll;
    scroll.stage.move({ 396, 10 });
    scroll.stage.settle(scroll.draw);
    scroll.stage.down({ 396, 10 });
    scroll.stage.frame(scroll.draw);
    scroll.stage.move({ 396, 135 });
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.offset > 700);
    CHECK(scroll.page.offset < 1000);
    scroll.stage.up({ 396, 135 });
    scroll.stage.move({ 100, 290 });
    auto const left = scroll.page.offset;
    scroll.stage.settle(scroll.draw);
    CHECK(scroll.page.offset == left);
}
