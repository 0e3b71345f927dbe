// How long a device's warranty runs: R87, R88 with D6.

#include "engine/warranty.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

Warranty bulk(Tenant const& tenant, char const* serial, char const* as_of)
{
    auto const day = date(as_of);
    auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), day);
    return warranty_of_all(tenant.ledger, tenant.catalogue(), columns, day)[tenant.device_id(serial).row()];
}

WarrantyVerdict proven(Tenant const& tenant, char const* serial, char const* as_of)
{
    return warranty_on(tenant.ledger, tenant.catalogue(), tenant.device_id(serial), date(as_of));
}

} // namespace

TEST_CASE("R87, R88, D6: a covering licence lengthens the warranty, never past purchase and five years",
    "[engine][R87][R88][D6]")
{
    struct Row
    {
        char const* name;
        char const* purchased;
        int years; // of the licence that covers the room from 2026-02-01
        char const* base;
        char const* extended;
        char const* clipped;
        char const* end;
    };
    auto const row = GENERATE(values<Row>({
        // name, purchased, years of the licence, base, extended to, clipped from, end
        { "new device, 5 years",      "2026-02-01", 5, "2028-02-01", "2031-02-01", "",           "2031-02-01" },
        { "one day old, 5 years",     "2026-01-31", 5, "2028-01-31", "2031-01-31", "2031-02-01", "2031-01-31" },
        { "one day younger, 5 years", "2026-02-02", 5, "2028-02-02", "2031-02-01", "",           "2031-02-01" },
        { "new device, 1 year",       "2026-02-01", 1, "2028-02-01", "2027-02-01", "",           "2028-02-01" },
        { "two years old, 4 years",   "2024-02-01", 4, "2026-02-01", "2029-02-01", "2030-02-01", "2029-02-01" },
        { "two years old, 3 years",   "2024-02-01", 3, "2026-02-01", "2029-02-01", "",           "2029-02-01" },
        { "past its cap already",     "2020-01-01", 5, "2022-01-01", "2025-01-01", "2031-02-01", "2025-01-01" },
        { "bought on 29 February",    "2024-02-29", 5, "2026-02-28", "2029-02-28", "2031-02-01", "2029-02-28" },
    }));
    CAPTURE(row.name);
    Tenant tenant;
    tenant.room("left").order("PO-1", "select", row.years, 1, "2026-01-10").assign("PO-1", 1, "left", "2026-02-01");
    tenant.base_warranty(2).device("SN-1", row.purchased, "left");
    auto const verdict = proven(tenant, "SN-1", "2026-03-01");
    CHECK(verdict.warranty == bulk(tenant, "SN-1", "2026-03-01"));
    CHECK(verdict.warranty.base_end == maybe_date(row.base));
    CHECK(verdict.warranty.extended_to == maybe_date(row.extended));
    CHECK(verdict.warranty.clipped_from == maybe_date(row.clipped));
    CHECK(verdict.warranty.end() == maybe_date(row.end));
    CHECK(verdict.room == tenant.room_id("left"));
}

TEST_CASE("D6: without a base warranty only the extension is known", "[engine][D6]")
{
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "select", 2, 1, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01");
    tenant.device("SN-1", "2026-01-01", "left").device("SN-2", "2026-01-01", "right");
    CHECK(bulk(tenant, "SN-1", "2026-03-01").end() == date("2028-02-01"));
    CHECK_FALSE(bulk(tenant, "SN-1", "2026-03-01").base_end.has_value());
    CHECK_FALSE(bulk(tenant, "SN-2", "2026-03-01").end().has_value());
    auto const verdict = proven(tenant, "SN-2", "2026-03-01");
    REQUIRE(verdict.proof.size() == 3);
    CHECK(verdict.proof[0].rule == Rule::warranty_base);
    CHECK(verdict.proof[0].holds == Holds::no);
    CHECK(verdict.proof[1].rule == Rule::warranty_extension);
    CHECK(verdict.proof[1].holds == Holds::no);
    CHECK(verdict.proof[2].rule == Rule::room_has_active_licence);
}

TEST_CASE("D6: the extension holds on the days on which the device's room is covered", "[engine][R81][R87][D6]")
{
    struct Row
    {
        char const* as_of;
        char const* room; // empty: in none
        char const* extended;
    };
    auto const row = GENERATE(values<Row>({
        // as of        room     extended to
        { "2026-01-31", "left",  ""           },
        { "2026-02-01", "left",  "2028-02-01" },
        { "2026-05-31", "left",  "2028-02-01" },
        { "2026-06-01", "right", ""           }, // moved to a room without a licence
        { "2026-09-01", "",      ""           }, // taken out
        { "2026-10-01", "left",  "2028-02-01" }, // and back
        { "2028-01-31", "left",  "2028-02-01" },
        { "2028-02-01", "left",  ""           },
    }));
    CAPTURE(row.as_of);
    Tenant tenant;
    tenant.room("left").room("right").order("PO-1", "select", 2, 1, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01").device("SN-1", "2025-12-01", "left");
    tenant.apply(MoveDevice { "SN-1", "left", "right", date("2026-06-01") });
    tenant.apply(MoveDevice { "SN-1", "right", "", date("2026-09-01") });
    tenant.apply(MoveDevice { "SN-1", "", "left", date("2026-10-01") });
    auto const verdict = proven(tenant, "SN-1", row.as_of);
    CHECK(verdict.warranty.extended_to == maybe_date(row.extended));
    CHECK((verdict.room.exists() ? tenant.ledger.rooms()[verdict.room].key : "") == row.room);
    CHECK(bulk(tenant, "SN-1", row.as_of) == verdict.warranty);
}

TEST_CASE("R87: Sync Plus covers a room and extends no warranty", "[engine][R87]")
{
    Tenant tenant;
    tenant.room("left").order("PO-1", "sync_plus", 1, 1, "2026-01-10").assign("PO-1", 1, "left", "2026-02-01");
    tenant.base_warranty(2).device("SN-1", "2026-01-01", "left");
    CHECK_FALSE(bulk(tenant, "SN-1", "2026-03-01").extended_to.has_value());
    CHECK(bulk(tenant, "SN-1", "2026-03-01").end() == date("2028-01-01"));
}

TEST_CASE("D6: the cap clips warranty and nothing else", "[engine][R88][D6]")
{
    Tenant tenant;
    tenant.room("left").order("PO-1", "select", 5, 1, "2026-01-10").assign("PO-1", 1, "left", "2026-02-01");
    tenant.device("SN-1", "2022-01-01", "left");
    CHECK(bulk(tenant, "SN-1", "2026-03-01").end() == date("2027-01-01"));
    CHECK(tenant.covered_by("left", select_id, "2026-03-01").until == date("2031-02-01"));
}

TEST_CASE("a programme without a cap clips nothing, and of two the one that gives most counts", "[engine][R87][R88]")
{
    auto capped = select_programme();
    auto uncapped = sync_plus_programme();
    uncapped.features.push_back(*capped.given(catalogue::Feature::warranty_extension));
    uncapped.term.sku_years.value = { 1, 4 };
    catalogue::Catalogue const catalogue {
        { capped, uncapped },
        {}
    };
    Tenant tenant { catalogue };
    tenant.room("left").order("PO-1", "select", 5, 1, "2026-01-10").order("PO-2", "sync_plus", 4, 1, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01").assign("PO-2", 1, "left", "2026-02-01");
    tenant.device("SN-1", "2023-01-01", "left").device("SN-2", "2025-12-01", "left");
    CHECK(bulk(tenant, "SN-1", "2026-03-01").end() == date("2030-02-01"));
    CHECK_FALSE(bulk(tenant, "SN-1", "2026-03-01").clipped_from.has_value());
    CHECK(bulk(tenant, "SN-2", "2026-03-01").end() == date("2030-12-01"));
    CHECK(bulk(tenant, "SN-2", "2026-03-01").clipped_from == date("2031-02-01"));
    CHECK(proven(tenant, "SN-1", "2026-03-01").warranty == bulk(tenant, "SN-1", "2026-03-01"));
}

TEST_CASE("B1: the proof of a warranty shows base, extension, cap and the licence behind them", "[engine][B1][R88][D6]")
{
    Tenant tenant;
    tenant.room("left").order("PO-1", "select", 5, 1, "2026-01-10").assign("PO-1", 1, "left", "2026-02-01");
    tenant.base_warranty(2).device("SN-1", "2024-01-01", "left");
    auto const proof = proven(tenant, "SN-1", "2026-03-01").proof;
    REQUIRE(proof.size() == 4);
    CHECK(proof[0].rule == Rule::warranty_base);
    CHECK(proof[0].parameters[0]
        == ParameterUse {
            "base_warranty_years", 2, { catalogue::OriginKind::operator_set, "" }
    });
    CHECK(proof[1].rule == Rule::warranty_extension);
    CHECK(proof[2].rule == Rule::warranty_cap);
    CHECK(proof[2].holds == Holds::no);
    CHECK(proof[2].parameters[0]
        == ParameterUse {
            "warranty_cap_years", 5, { catalogue::OriginKind::document, "R88" }
    });
    CHECK(proof[3].rule == Rule::room_has_active_licence);
    CHECK(proof[3].holds == Holds::yes);
}

TEST_CASE("nothing is known of the warranty of a device that was taken back", "[engine]")
{
    Tenant tenant;
    tenant.room("left").base_warranty(2).device("SN-1", "2024-01-01", "left").apply(RemoveDevice { "SN-1" });
    CHECK(bulk(tenant, "SN-1", "2024-06-01") == Warranty {});
    CHECK(proven(tenant, "SN-1", "2024-06-01").warranty == Warranty {});
}
