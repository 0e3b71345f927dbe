// Fields: the page edits, the field follows.

#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

namespace {

struct FieldStage
{
    KitStage stage;
    FieldSpec spec { .key = "f", .label = "Room" };
    FieldResult (*widget)(Frame&, Rect, FieldSpec, std::string&) =
        [](Frame& f, Rect area, FieldSpec of, std::string& text) { return text_field(f, area, of, text); };
    std::string value = "Boardroom";
    int changed = 0;
    int committed = 0;
    int cancelled = 0;
    bool focused = false;
    KitStage::Draw draw = [this](Frame& f) {
        auto const result = widget(f, { 100, 100, 300, 120 }, spec, value);
        changed += result.changed ? 1 : 0;
        committed += result.committed ? 1 : 0;
        cancelled += result.cancelled ? 1 : 0;
        focused = result.focused;
    };

    Id id() { return stage.nodes().front().id; }

    void text(std::string now, TextPhase phase = TextPhase::input)
    {
        stage.kit().take(TextEvent { .id = id(), .value = std::move(now), .start = 0, .end = 0, .phase = phase });
        stage.frame(draw);
    }
};

} // namespace

TEST_CASE("what is typed arrives with every stroke and is committed once", "[ui]")
{
    FieldStage field;
    field.stage.frame(field.draw);
    field.stage.focus(field.stage.nodes().front());
    field.stage.frame(field.draw);
    CHECK(field.focused);
    field.text("Boardroom 2");
    field.text("Boardroom 21");
    CHECK(field.value == "Boardroom 21");
    CHECK(field.changed == 2);
    CHECK(field.committed == 0);
    field.text("Boardroom 21", TextPhase::commit);
    CHECK(field.committed == 1);
    CHECK(field.stage.nodes().front().value == "Boardroom 21");
}

TEST_CASE("a press in the frame that takes an edit comes after it, wherever its button is drawn", "[ui]")
{
    KitStage stage;
    std::string value;
    std::string sent;
    auto const draw = [&](Frame& f) {
        if (button(f, { 100, 20, 100, 36 }, { .key = "send", .label = "Send" })) sent += value + ';';
        text_field(f, { 100, 100, 300, 120 }, { .key = "f", .label = "Room" }, value);
    };
    stage.frame(draw);
    auto const box = stage.node("textbox", "Room");
    auto const send = stage.node("button", "Send");
    auto const type = [&](std::string now) {
        stage.kit().take(TextEvent { .id = box.id, .value = std::move(now), .start = 0, .end = 0 });
    };
    type("Attic");
    stage.activate(send);
    stage.frame(draw);
    CHECK(sent.empty());
    stage.frame(draw);
    CHECK(sent == "Attic;");
    type("Cellar");
    stage.press(send);
    stage.frame(draw);
    stage.frame(draw);
    CHECK(sent == "Attic;Cellar;");
}

TEST_CASE("leaving without a change commits nothing, Enter always does", "[ui]")
{
    FieldStage field;
    field.stage.frame(field.draw);
    field.text("Boardroom", TextPhase::commit);
    CHECK(field.committed == 0);
    field.stage.focus(field.stage.nodes().front());
    field.stage.strike("Enter");
    field.stage.frame(field.draw);
    CHECK(field.committed == 1);
}

TEST_CASE("Escape brings the text back", "[ui]")
{
    FieldStage field;
    field.stage.frame(field.draw);
    field.text("Board");
    field.text("Boardroom", TextPhase::cancel);
    CHECK(field.value == "Boardroom");
    CHECK(field.cancelled == 1);
    CHECK(field.committed == 0);
}

TEST_CASE("text for another field is left alone", "[ui]")
{
    FieldStage field;
    field.stage.frame(field.draw);
    field.stage.kit().take(TextEvent { .id = field.id() + 1, .value = "other" });
    field.stage.frame(field.draw);
    CHECK(field.value == "Boardroom");
    CHECK(field.changed == 0);
}

TEST_CASE("a field that the focus comes to is seen from its label to what is wrong with it", "[ui]")
{
    constexpr float view = 200;
    FieldSpec const spec { .key = "f", .label = "Room", .error = "Choose another" };
    std::string value;
    auto const draw = [&](Frame& f) {
        ScrollArea scroll {
            f, "page", { 0, 0, 400, view }
        };
        auto& page = scroll.content();
        page.skip_top(300);
        text_field(f, page.take_top(field_height(f, page.width, spec)), spec, value);
        page.skip_top(600);
    };
    auto const scrolled = GENERATE(0.0F, 320.0F, 600.0F); // it lies below, half above, above
    KitStage stage;
    stage.settle(draw);
    stage.kit().take(WheelEvent {
        .at = { 100, 100 },
          .dx = 0, .dy = scrolled
    });
    stage.settle(draw);
    stage.focus(stage.node("textbox", "Room"));
    stage.settle(draw);
    auto const box = stage.node("textbox", "Room").bounds;
    CHECK(box.y - 24 >= 0); // its label stands there
    CHECK(box.bottom() + 6 + 18 <= view);
}

TEST_CASE("a search is emptied by its cross", "[ui]")
{
    FieldStage field;
    field.widget = search_field;
    field.stage.frame(field.draw);
    auto const box = field.stage.node("searchbox", "Room").bounds;
    field.stage.press(field.stage.node("button", "Clear"));
    field.stage.frame(field.draw);
    CHECK(field.value.empty());
    CHECK(field.changed == 1);
    field.stage.frame(field.draw);
    CHECK_FALSE(field.stage.has("button", "Clear"));
    CHECK(field.stage.node("searchbox", "Room").bounds.width == box.width + 34); // the cross was not under the input
}

TEST_CASE("a number is stepped within its bounds", "[ui]")
{
    struct Row
    {
        char const* value;
        char const* press;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // value   press           want
        { "4",    "More: Room",  "5"  },
        { "4",    "Fewer: Room", "3"  },
        { "10",   "More: Room",  "10" },
        { "0",    "Fewer: Room", "0"  },
        { "",     "More: Room",  "0"  },
        { "many", "Fewer: Room", "0"  },
    }));
    CAPTURE(row.value, row.press);
    FieldStage field;
    field.spec.least = 0;
    field.spec.most = 10;
    field.widget = number_field;
    field.value = row.value;
    field.stage.frame(field.draw);
    field.stage.activate(field.stage.node("button", row.press));
    field.stage.frame(field.draw);
    CHECK(field.value == row.want);
    CHECK(field.committed == 1);
}

TEST_CASE("a field half out of sight takes no pointer of its own and keeps its bounds", "[ui]")
{
    FieldStage field;
    field.stage.settle([&](Frame& f) {
        Clip const clip {
            f, { 0, 0, 800, 140 }
        };
        field.draw(f);
    });
    CHECK(field.stage.nodes().front().has('u'));
    CHECK(field.stage.nodes().front().bounds.height == 36);
}
