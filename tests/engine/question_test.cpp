// Questions as values: one dispatch, and what a question names must be there.

#include "engine/question.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

Tenant a_tenant()
{
    Tenant tenant;
    tenant.base_warranty(2).room("fjord").order("PO-1", "select", 3, 2, "2026-01-10");
    tenant.assign("PO-1", 1, "fjord", "2026-01-20").device("RB-1", "2024-05-01", "fjord");
    return tenant;
}

} // namespace

TEST_CASE("a question is answered as the function that it stands for answers", "[engine]")
{
    auto const tenant = a_tenant();
    Date const day = date("2026-06-01");
    auto const ask = [&](Question const& question) {
        auto answer = verdict(tenant.ledger, tenant.catalogue(), question, day);
        REQUIRE(answer.has_value());
        return std::move(*answer);
    };
    auto const room = tenant.room_id("fjord");
    CHECK(std::get<CoverageAnswer>(ask(CoverageQuestion { "fjord", "" })).verdict
        == covered(tenant.ledger, tenant.catalogue(), room, day));
    auto const sync_plus = std::get<CoverageAnswer>(ask(CoverageQuestion { "fjord", "sync_plus" }));
    CHECK(sync_plus.programme == sync_plus_id);
    CHECK(sync_plus.verdict.answer == Holds::no);
    auto const insights = std::get<FeatureAnswer>(ask(FeatureQuestion { "fjord", catalogue::Feature::insights }));
    CHECK(insights.verdict.answer == Holds::yes);
    CHECK(std::get<WarrantyAnswer>(ask(WarrantyQuestion { "RB-1" })).verdict.warranty.end() == date("2029-01-20"));
    CHECK(std::get<OrderAnswer>(ask(OrderQuestion { "PO-1" })).status == tenant.status("PO-1", "2026-06-01"));
    CHECK(std::get<SparesAnswer>(ask(SparesQuestion {})).spares.licences == 2);
}

TEST_CASE("a question that names what is not there is told so", "[engine]")
{
    struct Row
    {
        Question question;
        Reason want;
    };
    std::vector<Row> const rows {
        { CoverageQuestion { "nowhere", "" },                        Reason::unknown_room      },
        { CoverageQuestion { "fjord", "gold" },                      Reason::unknown_programme },
        { FeatureQuestion { "nowhere", catalogue::Feature::alerts }, Reason::unknown_room      },
        { WarrantyQuestion { "RB-9" },                               Reason::unknown_device    },
        { OrderQuestion { "PO-9" },                                  Reason::unknown_order     },
    };
    auto const tenant = a_tenant();
    for (Row const& row : rows) {
        auto const answer = verdict(tenant.ledger, tenant.catalogue(), row.question, date("2026-06-01"));
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().reason == row.want);
    }
}
