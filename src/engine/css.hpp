#pragma once
// What the rows of Customer Success Services come to on a day: licences held, terms, tiers, customers. No rule is here;
// the rules are in css_rules.hpp.

#include "engine/ledger.hpp"

#include <cstdint>
#include <vector>

namespace keyrack::engine {

// R189: so many years from its start.
[[nodiscard]] Period term_of(Contract const& contract);
// Licences of the lot on a day: acquired, and neither retired (R181) nor transferred by then.
[[nodiscard]] std::int64_t held_on(CssTables const& css, HoldingId holding, Date day);
// Licences of the lot that no departure has claimed, whatever its day.
[[nodiscard]] std::int64_t unclaimed(CssTables const& css, HoldingId holding);
// The contract's tier: the latest change by that day, or the tier it was bought with (R186).
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
