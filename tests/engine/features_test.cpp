// What a covered room gets: R79, R101, R102, R107–R111.

#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using catalogue::Feature;

namespace {

Tenant four_rooms()
{
    Tenant tenant;
    tenant.room("select in sync").room("select alone", InSync::no).room("plus").room("bare");
    tenant.order("PO-1", "select", 1, 2, "2026-01-10").order("PO-2", "sync_plus", 1, 1, "2026-01-10");
    tenant.assign("PO-1", 1, "select in sync", "2026-02-01").assign("PO-1", 2, "select alone", "2026-02-01");
    return std::move(tenant.assign("PO-2", 1, "plus", "2026-02-01"));
}

Verdict ask(Tenant const& tenant, char const* room, Feature feature, char const* as_of = "2026-03-01")
{
    return has_feature(tenant.ledger, tenant.catalogue(), tenant.room_id(room), feature, date(as_of));
}

} // namespace

TEST_CASE("R101, R102, R110: what a room gets follows from its licence, and for Insights and Alerts from Sync too",
    "[engine][R79][R101][R102][R107][R108][R110]")
{
    struct Row
    {
        char const* room;
        bool insights, alerts, warranty, support;
    };
    auto const row = GENERATE(values<Row>({
        // room, insights, alerts, warranty, support
        { "select in sync", true,  true,  true,  true  },
        { "select alone",   false, false, true,  true  },
        { "plus",           true,  true,  false, false },
        { "bare",           false, false, false, false },
    }));
    CAPTURE(row.room);
    auto const tenant = four_rooms();
    auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), date("2026-03-01"));
    auto const same = [&](Feature feature, bool want) {
        CAPTURE(code(feature));
        CHECK((ask(tenant, row.room, feature).answer == Holds::yes) == want);
        CHECK(has_feature(tenant.ledger, tenant.catalogue(), columns, tenant.room_id(row.room), feature) == want);
    };
    same(Feature::insights, row.insights);
    same(Feature::alerts, row.alerts);
    same(Feature::warranty_extension, row.warranty);
    same(Feature::premium_support, row.support);
    same(Feature::next_business_day_rma, row.support);
    same(Feature::instant_rma, row.support);
    same(Feature::success_manager, row.support);
}

TEST_CASE("R111: Insights and Alerts stop when the licence leaves, and start again when one is assigned",
    "[engine][R110][R111]")
{
    auto const feature = GENERATE(Feature::insights, Feature::alerts);
    Tenant tenant;
    tenant.room("left").order("PO-1", "sync_plus", 1, 2, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01", "2026-04-01").assign("PO-1", 2, "left", "2026-06-01");
    CHECK(ask(tenant, "left", feature, "2026-01-31").answer == Holds::no);
    CHECK(ask(tenant, "left", feature, "2026-03-31").until == date("2026-04-01"));
    auto const between = ask(tenant, "left", feature, "2026-04-01");
    CHECK(between.answer == Holds::no);
    CHECK(between.since == date("2026-04-01"));
    CHECK(ask(tenant, "left", feature, "2026-06-01").until == date("2027-02-01"));
    CHECK(ask(tenant, "left", feature, "2027-02-01").since == date("2027-02-01"));
}

TEST_CASE("R101: a Select room that is not in Sync has everything but the Sync features, and only Sync is missing",
    "[engine][R101][R102][B1]")
{
    auto const tenant = four_rooms();
    auto const verdict = ask(tenant, "select alone", Feature::insights);
    CHECK(verdict.answer == Holds::no);
    CHECK_FALSE(verdict.since.has_value());
    REQUIRE(verdict.cures.size() == 1);
    CHECK(verdict.cures[0].kind == CureKind::define_in_sync);
    CHECK(verdict.cures[0].until == date("2027-02-01"));
    REQUIRE(verdict.proof.size() == 3);
    CHECK(verdict.proof[0].rule == Rule::room_has_active_licence);
    CHECK(verdict.proof[0].holds == Holds::yes);
    CHECK(verdict.proof[1].rule == Rule::programme_gives_feature);
    CHECK(verdict.proof[1].holds == Holds::yes);
    CHECK(verdict.proof[2].rule == Rule::room_is_in_sync);
    CHECK(verdict.proof[2].holds == Holds::no);
}

TEST_CASE(
    "R79, R110: a room that is taken out of Sync keeps its licence and loses what Sync gives", "[engine][R79][R110]")
{
    auto tenant = four_rooms();
    tenant.apply(SetInSync { "plus", InSync::yes, InSync::no });
    CHECK(tenant.covered_by("plus", sync_plus_id, "2026-03-01").answer == Holds::yes);
    auto const verdict = ask(tenant, "plus", Feature::alerts);
    CHECK(verdict.answer == Holds::no);
    REQUIRE(verdict.cures.size() == 1);
    CHECK(verdict.cures[0].kind == CureKind::define_in_sync);
    CHECK(verdict.proof.back().rule == Rule::room_is_in_sync);
    CHECK(verdict.proof.back().facts[0].entry == EntryId::of_row(10)); // the entry that took it out
}

TEST_CASE("a feature that no programme gives is a no without cures, and every programme says so", "[engine][B1]")
{
    auto bare = select_programme();
    bare.features = {};
    catalogue::Catalogue const catalogue { { bare }, {} };
    Tenant tenant { catalogue };
    tenant.room("left");
    auto const verdict = ask(tenant, "left", Feature::insights);
    CHECK(verdict.answer == Holds::no);
    CHECK(verdict.cures.empty());
    REQUIRE(verdict.proof.size() == 1);
    CHECK(verdict.proof[0].rule == Rule::programme_gives_feature);
    CHECK(verdict.proof[0].holds == Holds::no);
}
