#pragma once
// All devices on a day with their warranties, made ready for filtering and sorting; texts to search in are made only once
// somebody searches.

#include "engine/warranty.hpp"
#include "portal/cover.hpp"
#include "portal/desk_route.hpp"
#include "portal/places.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

inline constexpr std::size_t device_filter_count = 7;

struct DeviceShelf
{
    Date day {};
    std::vector<engine::Warranty> warranties {}; // by device row
    std::vector<RoomId> rooms {};                // where each stands on the day
    std::vector<std::uint32_t> standing {};      // rows of those that are not taken back
    std::array<std::int64_t, device_filter_count> counts {};

    [[nodiscard]] bool passes(engine::Ledger const& ledger, std::uint32_t row, DeviceFilter filter) const;
};
[[nodiscard]] DeviceShelf shelf_on(
    engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, Cover const& cover, Date day);

// Folded model, serial number, room and site of each device.
using ShelfTexts = std::vector<std::string>;
[[nodiscard]] ShelfTexts texts_of(engine::Ledger const& ledger, DeviceShelf const& shelf);

[[nodiscard]] std::vector<std::uint32_t> sorted_devices(engine::Ledger const& ledger, DeviceShelf const& shelf,
    Places const& places, DeviceColumn column, Direction direction);
// Those that some of the filters let through and every word of the query finds.
[[nodiscard]] std::vector<std::uint32_t> filtered_devices(std::vector<std::uint32_t> const& rows,
    engine::Ledger const& ledger, DeviceShelf const& shelf, ShelfTexts const* texts, DevicesRoute const& route);

} // namespace keyrack::portal
