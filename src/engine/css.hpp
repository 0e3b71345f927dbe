#pragma once
// What the rows of Customer Success Services come to on a day: licences held, terms, tiers, customers. No rule is here;
// the rules are in css_rules.hpp.

#include "engine/ledger.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace keyrack::engine {

// R189: so many years from its start.
[[nodiscard]] Period term_of(Contract const& contract);
// Licences of the lot: acquired, and neither retired (R181) nor transferred. `has_come(date, thing)` says whether what is dated
// so has come; the thing is a holding or a departure.
template <class HasCome>
[[nodiscard]] std::int64_t held_if(CssTables const& css, HoldingId id, HasCome const& has_come)
{
    Holding const& holding = css.holdings()[id];
    if (holding.standing == Standing::withdrawn || !has_come(holding.acquired_on, id)) return 0;
    std::int64_t left = holding.count;
    for (DepartureId const each : css.departures_of(id)) {
        Departure const& gone = css.departures()[each];
        if (gone.standing == Standing::valid && has_come(gone.on, each)) left -= gone.count;
    }
    return left;
}
// On a day.
[[nodiscard]] std::int64_t held_on(CssTables const& css, HoldingId holding, Date day);
// Licences of the lot that no departure has claimed, whatever its day.
[[nodiscard]] std::int64_t unclaimed(CssTables const& css, HoldingId holding);
// The contract's tier: that of the changes that have come, or the one it was bought with (R186).
template <class HasCome>
[[nodiscard]] catalogue::CssTier tier_if(CssTables const& css, ContractId id, HasCome const& has_come)
{
    auto tier = css.contracts()[id].tier;
    for (TierChangeId const each : css.tiers_of(id)) {
        TierChange const& change = css.tier_changes()[each];
        if (change.standing == Standing::valid && has_come(change.from, each)) tier = std::max(tier, change.tier);
    }
    return tier;
}
// On a day.
[[nodiscard]] catalogue::CssTier tier_on(CssTables const& css, ContractId contract, Date day);
// The parent entity of the ORG-ID's account; none(): the tenant itself.
[[nodiscard]] AccountId customer_of(Ledger const& ledger, OrgId org);
// Valid contracts of a customer, in the order of their rows.
[[nodiscard]] std::vector<ContractId> contracts_of(CssTables const& css, AccountId customer);
// Valid lines of a contract, in the order of their rows.
[[nodiscard]] std::vector<ContractLineId> lines_of(CssTables const& css, ContractId contract);
// What those lines cover, each scope once, in their order.
[[nodiscard]] std::vector<ScopeId> scopes_of(CssTables const& css, ContractId contract);
// The contract that renews or reinstates this one, where one does; none() otherwise.
[[nodiscard]] ContractId successor_of(CssTables const& css, ContractId contract);
// The phase of a version on a day (R190, R191).
[[nodiscard]] catalogue::Phase phase_on(Version const& version, Date day);
// The contract year that holds the day: terms are counted from the start, `years` at a time (D23).
[[nodiscard]] Period contract_year(Contract const& contract, std::int32_t years, Date day);
// Hours used in those days.
[[nodiscard]] std::int64_t hours_used(CssTables const& css, ContractId contract, Period days);

} // namespace keyrack::engine
