// Onsite spares: R90–R92 with D8 and D9.

#include "engine/spares.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

TEST_CASE("R90, R91: the document's own story: 40 in May, 40 in November, 20 more", "[engine][R90][R91][D9]")
{
    struct Row
    {
        char const* as_of;
        int licences, entitled, to_next;
    };
    auto const row = GENERATE(values<Row>({
        // as of, licences, entitled, to the next
        { "2026-05-03", 0,   0, 50 },
        { "2026-05-04", 40,  0, 10 },
        { "2026-11-08", 40,  0, 10 },
        { "2026-11-09", 80,  1, 20 },
        { "2027-01-31", 80,  1, 20 },
        { "2027-02-01", 100, 2, 50 },
    }));
    CAPTURE(row.as_of);
    Tenant tenant;
    tenant.order("PO-1", "select", 3, 40, "2026-05-04").order("PO-2", "select", 3, 40, "2026-11-09");
    tenant.order("PO-3", "select", 3, 20, "2027-02-01");
    auto const spares = tenant.spares(row.as_of);
    CHECK(spares.licences == row.licences);
    CHECK(spares.entitled == row.entitled);
    CHECK(spares.earned == row.entitled);
    CHECK(spares.above_entitlement == 0);
    CHECK(spares.licences_to_next == row.to_next);
    CHECK(spares.step == 50);
}

TEST_CASE("R90: one spare for each full fifty", "[engine][R90]")
{
    struct Row
    {
        int licences, want;
    };
    auto const row = GENERATE(values<Row>({
        { 1,     0   },
        { 49,    0   },
        { 50,    1   },
        { 51,    1   },
        { 99,    1   },
        { 100,   2   },
        { 149,   2   },
        { 150,   3   },
        { 5'000, 100 },
    }));
    CAPTURE(row.licences);
    Tenant tenant;
    tenant.order("PO-1", "select", 1, row.licences, "2026-01-10");
    CHECK(tenant.spares("2026-01-10").entitled == row.want);
}

TEST_CASE("R90, D9: only Select counts, from purchase on, assigned or not, until it is cancelled or ends",
    "[engine][R90][D9]")
{
    struct Row
    {
        char const* as_of;
        int want;
    };
    auto const row = GENERATE(values<Row>({
        // as of        licences
        { "2026-01-09", 0   },
        { "2026-01-10", 60  }, // bought, not started: counts
        { "2026-01-19", 60  },
        { "2026-01-20", 130 }, // PO-2
        { "2026-01-31", 130 },
        { "2026-02-01", 60  }, // PO-2 cancelled
        { "2027-03-10", 60  },
        { "2027-03-11", 0   }, // the term ended, which began on day 60
    }));
    CAPTURE(row.as_of);
    Tenant tenant;
    tenant.order("PO-1", "select", 1, 60, "2026-01-10").order("PO-2", "select", 1, 70, "2026-01-20");
    tenant.order("PO-3", "sync_plus", 1, 500, "2026-01-05").cancel("PO-2", "2026-02-01");
    CHECK(tenant.spares(row.as_of).licences == row.want);
}

TEST_CASE("R92: orders of subsidiaries count together at the parent entity", "[engine][R48][R92]")
{
    Tenant tenant;
    tenant.apply(AddAccount { "acme", "Acme AG", "CH", "" }).apply(AddAccount { "acme-no", "Acme AS", "NO", "acme" });
    auto here = placing("PO-1", "select", 1, 25, "2026-01-10");
    here.account = "acme";
    auto there = placing("PO-2", "select", 1, 25, "2026-01-10");
    there.account = "acme-no";
    tenant.apply(here).apply(there);
    CHECK(tenant.spares("2026-01-10").entitled == 1);
}

TEST_CASE("D8: what was earned stays while any contract is active", "[engine][D8]")
{
    struct Row
    {
        char const* as_of;
        int licences, entitled, earned, above;
    };
    auto const row = GENERATE(values<Row>({
        // as of, licences, entitled, earned, above
        { "2026-01-10", 110, 2, 2, 0 },
        { "2027-03-10", 110, 2, 2, 0 },
        { "2027-03-11", 10,  0, 2, 2 }, // PO-1 ended, PO-2 runs
        { "2028-03-10", 10,  0, 2, 2 },
        { "2028-03-11", 0,   0, 2, 2 }, // PO-2 ended, Sync Plus runs
        { "2028-12-31", 0,   0, 2, 2 },
        { "2029-01-01", 0,   0, 0, 0 }, // nothing runs
        { "2029-05-31", 0,   0, 0, 0 },
        { "2029-06-01", 60,  1, 1, 0 }, // a new beginning
    }));
    CAPTURE(row.as_of);
    Tenant tenant;
    tenant.room("left").order("PO-1", "select", 1, 100, "2026-01-10").order("PO-2", "select", 2, 10, "2026-01-10");
    tenant.order("PO-3", "sync_plus", 1, 1, "2027-12-30").assign("PO-3", 1, "left", "2028-01-01");
    tenant.order("PO-4", "select", 1, 60, "2029-06-01");
    auto const spares = tenant.spares(row.as_of);
    CHECK(spares.licences == row.licences);
    CHECK(spares.entitled == row.entitled);
    CHECK(spares.earned == row.earned);
    CHECK(spares.above_entitlement == row.above);
}

TEST_CASE("D8: a renewal on the very day of the end is no gap, the day after it is", "[engine][D8]")
{
    struct Row
    {
        char const* renewed;
        int earned;
    };
    auto const row = GENERATE(values<Row>({
        { "2027-03-10", 3 }, // both for a day: 150
        { "2027-03-11", 2 }, // PO-1 ends on this day
        { "2027-03-12", 1 },
    }));
    CAPTURE(row.renewed);
    Tenant tenant;
    tenant.order("PO-1", "select", 1, 100, "2026-01-10").order("PO-2", "select", 1, 50, row.renewed);
    CHECK(tenant.spares("2027-05-01").earned == row.earned);
}

TEST_CASE("D8: a cancelled purchase leaves its spare above the entitlement", "[engine][D5][D8]")
{
    Tenant tenant;
    tenant.order("PO-1", "select", 1, 40, "2026-01-10").order("PO-2", "select", 1, 20, "2026-01-20");
    tenant.cancel("PO-2", "2026-02-01");
    CHECK(tenant.spares("2026-01-31").earned == 1);
    CHECK(tenant.spares("2026-02-01").entitled == 0);
    CHECK(tenant.spares("2026-02-01").above_entitlement == 1);
}

TEST_CASE("R91: the steps tell on which day which order changed the count", "[engine][R91]")
{
    Tenant tenant;
    tenant.order("PO-1", "select", 1, 40, "2026-05-04").order("PO-2", "select", 3, 30, "2026-11-09");
    tenant.order("PO-3", "select", 3, 50, "2026-11-09").order("PO-4", "sync_plus", 1, 9, "2026-08-01");
    auto const steps = tenant.spares("2030-12-31").steps;
    std::vector<SpareStep> const want {
        { date("2026-05-04"), 40,  0, tenant.order_id("PO-1") },
        { date("2026-11-09"), 120, 2, tenant.order_id("PO-3") },
        { date("2027-07-03"), 80,  1, tenant.order_id("PO-1") },
        { date("2030-01-08"), 0,   0, tenant.order_id("PO-3") },
    };
    CHECK(steps == want);
    CHECK(tenant.spares("2026-11-08").steps.size() == 1);
    CHECK(tenant.spares("2026-11-09").steps.size() == 2);
}

TEST_CASE("B1: the proof of the spares counts every order that was bought, and says which no longer count",
    "[engine][B1][R90][D8][D9]")
{
    Tenant tenant;
    tenant.order("PO-1", "select", 1, 60, "2026-01-10").order("PO-2", "select", 1, 20, "2026-01-20");
    tenant.order("PO-3", "sync_plus", 1, 9, "2026-01-20").order("PO-4", "select", 1, 9, "2026-06-01");
    tenant.cancel("PO-1", "2026-02-01");
    auto const proof = proof_of_spares(tenant.ledger, tenant.catalogue(), date("2026-02-01"));
    CHECK(proof.rule == Rule::spares_threshold);
    CHECK(proof.holds == Holds::no);
    CHECK(proof.facts[0] == Fact { "licences", std::int64_t { 20 } });
    REQUIRE(proof.parameters.size() == 1);
    CHECK(proof.parameters[0].value == 50);
    CHECK(proof.parameters[0].origin.reference == "R90");
    REQUIRE(proof.parts.size() == 2);
    auto const& count = proof.parts[0];
    CHECK(count.rule == Rule::spares_count);
    REQUIRE(count.parts.size() == 2);
    CHECK(count.parts[0].holds == Holds::no);
    CHECK(count.parts[1].holds == Holds::yes);
    CHECK(count.parts[1].facts[1].entry == tenant.ledger.orders().rows()[1].entry);
    CHECK(proof.parts[1].rule == Rule::spare_stays_earned);
    CHECK(proof.parts[1].holds == Holds::yes);

    auto const before = proof_of_spares(tenant.ledger, tenant.catalogue(), date("2026-01-31"));
    CHECK(before.holds == Holds::yes);
    CHECK(before.parts[0].facts[1] == Fact { "orders", std::int64_t { 2 } });
    CHECK(before.parts[1].holds == Holds::no); // nothing beyond the entitlement
}

TEST_CASE(
    "an operator may set another threshold, and two programmes that give spares each count their own", "[engine][R90]")
{
    auto first = select_programme();
    first.licences_per_spare = catalogue::Parameter<int> {
        10, { catalogue::OriginKind::operator_set, "" }
    };
    auto second = sync_plus_programme();
    second.licences_per_spare = catalogue::Parameter<int> {
        4, { catalogue::OriginKind::operator_set, "" }
    };
    catalogue::Catalogue const catalogue {
        { first, second },
        {}
    };
    Tenant tenant { catalogue };
    tenant.order("PO-1", "select", 1, 19, "2026-01-10").order("PO-2", "sync_plus", 1, 7, "2026-01-10");
    auto const spares = tenant.spares("2026-01-10");
    CHECK(spares.licences == 26);
    CHECK(spares.entitled == 2); // 19 ÷ 10 and 7 ÷ 4, not 26 ÷ anything
    CHECK(spares.licences_to_next == 1);
}
