#include "ui_screens/checks.hpp"
#include "ui_screens/fixtures.hpp"

namespace keyrack::ui::fixture {

namespace {

portal::PortalModel first_visit(std::size_t tenants = 0)
{
    portal::PortalModel model;
    model.welcome = welcome(tenants);
    return model;
}

} // namespace

TEST_CASE("welcome: three ways to begin, and what is kept here", "[ui][screens]")
{
    struct Row
    {
        char const* name;
        char const* begins;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // name    begins with               wanted
        { "demo",   "Open the demo company.", "OpenDemo"             },
        { "empty",  "Start empty.",           "StartEmpty"           },
        { "import", "Import a file.",         "ChooseFile"           },
        { "kept",   "Open Northwind AG,",     "OpenTenant northwind" },
    }));
    CAPTURE(row.name);
    auto const draw = drawing(first_visit(2));
    for (auto const size : { wide, phone }) {
        Stage stage { size };
        (void)stage.show(draw);
        auto const node = stage.node("button", full_name(stage, "button", row.begins));
        CHECK(stage.activate(draw, node) == std::vector<std::string> { row.want });
        if (size.width == wide.width) {
            CHECK(stage.press(draw, node) == std::vector<std::string> { row.want });
        }
    }
}

TEST_CASE("welcome: what is kept stands before the three ways, and a refusal before both", "[ui][screens]")
{
    auto model = first_visit(1);
    model.welcome.failure = "This database is of a newer version.";
    Stage stage;
    (void)stage.show(drawing(model));
    auto const kept = stage.node("button", full_name(stage, "button", "Open Northwind AG"));
    auto const demo = stage.node("button", full_name(stage, "button", "Open the demo company"));
    CHECK(stage.node("text", model.welcome.failure).bounds.y < kept.bounds.y);
    CHECK(kept.bounds.y < demo.bounds.y);
}

TEST_CASE("welcome: who is invited to a company that is not here opens its file", "[ui][screens]")
{
    auto model = first_visit(1);
    model.welcome.invited = "You are invited to Acme, which is not on this device yet.";
    model.welcome.remedies = {
        { "Open the company’s file", "choose-file", true }
    };
    for (auto const size : { wide, phone })
        check_press(drawing(model), { "button", "Open the company’s file", { "RunOnScreen choose-file" } }, size);
    Stage stage;
    (void)stage.show(drawing(model));
    auto const kept = stage.node("button", full_name(stage, "button", "Open Northwind AG"));
    CHECK(stage.node("text", model.welcome.invited).bounds.y < kept.bounds.y);
}

TEST_CASE("welcome: the rack hangs beside the words, on a tablet, too", "[ui][screens]")
{
    auto const& tokens = tokens_of(Theme::light);
    auto const paper = mix(tokens.sidebar, tokens.sidebar_strong, 0.94F);
    for (auto const size : { wide, tablet }) {
        CAPTURE(size.width);
        Stage stage { size };
        (void)stage.show(drawing(first_visit()));
        auto const words = stage.node("heading", stage.words()("ui.welcome.title")).bounds;
        auto const first_way = stage.node("button", full_name(stage, "button", "Open the demo company.")).bounds;
        auto const rack = stage.painted(paper);
        CHECK(!rack.empty());
        for (auto const at : rack) {
            CHECK(at.x > words.right());
            CHECK(at.y < first_way.y);
        }
    }
    Stage stage { phone };
    (void)stage.show(drawing(first_visit()));
    CHECK(stage.painted(paper).empty());
}

} // namespace keyrack::ui::fixture
