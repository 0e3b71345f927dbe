// Customer Success Services, told again (R23, R24, R158, R179–R194).

#include "engine/retelling_parts.hpp"
#include "engine/timing.hpp"

#include <algorithm>
#include <set>

namespace keyrack::engine {

namespace {

void tell_orgs_and_lines(Telling& telling)
{
    auto const& css = telling.ledger.css();
    each_standing(css.orgs(), [&](OrgId, Org const& row) {
        telling.tell(AddOrgId {
            row.key, row.name, standing_key(telling.ledger.accounts(), row.account, &Account::key), row.region });
    });
    each_standing(css.lines(),
        [&](ProductLineId, ProductLine const& row) { telling.tell(AddProductLine { row.key, row.name, row.kind }); });
}

// A lot that came by a transfer is told as the transfer; where it came from was recorded before it.
void tell_holdings(Telling& telling)
{
    auto const& css = telling.ledger.css();
    each_standing(css.holdings(), [&](HoldingId id, Holding const& row) {
        auto const& org = css.orgs()[row.org].key;
        auto const at = begun_at(telling.ledger, id);
        if (row.from.exists())
            telling.tell(
                TransferLicences { css.holdings()[row.from].key, org, row.key, row.count, row.acquired_on, at });
        else
            telling.tell(AddSoftwareLicences {
                row.key, css.lines()[row.line].key, org, row.edition, row.pricing, row.count, row.acquired_on, at });
    });
    each_standing(css.departures(), [&](DepartureId id, Departure const& row) {
        if (row.kind == DepartureKind::retired)
            telling.tell(
                RetireLicences { css.holdings()[row.holding].key, row.count, row.on, begun_at(telling.ledger, id) });
    });
}

// A contract that renews another has the tier which that one had on the day. What was recorded of it after the renewal came
// too late for it, so its changes of tier are told before the renewal only as far as they explain it.
class Contracts
{
public:
    explicit Contracts(Telling& telling) : m_telling(telling), m_css(telling.ledger.css()) { }

    void tell()
    {
        each_standing(m_css.contracts(), [&](ContractId id, Contract const& row) { tell(id, row); });
        each_standing(m_css.tier_changes(), [&](TierChangeId id, TierChange const&) { tell_once(id); });
    }

private:
    void tell(ContractId id, Contract const& row)
    {
        auto const lines = lines_of(id);
        auto const& before = row.before.exists() ? m_css.contracts()[row.before].key : row.key;
        auto const at = begun_at(m_telling.ledger, id);
        if (row.before.exists()) explain(row);
        switch (row.origin) {
        case ContractOrigin::bought:
            return m_telling.tell(BuyCoverage { row.key, row.tier, row.start, row.years, lines, at });
        case ContractOrigin::renewed:
            return m_telling.tell(RenewContract { before, row.key, row.years, row.start, lines });
        case ContractOrigin::reinstated:
            return m_telling.tell(ReinstateContract { before, row.key, row.years, row.start, lines, at });
        }
    }

    void explain(Contract const& row)
    {
        auto tier = m_css.contracts()[row.before].tier;
        each_standing(m_css.tier_changes(), [&](TierChangeId id, TierChange const& change) {
            if (change.contract != row.before || tier >= row.tier) return;
            tell_once(id);
            if (change.from <= row.start) tier = std::max(tier, change.tier);
        });
    }

    void tell_once(TierChangeId id)
    {
        TierChange const& row = m_css.tier_changes()[id];
        if (m_told.insert(id).second)
            m_telling.tell(UpgradeTier {
                { m_css.contracts()[row.contract].key }, row.tier, row.from, begun_at(m_telling.ledger, id) });
    }

    [[nodiscard]] std::vector<CoverageLine> lines_of(ContractId id) const
    {
        std::vector<CoverageLine> lines;
        for (ContractLineId const each : m_css.lines_of(id)) {
            ContractLine const& row = m_css.contract_lines()[each];
            if (row.standing != Standing::valid) continue;
            lines.push_back(
                { m_css.lines()[row.line].key, m_css.orgs()[row.org].key, row.quantity, row.annual_dollars });
        }
        std::ranges::reverse(lines); // the chain has the latest first
        return lines;
    }

    Telling& m_telling;
    CssTables const& m_css;
    std::set<TierChangeId> m_told;
};

void tell_hours(Telling& telling)
{
    auto const& css = telling.ledger.css();
    each_standing(css.hours(), [&](HoursUseId, HoursUse const& row) {
        telling.tell(UseHours { css.contracts()[row.contract].key, row.key, row.hours, row.on, row.event });
    });
}

void tell_versions(Telling& telling)
{
    auto const& css = telling.ledger.css();
    for (Version const& row : css.versions().rows()) {
        auto const line = standing_key(css.lines(), row.line, &ProductLine::key);
        Lifecycle const dates { row.normal_from, row.extended_from, row.end_of_life };
        if (!line.empty() && dates != Lifecycle {}) telling.tell(SetLifecycle { line, row.key, {}, dates });
    }
}

void tell_prices(Telling& telling)
{
    auto const& css = telling.ledger.css();
    for (CssPrice const& row : css.prices().rows()) {
        auto const line = standing_key(css.lines(), row.line, &ProductLine::key);
        bool const of_nothing = row.line.exists() && line.empty();
        if (!row.amount || of_nothing) continue;
        telling.tell(SetCssPrice { row.kind, line, row.edition, row.pricing, row.tier, row.years, {}, row.amount });
    }
}

} // namespace

void tell_css(Telling& telling)
{
    tell_orgs_and_lines(telling);
    tell_holdings(telling);
    Contracts { telling }.tell();
    tell_hours(telling);
    tell_versions(telling);
    tell_prices(telling);
}

} // namespace keyrack::engine
