#pragma once
// What an ORG-ID is given today, tier by tier and by the document's four pillars (R145–R170); what a breach takes of it,
// and what the tier above would add. Each line leads to its proof.

#include "portal/blocks.hpp"
#include "portal/scene.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::portal {

struct OrgTabLink
{
    std::string text, fragment;
    bool open = false;
};

// What one tier gives of a feature: a tick, an amount, or nothing.
struct TierCell
{
    std::string text; // "40 h"; empty: a tick
    bool given = false;
    Tone tone = Tone::neutral; // covered: given today; missing: suspended; ending: paid for and lost
};

struct FeatureOfTiers
{
    std::string key, name; // "Scheduled support for changes"
    std::string says;      // all of it in a sentence
    std::string fragment;  // its proof
    std::array<TierCell, catalogue::all_tiers.size()> cells;
};

struct TierColumn
{
    std::string name; // "Priority Plus"
    Chip chip {};     // "Today", "Suspended"; without text: none
};

struct PillarOfFeatures
{
    std::string title, second; // "Flexible training", "2 of 2"
    std::vector<FeatureOfTiers> features;
};

struct BenefitsModel
{
    std::string notice; // different tiers, or none
    Tone notice_tone = Tone::ending;
    std::vector<ActionLine> lines; // product lines, hours, the manager, the tier above
    std::array<TierColumn, catalogue::all_tiers.size()> tiers;
    std::optional<std::size_t> today; // the tier that is served
    std::vector<PillarOfFeatures> pillars;
    std::optional<ProofModel> proof; // of the one that is asked about, instead of the table
    std::string back, back_fragment; // from the proof
};

[[nodiscard]] BenefitsModel benefits_model(Scene const& scene, ComplianceRoute const& route, OrgId org);

} // namespace keyrack::portal
