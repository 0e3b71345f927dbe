// What ends in a large tenant: a list of hundreds costs what is near the view.
#include "portal/renewals_model.hpp"
#include "ui/screens/renewals.hpp"
#include "ui_screens/checks.hpp"

#include <string>
#include <vector>

namespace keyrack::ui::fixture {

namespace {

Stage::Draw drawing(std::size_t count)
{
    portal::RenewalsModel model;
    model.second = "rooms";
    for (std::size_t at = 0; at < count; ++at) {
        auto const key = "ending-" + std::to_string(at + 1);
        model.endings.push_back({
            .key = key,
            .subject = portal::Subject::ending,
            .text = "12 rooms end on 28 Jan 2027: " + key,
            .second = "Order between 29 Nov 2026 and 28 Jan 2027",
            .chip = { portal::Tone::neutral, "67 days left" },
            .action = {},
            .fragment = {},
            .open = "/t/northwind/renewals/" + key
        });
    }
    return [model](Frame& frame, Rect area) {
        static portal::Words const words { portal::Language::english };
        return renewals_screen(frame, area, model, words);
    };
}

std::vector<SeenNode> items(Stage const& stage)
{
    std::vector<SeenNode> items;
    for (auto const& node : stage.nodes())
        if (node.role == "listitem") items.push_back(node);
    return items;
}

} // namespace

TEST_CASE("a long list of endings has nodes for what is near the view, and says how long it is", "[ui][screens]")
{
    Stage stage { wide };
    CHECK(stage.show(drawing(500)).empty());
    auto const seen = items(stage);
    REQUIRE(seen.size() > 10);
    CHECK(seen.size() < 100);
    for (std::size_t at = 0; at < seen.size(); ++at) {
        CHECK(seen[at].extra.at("posinset") == std::to_string(at + 1));
        CHECK(seen[at].extra.at("setsize") == "500");
    }
    CHECK(stage.has("link", "12 rooms end on 28 Jan 2027: ending-1"));
    check_press(
        drawing(500), { "link", "12 rooms end on 28 Jan 2027: ending-2", { "Go /t/northwind/renewals/ending-2" } });
}

TEST_CASE("on a phone the button stands below words that would be a column beside it", "[ui][screens]")
{
    struct Row
    {
        char const* second;
        bool below;
    };
    auto const row = GENERATE(values<Row>({
        { "Order by 9 Dec 2026",                                        false },
        { "Northwind Deutschland GmbH · Order by 9 Dec 2026 · 9 Dec 2026 to 9 Dec 2027 · ends within 3 days of each "
          "other "
          "instead of 60 · the cap ends 2 warranties earlier", true  },
    }));
    CAPTURE(row.second);
    portal::RenewalsModel model;
    model.proposals.push_back({ .key = "proposal",
        .subject = portal::Subject::order,
        .text = "3 licences",
        .second = row.second,
        .action = "Order",
        .fragment = {},
        .run = "order:1" });
    model.free = "8 licences are free";
    model.endings.push_back({ .key = "ending", .text = "ends", .second = {}, .action = {}, .fragment = {} });
    Stage stage { phone };
    CHECK(stage.show([&](Frame& frame, Rect area) { return renewals_screen(frame, area, model, stage.words()); })
            .empty());
    auto const words = stage.node("text", row.second).bounds;
    CHECK(stage.node("text", model.free).bounds.bottom() <= words.y);
    auto const button = stage.node("button", "Order: 3 licences").bounds;
    CHECK((button.y >= words.bottom()) == row.below);
    CHECK((button.x >= words.right()) != row.below);
}

TEST_CASE("a list of endings that is not long is there as a whole", "[ui][screens]")
{
    Stage stage { wide };
    CHECK(stage.show(drawing(60)).empty());
    CHECK(items(stage).size() == 60);
}

} // namespace keyrack::ui::fixture
