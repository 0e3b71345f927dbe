// The palette: its field, its list, and the ways out of it.

#include "portal/palette_model.hpp"
#include "ui/screens/view.hpp"
#include "ui_screens/checks.hpp"
#include "ui_screens/fixtures.hpp"

namespace keyrack::ui::fixture {

using portal::ScreenKind;

TEST_CASE("the palette is a combobox with its list, and keys choose from it", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::rooms);
    portal::PaletteModel palette { .query = "fj", .lines = {}, .found = "2 found", .searching = false };
    palette.lines.push_back({ .subject = portal::PaletteSubject::room,
        .key = "room.fjord",
        .text = "Fjord",
        .second = "Oslo",
        .group = "Rooms" });
    palette.lines.push_back(
        { .subject = portal::PaletteSubject::action, .key = "do", .text = "Add a room", .group = "Commands" });
    model.palette = std::make_shared<portal::PaletteModel const>(palette);
    auto const draw = drawing(model);
    Stage stage;
    (void)stage.show(draw);
    auto const field = stage.node("combobox", "Search or run a command");
    CHECK(field.value == "fj");
    CHECK(field.has('e'));
    CHECK(std::stoul(field.extra.at("controls")) == stage.node("listbox", "Found").id);
    CHECK(std::stoul(field.extra.at("active")) == stage.node("option", "Fjord, Oslo").id);
    CHECK(stage.node("option", "Fjord, Oslo").has('s'));
    CHECK(!stage.has("button", "Add room")); // what lies below is not in the mirror
    CHECK(stage.strike(draw, "Enter") == std::vector<std::string> { "RunPalette room.fjord" });
    CHECK(stage.strike(draw, "ArrowDown").empty());
    CHECK(stage.strike(draw, "Enter") == std::vector<std::string> { "RunPalette do" });
    CHECK(stage.strike(draw, "Escape") == std::vector<std::string> { "ClosePalette" });
    CHECK(stage.type(draw, field, "fjo") == std::vector<std::string> { "SearchPalette fjo" });
    check_press(draw, { "option", "Add a room", { "RunPalette do" } });
}

TEST_CASE("on a phone the palette has a button that closes it, behind its field", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::rooms);
    model.palette = std::make_shared<portal::PaletteModel const>();
    auto const draw = drawing(model);
    check_press(draw, { "button", "Close", { "ClosePalette" } }, phone);
    Stage stage { phone };
    stage.use_touch();
    (void)stage.show(draw);
    auto const field = stage.node("combobox", "Search or run a command").bounds;
    auto const close = stage.node("button", "Close");
    CHECK(close.bounds.x >= field.right());
    CHECK(close.bounds.centre().y == field.centre().y);
    for (auto const corner : {
             Point { -21, -21 },
              Point { 21,  21  }
    }) { // its target of 44
        auto at = close;
        at.bounds = Rect { close.bounds.centre().x + corner.x, close.bounds.centre().y + corner.y, 0, 0 }.inset(-1);
        CHECK(stage.press(draw, at) == std::vector<std::string> { "ClosePalette" });
    }
    Stage desk;
    (void)desk.show(draw);
    CHECK(!desk.has("button", "Close"));
}

TEST_CASE("lines of the palette stand in groups that are read with their names", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::rooms);
    model.palette = std::make_shared<portal::PaletteModel const>(portal::PaletteModel {
        .query = "o",
        .lines = { { .key = "room.fjord", .text = "Fjord", .group = "Rooms" }, { .key = "room.oslo", .text = "Oslo" },
                  { .key = "do", .text = "Add a room", .group = "Commands" } },
        .found = "3 found"
    });
    auto const draw = drawing(model);
    Stage stage;
    (void)stage.show(draw);
    auto const rooms = stage.node("group", "Rooms");
    CHECK(rooms.parent == stage.node("listbox", "Found").id);
    CHECK(stage.node("option", "Fjord").parent == rooms.id);
    CHECK(stage.node("option", "Oslo").parent == rooms.id);
    CHECK(stage.node("option", "Add a room").parent == stage.node("group", "Commands").id);
}

TEST_CASE("what arrives does not move the line that somebody went to", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::rooms);
    auto const with = [&](std::vector<std::string> const& keys) {
        portal::PaletteModel palette { .query = "o", .lines = {}, .found = "found" };
        for (auto const& key : keys) palette.lines.push_back({ .key = key, .text = key });
        model.palette = std::make_shared<portal::PaletteModel const>(std::move(palette));
    };
    ViewMemory memory;
    auto const draw = [&](Frame& frame, Rect) {
        static portal::Words const words { portal::Language::english };
        return draw_view(frame, model, words, portal::Appearance::system, memory);
    };
    Stage stage;
    with({ "a", "b" });
    (void)stage.show(draw);
    with({ "best", "a", "b" });
    CHECK(stage.strike(draw, "Enter") == std::vector<std::string> { "RunPalette best" }); // nobody went anywhere
    CHECK(stage.strike(draw, "ArrowDown").empty());
    CHECK(stage.strike(draw, "ArrowDown").empty());
    with({ "better", "best", "b", "a" });
    (void)stage.show(draw);
    CHECK(stage.node("option", "b").has('s'));
    CHECK(stage.strike(draw, "Enter") == std::vector<std::string> { "RunPalette b" });
    with({ "better", "a" }); // it is gone
    CHECK(stage.strike(draw, "Enter") == std::vector<std::string> { "RunPalette better" });
}

} // namespace keyrack::ui::fixture
