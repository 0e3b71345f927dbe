// Questions on Customer Success Services: what an ORG-ID is served, what breaches, and how a contract stands.

#include "support/asking.hpp"
#include "support/css_tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using catalogue::Benefit;
using catalogue::CssTier;

namespace {

std::string kinds_of(std::vector<BreachAnswer> const& breaches)
{
    std::string kinds;
    for (auto const& each : breaches) kinds.append(kinds.empty() ? "" : " ").append(code(each.breach.kind));
    return kinds;
}

// C-1 covers "apps" under "north" for 2026.
CssTenant a_contract(CssTier tier = CssTier::priority)
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", 5, tier);
    return tenant;
}

std::string step_of(ContractAnswer const& answer)
{
    if (answer.steps.empty()) return "";
    return std::holds_alternative<RenewContract>(answer.steps.front()) ? "renew" : "reinstate";
}

} // namespace

TEST_CASE("R179, R183: an ORG-ID keeps its benefits while every licence is covered", "[engine][R179][R180][R183]")
{
    struct Row
    {
        int covered;
        bool all_in;
        char const* breaches;
    };
    auto const row = GENERATE(values<Row>({
        // covered  all in  breaches
        { 4, false, "all_in" },
        { 5, true,  ""       },
        { 6, true,  ""       },
    }));
    CAPTURE(row.covered);
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", row.covered);
    auto const answer = told<OrgAnswer>(tenant, OrgQuestion { "north" }, "2026-06-01");
    REQUIRE(answer.scopes.size() == 1);
    CHECK(answer.scopes[0].on.all_in == row.all_in);
    CHECK(answer.scopes[0].benefits.empty() == !row.all_in);
    CHECK(kinds_of(answer.breaches) == row.breaches);
}

TEST_CASE("R184: a breach says what is owed and what cures it", "[engine][R184][R181][D19]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", 4);
    auto answer = told<OrgAnswer>(tenant, OrgQuestion { "north" }, "2026-06-01");
    REQUIRE(answer.breaches.size() == 1);
    CHECK_FALSE(answer.breaches[0].owed.cents.has_value());
    REQUIRE(answer.breaches[0].owed.missing.size() == 1);
    tenant.price(answer.breaches[0].owed.missing[0], 700);
    answer = told<OrgAnswer>(tenant, OrgQuestion { "north" }, "2026-06-01");
    CHECK(answer.breaches[0].owed.cents == 700);
    CHECK(answer.breaches[0].remedies.front().kind == RemedyKind::retire);
}

TEST_CASE("an ORG-ID is told of the breaches that touch it and of no others", "[engine][R180][R187][R193]")
{
    struct Row
    {
        char const* org;
        char const* day;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // org     day           breaches
        { "north", "2026-06-01", "tiers"        }, // of the whole customer
        { "south", "2026-06-01", "all_in tiers" },
        { "north", "2027-01-01", "lapsed"       }, // C-1 has ended
        { "south", "2027-01-01", "all_in"       },
    }));
    CAPTURE(row.org, row.day);
    auto tenant = a_contract();
    tenant.licences("L-2", "gate", "south", 4).covered("C-2", "gate", "south", 3, CssTier::select, "2026-01-01", 2);
    CHECK(kinds_of(told<OrgAnswer>(tenant, OrgQuestion { row.org }, row.day).breaches) == row.want);
}

TEST_CASE("R193, R194: a contract is renewed until its last day and reinstated after it", "[engine][R193][R194]")
{
    struct Row
    {
        char const* day;
        char const* state;
        char const* step;
        bool priced;
    };
    auto const row = GENERATE(values<Row>({
        // day           state          step         reinstatement
        { "2025-12-31", "not_started", "",          false },
        { "2026-01-01", "active",      "renew",     false },
        { "2026-12-31", "active",      "renew",     false },
        { "2027-01-01", "lapsed",      "renew",     false },
        { "2027-01-02", "lapsed",      "reinstate", true  },
    }));
    CAPTURE(row.day);
    auto const tenant = a_contract();
    auto const answer = told<ContractAnswer>(tenant, ContractQuestion { "C-1" }, row.day);
    CHECK(code(answer.status.state) == row.state);
    CHECK(step_of(answer) == row.step);
    CHECK(answer.status.reinstatement.has_value() == row.priced);
    if (answer.steps.empty()) return;
    CssTenant after = tenant;
    after.apply(answer.steps.front());
    auto const next = told<ContractAnswer>(after, ContractQuestion { "C-1-2" }, "2027-02-01");
    CHECK(code(next.status.state) == (row.priced ? "reinstated" : "active"));
    CHECK(told<ContractAnswer>(after, ContractQuestion { "C-1" }, row.day).steps.empty());
}

TEST_CASE("R158, D23: a contract says how many hours of its year are left", "[engine][R158][D23]")
{
    struct Row
    {
        CssTier tier;
        int used;
        std::int64_t left;
        Holds answer;
    };
    auto const row = GENERATE(values<Row>({
        // tier                   used  left  answer
        { CssTier::select,        0,  0,  Holds::no  },
        { CssTier::priority,      39, 1,  Holds::yes },
        { CssTier::priority,      40, 0,  Holds::no  },
        { CssTier::priority_plus, 40, 40, Holds::yes },
    }));
    CAPTURE(row.used);
    auto tenant = a_contract(row.tier);
    if (row.used > 0) tenant.apply(UseHours { "C-1", "H-1", row.used, date("2026-03-01"), ChangeEvent::migration });
    auto const answer = told<ContractAnswer>(tenant, ContractQuestion { "C-1" }, "2026-06-01");
    CHECK(answer.hours.left == row.left);
    CHECK(answer.hours.answer == row.answer);
}

TEST_CASE("R168: a contract says whether its customer has a success manager", "[engine][R168][D16]")
{
    CHECK(told<ContractAnswer>(a_contract(CssTier::priority), ContractQuestion { "C-1" }, "2026-06-01").manager.answer
        == Holds::no);
    CHECK(told<ContractAnswer>(a_contract(CssTier::priority_plus), ContractQuestion { "C-1" }, "2026-06-01")
              .manager.answer
        == Holds::yes);
}

TEST_CASE("an ORG-ID or a contract that is not there is told so", "[engine]")
{
    auto const tenant = a_contract();
    auto const reason = [&](Question const& question) {
        return verdict(tenant.ledger, tenant.catalogue(), question, date("2026-06-01")).error().reason;
    };
    CHECK(reason(OrgQuestion { "west" }) == Reason::unknown_org);
    CHECK(reason(ContractQuestion { "C-9" }) == Reason::unknown_contract);
}
