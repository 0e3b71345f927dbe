#include "engine/css.hpp"

#include <algorithm>

namespace keyrack::engine {

Period term_of(Contract const& contract)
{
    return { contract.start, plus_years(contract.start, contract.years) };
}

std::int64_t held_on(CssTables const& css, HoldingId id, Date day)
{
    return held_if(css, id, [day](Date on, auto) { return on <= day; });
}

std::int64_t unclaimed(CssTables const& css, HoldingId id)
{
    std::int64_t left = css.holdings()[id].count;
    for (DepartureId const each : css.departures_of(id)) {
        Departure const& gone = css.departures()[each];
        if (gone.standing == Standing::valid) left -= gone.count;
    }
    return left;
}

catalogue::CssTier tier_on(CssTables const& css, ContractId id, Date day)
{
    return tier_if(css, id, [day](Date on, auto) { return on <= day; });
}

AccountId customer_of(Ledger const& ledger, OrgId org)
{
    AccountId account = ledger.css().orgs()[org].account;
    while (account.exists() && ledger.accounts()[account].parent.exists()) account = ledger.accounts()[account].parent;
    return account;
}

std::vector<ContractId> contracts_of(CssTables const& css, AccountId customer)
{
    std::vector<ContractId> contracts;
    for (std::uint32_t row = 0; row < css.contracts().size(); ++row) {
        Contract const& contract = css.contracts().rows()[row];
        if (contract.standing == Standing::valid && contract.customer == customer)
            contracts.push_back(ContractId::of_row(row));
    }
    return contracts;
}

std::vector<ContractLineId> lines_of(CssTables const& css, ContractId contract)
{
    std::vector<ContractLineId> lines;
    for (ContractLineId const line : css.lines_of(contract)) {
        if (css.contract_lines()[line].standing == Standing::valid) lines.push_back(line);
    }
    std::ranges::sort(lines);
    return lines;
}

std::vector<ScopeId> scopes_of(CssTables const& css, ContractId contract)
{
    std::vector<ScopeId> scopes;
    for (ContractLineId const id : lines_of(css, contract)) {
        ContractLine const& line = css.contract_lines()[id];
        auto const scope = css.scope({ line.line, line.org });
        if (std::ranges::find(scopes, scope) == scopes.end()) scopes.push_back(scope);
    }
    return scopes;
}

ContractId successor_of(CssTables const& css, ContractId contract)
{
    for (ContractId const after : css.after(contract)) {
        if (css.contracts()[after].standing == Standing::valid) return after;
    }
    return ContractId::none();
}

catalogue::Phase phase_on(Version const& version, Date day)
{
    using enum catalogue::Phase;
    if (version.end_of_life && *version.end_of_life <= day) return end_of_life;
    if (version.extended_from && *version.extended_from <= day) return extended;
    if (version.normal_from && *version.normal_from <= day) return normal;
    return before;
}

Period contract_year(Contract const& contract, std::int32_t years, Date day)
{
    std::int32_t passed = 0;
    while (plus_years(contract.start, passed + years) <= day) passed += years;
    return { plus_years(contract.start, passed), plus_years(contract.start, passed + years) };
}

std::int64_t hours_used(CssTables const& css, ContractId contract, Period days)
{
    std::int64_t hours = 0;
    for (HoursUseId const each : css.hours_of(contract)) {
        HoursUse const& use = css.hours()[each];
        if (use.standing == Standing::valid && days.contains(use.on)) hours += use.hours;
    }
    return hours;
}

} // namespace keyrack::engine
