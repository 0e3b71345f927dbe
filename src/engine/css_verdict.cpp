#include "engine/css_verdict.hpp"

#include "engine/css_contract_rules.hpp"
#include "engine/css_pricing.hpp"

#include <tuple>

namespace keyrack::engine {

namespace {

using catalogue::Benefit;
using catalogue::Catalogue;

// What the customer's tier gives where All-in holds.
std::vector<BenefitOnDay> benefits_of(
    CssDay const& of, AccountId customer, TierOnDay const& tier, ProofWitness& witness)
{
    std::vector<BenefitOnDay> benefits;
    for (auto const& row : of.catalogue.css().benefits) {
        if (css_benefit_given(of, customer, row.benefit, tier, witness))
            benefits.push_back({ row.benefit, row.at(tier.lowest) });
    }
    return benefits;
}

// R179: without All-in in any of its scopes a contract gives no hours.
bool serves_some_scope(CssDay const& of, ContractId contract)
{
    NoWitness none;
    for (ContractLineId const id : lines_of(of.css(), contract)) {
        ContractLine const& line = of.css().contract_lines()[id];
        if (scope_on(of, of.css().scope({ line.line, line.org }), none).served()) return true;
    }
    return false;
}

std::int64_t hours_given(CssDay const& of, ContractId contract)
{
    NoWitness none;
    if (!css_contract_in_force(of, contract, none) || !serves_some_scope(of, contract)) return 0;
    auto const tier = tier_of_customer(of, of.css().contracts()[contract].customer, none);
    return of.catalogue.css().row(Benefit::scheduled_support).at(tier.lowest);
}

ContractState state_of(CssDay const& of, ContractId id)
{
    Contract const& contract = of.css().contracts()[id];
    Period const term = term_of(contract);
    if (of.day < term.from) return ContractState::not_started;
    if (of.day < term.to)
        return contract.origin == ContractOrigin::reinstated ? ContractState::reinstated : ContractState::active;
    ContractId const next = successor_of(of.css(), id);
    if (!next.exists() || of.day < of.css().contracts()[next].start) return ContractState::lapsed;
    bool const gap = term.to < of.css().contracts()[next].start;
    return gap ? ContractState::renewed_late : ContractState::renewed;
}

void prove_reinstatement(CssDay const& of, ContractId id, Cost const& cost, ProofWitness& witness)
{
    std::ignore = witness.demand(Rule::css_reinstatement, cost.cents.has_value(), [&](auto& proof) {
        proof.add(naming(of.ledger, id));
        if (cost.cents) proof.fact("cents", *cost.cents);
        proof.fact("missing", static_cast<std::int64_t>(cost.missing.size()));
    });
}

} // namespace

std::string_view code(catalogue::CssTier tier)
{
    switch (tier) {
    case catalogue::CssTier::select: return "select";
    case catalogue::CssTier::priority: return "priority";
    case catalogue::CssTier::priority_plus: return "priority_plus";
    }
    return {};
}

std::string_view code(ContractState state)
{
    switch (state) {
    case ContractState::not_started: return "not_started";
    case ContractState::active: return "active";
    case ContractState::reinstated: return "reinstated";
    case ContractState::renewed: return "renewed";
    case ContractState::renewed_late: return "renewed_late";
    case ContractState::lapsed: return "lapsed";
    }
    return {};
}

ScopeVerdict scope_verdict(Ledger const& ledger, Catalogue const& catalogue, ScopeId scope, Date as_of)
{
    CssDay const of { ledger, catalogue, as_of };
    ScopeVerdict verdict;
    ProofWitness witness;
    verdict.scope = scope;
    verdict.on = scope_on(of, scope, witness);
    verdict.answer = verdict.on.served() ? Holds::yes : Holds::no;
    auto const customer = customer_of(ledger, of.css().scopes()[scope.row()].org);
    auto const tier = tier_of_customer(of, customer, witness);
    std::ignore = css_tier_served(of, customer, tier, witness);
    if (verdict.on.served()) verdict.benefits = benefits_of(of, customer, tier, witness);
    verdict.proof = witness.take();
    return verdict;
}

TierVerdict tier_verdict(Ledger const& ledger, Catalogue const& catalogue, AccountId customer, Date as_of)
{
    CssDay const of { ledger, catalogue, as_of };
    ProofWitness witness;
    TierVerdict verdict;
    verdict.customer = customer;
    verdict.on = tier_of_customer(of, customer, witness);
    std::ignore = css_tier_served(of, customer, verdict.on, witness);
    verdict.proof = witness.take();
    return verdict;
}

ManagerVerdict manager_verdict(Ledger const& ledger, Catalogue const& catalogue, AccountId customer, Date as_of)
{
    CssDay const of { ledger, catalogue, as_of };
    ProofWitness witness;
    ManagerVerdict verdict;
    auto const on = customer_on(of, customer);
    verdict.answer = css_manager(of, customer, witness) ? Holds::yes : Holds::no;
    verdict.annual_dollars = on.dollars;
    verdict.lines_without_value = on.unknown;
    verdict.proof = witness.take();
    return verdict;
}

HoursPool hours_of(Ledger const& ledger, Catalogue const& catalogue, ContractId contract, Date as_of)
{
    CssDay const of { ledger, catalogue, as_of };
    Contract const& row = of.css().contracts()[contract];
    ProofWitness witness;
    HoursOnDay on;
    on.year = contract_year(row, catalogue.css().hours_reset_years.value, as_of);
    on.hours = hours_given(of, contract);
    on.used = hours_used(of.css(), contract, on.year);
    bool const some = css_hours(of, contract, on, witness);
    HoursPool pool;
    pool.in_force = term_of(row).contains(as_of);
    pool.year = on.year;
    pool.hours = on.hours;
    pool.used = on.used;
    pool.left = on.left();
    pool.answer = some ? Holds::yes : Holds::no;
    pool.proof = witness.take();
    return pool;
}

ContractStatus status_of(Ledger const& ledger, Catalogue const& catalogue, ContractId id, Date as_of)
{
    CssDay const of { ledger, catalogue, as_of };
    Contract const& contract = of.css().contracts()[id];
    ProofWitness witness;
    ContractStatus status;
    status.term = term_of(contract);
    status.tier = tier_on(of.css(), id, as_of);
    status.successor = successor_of(of.css(), id);
    status.state = state_of(of, id);
    std::ignore = css_contract_in_force(of, id, witness);
    bool const lapsed = !css_not_lapsed(of, id, witness);
    if (!status.successor.exists() && as_of <= status.term.to) status.renewable_until = status.term.to;
    if (lapsed && !status.successor.exists() && status.term.to < as_of) {
        status.reinstatement = cost_of_reinstatement(of, id);
        prove_reinstatement(of, id, *status.reinstatement, witness);
    }
    status.proof = witness.take();
    return status;
}

VersionVerdict version_verdict(Ledger const& ledger, Catalogue const& catalogue, VersionId version, Date as_of)
{
    CssDay const of { ledger, catalogue, as_of };
    ProofWitness witness;
    VersionVerdict verdict;
    verdict.version = version;
    verdict.phase = phase_on(of.css().versions()[version], as_of);
    verdict.answer = css_version_supported(of, version, witness) ? Holds::yes : Holds::no;
    verdict.proof = witness.take();
    return verdict;
}

std::vector<ScopeOnDay> scopes_on(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    CssDay const of { ledger, catalogue, day };
    NoWitness none;
    std::vector<ScopeOnDay> scopes;
    scopes.reserve(of.css().scopes().size());
    for (std::uint32_t row = 0; row < of.css().scopes().size(); ++row)
        scopes.push_back(scope_on(of, ScopeId::of_row(row), none));
    return scopes;
}

} // namespace keyrack::engine
