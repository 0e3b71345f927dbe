// The line that other implementations of the same questions print too.

#include "engine/checksum.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

Tenant a_tenant_with_orders()
{
    Tenant tenant;
    tenant.base_warranty(2).room("left").room("right", InSync::no).room("up");
    tenant.order("PO-1", "select", 1, 60, "2026-01-10").order("PO-2", "sync_plus", 1, 1, "2026-01-10");
    tenant.assign("PO-1", 1, "left", "2026-01-11").assign("PO-1", 2, "right", "2026-01-11", "2026-01-21");
    tenant.assign("PO-2", 1, "up", "2026-01-12");
    return std::move(tenant.device("SN-1", "1970-01-01", "left").device("SN-2", "2026-01-01", "left"));
}

std::string line(Tenant const& tenant, char const* as_of)
{
    return checksum(tenant.ledger, tenant.catalogue(), date(as_of));
}

} // namespace

TEST_CASE("the checksum line adds up what the bulk tables say", "[engine]")
{
    // left until 2027-01-11 (20829), right until 2026-01-21 (20474); warranties 1975-01-01 capped and after the base of
    // 1972-01-01 (1826), and 2028-01-01 (21184)
    auto const tenant = a_tenant_with_orders();
    CHECK(line(tenant, "2026-01-15") == "rooms=3 select=2 sync_plus=1 insights=2 spares=1 until=41303 warranty=23010");
    CHECK(line(tenant, "2026-01-21") == "rooms=3 select=1 sync_plus=1 insights=2 spares=1 until=20829 warranty=23010");
    CHECK(line(tenant, "2026-01-09") == "rooms=3 select=0 sync_plus=0 insights=0 spares=0 until=0 warranty=21914");
}

TEST_CASE("the checksum line does not look at a cancellation after its day", "[engine][D5]")
{
    auto tenant = a_tenant_with_orders();
    auto const before = line(tenant, "2026-01-15");
    tenant.cancel("PO-1", "2026-01-16");
    CHECK(line(tenant, "2026-01-15") == before);
    CHECK(line(tenant, "2026-01-16") == "rooms=3 select=0 sync_plus=1 insights=1 spares=0 until=0 warranty=21914");
}

TEST_CASE("the checksum line of rooms that were taken back, and of a catalogue without the programmes", "[engine]")
{
    Tenant tenant;
    tenant.room("left").room("right").apply(RemoveRoom { "left" });
    CHECK(line(tenant, "2026-01-15") == "rooms=1 select=0 sync_plus=0 insights=0 spares=0 until=0 warranty=0");
    catalogue::Catalogue const none { {}, {} };
    CHECK(checksum(tenant.ledger, none, date("2026-01-15"))
        == "rooms=1 select=0 sync_plus=0 insights=0 spares=0 until=0 warranty=0");
}
