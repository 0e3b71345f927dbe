// What would do instead of a refused command of Customer Success Services.

#include "engine/css.hpp"
#include "engine/css_verdict.hpp"
#include "engine/ways_parts.hpp"

namespace keyrack::engine {

namespace {

// As many as are left, from the day on which they were there.
template <class Kind>
Ways of_what_is_there(Kind const& command, Reason reason, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    auto const id = css.holding(command.licences);
    bool const fits = reason == Reason::not_enough_licences || reason == Reason::before_acquired;
    if (!fits || !id.exists()) return {};
    Kind other = command;
    other.count = static_cast<std::int32_t>(std::min<std::int64_t>(command.count, unclaimed(css, id)));
    other.on = std::max(command.on, css.holdings()[id].acquired_on);
    return { { std::move(other) } };
}

} // namespace

// R189: a term that is sold.
Ways ways_for(BuyCoverage const& command, Reason reason, Asked const& asked)
{
    return reason == Reason::years_not_sold ? by_sold_years(command, asked.catalogue.css().years.value) : Ways {};
}

// R193, R194: what expired is reinstated.
Ways ways_for(RenewContract const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::years_not_sold) return by_sold_years(command, asked.catalogue.css().years.value);
    if (reason != Reason::contract_lapsed) return {};
    return { { ReinstateContract { command.contract, command.renewal, command.years, command.on, command.lines } } };
}

// R193: what has not expired is renewed.
Ways ways_for(ReinstateContract const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::years_not_sold) return by_sold_years(command, asked.catalogue.css().years.value);
    if (reason != Reason::contract_not_lapsed) return {};
    return { { RenewContract { command.contract, command.reinstatement, command.years, command.on, command.lines } } };
}

// R186: all contracts of the customer that are in force and below the tier, and no others.
Ways ways_for(UpgradeTier const& command, Reason reason, Asked const& asked)
{
    bool const others = reason == Reason::upgrade_incomplete || reason == Reason::not_an_upgrade
        || reason == Reason::contract_not_in_force;
    auto const& css = asked.ledger.css();
    auto const named = command.contracts.empty() ? ContractId::none() : css.contract(command.contracts.front());
    if (!others || !named.exists()) return {};
    UpgradeTier all { {}, command.tier, command.from };
    for (ContractId const id : contracts_of(css, css.contracts()[named].customer))
        if (term_of(css.contracts()[id]).contains(command.from) && tier_on(css, id, command.from) < command.tier)
            all.contracts.push_back(css.contracts()[id].key);
    return { { std::move(all) } };
}

// R158, D23: the hours that are left of the contract year.
Ways ways_for(UseHours const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.css().contract(command.contract);
    if (reason != Reason::hours_exceeded || !id.exists()) return {};
    UseHours other = command;
    other.hours = static_cast<std::int32_t>(hours_of(asked.ledger, asked.catalogue, id, command.on).left);
    return { { std::move(other) } };
}

Ways ways_for(RetireLicences const& command, Reason reason, Asked const& asked)
{
    return of_what_is_there(command, reason, asked);
}

Ways ways_for(TransferLicences const& command, Reason reason, Asked const& asked)
{
    return of_what_is_there(command, reason, asked);
}

} // namespace keyrack::engine
