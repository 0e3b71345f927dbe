// The service orders as their screen tells them.
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

TEST_CASE("the service orders show counts, spares and their proof", "[portal][R35][R90][R91][R92]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/orders" });
    auto const& orders = stage->orders();
    REQUIRE(orders.figures.size() == 3);
    CHECK(orders.spares.question.empty());
    (*stage)(AskSpares {});
    CHECK(stage->orders().spares.answer_text == stage->orders().figures[1].value);
    CHECK(stage->orders().spares.verdict == "2 spares earned");
    CHECK(stage->orders().spares.steps.size() > 2);
    CHECK(stage->address().ends_with("?ask=spares"));
    (*stage)(CloseDetail {});
    CHECK(stage->orders().spares.question.empty());
}

TEST_CASE(
    "the licences are those of all orders that are not over, the free ones as the table counts them", "[portal][R39]")
{
    struct Row
    {
        char const *day, *licences, *second;
    };
    auto const row = GENERATE(values<Row>({
        // day         licences
        { "2026-11-22", "120", "62 assigned · 58 free, 28 of them not started" },
        { "2027-01-14", "108", "50 assigned · 58 free, 28 of them not started" }, // the 12 of PO-0988 are over
        { "2027-01-15", "108", "50 assigned · 58 free, 8 of them not started"  }, // the 20 of PO-1072 begin
        { "2027-01-17", "108", "50 assigned · 58 free"                         }, // and the 8 of PO-1075
    }));
    CAPTURE(row.day);
    auto const stage = demo_stage();
    (*stage)(Go { std::string { "/t/northwind/orders?as-of=" } + row.day });
    CHECK(stage->orders().second == "7 orders"); // those that are over stand in the list as well
    auto const& figure = stage->orders().figures[0];
    CHECK(figure.label == "Licences");
    CHECK(figure.value == row.licences);
    CHECK(figure.second == row.second);
}

TEST_CASE("until an order is first used, its end is told as the latest that can be, like its start", "[portal][R39]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/orders/PO-1072" });
    auto const& lines = stage->orders().lines;
    auto const unused = *std::ranges::find(lines, "PO-1072", &OrderLine::order);
    CHECK(unused.start == "15 Jan 2027 at the latest");
    CHECK(unused.end == "15 Jan 2030 at the latest");
    auto const& facts = stage->orders().detail->facts;
    CHECK(std::ranges::contains(facts, std::pair { std::string { "End" }, unused.end }));
    auto const used = std::ranges::find(lines, "PO-1041", &OrderLine::order);
    CHECK_FALSE(used->end.contains("latest"));
    (*stage)(AskCancelOrder { unused.id })(ConfirmDialog {});
    CHECK(std::ranges::find(stage->orders().lines, "PO-1072", &OrderLine::order)->end == "22 Nov 2026");
}

TEST_CASE(
    "the steps of a proof tell an open term as the list does, and none as running before it begins", "[portal][R39]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/orders/PO-1072?ask=spares" });
    auto const& counted = stage->orders().spares.steps;
    auto const counts = std::ranges::find(counted, "PO-1072 counts", &ProofStep::text);
    REQUIRE(counts != counted.end());
    CHECK(counts->second == "20 licences · bought 16 Nov 2026 · to 15 Jan 2030 at the latest");
    auto const used = std::ranges::find(counted, "PO-1041 counts", &ProofStep::text);
    REQUIRE(used != counted.end());
    CHECK(used->second.ends_with("to 11 May 2029"));
    auto const& steps = stage->orders().detail->proof.steps;
    auto const ahead = std::ranges::find(steps, "The term is not over: it has not begun yet", &ProofStep::text);
    REQUIRE(ahead != steps.end());
    CHECK(ahead->second == "3 years · 15 Jan 2027 at the latest → 15 Jan 2030 at the latest");
    auto const waits = std::ranges::find(steps, "The term has not started yet", &ProofStep::text);
    REQUIRE(waits != steps.end());
    CHECK(waits->second.starts_with("15 Jan 2027 at the latest · bought 16 Nov 2026"));
    (*stage)(Go { "/t/northwind/orders/PO-1041" });
    CHECK(std::ranges::contains(stage->orders().detail->proof.steps, "The term is still running", &ProofStep::text));
}
