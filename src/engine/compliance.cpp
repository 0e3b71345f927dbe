#include "engine/compliance.hpp"

#include "engine/css_contract_rules.hpp"
#include "engine/css_pricing.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

// Customers with contracts, each once, in the order of their first contract.
std::vector<AccountId> customers(CssTables const& css)
{
    std::vector<AccountId> all;
    for (Contract const& contract : css.contracts().rows()) {
        if (contract.standing == Standing::valid && std::ranges::find(all, contract.customer) == all.end())
            all.push_back(contract.customer);
    }
    return all;
}

// Licences of the contract's scopes that nothing covers.
std::int64_t uncovered(CssDay const& of, std::vector<ScopeOnDay> const& scopes, ContractId contract)
{
    std::int64_t missing = 0;
    for (ScopeId const scope : scopes_of(of.css(), contract))
        missing += std::max<std::int64_t>(0, scopes[scope.row()].held - scopes[scope.row()].covered);
    return missing;
}

void add_scopes(std::vector<ScopeOnDay> const& scopes, std::vector<Breach>& breaches)
{
    for (std::uint32_t row = 0; row < scopes.size(); ++row) {
        ScopeOnDay const& on = scopes[row];
        if (!on.all_in && on.partial())
            breaches.push_back(
                { .kind = BreachKind::all_in, .scope = ScopeId::of_row(row), .licences = on.held - on.covered });
    }
    for (std::uint32_t row = 0; row < scopes.size(); ++row) {
        ScopeOnDay const& on = scopes[row];
        if (!on.all_in && on.evades())
            breaches.push_back({ .kind = BreachKind::evasion, .scope = ScopeId::of_row(row), .licences = on.moved });
    }
}

void add_tiers(CssDay const& of, std::vector<Breach>& breaches)
{
    for (AccountId const customer : customers(of.css())) {
        NoWitness none;
        if (!tier_of_customer(of, customer, none).uniform)
            breaches.push_back({ .kind = BreachKind::tiers, .customer = customer });
    }
}

void add_lapsed(CssDay const& of, std::vector<ScopeOnDay> const& scopes, std::vector<Breach>& breaches)
{
    for (std::uint32_t row = 0; row < of.css().contracts().size(); ++row) {
        auto const id = ContractId::of_row(row);
        NoWitness none;
        bool const withdrawn = of.css().contracts()[id].standing == Standing::withdrawn;
        if (withdrawn || successor_of(of.css(), id).exists() || css_not_lapsed(of, id, none)) continue;
        if (auto const missing = uncovered(of, scopes, id); missing > 0)
            breaches.push_back({ .kind = BreachKind::lapsed, .contract = id, .licences = missing });
    }
}

} // namespace

std::string_view code(BreachKind kind)
{
    switch (kind) {
    case BreachKind::all_in: return "all_in";
    case BreachKind::evasion: return "evasion";
    case BreachKind::tiers: return "tiers";
    case BreachKind::lapsed: return "lapsed";
    }
    return {};
}

std::vector<Breach> breaches_on(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    CssDay const of { ledger, catalogue, day };
    auto const scopes = scopes_on(ledger, catalogue, day);
    std::vector<Breach> breaches;
    add_scopes(scopes, breaches);
    add_tiers(of, breaches);
    add_lapsed(of, scopes, breaches);
    return breaches;
}

std::vector<Proof> proof_of(Ledger const& ledger, Catalogue const& catalogue, Breach const& breach, Date day)
{
    switch (breach.kind) {
    case BreachKind::all_in:
    case BreachKind::evasion: return scope_verdict(ledger, catalogue, breach.scope, day).proof;
    case BreachKind::tiers: return tier_verdict(ledger, catalogue, breach.customer, day).proof;
    case BreachKind::lapsed: return status_of(ledger, catalogue, breach.contract, day).proof;
    }
    return {};
}

std::vector<Breach> Compliance::brought() const
{
    std::vector<Breach> come;
    for (Breach const& breach : after) {
        bool const was = std::ranges::any_of(
            before, [&](Breach const& known) { return known.same_as(breach) && known.licences >= breach.licences; });
        if (!was) come.push_back(breach);
    }
    return come;
}

} // namespace keyrack::engine
