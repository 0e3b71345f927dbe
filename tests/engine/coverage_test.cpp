// Which rooms are covered, by what, until when: R75–R77, R81, R82, R110, R111 with D5.

#include "engine/coverage.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

TEST_CASE("R75, R76: as many rooms are covered as have a licence of their own", "[engine][R75][R76]")
{
    Tenant tenant;
    tenant.room("one").room("two").room("three").order("PO-1", "select", 1, 2, "2026-01-10");
    tenant.assign("PO-1", 1, "one", "2026-02-01").assign("PO-1", 2, "two", "2026-02-01");
    CHECK(tenant.covered_by("one", select_id, "2026-02-01").answer == Holds::yes);
    CHECK(tenant.covered_by("two", select_id, "2026-02-01").answer == Holds::yes);
    CHECK(tenant.covered_by("three", select_id, "2026-02-01").answer == Holds::no);
    CHECK(outcome(tenant.try_to(assigning("PO-1", 1, "three", "2026-02-01"))) == "already_assigned");
    CHECK(outcome(tenant.try_to(assigning("PO-1", 3, "three", "2026-02-01"))) == "unknown_licence");
}

TEST_CASE("R77: a licence that is bought and not assigned covers nothing", "[engine][R77]")
{
    Tenant tenant;
    tenant.room("one").order("PO-1", "select", 5, 10, "2026-01-10");
    auto const verdict = tenant.covered_by("one", select_id, "2026-06-01");
    CHECK(verdict.answer == Holds::no);
    CHECK_FALSE(verdict.since.has_value());
    REQUIRE(verdict.proof.size() == 1);
    CHECK(verdict.proof[0].rule == Rule::room_has_active_licence);
    CHECK(verdict.proof[0].parts.empty());
}

TEST_CASE("R76, R77, R81, R111: an assignment serves from its first day to the day before its end",
    "[engine][R76][R77][R81][R110][R111]")
{
    struct Row
    {
        char const* as_of;
        char const* room;
        char const* until; // empty: not covered
    };
    auto const row = GENERATE(values<Row>({
        // as of        room     covered until
        { "2026-01-31", "left",  ""           },
        { "2026-02-01", "left",  "2026-05-01" },
        { "2026-04-30", "left",  "2026-05-01" },
        { "2026-05-01", "left",  ""           },
        { "2026-04-30", "right", ""           },
        { "2026-05-01", "right", "2027-02-01" }, // to the end of the term, which the first room started
        { "2027-01-31", "right", "2027-02-01" },
        { "2027-02-01", "right", ""           },
    }));
    CAPTURE(row.as_of, row.room);
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "sync_plus", 1, 1, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01", "2026-05-01").assign("PO-1", 1, "right", "2026-05-01");

    auto const verdict = tenant.covered_by(row.room, sync_plus_id, row.as_of);
    CHECK(verdict.until == maybe_date(row.until));
    CHECK((verdict.answer == Holds::yes) == (*row.until != '\0'));
    CHECK(shown(tenant.until(row.room, sync_plus_id, row.as_of)) == (*row.until ? row.until : "always"));
}

TEST_CASE("D5, R42: a cancelled order covers until the day of its cancellation", "[engine][R42][D5]")
{
    Tenant tenant;
    tenant.room("left").order("PO-1", "select", 3, 2, "2026-01-10").assign("PO-1", 1, "left", "2026-01-12");
    CHECK(tenant.covered_by("left", select_id, "2026-01-20").until == date("2029-01-12"));
    tenant.cancel("PO-1", "2026-02-09");
    CHECK(tenant.covered_by("left", select_id, "2026-01-20").until == date("2026-02-09"));
    CHECK(tenant.covered_by("left", select_id, "2026-02-08").until == date("2026-02-09"));
    auto const after = tenant.covered_by("left", select_id, "2026-02-09");
    CHECK(after.answer == Holds::no);
    CHECK(after.since == date("2026-02-09"));
    CHECK(tenant.ledger.assignments().rows()[0].days.to == never); // the history is kept as it was
    CHECK(tenant.ledger.assignments().rows()[0].standing == Standing::valid);
}

TEST_CASE("a room is covered until the latest of its licences ends, and the proof is of that one", "[engine][R76][B1]")
{
    Tenant tenant;
    tenant.room("left").order("PO-1", "select", 1, 1, "2026-01-10").order("PO-2", "select", 3, 1, "2026-01-10");
    tenant.assign("PO-2", 1, "left", "2026-02-01").assign("PO-1", 1, "left", "2026-02-10");
    auto const verdict = tenant.covered_by("left", select_id, "2026-03-01");
    CHECK(verdict.until == date("2029-02-01"));
    CHECK(verdict.by == AssignmentId::of_row(0));

    auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), date("2026-03-01"));
    CHECK(columns.programmes[select_id.row()].by[0] == AssignmentId::of_row(0));
    CHECK(columns.orders.size() == 2);
    CHECK(columns.orders[0].in_force);
}

TEST_CASE("covered by anything is covered by what covers longest", "[engine][R76][B1]")
{
    Tenant tenant;
    tenant.room("left").order("PO-1", "sync_plus", 1, 1, "2026-01-10").order("PO-2", "select", 2, 1, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01").assign("PO-2", 1, "left", "2026-01-15");
    auto const both = covered(tenant.ledger, tenant.catalogue(), tenant.room_id("left"), date("2026-03-01"));
    CHECK(both.until == date("2028-01-15"));
    CHECK(both.by == AssignmentId::of_row(1));
    CHECK(both.proof.size() == 1);
    auto const before = covered(tenant.ledger, tenant.catalogue(), tenant.room_id("left"), date("2026-01-14"));
    CHECK(before.answer == Holds::no);
    CHECK(before.proof.size() == 2); // one for each programme
}

TEST_CASE("R82: a licence bought in one country serves a room in another", "[engine][R82]")
{
    Tenant tenant;
    tenant.apply(AddAccount { "acme-us", "Acme Inc.", "US", "" });
    tenant.apply(AddRoom { "oslo", "Oslo", "Oslo", "NO", "", InSync::yes, Importance::ordinary });
    auto order = placing("PO-1", "select", 1, 1, "2026-01-10");
    order.account = "acme-us";
    tenant.apply(order).assign("PO-1", 1, "oslo", "2026-02-01");
    CHECK(tenant.covered_by("oslo", select_id, "2026-02-01").answer == Holds::yes);
}

TEST_CASE("R81: a licence moves on the day it leaves, and never serves two rooms at once", "[engine][R76][R81]")
{
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "select", 2, 1, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01");
    CHECK(outcome(tenant.try_to(assigning("PO-1", 1, "right", "2026-06-01"))) == "already_assigned");
    tenant.apply(EndAssignment {
        { "PO-1", 1 },
        date("2026-02-01"), never, date("2026-06-01")
    });
    CHECK(outcome(tenant.try_to(assigning("PO-1", 1, "right", "2026-05-31"))) == "already_assigned");
    tenant.assign("PO-1", 1, "right", "2026-06-01");
    CHECK(tenant.until("left", select_id, "2026-05-31") == date("2026-06-01"));
    CHECK(tenant.until("left", select_id, "2026-06-01") == always);
    CHECK(tenant.until("right", select_id, "2026-06-01") == date("2028-02-01"));
}

TEST_CASE("an empty tenant has empty columns", "[engine]")
{
    Tenant tenant;
    auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), date("2026-01-01"));
    CHECK(columns.programmes.size() == 2);
    CHECK(columns.programmes[0].until.empty());
    CHECK(columns.orders.empty());
}
