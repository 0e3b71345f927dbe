// An ORG-ID with its product lines, or a contract with its term and hours; each with its proof.
#include "portal/compliance_model.hpp"
#include "portal/proof_model.hpp"

#include <algorithm>
#include <iterator>

namespace keyrack::portal {

namespace {

ActionLine scope_line(Scene const& scene, engine::ScopeVerdict const& verdict)
{
    auto const& words = scene.words;
    auto const& css = scene.ledger().css();
    auto const& line = css.lines()[css.scopes()[verdict.scope.row()].line];
    auto const covered = words("compliance.covered_of",
        { { "part", words.number(verdict.on.covered) }, { "whole", words.number(verdict.on.held) } });
    bool const whole = verdict.on.served();
    bool const can_buy = verdict.on.held > 0;
    return { .key = line.key,
        .subject = Subject::contract,
        .tone = Tone::neutral,
        .text = line.name.empty() ? line.key : line.name,
        .second = covered,
        .chip = { whole ? Tone::covered : Tone::missing,
            std::string { words(whole ? "compliance.all_in" : "compliance.not_all_in") } },
        .action = can_buy ? std::string { words("remedy.buy_action") } : std::string {},
        .run = can_buy ? "buy:" + std::to_string(verdict.scope.row()) : std::string {} };
}

void add_story(Scene const& scene, std::vector<engine::Proof> const& proof, ComplianceDetail& detail)
{
    for (auto& step : proof_steps(scene, proof)) detail.story.push_back(std::move(step));
    for (auto& source : proof_sources(scene, proof)) detail.sources.push_back(std::move(source));
}

std::vector<OrgTabLink> org_tabs(Scene const& scene, ComplianceRoute const& route)
{
    auto const tab = [&](std::string_view text, OrgTab which) {
        return OrgTabLink { std::string { scene.words(text) },
            scene.link(ComplianceRoute { .org = route.org, .tab = which }), route.tab == which };
    };
    return { tab("benefits.standing", OrgTab::standing), tab("benefits.tab", OrgTab::benefits) };
}

void add_group(Scene const& scene, std::string title, std::vector<engine::Proof> const& proof, ComplianceDetail& detail)
{
    bool const holds = std::ranges::all_of(proof, [](auto const& node) { return node.holds == engine::Holds::yes; });
    detail.groups.push_back({ std::move(title), holds, proof_steps(scene, proof) });
}

// Each product line by what is said of it alone: its customer's tier is the same for all, and what a tier gives, row by row
// of the document's table, is no reason for being served.
void add_standing(Scene const& scene, engine::OrgAnswer const& verdict, ComplianceDetail& detail)
{
    detail.lines_title = scene.words("compliance.product_lines");
    std::vector<engine::Proof> all;
    for (auto const& scope : verdict.scopes) {
        detail.lines.push_back(scope_line(scene, scope));
        std::vector<engine::Proof> own;
        std::ranges::copy_if(scope.proof, std::back_inserter(own),
            [](auto const& node) { return node.rule == engine::Rule::css_all_in; });
        add_group(scene, detail.lines.back().text, own, detail);
        std::ranges::move(own, std::back_inserter(all));
    }
    add_group(scene, std::string { scene.words("compliance.tier") }, verdict.tiers.proof, detail);
    all.insert(all.end(), verdict.tiers.proof.begin(), verdict.tiers.proof.end());
    detail.sources = proof_sources(scene, all);
}

std::optional<ComplianceDetail> org_detail(Scene const& scene, ComplianceRoute const& route)
{
    auto const answer =
        engine::verdict(scene.ledger(), scene.catalogue(), engine::OrgQuestion { route.org }, scene.day());
    if (!answer) return {};
    auto const& verdict = std::get<engine::OrgAnswer>(*answer);
    auto const& org = scene.ledger().css().orgs()[verdict.org];
    ComplianceDetail detail;
    detail.title = org.name.empty() ? org.key : org.name;
    detail.second = org.key;
    detail.chip = org_chip(scene.words, verdict);
    detail.tabs = org_tabs(scene, route);
    if (route.tab == OrgTab::benefits)
        detail.benefits = benefits_model(scene, route, verdict.org);
    else
        add_standing(scene, verdict, detail);
    return detail;
}

// What follows on its term already.
void add_next_terms(Scene const& scene, ContractId contract, ComplianceDetail& detail)
{
    auto const& words = scene.words;
    for (auto const& next : scene.ledger().css().contracts().rows()) {
        if (next.standing != engine::Standing::valid || next.before != contract) continue;
        auto const term = engine::term_of(next);
        detail.facts.emplace_back(words("compliance.fact.next_term", { { "contract", next.key } }),
            words("renewals.term", { { "from", words.short_date(term.from) }, { "to", words.short_date(term.to) } }));
    }
}

std::optional<ComplianceDetail> contract_detail(Scene const& scene, std::string const& key)
{
    auto const answer =
        engine::verdict(scene.ledger(), scene.catalogue(), engine::ContractQuestion { key }, scene.day());
    if (!answer) return {};
    auto const& words = scene.words;
    auto const& verdict = std::get<engine::ContractAnswer>(*answer);
    auto const& status = verdict.status;
    auto const fact = [&](std::string_view name, std::string value) {
        return std::pair { std::string { words(name) }, std::move(value) };
    };
    ComplianceDetail detail;
    detail.title = scene.ledger().css().contracts()[verdict.contract].key;
    detail.second = tier_text(words, status.tier);
    detail.chip = { Tone::neutral, std::string { words("contract." + std::string { engine::code(status.state) }) } };
    detail.facts = { fact("compliance.fact.term",
        words("renewals.term",
            { { "from", words.short_date(status.term.from) }, { "to", words.short_date(status.term.to) } })) };
    if (status.renewable_until)
        detail.facts.push_back(fact("compliance.fact.renew_by", words.short_date(*status.renewable_until)));
    add_next_terms(scene, verdict.contract, detail);
    if (verdict.hours.hours > 0)
        detail.facts.push_back(fact("compliance.fact.hours",
            words("overview.of",
                { { "part", words.number(verdict.hours.left) }, { "whole", words.number(verdict.hours.hours) } })));
    if (status.reinstatement)
        detail.facts.push_back(fact("compliance.fact.reinstatement", cost_text(words, *status.reinstatement)));
    if (!verdict.steps.empty()) {
        bool const lapsed = status.state == engine::ContractState::lapsed;
        detail.run = "contract:" + detail.title;
        detail.run_label = words(lapsed ? "compliance.reinstate" : "compliance.renew");
    }
    add_story(scene, status.proof, detail);
    add_story(scene, verdict.hours.proof, detail);
    add_story(scene, verdict.manager.proof, detail);
    return detail;
}

} // namespace

std::optional<ComplianceDetail> compliance_detail(Scene const& scene, ComplianceRoute const& route)
{
    if (!route.org.empty()) return org_detail(scene, route);
    if (!route.contract.empty()) return contract_detail(scene, route.contract);
    return {};
}

} // namespace keyrack::portal
