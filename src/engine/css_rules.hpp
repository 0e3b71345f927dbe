#pragma once
// The rules of Customer Success Services, written once over a witness: for the proof, and for all scopes at once.
// Source: the Customer Success Services document; decisions D13, D16, D23.

#include "catalogue/catalogue.hpp"
#include "engine/css.hpp"
#include "engine/naming.hpp"
#include "engine/timing.hpp"
#include "engine/witness.hpp"

#include <algorithm>
#include <optional>

namespace keyrack::engine {

// What the rules look at.
struct CssDay
{
    Ledger const& ledger;
    catalogue::Catalogue const& catalogue;
    Date day;
    std::optional<Instant> at {}; // a moment of that day, where it is the clock of a ticket that asks
    [[nodiscard]] CssTables const& css() const { return ledger.css(); }

    template <class IdOf>
    [[nodiscard]] bool has_come(Date on, IdOf thing) const
    {
        return at ? engine::has_come(on, begun_at(ledger, thing), day, *at) : on <= day;
    }
    [[nodiscard]] std::int64_t held(HoldingId holding) const
    {
        return held_if(css(), holding, [this](Date on, auto thing) { return has_come(on, thing); });
    }
    [[nodiscard]] catalogue::CssTier tier(ContractId contract) const
    {
        return tier_if(css(), contract, [this](Date on, auto thing) { return has_come(on, thing); });
    }
};

// A scope (product line under an ORG-ID) on a day.
struct ScopeOnDay
{
    std::int64_t held = 0;    // licences
    std::int64_t covered = 0; // by contracts in force
    std::int64_t moved = 0;   // licences moved to where they are without active CSS
    bool all_in = false;
    bool operator==(ScopeOnDay const&) const = default;

    // Some licences are covered and others not: what R180 forbids. Without any CSS there is nothing to breach.
    [[nodiscard]] bool partial() const { return covered > 0 && covered < held; }
    [[nodiscard]] bool evades() const { return covered > 0 && moved > 0 && held + moved > covered; }
    [[nodiscard]] bool served() const { return covered > 0 && all_in; }
};

// The tiers of a customer's contracts in force on a day.
struct TierOnDay
{
    std::int64_t contracts = 0; // 0: the tiers say nothing
    catalogue::CssTier lowest = catalogue::CssTier::priority_plus;
    catalogue::CssTier highest = catalogue::CssTier::select;
    bool uniform = true;
    bool operator==(TierOnDay const&) const = default;

    void add(catalogue::CssTier tier)
    {
        ++contracts;
        lowest = std::min(lowest, tier);
        highest = std::max(highest, tier);
    }
};

[[nodiscard]] std::string_view code(catalogue::CssTier tier);

// R189, R193: from its start to the end of its term, and not a day longer.
template <Witness W>
bool css_contract_in_force(CssDay const& of, ContractId id, W& witness)
{
    Contract const& contract = of.css().contracts()[id];
    Period const term = term_of(contract);
    bool const runs = of.has_come(term.from, id) && of.day < term.to;
    bool const holds = witness.demand(Rule::css_contract_in_force, runs, [&](auto& proof) {
        proof.fact("contract", contract.key, id, contract.entry);
        proof.fact("years", std::int64_t { contract.years }, id, contract.entry);
        proof.fact("start", term.from, id, contract.entry);
        proof.fact("end", term.to, id);
        proof.fact("day", of.day);
        auto const begun = of.at ? begun_at(of.ledger, id) : std::nullopt;
        if (begun) proof.fact("begun_at", iso(*begun), id, contract.entry);
    });
    return holds && contract.standing == Standing::valid;
}

// Licences of the scope that contracts in force cover.
template <Witness W>
std::int64_t covered_in(CssDay const& of, ScopeId scope, W& witness)
{
    std::int64_t covered = 0;
    for (ContractLineId const id : of.css().lines_in(scope)) {
        ContractLine const& line = of.css().contract_lines()[id];
        if (line.standing == Standing::valid && css_contract_in_force(of, line.contract, witness))
            covered += line.quantity;
    }
    return covered;
}

[[nodiscard]] inline std::int64_t held_in(CssDay const& of, ScopeId scope)
{
    std::int64_t held = 0;
    for (HoldingId const id : of.css().holdings_in(scope)) held += of.held(id);
    return held;
}

// Licences that were moved from the scope to one where they now lie without active CSS (R182).
[[nodiscard]] inline std::int64_t moved_uncovered(CssDay const& of, ScopeId scope)
{
    auto const& css = of.css();
    std::int64_t moved = 0;
    for (HoldingId const holding : css.holdings_in(scope)) {
        for (DepartureId const each : css.departures_of(holding)) {
            Departure const& gone = css.departures()[each];
            if (gone.standing == Standing::withdrawn || !gone.to.exists() || !of.has_come(gone.on, each)) continue;
            Holding const& there = css.holdings()[gone.to];
            ScopeId const other = css.scope({ there.line, there.org });
            NoWitness none;
            if (held_in(of, other) > covered_in(of, other, none)) moved += of.held(gone.to);
        }
    }
    return moved;
}

template <class Proof>
void name_scope(CssDay const& of, Scope scope, Proof& proof)
{
    proof.add(naming(of.ledger, scope.line));
    proof.add(naming(of.ledger, scope.org));
    proof.fact("day", of.day);
}

// R179, R180, R183: active CSS for 100 % of the licences; none of it reaches a licence without.
template <Witness W>
bool css_licences_covered(CssDay const& of, Scope scope, ScopeOnDay const& on, W& witness)
{
    return witness.demand(Rule::css_licences_covered, on.held <= on.covered, [&](auto& proof) {
        name_scope(of, scope, proof);
        proof.fact("licences", on.held);
        proof.fact("covered", on.covered);
        proof.fact("missing", std::max<std::int64_t>(0, on.held - on.covered));
    });
}

// R182: no licences were moved to another ORG-ID where they lie without CSS and but for which this scope would not be whole.
template <Witness W>
bool css_no_evasion(CssDay const& of, Scope scope, ScopeOnDay const& on, W& witness)
{
    return witness.demand(Rule::css_no_evasion, !on.evades(), [&](auto& proof) {
        name_scope(of, scope, proof);
        proof.fact("moved", on.moved);
        proof.fact("covered", on.covered);
    });
}

// R179–R183, D13: All-in, within one product line and under one ORG-ID.
template <Witness W>
ScopeOnDay scope_on(CssDay const& of, ScopeId id, W& witness)
{
    Scope const scope = of.css().scopes()[id.row()];
    ScopeOnDay on;
    on.held = held_in(of, id);
    on.moved = moved_uncovered(of, id);
    auto const judge = [&](auto& parts) {
        on.covered = covered_in(of, id, parts);
        bool const covered = css_licences_covered(of, scope, on, parts);
        return css_no_evasion(of, scope, on, parts) && covered;
    };
    on.all_in = witness.compose(Rule::css_all_in, judge, [&](auto& proof) {
        name_scope(of, scope, proof);
        proof.fact("licences", on.held);
        proof.fact("covered", on.covered);
    });
    return on;
}

// R186, R187, D13: one tier over all product lines of all ORG-IDs of the customer.
template <Witness W>
TierOnDay tier_of_customer(CssDay const& of, AccountId customer, W& witness)
{
    TierOnDay on;
    auto const judge = [&](auto& parts) {
        for (ContractId const id : contracts_of(of.css(), customer))
            if (css_contract_in_force(of, id, parts)) on.add(of.tier(id));
        return on.contracts == 0 || on.lowest == on.highest;
    };
    on.uniform = witness.compose(Rule::css_tier_uniform, judge, [&](auto& proof) {
        proof.add(naming_customer(of.ledger, customer));
        proof.fact("contracts", on.contracts);
        if (on.contracts > 0) {
            proof.fact("lowest", std::string { code(on.lowest) });
            proof.fact("highest", std::string { code(on.highest) });
        }
        proof.fact("day", of.day);
    });
    return on;
}

// R188: support at the lowest of the active tiers; the customer is told, and nothing is refunded.
template <Witness W>
bool css_tier_served(CssDay const& of, AccountId customer, TierOnDay const& on, W& witness)
{
    return witness.demand(Rule::css_tier_served, on.contracts > 0, [&](auto& proof) {
        proof.add(naming_customer(of.ledger, customer));
        if (on.contracts > 0) proof.fact("tier", std::string { code(on.lowest) });
        proof.fact("day", of.day);
    });
}

// R146–R170, D12: the tier gives it.
template <Witness W>
bool css_tier_gives(CssDay const& of, catalogue::Benefit benefit, TierOnDay const& on, W& witness)
{
    auto const& row = of.catalogue.css().row(benefit);
    std::int64_t const value = on.contracts > 0 ? row.at(on.lowest) : 0;
    return witness.demand(Rule::css_tier_gives, value > 0, [&](auto& proof) {
        proof.fact("benefit", std::string { code(benefit) });
        if (on.contracts > 0) proof.fact("tier", std::string { code(on.lowest) });
        proof.parameter(code(value > 0 ? row.unit : catalogue::BenefitUnit::given), value, row.origin);
    });
}

// R190, R191: available in the normal and the extended maintenance phase; at the end of life nothing is left.
template <Witness W>
bool css_version_supported(CssDay const& of, VersionId id, W& witness)
{
    Version const& version = of.css().versions()[id];
    bool const holds = of.catalogue.css().serves(phase_on(version, of.day));
    return witness.demand(Rule::css_version_supported, holds, [&](auto& proof) {
        proof.add(naming(of.ledger, version.line));
        proof.fact("version", version.key, version.line, version.entry);
        if (version.normal_from) proof.fact("normal_from", *version.normal_from, version.line, version.entry);
        if (version.extended_from) proof.fact("extended_from", *version.extended_from, version.line, version.entry);
        if (version.end_of_life) proof.fact("end_of_life", *version.end_of_life, version.line, version.entry);
        proof.fact("day", of.day);
    });
}

} // namespace keyrack::engine
