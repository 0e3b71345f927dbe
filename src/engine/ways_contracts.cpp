// What would do instead of a refused command about contracts of Customer Success Services.

#include "engine/css.hpp"
#include "engine/css_verdict.hpp"
#include "engine/ways_parts.hpp"

#include <cstdlib>
#include <map>

namespace keyrack::engine {

namespace {

using catalogue::CssTier;

bool is_years(Reason reason)
{
    return reason == Reason::years_not_sold || reason == Reason::bad_years;
}

std::string free_contract_key(CssTables const& css, std::string const& stem, int& number)
{
    std::string key;
    do key = stem + "-" + std::to_string(number++);
    while (css.contract(key).exists());
    return key;
}

// R187: the lines of each customer, that of the first line first.
std::vector<std::vector<CoverageLine>> by_customer(Ledger const& ledger, std::vector<CoverageLine> const& lines)
{
    std::map<AccountId, std::size_t> places;
    std::vector<std::vector<CoverageLine>> parts;
    for (CoverageLine const& line : lines) {
        auto const org = ledger.css().org(line.org);
        if (!org.exists()) continue;
        auto const [place, fresh] = places.try_emplace(customer_of(ledger, org), parts.size());
        if (fresh) parts.emplace_back();
        parts[place->second].push_back(line);
    }
    return parts;
}

// R187: the command for the first customer's lines, and a contract of their own for those of each other one.
template <class Kind>
Ways a_contract_each(Kind command, std::string const& key, BuyCoverage bought, Ledger const& ledger)
{
    auto parts = by_customer(ledger, command.lines);
    if (parts.size() < 2) return {};
    std::vector<Command> steps;
    int number = 2;
    for (auto& lines : parts) {
        if (steps.empty()) {
            command.lines = std::move(lines);
            steps.emplace_back(command);
            continue;
        }
        bought.contract = free_contract_key(ledger.css(), key, number);
        bought.lines = std::move(lines);
        steps.emplace_back(bought);
    }
    return { { std::move(steps), 0 } };
}

ContractId latest_in_chain(CssTables const& css, ContractId contract)
{
    for (auto next = successor_of(css, contract); next.exists(); next = successor_of(css, contract)) contract = next;
    return contract;
}

// R193: the next term follows on the latest one.
template <class Kind>
Ways after_the_latest(Kind command, CssTables const& css, ContractId contract)
{
    command.contract = css.contracts()[latest_in_chain(css, contract)].key;
    return { instead(std::move(command)) };
}

// R186: all contracts of the customer that are in force and below the tier, and no others.
Ways all_contracts(UpgradeTier const& command, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    auto const named = command.contracts.empty() ? ContractId::none() : css.contract(command.contracts.front());
    if (!named.exists()) return {};
    UpgradeTier all { {}, command.tier, command.from };
    for (ContractId const id : contracts_of(css, css.contracts()[named].customer))
        if (term_of(css.contracts()[id]).contains(command.from) && tier_on(css, id, command.from) < command.tier)
            all.contracts.push_back(css.contracts()[id].key);
    return all.contracts.empty() ? Ways {} : Ways { instead(std::move(all)) };
}

// Each named once.
Ways named_once(UpgradeTier command)
{
    std::vector<std::string> once;
    for (std::string& each : command.contracts)
        if (!std::ranges::contains(once, each)) once.push_back(std::move(each));
    command.contracts = std::move(once);
    return { instead(std::move(command)) };
}

std::vector<Command> without_hours_and_upgrades(CssTables const& css, ContractId contract)
{
    auto const& key = css.contracts()[contract].key;
    std::vector<Command> steps;
    for (HoursUseId const id : css.hours_of(contract))
        if (css.hours()[id].standing == Standing::valid) steps.emplace_back(WithdrawHours { css.hours()[id].key });
    for (TierChangeId const id : css.tiers_of(contract))
        if (css.tier_changes()[id].standing == Standing::valid)
            steps.emplace_back(WithdrawUpgrade { { key }, css.tier_changes()[id].from });
    return steps;
}

// R158, D23: the hours that are left of the contract year, or all of them from the next tier.
Ways by_what_is_left(UseHours const& command, ContractId contract, Asked const& asked)
{
    Ways ways;
    auto const left = hours_of(asked.ledger, asked.catalogue, contract, command.on).left;
    if (left > 0) {
        UseHours other = command;
        other.hours = static_cast<std::int32_t>(left);
        ways.push_back(instead(std::move(other)));
    }
    auto const tier = tier_on(asked.ledger.css(), contract, command.on);
    for (auto const higher : { CssTier::priority, CssTier::priority_plus })
        if (tier < higher) ways.push_back(after({ UpgradeTier { { command.contract }, higher, command.on } }, command));
    return ways;
}

// The contracts of the customer that run on that day.
Ways by_another_contract(UseHours const& command, ContractId contract, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    Ways ways;
    for (ContractId const id : contracts_of(css, css.contracts()[contract].customer)) {
        if (!term_of(css.contracts()[id]).contains(command.on)) continue;
        UseHours other = command;
        other.contract = css.contracts()[id].key;
        ways.push_back(instead(std::move(other)));
    }
    return ways;
}

} // namespace

// R189: a term that is sold. R187: one customer a contract.
Ways ways_for(BuyCoverage const& command, Reason reason, Asked const& asked)
{
    if (is_years(reason)) return by_sold_years(command, asked.catalogue.css().years.value);
    return reason == Reason::other_customer ? a_contract_each(command, command.contract, command, asked.ledger)
                                            : Ways {};
}

// What was done under it is taken back, and what followed on it.
Ways ways_for(RemoveCoverage const& command, Reason reason, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    auto const id = css.contract(command.contract);
    if (reason != Reason::has_dependents || !id.exists()) return {};
    auto steps = without_hours_and_upgrades(css, id);
    if (auto const next = successor_of(css, id); next.exists())
        steps.emplace_back(RemoveCoverage { css.contracts()[next].key });
    return { after(std::move(steps), command) };
}

// R193, R194: what expired is reinstated.
Ways ways_for(RenewContract const& command, Reason reason, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    auto const id = css.contract(command.contract);
    if (is_years(reason)) return by_sold_years(command, asked.catalogue.css().years.value);
    if (!id.exists()) return {};
    Contract const& row = css.contracts()[id];
    switch (reason) {
    case Reason::contract_lapsed:
        return { instead(
            ReinstateContract { command.contract, command.renewal, command.years, command.on, command.lines }) };
    case Reason::already_renewed: return after_the_latest(command, css, id);
    case Reason::other_customer:
        return a_contract_each(command, command.renewal,
            { {}, tier_on(css, id, term_of(row).to), term_of(row).to, command.years, {} }, asked.ledger);
    default: return {};
    }
}

// R193: what has not expired is renewed.
Ways ways_for(ReinstateContract const& command, Reason reason, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    auto const id = css.contract(command.contract);
    if (is_years(reason)) return by_sold_years(command, asked.catalogue.css().years.value);
    if (!id.exists()) return {};
    switch (reason) {
    case Reason::contract_not_lapsed:
        return { instead(
            RenewContract { command.contract, command.reinstatement, command.years, command.on, command.lines }) };
    case Reason::already_renewed: return after_the_latest(command, css, id);
    case Reason::other_customer:
        return a_contract_each(command, command.reinstatement,
            { {}, tier_on(css, id, command.on), command.on, command.years, {} }, asked.ledger);
    default: return {};
    }
}

Ways ways_for(UpgradeTier const& command, Reason reason, Asked const& asked)
{
    switch (reason) {
    case Reason::key_taken: return named_once(command);
    case Reason::upgrade_incomplete:
    case Reason::not_an_upgrade:
    case Reason::contract_not_in_force: return all_contracts(command, asked);
    default: return {};
    }
}

// An upgrade of the contract that there was, of the nearest day.
Ways ways_for(WithdrawUpgrade const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::unknown_upgrade) return {};
    auto const& css = asked.ledger.css();
    std::vector<Date> days;
    for (auto const& key : command.contracts)
        if (auto const id = css.contract(key); id.exists())
            for (TierChangeId const change : css.tiers_of(id))
                if (css.tier_changes()[change].standing == Standing::valid)
                    days.push_back(css.tier_changes()[change].from);
    std::ranges::sort(days, {}, [&](Date day) { return std::pair { std::abs((day - command.from).count()), day }; });
    Ways ways;
    for (Date const day : days) ways.push_back(instead(WithdrawUpgrade { command.contracts, day }));
    return ways;
}

Ways ways_for(UseHours const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.css().contract(command.contract);
    if (!id.exists()) return {};
    if (reason == Reason::hours_exceeded) return by_what_is_left(command, id, asked);
    return reason == Reason::contract_not_in_force ? by_another_contract(command, id, asked) : Ways {};
}

} // namespace keyrack::engine
