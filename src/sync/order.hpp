#pragma once
// The one order in which entries are folded: the same entries are in the same order on every replica, whatever way they came.
// An entry comes after its writer's earlier ones and after what its device had seen; among those that may come next, the
// earliest hybrid time does, then the lesser device name.

#include "codec/segment.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace keyrack::sync {

// The entries of one device, from its first on, without a gap.
struct Lane
{
    std::string_view device;
    std::vector<codec::TravellingEntry const*> entries;
};

struct Place
{
    std::size_t lane = 0;
    std::size_t index = 0; // in the lane
    bool operator==(Place const&) const = default;
};

// `lanes` in rising order of the device names. What an entry had seen and no lane has is not waited for: its writer may have
// gone on under a new name. Entries that wait for each other, which no honest device writes, are taken by their time.
[[nodiscard]] std::vector<Place> merge_order(std::span<Lane const> lanes);

} // namespace keyrack::sync
