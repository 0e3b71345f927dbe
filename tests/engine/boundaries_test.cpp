// Both sides of boundaries that several rules share: 49, 50, 99 and 100 licences, the minute before and after a clock, 29
// February, the night of the clock change. Those of one rule stand with its rule.

#include "engine/question.hpp"
#include "engine/ticket.hpp"
#include "support/clocks.hpp"
#include "support/css_tenant.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

#include <string>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using catalogue::CssTier;
using catalogue::Desk;
using catalogue::Measure;
using catalogue::Tier;

namespace {

ClockStanding standing(Tier tier, Measure measure, char const* as_of)
{
    Ticket const ticket {
        "T-1", Desk::customer_success, instant("2026-11-20T16:00Z"), 1, tier, { "emea", "DE", "" },
             {}
    };
    for (auto const& clock : clocks_of(ticket, shipped_terms(support()), instant(as_of)))
        if (clock.measure == measure) return clock.standing;
    FAIL("no such clock");
    return {};
}

} // namespace

TEST_CASE(
    "R150, R151: the millisecond before and at which less than so many minutes are over", "[engine][R150][R151][D2]")
{
    struct Row
    {
        Tier tier;
        Measure measure;
        char const* before;
        char const* at;
    };
    auto const row = GENERATE(values<Row>({
        { Tier::select,        Measure::response,    "2026-11-20T16:29:59.999Z", "2026-11-20T16:30Z" },
        { Tier::priority,      Measure::response,    "2026-11-20T16:14:59.999Z", "2026-11-20T16:15Z" },
        { Tier::priority_plus, Measure::response,    "2026-11-20T16:09:59.999Z", "2026-11-20T16:10Z" },
        { Tier::priority,      Measure::restoration, "2026-11-20T21:59:59.999Z", "2026-11-20T22:00Z" },
        { Tier::priority_plus, Measure::restoration, "2026-11-20T19:59:59.999Z", "2026-11-20T20:00Z" },
    }));
    CAPTURE(row.at);
    CHECK(standing(row.tier, row.measure, row.before) == ClockStanding::in_time);
    CHECK(standing(row.tier, row.measure, row.at) == ClockStanding::breached);
}

TEST_CASE("R90, R91: the licence that makes the fifty and the hundred full, bought apart", "[engine][R90][R91][D9]")
{
    struct Row
    {
        int first, second;
        std::int64_t before, after, to_next;
    };
    auto const row = GENERATE(values<Row>({
        { 48, 1, 0, 0, 1  }, // 49
        { 49, 1, 0, 1, 50 }, // 50
        { 98, 1, 1, 1, 1  }, // 99
        { 99, 1, 1, 2, 50 }, // 100
    }));
    CAPTURE(row.first, row.second);
    Tenant tenant;
    tenant.order("PO-1", "select", 1, row.first, "2026-01-10").order("PO-2", "select", 1, row.second, "2026-02-10");
    CHECK(tenant.spares("2026-02-09").entitled == row.before);
    CHECK(tenant.spares("2026-02-10").entitled == row.after);
    CHECK(tenant.spares("2026-02-10").licences_to_next == row.to_next);
}

TEST_CASE("R179, R180: 99 of 100 licences covered give nothing, the hundredth gives all", "[engine][R179][R180]")
{
    struct Row
    {
        int covered;
        bool want;
    };
    auto const row = GENERATE(values<Row>({
        { 49,  false },
        { 50,  false },
        { 99,  false },
        { 100, true  },
    }));
    CAPTURE(row.covered);
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 100).covered("C-1", "apps", "north", row.covered);
    CHECK(tenant.scope_on("apps", "north", "2026-06-01").on.all_in == row.want);
}

TEST_CASE("R39, R42, R189: from and over 29 February", "[engine][R39][R42][R189]")
{
    Tenant tenant;
    // Day 30 of 30 January is 29 February in a leap year; day 60 counts it too.
    tenant.order("PO-1", "select", 1, 1, "2024-01-30").order("PO-2", "select", 1, 1, "2023-01-30");
    CHECK(tenant.status("PO-1", "2024-02-01").cancellable_until == date("2024-02-29"));
    CHECK(tenant.status("PO-2", "2023-02-01").cancellable_until == date("2023-03-01"));
    CHECK(tenant.status("PO-1", "2024-02-01").term.from == date("2024-03-30"));
    CHECK(tenant.status("PO-2", "2023-02-01").term.from == date("2023-03-31"));
    CssTenant css;
    css.licences("L-1", "apps", "north", 1, "2024-01-01");
    css.covered("C-1", "apps", "north", 1, CssTier::priority, "2024-02-29", 1);
    css.covered("C-2", "apps", "north", 1, CssTier::priority, "2028-02-29", 4);
    CHECK(css.contract("C-1", "2025-02-27").state == ContractState::active);
    CHECK(css.contract("C-1", "2025-02-28").state == ContractState::lapsed);
    CHECK(css.contract("C-2", "2032-02-28").state == ContractState::active);
    CHECK(css.contract("C-2", "2032-02-29").state == ContractState::lapsed);
}

TEST_CASE("R59, R103, D20, D26: 30 and 90 days that have a 29 February among them, and that have none",
    "[engine][R59][R103][D20][D26]")
{
    struct Row
    {
        char const* name;
        char const* begins;
        char const* last_of_30;
        char const* last_of_90;
    };
    auto const row = GENERATE(values<Row>({
        { "leap year",        "2024-02-01", "2024-03-02", "2024-05-01" },
        { "ordinary year",    "2026-02-01", "2026-03-03", "2026-05-02" },
        { "from 29 February", "2024-02-29", "2024-03-30", "2024-05-29" },
        { "to 29 February",   "2024-01-30", "2024-02-29", "2024-04-29" },
    }));
    CAPTURE(row.name);
    Tenant tenant { codec::shipped_catalogue() };
    tenant.apply(
        SendInvitation { "L-1", "ada@acme.example", "Ada", Role::admin, MailLanguage::english, date(row.begins) });
    tenant.apply(AddDevice { "SN-1", "Tap Bundle for Microsoft Teams Rooms", date(row.begins), "", {} });
    auto const after = [](char const* day) { return date(day) + Days { 1 }; };
    CHECK(outcome(tenant.try_to(AcceptInvitation { "L-1", "ada@acme.example", after(row.last_of_30) }))
        == "invitation_expired");
    CHECK(outcome(tenant.try_to(AcceptInvitation { "L-1", "ada@acme.example", date(row.last_of_30) })) == "applied");
    auto const has_jumpstart = [&](Date day) {
        auto const answer = verdict(tenant.ledger, tenant.catalogue(), JumpstartQuestion { "SN-1" }, day);
        return std::get<JumpstartAnswer>(*answer).answer == Holds::yes;
    };
    CHECK(has_jumpstart(date(row.last_of_90)));
    CHECK_FALSE(has_jumpstart(after(row.last_of_90)));
}

TEST_CASE("R176, D14: the last minute before closing and the first after opening, on both sides of the clock change",
    "[engine][R176][D14]")
{
    struct Row
    {
        char const* name;
        char const* opened;
        char const* as_of;
        std::int64_t minutes;
    };
    auto const row = GENERATE(values<Row>({
        // Berlin closes at 18:00: 17:00 UTC in winter, 16:00 in summer; it opens at 08:00
        { "Friday before, a minute before",  "2026-03-27T16:00Z", "2026-03-27T16:59Z", 59 },
        { "Friday before, a minute after",   "2026-03-27T16:00Z", "2026-03-27T17:01Z", 60 },
        { "Monday after, a minute before",   "2026-03-30T15:00Z", "2026-03-30T15:59Z", 59 },
        { "Monday after, a minute after",    "2026-03-30T15:00Z", "2026-03-30T16:01Z", 60 },
        { "over the night, a minute before", "2026-03-27T16:59Z", "2026-03-30T05:59Z", 1  },
        { "over the night, a minute after",  "2026-03-27T16:59Z", "2026-03-30T06:01Z", 2  },
        { "autumn, a minute before",         "2026-10-23T15:59Z", "2026-10-26T06:59Z", 1  },
        { "autumn, a minute after",          "2026-10-23T15:59Z", "2026-10-26T07:01Z", 2  },
    }));
    CAPTURE(row.name);
    Ticket const ticket {
        "T-1", Desk::customer_success, instant(row.opened), 3, Tier::select, { "emea", "DE", "" },
             {}
    };
    for (auto const& clock : clocks_of(ticket, shipped_terms(support()), instant(row.as_of)))
        if (clock.measure == Measure::response) CHECK(clock.strip.counted == std::chrono::minutes { row.minutes });
}
