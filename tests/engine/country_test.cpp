// Countries with other terms or none: R82, R83.

#include "engine/country.hpp"
#include "engine/question.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

AddRoom room_in(char const* key, char const* country)
{
    AddRoom room = adding_room(key);
    room.country = country;
    return room;
}

SetCountryTerms terms(char const* country, char const* from, Availability availability, char const* note = "")
{
    return {
        "select", country, date(from), std::nullopt, CountryRule { availability, note }
    };
}

// Bought in one country, used in two.
Tenant a_tenant_abroad()
{
    Tenant tenant;
    tenant.apply(AddAccount { "acme", "Acme", "CH", "" });
    tenant.apply(room_in("fjord", "NO")).apply(room_in("limmat", "CH"));
    tenant.order("PO-1", "select", 3, 3, "2026-01-10").order("SP-1", "sync_plus", 1, 1, "2026-01-10");
    return std::move(tenant.assign("PO-1", 1, "fjord", "2026-02-01").assign("PO-1", 2, "limmat", "2026-02-01"));
}

Verdict cover(Tenant const& tenant, char const* room, char const* as_of)
{
    auto const verdict = tenant.covered_by(room, select_id, as_of);
    auto const until = tenant.until(room, select_id, as_of); // the list and the proof
    CHECK((until == always ? std::nullopt : std::optional { until })
        == (verdict.answer == Holds::yes ? verdict.until : std::nullopt));
    return verdict;
}

} // namespace

TEST_CASE("R82: a licence serves rooms in any country for which nothing else is recorded", "[engine][R82]")
{
    auto const tenant = a_tenant_abroad();
    CHECK(cover(tenant, "fjord", "2026-06-01").answer == Holds::yes);
    CHECK(cover(tenant, "limmat", "2026-06-01").answer == Holds::yes);
}

TEST_CASE("R83: where the service is not provided a licence covers no room", "[engine][R83]")
{
    struct Row
    {
        char const* room;
        Availability availability;
        char const* day;
        Holds want;
    };
    using enum Availability;
    auto const row = GENERATE(values<Row>({
        // room     terms of NO  day           covered
        { "fjord",  unavailable, "2026-05-31", Holds::yes },
        { "fjord",  unavailable, "2026-06-01", Holds::no  },
        { "limmat", unavailable, "2026-06-01", Holds::yes },
        { "fjord",  other_terms, "2026-06-01", Holds::yes },
        { "fjord",  available,   "2026-06-01", Holds::yes },
    }));
    CAPTURE(row.room, row.day);
    auto tenant = a_tenant_abroad();
    tenant.apply(terms("NO", "2026-06-01", row.availability));
    CHECK(cover(tenant, row.room, row.day).answer == row.want);
}

TEST_CASE("R83: a room is covered until the day on which the terms end it, and again when they change", "[engine][R83]")
{
    auto tenant = a_tenant_abroad();
    tenant.apply(terms("NO", "2026-06-01", Availability::unavailable));
    tenant.apply(terms("NO", "2026-09-01", Availability::other_terms, "RMA in 5 days"));
    CHECK(cover(tenant, "fjord", "2026-03-01").until == date("2026-06-01"));
    CHECK(cover(tenant, "fjord", "2026-08-31").answer == Holds::no);
    CHECK(cover(tenant, "fjord", "2026-09-01").until == date("2029-02-01"));
}

TEST_CASE("R83: where the service is not provided no licence of it is a cure", "[engine][R83]")
{
    auto tenant = a_tenant_abroad();
    tenant.apply(terms("NO", "2026-06-01", Availability::unavailable));
    CHECK(tenant.covered_by("fjord", select_id, "2026-06-01").cures.empty());
    tenant.apply(room_in("sund", "NO"));
    auto const verdict = tenant.covered_by("sund", select_id, "2026-03-01");
    REQUIRE_FALSE(verdict.cures.empty());
    CHECK(verdict.cures.front().until == date("2026-06-01"));
}

TEST_CASE("R83: who allocates is told, and not refused", "[engine][R83]")
{
    struct Row
    {
        Availability availability;
        char const* day;
        char const* want;
    };
    using enum Availability;
    auto const row = GENERATE(values<Row>({
        { unavailable, "2026-05-31", "applied"                     },
        { unavailable, "2026-06-01", "applied country_unavailable" },
        { other_terms, "2026-06-01", "applied country_other_terms" },
        { available,   "2026-06-01", "applied"                     },
    }));
    auto tenant = a_tenant_abroad();
    tenant.apply(terms("NO", "2026-06-01", row.availability, "RMA in 5 days"));
    CHECK(outcome(tenant.try_to(assigning("PO-1", 3, "fjord", row.day))) == row.want);
}

TEST_CASE("R83: terms are of one programme, are taken back, and say what they found", "[engine][R83]")
{
    auto tenant = a_tenant_abroad();
    auto const set = terms("NO", "2026-06-01", Availability::unavailable);
    tenant.apply(set);
    CHECK(tenant.covered_by("fjord", sync_plus_id, "2026-07-01").cures.size() == 2);
    CHECK(outcome(tenant.try_to(set)) == "changed_meanwhile");
    tenant.apply(*compensation(set));
    CHECK(cover(tenant, "fjord", "2026-06-01").answer == Holds::yes);
    tenant.apply(set); // and once more
    CHECK(cover(tenant, "fjord", "2026-06-01").answer == Holds::no);
    CHECK(outcome(tenant.try_to(terms("Norway", "2026-06-01", Availability::available))) == "bad_country");
    CHECK(outcome(tenant.try_to(terms("", "2026-06-01", Availability::available))) == "bad_country");
    SetCountryTerms unknown = set;
    unknown.programme = "gold";
    CHECK(outcome(tenant.try_to(unknown)) == "unknown_programme");
}

TEST_CASE("R82, R83: a country is told with the terms of each programme", "[engine][R82][R83]")
{
    auto tenant = a_tenant_abroad();
    tenant.apply(terms("NO", "2026-06-01", Availability::other_terms, "RMA in 5 days"));
    auto const told = [&](char const* country, char const* day) {
        return std::get<CountryAnswer>(
            verdict(tenant.ledger, tenant.catalogue(), CountryQuestion { country }, date(day)).value());
    };
    CHECK_FALSE(told("NO", "2026-05-31").terms[0].exists());
    CHECK(tenant.ledger.country_terms()[told("NO", "2026-06-01").terms[0]].note == "RMA in 5 days");
    CHECK_FALSE(told("NO", "2026-06-01").terms[1].exists());
    CHECK_FALSE(told("CH", "2026-06-01").terms[0].exists());
    auto const proof = told("NO", "2026-06-01").proof;
    REQUIRE(proof.size() == tenant.catalogue().ids().size());
    for (Proof const& each : proof) CHECK(each.holds == Holds::yes);
    CHECK(std::ranges::any_of(proof[0].facts, [](Fact const& fact) { return fact.entry.exists(); }));
    CHECK_FALSE(verdict(tenant.ledger, tenant.catalogue(), CountryQuestion { "Norway" }, date("2026-06-01")));
}

TEST_CASE("R83: no plan sends a licence where its programme is not provided", "[engine][R83]")
{
    auto tenant = a_tenant_abroad();
    tenant.apply(room_in("sund", "NO"));
    auto const plan = [&](char const* day) {
        return std::get<PlanAnswer>(
            verdict(tenant.ledger, tenant.catalogue(), PlanQuestion { {}, "select" }, date(day)).value())
            .plan;
    };
    tenant.apply(terms("NO", "2026-06-01", Availability::unavailable));
    CHECK(plan("2026-05-31").rooms.empty());
    auto const later = plan("2026-06-01");
    REQUIRE(later.rooms.size() == 2); // "fjord" too has lost its cover
    for (auto const& each : later.rooms) CHECK(each.why == LeftOut::not_provided);
}
