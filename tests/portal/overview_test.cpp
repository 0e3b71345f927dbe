// The first screen of a tenant.
#include "portal/overview_model.hpp"
#include "portal/support_screen.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <set>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

TEST_CASE("a tenant opens with what needs somebody now", "[portal][overview][R35]")
{
    auto const stage = demo_stage();
    CHECK(stage->address() == "/t/northwind/overview");
    auto const& overview = stage->overview();
    REQUIRE(!overview.needs.empty());
    auto const uncovered = std::ranges::find(overview.needs, "uncovered", &ActionLine::key);
    REQUIRE(uncovered != overview.needs.end());
    CHECK(uncovered->fragment == "/t/northwind/assign");
    CHECK(uncovered->text == std::to_string(stage->session().navigation[1].badge) + " rooms have no cover");
    auto const ending =
        std::ranges::find_if(overview.needs, [](auto const& line) { return line.key.starts_with("ending-"); });
    REQUIRE(ending != overview.needs.end());
    CHECK_FALSE(ending->text.contains(" · ")); // whose it is stands below, with what to do
    CHECK(ending->second.contains(" · Order by"));
    // Of a kind few are told one by one; how many rooms the others are is told too.
    auto const others = std::ranges::find(overview.needs, "more-endings", &ActionLine::key);
    REQUIRE(others != overview.needs.end());
    CHECK(others->text == "Cover ends soon in 3 more rooms");
    CHECK(others->fragment == "/t/northwind/renewals");
    for (auto const& line : overview.needs) {
        CAPTURE(line.text);
        CHECK((!line.fragment.empty() || !line.run.empty()));
        CHECK(!line.action.empty());
    }
}

TEST_CASE("what is left of a clock is told as the queue of tickets tells it", "[portal][overview]")
{
    auto const stage = demo_stage();
    auto const& needs = stage->overview().needs;
    auto const line = std::ranges::find_if(needs, [](auto const& need) { return need.second.contains("TK-1005"); });
    REQUIRE(line != needs.end());
    CHECK(line->second == "TK-1005 · First response due in 1 h 25 min");
}

TEST_CASE("a clock has the colour that the queue of tickets gives it, however near it is", "[portal][overview][B4]")
{
    auto const stage = demo_stage();
    auto const needs = stage->overview().needs;
    (*stage)(Go { "/t/northwind/support" });
    auto const& queue = support(*stage);
    std::set<Tone> tones;
    for (std::size_t index = 0; index < queue.count; ++index) {
        auto const line = queue.line(index);
        CAPTURE(line.key);
        auto const need = std::ranges::find(needs, "ticket-" + line.key, &ActionLine::key);
        if (need == needs.end()) continue;
        CHECK(need->tone == line.clock.tone);
        tones.insert(need->tone);
    }
    CHECK(tones.contains(Tone::covered)); // due soon, and in time
    CHECK(tones.contains(Tone::ending));
}

TEST_CASE("every figure of the overview leads to its list or proof", "[portal][overview][R35][R90]")
{
    auto const stage = demo_stage();
    auto const figures = stage->overview().figures;
    REQUIRE(figures.size() == 4);
    CHECK(figures[3].second == "Next at 150 Select licences");
    for (auto const& figure : figures) {
        CAPTURE(figure.label, figure.fragment);
        auto const before = stage->toasts().size();
        (*stage)(Go { figure.fragment });
        CHECK(stage->toasts().size() == before);
        CHECK(stage->address() == figure.fragment);
        CHECK(figure.share >= 0);
        CHECK(figure.share <= 1);
    }
    (*stage)(Go { figures[0].fragment });
    CHECK(figures[0].link == std::to_string(stage->rooms().count) + " uncovered");
}

TEST_CASE("the figures are those of the lists on any day", "[portal][overview][R35]")
{
    auto const day = GENERATE("2025-01-01", "2026-11-22", "2027-08-01");
    auto const stage = demo_stage();
    (*stage)(Go { std::string { "/t/northwind/overview?as-of=" } + day });
    std::int64_t covered = 0, all = 0;
    for (auto const& site : stage->overview().sites) {
        covered += site.covered + site.ending;
        all += site.covered + site.ending + site.open;
    }
    auto const second = stage->overview().figures[0].second;
    if (stage->overview().more_sites.empty()) CHECK(second == std::format("{} of {}", covered, all));
}

TEST_CASE("a tenant without anything says what to do first", "[portal][overview]")
{
    Stage stage;
    stage(StartEmpty {})(EditDialog { "name", "Fjord" })(ConfirmDialog {});
    CHECK(stage.overview().nothing_yet);
    CHECK(!stage.overview().second.empty());
    CHECK(stage.overview().figures.empty());
}
