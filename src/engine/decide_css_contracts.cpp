// Contracts of Customer Success Services: bought, upgraded, renewed, reinstated, their hours used (R158, R186, R189, R193).

#include "engine/css_verdict.hpp"
#include "engine/draft.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

void check_years(std::int32_t years, Draft& draft)
{
    if (years < 1) return draft.object(Reason::bad_years, { { "years", std::int64_t { years } } });
    auto const& css = draft.catalogue.css();
    if (!css.sells(years))
        draft.object(Reason::years_not_sold, { { "programme", css.name }, { "years", std::int64_t { years } } });
}

// R187: a contract covers ORG-IDs of one customer.
AccountId customer_of_lines(std::string const& key, std::vector<CoverageLine> const& lines, Draft& draft)
{
    std::optional<AccountId> customer;
    for (CoverageLine const& line : lines) {
        auto const org = draft.ledger.css().org(line.org);
        if (!stands(draft.ledger.css().orgs(), org)) continue; // told where the line is put
        auto const own = customer_of(draft.ledger, org);
        if (customer && *customer != own)
            draft.object(Reason::other_customer, { { "contract", key }, naming(draft.ledger, org) });
        if (!customer) customer = own;
    }
    return customer.value_or(AccountId::none());
}

void put_lines(ContractId contract, std::vector<CoverageLine> const& lines, Draft& draft)
{
    auto next = draft.ledger.css().contract_lines().next();
    if (lines.empty()) draft.object(Reason::bad_quantity, { { "quantity", std::int64_t { 0 } } });
    for (CoverageLine const& line : lines) {
        if (line.quantity < 1 || line.quantity > largest_quantity)
            draft.object(Reason::bad_quantity, { { "quantity", std::int64_t { line.quantity } } });
        if (line.annual_dollars && *line.annual_dollars < 0)
            draft.object(Reason::bad_amount, { { "amount", *line.annual_dollars } });
        ContractLine row;
        row.contract = contract;
        row.line = draft.product_line(line.product_line);
        row.org = draft.org(line.org);
        row.quantity = line.quantity;
        row.annual_dollars = line.annual_dollars;
        row.entry = draft.entry;
        draft.put(next, std::move(row));
        next = ContractLineId::of_row(next.row() + 1);
    }
}

void put_contract(Contract row, std::vector<CoverageLine> const& lines, std::optional<Instant> at, Draft& draft)
{
    auto const& contracts = draft.ledger.css().contracts();
    draft.check_name(row.key);
    check_years(row.years, draft);
    auto const known = draft.ledger.css().contract(row.key);
    if (known.exists() && (stands(contracts, known) || contracts[known].before != row.before))
        draft.object(Reason::key_taken, { { "key", row.key, known, contracts[known].entry } });
    row.customer = customer_of_lines(row.key, lines, draft);
    row.entry = draft.entry;
    auto const id = row_for(contracts, known);
    auto const start = row.start;
    draft.put(id, std::move(row));
    draft.time(Timed::contract_begun, id, start, at);
    put_lines(id, lines, draft);
}

std::vector<CoverageLine> as_before(CssTables const& css, ContractId contract)
{
    std::vector<CoverageLine> lines;
    for (ContractLineId const id : lines_of(css, contract)) {
        ContractLine const& row = css.contract_lines()[id];
        lines.push_back({ css.lines()[row.line].key, css.orgs()[row.org].key, row.quantity, row.annual_dollars });
    }
    return lines;
}

// The next term of a contract, in force or expired.
Contract next_term(ContractId before, std::string const& key, std::int32_t years, Date start, Draft& draft)
{
    auto const& css = draft.ledger.css();
    if (auto const known = successor_of(css, before); known.exists())
        draft.object(
            Reason::already_renewed, { naming(draft.ledger, before), { "renewal", css.contracts()[known].key } });
    Contract row;
    row.key = key;
    row.tier = tier_on(css, before, start);
    row.start = start;
    row.years = years;
    row.before = before;
    return row;
}

std::int64_t valid_uses(CssTables const& css, ContractId contract)
{
    return std::ranges::count_if(css.hours().rows(),
        [&](HoursUse const& use) { return use.contract == contract && use.standing == Standing::valid; });
}

std::int64_t valid_changes(CssTables const& css, ContractId contract)
{
    return std::ranges::count_if(css.tier_changes().rows(),
        [&](TierChange const& change) { return change.contract == contract && change.standing == Standing::valid; });
}

// R186: whoever upgrades upgrades all; what is in force that day and not named must have the tier already.
void check_upgrades_all(std::vector<ContractId> const& named, UpgradeTier const& command, Draft& draft)
{
    auto const& css = draft.ledger.css();
    for (ContractId const id : contracts_of(css, css.contracts()[named.front()].customer)) {
        bool const in_force = term_of(css.contracts()[id]).contains(command.from);
        bool const named_too = std::ranges::find(named, id) != named.end();
        if (in_force && !named_too && tier_on(css, id, command.from) < command.tier)
            draft.object(Reason::upgrade_incomplete,
                { naming(draft.ledger, id), { "tier", std::string { code(command.tier) } } });
    }
}

void check_upgrade(ContractId id, UpgradeTier const& command, Draft& draft)
{
    auto const& css = draft.ledger.css();
    if (!term_of(css.contracts()[id]).contains(command.from))
        draft.object(Reason::contract_not_in_force, { naming(draft.ledger, id), { "day", command.from } });
    if (tier_on(css, id, command.from) >= command.tier)
        draft.object(
            Reason::not_an_upgrade, { naming(draft.ledger, id), { "tier", std::string { code(command.tier) } } });
}

} // namespace

void decide_on(BuyCoverage const& command, Draft& draft)
{
    Contract row;
    row.key = command.contract;
    row.tier = command.tier;
    row.start = command.start;
    row.years = command.years;
    put_contract(std::move(row), command.lines, command.at, draft);
}

void decide_on(RemoveCoverage const& command, Draft& draft)
{
    auto const id = draft.contract(command.contract);
    if (!id.exists()) return;
    auto const& css = draft.ledger.css();
    draft.check_none(command.contract, "hours", valid_uses(css, id));
    draft.check_none(command.contract, "upgrades", valid_changes(css, id));
    draft.check_none(command.contract, "renewals", successor_of(css, id).exists() ? 1 : 0);
    Contract row = css.contracts()[id];
    row.standing = Standing::withdrawn;
    draft.put(id, std::move(row));
    for (ContractLineId const line : lines_of(css, id)) {
        ContractLine gone = css.contract_lines()[line];
        gone.standing = Standing::withdrawn;
        draft.put(line, std::move(gone));
    }
}

void decide_on(UpgradeTier const& command, Draft& draft)
{
    auto next = draft.ledger.css().tier_changes().next();
    std::vector<ContractId> named;
    for (auto const& key : command.contracts) {
        auto const id = draft.contract(key);
        if (!id.exists()) continue;
        if (std::ranges::find(named, id) != named.end()) {
            draft.object(Reason::key_taken, { { "key", key } });
            continue;
        }
        named.push_back(id);
        check_upgrade(id, command, draft);
        draft.put(next, TierChange { id, command.tier, command.from, Standing::valid, draft.entry });
        draft.time(Timed::tier_raised, next, command.from, command.at);
        next = TierChangeId::of_row(next.row() + 1);
    }
    if (command.contracts.empty()) draft.object(Reason::unknown_contract, { { "contract", std::string {} } });
    if (!named.empty()) check_upgrades_all(named, command, draft);
}

void decide_on(WithdrawUpgrade const& command, Draft& draft)
{
    auto const& css = draft.ledger.css();
    for (auto const& key : command.contracts) {
        auto const id = draft.contract(key);
        if (!id.exists()) continue;
        auto const& rows = css.tier_changes().rows();
        auto const at = std::ranges::find_if(rows, [&](TierChange const& row) {
            return row.standing == Standing::valid && row.contract == id && row.from == command.from;
        });
        if (at == rows.end()) {
            draft.object(Reason::unknown_upgrade, { { "contract", key }, { "from", command.from } });
            continue;
        }
        TierChange gone = *at;
        gone.standing = Standing::withdrawn;
        draft.put(TierChangeId::of_row(static_cast<std::uint32_t>(at - rows.begin())), gone);
    }
}

void decide_on(RenewContract const& command, Draft& draft)
{
    auto const id = draft.contract(command.contract);
    if (!id.exists()) return;
    auto const& css = draft.ledger.css();
    Date const end = term_of(css.contracts()[id]).to;
    if (end < command.on)
        draft.object(Reason::contract_lapsed, { naming(draft.ledger, id), { "end", end }, { "day", command.on } });
    auto row = next_term(id, command.renewal, command.years, end, draft);
    row.origin = ContractOrigin::renewed;
    put_contract(std::move(row), command.lines.empty() ? as_before(css, id) : command.lines, {}, draft);
}

void decide_on(ReinstateContract const& command, Draft& draft)
{
    auto const id = draft.contract(command.contract);
    if (!id.exists()) return;
    auto const& css = draft.ledger.css();
    Date const end = term_of(css.contracts()[id]).to;
    if (command.on <= end)
        draft.object(Reason::contract_not_lapsed, { naming(draft.ledger, id), { "end", end }, { "day", command.on } });
    auto row = next_term(id, command.reinstatement, command.years, command.on, draft);
    row.origin = ContractOrigin::reinstated;
    put_contract(std::move(row), command.lines.empty() ? as_before(css, id) : command.lines, command.at, draft);
}

void decide_on(UseHours const& command, Draft& draft)
{
    auto const& css = draft.ledger.css();
    draft.check_name(command.use);
    auto const known = css.hours_use(command.use);
    auto const id = draft.contract(command.contract);
    if (known.exists() && (stands(css.hours(), known) || css.hours()[known].contract != id))
        draft.object(Reason::key_taken, { { "key", command.use } });
    if (command.hours < 1) draft.object(Reason::bad_quantity, { { "quantity", std::int64_t { command.hours } } });
    if (!id.exists()) return;
    auto const pool = hours_of(draft.ledger, draft.catalogue, id, command.on);
    if (!pool.in_force)
        draft.object(Reason::contract_not_in_force, { naming(draft.ledger, id), { "day", command.on } });
    if (pool.left < command.hours)
        draft.object(Reason::hours_exceeded,
            { naming(draft.ledger, id), { "hours", std::int64_t { command.hours } }, { "left", pool.left } });
    HoursUse row { command.use, id, command.hours, command.on, command.event, Standing::valid, draft.entry };
    draft.put(row_for(css.hours(), known), std::move(row));
}

void decide_on(WithdrawHours const& command, Draft& draft)
{
    auto const& css = draft.ledger.css();
    auto const id = css.hours_use(command.use);
    if (!stands(css.hours(), id)) return draft.object(Reason::unknown_hours, { { "use", command.use } });
    HoursUse row = css.hours()[id];
    row.standing = Standing::withdrawn;
    draft.put(id, std::move(row));
}

} // namespace keyrack::engine
