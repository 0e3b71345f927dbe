// Answers with their proofs and cures: B1.

#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

std::vector<std::string> kinds(Verdict const& verdict)
{
    std::vector<std::string> codes;
    for (Cure const& cure : verdict.cures) codes.emplace_back(code(cure.kind));
    return codes;
}

Fact const* fact(Proof const& proof, std::string_view name)
{
    auto const found = std::ranges::find(proof.facts, name, &Fact::name);
    return found == proof.facts.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("B1: the proof of a yes names the rules, the facts and the entries behind them", "[engine][B1][R39][R76]")
{
    Tenant tenant;
    tenant.room("left").order("PO-1", "select", 3, 2, "2026-01-10").assign("PO-1", 2, "left", "2026-02-01");
    auto const verdict = tenant.covered_by("left", select_id, "2026-03-01");
    REQUIRE(verdict.answer == Holds::yes);
    CHECK(verdict.cures.empty());
    REQUIRE(verdict.proof.size() == 1);

    auto const& root = verdict.proof[0];
    CHECK(root.rule == Rule::room_has_active_licence);
    CHECK(root.holds == Holds::yes);
    REQUIRE(fact(root, "licence") != nullptr);
    CHECK(fact(root, "licence")->value == FactValue { std::string { "PO-1/2" } });
    CHECK(fact(root, "licence")->subject
        == Subject {
            LicenceRef { tenant.order_id("PO-1"), 2 }
    });

    REQUIRE(root.parts.size() == 2);
    CHECK(root.parts[0].rule == Rule::licence_is_assigned);
    CHECK(fact(root.parts[0], "from")->value == FactValue { date("2026-02-01") });
    CHECK(fact(root.parts[0], "from")->entry == EntryId::of_row(3));
    CHECK(fact(root.parts[0], "to") == nullptr);

    auto const& order = root.parts[1];
    CHECK(order.rule == Rule::order_in_force);
    REQUIRE(order.parts.size() == 3);
    CHECK(order.parts[0].rule == Rule::term_has_started);
    CHECK(order.parts[1].rule == Rule::term_has_not_ended);
    CHECK(order.parts[2].rule == Rule::order_is_not_cancelled);
    CHECK(fact(order.parts[0], "start")->value == FactValue { date("2026-02-01") });
    CHECK(fact(order.parts[0], "purchased")->entry == EntryId::of_row(2));
    REQUIRE(order.parts[0].parameters.size() == 1);
    CHECK(order.parts[0].parameters[0]
        == ParameterUse {
            "start_within_days", 60, { catalogue::OriginKind::decision, "D4" }
    });
    CHECK(fact(order.parts[1], "end")->value == FactValue { date("2029-02-01") });
}

TEST_CASE("B1: the proof of a no shows everything that holds and everything that does not", "[engine][B1][R40][D5]")
{
    Tenant tenant;
    tenant.room("left")
        .order("PO-1", "select", 1, 2, "2026-01-10")
        .assign("PO-1", 1, "left", "2026-02-01", "2026-02-20");
    tenant.cancel("PO-1", "2026-02-05");
    auto const verdict = tenant.covered_by("left", select_id, "2027-06-01");
    REQUIRE(verdict.proof.size() == 1);
    auto const& root = verdict.proof[0];
    CHECK(root.holds == Holds::no);
    CHECK(root.parts[0].holds == Holds::no); // no longer assigned
    CHECK(fact(root.parts[0], "to")->value == FactValue { date("2026-02-20") });
    auto const& order = root.parts[1];
    CHECK(order.holds == Holds::no);
    CHECK(order.parts[0].holds == Holds::yes); // the term has started
    CHECK(order.parts[1].holds == Holds::no);  // and has ended
    CHECK(order.parts[2].holds == Holds::no);  // and was cancelled besides
    CHECK(fact(order.parts[2], "cancelled_on")->entry == EntryId::of_row(4));
    CHECK(verdict.since == date("2026-02-05"));
}

TEST_CASE("B1: a no tells of the last three assignments, latest first, and of none that was withdrawn", "[engine][B1]")
{
    Tenant tenant;
    tenant.room("left").order("PO-1", "select", 1, 9, "2026-01-10");
    for (int number = 1; number <= 5; ++number) tenant.assign("PO-1", number, "left", "2026-02-01", "2026-03-01");
    tenant.apply(WithdrawAssignments { { { { "PO-1", 4 }, date("2026-02-01") } } });
    auto const verdict = tenant.covered_by("left", select_id, "2026-04-01");
    REQUIRE(verdict.proof.size() == 3);
    CHECK(fact(verdict.proof[0], "licence")->value == FactValue { std::string { "PO-1/5" } });
    CHECK(fact(verdict.proof[1], "licence")->value == FactValue { std::string { "PO-1/3" } });
    CHECK(fact(verdict.proof[2], "licence")->value == FactValue { std::string { "PO-1/2" } });
}

TEST_CASE("B1: a room that never had a licence is told so", "[engine][B1][R77]")
{
    Tenant tenant;
    tenant.room("left");
    auto const verdict = tenant.covered_by("left", select_id, "2026-04-01");
    REQUIRE(verdict.proof.size() == 1);
    CHECK(verdict.proof[0].facts[3] == Fact { "count", std::int64_t { 0 } });
    CHECK_FALSE(verdict.since.has_value());
}

TEST_CASE("since when: the day the latest cover ended, whatever ended it", "[engine][R40][R111][D5]")
{
    struct Row
    {
        char const* name;
        char const* to;
        char const* cancelled;
        char const* as_of;
        char const* since;
    };
    auto const row = GENERATE(values<Row>({
        // name               assigned to   cancelled     as of         since
        { "before it began",  "",           "",           "2026-01-31", ""           },
        { "the term ended",   "",           "",           "2027-04-01", "2027-02-01" },
        { "on the very day",  "",           "",           "2027-02-01", "2027-02-01" },
        { "the licence left", "2026-05-01", "",           "2026-06-01", "2026-05-01" },
        { "cancelled",        "",           "2026-02-05", "2026-06-01", "2026-02-05" },
        { "cancelled before", "",           "2026-01-31", "2026-06-01", ""           },
    }));
    CAPTURE(row.name);
    Tenant tenant;
    tenant.room("left").order("PO-1", "select", 1, 1, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01", row.to);
    if (*row.cancelled) tenant.cancel("PO-1", row.cancelled);
    auto const verdict = tenant.covered_by("left", select_id, row.as_of);
    CHECK(verdict.answer == Holds::no);
    CHECK(verdict.since == maybe_date(row.since));
}

TEST_CASE("B1: a room is cured by the lowest free licence of each order, the longest cover first", "[engine][B1][R77]")
{
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "select", 1, 3, "2026-01-10");
    tenant.order("PO-2", "select", 3, 1, "2026-01-10").order("PO-3", "select", 2, 2, "2026-01-10");
    tenant.assign("PO-1", 1, "right", "2026-02-01").assign("PO-3", 1, "right", "2026-02-01", "2026-03-01");
    auto const verdict = tenant.covered_by("left", select_id, "2026-03-01");
    REQUIRE(verdict.cures.size() == 4);
    CHECK(kinds(verdict)
        == std::vector<std::string> {
            "assign_free_licence", "assign_free_licence", "order_and_assign", "assign_free_licence" });
    CHECK(verdict.cures[0].until == date("2029-03-01")); // PO-2: starts its term
    CHECK(verdict.cures[1].until == date("2028-02-01")); // PO-3: runs since February
    CHECK(verdict.cures[2].until == date("2027-03-01")); // a new order of the shortest duration
    CHECK(verdict.cures[3].until == date("2027-02-01")); // PO-1
    CHECK(verdict.cures[1].steps == std::vector<Command> { assigning("PO-3", 1, "left", "2026-03-01") });
    CHECK(verdict.cures[3].steps == std::vector<Command> { assigning("PO-1", 2, "left", "2026-03-01") });
    CHECK(verdict.cures[3].facts[3] == Fact { "free", std::int64_t { 2 }, tenant.order_id("PO-1") });
    CHECK(verdict.cures[2].steps[0] == Command { placing("NEW-1", "select", 1, 1, "2026-03-01") });
}

TEST_CASE("B1: no cure from an order that is ended, cancelled, not yet bought or all assigned", "[engine][B1][D18]")
{
    struct Row
    {
        char const* name;
        char const* purchased;
        char const* cancelled;
        char const* taken; // its one licence is assigned elsewhere from that day
        bool offered;
    };
    auto const row = GENERATE(values<Row>({
        // name                   purchased     cancelled     taken from    offered
        { "free",                 "2026-02-01", "",           "",           true  },
        { "bought today",         "2026-03-01", "",           "",           true  },
        { "bought tomorrow",      "2026-03-02", "",           "",           false },
        { "cancelled today",      "2026-02-01", "2026-03-01", "",           false },
        { "cancelled tomorrow",   "2026-02-01", "2026-03-02", "",           true  },
        { "assigned",             "2026-02-01", "",           "2026-02-20", false },
        { "planned for tomorrow", "2026-02-01", "",           "2026-03-02", false },
        { "ended today",          "2024-12-31", "",           "",           false }, // runs from 2025-03-01
        { "ends tomorrow",        "2025-01-01", "",           "",           true  },
    }));
    CAPTURE(row.name);
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "select", 1, 1, row.purchased);
    if (*row.taken) tenant.assign("PO-1", 1, "right", row.taken);
    if (*row.cancelled) tenant.cancel("PO-1", row.cancelled);
    auto const codes = kinds(tenant.covered_by("left", select_id, "2026-03-01"));
    CHECK((std::ranges::find(codes, "assign_free_licence") != codes.end()) == row.offered);
    CHECK((tenant.status("PO-1", "2026-03-01").free == 1) == row.offered);
    CHECK(free_licences(tenant.ledger, tenant.catalogue(), tenant.order_id("PO-1"), date("2026-03-01"), 9).size()
        == (row.offered ? 1U : 0U));
}

TEST_CASE("B1, R79: a room outside Sync is defined there first, where the programme or the feature asks for it",
    "[engine][B1][R79][R101]")
{
    Tenant tenant;
    tenant.room("left", InSync::no).order("PO-1", "sync_plus", 1, 1, "2026-01-10");
    tenant.order("PO-2", "select", 1, 1, "2026-01-11");
    auto const left = tenant.room_id("left");
    CHECK(kinds(tenant.covered_by("left", sync_plus_id, "2026-02-01"))
        == std::vector<std::string> { "define_in_sync_and_assign", "define_in_sync_order_and_assign" });
    CHECK(kinds(tenant.covered_by("left", select_id, "2026-02-01"))
        == std::vector<std::string> { "assign_free_licence", "order_and_assign" });
    auto const insights =
        has_feature(tenant.ledger, tenant.catalogue(), left, catalogue::Feature::insights, date("2026-02-01"));
    CHECK(kinds(insights)
        == std::vector<std::string> { "define_in_sync_and_assign", "define_in_sync_and_assign",
            "define_in_sync_order_and_assign", "define_in_sync_order_and_assign" });
    CHECK(insights.cures[0].steps[0]
        == Command {
            SetInSync { "left", InSync::no, InSync::yes }
    });
    auto const any = covered(tenant.ledger, tenant.catalogue(), left, date("2026-02-01"));
    CHECK(kinds(any)
        == std::vector<std::string> { "assign_free_licence", "define_in_sync_and_assign", "order_and_assign",
            "define_in_sync_order_and_assign" });
}

TEST_CASE("B1: the order that is proposed has a number of its own and the room's account", "[engine][B1]")
{
    Tenant tenant;
    tenant.apply(AddAccount { "acme", "Acme", "CH", "" }).order("NEW-1", "sync_plus", 1, 1, "2020-01-10");
    auto room = adding_room("left");
    room.account = "acme";
    tenant.apply(room);
    auto const verdict = tenant.covered_by("left", select_id, "2026-03-01");
    REQUIRE(verdict.cures.size() == 1);
    auto const& placed = std::get<PlaceOrder>(verdict.cures[0].steps[0]);
    CHECK(placed.order == "NEW-2");
    CHECK(placed.account == "acme");
}

TEST_CASE("B1: a licence is not offered where it would push another out of the term", "[engine][B1][R39][R40]")
{
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "select", 1, 2, "2026-01-10");
    tenant.assign("PO-1", 1, "right", "2027-03-01");
    CHECK(kinds(tenant.covered_by("left", select_id, "2026-02-01")) == std::vector<std::string> { "order_and_assign" });
    CHECK(tenant.status("PO-1", "2026-02-01").free == 0);
    CHECK(tenant.status("PO-1", "2026-03-02").free == 1);
}

TEST_CASE("R35: how an order stands", "[engine][R35][R42][D5][D18]")
{
    struct Row
    {
        char const* as_of;
        OrderState state;
        int assigned, free;
        char const* cancellable_until;
    };
    auto const row = GENERATE(values<Row>({
        // as of, state, assigned, free, cancellable until
        { "2026-01-09", OrderState::not_started, 0, 0, "2026-02-09" },
        { "2026-01-10", OrderState::not_started, 0, 3, "2026-02-09" },
        { "2026-01-19", OrderState::not_started, 0, 3, "2026-02-09" },
        { "2026-01-20", OrderState::running,     1, 3, "2026-02-09" },
        { "2026-02-09", OrderState::running,     2, 3, "2026-02-09" },
        { "2026-02-10", OrderState::running,     2, 3, ""           },
        { "2026-06-01", OrderState::running,     1, 4, ""           },
        { "2027-01-19", OrderState::running,     1, 4, ""           },
        { "2027-01-20", OrderState::ended,       0, 0, ""           },
    }));
    CAPTURE(row.as_of);
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "select", 1, 5, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-01-20").assign("PO-1", 4, "right", "2026-02-01", "2026-06-01");
    auto const status = tenant.status("PO-1", row.as_of);
    CHECK(status.state == row.state);
    CHECK(status.assigned == row.assigned);
    CHECK(status.free == row.free);
    CHECK(status.cancellable_until == maybe_date(row.cancellable_until));
    CHECK(shown(status.term.from) == "2026-01-20");
    CHECK(status.first_assigned == date("2026-01-20"));
    REQUIRE(status.proof.size() == 2);
    CHECK(status.proof[0].rule == Rule::order_in_force);
    CHECK(status.proof[1].rule == Rule::order_can_be_cancelled);
}

TEST_CASE("D18: cancelled, expired, unassigned, assigned and planned are kept apart", "[engine][D18]")
{
    struct Row
    {
        char const* order;
        int number;
        char const* as_of;
        LicenceState want;
    };
    auto const row = GENERATE(values<Row>({
        // order, number, as of, state
        { "PO-1", 1, "2026-01-15", LicenceState::planned    },
        { "PO-1", 1, "2026-02-01", LicenceState::assigned   },
        { "PO-1", 1, "2026-03-01", LicenceState::planned    }, // between two rooms
        { "PO-1", 1, "2026-04-01", LicenceState::assigned   },
        { "PO-1", 1, "2026-05-01", LicenceState::unassigned },
        { "PO-1", 2, "2026-02-01", LicenceState::unassigned },
        { "PO-1", 1, "2027-01-31", LicenceState::unassigned },
        { "PO-1", 1, "2027-02-01", LicenceState::expired    },
        { "PO-2", 1, "2026-01-19", LicenceState::unassigned },
        { "PO-2", 1, "2026-01-20", LicenceState::cancelled  },
        { "PO-2", 1, "2028-01-20", LicenceState::cancelled  },
    }));
    CAPTURE(row.order, row.number, row.as_of);
    Tenant tenant;
    tenant.room("left").room("right");
    tenant.order("PO-1", "select", 1, 2, "2026-01-10").order("PO-2", "select", 1, 2, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01", "2026-03-01").assign("PO-1", 1, "right", "2026-04-01", "2026-05-01");
    tenant.cancel("PO-2", "2026-01-20");
    LicenceRef const licence { tenant.order_id(row.order), row.number };
    auto const status = status_of(tenant.ledger, tenant.catalogue(), licence, date(row.as_of));
    CHECK(status.state == row.want);
    bool const holds_a_room = row.want == LicenceState::assigned || row.want == LicenceState::planned;
    CHECK(status.assignment.exists() == holds_a_room);
    REQUIRE(status.proof.size() == 2);
    CHECK(status.proof[0].rule == Rule::licence_is_free);
    CHECK((status.proof[0].holds == Holds::yes) == !holds_a_room);
    CHECK(status.proof[1].rule == Rule::order_in_force);
}

TEST_CASE("free licences come lowest first, as many as asked for", "[engine][D18]")
{
    Tenant tenant;
    tenant.room("left").order("PO-1", "select", 1, 6, "2026-01-10");
    tenant.assign("PO-1", 2, "left", "2026-02-01").assign("PO-1", 3, "left", "2026-02-01", "2026-04-01");
    auto const free = [&](char const* from, std::size_t count) {
        return free_licences(tenant.ledger, tenant.catalogue(), tenant.order_id("PO-1"), date(from), count);
    };
    CHECK(free("2026-03-01", 9) == std::vector { 1, 4, 5, 6 });
    CHECK(free("2026-04-01", 9) == std::vector { 1, 3, 4, 5, 6 });
    CHECK(free("2026-03-01", 2) == std::vector { 1, 4 });
    CHECK(free("2026-03-01", 0).empty());
    CHECK(free("2026-01-09", 9).empty());
    CHECK(free("2027-02-01", 9).empty());
}

TEST_CASE("every rule, reason and cure has a code of its own", "[engine]")
{
    std::vector<std::string> codes;
    for (int rule = 0; rule <= static_cast<int>(last_rule); ++rule) {
        codes.emplace_back(code(static_cast<Rule>(rule)));
        CHECK_FALSE(citations(static_cast<Rule>(rule)).empty());
    }
    for (int reason = 0; reason <= static_cast<int>(last_reason); ++reason)
        codes.emplace_back(code(static_cast<Reason>(reason)));
    CHECK(std::ranges::find(codes, "") == codes.end());
    std::ranges::sort(codes);
    CHECK(std::ranges::adjacent_find(codes) == codes.end());
    CHECK(code(Rule::licence_is_free) == "licence_is_free");
    CHECK(code(Reason::parties_unknown) == "parties_unknown");
    CHECK(citations(Rule::term_has_started)[0] == "R39");
}
