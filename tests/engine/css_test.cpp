// Customer Success Services: All-in, tiers, terms, the manager, hours, lapse (R146–R194).

#include "engine/switched_off.hpp"
#include "support/css_tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <functional>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using catalogue::Benefit;
using catalogue::CssTier;

namespace {

bool gives(ScopeVerdict const& verdict, Benefit benefit)
{
    return std::ranges::find(verdict.benefits, benefit, &BenefitOnDay::benefit) != verdict.benefits.end();
}

Proof const* part(std::vector<Proof> const& proofs, Rule rule)
{
    for (Proof const& proof : proofs) {
        if (proof.rule == rule) return &proof;
        if (auto const* inner = part(proof.parts, rule)) return inner;
    }
    return nullptr;
}

Holds holds(std::vector<Proof> const& proofs, Rule rule)
{
    auto const* proof = part(proofs, rule);
    REQUIRE(proof != nullptr);
    return proof->holds;
}

RenewContract renewing(char const* contract, char const* renewal, char const* on)
{
    return { contract, renewal, 1, date(on), {} };
}

ReinstateContract reinstating(char const* contract, char const* reinstatement, char const* on)
{
    return { contract, reinstatement, 1, date(on), {} };
}

UseHours using_hours(char const* contract, char const* use, int hours, char const* on)
{
    return { contract, use, hours, date(on), ChangeEvent::migration };
}

// Has a customer with this one contract a manager?
bool managed(char const* line, CssTier tier, std::optional<std::int64_t> dollars)
{
    CssTenant tenant;
    tenant.licences("L-1", line, "north", 1).covered("C-1", line, "north", 1, tier, "2026-01-01", 1, dollars);
    return tenant.manager("2026-06-01").answer == Holds::yes;
}

} // namespace

TEST_CASE("R179, R180: all licences of a product line under one ORG-ID are covered, or none gives benefits",
    "[engine][R179][R180][R181][R183][D13]")
{
    struct Row
    {
        char const* name;
        int held, retired, covered;
        char const* as_of;
        bool served, partial;
    };
    auto const row = GENERATE(values<Row>({
        // name                        held retired covered  as of         served partial
        { "exactly all",               10, 0, 10, "2026-06-01", true,  false },
        { "one is missing",            10, 0, 9,  "2026-06-01", false, true  },
        { "one more than needed",      10, 0, 11, "2026-06-01", true,  false },
        { "the day before retiring",   10, 1, 9,  "2026-05-31", false, true  },
        { "the day of retiring",       10, 1, 9,  "2026-06-01", true,  false },
        { "the first day of the term", 10, 0, 10, "2026-01-01", true,  false },
        { "the day before the term",   10, 0, 10, "2025-12-31", false, false },
        { "the last day of the term",  10, 0, 10, "2026-12-31", true,  false },
        { "the day it has ended",      10, 0, 10, "2027-01-01", false, false },
    }));
    CAPTURE(row.name);
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", row.held).covered("C-1", "apps", "north", row.covered);
    if (row.retired > 0) tenant.retired("L-1", row.retired, "2026-06-01");
    auto const verdict = tenant.scope_on("apps", "north", row.as_of);
    CHECK((verdict.answer == Holds::yes) == row.served);
    CHECK(verdict.on.partial() == row.partial);
    CHECK(verdict.benefits.empty() == !row.served);
    bool const breached = std::ranges::any_of(
        tenant.breaches(row.as_of), [](Breach const& breach) { return breach.kind == BreachKind::all_in; });
    CHECK(breached == row.partial);
}

TEST_CASE("D13: another ORG-ID and another product line are scopes of their own", "[engine][R179][D13]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).licences("L-2", "apps", "south", 5).licences("L-3", "gate", "north", 5);
    tenant.covered("C-1", "apps", "north", 5).covered("C-2", "apps", "south", 4);
    CHECK(tenant.scope_on("apps", "north", "2026-06-01").answer == Holds::yes);
    CHECK(tenant.scope_on("apps", "south", "2026-06-01").answer == Holds::no);
    CHECK(tenant.scope_on("gate", "north", "2026-06-01").answer == Holds::no);
    auto const breaches = tenant.breaches("2026-06-01");
    REQUIRE(breaches.size() == 1); // a product line without any CSS breaches nothing
    CHECK(breaches[0] == Breach { .kind = BreachKind::all_in, .scope = tenant.scope("apps", "south"), .licences = 1 });
}

TEST_CASE("the proof of All-in shows contracts, licences and transfers", "[engine][R179][R182][R189][B1]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", 3);
    auto const verdict = tenant.scope_on("apps", "north", "2026-06-01");
    CHECK(holds(verdict.proof, Rule::css_all_in) == Holds::no);
    CHECK(holds(verdict.proof, Rule::css_contract_in_force) == Holds::yes);
    CHECK(holds(verdict.proof, Rule::css_licences_covered) == Holds::no);
    CHECK(holds(verdict.proof, Rule::css_no_evasion) == Holds::yes);
    CHECK(holds(verdict.proof, Rule::css_tier_served) == Holds::yes);
    auto const& facts = part(verdict.proof, Rule::css_licences_covered)->facts;
    CHECK(std::ranges::find(facts, Fact { "missing", std::int64_t { 2 } }) != facts.end());
}

TEST_CASE("R182: moving licences to where they have no CSS makes nothing whole", "[engine][R182][R184]")
{
    struct Row
    {
        char const* name;
        int covered, moved, covered_there;
        char const* as_of;
        bool whole;
    };
    auto const row = GENERATE(values<Row>({
        // name                              covered moved there as of         whole
        { "the rest is moved away",      6,  4, 0, "2026-06-01", false },
        { "the day before the transfer", 6,  4, 0, "2026-04-30", false },
        { "covered where they are",      6,  4, 4, "2026-06-01", true  },
        { "covered there but for one",   6,  4, 3, "2026-06-01", false },
        { "there was coverage for all",  10, 4, 0, "2026-06-01", true  },
        { "coverage for all but one",    9,  4, 0, "2026-06-01", false },
    }));
    CAPTURE(row.name);
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 10).covered("C-1", "apps", "north", row.covered);
    tenant.transferred("L-1", "south", "L-2", row.moved, "2026-05-01");
    if (row.covered_there > 0) tenant.covered("C-2", "apps", "south", row.covered_there);
    auto const verdict = tenant.scope_on("apps", "north", row.as_of);
    CHECK((verdict.answer == Holds::yes) == row.whole);
    bool const evades = std::ranges::any_of(
        tenant.breaches(row.as_of), [](Breach const& breach) { return breach.kind == BreachKind::evasion; });
    CHECK(evades == (!row.whole && date("2026-05-01") <= date(row.as_of)));
}

TEST_CASE("R186–R188: one tier over the whole customer, or the lowest of the active ones",
    "[engine][R146][R186][R187][R188][D13]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).licences("L-2", "desktop", "south", 5);
    tenant.covered("C-1", "apps", "north", 5, CssTier::priority_plus);
    CHECK(tenant.tiers("2026-06-01").on.uniform);
    CHECK(tenant.tiers("2026-06-01").on.lowest == CssTier::priority_plus);
    tenant.covered("C-2", "desktop", "south", 5, CssTier::select, "2026-03-01");
    CHECK(tenant.tiers("2026-02-28").on.uniform); // the second is not in force yet
    auto const mixed = tenant.tiers("2026-03-01");
    CHECK_FALSE(mixed.on.uniform);
    CHECK(mixed.on.lowest == CssTier::select);
    CHECK(mixed.on.highest == CssTier::priority_plus);
    CHECK(holds(mixed.proof, Rule::css_tier_uniform) == Holds::no);
    CHECK(gives(tenant.scope_on("apps", "north", "2026-02-28"), Benefit::executive_sponsor));
    CHECK_FALSE(gives(tenant.scope_on("apps", "north", "2026-03-01"), Benefit::executive_sponsor));
    CHECK(gives(tenant.scope_on("apps", "north", "2026-03-01"), Benefit::software_updates));
    CHECK_FALSE(tenant.tiers("2027-01-01").on.contracts == 2); // the first has ended
    CHECK(tenant.tiers("2027-01-01").on.uniform);
    CHECK(holds(tenant.tiers("2028-01-01").proof, Rule::css_tier_served) == Holds::no);
}

TEST_CASE("R186: an upgrade takes all contracts in force along", "[engine][R186]")
{
    struct Row
    {
        char const* name;
        std::vector<std::string> contracts;
        CssTier tier;
        char const* from;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "both",              { "C-1", "C-2" }, CssTier::priority, "2026-06-01", "applied"               },
        { "one alone",         { "C-1" },        CssTier::priority, "2026-06-01", "upgrade_incomplete"    },
        { "before the other",  { "C-1" },        CssTier::priority, "2026-02-28", "applied"               },
        { "to what they have", { "C-1", "C-2" }, CssTier::select,   "2026-06-01", "not_an_upgrade"        },
        { "after the term",    { "C-1", "C-2" }, CssTier::priority, "2027-01-01", "contract_not_in_force" },
        { "none",              {},               CssTier::priority, "2026-06-01", "unknown_contract"      },
        { "not there",         { "C-9" },        CssTier::priority, "2026-06-01", "unknown_contract"      },
    }));
    CAPTURE(row.name);
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", 5);
    tenant.covered("C-2", "apps", "north", 5, CssTier::select, "2026-03-01");
    auto const before = tenant.ledger;
    UpgradeTier const upgrade { row.contracts, row.tier, date(row.from) };
    CHECK(outcome(tenant.try_to(upgrade)) == row.want);
    if (row.want != std::string_view { "applied" }) return;
    auto const id = tenant.ledger.css().contract("C-1");
    CHECK(tier_on(tenant.ledger.css(), id, date(row.from)) == row.tier);
    CHECK(tier_on(tenant.ledger.css(), id, date(row.from) - Days { 1 }) == CssTier::select);
    tenant.apply(*compensation(Command { upgrade }));
    CHECK(tier_on(tenant.ledger.css(), id, date(row.from)) == CssTier::select);
}

TEST_CASE("R189: terms of one to five years are sold", "[engine][R189]")
{
    struct Row
    {
        int years;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { -1, "bad_years"      },
        { 0,  "bad_years"      },
        { 1,  "applied"        },
        { 5,  "applied"        },
        { 6,  "years_not_sold" }
    }));
    CAPTURE(row.years);
    CssTenant tenant;
    BuyCoverage const buy { "C-1", CssTier::select, date("2026-01-01"), row.years, { { "apps", "north", 1, {} } } };
    CHECK(outcome(tenant.try_to(buy)) == row.want);
}

TEST_CASE("R168, D16: who has a Customer Success Manager", "[engine][R168][D16]")
{
    struct Row
    {
        char const* name;
        char const* line;
        CssTier tier;
        std::optional<std::int64_t> dollars;
        bool want;
    };
    auto const row = GENERATE(values<Row>({
        // name                       line       tier                 annual value  manager
        { "Priority, a million",      "apps",    CssTier::priority,      1'000'000,    true  },
        { "Priority, a dollar less",  "apps",    CssTier::priority,      999'999,      false },
        { "Priority, not known",      "apps",    CssTier::priority,      std::nullopt, false },
        { "Priority, on premises",    "desktop", CssTier::priority,      1'000'000,    false },
        { "Priority Plus, any value", "apps",    CssTier::priority_plus, std::nullopt, true  },
        { "Priority Plus, periodic",  "gate",    CssTier::priority_plus, 2'000'000,    false },
        { "Select, any value",        "apps",    CssTier::select,        5'000'000,    false },
    }));
    CAPTURE(row.name);
    CssTenant tenant;
    tenant.licences("L-1", row.line, "north", 1);
    tenant.covered("C-1", row.line, "north", 1, row.tier, "2026-01-01", 1, row.dollars);
    auto const verdict = tenant.manager("2026-06-01");
    CHECK((verdict.answer == Holds::yes) == row.want);
    CHECK(verdict.lines_without_value == (row.dollars ? 0 : 1));
    CHECK(gives(tenant.scope_on(row.line, "north", "2026-06-01"), Benefit::customer_success_manager) == row.want);
    CHECK(holds(verdict.proof, Rule::css_manager) == (row.want ? Holds::yes : Holds::no));
    CHECK(holds(verdict.proof, Rule::css_cloud_customer)
        == (row.line == std::string_view { "apps" } ? Holds::yes : Holds::no));
    CHECK(tenant.manager("2027-01-01").answer == Holds::no); // the contract has ended
}

TEST_CASE("R158, D23: 40 and 80 hours a contract year, and what is unused lapses", "[engine][R158][D23]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", 5, CssTier::priority, "2026-03-15", 2);
    CHECK(tenant.hours("C-1", "2026-03-14").hours == 0);
    CHECK(tenant.hours("C-1", "2026-03-15").left == 40);
    CHECK(outcome(tenant.try_to(using_hours("C-1", "U-1", 41, "2026-05-01"))) == "hours_exceeded");
    tenant.apply(using_hours("C-1", "U-1", 30, "2027-03-14")); // the last day of the first year
    CHECK(tenant.hours("C-1", "2027-03-14").left == 10);
    CHECK(tenant.hours("C-1", "2027-03-15").left == 40); // a new year; the ten have lapsed
    CHECK(outcome(tenant.try_to(using_hours("C-1", "U-2", 11, "2026-05-01"))) == "hours_exceeded");
    tenant.apply(using_hours("C-1", "U-2", 10, "2026-05-01"));
    CHECK(tenant.hours("C-1", "2026-06-01").answer == Holds::no);
    tenant.apply(WithdrawHours { "U-2" });
    CHECK(tenant.hours("C-1", "2026-06-01").left == 10);
    tenant.apply(UpgradeTier { { "C-1" }, CssTier::priority_plus, date("2027-04-01") });
    CHECK(tenant.hours("C-1", "2027-03-31").hours == 40);
    CHECK(tenant.hours("C-1", "2027-04-01").hours == 80);
    CHECK(outcome(tenant.try_to(using_hours("C-1", "U-3", 1, "2028-03-15"))) == "contract_not_in_force");
    tenant.licences("L-2", "apps", "north", 1, "2027-06-01"); // not covered: All-in is broken
    CHECK(tenant.hours("C-1", "2027-06-01").hours == 0);
}

TEST_CASE("R193, R194: renewed in time, late, lapsed, reinstated", "[engine][R193][R194]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", 5);
    using enum ContractState;
    CHECK(tenant.contract("C-1", "2025-12-31").state == not_started);
    CHECK(tenant.contract("C-1", "2026-12-31").state == active);
    CHECK(tenant.contract("C-1", "2026-12-31").renewable_until == date("2027-01-01"));
    CHECK(tenant.contract("C-1", "2027-01-01").state == lapsed);
    CHECK(holds(tenant.contract("C-1", "2027-01-02").proof, Rule::css_not_lapsed) == Holds::no);
    CHECK(outcome(tenant.try_to(renewing("C-1", "C-2", "2027-01-02"))) == "contract_lapsed");
    CHECK(outcome(tenant.try_to(reinstating("C-1", "C-2", "2027-01-01"))) == "contract_not_lapsed");
    auto late = tenant;
    tenant.apply(renewing("C-1", "C-2", "2027-01-01"));
    CHECK(tenant.contract("C-1", "2027-01-01").state == renewed);
    CHECK(tenant.contract("C-2", "2027-01-01").state == active);
    CHECK(tenant.scope_on("apps", "north", "2027-01-01").answer == Holds::yes);
    CHECK(outcome(tenant.try_to(renewing("C-1", "C-3", "2026-12-01"))) == "already_renewed");
    late.apply(reinstating("C-1", "C-2", "2027-02-01"));
    CHECK(late.contract("C-1", "2027-01-31").state == lapsed);
    CHECK(late.contract("C-1", "2027-02-01").state == renewed_late);
    CHECK(late.contract("C-2", "2027-02-01").state == reinstated);
    CHECK(late.scope_on("apps", "north", "2027-01-31").answer == Holds::no);
    CHECK(late.scope_on("apps", "north", "2027-02-01").answer == Holds::yes);
}

TEST_CASE("R194, D19: a reinstatement says which parameters are missing, and what it costs once they are set",
    "[engine][R192][R194][D19]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", 5);
    CHECK_FALSE(tenant.contract("C-1", "2026-12-31").reinstatement.has_value());
    auto const open = tenant.contract("C-1", "2027-02-01");
    REQUIRE(open.reinstatement.has_value());
    CHECK_FALSE(open.reinstatement->cents.has_value());
    CHECK(open.reinstatement->missing.size() == 4);
    CHECK(holds(open.proof, Rule::css_reinstatement) == Holds::no);
    std::int64_t amount = 10;
    for (SetCssPrice const& missing : open.reinstatement->missing) tenant.price(missing, amount *= 10);
    auto const priced = tenant.contract("C-1", "2027-02-01");
    REQUIRE(priced.reinstatement->cents.has_value());
    // 100 %, 1,000 for the lapsed time, 10,000 to remind, five licences at 100,000 cents.
    CHECK(*priced.reinstatement->cents == 5 * 100'000 + 1'000 + 10'000);
    CHECK(holds(priced.proof, Rule::css_reinstatement) == Holds::yes);
}

TEST_CASE("R190, R191: a version is served until its end of life", "[engine][R190][R191]")
{
    CssTenant tenant;
    Lifecycle const dates { date("2026-01-01"), date("2027-01-01"), date("2028-01-01") };
    tenant.apply(SetLifecycle { "desktop", "7.15", {}, dates });
    struct Row
    {
        char const* as_of;
        catalogue::Phase phase;
        bool served;
    };
    using enum catalogue::Phase;
    for (auto const& [as_of, phase, served] : {
             Row { "2025-12-31", before,      false },
              { "2026-01-01", normal,      true  },
              { "2026-12-31", normal,      true  },
             { "2027-01-01", extended,    true  },
              { "2027-12-31", extended,    true  },
             { "2028-01-01", end_of_life, false }
    }) {
        CAPTURE(as_of);
        auto const verdict = version_verdict(tenant.ledger, tenant.catalogue(), VersionId::of_row(0), date(as_of));
        CHECK(verdict.phase == phase);
        CHECK((verdict.answer == Holds::yes) == served);
    }
    CHECK(outcome(tenant.try_to(SetLifecycle { "desktop", "7.15", {}, {} })) == "changed_meanwhile");
    Lifecycle const backwards { date("2026-01-01"), date("2026-01-01"), {} };
    CHECK(outcome(tenant.try_to(SetLifecycle { "desktop", "7.15", dates, backwards })) == "bad_period");
}

TEST_CASE("R181: retired licences are gone for good, and no more can leave than there are", "[engine][R181][D18]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5);
    RetireLicences const retire { "L-1", 3, date("2026-02-01") };
    tenant.apply(retire);
    CHECK_FALSE(compensation(Command { retire }).has_value());
    CHECK(outcome(tenant.try_to(RetireLicences { "L-1", 3, date("2026-03-01") })) == "not_enough_licences");
    CHECK(outcome(tenant.try_to(RetireLicences { "L-1", 1, date("2025-12-31") })) == "before_acquired");
    CHECK(outcome(tenant.try_to(RetireLicences { "L-1", 0, date("2026-03-01") })) == "bad_quantity");
    CHECK(outcome(tenant.try_to(RemoveSoftwareLicences { "L-1" })) == "has_dependents");
    CHECK(outcome(tenant.try_to(RetireLicences { "L-1", 2, date("2026-03-01") })) == "applied");
}

TEST_CASE("what is done is undone by its opposite", "[engine]")
{
    CssTenant tenant;
    std::vector<Command> const commands {
        AddOrgId { "west", "West", "", OrgRegion::americas },
         AddProductLine { "new", "New", LineKind::periodic },
        AddSoftwareLicences { "L-1", "apps", "north", "", LicencePricing::standard, 5, date("2026-01-01") },
        TransferLicences { "L-1", "south", "L-2", 2, date("2026-02-01") },
        BuyCoverage { "C-1", CssTier::select, date("2026-01-01"), 1, { { "apps", "north", 5, {} } } },
        renewing("C-1", "C-2", "2026-12-01"), SetLifecycle { "apps", "1", {}, { date("2026-01-01"), {}, {} } }
    };
    for (Command const& command : commands) tenant.apply(command);
    for (auto at = commands.rbegin(); at != commands.rend(); ++at) {
        auto const back = compensation(*at);
        REQUIRE(back.has_value());
        tenant.apply(*back);
    }
    CHECK(held_on(tenant.ledger.css(), tenant.ledger.css().holding("L-1"), date("2026-06-01")) == 0);
    CHECK(tenant.scope_on("apps", "north", "2026-06-01").on.covered == 0);
    CHECK(outcome(tenant.try_to(commands[2])) == "applied"); // and can be done again
    CHECK(outcome(tenant.try_to(commands[4])) == "applied");
    CHECK(tenant.scope_on("apps", "north", "2026-06-01").answer == Holds::yes);
}

TEST_CASE("commands that make no sense are refused", "[engine][R187]")
{
    CssTenant tenant;
    tenant.apply(AddAccount { "acme", "Acme", "", "" }).apply(AddOrgId { "acme-1", "Acme", "acme", OrgRegion::asia });
    tenant.licences("L-1", "apps", "north", 5);
    struct Row
    {
        Command command;
        char const* want;
    };
    CoverageLine const north { "apps", "north", 1, {} };
    for (auto const& [command, want] : std::vector<Row> {
             { AddOrgId { "north", "North", "", OrgRegion::emea },                                                    "key_taken"            },
             { RemoveOrgId { "north" },                                                                               "has_dependents"       },
             { RemoveProductLine { "apps" },                                                                          "has_dependents"       },
             { RemoveProductLine { "none" },                                                                          "unknown_product_line" },
             { TransferLicences { "L-1", "north", "L-2", 1, date("2026-02-01") },                                     "same_org"             },
             { TransferLicences { "L-1", "south", "L-1", 1, date("2026-02-01") },                                     "key_taken"            },
             { TransferLicences { "L-1", "none", "L-2", 1, date("2026-02-01") },                                      "unknown_org"          },
             { WithdrawTransfer { "L-1", "L-1" },                                                                     "unknown_transfer"     },
             { BuyCoverage { "C-1", CssTier::select, date("2026-01-01"), 1, {} },                                     "bad_quantity"         },
             { BuyCoverage { "C-1", CssTier::select, date("2026-01-01"), 1, { north, { "apps", "acme-1", 1, {} } } },
              "other_customer"                                                                                                               },
             { WithdrawHours { "U-1" },                                                                               "unknown_hours"        },
             { SetCssPrice { .price = CssPriceKind::reminder_fee, .amount = -1 },                                     "bad_amount"           },
             { SetCssPrice { .price = CssPriceKind::reminder_fee, .expects = 5 },                                     "changed_meanwhile"    },
    }) {
        CHECK(outcome(tenant.try_to(command)) == want);
    }
}

TEST_CASE("switching a rule of Customer Success Services off changes the answer that hangs on it", "[engine]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", 4);
    tenant.licences("L-2", "gate", "north", 5).covered("C-2", "gate", "north", 3, CssTier::priority);
    tenant.licences("L-4", "desktop", "north", 5).covered("C-4", "desktop", "north", 5);
    tenant.transferred("L-2", "south", "L-3", 2, "2026-02-01").apply(SetLifecycle { "apps", "1", {}, {} });
    auto const day = date("2026-06-01");
    auto const served = [&](char const* line) { return tenant.scope_on(line, "north", "2026-06-01").on.all_in; };
    auto const shown = [](std::vector<Proof> const& proofs, Rule rule) { return holds(proofs, rule) == Holds::yes; };
    struct Row
    {
        Rule rule;
        std::function<bool()> answer;
    };
    for (auto const& [rule, answer] : std::vector<Row> {
             { Rule::css_all_in,            [&] { return served("apps"); }                                                  },
             { Rule::css_licences_covered,  [&] { return served("apps"); }                                                  },
             { Rule::css_no_evasion,        [&] { return served("gate"); }                                                  },
             { Rule::css_contract_in_force, [&] { return tenant.tiers("2027-06-01").on.contracts > 0; }                     },
             { Rule::css_tier_uniform,      [&] { return tenant.tiers("2026-06-01").on.uniform; }                           },
             { Rule::css_version_supported,
              [&] {
                     return version_verdict(tenant.ledger, tenant.catalogue(), VersionId::of_row(0), day).answer
                         == Holds::yes;
                 }                                                                                                          },
             { Rule::css_manager,           [&] { return tenant.manager("2026-06-01").answer == Holds::yes; }               },
             { Rule::css_hours,             [&] { return tenant.hours("C-1", "2026-06-01").answer == Holds::yes; }          },
             { Rule::css_not_lapsed,        [&] { return !tenant.contract("C-1", "2027-06-01").reinstatement.has_value(); } },
             { Rule::css_tier_served,       [&] { return shown(tenant.tiers("2028-06-01").proof, Rule::css_tier_served); }  },
             { Rule::css_tier_gives,
              [&] { return gives(tenant.scope_on("desktop", "north", "2026-06-01"), Benefit::executive_sponsor); }          },
             { Rule::css_cloud_customer,    [] { return managed("gate", CssTier::priority_plus, {}); }                      },
             { Rule::css_manager_by_value,  [] { return managed("apps", CssTier::priority, 999'999); }                      },
             { Rule::css_manager_by_tier,   [] { return managed("apps", CssTier::select, {}); }                             },
             { Rule::css_reinstatement,
              [&] { return shown(tenant.contract("C-1", "2027-06-01").proof, Rule::css_reinstatement); }                    },
    }) {
        CAPTURE(code(rule));
        CHECK_FALSE(answer());
        SwitchedOff const off { rule };
        CHECK(answer());
    }
}
