#pragma once
// Customer Success Services: which ORG-IDs are served, what breaches the rules, what it costs, and what cures it (B7).

#include "portal/benefits_model.hpp"
#include "portal/blocks.hpp"
#include "portal/scene.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

struct BreachCard
{
    std::string title, second;        // what is breached; what may be asked for it
    std::vector<ActionLine> remedies; // cheapest first
    std::vector<ProofStep> story;
    std::vector<ProofSource> sources;
};

// What an ORG-ID's answer rests on, a product line at a time, then what its customer's contracts share.
struct StoryGroup
{
    std::string title;
    bool holds = false;
    std::vector<ProofStep> steps;
};

struct ComplianceDetail
{
    std::string title, second;
    Chip chip;
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<ActionLine> lines; // of an ORG-ID: its product lines
    std::string lines_title;
    std::string run, run_label;     // a contract: what keeps it in force, or brings it back
    std::vector<ProofStep> story;   // of a contract
    std::vector<StoryGroup> groups; // of an ORG-ID
    std::vector<ProofSource> sources;
    std::vector<OrgTabLink> tabs;          // of an ORG-ID
    std::optional<BenefitsModel> benefits; // the tab is open
};

struct ComplianceModel
{
    std::string second; // "2 ORG-IDs · 1 breach"
    std::vector<BreachCard> breaches;
    std::vector<ActionLine> orgs, contracts;
    std::optional<ComplianceDetail> detail;
};

[[nodiscard]] ComplianceModel compliance_model(Scene const& scene, ComplianceRoute const& route);
// compliance_detail.cpp
[[nodiscard]] std::optional<ComplianceDetail> compliance_detail(Scene const& scene, ComplianceRoute const& route);

struct RemedySteps
{
    std::vector<engine::Command> steps;
    bool cannot_be_undone = false; // it retires licences
};
// What "remedy:<breach>.<remedy>", "contract:<PO>" or "raise:<ORG-ID>" stands for; nothing where there is no such.
[[nodiscard]] std::optional<RemedySteps> remedy_of(Scene const& scene, std::string_view action);

[[nodiscard]] std::string breach_text(Scene const& scene, engine::Breach const& breach);
// "USD 12,400", "49,50 USD": by the language.
[[nodiscard]] std::string money_text(Words const& words, std::int64_t cents);
// The same of a cost, or that a price is not set.
[[nodiscard]] std::string cost_text(Words const& words, engine::Cost const& cost);
[[nodiscard]] std::string tier_text(Words const& words, catalogue::CssTier tier);
// The tier that an ORG-ID is served at, or what is wrong with it.
[[nodiscard]] Chip org_chip(Words const& words, engine::OrgAnswer const& answer);

} // namespace keyrack::portal
