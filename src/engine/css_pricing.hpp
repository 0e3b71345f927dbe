#pragma once
// What coverage, an upgrade and a reinstatement cost, from the prices that the tenant's operator set (R192, R194, D19).
// Where one is missing there is no cost but the list of what to set.

#include "engine/css_verdict.hpp"

#include <cstdint>
#include <vector>

namespace keyrack::engine {

// Some licences of a lot.
struct Portion
{
    HoldingId holding;
    std::int64_t count = 0;
    bool operator==(Portion const&) const = default;
};
// The licences of a scope that were acquired last, `count` of them: what its coverage does not reach.
[[nodiscard]] std::vector<Portion> last_acquired(CssDay const& of, ScopeId scope, std::int64_t count);

// Of the licences that a transfer took out of the scope and that lie without active CSS (R182), `count` of them.
[[nodiscard]] std::vector<Portion> moved_away(CssDay const& of, ScopeId scope, std::int64_t count);
// What so much more coverage of the scope is paid for: its licences that have none, then those that were moved away from it
// to where they have none, whose edition and pricing is what was not paid for (R182, R184, R192).
[[nodiscard]] std::vector<Portion> reached_by_purchase(CssDay const& of, ScopeId scope, std::int64_t count);
[[nodiscard]] ScopeOnDay scope_now(CssDay const& of, ScopeId scope);

[[nodiscard]] Cost cost_of_coverage(
    CssDay const& of, std::vector<Portion> const& portions, catalogue::CssTier tier, std::int32_t years);
// As it is, for so many years.
[[nodiscard]] Cost cost_of_renewal(CssDay const& of, ContractId contract, std::int32_t years);
[[nodiscard]] Cost cost_of_upgrade(CssDay const& of, std::vector<ContractId> const& contracts, catalogue::CssTier tier);
[[nodiscard]] Cost cost_of_reinstatement(CssDay const& of, ContractId contract);

} // namespace keyrack::engine
