#include "portal/compliance_model.hpp"

#include "engine/css.hpp"
#include "portal/proof_model.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace keyrack::portal {

namespace {

std::string remedy_text(Scene const& scene, engine::Remedy const& remedy)
{
    return scene.words.plural("remedy." + std::string { engine::code(remedy.kind) }, engine::licences_of(remedy));
}

ActionLine remedy_line(Scene const& scene, engine::Breach const& breach, engine::Remedy const& remedy,
    std::size_t of_breach, std::size_t at)
{
    bool const retires = remedy.kind == engine::RemedyKind::retire;
    auto const name = std::to_string(of_breach) + '.' + std::to_string(at);
    return { .key = name,
        .subject = retires ? Subject::spare : Subject::order,
        .tone = Tone::neutral,
        .text = remedy_text(scene, remedy),
        .second = joined({ cost_text(scene.words, remedy.cost),
            retires ? std::string { scene.words("remedy.for_good") } : std::string {} }),
        .chip = at == 0 && remedy.cost.cents ? Chip { Tone::covered, std::string { scene.words("remedy.cheapest") } }
                                             : Chip {},
        .action = std::string { scene.words("remedy." + std::string { engine::code(remedy.kind) } + "_action") },
        .run = "remedy:" + name,
        .about = breach_text(scene, breach) };
}

BreachCard card_of(Scene const& scene, engine::Breach const& breach, std::size_t place)
{
    auto const& ledger = scene.ledger();
    auto const& catalogue = scene.catalogue();
    auto const proof = engine::proof_of(ledger, catalogue, breach, scene.day());
    auto const owed = engine::owed(ledger, catalogue, breach, scene.day());
    BreachCard card { .title = breach_text(scene, breach),
        .second = scene.words("compliance.owed", { { "cost", cost_text(scene.words, owed) } }),
        .remedies = {},
        .story = proof_steps(scene, proof),
        .sources = proof_sources(scene, proof) };
    auto const remedies = engine::remedies(ledger, catalogue, breach, scene.day());
    for (std::size_t at = 0; at < remedies.size(); ++at)
        card.remedies.push_back(remedy_line(scene, breach, remedies[at], place, at));
    return card;
}

ActionLine org_line(Scene const& scene, ComplianceRoute const& route, OrgId id)
{
    auto const& words = scene.words;
    auto const& org = scene.ledger().css().orgs()[id];
    ActionLine line { .key = org.key,
        .subject = Subject::partner,
        .text = org.name.empty() ? org.key : org.name,
        .open = scene.link(ComplianceRoute { .org = org.key }),
        .selected = route.org == org.key };
    auto const answer =
        engine::verdict(scene.ledger(), scene.catalogue(), engine::OrgQuestion { org.key }, scene.day());
    if (!answer) return line;
    auto const& verdict = std::get<engine::OrgAnswer>(*answer);
    auto const whole = std::ranges::count_if(verdict.scopes, [](auto const& scope) { return scope.on.served(); });
    auto const all = std::ssize(verdict.scopes);
    line.second = joined({ org.key,
        words("compliance.all_in_of", { { "part", words.number(whole) }, { "whole", words.number(all) } }) });
    line.chip = org_chip(words, verdict);
    return line;
}

Tone tone_of(engine::ContractState state)
{
    switch (state) {
    case engine::ContractState::active:
    case engine::ContractState::reinstated: return Tone::covered;
    case engine::ContractState::not_started: return Tone::planned;
    case engine::ContractState::lapsed: return Tone::missing;
    case engine::ContractState::renewed:
    case engine::ContractState::renewed_late: break;
    }
    return Tone::neutral;
}

ActionLine contract_line(Scene const& scene, ComplianceRoute const& route, ContractId id)
{
    auto const& words = scene.words;
    auto const& contract = scene.ledger().css().contracts()[id];
    auto const status = engine::status_of(scene.ledger(), scene.catalogue(), id, scene.day());
    auto const left = (status.term.to - scene.day()).count();
    bool const ending = status.state == engine::ContractState::active && left <= ending_within.count();
    return { .key = contract.key,
        .subject = Subject::contract,
        .tone = Tone::neutral,
        .text = contract.key,
        .second = joined({ tier_text(words, status.tier),
            words("renewals.term",
                { { "from", words.short_date(status.term.from) }, { "to", words.short_date(status.term.to) } }) }),
        .chip = ending ? Chip { Tone::ending, words.plural("cover.ending", left) }
                       : Chip { tone_of(status.state),
                             std::string { words("contract." + std::string { engine::code(status.state) }) } },
        .open = scene.link(ComplianceRoute { .contract = contract.key }),
        .selected = route.contract == contract.key };
}

std::optional<RemedySteps> remedy_at(Scene const& scene, std::size_t of_breach, std::size_t at)
{
    auto const breaches = scene.views.breaches(scene.session, scene.day());
    if (of_breach >= breaches->size()) return {};
    auto remedies = engine::remedies(scene.ledger(), scene.catalogue(), (*breaches)[of_breach], scene.day());
    if (at >= remedies.size()) return {};
    bool const retires = std::ranges::any_of(
        remedies[at].steps, [](auto const& step) { return std::holds_alternative<engine::RetireLicences>(step); });
    return RemedySteps { std::move(remedies[at].steps), retires };
}

// R186: from the tier that is served to the next one, all contracts in force that are below it.
std::optional<RemedySteps> raise_of(Scene const& scene, std::string_view org)
{
    auto const& css = scene.ledger().css();
    auto const id = css.org(org);
    if (!id.exists()) return {};
    std::vector<std::pair<catalogue::CssTier, ContractId>> in_force;
    for (auto const contract : engine::contracts_of(css, engine::customer_of(scene.ledger(), id)))
        if (engine::term_of(css.contracts()[contract]).contains(scene.day()))
            in_force.emplace_back(engine::tier_on(css, contract, scene.day()), contract);
    if (in_force.empty()) return {};
    auto const lowest = std::ranges::min(in_force).first;
    if (lowest == catalogue::CssTier::priority_plus) return {};
    engine::UpgradeTier raised { .contracts = {},
        .tier = static_cast<catalogue::CssTier>(static_cast<int>(lowest) + 1),
        .from = scene.day(),
        .at = {} };
    for (auto const& [tier, contract] : in_force)
        if (tier < raised.tier) raised.contracts.push_back(css.contracts()[contract].key);
    return RemedySteps { { std::move(raised) } };
}

} // namespace

ComplianceModel compliance_model(Scene const& scene, ComplianceRoute const& route)
{
    auto const& css = scene.ledger().css();
    ComplianceModel model;
    auto const breaches = scene.views.breaches(scene.session, scene.day());
    for (std::size_t at = 0; at < breaches->size(); ++at) model.breaches.push_back(card_of(scene, (*breaches)[at], at));
    for (std::uint32_t row = 0; row < css.orgs().size(); ++row)
        if (css.orgs().rows()[row].standing == engine::Standing::valid)
            model.orgs.push_back(org_line(scene, route, OrgId::of_row(row)));
    for (std::uint32_t row = 0; row < css.contracts().size(); ++row)
        if (css.contracts().rows()[row].standing == engine::Standing::valid)
            model.contracts.push_back(contract_line(scene, route, ContractId::of_row(row)));
    if (!model.orgs.empty())
        model.second = joined({ scene.words.plural("compliance.orgs", std::ssize(model.orgs)),
            breaches->empty() ? std::string { scene.words("compliance.no_breach") }
                              : scene.words.plural("compliance.breaches", std::ssize(*breaches)) });
    model.detail = compliance_detail(scene, route);
    return model;
}

std::optional<RemedySteps> remedy_of(Scene const& scene, std::string_view action)
{
    constexpr std::string_view remedy = "remedy:", contract = "contract:", raise = "raise:";
    if (action.starts_with(raise)) return raise_of(scene, action.substr(raise.size()));
    if (action.starts_with(contract)) {
        auto const answer = engine::verdict(scene.ledger(), scene.catalogue(),
            engine::ContractQuestion { std::string { action.substr(contract.size()) } }, scene.day());
        if (!answer) return {};
        auto const& steps = std::get<engine::ContractAnswer>(*answer).steps;
        if (steps.empty()) return {}; // it has been renewed since
        return RemedySteps { steps };
    }
    if (!action.starts_with(remedy)) return {};
    auto const text = action.substr(remedy.size());
    auto const end = text.data() + text.size();
    std::size_t of_breach = 0, at = 0;
    auto const read = std::from_chars(text.data(), end, of_breach);
    if (read.ptr == end || *read.ptr != '.' || std::from_chars(read.ptr + 1, end, at).ptr != end) return {};
    return remedy_at(scene, of_breach, at);
}

std::string breach_text(Scene const& scene, engine::Breach const& breach)
{
    auto const& css = scene.ledger().css();
    std::string name;
    if (breach.scope.exists()) {
        auto const& scope = css.scopes()[breach.scope.row()];
        name = css.lines()[scope.line].name + " (" + css.orgs()[scope.org].key + ')';
    }
    if (breach.contract.exists()) name = css.contracts()[breach.contract].key;
    return scene.words.plural(
        "breach." + std::string { engine::code(breach.kind) }, breach.licences, { { "name", name } });
}

std::string cost_text(Words const& words, engine::Cost const& cost)
{
    if (!cost.cents) return words.plural("compliance.price_missing", std::ssize(cost.missing));
    if (*cost.cents == 0) return std::string { words("compliance.costs_nothing") };
    return money_text(words, *cost.cents);
}

std::string money_text(Words const& words, std::int64_t cents)
{
    auto const rest = cents % 100;
    auto amount = words.number(cents / 100);
    if (rest != 0) amount.append(words("number.decimal")).append(std::to_string(rest / 10) + std::to_string(rest % 10));
    return words("number.money", { { "amount", std::move(amount) } });
}

std::string tier_text(Words const& words, catalogue::CssTier tier)
{
    return std::string { words("css_tier." + std::string { engine::code(tier) }) };
}

Chip org_chip(Words const& words, engine::OrgAnswer const& answer)
{
    if (answer.tiers.on.contracts == 0) return { Tone::neutral, std::string { words("compliance.no_tier") } };
    if (!std::ranges::all_of(answer.scopes, [](auto const& scope) { return scope.on.served(); }))
        return { Tone::missing, std::string { words("compliance.not_all_in") } };
    return { Tone::covered, tier_text(words, answer.tiers.on.lowest) };
}

} // namespace keyrack::portal
