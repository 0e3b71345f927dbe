#pragma once
// How long a device's warranty runs. R87, R88 with D6: a covering licence lengthens the base warranty, never past
// purchase + cap; the cap clips warranty and nothing else.

#include "engine/coverage.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace keyrack::engine {

struct Warranty
{
    std::optional<Date> base_end;     // nothing: the tenant has set no base warranty
    std::optional<Date> extended_to;  // by the covering licence, after the cap; nothing: no extension on that day
    std::optional<Date> clipped_from; // what the licence alone would have given, where the cap cut it
    // The later of base and extension; nothing where neither is known.
    [[nodiscard]] std::optional<Date> end() const { return std::max(base_end, extended_to); }
    bool operator==(Warranty const&) const = default;
};

// How a warranty stands on a day: of all devices each is in exactly one of these.
enum class WarrantyState {
    unknown, // the tenant has set no base warranty, and nothing extends it
    ended,
    capped,   // extended, and cut short by the cap (R88)
    extended, // as long as the licence says (R87)
    base      // its own alone
};
[[nodiscard]] WarrantyState state_on(Warranty const& warranty, Date day);

// A programme that extends warranty covers the device's room on the day.
struct Extension
{
    ProgrammeId programme;
    Date until {}; // `always`: it covers nothing; so a pass over all devices need not ask which rooms are covered
    Date purchased = never; // of the order, whose terms count; `never`: those of today
    [[nodiscard]] bool covers() const { return until != always; }
    bool operator==(Extension const&) const = default;
};

// The device's warranty on the day, given what covers its room then. Where several programmes do, the one that gives most.
template <Witness W>
[[nodiscard]] Warranty warranty_of(Ledger const& ledger, catalogue::Catalogue const& catalogue, DeviceId device,
    Date day, std::span<Extension const> extensions, W& witness);

// By device row, for the room each device is in on that day; nothing known of withdrawn devices.
[[nodiscard]] std::vector<Warranty> warranty_of_all(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, CoverageColumns const& columns, Date day);

} // namespace keyrack::engine
