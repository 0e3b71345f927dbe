#pragma once
// Rules about contracts and customers: the Customer Success Manager, hours, lapse. Written once over a witness.
// Source: the Customer Success Services document; decisions D16, D23.

#include "engine/css_rules.hpp"

namespace keyrack::engine {

// What R168 asks of a customer's contracts in force.
struct CustomerOnDay
{
    TierOnDay tier;
    std::int64_t cloud_lines = 0;
    std::int64_t dollars = 0; // annual contract value, as far as it is known
    std::int64_t unknown = 0; // lines whose part of it is not known
    bool operator==(CustomerOnDay const&) const = default;
};

[[nodiscard]] inline CustomerOnDay customer_on(CssDay const& of, AccountId customer)
{
    NoWitness none;
    CustomerOnDay on;
    on.tier = tier_of_customer(of, customer, none);
    for (ContractId const contract : contracts_of(of.css(), customer)) {
        if (!css_contract_in_force(of, contract, none)) continue;
        for (ContractLineId const id : lines_of(of.css(), contract)) {
            ContractLine const& line = of.css().contract_lines()[id];
            on.cloud_lines += of.css().lines()[line.line].kind == LineKind::cloud_subscription ? 1 : 0;
            on.dollars += line.annual_dollars.value_or(0);
            on.unknown += line.annual_dollars ? 0 : 1;
        }
    }
    return on;
}

template <class Proof>
void tell_tier(TierOnDay const& on, Proof& proof)
{
    if (on.contracts > 0) proof.fact("tier", std::string { code(on.lowest) });
}

// R168: a cloud customer.
template <Witness W>
bool css_cloud_customer(CssDay const& of, AccountId customer, CustomerOnDay const& on, W& witness)
{
    return witness.demand(Rule::css_cloud_customer, on.cloud_lines > 0, [&](auto& proof) {
        proof.add(naming_customer(of.ledger, customer));
        proof.fact("lines", on.cloud_lines);
        proof.fact("day", of.day);
    });
}

// R168: Priority, with an annual contract value of the threshold at least.
template <Witness W>
bool css_manager_by_value(CssDay const& of, CustomerOnDay const& on, W& witness)
{
    auto const& threshold = of.catalogue.css().manager_dollars;
    bool const priority = on.tier.contracts > 0 && on.tier.lowest >= catalogue::CssTier::priority;
    return witness.demand(Rule::css_manager_by_value, priority && on.dollars >= threshold.value, [&](auto& proof) {
        tell_tier(on.tier, proof);
        proof.fact("dollars", on.dollars);
        proof.fact("unknown", on.unknown);
        proof.parameter("manager_dollars", threshold.value, threshold.origin);
    });
}

// R168: or Priority Plus.
template <Witness W>
bool css_manager_by_tier(CustomerOnDay const& on, W& witness)
{
    bool const plus = on.tier.contracts > 0 && on.tier.lowest == catalogue::CssTier::priority_plus;
    return witness.demand(Rule::css_manager_by_tier, plus, [&](auto& proof) { tell_tier(on.tier, proof); });
}

// R168, as its condition is listed and not as it is named (D16).
template <Witness W>
bool css_manager(CssDay const& of, AccountId customer, W& witness)
{
    CustomerOnDay const on = customer_on(of, customer);
    auto const judge = [&](auto& parts) {
        bool const cloud = css_cloud_customer(of, customer, on, parts);
        bool const value = css_manager_by_value(of, on, parts);
        bool const tier = css_manager_by_tier(on, parts);
        return cloud && (value || tier);
    };
    return witness.compose(Rule::css_manager, judge, [&](auto& proof) {
        proof.add(naming_customer(of.ledger, customer));
        proof.fact("day", of.day);
    });
}

// R146–R170: the tier gives it; the manager by its own rule besides (R168).
template <Witness W>
bool css_benefit_given(
    CssDay const& of, AccountId customer, catalogue::Benefit benefit, TierOnDay const& tier, W& witness)
{
    bool const gives = css_tier_gives(of, benefit, tier, witness);
    if (benefit != catalogue::Benefit::customer_success_manager) return gives;
    return css_manager(of, customer, witness) && gives;
}

// The hours of a contract year.
struct HoursOnDay
{
    Period year;
    std::int64_t hours = 0, used = 0;
    [[nodiscard]] std::int64_t left() const { return std::max<std::int64_t>(0, hours - used); }
};

// R158, D23: some of the year's hours are left.
template <Witness W>
bool css_hours(CssDay const& of, ContractId contract, HoursOnDay const& on, W& witness)
{
    auto const& reset = of.catalogue.css().hours_reset_years;
    return witness.demand(Rule::css_hours, on.left() > 0, [&](auto& proof) {
        proof.add(naming(of.ledger, contract));
        proof.fact("from", on.year.from, contract);
        proof.fact("to", on.year.to, contract);
        proof.fact("hours", on.hours);
        proof.fact("used", on.used);
        proof.fact("left", on.left());
        proof.parameter("hours_reset_years", reset.value, reset.origin);
    });
}

// R193: its term has not ended, or was followed by another without a gap.
template <Witness W>
bool css_not_lapsed(CssDay const& of, ContractId id, W& witness)
{
    Contract const& contract = of.css().contracts()[id];
    ContractId const next = successor_of(of.css(), id);
    Date const end = term_of(contract).to;
    bool const followed = next.exists() && of.css().contracts()[next].start == end;
    return witness.demand(Rule::css_not_lapsed, of.day < end || followed, [&](auto& proof) {
        proof.add(naming(of.ledger, id));
        proof.fact("end", end, id);
        proof.fact("day", of.day);
        if (next.exists())
            proof.fact("renewal", of.css().contracts()[next].key, next, of.css().contracts()[next].entry);
    });
}

} // namespace keyrack::engine
