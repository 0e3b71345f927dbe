// Extended Warranty: licences on devices (R13, R14, R66, R67, D25), with the base, the extension and the cap (R88, D6).

#include "codec/catalogue_json.hpp"
#include "engine/device_licences.hpp"
#include "engine/question.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

// A device bought on 2026-02-01 in a room, and two licences of Extended Warranty for so many years.
Tenant a_tenant(int years = 2)
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.base_warranty(2).room("fjord").device("SN-1", "2026-02-01", "fjord").device("SN-2", "2026-02-01", "fjord");
    return std::move(tenant.order("EW-1", "extended_warranty", years, 2, "2026-02-01"));
}

ExtendWarranty extending(int number = 1, char const* on = "2026-03-01", char const* serial = "SN-1")
{
    return {
        { "EW-1", number },
        serial, date(on)
    };
}

Warranty warranty(Tenant const& tenant, char const* as_of, char const* serial = "SN-1")
{
    auto const device = tenant.device_id(serial);
    auto const proven = warranty_on(tenant.ledger, tenant.catalogue(), device, date(as_of)).warranty;
    auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), date(as_of));
    auto const bulk = warranty_of_all(tenant.ledger, tenant.catalogue(), columns, date(as_of))[device.row()];
    CHECK(proven == bulk); // the list and the proof
    return proven;
}

} // namespace

TEST_CASE("R13, R66, R88, D25: a licence lengthens the device's own warranty, never past the cap",
    "[engine][R13][R66][R88][D25][D6]")
{
    struct Row
    {
        int years;
        char const* extended;
        char const* clipped;
        char const* outcome;
    };
    auto const row = GENERATE(values<Row>({
        // years, extended to, clipped from, what is told
        { 1, "2029-02-01", "",           "applied"                    },
        { 2, "2030-02-01", "",           "applied"                    },
        { 3, "2031-02-01", "",           "applied"                    }, // the cap to the day
        { 4, "2031-02-01", "2032-02-01", "applied warranty_shortened" },
    }));
    CAPTURE(row.years);
    auto tenant = a_tenant(row.years);
    CHECK(warranty(tenant, "2026-06-01").end() == date("2028-02-01"));
    CHECK(outcome(tenant.try_to(extending())) == row.outcome);
    auto const got = warranty(tenant, "2026-06-01");
    CHECK(got.base_end == date("2028-02-01"));
    CHECK(got.extended_to == maybe_date(row.extended));
    CHECK(got.clipped_from == maybe_date(row.clipped));
}

TEST_CASE("R14, R67: a licence counts from its day on, for its device alone", "[engine][R14][R67]")
{
    auto tenant = a_tenant();
    tenant.apply(extending());
    CHECK_FALSE(warranty(tenant, "2026-02-28").extended_to.has_value());
    CHECK(warranty(tenant, "2026-03-01").extended_to == date("2030-02-01"));
    CHECK_FALSE(warranty(tenant, "2026-03-01", "SN-2").extended_to.has_value());
    tenant.apply(MoveDevice { "SN-1", "fjord", "", date("2026-04-01") }); // the device, not the room
    CHECK(warranty(tenant, "2026-05-01").extended_to == date("2030-02-01"));
}

TEST_CASE("R67: a licence for devices covers no room, and one for rooms goes on no device", "[engine][R14][R67]")
{
    auto tenant = a_tenant();
    tenant.order("PO-1", "select", 3, 1, "2026-02-01");
    CHECK(outcome(tenant.try_to(assigning("EW-1", 1, "fjord", "2026-03-01"))) == "licence_not_for_rooms");
    CHECK(outcome(tenant.try_to(ExtendWarranty {
              { "PO-1", 1 },
              "SN-1", date("2026-03-01")
    }))
        == "licence_not_for_devices");
    tenant.apply(extending());
    auto const covered_by_any = covered(tenant.ledger, tenant.catalogue(), tenant.room_id("fjord"), date("2026-06-01"));
    CHECK(covered_by_any.answer == Holds::no);
    for (auto const& cure : covered_by_any.cures) // and none of the cures buys any
        for (auto const& step : cure.steps)
            if (auto const* const place = std::get_if<PlaceOrder>(&step))
                CHECK(place->programme != "extended_warranty");
}

TEST_CASE("R14: one licence, one device, within the days of its order", "[engine][R14]")
{
    struct Row
    {
        Command command;
        char const* want;
    };
    auto tenant = a_tenant();
    tenant.apply(extending(1));
    std::vector<Row> const rows {
        { extending(1, "2026-03-01", "SN-2"), "licence_on_device" },
        { extending(2, "2026-01-31"), "before_purchase" },
        { extending(2, "2026-02-01"), "applied" },
        { extending(3), "unknown_licence" },
        { ExtendWarranty { { "EW-9", 1 }, "SN-1", date("2026-03-01") }, "unknown_order" },
        { extending(2, "2026-03-01", "SN-9"), "unknown_device" },
        { WithdrawExtension { { "EW-1", 1 }, "SN-2" }, "unknown_extension" },
        { WithdrawExtension { { "EW-1", 2 }, "SN-1" }, "unknown_extension" },
        { WithdrawExtension { { "EW-1", 1 }, "SN-1" }, "applied" },
        { CancelOrder { "EW-1", date("2026-02-02") }, "not_cancellable" },
        { RemoveOrder { "EW-1" }, "has_dependents" },
        { RemoveDevice { "SN-1" }, "has_dependents" },
    };
    for (Row const& row : rows) CHECK(outcome(Tenant { tenant }.try_to(row.command)) == row.want);
}

TEST_CASE("an order for devices runs without an end and counts what is on devices", "[engine][R35][D25]")
{
    auto tenant = a_tenant();
    tenant.apply(extending());
    auto const before = tenant.status("EW-1", "2026-02-28");
    auto const status = tenant.status("EW-1", "2026-03-01");
    CHECK(status.term == Period { date("2026-02-01"), never });
    CHECK(before.assigned == 0);
    CHECK(status.assigned == 1);
    CHECK(status.free == 1);
    LicenceRef const licence { tenant.order_id("EW-1"), 1 };
    auto const state = [&](char const* day) {
        return status_of(tenant.ledger, tenant.catalogue(), licence, date(day)).state;
    };
    CHECK(state("2026-02-28") == LicenceState::planned);
    CHECK(state("2026-03-01") == LicenceState::assigned);
    tenant.apply(WithdrawExtension {
        { "EW-1", 1 },
        "SN-1"
    });
    CHECK(state("2026-03-01") == LicenceState::unassigned);
    CHECK_FALSE(warranty(tenant, "2026-06-01").extended_to.has_value());
}

TEST_CASE("D6, D25: without a base warranty there is nothing to lengthen", "[engine][D6][D25]")
{
    auto tenant = a_tenant();
    tenant.apply(extending()).apply(SetBaseWarranty { 2, std::nullopt });
    CHECK_FALSE(warranty(tenant, "2026-06-01").end().has_value());
}

TEST_CASE("R87, R88: of a room's licence and the device's own the longer counts", "[engine][R87][R88]")
{
    struct Row
    {
        int select_years;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { 3, "2030-02-01" }, // the device's own
        { 5, "2031-02-01" }, // the room's
    }));
    auto tenant = a_tenant();
    tenant.apply(extending()).order("PO-1", "select", row.select_years, 1, "2026-02-01");
    tenant.assign("PO-1", 1, "fjord", "2026-02-01");
    CHECK(warranty(tenant, "2026-06-01").extended_to == date(row.want));
}
