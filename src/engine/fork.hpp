#pragma once
// What would change: commands tried on a copy of the ledger, and the difference on a day. The copy is dropped.

#include "engine/fold.hpp"
#include "engine/spares.hpp"

#include <vector>

namespace keyrack::engine {

struct RoomChange
{
    RoomId room; // row of the original ledger
    Date until_before = always;
    Date until_after = always;
    bool operator==(RoomChange const&) const = default;
};

struct OrderChange
{
    OrderId order;
    Period term_before, term_after;
    std::int64_t free_before = 0, free_after = 0;
    bool operator==(OrderChange const&) const = default;
};

struct Difference
{
    std::int64_t covered_before = 0, covered_after = 0; // rooms
    std::vector<RoomChange> rooms;
    std::vector<OrderChange> orders;
    std::int64_t warranties_extended = 0; // devices whose warranty ends later than before
    std::vector<DeviceId> clipped;        // devices whose extension the cap cuts short (D6)
    Spares spares_before, spares_after;
    bool operator==(Difference const&) const = default;
};

// Tries the commands in order; the denial of the first that is refused, with its position.
struct Refusal
{
    std::size_t command = 0;
    Denial denial;
    bool operator==(Refusal const&) const = default;
};
[[nodiscard]] std::expected<Difference, Refusal> what_if(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, std::vector<Command> const& commands, Date as_of);

} // namespace keyrack::engine
