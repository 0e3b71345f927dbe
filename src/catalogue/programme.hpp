#pragma once
// A programme is data: a new SKU, threshold or feature is a change of assets/catalogue, not of code.

#include "base/date.hpp"
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

// A feature that a programme gives, and where it is said.
struct GivenFeature
{
    Feature feature {};
    Origin origin;
    bool operator==(GivenFeature const&) const = default;
};

// What a licence is for: a room (Select, Sync Plus), or a device (Extended Warranty) (R14, R67).
enum class LicensedThing { room, device };

// When the term of an order starts: with the first assignment of any of its licences, or this many days after
// purchase, whichever is earlier (R39, D3, D4).
struct TermRule
{
    Parameter<int> start_within_days;
    Parameter<std::vector<int>> sku_years; // durations that can be bought (R37, R38); empty: none is set, any will do
    // Nothing: rooms. A licence for a device has its own term: it begins where the device's own warranty ends (D25).
    std::optional<Parameter<LicensedThing>> licensed;
    bool operator==(TermRule const&) const = default;

    [[nodiscard]] bool is_for_devices() const { return licensed && licensed->value == LicensedThing::device; }
    [[nodiscard]] bool sells(int years) const;
};

// Terms that were changed: an order bought before `until` keeps them.
struct EarlierTerms
{
    Date until {};
    TermRule term;
    std::optional<Parameter<int>> cancel_within_days;
    std::optional<Parameter<int>> warranty_cap_years;
    bool operator==(EarlierTerms const&) const = default;
};

struct Programme
{
    std::string key;  // "select", "sync_plus": as in files
    std::string name; // "Select", "Sync Plus": a proper name, the same in all languages
    TermRule term;
    Parameter<EligibleRooms> eligible_rooms;
    std::vector<GivenFeature> features;
    std::optional<Parameter<int>> cancel_within_days; // R42, D5; nothing: cannot be cancelled
    std::optional<Parameter<int>> warranty_cap_years; // R88, D6
    std::optional<Parameter<int>> licences_per_spare; // R90
    std::optional<std::vector<EarlierTerms>> earlier; // by their `until`, the earliest first
    bool operator==(Programme const&) const = default;

    // The terms under which an order of that day was bought.
    [[nodiscard]] TermRule const& term_on(Date purchased) const;
    [[nodiscard]] std::optional<Parameter<int>> const& cancel_within_days_on(Date purchased) const;
    [[nodiscard]] std::optional<Parameter<int>> const& warranty_cap_years_on(Date purchased) const;
    // Durations to choose from: those that are sold; where none is set, up to the longest warranty there is (R88).
    [[nodiscard]] std::vector<int> years_offered() const;
    [[nodiscard]] bool gives(Feature feature) const { return given(feature) != nullptr; }
    [[nodiscard]] GivenFeature const* given(Feature feature) const; // null where it is not
};

} // namespace keyrack::catalogue
