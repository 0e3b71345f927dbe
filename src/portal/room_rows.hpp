#pragma once
// Which rooms a list shows, and in which order.

#include "portal/cover.hpp"
#include "portal/place_texts.hpp"
#include "portal/places.hpp"
#include "portal/route.hpp"

#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <vector>

namespace keyrack::portal {

// Rows of all rooms that stand, sorted; rooms that the column does not tell apart by name.
[[nodiscard]] std::vector<std::uint32_t> sorted_rooms(
    Cover const& cover, Places const& places, RoomColumn column, Direction direction);

// Of `rows`, in their order, those that the filters let through and every word of the query found. Filters of cover add up,
// the others narrow down.
[[nodiscard]] std::vector<std::uint32_t> filtered_rooms(std::vector<std::uint32_t> const& rows,
    engine::Ledger const& ledger, Cover const& cover, std::set<RoomFilter> const& show,
    std::span<std::shared_ptr<Found const> const> found);

} // namespace keyrack::portal
