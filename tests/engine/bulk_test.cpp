// Passes over all rows at once: every row once, every anniversary as plus_years has it.

#include "engine/anniversaries.hpp"
#include "engine/bulk.hpp"
#include "engine/warranty.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <numeric>

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

TEST_CASE("a pass in two takes every row once, each where it belongs", "[engine]")
{
    auto const count = GENERATE(0U, 1U, 1'023U, 1'024U, 1'025U, 5'000U);
    auto const is_yes = [](std::uint32_t row) { return row % 3 == 0 || row / 100 % 2 == 0; };
    std::vector<std::uint32_t> yes, no;
    in_two(
        count, is_yes, [&](std::uint32_t row) { yes.push_back(row); }, [&](std::uint32_t row) { no.push_back(row); });
    CHECK(std::ranges::is_sorted(yes));
    CHECK(std::ranges::is_sorted(no));
    CHECK(std::ranges::all_of(yes, is_yes));
    CHECK(std::ranges::none_of(no, is_yes));
    CHECK(yes.size() + no.size() == count);
    CHECK(std::ranges::adjacent_find(yes) == yes.end());
    CHECK(std::ranges::adjacent_find(no) == no.end());
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
