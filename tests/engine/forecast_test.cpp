// What ends when, and what to order by when (B5).

#include "engine/coverage.hpp"
#include "engine/forecast.hpp"
#include "support/random_tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

Forecast forecast(Tenant const& tenant, std::string_view from, std::string_view to)
{
    return forecast_of(tenant.ledger, tenant.catalogue(), { date(from), date(to) });
}

bool covered(Tenant const& tenant, RoomId room, Date day)
{
    auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), day);
    return std::ranges::any_of(
        columns.programmes, [&](auto const& programme) { return programme.until[room.row()] != always; });
}

} // namespace

TEST_CASE("B5: a room's cover ends where nothing follows on the same day", "[engine][B5][R40][R41]")
{
    Tenant tenant;
    tenant.room("a").room("b").room("c");
    tenant.order("PO-1", "select", 1, 3, "2026-01-10").order("PO-2", "select", 2, 1, "2026-12-20");
    tenant.assign("PO-1", 1, "a", "2026-02-01").assign("PO-1", 2, "b", "2026-03-01");
    tenant.assign("PO-1", 3, "c", "2026-03-01", "2026-06-01").assign("PO-2", 1, "b", "2027-02-01");
    auto const found = forecast(tenant, "2026-03-01", "2028-01-01").endings;
    REQUIRE(found.size() == 2);
    CHECK(shown(found[0].on) == "2026-06-01");
    CHECK(found[0].rooms == std::vector { tenant.room_id("c") });
    CHECK(shown(found[1].on) == "2027-02-01");
    CHECK(found[1].rooms == std::vector { tenant.room_id("a") });
    CHECK(forecast(tenant, "2026-03-01", "2026-06-01").endings.empty());
    CHECK(forecast(tenant, "2026-06-01", "2027-02-01").endings.size() == 1);
}

TEST_CASE("B5, R39: an order bought within these days leaves no gap and loses no day", "[engine][B5][R39]")
{
    struct Row
    {
        char const* name;
        int days; // after order_from
        char const* starts;
    };
    auto const row = GENERATE(values<Row>({
        { "on the first day", 0,  "2027-02-01" },
        { "on the last day",  60, "2027-02-01" },
        { "a day too early",  -1, "2027-01-31" },
    }));
    CAPTURE(row.name);
    Tenant tenant;
    tenant.room("a").order("PO-1", "select", 1, 1, "2026-01-10").assign("PO-1", 1, "a", "2026-02-01");
    auto const found = forecast(tenant, "2026-06-01", "2028-01-01").endings;
    REQUIRE(found.size() == 1);
    CHECK(found[0].order_by == plus_days(found[0].order_from, 60));
    tenant.order("PO-2", "select", 1, 1, iso(plus_days(found[0].order_from, row.days)));
    tenant.assign("PO-2", 1, "a", "2027-02-01");
    CHECK(covered(tenant, tenant.room_id("a"), date("2027-02-01")));
    CHECK(shown(tenant.status("PO-2", "2027-02-01").term.from) == row.starts);
}

TEST_CASE("B5, R37: durations are proposed that end together", "[engine][B5][R37][R88]")
{
    Tenant tenant;
    tenant.room("a").room("b").room("c").device("SN-1", "2025-01-01", "a");
    tenant.order("PO-1", "select", 1, 1, "2026-01-10").order("PO-2", "select", 2, 2, "2026-01-10");
    tenant.assign("PO-1", 1, "a", "2026-02-01").assign("PO-2", 1, "b", "2026-02-01");
    tenant.assign("PO-2", 2, "c", "2026-02-01", "2028-01-20");
    auto const made = forecast(tenant, "2026-06-01", "2029-01-01").proposals;
    REQUIRE(made.size() == 1);
    CHECK(made[0].spread_before == 365);
    CHECK(made[0].spread_days == 12); // 1 February and 20 January
    REQUIRE(made[0].orders.size() == 2);
    CHECK(made[0].orders[0].years == 2);
    CHECK(made[0].orders[0].clipped == 0);
    CHECK(made[0].orders[1].years == 1);
    CHECK(made[0].orders[1].rooms == std::vector { tenant.room_id("c"), tenant.room_id("b") });
    CHECK(made[0].orders[1].lost_days == 12);
}

TEST_CASE("property: what is proposed can be done, and closes the gap for a whole term", "[engine][B5][R39][property]")
{
    int proposed = 0, several = 0;
    for (auto const seed : seeds(80)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, seed % 2 == 0 ? Manner::live : Manner::history);
        Period const days { date("2024-01-01"), date("2029-01-01") };
        auto const made = forecast_of(tenant.ledger, tenant.catalogue(), days);
        for (auto const& ending : made.endings) {
            CHECK(days.contains(ending.on));
            for (RoomId const room : ending.rooms) {
                CHECK(covered(tenant, room, plus_days(ending.on, -1)));
                CHECK_FALSE(covered(tenant, room, ending.on));
            }
        }
        for (auto const& proposal : made.proposals) {
            several += proposal.orders.size() > 1 ? 1 : 0;
            for (auto const& order : proposal.orders) {
                Tenant done = tenant;
                for (auto const& room : tenant.ledger.rooms().rows())
                    if (room.in_sync == InSync::no && room.standing == Standing::valid)
                        done.apply(SetInSync { room.key, InSync::no, InSync::yes });
                for (auto const& step : order.steps) CHECK(outcome(done.try_to(step)).starts_with("applied"));
                auto const id = done.ledger.order(std::get<PlaceOrder>(order.steps[0]).order);
                CHECK(term_of(done.ledger, done.catalogue(), id) == order.term);
                for (RoomId const room : order.rooms) CHECK(covered(done, room, plus_days(order.term.to, -1)));
                ++proposed;
            }
        }
    }
    if (replays()) return;
    CHECK(proposed > 80);
    CHECK(several > 5);
}
