#pragma once
// The document's table of features for one ORG-ID on a day: what each tier gives, what the tier that is served gives,
// and in which product lines it is given: a breach of All-in takes it all (R145–R170, R179, R188).

#include "engine/css_rules.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace keyrack::engine {

// A row of the table: a benefit, or what is promised for severity 1 (R150, R151).
using TierFeature = std::variant<catalogue::Benefit, catalogue::Measure>;
[[nodiscard]] std::string_view code(TierFeature const& feature); // "scheduled_support", "response"
[[nodiscard]] std::optional<TierFeature> tier_feature(std::string_view code);

struct FeatureOnDay
{
    TierFeature feature;
    catalogue::Pillar pillar {};
    // What each tier gives, in the catalogue's unit; of a promise its minutes. 0: nothing.
    std::array<std::int64_t, catalogue::all_tiers.size()> by_tier {};
    bool given = false; // by the tier that is served; the manager by its own rule besides
    bool operator==(FeatureOnDay const&) const = default;

    [[nodiscard]] std::int64_t at(catalogue::CssTier tier) const { return by_tier[static_cast<std::size_t>(tier)]; }
};

struct FeatureTable
{
    TierOnDay tier;                 // of its customer
    std::vector<ScopeId> served;    // its product lines where all that the tier gives is given
    std::vector<ScopeId> suspended; // and where a breach of All-in takes it
    std::vector<FeatureOnDay> rows; // in the document's order
    bool operator==(FeatureTable const&) const = default;
};
[[nodiscard]] FeatureTable feature_table(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrgId org, Date as_of);

// One row with its reasons, by the same rules.
struct FeatureVerdict
{
    Holds answer = Holds::no; // given in one of its product lines at least
    std::vector<Proof> proof;
};
[[nodiscard]] FeatureVerdict feature_verdict(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrgId org, TierFeature const& feature, Date as_of);

} // namespace keyrack::engine
