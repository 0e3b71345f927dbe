// How single things stand: a licence, a partner's account, a version.

#include "support/asking.hpp"
#include "support/tickets.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

std::string refused(Tenant const& tenant, Question const& question)
{
    auto const answer = verdict(tenant.ledger, tenant.catalogue(), question, date("2026-06-01"));
    return answer ? "answered" : std::string { code(answer.error().reason) };
}

} // namespace

TEST_CASE("D18, R76: a licence is free, planned, assigned, cancelled or expired", "[engine][D18][R14][R76][R77]")
{
    struct Row
    {
        char const* name;
        LicenceKey licence;
        char const* day;
        LicenceState want;
        char const* room;
    };
    auto const row = GENERATE(values<Row>({
        { "the day before its assignment", { "PO-1", 1 }, "2026-02-28", LicenceState::planned,    "A" },
        { "the first day",                 { "PO-1", 1 }, "2026-03-01", LicenceState::assigned,   "A" },
        { "the last day",                  { "PO-1", 1 }, "2026-05-31", LicenceState::assigned,   "A" },
        { "the day after",                 { "PO-1", 1 }, "2026-06-01", LicenceState::unassigned, ""  },
        { "never assigned",                { "PO-1", 2 }, "2026-04-01", LicenceState::unassigned, ""  },
        { "the last day of the term",      { "PO-1", 2 }, "2027-02-28", LicenceState::unassigned, ""  },
        { "the term is over",              { "PO-1", 2 }, "2027-03-01", LicenceState::expired,    ""  },
        { "before the cancellation",       { "PO-2", 1 }, "2026-02-08", LicenceState::unassigned, ""  },
        { "cancelled",                     { "PO-2", 1 }, "2026-02-09", LicenceState::cancelled,  ""  },
    }));
    CAPTURE(row.name);
    auto tenant = desk_tenant();
    tenant.room("A").order("PO-1", "select", 1, 2, "2026-01-10").order("PO-2", "select", 1, 1, "2026-01-10");
    tenant.assign("PO-1", 1, "A", "2026-03-01", "2026-06-01").cancel("PO-2", "2026-02-09");
    auto const answer = told<LicenceAnswer>(tenant, LicenceQuestion { row.licence }, row.day);
    CHECK(answer.status.state == row.want);
    CHECK_FALSE(answer.status.proof.empty());
    auto const id = answer.status.assignment;
    auto const room = id.exists() ? tenant.ledger.rooms()[tenant.ledger.assignments()[id].room].key : std::string {};
    CHECK(room == row.room);
}

TEST_CASE("R14: a licence that is on a device says on which", "[engine][R14][R67]")
{
    auto tenant = desk_tenant();
    tenant.base_warranty(2).room("A").device("SN-1", "2026-01-01", "A");
    tenant.order("EW-1", "extended_warranty", 1, 2, "2026-01-10");
    tenant.apply(ExtendWarranty {
        { "EW-1", 1 },
        "SN-1", date("2026-03-01")
    });
    auto const on = told<LicenceAnswer>(tenant,
        LicenceQuestion {
            { "EW-1", 1 }
    },
        "2026-03-01");
    CHECK(on.device == tenant.device_id("SN-1"));
    CHECK_FALSE(told<LicenceAnswer>(tenant,
        LicenceQuestion {
            { "EW-1", 2 }
    },
        "2026-03-01")
            .device.exists());
    CHECK(refused(tenant,
              LicenceQuestion {
                  { "EW-1", 3 }
    })
        == "unknown_licence");
    CHECK(refused(tenant,
              LicenceQuestion {
                  { "EW-9", 1 }
    })
        == "unknown_order");
}

TEST_CASE("R113, R114, D1: an account has its class by the region's number, or says what is missing",
    "[engine][R113][R114][D1]")
{
    struct Row
    {
        char const* region;
        std::optional<std::int32_t> licences;
        AccountClass want;
        Unclassified why;
        bool large;
    };
    auto const row = GENERATE(values<Row>({
        { "EU", 499, AccountClass::key_account,  Unclassified::no,               false },
        { "EU", 500, AccountClass::large_user,   Unclassified::no,               true  },
        { "EU", {},  AccountClass::unclassified, Unclassified::no_licence_count, false },
        { "US", 500, AccountClass::unclassified, Unclassified::no_threshold,     false },
        { "XX", 500, AccountClass::unclassified, Unclassified::unknown_region,   false },
    }));
    CAPTURE(row.region);
    auto tenant = desk_tenant();
    tenant.apply(SetLicenceThreshold { "EU", std::nullopt, 500 }).apply(acme_subscription(row.licences));
    auto const account = tenant.ledger.subscriptions().rows().front().account;
    auto const answer = told<AccountClassAnswer>(tenant, AccountClassQuestion { account, row.region }, "2026-06-01");
    CHECK(answer.found.account_class == row.want);
    CHECK(answer.found.why == row.why);
    REQUIRE(answer.proof.size() == 1);
    CHECK((answer.proof[0].holds == Holds::yes) == row.large);
    CHECK(refused(tenant, AccountClassQuestion { "nobody", "EU" }) == "unknown_subscription");
}

TEST_CASE("R190, R191: a version is served in its normal and its extended phase", "[engine][R190][R191]")
{
    struct Row
    {
        char const* day;
        catalogue::Phase phase;
        Holds want;
    };
    auto const row = GENERATE(values<Row>({
        { "2023-12-31", catalogue::Phase::before,      Holds::no  },
        { "2024-01-01", catalogue::Phase::normal,      Holds::yes },
        { "2026-01-01", catalogue::Phase::extended,    Holds::yes },
        { "2026-12-31", catalogue::Phase::extended,    Holds::yes },
        { "2027-01-01", catalogue::Phase::end_of_life, Holds::no  },
    }));
    CAPTURE(row.day);
    CssTenant tenant;
    tenant.apply(SetLifecycle {
        "desktop", "7.15", {},
          { date("2024-01-01"), date("2026-01-01"), date("2027-01-01") }
    });
    auto const answer = told<VersionAnswer>(tenant, VersionQuestion { "desktop", "7.15" }, row.day);
    CHECK(answer.verdict.phase == row.phase);
    CHECK(answer.verdict.answer == row.want);
    CHECK_FALSE(answer.verdict.proof.empty());
    CHECK(refused(tenant, VersionQuestion { "desktop", "9.9" }) == "unknown_product_line");
    CHECK(refused(tenant, VersionQuestion { "nothing", "7.15" }) == "unknown_product_line");
}
