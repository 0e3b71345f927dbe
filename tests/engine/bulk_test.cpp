// Passes over all rows at once: every row once, every anniversary as plus_years has it.

#include "engine/anniversaries.hpp"
#include "engine/bulk.hpp"
#include "engine/warranty.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <span>
#include <vector>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

std::vector<Date> days_from(Date first, int count)
{
    std::vector<Date> days;
    for (int at = 0; at < count; ++at) days.push_back(first + Days { at });
    return days;
}

} // namespace

TEST_CASE("a pass over the chosen takes each of them once and no other", "[engine]")
{
    auto const count = GENERATE(0U, 1U, 1'023U, 1'024U, 1'025U, 5'000U);
    auto const is_chosen = [](std::uint32_t row) { return row % 3 == 0 || row / 100 % 2 == 0; };
    std::vector<std::uint32_t> taken, wanted;
    for (std::uint32_t row = 0; row < count; ++row)
        if (is_chosen(row)) wanted.push_back(row);
    for_each_chosen(count, is_chosen, [&](std::uint32_t row) { taken.push_back(row); });
    CHECK(taken == wanted);
}

TEST_CASE("anniversaries from a table are those that are counted", "[engine][R39]")
{
    // Across 1970, the leap day of 2000 and the one that 2100 does not have.
    auto const first = GENERATE("1968-01-01", "1999-06-01", "2096-01-01");
    auto const days = days_from(date(first), 2'000);
    Anniversaries anniversaries { days };
    for (int years : { 0, 1, 2, 5, 15, 16, 40 }) anniversaries.prepare(years);
    for (Date const day : days_from(date(first) - Days { 50 }, 2'100)) { // some lie outside
        for (int const years : { 0, 1, 2, 3, 5, 15, 16, 40 }) {
            if (anniversaries.plus_years(day, years) != plus_years(day, years)) FAIL_CHECK(iso(day) << " " << years);
        }
    }
    auto const asked = days_from(date(first) - Days { 50 }, 2'100);
    std::vector<Date> two(asked.size()), three(asked.size()); // of which the second are not prepared
    for (int const years : { 2, 40 }) {
        anniversaries.plus_years(asked, std::array { years, 3 }, std::array { std::span { two }, std::span { three } });
        for (std::size_t at = 0; at < asked.size(); ++at) {
            if (two[at] != plus_years(asked[at], years) || three[at] != plus_years(asked[at], 3))
                FAIL_CHECK(iso(asked[at]) << " " << years);
        }
        anniversaries.plus_years(asked, std::array { years }, std::array { std::span { two } });
        for (std::size_t at = 0; at < asked.size(); ++at)
            if (two[at] != plus_years(asked[at], years)) FAIL_CHECK(iso(asked[at]) << " " << years);
    }
}

TEST_CASE("days that lie far apart, few or none need no table", "[engine]")
{
    std::vector<Date> const none, few { date("2024-02-29"), date("2026-01-01") };
    std::vector<Date> const far { always + Days { 1 }, never - Days { 1 } };
    for (auto const& days : { none, few, far }) {
        Anniversaries anniversaries { days };
        anniversaries.prepare(2);
        for (Date const day : few) CHECK(anniversaries.plus_years(day, 2) == plus_years(day, 2));
    }
}

TEST_CASE("many devices bought within few days have the warranty that each has alone", "[engine][B1][R87][R88]")
{
    Tenant tenant;
    tenant.base_warranty(2).room("covered").room("bare").order("PO-1", "select", 5, 1, "2024-02-20");
    tenant.assign("PO-1", 1, "covered", "2024-02-25");
    for (int number = 0; number < 60; ++number)
        tenant.device("SN-" + std::to_string(number), iso(date("2024-02-20") + Days { number % 20 }),
            number % 3 == 0 ? "bare" : "covered");
    auto const day = date("2026-07-01");
    auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), day);
    auto const all = warranty_of_all(tenant.ledger, tenant.catalogue(), columns, day);
    NoWitness nobody;
    for (std::uint32_t row = 0; row < 60; ++row) {
        auto const id = DeviceId::of_row(row);
        auto const until = columns.programmes[select_id.row()].until[tenant.ledger.devices()[id].room.row()];
        std::vector<Extension> extensions;
        if (until != always) extensions.push_back({ select_id, until });
        CAPTURE(row);
        CHECK(all[row] == warranty_of(tenant.ledger, tenant.catalogue(), id, day, extensions, nobody));
        CHECK(all[row].extended_to.has_value() == (row % 3 != 0));
    }
}

// More devices than one block holds; some moved after the day, some are in no room, some were taken back.
TEST_CASE("devices that moved, that are in no room or that were taken back are told in bulk as each alone",
    "[engine][B1][R87][R88]")
{
    bool const has_base = GENERATE(true, false);
    Tenant tenant;
    if (has_base) tenant.base_warranty(2);
    tenant.room("covered").room("bare").order("PO-1", "select", 5, 1, "2024-02-20");
    tenant.assign("PO-1", 1, "covered", "2024-02-25");
    for (int number = 0; number < 1'100; ++number)
        tenant.device("SN-" + std::to_string(number), iso(date("2023-02-20") + Days { number }),
            number % 3 == 0 ? "bare" : "covered");
    auto const put = [&](std::uint32_t row, auto&& alter) {
        Device device = tenant.ledger.devices().rows()[row];
        alter(device);
        tenant.ledger.apply(Put<Device, DeviceId> { DeviceId::of_row(row), device });
    };
    put(7, [](Device& device) { device.standing = Standing::withdrawn; });
    put(8, [](Device& device) { device.room = RoomId::none(); });
    put(1'030, [](Device& device) { device.in_room_since = date("2026-08-01"); }); // in no room before
    auto const day = date("2026-07-01");
    auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), day);
    auto const all = warranty_of_all(tenant.ledger, tenant.catalogue(), columns, day);
    NoWitness nobody;
    for (std::uint32_t row = 0; row < 1'100; ++row) {
        auto const id = DeviceId::of_row(row);
        auto const room = tenant.ledger.room_of(id, day);
        auto const until = room.exists() ? columns.programmes[select_id.row()].until[room.row()] : always;
        std::vector<Extension> extensions;
        if (until != always) extensions.push_back({ select_id, until });
        auto const alone = warranty_of(tenant.ledger, tenant.catalogue(), id, day, extensions, nobody);
        CAPTURE(row);
        CHECK(all[row] == (row == 7 ? Warranty {} : alone));
    }
    CHECK_FALSE(all[8].extended_to);
    CHECK_FALSE(all[1'030].extended_to);
}
