#pragma once
// Rooms with what stands in them on a day, made ready for sorting: everything that comparing names costs is paid once, when
// a room, a site or a device changes. What is searched is place_texts.hpp.

#include "base/date.hpp"
#include "base/id.hpp"
#include "engine/ledger.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

// Folded, and with numbers padded, so that "Room 9" comes before "Room 10".
[[nodiscard]] std::string sort_key(std::string_view name);

class Places
{
public:
    Places(engine::Ledger const& ledger, Date day);

    // Rows of the rooms that stand, by name.
    [[nodiscard]] std::vector<std::uint32_t> const& by_name() const { return m_by_name; }
    // By room row.
    [[nodiscard]] std::uint32_t name_rank(std::uint32_t room) const { return m_name_ranks[room]; }
    [[nodiscard]] std::uint32_t site_rank(std::uint32_t room) const { return m_site_ranks[room]; }
    [[nodiscard]] std::span<DeviceId const> devices_in(std::uint32_t room) const;
    [[nodiscard]] std::uint32_t device_count(std::uint32_t room) const
    {
        return m_device_begins[room + 1] - m_device_begins[room];
    }
    [[nodiscard]] std::size_t site_count() const { return m_site_count; }

private:
    void place_devices(engine::Ledger const& ledger, Date day);
    void rank_names(engine::Ledger const& ledger);
    void rank_sites(engine::Ledger const& ledger);

    std::vector<std::uint32_t> m_by_name, m_name_ranks, m_site_ranks;
    std::vector<DeviceId> m_devices;            // room after room
    std::vector<std::uint32_t> m_device_begins; // by room row, and the end
    std::size_t m_site_count = 0;               // sites with a room
};

} // namespace keyrack::portal
