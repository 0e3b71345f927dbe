// B7: what breaches, what it costs, and the cheapest cure; a warning before the click.

#include "engine/fork.hpp"
#include "support/css_tenant.hpp"
#include "support/random_tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using catalogue::CssTier;

namespace {

std::vector<Remedy> cures(CssTenant const& tenant, Breach const& breach, char const* as_of)
{
    return remedies(tenant.ledger, tenant.catalogue(), breach, date(as_of));
}

SetCssPrice coverage_price(char const* line, CssTier tier)
{
    return { .price = CssPriceKind::coverage, .product_line = line, .tier = tier, .years = 1 };
}

// Of one licence at the standard price a dollar, of one under a programme seven cents.
void set_both_prices(CssTenant& tenant, char const* line, CssTier tier)
{
    auto price = coverage_price(line, tier);
    tenant.price(price, 100);
    price.pricing = LicencePricing::programme;
    tenant.price(price, 7);
}

// What the steps cost by themselves, as a what-if tells it.
Fees fees_of(CssTenant const& tenant, std::vector<Command> const& steps)
{
    Fees fees;
    for (Command const& step : steps) add_fees(tenant.ledger, tenant.catalogue(), step, fees);
    return fees;
}

// Contracts, licences, retirements and transfers as they come, over few things, so that they meet.
CssTenant random_css(std::uint64_t seed)
{
    Random random { seed };
    CssTenant tenant;
    std::vector<std::string> const lines { "apps", "desktop", "gate" };
    std::vector<std::string> const orgs { "north", "south" };
    auto const day = [&] { return date("2026-01-01") + Days { random.below(500) }; };
    auto const count = [&] { return 1 + random.below(9); };
    for (int step = 0; step < 24; ++step) {
        auto const number = std::to_string(step);
        auto const& line = random.one_of(lines);
        auto const& org = random.one_of(orgs);
        auto const lot = "L-" + std::to_string(random.below(step + 1));
        auto const tier = static_cast<CssTier>(random.below(3));
        switch (random.below(6)) {
        case 0:
        case 1:
            (void)tenant.try_to(AddSoftwareLicences { "L-" + number, line, org, "",
                step % 4 < 2 ? LicencePricing::standard : LicencePricing::programme, count(), day() });
            break;
        case 2:
        case 3:
            (void)tenant.try_to(BuyCoverage { "C-" + number, tier, day(), 1, { { line, org, count(), {} } } });
            break;
        case 4: (void)tenant.try_to(TransferLicences { lot, org, "L-" + number, count(), day() }); break;
        default: (void)tenant.try_to(RetireLicences { lot, count(), day() });
        }
    }
    for (auto const& line : lines)
        for (auto const tier : catalogue::all_tiers) set_both_prices(tenant, line.c_str(), tier);
    return tenant;
}

bool ended(CssTenant const& tenant, Breach const& breach, std::vector<Command> const& steps, Date day)
{
    Ledger tried = tenant.ledger;
    for (Command const& step : steps) {
        if (!fold(tried, tenant.catalogue(), step, EntryId::none(), Manner::live)) return false;
    }
    auto const left = breaches_on(tried, tenant.catalogue(), day);
    return std::ranges::none_of(left, [&](Breach const& each) { return each.same_as(breach); });
}

} // namespace

TEST_CASE("B7: a partly covered product line is cured by buying or by retiring, the cheaper first",
    "[engine][B7][R180][R181][R184][R192]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 3).licences("L-2", "apps", "north", 2, "2026-02-01");
    tenant.covered("C-1", "apps", "north", 2, CssTier::priority);
    auto const breaches = tenant.breaches("2026-06-01");
    REQUIRE(breaches.size() == 1);
    auto const found = cures(tenant, breaches[0], "2026-06-01");
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == RemedyKind::retire);
    CHECK(found[0].cost.cents == 0);
    CHECK(found[0].steps
        == std::vector<Command> {
            RetireLicences { "L-2", 2, date("2026-06-01") },
            RetireLicences { "L-1", 1, date("2026-06-01") }
    }); // those acquired last
    CHECK(found[1].kind == RemedyKind::buy);
    CHECK_FALSE(found[1].cost.cents.has_value());
    CHECK(found[1].cost.missing == std::vector { coverage_price("apps", CssTier::priority) });
    CHECK(found[1].steps
        == std::vector<Command> {
            BuyCoverage { "NEW-1", CssTier::priority, date("2026-06-01"), 1, { { "apps", "north", 3, {} } } }
    });
    tenant.price(coverage_price("apps", CssTier::priority), 1'250);
    CHECK(cures(tenant, breaches[0], "2026-06-01")[1].cost.cents == 3 * 1'250);
    CHECK(owed(tenant.ledger, tenant.catalogue(), breaches[0], date("2026-06-01")).cents == 3 * 1'250);
}

TEST_CASE("B7: coverage against an evasion costs what the moved licences do, as a cure, as owed and as a what-if",
    "[engine][B7][B2][R182][R184][R192]")
{
    struct Row
    {
        char const* name;
        int covered, bought;
        std::int64_t cents;
    };
    auto const row = GENERATE(values<Row>({
        // name                            covered bought cents
        { "all that stayed is covered",      6, 4, 4 * 7       },
        { "there was coverage for one more", 7, 3, 3 * 7       },
        { "one that stayed is not covered",  5, 5, 100 + 4 * 7 },
    }));
    CAPTURE(row.name);
    CssTenant tenant;
    set_both_prices(tenant, "apps", CssTier::select);
    tenant.licences("L-1", "apps", "north", 6).covered("C-1", "apps", "north", row.covered);
    tenant.apply(AddSoftwareLicences {
        "L-2", "apps", "north", "", LicencePricing::programme, 4, date("2025-12-01") }); // acquired first
    tenant.transferred("L-2", "south", "L-3", 4, "2026-05-01");
    auto const breaches = tenant.breaches("2026-06-01");
    auto const evasion = std::ranges::find(breaches, BreachKind::evasion, &Breach::kind);
    REQUIRE(evasion != breaches.end());
    auto const found = cures(tenant, *evasion, "2026-06-01");
    auto const buy = std::ranges::find(found, RemedyKind::buy, &Remedy::kind);
    REQUIRE(buy != found.end());
    CHECK(std::get<BuyCoverage>(buy->steps[0]).lines[0].quantity == row.bought);
    CHECK(licences_of(*buy) == row.bought);
    CHECK(buy->cost.cents == row.cents);
    CHECK(owed(tenant.ledger, tenant.catalogue(), *evasion, date("2026-06-01")).cents == row.cents);
    auto const tried = what_if(tenant.ledger, tenant.catalogue(), buy->steps, date("2026-06-01"));
    REQUIRE(tried.has_value());
    CHECK(tried->fees.cents == row.cents);
    auto below_none = std::get<BuyCoverage>(buy->steps[0]);
    below_none.lines[0].quantity = -1;
    auto const refused = what_if(tenant.ledger, tenant.catalogue(), { below_none }, date("2026-06-01"));
    REQUIRE(!refused.has_value());
    CHECK(refused.error().denial.reason == Reason::bad_quantity);
    CHECK(fees_of(tenant, { below_none }).cents == 0);
}

TEST_CASE("B7: beside an evasion, what cures a partly covered product line covers all of it, at one sum",
    "[engine][B7][R179][R182]")
{
    CssTenant tenant;
    set_both_prices(tenant, "apps", CssTier::select);
    tenant.licences("L-1", "apps", "north", 10).covered("C-1", "apps", "north", 5);
    tenant.apply(AddSoftwareLicences {
        "L-2", "apps", "north", "", LicencePricing::programme, 3, date("2025-12-01") }); // acquired first
    tenant.transferred("L-2", "south", "L-3", 3, "2026-05-01");
    auto const day = date("2026-06-01");
    auto const breaches = tenant.breaches("2026-06-01");
    REQUIRE(breaches.size() == 2);
    CHECK(breaches[0] == Breach { .kind = BreachKind::all_in, .scope = tenant.scope("apps", "north"), .licences = 5 });
    CHECK(breaches[1] == Breach { .kind = BreachKind::evasion, .scope = tenant.scope("apps", "north"), .licences = 3 });
    for (Breach const& breach : breaches) {
        CAPTURE(code(breach.kind));
        auto const found = cures(tenant, breach, "2026-06-01");
        REQUIRE(found.size() == 2);
        CHECK(licences_of(found[0]) == breach.licences); // retired: no more than the breach is about
        CHECK(found[1].steps
            == std::vector<Command> { coverage_missing(tenant.ledger, tenant.catalogue(), breach.scope, day) });
        CHECK(licences_of(found[1]) == 8);
        CHECK(found[1].cost.cents == 5 * 100 + 3 * 7);
        CHECK(fees_of(tenant, found[1].steps).cents == 5 * 100 + 3 * 7);
        CHECK(owed(tenant.ledger, tenant.catalogue(), breach, day).cents == 5 * 100 + 3 * 7);
    }
    tenant.apply(cures(tenant, breaches[0], "2026-06-01")[1].steps.front());
    CHECK(tenant.breaches("2026-06-01").empty());
    CHECK(tenant.scope_on("apps", "north", "2026-06-01").on.served());
}

TEST_CASE("R189: what is missing of a product line is bought at once, at the tier and for the shortest term",
    "[engine][B7][R180][R186][R189]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).licences("L-2", "gate", "north", 3);
    auto const missing = [&](char const* line) {
        return coverage_missing(tenant.ledger, tenant.catalogue(), tenant.scope(line, "north"), date("2026-06-01"));
    };
    CHECK(missing("gate")
        == BuyCoverage { "NEW-1", CssTier::select, date("2026-06-01"), 1, { { "gate", "north", 3, {} } } });
    tenant.covered("C-1", "apps", "north", 5, CssTier::priority);
    CHECK(missing("gate").tier == CssTier::priority); // one customer, one tier
    CHECK(missing("apps").lines[0].quantity == 1);    // nothing is missing: where somebody begins to count
    tenant.licences("L-3", "apps", "north", 4);
    CHECK(missing("apps").lines[0].quantity == 4);
}

TEST_CASE("B7: mixed tiers are cured by an upgrade of all that are below", "[engine][B7][R186][R187][D19]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).licences("L-2", "gate", "south", 4);
    tenant.covered("C-1", "apps", "north", 5, CssTier::priority).covered("C-2", "gate", "south", 4);
    auto const breaches = tenant.breaches("2026-06-01");
    REQUIRE(breaches.size() == 1);
    CHECK(breaches[0].kind == BreachKind::tiers);
    auto const found = cures(tenant, breaches[0], "2026-06-01");
    REQUIRE(found.size() == 1);
    CHECK(found[0].steps
        == std::vector<Command> {
            UpgradeTier { { "C-2" }, CssTier::priority, date("2026-06-01") }
    });
    REQUIRE(found[0].cost.missing.size() == 1);
    tenant.price(found[0].cost.missing[0], 300);
    CHECK(cures(tenant, breaches[0], "2026-06-01")[0].cost.cents == 4 * 300);
}

TEST_CASE("B7: a lapsed contract is reinstated, or its licences are retired", "[engine][B7][R193][R194]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", 5);
    CHECK(tenant.breaches("2026-12-31").empty());
    for (auto const* const day : { "2027-01-01", "2027-02-01" }) {
        CAPTURE(day);
        auto const breaches = tenant.breaches(day);
        REQUIRE(breaches.size() == 1);
        CHECK(breaches[0].kind == BreachKind::lapsed);
        auto const found = cures(tenant, breaches[0], day);
        REQUIRE(found.size() == 2);
        CHECK(found[0].kind == RemedyKind::retire);
        bool const in_time = std::holds_alternative<RenewContract>(found[1].steps[0]);
        CHECK(found[1].kind == (in_time ? RemedyKind::renew : RemedyKind::reinstate));
        CHECK(in_time == (day == std::string_view { "2027-01-01" })); // the last day that leaves no gap
        auto const reinstated = tenant.contract("C-1", "2027-02-01").reinstatement.value();
        auto const renewed = std::vector { coverage_price("apps", CssTier::select) };
        CHECK(found[1].cost.missing == (in_time ? renewed : reinstated.missing));
        CHECK(found[1].cost.missing == fees_of(tenant, found[1].steps).missing); // as it is told of the step alone
    }
}

TEST_CASE("B7: a command that would breach is warned of before it is given", "[engine][B7][R182]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).covered("C-1", "apps", "north", 5);
    auto const after = [&](Command const& command) {
        auto const difference = what_if(tenant.ledger, tenant.catalogue(), { command }, date("2026-06-01"));
        REQUIRE(difference.has_value());
        CHECK(difference->compliance.before.empty());
        std::vector<std::string> kinds;
        for (Breach const& breach : difference->compliance.brought()) kinds.emplace_back(code(breach.kind));
        return kinds;
    };
    using Kinds = std::vector<std::string>;
    auto const day = date("2026-06-01");
    CHECK(after(AddSoftwareLicences { "L-2", "apps", "north", "", LicencePricing::standard, 1, day })
        == Kinds { "all_in" });
    CHECK(after(AddSoftwareLicences { "L-2", "gate", "north", "", LicencePricing::standard, 1, day }) == Kinds {});
    CHECK(after(BuyCoverage { "C-2", CssTier::priority, day, 1, { { "gate", "north", 1, {} } } }) == Kinds { "tiers" });
    CHECK(after(BuyCoverage { "C-2", CssTier::select, day, 1, { { "gate", "north", 1, {} } } }) == Kinds {});
    CHECK(after(RetireLicences { "L-1", 1, day }) == Kinds {});
    auto const refused = what_if(tenant.ledger, tenant.catalogue(),
        {
            RetireLicences { "L-1", 9, day }
    },
        day);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().denial.reason == Reason::not_enough_licences);
}

TEST_CASE(
    "property: each remedy ends its breach, and no part of it does", "[engine][property][B7][R180][R182][R187][R193]")
{
    int found = 0;
    std::array<int, 4> kinds {};
    for (auto const seed : seeds(60)) {
        CAPTURE(seed);
        auto const tenant = random_css(seed);
        Random random { seed };
        for (int pick = 0; pick < 4; ++pick) {
            Date const day = date("2026-01-01") + Days { random.below(800) };
            CAPTURE(shown(day));
            for (Breach const& breach : breaches_on(tenant.ledger, tenant.catalogue(), day)) {
                ++kinds[static_cast<std::size_t>(breach.kind)];
                CAPTURE(code(breach.kind));
                CHECK_FALSE(proof_of(tenant.ledger, tenant.catalogue(), breach, day).empty());
                for (Remedy const& remedy : remedies(tenant.ledger, tenant.catalogue(), breach, day)) {
                    CAPTURE(code(remedy.kind));
                    ++found;
                    CHECK(ended(tenant, breach, remedy.steps, day));
                    auto const fees = fees_of(tenant, remedy.steps);
                    CHECK(fees.cents == remedy.cost.cents.value_or(0));
                    CHECK(fees.missing == remedy.cost.missing);
                    if (auto const* const buy = std::get_if<BuyCoverage>(&remedy.steps.front()))
                        CHECK(*buy == coverage_missing(tenant.ledger, tenant.catalogue(), breach.scope, day));
                    for (std::size_t step = 0; step < remedy.steps.size(); ++step) {
                        auto fewer = remedy.steps;
                        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(step));
                        CHECK_FALSE(ended(tenant, breach, fewer, day));
                    }
                }
            }
        }
    }
    CHECK((found > 0 || replays()));
    for (int const met : kinds) CHECK((met > 0 || replays()));
}

TEST_CASE("property: All-in in bulk is the one that is proven", "[engine][property][B1][R179]")
{
    for (auto const seed : seeds(40)) {
        CAPTURE(seed);
        auto const tenant = random_css(seed);
        Random random { seed };
        for (int pick = 0; pick < 10; ++pick) {
            Date const day = date("2026-01-01") + Days { random.below(800) };
            auto const bulk = scopes_on(tenant.ledger, tenant.catalogue(), day);
            for (std::uint32_t row = 0; row < bulk.size(); ++row) {
                auto const proven = scope_verdict(tenant.ledger, tenant.catalogue(), ScopeId::of_row(row), day);
                CHECK(proven.on == bulk[row]);
                CHECK((proven.proof[0].holds == Holds::yes) == bulk[row].all_in);
            }
        }
    }
}
