#include "ui/screens/assign.hpp"
#include "ui_screens/checks.hpp"
#include "ui_screens/fixtures.hpp"

#include <algorithm>

namespace keyrack::ui::fixture {

namespace {

Stage::Draw drawing(portal::AssignModel const& model)
{
    return [model](Frame& frame, Rect area) {
        static portal::Words const words { portal::Language::english };
        return assign_screen(frame, area, model, words);
    };
}

} // namespace

TEST_CASE("assign: what is pressed says what is wanted", "[ui][screens]")
{
    auto const press = GENERATE(values<Press>({
        // role      name                                                                       intents
        { "radio",    "Select · PO-6002, 2 years · starts 15 Jan 2027 at the latest, 20 free", { "ChooseOrder 2" }    },
        { "checkbox", "Michel, Not covered, Hamburg · 1 device",                               { "ChooseRoom 4 1" }   },
        { "checkbox", "Fjord, Not covered, Oslo · 3 devices",                                  { "ChooseRoom 0 0" }   },
        { "button",   "Choose all",                                                            { "ChooseAllRooms 1" } },
        { "button",   "Assign 4 licences",                                                     { "CommitAssign" }     },
        { "button",   "Discard",                                                               { "DiscardAssign" }    },
    }));
    check_press(drawing(assign()), press);
    check_press(drawing(assign()), press, tablet);
}

TEST_CASE("R79: what is blocked says why and cannot be chosen", "[ui][screens][R79]")
{
    auto const draw = drawing(assign());
    auto const* name =
        GENERATE("Barton, Not covered, Not in a Sync account", "Sync Plus · PO-4802, No licence is free, 0 free");
    Stage stage;
    (void)stage.show(draw);
    auto const found =
        std::ranges::find_if(stage.nodes(), [&](SeenNode const& node) { return node.name.starts_with(name); });
    REQUIRE(found != stage.nodes().end());
    auto const node = *found;
    CHECK(node.has('d'));
    CHECK(stage.press(draw, node).empty());
    CHECK(stage.activate(draw, node).empty());
}

TEST_CASE(
    "assign: a blocked room asks what can be done, and one that is chosen all the same is let go", "[ui][screens]")
{
    auto const is_chosen = GENERATE(false, true);
    CAPTURE(is_chosen);
    auto model = assign();
    model.room = [rooms = model.room, is_chosen](std::size_t index) {
        auto card = rooms(index);
        if (index != 0) return card;
        card.chosen = is_chosen;
        card.blocked = "Not in a Sync account";
        card.ways = "ways-to-assign:fjord";
        return card;
    };
    if (is_chosen)
        check_press(drawing(model), { "checkbox", "Fjord, Not covered, Not in a Sync account", { "ChooseRoom 0 0" } });
    else
        check_press(drawing(model), { "button", "Fjord: What you can do", { "RunOnScreen ways-to-assign:fjord" } });
}

TEST_CASE("assign: the preview is read as a list", "[ui][screens]")
{
    Stage stage;
    (void)stage.show(drawing(assign()));
    CHECK(stage.has("complementary", "What changes"));
    CHECK(stage.has("listitem", "Rooms covered: 62 → 66"));
    CHECK(stage.has("radiogroup", "Licences"));
    CHECK(stage.node("checkbox", "Fjord, Not covered, Oslo · 3 devices").has('c'));
    CHECK(stage.node("checkbox", "Michel, Not covered, Hamburg · 1 device").has('C'));
}

TEST_CASE("assign: what cannot be done cannot be committed", "[ui][screens]")
{
    auto model = assign();
    model.ready = false;
    model.refusal = "PO-5120 has 18 free licences, and 20 rooms are chosen.";
    auto const draw = drawing(model);
    Stage stage;
    (void)stage.show(draw);
    CHECK(stage.has("text", model.refusal));
    auto const found = std::ranges::find_if(
        stage.nodes(), [](SeenNode const& node) { return node.role == "button" && node.name.starts_with("Assign 4"); });
    REQUIRE(found != stage.nodes().end());
    auto const commit = *found;
    CHECK(commit.has('d'));
    CHECK(stage.press(draw, commit).empty());
}

TEST_CASE("assign: the day is a date field, and an unfinished date is not told", "[ui][screens]")
{
    auto const draw = drawing(assign());
    Stage stage;
    (void)stage.show(draw);
    auto const field = stage.node("textbox", "From");
    CHECK(field.value == "2026-11-22");
    CHECK(stage.type(draw, field, "2026-12-01") == std::vector<std::string> { "SetAssignFrom 2026-12-01" });
    CHECK(stage.type(draw, field, "2026-1").empty());
}

TEST_CASE("assign: of 100,000 rooms only those in view are asked for", "[ui][screens]")
{
    auto const size = GENERATE(wide, tablet, phone);
    CAPTURE(size.width);
    auto model = assign(100'000);
    std::size_t asked = 0;
    std::size_t frames = 0;
    model.room = [&asked, room = model.room](std::size_t index) {
        ++asked;
        return room(index);
    };
    Stage::Draw const draw = [&](Frame& frame, Rect area) {
        static portal::Words const words { portal::Language::english };
        ++frames;
        return assign_screen(frame, area, model, words);
    };
    Stage stage { size };
    (void)stage.show(draw);
    CHECK(asked / frames < 60);
}

TEST_CASE("assign: nothing to assign says so", "[ui][screens]")
{
    auto model = assign();
    model.empty_text = "Every room is covered";
    model.empty_second = "38 licences are free for the rooms to come.";
    Stage stage;
    CHECK(stage.show(drawing(model)).empty());
    CHECK(stage.has("heading", "Every room is covered"));
    CHECK_FALSE(stage.has("button", "Assign 4 licences"));
}

TEST_CASE("assign: a search that leaves no room can be undone", "[ui][screens]")
{
    auto model = assign(0);
    model.query = "xyz";
    check_press(drawing(model), { "button", "Show all rooms", { "SearchAssignable " } });
}

TEST_CASE("assign: everything that is pressed is named", "[ui][screens]")
{
    check_whole_everywhere(drawing(assign()));
}

} // namespace keyrack::ui::fixture
