// What ends a breach, as commands, with what each costs (B7).

#include "engine/compliance.hpp"
#include "engine/css_contract_rules.hpp"
#include "engine/css_pricing.hpp"
#include "engine/excerpt.hpp"

#include <algorithm>
#include <limits>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;
using catalogue::CssTier;

std::string new_key(CssTables const& css)
{
    for (int number = 1;; ++number) {
        auto key = "NEW-" + std::to_string(number);
        if (!css.contract(key).exists()) return key;
    }
}

std::int32_t shortest_term(CssDay const& of)
{
    return *std::ranges::min_element(of.catalogue.css().years.value);
}

// The highest, so that it adds nothing to what would have to be upgraded (R186).
CssTier tier_to_buy(CssDay const& of, ScopeId scope)
{
    NoWitness none;
    auto const customer = customer_of(of.ledger, of.css().scopes()[scope.row()].org);
    auto const tier = tier_of_customer(of, customer, none);
    return tier.contracts > 0 ? tier.highest : CssTier::select;
}

// Coverage for all that the scope holds, and for what was moved away only to lie without (R182).
std::int64_t missing_in(ScopeOnDay const& on)
{
    return on.held + (on.evades() ? on.moved : 0) - on.covered;
}

BuyCoverage purchase(CssDay const& of, ScopeId id, std::int64_t count)
{
    Scope const scope = of.css().scopes()[id.row()];
    BuyCoverage buy;
    buy.contract = new_key(of.css());
    buy.tier = tier_to_buy(of, id);
    buy.start = of.day;
    buy.years = shortest_term(of);
    buy.lines.push_back({ of.css().lines()[scope.line].key, of.css().orgs()[scope.org].key,
        static_cast<std::int32_t>(count), std::nullopt });
    return buy;
}

Remedy buying(CssDay const& of, ScopeId id, std::int64_t count)
{
    auto buy = purchase(of, id, count);
    Remedy remedy { RemedyKind::buy, {},
        cost_of_coverage(of, reached_by_purchase(of, id, count), buy.tier, buy.years) };
    remedy.steps.emplace_back(std::move(buy));
    return remedy;
}

Remedy retiring(CssDay const& of, std::vector<Portion> const& portions)
{
    Remedy remedy { RemedyKind::retire, {}, { .cents = 0, .missing = {} } };
    for (auto const& [holding, count] : portions)
        remedy.steps.emplace_back(
            RetireLicences { of.css().holdings()[holding].key, static_cast<std::int32_t>(count), of.day });
    return remedy;
}

std::vector<Portion> uncovered_portions(CssDay const& of, ScopeId scope)
{
    auto const on = scope_now(of, scope);
    return last_acquired(of, scope, on.held - on.covered);
}

// Cover all that the scope lacks, since less of it serves nobody (R179), or retire, which is for good, only what this breach
// is about: what nothing covers, or of the moved licences those that are too many.
std::vector<Remedy> for_scope(CssDay const& of, Breach const& breach)
{
    auto const missing = missing_in(scope_now(of, breach.scope));
    auto const retired = breach.kind == BreachKind::evasion ? moved_away(of, breach.scope, missing)
                                                            : uncovered_portions(of, breach.scope);
    return { buying(of, breach.scope, missing), retiring(of, retired) };
}

std::vector<Remedy> for_tiers(CssDay const& of, AccountId customer)
{
    NoWitness none;
    auto const on = tier_of_customer(of, customer, none);
    UpgradeTier upgrade;
    upgrade.tier = on.highest;
    upgrade.from = of.day;
    std::vector<ContractId> below;
    for (ContractId const id : contracts_of(of.css(), customer)) {
        if (!css_contract_in_force(of, id, none) || tier_on(of.css(), id, of.day) == on.highest) continue;
        below.push_back(id);
        upgrade.contracts.push_back(of.css().contracts()[id].key);
    }
    Remedy remedy { RemedyKind::upgrade, {}, cost_of_upgrade(of, below, upgrade.tier) };
    remedy.steps.emplace_back(std::move(upgrade));
    return { std::move(remedy) };
}

std::vector<Portion> portions_left(CssDay const& of, ContractId contract)
{
    std::vector<Portion> all;
    for (ScopeId const scope : scopes_of(of.css(), contract)) {
        auto const some = uncovered_portions(of, scope);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

std::vector<Remedy> for_lapsed(CssDay const& of, ContractId id)
{
    ReinstateContract again;
    again.contract = of.css().contracts()[id].key;
    again.reinstatement = new_key(of.css());
    again.years = shortest_term(of);
    again.on = of.day;
    Remedy remedy { RemedyKind::reinstate, { again }, cost_of_reinstatement(of, id) };
    if (term_of(of.css().contracts()[id]).to == of.day) { // the last day on which a renewal leaves no gap
        remedy.steps = { RenewContract { again.contract, again.reinstatement, again.years, of.day, {} } };
        remedy.kind = RemedyKind::renew;
        remedy.cost = cost_of_renewal(of, id, again.years);
    }
    return { std::move(remedy), retiring(of, portions_left(of, id)) };
}

bool ends(CssDay const& of, Breach const& breach, std::vector<Command> const& steps)
{
    Excerpt tried { of.ledger, steps, of.day };
    if (!tried.fold_all(of.catalogue, steps)) return false;
    auto const after = breaches_on(tried.ledger(), of.catalogue, of.day);
    return std::ranges::none_of(after, [&](Breach const& left) { return left.same_as(breach); });
}

// Steps that are not needed are left out, so that none of the rest can be.
void keep_what_is_needed(CssDay const& of, Breach const& breach, std::vector<Command>& steps)
{
    for (std::size_t at = 0; at < steps.size();) {
        auto fewer = steps;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at));
        if (ends(of, breach, fewer))
            steps = std::move(fewer);
        else
            ++at;
    }
}

std::vector<Remedy> candidates(CssDay const& of, Breach const& breach)
{
    switch (breach.kind) {
    case BreachKind::all_in:
    case BreachKind::evasion: return for_scope(of, breach);
    case BreachKind::tiers: return for_tiers(of, breach.customer);
    case BreachKind::lapsed: return for_lapsed(of, breach.contract);
    }
    return {};
}

} // namespace

std::string_view code(RemedyKind kind)
{
    switch (kind) {
    case RemedyKind::buy: return "buy";
    case RemedyKind::upgrade: return "upgrade";
    case RemedyKind::renew: return "renew";
    case RemedyKind::reinstate: return "reinstate";
    case RemedyKind::retire: return "retire";
    }
    return {};
}

std::int64_t licences_of(Remedy const& remedy)
{
    std::int64_t count = 0;
    for (Command const& step : remedy.steps) {
        if (auto const* const retire = std::get_if<RetireLicences>(&step)) count += retire->count;
        if (auto const* const buy = std::get_if<BuyCoverage>(&step))
            for (CoverageLine const& line : buy->lines) count += line.quantity;
    }
    return count;
}

std::vector<Remedy> remedies(Ledger const& ledger, Catalogue const& catalogue, Breach const& breach, Date day)
{
    CssDay const of { ledger, catalogue, day };
    std::vector<Remedy> good;
    for (Remedy& remedy : candidates(of, breach)) {
        if (!ends(of, breach, remedy.steps)) continue;
        keep_what_is_needed(of, breach, remedy.steps);
        good.push_back(std::move(remedy));
    }
    std::ranges::stable_sort(good, {},
        [](Remedy const& remedy) { return remedy.cost.cents.value_or(std::numeric_limits<std::int64_t>::max()); });
    return good;
}

BuyCoverage coverage_missing(Ledger const& ledger, Catalogue const& catalogue, ScopeId scope, Date day)
{
    CssDay const of { ledger, catalogue, day };
    return purchase(of, scope, std::max<std::int64_t>(1, missing_in(scope_now(of, scope))));
}

Cost owed(Ledger const& ledger, Catalogue const& catalogue, Breach const& breach, Date day)
{
    CssDay const of { ledger, catalogue, day };
    auto const all = candidates(of, breach);
    return all.front().cost; // what would have been paid: coverage, the higher tier, or the reinstatement
}

} // namespace keyrack::engine
