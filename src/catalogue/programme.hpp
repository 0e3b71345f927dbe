#pragma once
// A programme is data: a new SKU, threshold or feature is a change of assets/catalogue, not of code.

#include "base/id.hpp"
#include "catalogue/origin.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::catalogue {

// Which rooms may hold a licence: any room of the portal, or only rooms defined in a Sync account (R79).
enum class EligibleRooms { any, in_sync };

// What a covered room gets. insights and alerts work only where the room is in Sync (R101, R107–R111).
enum class Feature {
    warranty_extension,
    insights,
    alerts,
    premium_support,
    next_business_day_rma,
    instant_rma,
    success_manager
};

[[nodiscard]] std::string_view code(Feature feature); // "insights": as in files
[[nodiscard]] bool needs_sync(Feature feature);

// When the term of an order starts: with the first assignment of any of its licences, or this many days after
// purchase, whichever is earlier (R39, D3, D4).
struct TermRule
{
    Parameter<int> start_within_days;
    Parameter<std::vector<int>> sku_years; // durations that can be bought (R37, R38)
    bool operator==(TermRule const&) const = default;
};

struct Programme
{
    std::string key;  // "select", "sync_plus": as in files
    std::string name; // "Select", "Sync Plus": a proper name, the same in all languages
    TermRule term;
    Parameter<EligibleRooms> eligible_rooms;
    std::vector<Feature> features;
    std::optional<Parameter<int>> cancel_within_days; // R42, D5; nothing: cannot be cancelled
    std::optional<Parameter<int>> warranty_cap_years; // R88, D6
    std::optional<Parameter<int>> licences_per_spare; // R90
    bool operator==(Programme const&) const = default;

    [[nodiscard]] bool gives(Feature feature) const;
};

} // namespace keyrack::catalogue
