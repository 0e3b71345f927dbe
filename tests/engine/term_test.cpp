// When a term starts and ends: R37–R41 with D3 and D4.

#include "engine/coverage.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

TEST_CASE("R39: the term starts with the first assignment or on day 60", "[engine][R39][D3][D4]")
{
    struct Row
    {
        char const* name;
        char const* purchased;
        char const* first;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // name                     purchased     first         want
        { "on the day of purchase", "2026-01-10", "2026-01-10", "2026-01-10" },
        { "assigned early",         "2026-01-10", "2026-01-20", "2026-01-20" },
        { "assigned on day 59",     "2026-01-10", "2026-03-10", "2026-03-10" },
        { "assigned on day 60",     "2026-01-10", "2026-03-11", "2026-03-11" },
        { "assigned on day 61",     "2026-01-10", "2026-03-12", "2026-03-11" },
        { "assigned late",          "2026-01-10", "2026-05-01", "2026-03-11" },
        { "never assigned",         "2026-01-10", "",           "2026-03-11" },
        { "in a leap year",         "2024-01-10", "",           "2024-03-10" },
        { "over the year's end",    "2025-12-15", "",           "2026-02-13" },
    }));
    CAPTURE(row.name);
    auto const first = date_or_never(row.first);
    CHECK(shown(term_of(an_order(row.purchased), first, sync_plus_programme().term).from) == row.want);
    CHECK(shown(term_of(an_order(row.purchased), first, select_programme().term).from) == row.want);
}

TEST_CASE("R37, R38, R40: the term runs for the years of its SKU and not a day longer", "[engine][R37][R38][R40]")
{
    struct Row
    {
        char const* first;
        int years;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // first assigned, years, ends on (exclusive)
        { "2026-01-20", 1, "2027-01-20" },
        { "2026-01-20", 2, "2028-01-20" },
        { "2026-01-20", 5, "2031-01-20" },
        { "2024-02-29", 1, "2025-02-28" },
        { "2024-02-29", 4, "2028-02-29" },
    }));
    CAPTURE(row.first, row.years);
    auto const order = an_order("2024-02-29", row.years);
    auto const term = term_of(order, date(row.first),
        catalogue::TermRule {
            { 10'000, {} },
            {},
            {}
    });
    CHECK(shown(term.from) == row.first);
    CHECK(shown(term.to) == row.want);
}

TEST_CASE("R39, D4: the first assignment of any licence starts the term of the whole order", "[engine][R39][D4]")
{
    auto const programme = GENERATE("select", "sync_plus");
    CAPTURE(programme);
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", programme, 1, 3, "2026-01-10");
    CHECK(shown(tenant.status("PO-1", "2026-01-12").term.from) == "2026-03-11");
    CHECK(tenant.status("PO-1", "2026-01-12").state == OrderState::not_started);

    tenant.assign("PO-1", 2, "left", "2026-02-01");
    CHECK(shown(tenant.status("PO-1", "2026-02-01").term.from) == "2026-02-01");
    CHECK(shown(tenant.status("PO-1", "2026-02-01").term.to) == "2027-02-01");

    tenant.assign("PO-1", 3, "right", "2026-06-01");
    CHECK(shown(tenant.status("PO-1", "2026-06-01").term.to) == "2027-02-01");
    CHECK(shown(tenant.covered_by("right", tenant.ledger.orders()[tenant.order_id("PO-1")].programme, "2026-06-01")
                  .until.value_or(never))
        == "2027-02-01");
}

TEST_CASE(
    "R39: an earlier assignment that comes later moves the start, and its withdrawal moves it back", "[engine][R39]")
{
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "select", 1, 2, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-20").assign("PO-1", 2, "right", "2026-02-01");
    CHECK(shown(tenant.status("PO-1", "2026-03-01").term.from) == "2026-02-01");
    tenant.apply(WithdrawAssignments { { { { "PO-1", 2 }, date("2026-02-01") } } });
    CHECK(shown(tenant.status("PO-1", "2026-03-01").term.from) == "2026-02-20");
    tenant.apply(WithdrawAssignments { { { { "PO-1", 1 }, date("2026-02-20") } } });
    CHECK(shown(tenant.status("PO-1", "2026-03-01").term.from) == "2026-03-11");
}

TEST_CASE("R40, R41: on the day the term ends cover stops, and only a purchase and an assignment bring it back",
    "[engine][R40][R41]")
{
    Tenant tenant;
    tenant.room("left").order("PO-1", "sync_plus", 1, 1, "2026-01-10").assign("PO-1", 1, "left", "2026-01-20");
    CHECK(tenant.covered_by("left", sync_plus_id, "2027-01-19").answer == Holds::yes);
    auto const over = tenant.covered_by("left", sync_plus_id, "2027-01-20");
    CHECK(over.answer == Holds::no);
    CHECK(over.since == date("2027-01-20"));

    tenant.order("PO-2", "sync_plus", 1, 1, "2027-01-20"); // repurchased and not assigned
    CHECK(tenant.covered_by("left", sync_plus_id, "2027-04-01").answer == Holds::no);
    tenant.assign("PO-2", 1, "left", "2027-02-01");
    CHECK(tenant.covered_by("left", sync_plus_id, "2027-01-31").answer == Holds::no);
    CHECK(tenant.covered_by("left", sync_plus_id, "2027-02-01").until == date("2028-02-01"));
}

TEST_CASE("R39: a term that nobody starts runs from day 60 all the same", "[engine][R39][D3]")
{
    struct Row
    {
        char const* as_of;
        OrderState want;
    };
    auto const row = GENERATE(values<Row>({
        // as of        state
        { "2026-01-09", OrderState::not_started },
        { "2026-03-10", OrderState::not_started }, // day 59
        { "2026-03-11", OrderState::running     }, // day 60
        { "2027-03-10", OrderState::running     },
        { "2027-03-11", OrderState::ended       },
    }));
    CAPTURE(row.as_of);
    Tenant tenant;
    tenant.order("PO-1", "sync_plus", 1, 5, "2026-01-10");
    CHECK(tenant.status("PO-1", row.as_of).state == row.want);
}
