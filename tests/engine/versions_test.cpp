// Terms that change: an order keeps those it was bought under.

#include "engine/coverage.hpp"
#include "engine/forecast.hpp"
#include "engine/plan.hpp"
#include "engine/warranty.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

// Until 2026-06-01 Select started within 60 days, was sold for one to five years, could be cancelled for 30 days and
// reached five years of warranty; since then 90 days, three years, 14 days and six years.
catalogue::Catalogue const& changed_terms()
{
    static auto const catalogue = [] {
        auto select = select_programme();
        catalogue::EarlierTerms before;
        before.until = date("2026-06-01");
        before.term = select.term;
        before.cancel_within_days = select.cancel_within_days;
        before.warranty_cap_years = select.warranty_cap_years;
        select.earlier = std::vector { before };
        select.term.start_within_days.value = 90;
        select.term.sku_years.value = { 3 };
        select.cancel_within_days->value = 14;
        select.warranty_cap_years->value = 6;
        return catalogue::Catalogue {
            { select, sync_plus_programme() },
            {}
        };
    }();
    return catalogue;
}

} // namespace

TEST_CASE("R39, D4: an order starts by the terms of its day", "[engine][R39][D4]")
{
    struct Row
    {
        char const* purchased;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-05-31", "2026-07-30" }, // 60 days
        { "2026-06-01", "2026-08-30" }, // 90 days
    }));
    Tenant tenant { changed_terms() };
    tenant.order("PO-1", "select", 3, 1, row.purchased);
    CHECK(tenant.status("PO-1", "2026-06-02").term.from == date(row.want));
}

TEST_CASE("R37: what is sold is what was sold on the day", "[engine][R37]")
{
    struct Row
    {
        char const* purchased;
        int years;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-05-31", 5, "applied parties_unknown" },
        { "2026-06-01", 5, "years_not_sold"          },
        { "2026-06-01", 3, "applied parties_unknown" },
    }));
    Tenant tenant { changed_terms() };
    CHECK(outcome(tenant.try_to(placing("PO-1", "select", row.years, 1, row.purchased), Manner::live)).substr(0, 7)
        == std::string_view { row.want }.substr(0, 7));
}

TEST_CASE("R42, D5: an order is cancelled by the terms of its day", "[engine][R42][D5]")
{
    struct Row
    {
        char const* purchased;
        char const* on;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-05-31", "2026-06-30", "applied"             }, // day 30 of 30
        { "2026-05-31", "2026-07-01", "cancellation_closed" },
        { "2026-06-01", "2026-06-15", "applied"             }, // day 14 of 14
        { "2026-06-01", "2026-06-16", "cancellation_closed" },
    }));
    CAPTURE(row.purchased, row.on);
    Tenant tenant { changed_terms() };
    tenant.order("PO-1", "select", 3, 1, row.purchased);
    bool const open = tenant.status("PO-1", row.on).cancellable_until.has_value();
    CHECK(open == (std::string_view { row.want } == "applied"));
    CHECK(outcome(tenant.try_to(CancelOrder { "PO-1", date(row.on) })) == row.want);
}

TEST_CASE("R88, D6: the cap is that of the terms on which the covering order was bought", "[engine][R88][D6]")
{
    struct Row
    {
        char const* purchased;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-05-31", "2029-02-01" }, // five years
        { "2026-06-01", "2029-07-01" }, // six: as long as the licence
    }));
    CAPTURE(row.purchased);
    Tenant tenant { changed_terms() };
    tenant.room("fjord").device("SN-1", "2024-02-01", "fjord").base_warranty(2);
    tenant.order("PO-1", "select", 3, 1, row.purchased).assign("PO-1", 1, "fjord", "2026-07-01");
    auto const device = tenant.device_id("SN-1");
    auto const proven = warranty_on(tenant.ledger, tenant.catalogue(), device, date("2026-08-01")).warranty;
    auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), date("2026-08-01"));
    CHECK(proven.extended_to == date(row.want));
    CHECK(warranty_of_all(tenant.ledger, tenant.catalogue(), columns, date("2026-08-01"))[device.row()] == proven);
}

TEST_CASE(
    "R39, R88: a forecast buys by the terms of the day on which it would be bought", "[engine][R37][R39][R88][B5]")
{
    struct Row
    {
        char const* name;
        char const* end;
        char const* device_bought;
        char const* order_from;
        int years;
        std::int64_t clipped;
    };
    auto const row = GENERATE(values<Row>({
        // 60 days, one to five years, a cap of five; since 2026-06-01 90 days, three years, a cap of six
        { "ends before the change",         "2026-05-20", "2021-08-01", "2026-03-21", 1, 1 },
        { "bought before, 60 days are few", "2026-07-15", "2024-01-01", "2026-05-16", 3, 0 },
        { "bought before, 60 days too few", "2026-08-10", "2024-01-01", "2026-06-01", 3, 0 },
        { "ends long after it",             "2026-12-01", "2024-01-01", "2026-09-02", 3, 0 },
        { "an old device",                  "2026-12-01", "2021-08-01", "2026-09-02", 3, 1 },
    }));
    CAPTURE(row.name);
    Tenant tenant { changed_terms() };
    Date const end = date(row.end);
    tenant.room("fjord").device("SN-1", row.device_bought, "fjord");
    auto const start = iso(plus_years(end, -1));
    tenant.order("PO-1", "select", 1, 1, start).assign("PO-1", 1, "fjord", start);
    auto const forecast = forecast_of(tenant.ledger, tenant.catalogue(), { plus_days(end, -1), plus_days(end, 1) });
    REQUIRE(forecast.endings.size() == 1);
    CHECK(forecast.endings.front().order_from == date(row.order_from));
    REQUIRE(forecast.proposals.size() == 1);
    auto const& order = forecast.proposals.front().orders.front();
    CHECK(order.years == row.years);
    CHECK(order.clipped == row.clipped);
    for (Command const& step : order.steps) CHECK(outcome(tenant.try_to(step)).starts_with("applied"));
}

TEST_CASE("R88, D6: a plan counts the warranty by the cap under which a licence was bought", "[engine][R88][D6][B6]")
{
    struct Row
    {
        char const* purchased;
        char const* want; // until when the warranty would run
    };
    auto const row = GENERATE(values<Row>({
        { "2026-05-31", "2027-03-01" }, // a cap of five years
        { "2026-06-01", "2028-03-01" }, // of six
    }));
    Tenant tenant { changed_terms() };
    tenant.room("fjord").device("SN-1", "2022-03-01", "fjord").order("PO-1", "select", 3, 1, row.purchased);
    auto const plan =
        plan_on(tenant.ledger, tenant.catalogue(), { { Priority::warranty_days }, {} }, date("2026-06-15"));
    REQUIRE(plan.planned.size() == 1);
    CHECK(plan.worth.counts[0] == days_since_epoch(date(row.want)) - days_since_epoch(date("2026-06-15")));
}
