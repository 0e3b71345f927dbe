#pragma once
// Rooms with what stands in them on a day, made ready for searching and sorting: everything that folding and comparing
// texts costs is paid once, when a room, a site or a device changes.

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

// By room row: 1 or 0.
using Found = std::vector<std::uint8_t>;

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

    // The rooms in whose name, site or a serial number of their devices the word stands, folded (search_words).
    [[nodiscard]] Found holding(std::string_view word) const;
    // Those that hold every word of the query.
    [[nodiscard]] Found matches(std::string_view query) const;

private:
    void place_devices(engine::Ledger const& ledger, Date day);
    void collect_texts(engine::Ledger const& ledger);
    void rank(engine::Ledger const& ledger);

    std::string m_texts;               // of all rooms, one after the other
    std::vector<std::size_t> m_begins; // by room row, and the end
    std::vector<std::uint32_t> m_by_name, m_name_ranks, m_site_ranks;
    std::vector<DeviceId> m_devices;            // room after room
    std::vector<std::uint32_t> m_device_begins; // by room row, and the end
    std::size_t m_site_count = 0;               // sites with a room
};

} // namespace keyrack::portal
