#include "engine/css_tables.hpp"

#include "base/verify.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::engine {

namespace {

using Accounts = Table<Account, AccountId>;

template <class Row, class IdOf>
Novelty place(std::vector<Row>& rows, Put<Row, IdOf>&& change)
{
    VERIFY(change.id.row() <= rows.size());
    if (change.id.row() == rows.size()) {
        rows.push_back(std::move(change.row));
        return Novelty::fresh;
    }
    rows[change.id.row()] = std::move(change.row);
    return Novelty::again;
}

// The same for rows that are found by key, which they keep.
template <class Row, class IdOf>
Novelty place(std::vector<Row>& rows, KeyIndex& keys, Put<Row, IdOf>&& change)
{
    if (change.id.row() < rows.size())
        VERIFY(rows[change.id.row()].key == change.row.key);
    else
        keys.insert(hash_of(change.row.key), change.id.row());
    return place(rows, std::move(change));
}

template <class IdOf, class Row>
bool refers(IdOf id, Table<Row, IdOf> const& table)
{
    return id.row() < table.size();
}

template <class IdOf, class Row>
bool may_refer(IdOf id, Table<Row, IdOf> const& table)
{
    return !id.exists() || refers(id, table);
}

template <class IdOf, class Row>
IdOf found(KeyIndex const& keys, Table<Row, IdOf> const& table, std::string_view wanted)
{
    return IdOf::of_row(keys.find(hash_of(wanted), [&](std::uint32_t row) { return table.rows()[row].key == wanted; }));
}

template <class Row>
void take_last_key(std::vector<Row>& rows, KeyIndex& keys)
{
    keys.erase(hash_of(rows.back().key), static_cast<std::uint32_t>(rows.size() - 1));
    rows.pop_back();
}

template <class IdOf, class Row>
IdOf last(Table<Row, IdOf> const& table)
{
    return IdOf::of_row(static_cast<std::uint32_t>(table.size() - 1));
}

} // namespace

void CssTables::put(Put<Org, OrgId>&& change, Accounts const& accounts)
{
    VERIFY(may_refer(change.row.account, accounts));
    place(m_orgs.m_rows, m_org_keys, std::move(change));
}

void CssTables::put(Put<ProductLine, ProductLineId>&& change, Accounts const&)
{
    place(m_lines.m_rows, m_line_keys, std::move(change));
}

void CssTables::put(Put<Holding, HoldingId>&& change, Accounts const&)
{
    VERIFY(
        refers(change.row.line, m_lines) && refers(change.row.org, m_orgs) && may_refer(change.row.from, m_holdings));
    auto const id = change.id;
    Scope const scope { change.row.line, change.row.org };
    if (id.row() < m_holdings.size()) VERIFY(m_holdings[id].line == scope.line && m_holdings[id].org == scope.org);
    if (place(m_holdings.m_rows, m_holding_keys, std::move(change)) == Novelty::fresh)
        m_holdings_in.add(id, add_scope(scope));
}

void CssTables::put(Put<Departure, DepartureId>&& change, Accounts const&)
{
    VERIFY(refers(change.row.holding, m_holdings) && may_refer(change.row.to, m_holdings));
    auto const id = change.id;
    auto const holding = change.row.holding;
    if (place(m_departures.m_rows, std::move(change)) == Novelty::fresh) m_departures_of.add(id, holding);
}

void CssTables::put(Put<Contract, ContractId>&& change, Accounts const& accounts)
{
    VERIFY(may_refer(change.row.customer, accounts) && may_refer(change.row.before, m_contracts));
    auto const id = change.id;
    auto const before = change.row.before;
    if (id.row() < m_contracts.size()) VERIFY(m_contracts[id].before == before);
    if (place(m_contracts.m_rows, m_contract_keys, std::move(change)) == Novelty::fresh && before.exists())
        m_after.add(id, before);
}

void CssTables::put(Put<ContractLine, ContractLineId>&& change, Accounts const&)
{
    VERIFY(
        refers(change.row.contract, m_contracts) && refers(change.row.line, m_lines) && refers(change.row.org, m_orgs));
    auto const id = change.id;
    auto const contract = change.row.contract;
    Scope const scope { change.row.line, change.row.org };
    if (place(m_contract_lines.m_rows, std::move(change)) == Novelty::again) return;
    m_lines_in.add(id, add_scope(scope));
    m_lines_of.add(id, contract);
}

void CssTables::put(Put<TierChange, TierChangeId>&& change, Accounts const&)
{
    VERIFY(refers(change.row.contract, m_contracts));
    auto const id = change.id;
    auto const contract = change.row.contract;
    if (place(m_tier_changes.m_rows, std::move(change)) == Novelty::fresh) m_tiers_of.add(id, contract);
}

void CssTables::put(Put<Version, VersionId>&& change, Accounts const&)
{
    VERIFY(refers(change.row.line, m_lines));
    place(m_versions.m_rows, std::move(change));
}

void CssTables::put(Put<HoursUse, HoursUseId>&& change, Accounts const&)
{
    VERIFY(refers(change.row.contract, m_contracts));
    auto const id = change.id;
    auto const contract = change.row.contract;
    if (place(m_hours.m_rows, m_hours_keys, std::move(change)) == Novelty::fresh) m_hours_of.add(id, contract);
}

void CssTables::put(Put<CssPrice, CssPriceId>&& change, Accounts const&)
{
    VERIFY(may_refer(change.row.line, m_lines));
    place(m_prices.m_rows, std::move(change));
}

void CssTables::take_last(std::type_identity<Put<Org, OrgId>>)
{
    take_last_key(m_orgs.m_rows, m_org_keys);
}

void CssTables::take_last(std::type_identity<Put<ProductLine, ProductLineId>>)
{
    take_last_key(m_lines.m_rows, m_line_keys);
}

void CssTables::take_last(std::type_identity<Put<Holding, HoldingId>>)
{
    auto const id = last(m_holdings);
    auto const in = scope({ m_holdings[id].line, m_holdings[id].org });
    m_holdings_in.take_last(id, in);
    drop_if_empty(in);
    take_last_key(m_holdings.m_rows, m_holding_keys);
}

void CssTables::take_last(std::type_identity<Put<Departure, DepartureId>>)
{
    auto const id = last(m_departures);
    m_departures_of.take_last(id, m_departures[id].holding);
    m_departures.m_rows.pop_back();
}

void CssTables::take_last(std::type_identity<Put<Contract, ContractId>>)
{
    auto const id = last(m_contracts);
    if (m_contracts[id].before.exists()) m_after.take_last(id, m_contracts[id].before);
    take_last_key(m_contracts.m_rows, m_contract_keys);
}

void CssTables::take_last(std::type_identity<Put<ContractLine, ContractLineId>>)
{
    auto const id = last(m_contract_lines);
    ContractLine const& row = m_contract_lines[id];
    auto const in = scope({ row.line, row.org });
    m_lines_of.take_last(id, row.contract);
    m_lines_in.take_last(id, in);
    drop_if_empty(in);
    m_contract_lines.m_rows.pop_back();
}

void CssTables::take_last(std::type_identity<Put<TierChange, TierChangeId>>)
{
    auto const id = last(m_tier_changes);
    m_tiers_of.take_last(id, m_tier_changes[id].contract);
    m_tier_changes.m_rows.pop_back();
}

void CssTables::take_last(std::type_identity<Put<Version, VersionId>>)
{
    m_versions.m_rows.pop_back();
}

void CssTables::take_last(std::type_identity<Put<HoursUse, HoursUseId>>)
{
    auto const id = last(m_hours);
    m_hours_of.take_last(id, m_hours[id].contract);
    take_last_key(m_hours.m_rows, m_hours_keys);
}

void CssTables::take_last(std::type_identity<Put<CssPrice, CssPriceId>>)
{
    m_prices.m_rows.pop_back();
}

void CssTables::drop_if_empty(ScopeId id)
{
    if (m_holdings_in.has(id) || m_lines_in.has(id)) return;
    VERIFY(id.row() + 1 == m_scopes.size());
    m_scope_ids.erase(hash_of(m_scopes.back().line.row(), m_scopes.back().org.row()), id.row());
    m_scopes.pop_back();
}

OrgId CssTables::org(std::string_view key) const
{
    return found(m_org_keys, m_orgs, key);
}

ProductLineId CssTables::line(std::string_view key) const
{
    return found(m_line_keys, m_lines, key);
}

HoldingId CssTables::holding(std::string_view key) const
{
    return found(m_holding_keys, m_holdings, key);
}

ContractId CssTables::contract(std::string_view key) const
{
    return found(m_contract_keys, m_contracts, key);
}

HoursUseId CssTables::hours_use(std::string_view key) const
{
    return found(m_hours_keys, m_hours, key);
}

VersionId CssTables::version(ProductLineId line, std::string_view key) const
{
    auto const& rows = m_versions.rows();
    auto const at = std::ranges::find_if(rows, [&](Version const& row) { return row.line == line && row.key == key; });
    return at == rows.end() ? VersionId::none() : VersionId::of_row(static_cast<std::uint32_t>(at - rows.begin()));
}

CssPriceId CssTables::price(CssPrice const& wanted) const
{
    auto const& rows = m_prices.rows();
    auto const at = std::ranges::find_if(rows, [&](CssPrice row) {
        row.amount = wanted.amount;
        row.entry = wanted.entry;
        return row == wanted;
    });
    return at == rows.end() ? CssPriceId::none() : CssPriceId::of_row(static_cast<std::uint32_t>(at - rows.begin()));
}

ScopeId CssTables::scope(Scope wanted) const
{
    return ScopeId::of_row(m_scope_ids.find(
        hash_of(wanted.line.row(), wanted.org.row()), [&](std::uint32_t row) { return m_scopes[row] == wanted; }));
}

ScopeId CssTables::add_scope(Scope added)
{
    if (auto const known = scope(added); known.exists()) return known;
    auto const id = ScopeId::of_row(static_cast<std::uint32_t>(m_scopes.size()));
    m_scope_ids.insert(hash_of(added.line.row(), added.org.row()), id.row());
    m_scopes.push_back(added);
    return id;
}

bool CssTables::operator==(CssTables const& other) const
{
    return m_orgs == other.m_orgs && m_lines == other.m_lines && m_holdings == other.m_holdings
        && m_departures == other.m_departures && m_contracts == other.m_contracts
        && m_contract_lines == other.m_contract_lines && m_tier_changes == other.m_tier_changes
        && m_versions == other.m_versions && m_hours == other.m_hours && m_prices == other.m_prices;
}

} // namespace keyrack::engine
