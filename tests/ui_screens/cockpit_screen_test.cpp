// The page of all companies, as it is drawn.

#include "ui/screens/cockpit.hpp"
#include "ui_screens/checks.hpp"

namespace keyrack::ui::fixture {

namespace {

portal::LeadingFigure a_figure(std::string label)
{
    portal::LeadingFigure figure;
    figure.label = std::move(label);
    figure.value = "12";
    figure.second = "12 rooms";
    figure.link = "See them";
    figure.fragment = "/t/acme/rooms";
    return figure;
}

portal::ActionLine a_need(std::string text)
{
    portal::ActionLine line;
    line.key = line.text = std::move(text);
    line.second = "Order by 10 Dec 2026";
    return line;
}

portal::CockpitModel one_company()
{
    portal::CompanyCard company;
    company.slug = "acme";
    company.name = "Acme";
    company.fragment = "/t/acme/overview";
    company.needs = { a_need("18 rooms have no cover") };
    portal::CockpitModel model;
    model.figures = { a_figure("Rooms covered"), a_figure("Ending in 90 days") };
    model.companies = { company };
    model.endings = { a_need("3 rooms end on 10 Dec 2026") };
    return model;
}

} // namespace

TEST_CASE("companies: the cards below the figures stand in the figures' columns", "[ui][screens][cockpit]")
{
    auto const model = one_company();
    Stage stage;
    (void)stage.show([&](Frame& frame, Rect area) {
        return cockpit_screen(frame, area, model, stage.words(), portal::Appearance::system, false);
    });
    auto const figure = [&](char const* label) { return stage.node("link", full_name(stage, "link", label)).bounds; };
    auto const lines = [&](std::string_view name) { return stage.node("list", name).bounds.inset(-space::card, 0); };
    auto const left = lines("Acme");
    auto const right = lines(stage.words()("ui.cockpit.endings"));
    CHECK(left.x == figure("Rooms covered").x);
    CHECK(left.right() == figure("Rooms covered").right());
    CHECK(right.x == figure("Ending in 90 days").x);
    CHECK(right.right() == figure("Ending in 90 days").right());
}

} // namespace keyrack::ui::fixture
