#pragma once
// The tables of Customer Success Services within a ledger, and what follows from them: keys, and which rows belong
// together. A scope is a product line under an ORG-ID, the measure of the All-in rule (R179, D13).

#include "engine/chain.hpp"
#include "engine/css_rows.hpp"
#include "engine/key_index.hpp"
#include "engine/table.hpp"

#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace keyrack::engine {

struct Scope
{
    ProductLineId line;
    OrgId org;
    bool operator==(Scope const&) const = default;
};

class CssTables
{
public:
    // `accounts`: what the rows may refer to.
    void put(Put<Org, OrgId>&& change, Table<Account, AccountId> const& accounts);
    void put(Put<ProductLine, ProductLineId>&& change, Table<Account, AccountId> const& accounts);
    void put(Put<Holding, HoldingId>&& change, Table<Account, AccountId> const& accounts);
    void put(Put<Departure, DepartureId>&& change, Table<Account, AccountId> const& accounts);
    void put(Put<Contract, ContractId>&& change, Table<Account, AccountId> const& accounts);
    void put(Put<ContractLine, ContractLineId>&& change, Table<Account, AccountId> const& accounts);
    void put(Put<TierChange, TierChangeId>&& change, Table<Account, AccountId> const& accounts);
    void put(Put<Version, VersionId>&& change, Table<Account, AccountId> const& accounts);
    void put(Put<HoursUse, HoursUseId>&& change, Table<Account, AccountId> const& accounts);
    void put(Put<CssPrice, CssPriceId>&& change, Table<Account, AccountId> const& accounts);

    [[nodiscard]] Table<Org, OrgId> const& orgs() const { return m_orgs; }
    [[nodiscard]] Table<ProductLine, ProductLineId> const& lines() const { return m_lines; }
    [[nodiscard]] Table<Holding, HoldingId> const& holdings() const { return m_holdings; }
    [[nodiscard]] Table<Departure, DepartureId> const& departures() const { return m_departures; }
    [[nodiscard]] Table<Contract, ContractId> const& contracts() const { return m_contracts; }
    [[nodiscard]] Table<ContractLine, ContractLineId> const& contract_lines() const { return m_contract_lines; }
    [[nodiscard]] Table<TierChange, TierChangeId> const& tier_changes() const { return m_tier_changes; }
    [[nodiscard]] Table<Version, VersionId> const& versions() const { return m_versions; }
    [[nodiscard]] Table<HoursUse, HoursUseId> const& hours() const { return m_hours; }
    [[nodiscard]] Table<CssPrice, CssPriceId> const& prices() const { return m_prices; }

    // By key; none() where unknown. Withdrawn rows are found too.
    [[nodiscard]] OrgId org(std::string_view key) const;
    [[nodiscard]] ProductLineId line(std::string_view key) const;
    [[nodiscard]] HoldingId holding(std::string_view key) const;
    [[nodiscard]] ContractId contract(std::string_view key) const;
    [[nodiscard]] HoursUseId hours_use(std::string_view key) const;
    [[nodiscard]] VersionId version(ProductLineId line, std::string_view key) const;
    // The price of that description; `amount` and `entry` are not looked at.
    [[nodiscard]] CssPriceId price(CssPrice const& wanted) const;

    // Scopes in the order in which the rows brought them.
    [[nodiscard]] std::vector<Scope> const& scopes() const { return m_scopes; }
    [[nodiscard]] ScopeId scope(Scope wanted) const; // none() where nothing was ever held or covered there
    // Latest recorded first.
    [[nodiscard]] Links<HoldingId> holdings_in(ScopeId scope) const { return m_holdings_in.of(scope); }
    [[nodiscard]] Links<ContractLineId> lines_in(ScopeId scope) const { return m_lines_in.of(scope); }
    [[nodiscard]] Links<DepartureId> departures_of(HoldingId holding) const { return m_departures_of.of(holding); }
    [[nodiscard]] Links<ContractLineId> lines_of(ContractId contract) const { return m_lines_of.of(contract); }
    [[nodiscard]] Links<TierChangeId> tiers_of(ContractId contract) const { return m_tiers_of.of(contract); }
    [[nodiscard]] Links<HoursUseId> hours_of(ContractId contract) const { return m_hours_of.of(contract); }
    // Contracts that renew or reinstate this one.
    [[nodiscard]] Links<ContractId> after(ContractId contract) const { return m_after.of(contract); }

    // Equal rows; the rest follows from them.
    bool operator==(CssTables const& other) const;

private:
    friend class Ledger;
    // Takes out the last row of a table, and what followed from it.
    void take_last(std::type_identity<Put<Org, OrgId>>);
    void take_last(std::type_identity<Put<ProductLine, ProductLineId>>);
    void take_last(std::type_identity<Put<Holding, HoldingId>>);
    void take_last(std::type_identity<Put<Departure, DepartureId>>);
    void take_last(std::type_identity<Put<Contract, ContractId>>);
    void take_last(std::type_identity<Put<ContractLine, ContractLineId>>);
    void take_last(std::type_identity<Put<TierChange, TierChangeId>>);
    void take_last(std::type_identity<Put<Version, VersionId>>);
    void take_last(std::type_identity<Put<HoursUse, HoursUseId>>);
    void take_last(std::type_identity<Put<CssPrice, CssPriceId>>);
    // A scope that no row is in any more goes: it came with the row that is taken out.
    void drop_if_empty(ScopeId scope);
    // Every table of rows, found by its type.
    [[nodiscard]] auto tables()
    {
        return std::tie(m_orgs, m_lines, m_holdings, m_departures, m_contracts, m_contract_lines, m_tier_changes,
            m_versions, m_hours, m_prices);
    }

    ScopeId add_scope(Scope scope);

    Table<Org, OrgId> m_orgs;
    Table<ProductLine, ProductLineId> m_lines;
    Table<Holding, HoldingId> m_holdings;
    Table<Departure, DepartureId> m_departures;
    Table<Contract, ContractId> m_contracts;
    Table<ContractLine, ContractLineId> m_contract_lines;
    Table<TierChange, TierChangeId> m_tier_changes;
    Table<Version, VersionId> m_versions;
    Table<HoursUse, HoursUseId> m_hours;
    Table<CssPrice, CssPriceId> m_prices;

    KeyIndex m_org_keys, m_line_keys, m_holding_keys, m_contract_keys, m_hours_keys, m_scope_ids;
    std::vector<Scope> m_scopes;
    Chain<ScopeId, HoldingId> m_holdings_in;
    Chain<ScopeId, ContractLineId> m_lines_in;
    Chain<HoldingId, DepartureId> m_departures_of;
    Chain<ContractId, ContractLineId> m_lines_of;
    Chain<ContractId, TierChangeId> m_tiers_of;
    Chain<ContractId, HoursUseId> m_hours_of;
    Chain<ContractId, ContractId> m_after;
};

} // namespace keyrack::engine
