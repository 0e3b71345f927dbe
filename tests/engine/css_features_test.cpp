// The document's table of features for one ORG-ID: what each tier gives, what is given, what a breach takes.

#include "engine/css_features.hpp"
#include "support/css_tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using catalogue::CssTier;

namespace {

FeatureTable table_of(CssTenant const& tenant, char const* as_of)
{
    return feature_table(tenant.ledger, tenant.catalogue(), tenant.ledger.css().org("north"), date(as_of));
}

FeatureVerdict asked(CssTenant const& tenant, char const* feature, char const* as_of)
{
    auto const known = tier_feature(feature);
    REQUIRE(known.has_value());
    return feature_verdict(tenant.ledger, tenant.catalogue(), tenant.ledger.css().org("north"), *known, date(as_of));
}

FeatureOnDay const& row_of(FeatureTable const& table, std::string_view feature)
{
    auto const found = std::ranges::find_if(table.rows, [&](auto const& row) { return code(row.feature) == feature; });
    REQUIRE(found != table.rows.end());
    return *found;
}

// "apps" (cloud) is whole, "desktop" lacks what `missing` says; both under "north".
CssTenant two_lines(CssTier tier, int missing)
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).licences("L-2", "desktop", "north", 3 + missing);
    tenant.covered("C-1", "apps", "north", 5, tier).covered("C-2", "desktop", "north", 3, tier);
    return tenant;
}

bool cites(std::vector<Proof> const& proof, std::string_view rule)
{
    return std::ranges::any_of(proof, [&](auto const& node) {
        return std::ranges::any_of(node.parameters, [&](auto const& use) { return use.origin.reference == rule; });
    });
}

} // namespace

TEST_CASE("R147–R170: what the served tier gives, each with the rule it stands under",
    "[engine][R147][R150][R151][R152][R156][R158][R163][R166][R168][R169][R170]")
{
    struct Row
    {
        char const* feature;
        char const* rule;
        bool select, priority, priority_plus;
    };
    auto const row = GENERATE(values<Row>({
        // feature                 rule    select priority priority plus
        { "software_updates",          "R147", true,  true,  true },
        { "response",                  "R150", true,  true,  true },
        { "restoration",               "R151", false, true,  true },
        { "platform_uptime",           "R152", false, true,  true },
        { "priority_queue",            "R156", false, true,  true },
        { "scheduled_support",         "R158", false, true,  true },
        { "e_learning",                "R163", true,  true,  true },
        { "technical_account_manager", "R166", false, true,  true },
        { "customer_success_manager",  "R168", false, false, true }, // Priority has it by contract value alone
        { "customised_packages",       "R169", false, false, true },
        { "executive_sponsor",         "R170", false, false, true },
    }));
    CAPTURE(row.feature);
    for (auto const& [tier, given] : {
             std::pair { CssTier::select,        row.select        },
              std::pair { CssTier::priority,      row.priority      },
             std::pair { CssTier::priority_plus, row.priority_plus }
    }) {
        auto const tenant = two_lines(tier, 0);
        CAPTURE(code(tier));
        CHECK(row_of(table_of(tenant, "2026-06-01"), row.feature).given == given);
        auto const verdict = asked(tenant, row.feature, "2026-06-01");
        CHECK(verdict.answer == (given ? Holds::yes : Holds::no));
        if (given) CHECK(cites(verdict.proof, row.rule));
    }
}

TEST_CASE("R145: every row of the table stands under one of four pillars, in the document's order",
    "[engine][R145][R150][R151]")
{
    auto const table = table_of(two_lines(CssTier::priority, 0), "2026-06-01");
    CHECK(table.rows.size() == 24); // R147–R170
    for (auto const& [pillar, rows] : {
             std::pair { catalogue::Pillar::technical_support,    12 },
             std::pair { catalogue::Pillar::proactive_monitoring, 4  },
             std::pair { catalogue::Pillar::flexible_training,    2  },
             std::pair { catalogue::Pillar::expert_guidance,      6  }
    }) {
        CAPTURE(code(pillar));
        CHECK(std::ranges::count(table.rows, pillar, &FeatureOnDay::pillar) == rows);
    }
    CHECK(code(table.rows[3].feature) == "response");
    CHECK(row_of(table, "response").by_tier == std::array<std::int64_t, 3> { 30, 15, 10 });
    CHECK(row_of(table, "restoration").by_tier == std::array<std::int64_t, 3> { 0, 360, 240 });
    CHECK_FALSE(tier_feature("free_lunch").has_value());
}

TEST_CASE("R179: a breach takes all that a product line is given, and nothing of the others", "[engine][R179][R180]")
{
    auto const whole = table_of(two_lines(CssTier::priority, 0), "2026-06-01");
    CHECK(whole.served.size() == 2);
    CHECK(whole.suspended.empty());
    auto const breached = two_lines(CssTier::priority, 1);
    auto const table = table_of(breached, "2026-06-01");
    CHECK(table.served == std::vector { breached.scope("apps", "north") });
    CHECK(table.suspended == std::vector { breached.scope("desktop", "north") });
    CHECK(asked(breached, "success_planning", "2026-06-01").answer == Holds::yes); // for the other line

    CssTenant alone;
    alone.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", 4);
    CHECK(asked(alone, "software_updates", "2026-06-01").answer == Holds::no);
    auto const after = table_of(alone, "2027-06-01"); // the contract has ended
    CHECK(after.tier.contracts == 0);
    CHECK((after.served.empty() && after.suspended.empty()));
    CHECK(std::ranges::none_of(after.rows, &FeatureOnDay::given));
}

TEST_CASE("R188: of different tiers the lowest gives", "[engine][R187][R188]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).licences("L-2", "desktop", "south", 5);
    tenant.covered("C-1", "apps", "north", 5, CssTier::priority_plus);
    CHECK(asked(tenant, "executive_sponsor", "2026-06-01").answer == Holds::yes);
    tenant.covered("C-2", "desktop", "south", 5, CssTier::select, "2026-03-01");
    CHECK(asked(tenant, "executive_sponsor", "2026-06-01").answer == Holds::no);
    CHECK(asked(tenant, "software_updates", "2026-06-01").answer == Holds::yes);
}
