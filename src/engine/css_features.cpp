#include "engine/css_features.hpp"

#include "engine/css_contract_rules.hpp"
#include "engine/ticket_words.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using catalogue::Benefit;
using catalogue::Measure;

// The document has the two promises behind R149; the others are the catalogue's rows.
constexpr Benefit before_promises = Benefit::unlimited_support;
constexpr std::array promises { Measure::response, Measure::restoration };
constexpr std::int32_t promised_severity = 1;

catalogue::SupportTarget const* promise_of(CssDay const& of, Measure measure, catalogue::CssTier tier)
{
    constexpr std::array tiers { catalogue::Tier::select, catalogue::Tier::priority, catalogue::Tier::priority_plus };
    return of.catalogue.support().target(
        catalogue::Desk::customer_success, measure, promised_severity, tiers[static_cast<std::size_t>(tier)]);
}

std::vector<TierFeature> all_features()
{
    std::vector<TierFeature> features;
    for (std::size_t at = 0; at <= static_cast<std::size_t>(catalogue::last_benefit); ++at) {
        auto const benefit = static_cast<Benefit>(at);
        features.emplace_back(benefit);
        if (benefit == before_promises) features.insert(features.end(), promises.begin(), promises.end());
    }
    return features;
}

// R150, R151: the tier promises it.
template <Witness W>
bool css_tier_promises(CssDay const& of, Measure measure, TierOnDay const& on, W& witness)
{
    auto const* const target = on.contracts > 0 ? promise_of(of, measure, on.lowest) : nullptr;
    return witness.demand(Rule::css_tier_gives, target != nullptr, [&](auto& proof) {
        proof.fact("benefit", std::string { code(TierFeature { measure }) });
        if (on.contracts > 0) proof.fact("tier", std::string { code(on.lowest) });
        if (target) proof.parameter("limit_minutes", target->limit_minutes, target->origin);
    });
}

template <Witness W>
bool gives(CssDay const& of, AccountId customer, TierFeature const& feature, TierOnDay const& tier, W& witness)
{
    if (auto const* const measure = std::get_if<Measure>(&feature))
        return css_tier_promises(of, *measure, tier, witness);
    return css_benefit_given(of, customer, std::get<Benefit>(feature), tier, witness);
}

std::int64_t value_at(CssDay const& of, TierFeature const& feature, catalogue::CssTier tier)
{
    if (auto const* const benefit = std::get_if<Benefit>(&feature)) return of.catalogue.css().row(*benefit).at(tier);
    auto const* const target = promise_of(of, std::get<Measure>(feature), tier);
    return target ? target->limit_minutes : 0;
}

FeatureOnDay feature_on(CssDay const& of, AccountId customer, TierFeature const& feature, TierOnDay const& tier)
{
    NoWitness none;
    auto const* const benefit = std::get_if<Benefit>(&feature);
    FeatureOnDay on { .feature = feature,
        .pillar = benefit ? of.catalogue.css().row(*benefit).pillar : catalogue::Pillar::technical_support };
    for (auto const each : catalogue::all_tiers)
        on.by_tier[static_cast<std::size_t>(each)] = value_at(of, feature, each);
    on.given = gives(of, customer, feature, tier, none);
    return on;
}

std::vector<ScopeId> scopes_of(CssDay const& of, OrgId org)
{
    std::vector<ScopeId> scopes;
    for (std::uint32_t row = 0; row < of.css().scopes().size(); ++row)
        if (of.css().scopes()[row].org == org) scopes.push_back(ScopeId::of_row(row));
    return scopes;
}

} // namespace

std::string_view code(TierFeature const& feature)
{
    if (auto const* const benefit = std::get_if<Benefit>(&feature)) return catalogue::code(*benefit);
    return code(std::get<Measure>(feature));
}

std::optional<TierFeature> tier_feature(std::string_view wanted)
{
    for (auto const& each : all_features())
        if (code(each) == wanted) return each;
    return {};
}

FeatureTable feature_table(Ledger const& ledger, catalogue::Catalogue const& catalogue, OrgId org, Date as_of)
{
    CssDay const of { ledger, catalogue, as_of };
    NoWitness none;
    auto const customer = customer_of(ledger, org);
    FeatureTable table { .tier = tier_of_customer(of, customer, none), .served = {}, .suspended = {}, .rows = {} };
    for (auto const scope : scopes_of(of, org)) {
        auto const on = scope_on(of, scope, none);
        if (on.covered > 0) (on.served() ? table.served : table.suspended).push_back(scope);
    }
    for (auto const& feature : all_features()) table.rows.push_back(feature_on(of, customer, feature, table.tier));
    return table;
}

FeatureVerdict feature_verdict(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrgId org, TierFeature const& feature, Date as_of)
{
    CssDay const of { ledger, catalogue, as_of };
    ProofWitness witness;
    auto const customer = customer_of(ledger, org);
    auto const tier = tier_of_customer(of, customer, witness);
    bool const served = css_tier_served(of, customer, tier, witness);
    bool const given = gives(of, customer, feature, tier, witness) && served;
    bool some_scope = false;
    for (auto const scope : scopes_of(of, org)) some_scope = scope_on(of, scope, witness).served() || some_scope;
    return { given && some_scope ? Holds::yes : Holds::no, witness.take() };
}

} // namespace keyrack::engine
