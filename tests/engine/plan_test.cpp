// The assignment plan (B6): best where small, within its bound where large, and lawful always.

#include "engine/coverage.hpp"
#include "engine/matching.hpp"
#include "engine/plan.hpp"
#include "support/random_tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <set>
#include <vector>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

Plan plan(Tenant const& tenant, std::string_view day, PlanWishes const& wishes = {})
{
    return plan_on(tenant.ledger, tenant.catalogue(), wishes, date(day));
}

std::vector<std::string> told(Tenant const& tenant, Plan const& plan)
{
    std::vector<std::string> lines;
    for (auto const& each : plan.planned)
        lines.push_back(tenant.ledger.rooms()[each.room].key + " " + tenant.ledger.orders()[each.licence.order].key
            + "/" + std::to_string(each.licence.number) + " " + shown(each.until));
    for (auto const& each : plan.rooms)
        lines.push_back(tenant.ledger.rooms()[each.room].key + " " + std::string { code(each.why) });
    return lines;
}

using Lines = std::vector<std::string>;

Offers random_offers(Random& random, int takers, int places, int most_capacity, int spread)
{
    Offers offers { .takers = static_cast<std::size_t>(takers), .capacities = {}, .worth = {} };
    for (int place = 0; place < places; ++place) offers.capacities.push_back(random.below(most_capacity + 1));
    std::vector<std::optional<Worth>> worths(offers.takers * offers.places());
    for (auto& worth : worths) {
        if (!random.one_in(4))
            worth = {
                { 1 + random.below(spread), random.below(2), random.below(spread) }
            };
    }
    offers.worth = [worths, places = offers.places()](
                       std::size_t taker, std::size_t place) { return worths[taker * places + place]; };
    return offers;
}

// Every way to give the takers from `taker` on what is left, one after another.
Worth by_enumeration(Offers const& offers, std::size_t taker, std::vector<std::int64_t>& left)
{
    if (taker == offers.takers) return {};
    Worth best = by_enumeration(offers, taker + 1, left);
    for (std::size_t place = 0; place < offers.places(); ++place) {
        auto const worth = offers.worth(taker, place);
        if (!worth || left[place] == 0) continue;
        --left[place];
        best = std::max(best, *worth + by_enumeration(offers, taker + 1, left));
        ++left[place];
    }
    return best;
}

void check_capacities(Offers const& offers, Matching const& matching)
{
    REQUIRE(matching.size() == offers.takers);
    for (std::size_t place = 0; place < offers.places(); ++place)
        CHECK(std::ranges::count(matching, place) <= offers.capacities[place]);
    for (std::size_t taker = 0; taker < matching.size(); ++taker)
        if (matching[taker] != no_place) CHECK(offers.worth(taker, matching[taker]).has_value());
}

} // namespace

TEST_CASE("B6: rooms get the licences that cover longest, and a room left out says why", "[engine][B6][R47][R76][R79]")
{
    Tenant tenant;
    tenant.room("a").room("b", InSync::no).room("c").room("d");
    tenant.order("PO-1", "select", 1, 1, "2026-01-10").order("PO-2", "sync_plus", 1, 1, "2026-02-10");
    CHECK(told(tenant, plan(tenant, "2026-03-01"))
        == Lines { "a PO-2/1 2027-03-01", "b PO-1/1 2027-03-01", "c no_licence_left", "d no_licence_left" });
    tenant.assign("PO-1", 1, "a", "2026-03-01");
    CHECK(told(tenant, plan(tenant, "2026-03-01"))
        == Lines { "c PO-2/1 2027-03-01", "b not_in_sync", "d no_licence_left" });
    tenant.assign("PO-2", 1, "d", "2026-03-01");
    CHECK(told(tenant, plan(tenant, "2026-03-01")) == Lines { "b nothing_free", "c nothing_free" });
}

TEST_CASE("B6: the stated priority decides first", "[engine][B6][R87][R88]")
{
    Tenant tenant;
    auto important = adding_room("board");
    important.importance = Importance::important;
    tenant.room("plain").room("other").apply(important).base_warranty(1);
    tenant.device("SN-1", "2025-12-01", "other").order("PO-1", "select", 1, 1, "2026-01-10");
    tenant.order("PO-2", "select", 3, 1, "2026-01-10").assign("PO-2", 1, "plain", "2026-09-01");
    struct Row
    {
        char const* name;
        std::vector<Priority> by;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "as shipped: days, then importance", {},                            "board PO-1/1 2027-02-01" },
        { "importance",                        { Priority::important_rooms }, "board PO-1/1 2027-02-01" },
        { "warranties",                        { Priority::warranty_days },   "other PO-1/1 2027-02-01" },
    }));
    CAPTURE(row.name);
    auto const lines = told(tenant, plan(tenant, "2026-02-01", { .by = row.by }));
    REQUIRE(lines.size() == 3);
    CHECK(lines.front() == row.want);
}

TEST_CASE("B6: an order whose term would move is left alone, and says so", "[engine][B6][R39]")
{
    Tenant tenant;
    tenant.room("a").room("b").order("PO-1", "select", 1, 2, "2026-01-10").assign("PO-1", 1, "a", "2026-03-01");
    auto const before = plan(tenant, "2026-02-01");
    CHECK(before.orders
        == std::vector {
            OrderLeftOut { tenant.order_id("PO-1"), date("2026-03-01") }
    });
    CHECK(before.planned.empty());
    CHECK(plan(tenant, "2026-03-01").planned.size() == 1);
}

TEST_CASE("property: the best matching is the best of all there are, up to 8 by 8", "[engine][B6][property]")
{
    for (auto const seed : seeds(60)) {
        CAPTURE(seed);
        Random random { seed };
        auto const offers = random_offers(random, 1 + random.below(8), 1 + random.below(4), 3, seed % 3 == 0 ? 3 : 50);
        auto const best = best_matching(offers);
        check_capacities(offers, best);
        auto left = offers.capacities;
        CHECK(worth_of(offers, best) == by_enumeration(offers, 0, left));
        auto const quick = quick_matching(offers, best_pairs(offers));
        check_capacities(offers, quick);
        CHECK(worth_of(offers, quick) <= worth_of(offers, best));
        CHECK(worth_of(offers, best) <= bound_of(offers, best_pairs(offers)));
    }
}

TEST_CASE("property: eight rooms and eight licences of one order each", "[engine][B6][property]")
{
    for (auto const seed : seeds(4)) {
        CAPTURE(seed);
        Random random { seed ^ 0x88 };
        auto const offers = random_offers(random, 8, 8, 1, 20);
        auto left = offers.capacities;
        CHECK(worth_of(offers, best_matching(offers)) == by_enumeration(offers, 0, left));
    }
}

TEST_CASE(
    "property: a plan can be carried out as it stands, and covers what it says", "[engine][B6][R76][R79][property]")
{
    int planned = 0, left_out = 0, orders_left = 0;
    for (auto const seed : seeds(80)) {
        CAPTURE(seed);
        auto tenant = random_tenant(seed, seed % 2 == 0 ? Manner::live : Manner::history);
        Random random { seed ^ 0xB6 };
        for (Date const day : days_to_look_at(tenant, random, 3)) {
            CAPTURE(iso(day));
            auto const plan = plan_on(tenant.ledger, tenant.catalogue(), {}, day);
            CHECK(plan.found == Found::best);
            CHECK(plan.worth == plan.bound);
            std::set<LicenceRef> used;
            for (auto const& each : plan.planned) CHECK(used.insert(each.licence).second);
            Tenant done = tenant;
            for (auto const& step : plan.steps) CHECK(outcome(done.try_to(step)).starts_with("applied"));
            auto const columns = coverage_of_all(done.ledger, done.catalogue(), day);
            for (auto const& each : plan.planned) {
                auto const programme = done.ledger.orders()[each.licence.order].programme;
                CHECK(columns.programmes[programme.row()].until[each.room.row()] >= each.until);
            }
            auto const again = plan_on(done.ledger, done.catalogue(), {}, day);
            CHECK(again.planned.empty());
            CHECK(again.rooms.size() == plan.rooms.size());
            planned += static_cast<int>(plan.planned.size());
            left_out += static_cast<int>(plan.rooms.size());
            orders_left += static_cast<int>(plan.orders.size());
        }
    }
    if (replays()) return;
    CHECK(planned > 50);
    CHECK(left_out > 50);
    CHECK(orders_left > 5);
}

TEST_CASE("B6: beyond what can be searched a plan keeps to its bound", "[engine][B6]")
{
    Random random { 6 };
    auto const offers = random_offers(random, 300, 40, 9, 1'000);
    auto const best = worth_of(offers, best_matching(offers));
    auto const quick = quick_matching(offers, best_pairs(offers));
    check_capacities(offers, quick);
    CHECK(worth_of(offers, quick) <= best);
    CHECK(best <= bound_of(offers, best_pairs(offers)));
    CHECK(worth_of(offers, quick).counts[0] * 10 >= bound_of(offers, best_pairs(offers)).counts[0] * 7);
}
