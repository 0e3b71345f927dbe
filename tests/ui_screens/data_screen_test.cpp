#include "ui/screens/data.hpp"
#include "ui_screens/checks.hpp"
#include "ui_screens/fixtures.hpp"

namespace keyrack::ui::fixture {

namespace {

Stage::Draw drawing(portal::DataModel const& model)
{
    return [model](Frame& frame, Rect area) {
        static portal::Words const words { portal::Language::english };
        return data_screen(frame, area, model, words);
    };
}

portal::DataModel with_report()
{
    auto model = data();
    model.report = import_report();
    return model;
}

} // namespace

TEST_CASE("data: what is pressed says what is wanted", "[ui][screens]")
{
    auto const press = GENERATE(values<Press>({
        // role    name                                                      intents
        { "button", "Download database",              { "DownloadDatabase" } },
        { "button", "Choose file",                    { "ChooseFile" }       },
        { "button", "Undo: Room Fjord added in Oslo", { "UndoEntry 13" }     },
    }));
    check_press(drawing(data()), press);
}

TEST_CASE("data: the report tells what was refused and flagged, and is put away", "[ui][screens]")
{
    auto const draw = drawing(with_report());
    Stage stage;
    (void)stage.show(draw);
    CHECK(stage.has("region", "rooms.json is imported"));
    CHECK(stage.has("text", "3 rows were refused: the date does not exist"));
    CHECK(stage.has("img", "Refused"));
    CHECK(stage.has("img", "Flagged"));
    CHECK(stage.has("text", "Row 800 of “assignments”, field “from” · line 812 · “2026-02-30”"));
    check_press(draw, { "button", "Close the report", { "DismissReport" } });
}

TEST_CASE("data: of 100,000 entries only those in view are asked for", "[ui][screens]")
{
    auto model = data(100'000);
    std::size_t asked = 0;
    std::size_t frames = 0;
    model.journal = [&asked, journal = model.journal](std::size_t index) {
        ++asked;
        return journal(index);
    };
    Stage::Draw const draw = [&](Frame& frame, Rect area) {
        static portal::Words const words { portal::Language::english };
        ++frames;
        return data_screen(frame, area, model, words);
    };
    Stage stage;
    (void)stage.show(draw);
    CHECK(asked / frames < 30);
    CHECK(asked > 0);
}

TEST_CASE("data: the entry that the address names comes into view, and can be scrolled away from", "[ui][screens]")
{
    auto model = data(100'000);
    model.journal_selected = 40'000;
    auto const draw = drawing(model);
    Stage stage;
    stage.use_touch();
    auto const touch = [&](PointerPhase phase, Point at) {
        (void)stage.point(draw, { .phase = phase, .at = at, .kind = PointerKind::touch }, 1);
        return stage.has("text", "60000"); // counted from the newest
    };
    CHECK(touch(PointerPhase::move, { 700, 300 }));
    CHECK(touch(PointerPhase::down, { 700, 300 }));
    touch(PointerPhase::move, { 700, 320 }); // then it is a drag
    touch(PointerPhase::move, { 700, 850 });
    CHECK_FALSE(touch(PointerPhase::up, { 700, 850 }));
}

TEST_CASE("data: an empty journal says what will stand there", "[ui][screens]")
{
    Stage stage;
    (void)stage.show(drawing(data(0)));
    CHECK(stage.has("heading", "Nothing has happened yet"));
}

TEST_CASE("data: everything that is pressed is named", "[ui][screens]")
{
    check_whole_everywhere(drawing(data()));
    check_whole_everywhere(drawing(with_report()));
}

} // namespace keyrack::ui::fixture
