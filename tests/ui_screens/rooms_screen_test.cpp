#include "ui/screens/rooms.hpp"
#include "ui_screens/checks.hpp"
#include "ui_screens/fixtures.hpp"

#include <algorithm>

namespace keyrack::ui::fixture {

namespace {

Stage::Draw drawing(portal::RoomsModel const& model)
{
    return [model](Frame& frame, Rect area) {
        static portal::Words const words { portal::Language::english };
        return rooms_screen(frame, area, model, words);
    };
}

portal::RoomsModel with_detail(portal::RoomTab tab)
{
    auto model = rooms();
    model.selected_row = 3;
    model.detail = room_detail(tab);
    return model;
}

} // namespace

TEST_CASE("rooms: what is pressed says what is wanted", "[ui][screens]")
{
    auto const press = GENERATE(values<Press>({
        // role          name                              intents
        { "button",       "Add room",       { "AskAddRoom" }     },
        { "button",       "Import",         { "ChooseFile" }     },
        { "button",       "Not covered 18", { "ToggleFilter 1" } },
        { "button",       "Ending 12",      { "ToggleFilter 2" } },
        { "columnheader", "Site",           { "SortRooms 1" }    },
        { "columnheader", "Cover",          { "SortRooms 3" }    },
        { "checkbox",     "Select Fjord",   { "MarkRoom 4 1" }   },
        { "checkbox",     "Select all",     { "MarkAllShown 1" } },
    }));
    check_press(drawing(rooms()), press);
}

TEST_CASE("rooms: a row opens the room", "[ui][screens]")
{
    auto const draw = drawing(rooms());
    Stage stage;
    (void)stage.show(draw);
    auto const row = std::ranges::find_if(
        stage.nodes(), [](SeenNode const& node) { return node.role == "row" && node.name.starts_with("Training 1"); });
    REQUIRE(row != stage.nodes().end());
    CHECK(stage.press(draw, *row) == std::vector<std::string> { "OpenRoom 3" });
}

TEST_CASE("rooms: marked rooms lead to their assignment", "[ui][screens]")
{
    auto model = rooms();
    model.marked = 3;
    auto const press = GENERATE(values<Press>({
        // role      name               intents
        { "button", "Assign licences", { "AssignMarked" }   },
        { "button", "Clear choice",    { "MarkAllShown 0" } },
    }));
    check_press(drawing(model), press);
}

TEST_CASE("rooms: the open room", "[ui][screens]")
{
    auto const press = GENERATE(values<Press>({
        // role    name                                            intents
        { "button", "Close",                                                                         { "CloseDetail" }               },
        { "tab",    "Devices",                                                                       { "ShowRoomTab 2" }             },
        { "tab",    "History",                                                                       { "ShowRoomTab 3" }             },
        { "button", "Preview: Assign 1 of 38 free Select licences, PO-5120 · covered to 3 Nov 2027", { "RunCure 0" }                 },
        { "button", "Place order: Order 1 Sync Plus licence, 1 year from its first assignment",      { "RunCure 1" }                 },
        { "link",   "entry 214",                                                                     { "Go #/t/northwind/data/214" } },
    }));
    check_press(drawing(with_detail(portal::RoomTab::why)), press);
}

TEST_CASE("rooms: the other tabs of the open room", "[ui][screens]")
{
    check_press(drawing(with_detail(portal::RoomTab::room)), { "button", "Insights, No", { "AskFeature insights" } });
    check_press(drawing(with_detail(portal::RoomTab::devices)), { "button", "Add device", { "AskAddDevice 3" } });
    auto covered = with_detail(portal::RoomTab::room);
    covered.detail->cover.tone = portal::Tone::covered;
    check_press(drawing(covered), { "button", "Take the licence back today", { "EndRoomAssignment 3" } });
}

TEST_CASE("rooms: only a covered room offers its licence back", "[ui][screens]")
{
    Stage stage;
    (void)stage.show(drawing(with_detail(portal::RoomTab::room)));
    CHECK_FALSE(stage.has("button", "Take the licence back today"));
}

TEST_CASE("rooms: the proof is read as a list with its marks", "[ui][screens]")
{
    Stage stage;
    (void)stage.show(drawing(with_detail(portal::RoomTab::why)));
    CHECK(stage.has("complementary", "Training 1"));
    CHECK(stage.has("heading", "Is Training 1 entitled to Insights today?"));
    CHECK(stage.has("list", "What was checked"));
    CHECK(stage.has("text", "An active licence must be assigned to it"));
    CHECK(stage.has("img", "Not fulfilled"));
    CHECK(stage.has("img", "Does not renew"));
    CHECK(stage.has("list", "What would make it a yes"));
    CHECK(stage.node("heading", "Rooms").extra.at("level") == "1");
    CHECK(stage.node("heading", "Training 1").extra.at("level") == "2");
}

TEST_CASE("rooms: a question, its answer in a sentence, what to do, and the reasons, all open", "[ui][screens]")
{
    auto const model = with_detail(portal::RoomTab::why);
    Stage stage { GENERATE(wide, phone_in_full) };
    (void)stage.show(drawing(model));
    auto const top_of = [&](char const* role, char const* name) { return stage.node(role, name).bounds.y; };
    auto const question = top_of("heading", "Is Training 1 entitled to Insights today?");
    auto const answer = top_of("heading", "Training 1 has not had Insights since 12 November 2026.");
    auto const ways = top_of("list", "What would make it a yes");
    CHECK(question < answer);
    CHECK(answer < ways);
    CHECK(ways < top_of("list", "What was checked"));
    CHECK(stage.has("text", "An active licence must be assigned to it"));
    CHECK(stage.has("text", "The term started with the first assignment"));
    CHECK(stage.node("link", "R110").extra.at("href") == "#/t/northwind/catalogue/rules?q=R110");
}

TEST_CASE("rooms: searching tells every stroke", "[ui][screens]")
{
    auto const draw = drawing(rooms());
    Stage stage;
    (void)stage.show(draw);
    CHECK(
        stage.type(draw, stage.node("searchbox", "Room or site"), "fjo") == std::vector<std::string> { "Search fjo" });
}

TEST_CASE("rooms: Escape closes the open room", "[ui][screens]")
{
    auto const draw = drawing(with_detail(portal::RoomTab::why));
    Stage stage;
    (void)stage.show(draw);
    CHECK(stage.strike(draw, "Escape") == std::vector<std::string> { "CloseDetail" });
}

TEST_CASE("rooms: nothing there says what to do", "[ui][screens]")
{
    auto empty = rooms(0);
    empty.none_at_all = true;
    check_press(drawing(empty), { "button", "Add room", { "AskAddRoom" } });
    check_press(drawing(empty), { "button", "Import", { "ChooseFile" } });

    auto nothing_found = rooms(0);
    nothing_found.query = "xyz";
    check_press(drawing(nothing_found),
        {
            "button", "Show all rooms", { "Search ", "ToggleFilter 1" }
    });
}

TEST_CASE("rooms: of 100,000 rows only those in view are asked for", "[ui][screens]")
{
    auto const size = GENERATE(wide, tablet, phone);
    CAPTURE(size.width);
    auto model = rooms(100'000);
    std::size_t asked = 0;
    std::size_t frames = 0;
    model.line = [&asked](std::size_t index) {
        ++asked;
        return room_line(index);
    };
    Stage::Draw const draw = [&](Frame& frame, Rect area) {
        static portal::Words const words { portal::Language::english };
        ++frames;
        return rooms_screen(frame, area, model, words);
    };
    Stage stage { size };
    (void)stage.show(draw);
    CHECK(asked / frames < 40);
    CHECK(stage.count("row") < 40);
    auto const head_rows = size.width < 600 ? 0 : 1;
    CHECK(stage.node("grid", "Rooms").extra.at("rowcount") == std::to_string(100'000 + head_rows));
}

TEST_CASE("rooms: on a phone one pane, and the cure under the thumb", "[ui][screens]")
{
    auto const open = drawing(with_detail(portal::RoomTab::why));
    check_press(open, { "button", "Back", { "CloseDetail" } }, phone);
    check_press(open,
        { "button", "Preview: Assign 1 of 38 free Select licences, PO-5120 · covered to 3 Nov 2027", { "RunCure 0" } },
        phone);
    Stage stage { phone };
    (void)stage.show(open);
    CHECK_FALSE(stage.has("grid", "Rooms"));
    CHECK(stage.node("button", "Preview: Assign 1 of 38 free Select licences, PO-5120 · covered to 3 Nov 2027").bounds.y
        > 700);
}

TEST_CASE("rooms: the open room begins where the list does that it stands in for", "[ui][screens]")
{
    auto const size = GENERATE(StageSize { 720, 1100 }, phone);
    auto const edge = [&](portal::RoomsModel const& model, char const* role, char const* name) {
        Stage stage { size };
        (void)stage.show(drawing(model));
        return stage.node(role, name).bounds.x;
    };
    CHECK(edge(with_detail(portal::RoomTab::room), "tab", "Room") == edge(rooms(), "heading", "Rooms"));
}

TEST_CASE("rooms: the phone's menu assigns, adds, imports and sorts", "[ui][screens]")
{
    auto const draw = drawing(rooms());
    auto const item = GENERATE(values<Press>({
        // role      name                 intents
        { "menuitem", "Assign licences", { "AssignMarked" } },
        { "menuitem", "Add room",        { "AskAddRoom" }   },
        { "menuitem", "Import",          { "ChooseFile" }   },
        { "menuitem", "Sort by Cover",   { "SortRooms 3" }  },
    }));
    CAPTURE(item.name);
    Stage stage { phone };
    (void)stage.show(draw);
    (void)stage.press(draw, stage.node("button", "Sort, add, import, assign"));
    CHECK(stage.press(draw, stage.node(item.role, item.name)) == item.wanted);
}

TEST_CASE("rooms: everything that is pressed is named", "[ui][screens]")
{
    check_whole_everywhere(drawing(rooms()));
    for (auto const tab :
        { portal::RoomTab::room, portal::RoomTab::why, portal::RoomTab::devices, portal::RoomTab::history }) {
        check_whole_everywhere(drawing(with_detail(tab)));
    }
}

} // namespace keyrack::ui::fixture
