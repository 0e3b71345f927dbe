// Lines with what to do, as every screen draws them.
#include "ui/screens/blocks.hpp"
#include "ui_screens/checks.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::ui;
using namespace keyrack::ui::fixture;

namespace {

portal::ActionLine line(char const* text, char const* action)
{
    return { .key = text,
        .subject = portal::Subject::ticket,
        .text = text,
        .second = "First response due in 38 min",
        .action = action,
        .fragment = std::string { "/" } + text };
}

Stage::Draw drawing(std::vector<portal::ActionLine> lines)
{
    return [lines = std::move(lines)](Frame& f, Rect area) {
        static portal::Words const words { portal::Language::english };
        Drawing d { f, words };
        auto inside = area.inset(20);
        draw_action_lines(d, inside, "lines", "Needs your attention", lines);
        return std::move(d.intents);
    };
}

} // namespace

TEST_CASE("a line that leads somewhere is pressed anywhere on it", "[ui][screens]")
{
    auto const size = GENERATE(wide, phone);
    CAPTURE(size.width);
    auto const draw = drawing({ line("Fjord is offline", "Open"), line("Alster is offline", "Open") });
    for (auto const* const text : { "Fjord is offline", "Alster is offline" }) {
        Stage stage { size };
        (void)stage.show(draw);
        std::vector<std::string> const wanted { std::string { "Go /" } + text };
        CHECK(stage.press(draw, stage.node("text", text)) == wanted);
    }
    check_press(draw, { "link", "Open: Fjord is offline", { "Go /Fjord is offline" } }, size);
}

TEST_CASE("a line that runs something is pressed on its button alone", "[ui][screens]")
{
    auto order = line("3 Sync Plus licences", "Order");
    order.fragment = {};
    order.run = "order";
    auto const draw = drawing({ order });
    Stage stage { phone };
    (void)stage.show(draw);
    CHECK(stage.press(draw, stage.node("text", "3 Sync Plus licences")).empty());
    check_press(draw, { "button", "Order: 3 Sync Plus licences", { "RunOnScreen order" } }, phone);
}

TEST_CASE("no line is drawn beside the ground of the line that is chosen", "[ui][screens]")
{
    auto const lines_drawn = [](std::size_t chosen) {
        std::vector three { line("Fjord", "Open"), line("Alster", "Open"), line("Limmat", "Open") };
        if (chosen < three.size()) three[chosen].selected = true;
        Stage stage;
        (void)stage.show(drawing(three));
        return stage.painted(tokens_of(Theme::light).line).size();
    };
    auto const both = lines_drawn(3);
    CHECK(both > 0);
    CHECK(lines_drawn(0) == both / 2);
    CHECK(lines_drawn(1) == 0);
    CHECK(lines_drawn(2) == both / 2);
}
