#pragma once
// What support promises to this tenant: the catalogue's targets, and what its operator set where the documents leave it
// open (D1, D19). A document's number is never replaced.

#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::engine {

struct SupportTerms
{
    catalogue::Support const* support = nullptr; // the catalogue outlives all terms
    std::vector<catalogue::SupportTarget> set;
    std::vector<LicenceThreshold> thresholds;

    // The catalogue's, or the operator's; null where neither sets one. Belongs to these terms or to the catalogue.
    [[nodiscard]] catalogue::SupportTarget const* target(
        catalogue::Desk desk, catalogue::Measure measure, std::int32_t severity, catalogue::Tier tier) const;
};

// The catalogue alone.
[[nodiscard]] SupportTerms shipped_terms(catalogue::Support const& support);
// With what the tenant's settings say.
[[nodiscard]] SupportTerms terms_of(Ledger const& ledger, catalogue::Catalogue const& catalogue);

// The keys of the settings: "large_user_from/EU", "support_target/rooms/response/1/none".
[[nodiscard]] std::string threshold_key(std::string_view region);
[[nodiscard]] std::string target_key(
    catalogue::Desk desk, catalogue::Measure measure, std::int32_t severity, catalogue::Tier tier);

} // namespace keyrack::engine
