// The shipped support data against the documents, and what is refused when it is read.

#include "assets/embedded.hpp"
#include "codec/support_json.hpp"
#include "support/clocks.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <string>

namespace keyrack::codec {

using namespace catalogue;
using test::support;

TEST_CASE("targets say what the documents say, and nothing where the documents are silent",
    "[codec][R128][R129][R130][R150][R151][D2][D19]")
{
    struct Row
    {
        Desk desk;
        Measure measure;
        int severity;
        Tier tier;
        int warn;  // minutes; -1: no first end
        int limit; // -1: no target
        Promise promise;
        Reach reach;
    };
    using enum Desk;
    using enum Measure;
    using enum Promise;
    using enum Reach;
    auto const row = GENERATE(values<Row>({
        // desk             measure      severity  tier      warn   limit  promise     reach
        { large_user,       response,      1, Tier::none,          60,    180,   commitment, within },
        { large_user,       determination, 1, Tier::none,          120,   480,   commitment, within },
        { large_user,       solution,      1, Tier::none,          1'440, 2'880, striving,   within },
        { large_user,       response,      2, Tier::none,          -1,    -1,    commitment, within },
        { customer_success, response,      1, Tier::select,        -1,    30,    target,     below  },
        { customer_success, response,      1, Tier::priority,      -1,    15,    target,     below  },
        { customer_success, response,      1, Tier::priority_plus, -1,    10,    target,     below  },
        { customer_success, restoration,   1, Tier::select,        -1,    -1,    commitment, below  },
        { customer_success, restoration,   1, Tier::priority,      -1,    360,   commitment, below  },
        { customer_success, restoration,   1, Tier::priority_plus, -1,    240,   commitment, below  },
        { customer_success, response,      2, Tier::priority_plus, -1,    -1,    target,     below  },
        { rooms,            response,      1, Tier::none,          -1,    -1,    target,     below  },
    }));
    CAPTURE(static_cast<int>(row.desk), static_cast<int>(row.measure), row.severity, static_cast<int>(row.tier));
    auto const* found = support().target(row.desk, row.measure, row.severity, row.tier);
    REQUIRE((found != nullptr) == (row.limit != -1));
    if (found == nullptr) return;
    CHECK(found->warn_after_minutes.value_or(-1) == row.warn);
    CHECK(found->limit_minutes == row.limit);
    CHECK(found->promise == row.promise);
    CHECK(found->reach == row.reach);
}

TEST_CASE("business hours and the severities served around the clock",
    "[codec][R172][R173][R175][R176][R177][R178][D14][D22]")
{
    struct Hours
    {
        char const* region;
        int opens, closes;
    };
    for (Hours const& want : {
             Hours { "americas", 480, 1'260 },
              Hours { "emea",     480, 1'080 },
              Hours { "asia",     480, 1'050 },
             Hours { "japan",    480, 1'050 }
    }) {
        CAPTURE(want.region);
        auto const* hours = support().hours_of(want.region);
        REQUIRE(hours != nullptr);
        CHECK(hours->opens_minute == want.opens);
        CHECK(hours->closes_minute == want.closes);
    }
    auto const up_to = [](Desk desk, Tier tier) { return support().around_the_clock_for(desk, tier)->up_to_severity; };
    CHECK(up_to(Desk::customer_success, Tier::select) == 1);
    CHECK(up_to(Desk::customer_success, Tier::priority) == 2);
    CHECK(up_to(Desk::customer_success, Tier::priority_plus) == 2);
    CHECK_FALSE(up_to(Desk::large_user, Tier::none).has_value());
    CHECK_FALSE(up_to(Desk::rooms, Tier::none).has_value());
}

TEST_CASE("five services are left out of priority support", "[codec][R116][R117][R118][R119][R120][R121]")
{
    CHECK(support().excluded.size() == 5);
    for (char const* name :
        { "Zoho Campaigns", "Zoho DataPrep", "Zoho PageSense", "Zoho Writer Add-ons", "Zoho Marketing Automation" }) {
        CAPTURE(name);
        CHECK(support().excluded_service(name) != nullptr);
    }
    CHECK(support().excluded_service("Zoho CRM") == nullptr);
}

TEST_CASE("pages go by data centre and e-mail by region", "[codec][R133][R134][R138][R140][R141][D15]")
{
    struct Row
    {
        char const* place;
        char const* page; // the first; empty: none is named
        char const* centre;
        char const* email;
    };
    auto const row = GENERATE(values<Row>({
        { "US", "https://store.zoho.com/zstore#partnerhome", "https://help.zoho.com", "partner-support@zohocorp.com"    },
        { "JP", "https://store.zoho.com/zstore#partnerhome", "https://help.zoho.com", "partner-support@zohocorp.com"    },
        { "EU", "https://store.zoho.eu/zstore#partnerhome",  "https://help.zoho.eu",  "partner-support@eu.zohocorp.com" },
        { "SA", "",                                          "",                      "partner-support@zohocorp.com"    },
        { "CA", "",                                          "",                      "partner-support@zohocorp.com"    },
        { "UK", "",                                          "",                      "partner-support@eu.zohocorp.com" },
    }));
    CAPTURE(row.place);
    auto const first = [&](RouteKind kind) {
        auto const* route = support().route(kind, row.place);
        return route ? route->addresses.front() : std::string {};
    };
    CHECK(first(RouteKind::partner_help_centre) == row.page);
    CHECK(first(RouteKind::help_centre) == row.centre);
    CHECK(first(RouteKind::email) == row.email);
}

TEST_CASE("data that no clock could run on is refused", "[codec]")
{
    struct Row
    {
        char const* file;
        char const* old;
        char const* with;
        char const* where;
    };
    auto const row = GENERATE(values<Row>({
        { "support",    R"("closes_minute":1260)", R"("closes_minute":480)", "hours.americas"         },
        { "support",    R"("limit_minutes":180)",  R"("limit_minutes":59)",  "targets.limit_minutes"  },
        { "support",    R"("severity":1)",         R"("severity":0)",        "targets.severity"       },
        { "time_zones", R"("weekday":0)",          R"("weekday":7)",         "zones.America/New_York" },
    }));
    CAPTURE(row.where);
    auto const text = [&row](std::string const& name) {
        std::string bytes { assets::find("catalogue/" + name + ".json") };
        if (name != row.file) return bytes;
        auto const at = bytes.find(row.old);
        REQUIRE(at != std::string::npos);
        return bytes.replace(at, std::string_view { row.old }.size(), row.with);
    };
    auto const read = support_from_json(text("support"), text("time_zones"), text("holidays"));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().what == "bad_number");
    CHECK(read.error().where == row.where);
}

} // namespace keyrack::codec
