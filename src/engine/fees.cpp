#include "engine/fees.hpp"

#include "engine/css_pricing.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <variant>

namespace keyrack::engine {

namespace {

template <class Thing>
void add_once(std::vector<Thing>& things, Thing thing)
{
    if (std::ranges::find(things, thing) == things.end()) things.push_back(std::move(thing));
}

struct Bill
{
    Ledger const& ledger;
    catalogue::Catalogue const& catalogue;
    Fees& fees;

    [[nodiscard]] CssTables const& css() const { return ledger.css(); }
    [[nodiscard]] CssDay on(Date day) const { return { ledger, catalogue, day }; }

    void add(Cost cost) const
    {
        fees.cents += cost.cents.value_or(0);
        for (SetCssPrice& each : cost.missing) add_once(fees.missing, std::move(each));
    }

    void add_unpriced(std::string const& programme) const
    {
        if (auto const id = catalogue.find(programme); id.exists()) add_once(fees.without_price, id);
    }

    using Reach = std::vector<Portion>(CssDay const&, ScopeId, std::int64_t);

    // The licences that such lines reach.
    [[nodiscard]] std::vector<Portion> portions(std::span<CoverageLine const> lines, Date day, Reach& reach) const
    {
        std::vector<Portion> all;
        for (CoverageLine const& line : lines) {
            auto const scope = css().scope({ css().line(line.product_line), css().org(line.org) });
            if (!scope.exists()) continue;
            auto const some = reach(on(day), scope, line.quantity);
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }

    template <class Kind>
    void operator()(Kind const&) const // costs nothing
    { }

    void operator()(PlaceOrder const& command) const { add_unpriced(command.programme); }

    void operator()(ProcessServiceOrder const& command) const
    {
        if (auto const id = ledger.service_order(command.order); id.exists())
            add_unpriced(ledger.service_orders()[id].programme);
    }

    void operator()(BuyCoverage const& command) const
    {
        auto const reached = portions(command.lines, command.start, reached_by_purchase);
        add(cost_of_coverage(on(command.start), reached, command.tier, command.years));
    }

    void operator()(RenewContract const& command) const
    {
        auto const id = css().contract(command.contract);
        if (!id.exists()) return;
        if (command.lines.empty()) return add(cost_of_renewal(on(command.on), id, command.years));
        auto const reached = portions(command.lines, command.on, last_acquired);
        add(cost_of_coverage(on(command.on), reached, tier_on(css(), id, command.on), command.years));
    }

    void operator()(ReinstateContract const& command) const
    {
        if (auto const id = css().contract(command.contract); id.exists())
            add(cost_of_reinstatement(on(command.on), id));
    }

    void operator()(UpgradeTier const& command) const
    {
        std::vector<ContractId> contracts;
        for (std::string const& key : command.contracts)
            if (auto const id = css().contract(key); id.exists()) contracts.push_back(id);
        add(cost_of_upgrade(on(command.from), contracts, command.tier));
    }
};

} // namespace

void add_fees(Ledger const& ledger, catalogue::Catalogue const& catalogue, Command const& command, Fees& fees)
{
    std::visit(Bill { ledger, catalogue, fees }, command);
}

} // namespace keyrack::engine
