// Licences given to rooms, ended and taken back: R39, R40, R76–R78, R81 with D5 and D18.

#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

// PO-1: five licences for one year, bought on 10 January; three rooms.
Tenant a_tenant()
{
    Tenant tenant;
    tenant.room("left").room("right").room("up");
    return std::move(tenant.order("PO-1", "select", 1, 5, "2026-01-10"));
}

} // namespace

TEST_CASE("an assignment names a licence and a room that are there, and days", "[engine][R76][R78]")
{
    struct Row
    {
        char const* name;
        Assign assign;
        char const* want;
    };
    std::vector<Row> const rows {
        { "as it should be", assigning("PO-1", 1, "left", "2026-02-01"), "applied" },
        { "with an end", assigning("PO-1", 1, "left", "2026-02-01", "2026-02-02"), "applied" },
        { "unknown order", assigning("PO-2", 1, "left", "2026-02-01"), "unknown_order" },
        { "number 0", assigning("PO-1", 0, "left", "2026-02-01"), "unknown_licence" },
        { "the last number", assigning("PO-1", 5, "left", "2026-02-01"), "applied" },
        { "one past the last", assigning("PO-1", 6, "left", "2026-02-01"), "unknown_licence" },
        { "unknown room", assigning("PO-1", 1, "down", "2026-02-01"), "unknown_room" },
        { "no day", assigning("PO-1", 1, "left", "2026-02-01", "2026-02-01"), "bad_period" },
        { "backwards", assigning("PO-1", 1, "left", "2026-02-01", "2026-01-31"), "bad_period" },
        { "unknown licence before unknown room", assigning("PO-1", 9, "down", "2026-02-01"), "unknown_licence" },
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto tenant = a_tenant();
        CHECK(outcome(tenant.try_to(row.assign)) == row.want);
        CHECK(tenant.ledger.assignments().size() == (std::string_view { row.want } == "applied" ? 1U : 0U));
    }
}

TEST_CASE("R39, R40, D5: assigned after purchase, before cancellation, within the term", "[engine][R39][R40][D5]")
{
    struct Row
    {
        char const* name;
        char const* first; // an assignment made before, or none
        char const* cancelled;
        char const* from;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // name                      first         cancelled     from          want
        { "the day before purchase", "",           "",           "2026-01-09", "before_purchase"    },
        { "the day of purchase",     "",           "",           "2026-01-10", "applied"            },
        { "the last day, unstarted", "",           "",           "2027-03-10", "applied"            },
        { "the end, unstarted",      "",           "",           "2027-03-11", "after_term"         },
        { "the last day, started",   "2026-02-01", "",           "2027-01-31", "applied"            },
        { "the end, started",        "2026-02-01", "",           "2027-02-01", "after_term"         },
        { "before cancellation",     "",           "2026-01-20", "2026-01-19", "applied"            },
        { "on cancellation",         "",           "2026-01-20", "2026-01-20", "after_cancellation" },
        { "before an earlier first", "2026-02-01", "",           "2026-01-31", "applied"            },
    }));
    CAPTURE(row.name);
    auto tenant = a_tenant();
    if (*row.first) tenant.assign("PO-1", 5, "up", row.first);
    if (*row.cancelled) tenant.cancel("PO-1", row.cancelled);
    auto const assign = assigning("PO-1", 1, "left", row.from);
    auto const history = outcome(Tenant { tenant }.try_to(assign, Manner::history));
    CHECK(outcome(tenant.try_to(assign)) == row.want);
    CHECK(history == (std::string_view { row.want } == "applied" ? "applied" : std::string { "applied " } + row.want));
}

TEST_CASE("R39: an assignment may not start the term so early that another falls outside", "[engine][R39][R40]")
{
    auto tenant = a_tenant();
    tenant.assign("PO-1", 1, "left", "2027-03-01"); // within the term that starts on day 60, 2026-03-11
    auto const refused = tenant.try_to(assigning("PO-1", 2, "right", "2026-02-01"));
    REQUIRE(outcome(refused) == "after_term");
    CHECK(refused.error().facts[1] == Fact { "end", date("2027-02-01"), tenant.order_id("PO-1") });
    CHECK(refused.error().facts[3].value == FactValue { std::string { "PO-1/1" } });
    CHECK(refused.error().facts[4].value == FactValue { std::string { "left" } });
    CHECK(outcome(tenant.try_to(assigning("PO-1", 2, "right", "2026-03-01"))) == "after_term"); // ends 2027-03-01
    CHECK(outcome(tenant.try_to(assigning("PO-1", 2, "right", "2026-03-02"))) == "applied");
    CHECK(outcome(tenant.try_to(assigning("PO-1", 3, "up", "2026-04-01"))) == "applied");
}

TEST_CASE("R76: a licence serves one room at a time", "[engine][R76]")
{
    struct Row
    {
        char const* from;
        char const* to;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // from         to            want
        { "2026-02-01", "2026-03-01", "applied"          },
        { "2026-02-01", "2026-03-02", "already_assigned" },
        { "2026-03-01", "2026-03-02", "already_assigned" },
        { "2026-03-31", "2026-05-01", "already_assigned" },
        { "2026-04-01", "2026-05-01", "applied"          },
        { "2026-02-01", "2026-05-01", "already_assigned" },
        { "2026-02-01", "",           "already_assigned" },
        { "2026-04-01", "",           "applied"          },
    }));
    CAPTURE(row.from, row.to);
    auto tenant = a_tenant();
    tenant.assign("PO-1", 1, "left", "2026-03-01", "2026-04-01").assign("PO-1", 2, "up", "2026-02-01");
    auto const assign = assigning("PO-1", 1, "right", row.from, row.to);
    CHECK(outcome(Tenant { tenant }.try_to(assign, Manner::history)) == row.want); // a file cannot bring it either
    CHECK(outcome(tenant.try_to(assign)) == row.want);
}

TEST_CASE("many licences are assigned together or not at all", "[engine][R76]")
{
    auto tenant = a_tenant();
    Assign many {
        { { { "PO-1", 1 }, "left" }, { { "PO-1", 2 }, "right" }, { { "PO-1", 3 }, "up" } },
        date("2026-02-01"), never
    };
    CHECK(outcome(Tenant { tenant }.try_to(many)) == "applied");

    auto one_bad = many;
    one_bad.pairs[2].room = "down";
    CHECK(outcome(tenant.try_to(one_bad)) == "unknown_room");
    CHECK(tenant.ledger.assignments().size() == 0);

    auto twice = many;
    twice.pairs[2].licence.number = 1;
    auto const refused = tenant.try_to(twice);
    REQUIRE(outcome(refused) == "already_assigned");
    CHECK(refused.error().facts[0].value == FactValue { std::string { "PO-1/1" } });
    CHECK(outcome(tenant.try_to(twice, Manner::history)) == "already_assigned");
    CHECK(tenant.ledger.assignments().size() == 0);

    tenant.apply(many);
    CHECK(tenant.ledger.assignments().size() == 3);
    CHECK(tenant.status("PO-1", "2026-02-01").assigned == 3);
}

TEST_CASE("of many faults the most decisive is told, whichever pair it is in", "[engine]")
{
    auto tenant = a_tenant();
    tenant.assign("PO-1", 1, "left", "2026-02-01");
    Assign const many {
        { { { "PO-1", 1 }, "right" }, { { "PO-1", 2 }, "down" }, { { "PO-7", 3 }, "up" } },
        date("2026-01-01"), never
    };
    CHECK(outcome(tenant.try_to(many)) == "unknown_order");
    CHECK(outcome(tenant.try_to(many, Manner::history)) == "unknown_order");
}

TEST_CASE("D18: a licence that leaves its room is free again from that day", "[engine][R81][R111][D18]")
{
    auto tenant = a_tenant();
    tenant.assign("PO-1", 1, "left", "2026-02-01");
    auto const end = [](char const* expects, char const* to) {
        return EndAssignment {
            { "PO-1", 1 },
            date("2026-02-01"), date_or_never(expects), date_or_never(to)
        };
    };
    CHECK(outcome(tenant.try_to(end("2026-08-01", "2026-07-01"))) == "changed_meanwhile");
    CHECK(outcome(tenant.try_to(end("", "2026-02-01"))) == "bad_period");
    CHECK(outcome(tenant.try_to(end("", "2026-01-01"))) == "bad_period");
    tenant.apply(end("", "2026-06-01"));
    CHECK(status_of(tenant.ledger, tenant.catalogue(), { tenant.order_id("PO-1"), 1 }, date("2026-05-31")).state
        == LicenceState::assigned);
    CHECK(status_of(tenant.ledger, tenant.catalogue(), { tenant.order_id("PO-1"), 1 }, date("2026-06-01")).state
        == LicenceState::unassigned);
    tenant.assign("PO-1", 1, "right", "2026-07-01");
    CHECK(outcome(tenant.try_to(end("2026-06-01", ""))) == "already_assigned");
    CHECK(outcome(tenant.try_to(end("2026-06-01", "2026-07-02"))) == "already_assigned");
    CHECK(outcome(tenant.try_to(end("2026-06-01", "2026-07-01"))) == "applied");
}

TEST_CASE("an assignment that is ended or withdrawn must be there", "[engine]")
{
    auto tenant = a_tenant();
    tenant.assign("PO-1", 1, "left", "2026-02-01");
    auto const withdraw = [&](char const* order, int number, char const* from) {
        return outcome(tenant.try_to(WithdrawAssignments { { { { order, number }, date(from) } } }));
    };
    CHECK(withdraw("PO-9", 1, "2026-02-01") == "unknown_order");
    CHECK(withdraw("PO-1", 6, "2026-02-01") == "unknown_licence");
    CHECK(withdraw("PO-1", 2, "2026-02-01") == "unknown_assignment");
    CHECK(withdraw("PO-1", 1, "2026-02-02") == "unknown_assignment");
    CHECK(withdraw("PO-1", 1, "2026-02-01") == "applied");
    CHECK(withdraw("PO-1", 1, "2026-02-01") == "changed_meanwhile");
    CHECK(outcome(tenant.try_to(EndAssignment {
              { "PO-1", 1 },
              date("2026-02-01"), never, date("2026-03-01")
    }))
        == "changed_meanwhile");
    tenant.assign("PO-1", 1, "right", "2026-02-01"); // the same licence and day again, in another room
    CHECK(withdraw("PO-1", 1, "2026-02-01") == "applied");
    CHECK(tenant.ledger.assignments_of(LicenceRef { tenant.order_id("PO-1"), 1 }).size() == 2);
}

TEST_CASE("what a file brings against a rule is recorded and flagged with every rule it breaks", "[engine][R79][D5]")
{
    Tenant tenant;
    tenant.room("left", InSync::no).order("PO-1", "sync_plus", 1, 1, "2026-01-10");
    auto const folded = tenant.try_to(assigning("PO-1", 1, "left", "2026-01-05"), Manner::history);
    CHECK(outcome(folded) == "applied room_not_in_sync before_purchase");
    CHECK(tenant.ledger.assignments().size() == 1);
    CHECK(tenant.until("left", sync_plus_id, "2026-02-01") == date("2027-01-05"));
}
