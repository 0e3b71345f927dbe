#include "engine/css_pricing.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

// Adds up prices, and notes each that is missing, once.
class Sum
{
public:
    explicit Sum(CssTables const& css) : m_css(css) { }

    // The price of that description, where it is set or has been shipped with a value.
    std::optional<std::int64_t> price(CssPrice const& wanted, std::optional<std::int64_t> shipped = {})
    {
        auto const known = m_css.price(wanted);
        if (known.exists() && m_css.prices()[known].amount) return m_css.prices()[known].amount;
        if (!shipped) miss(wanted);
        return shipped;
    }

    void add(std::int64_t cents) { m_cents += cents; }

    [[nodiscard]] Cost take()
    {
        if (!m_missing.empty()) return { {}, std::move(m_missing) };
        return { m_cents, {} };
    }

private:
    void miss(CssPrice const& wanted)
    {
        SetCssPrice set;
        set.price = wanted.kind;
        if (wanted.line.exists()) set.product_line = m_css.lines()[wanted.line].key;
        set.edition = wanted.edition;
        set.pricing = wanted.pricing;
        set.tier = wanted.tier;
        set.years = wanted.years;
        if (std::ranges::find(m_missing, set) == m_missing.end()) m_missing.push_back(std::move(set));
    }

    CssTables const& m_css;
    std::int64_t m_cents = 0;
    std::vector<SetCssPrice> m_missing;
};

CssPrice price_for(Holding const& holding, CssPriceKind kind)
{
    CssPrice price;
    price.kind = kind;
    price.line = holding.line;
    price.edition = holding.edition;
    price.pricing = holding.pricing;
    return price;
}

// The licences that the lines of a contract reach: those acquired last, as many as it covers.
std::vector<Portion> portions_of(CssDay const& of, ContractId contract)
{
    std::vector<Portion> all;
    for (ContractLineId const id : lines_of(of.css(), contract)) {
        ContractLine const& line = of.css().contract_lines()[id];
        auto const some = last_acquired(of, of.css().scope({ line.line, line.org }), line.quantity);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

// Lots that came out of the scope by a transfer and lie without active CSS.
std::vector<Portion> moved_portions(CssDay const& of, ScopeId scope)
{
    std::vector<Portion> portions;
    for (HoldingId const holding : of.css().holdings_in(scope)) {
        for (DepartureId const each : of.css().departures_of(holding)) {
            Departure const& gone = of.css().departures()[each];
            if (gone.standing == Standing::withdrawn || !gone.to.exists() || of.day < gone.on) continue;
            Holding const& there = of.css().holdings()[gone.to];
            auto const on = scope_now(of, of.css().scope({ there.line, there.org }));
            auto const left = held_on(of.css(), gone.to, of.day);
            if (on.held > on.covered && left > 0) portions.push_back({ gone.to, left });
        }
    }
    std::ranges::sort(portions, {}, &Portion::holding);
    return portions;
}

std::vector<Portion> first_of(std::vector<Portion> portions, std::int64_t count)
{
    for (Portion& portion : portions) {
        portion.count = std::min(portion.count, count);
        count -= portion.count;
    }
    std::erase_if(portions, [](Portion const& portion) { return portion.count == 0; });
    return portions;
}

} // namespace

ScopeOnDay scope_now(CssDay const& of, ScopeId scope)
{
    NoWitness none;
    return scope_on(of, scope, none);
}

std::vector<Portion> last_acquired(CssDay const& of, ScopeId scope, std::int64_t count)
{
    std::vector<HoldingId> holdings;
    for (HoldingId const id : of.css().holdings_in(scope)) holdings.push_back(id); // latest recorded first
    std::ranges::stable_sort(
        holdings, std::ranges::greater {}, [&](HoldingId id) { return of.css().holdings()[id].acquired_on; });
    std::vector<Portion> portions;
    for (HoldingId const id : holdings) {
        auto const some = std::min(count, held_on(of.css(), id, of.day));
        if (some <= 0) continue;
        portions.push_back({ id, some });
        count -= some;
    }
    return portions;
}

std::vector<Portion> moved_away(CssDay const& of, ScopeId scope, std::int64_t count)
{
    return first_of(moved_portions(of, scope), count);
}

std::vector<Portion> reached_by_purchase(CssDay const& of, ScopeId scope, std::int64_t count)
{
    auto const on = scope_now(of, scope);
    if (!on.evades()) return last_acquired(of, scope, count);
    // A count below none is asked for too, as long as it has not been refused: it reaches nothing.
    auto const here = std::min(count, std::max<std::int64_t>(0, on.held - on.covered));
    auto const moved = moved_away(of, scope, count - here);
    for (auto const& portion : moved) count -= portion.count;
    auto portions = last_acquired(of, scope, count);
    portions.insert(portions.end(), moved.begin(), moved.end());
    return portions;
}

Cost cost_of_coverage(
    CssDay const& of, std::vector<Portion> const& portions, catalogue::CssTier tier, std::int32_t years)
{
    Sum sum { of.css() };
    for (auto const& [holding, count] : portions) {
        CssPrice wanted = price_for(of.css().holdings()[holding], CssPriceKind::coverage);
        wanted.tier = tier;
        wanted.years = years;
        sum.add(sum.price(wanted).value_or(0) * count);
    }
    return sum.take();
}

Cost cost_of_renewal(CssDay const& of, ContractId contract, std::int32_t years)
{
    return cost_of_coverage(of, portions_of(of, contract), tier_on(of.css(), contract, of.day), years);
}

Cost cost_of_upgrade(CssDay const& of, std::vector<ContractId> const& contracts, catalogue::CssTier tier)
{
    Sum sum { of.css() };
    for (ContractId const contract : contracts) {
        for (auto const& [holding, count] : portions_of(of, contract)) {
            CssPrice wanted = price_for(of.css().holdings()[holding], CssPriceKind::upgrade);
            wanted.tier = tier;
            sum.add(sum.price(wanted).value_or(0) * count);
        }
    }
    return sum.take();
}

// R194: a percentage of the product's recommended price, an amount for the lapsed time, a reminder fee.
Cost cost_of_reinstatement(CssDay const& of, ContractId contract)
{
    Sum sum { of.css() };
    auto const& shipped = of.catalogue.css().reinstatement;
    auto const parameter = [&](CssPriceKind kind, std::optional<std::int64_t> value) {
        CssPrice wanted;
        wanted.kind = kind;
        return sum.price(wanted, value).value_or(0);
    };
    auto const percent = parameter(CssPriceKind::srp_percent, shipped.srp_percent.value);
    sum.add(parameter(CssPriceKind::lapsed_amount, shipped.lapsed_amount_cents.value));
    sum.add(parameter(CssPriceKind::reminder_fee, shipped.reminder_fee_cents.value));
    for (auto const& [holding, count] : portions_of(of, contract)) {
        CssPrice wanted = price_for(of.css().holdings()[holding], CssPriceKind::product);
        wanted.pricing = LicencePricing::standard; // the product's own price, whatever was paid
        sum.add((sum.price(wanted).value_or(0) * count * percent + 50) / 100); // to the nearest cent
    }
    return sum.take();
}

} // namespace keyrack::engine
