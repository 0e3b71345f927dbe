// D6: what the five-year cap shortens is told, and refused where the operator wants it so.

#include "codec/catalogue_json.hpp"
#include "engine/setup.hpp"
#include "support/asking.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

constexpr char const* first_day = "2026-02-01";

void run(Tenant& tenant, std::vector<Command> const& steps)
{
    for (Command const& step : steps) tenant.apply(step);
}

Tenant with_an_old_device()
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.room("old").device("SN-1", "2022-06-01", "old").room("new").device("SN-2", "2026-01-10", "new");
    return std::move(tenant.order("PO-1", "select", 3, 5, "2026-01-10"));
}

} // namespace

TEST_CASE(
    "D6: a licence that the cap shortens is told, and refused where the operator wants it so", "[engine][D6][R88]")
{
    struct Row
    {
        char const* name;
        CapEffect effect;
        char const* room;
        char const* to;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "as shipped",            CapEffect::warns,  "old", "",           "applied warranty_shortened" },
        { "as shipped, a new one", CapEffect::warns,  "new", "",           "applied"                    },
        { "blocked",               CapEffect::blocks, "old", "",           "warranty_cut"               },
        { "blocked, a new one",    CapEffect::blocks, "new", "",           "applied"                    },
        { "until the cap's day",   CapEffect::blocks, "old", "2027-06-01", "applied"                    },
        { "a day past it",         CapEffect::blocks, "old", "2027-06-02", "warranty_cut"               },
    }));
    CAPTURE(row.name);
    auto tenant = with_an_old_device();
    if (row.effect == CapEffect::blocks) tenant.apply(SetCapEffect { CapEffect::warns, CapEffect::blocks });
    CHECK(outcome(tenant.try_to(assigning("PO-1", 1, row.room, "2026-02-01", row.to))) == row.want);
}

TEST_CASE("D6: what is refused for the cap is offered nowhere, and its cure is the operator's word", "[engine][D6][B1]")
{
    auto tenant = with_an_old_device();
    auto const planned = [&] { return told<PlanAnswer>(tenant, PlanQuestion {}, first_day).plan; };
    CHECK(planned().planned.size() == 2);
    SetCapEffect const block { CapEffect::warns, CapEffect::blocks };
    tenant.apply(block);
    REQUIRE(planned().rooms.size() == 1);
    CHECK(planned().rooms.front().why == LeftOut::warranty_cut);
    auto const cover = told<CoverageAnswer>(tenant, CoverageQuestion { "old", "select" }, first_day);
    for (Cure const& cure : cover.verdict.cures) {
        auto tried = tenant;
        run(tried, cure.steps);
        CHECK(tried.covered_by("old", tenant.catalogue().find("select"), "2026-02-01").answer == Holds::yes);
    }
    auto const answer = told<TryAnswer>(tenant, TryQuestion { assigning("PO-1", 1, "old", first_day) }, first_day);
    REQUIRE(answer.ways.size() == 1);
    CHECK(answer.ways.front().steps.front() == Command { *compensation(block) });
    CHECK(outcome(tenant.try_to(block)) == "changed_meanwhile");
    run(tenant, answer.ways.front().steps);
    CHECK(cap_effect(tenant.ledger) == CapEffect::warns);
}
