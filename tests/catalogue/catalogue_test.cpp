#include "catalogue/catalogue.hpp"

#include "support/programmes.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::catalogue;

TEST_CASE("programmes are found by key, and their places by rule", "[catalogue]")
{
    auto const& catalogue = test::two_programmes();
    CHECK(catalogue.find("select") == test::select_id);
    CHECK(catalogue.find("sync_plus") == test::sync_plus_id);
    CHECK_FALSE(catalogue.find("Select").exists());
    CHECK_FALSE(catalogue.find("").exists());
    CHECK(catalogue[test::sync_plus_id].name == "Sync Plus");
    CHECK(catalogue.ids() == std::vector { test::select_id, test::sync_plus_id });
    REQUIRE(catalogue.source("R39") != nullptr);
    CHECK(catalogue.source("R39")->place == "How it Works");
    CHECK(catalogue.source("R1") == nullptr);
}

TEST_CASE("only Insights and Alerts need a room in Sync", "[catalogue][R101][R102][R107][R108]")
{
    struct Row
    {
        Feature feature;
        char const* code;
        bool needs;
        bool select, sync_plus;
    };
    auto const row = GENERATE(values<Row>({
        // feature, its code, needs Sync, given by Select, by Sync Plus
        { Feature::warranty_extension,    "warranty_extension",    false, true, false },
        { Feature::insights,              "insights",              true,  true, true  },
        { Feature::alerts,                "alerts",                true,  true, true  },
        { Feature::premium_support,       "premium_support",       false, true, false },
        { Feature::next_business_day_rma, "next_business_day_rma", false, true, false },
        { Feature::instant_rma,           "instant_rma",           false, true, false },
        { Feature::success_manager,       "success_manager",       false, true, false },
    }));
    CHECK(code(row.feature) == row.code);
    CHECK(needs_sync(row.feature) == row.needs);
    CHECK(test::select_programme().gives(row.feature) == row.select);
    CHECK(test::sync_plus_programme().gives(row.feature) == row.sync_plus);
}
