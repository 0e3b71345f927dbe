#pragma once
// Finds rows by key without a second copy of the keys: a flat table of (hash, row), probed one after another. Keys never
// change; a row goes only when the change that brought it is taken back. Never walked: no answer depends on the order of hashes.

#include "base/verify.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <vector>

namespace keyrack::engine {

// Eight bytes a step; the same on every machine of our byte order, and never stored.
[[nodiscard]] inline std::uint32_t hash_of(std::string_view text)
{
    constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15;
    std::uint64_t hash = text.size() * odd;
    auto const take_in = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * odd;
        hash ^= hash >> 32U;
    };
    while (text.size() >= sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), sizeof word);
        take_in(word);
        text.remove_prefix(sizeof word);
    }
    std::uint64_t rest = 0;
    if (!text.empty()) std::memcpy(&rest, text.data(), text.size()); // an empty text may stand nowhere
    take_in(rest);
    return static_cast<std::uint32_t>(hash ^ hash >> 29U);
}

[[nodiscard]] constexpr std::uint32_t hash_of(std::uint32_t first, std::uint32_t second)
{
    std::uint64_t const mixed = (std::uint64_t { first } << 32U | second) * 0x9E37'79B9'7F4A'7C15;
    return static_cast<std::uint32_t>(mixed >> 32U);
}

class KeyIndex
{
public:
    static constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

    // The row of that hash for which `is_it(row)` says yes, or `nothing`.
    template <class IsIt>
    [[nodiscard]] std::uint32_t find(std::uint32_t hash, IsIt&& is_it) const
    {
        if (m_slots.empty()) return nothing;
        for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
            Slot const& slot = m_slots[at];
            if (slot.row == nothing || (slot.hash == hash && is_it(slot.row))) return slot.row;
        }
    }

    [[nodiscard]] std::size_t size() const { return m_count; }

    // A row whose key is not there yet.
    void insert(std::uint32_t hash, std::uint32_t row)
    {
        if (!has_room_for(m_count + 1)) grow_to(m_slots.empty() ? fewest_slots : 2 * m_slots.size());
        place({ hash, row });
        ++m_count;
    }

    // Room for so many rows in all, so that filling it need not grow it.
    void reserve(std::size_t count)
    {
        std::size_t slots = std::max(m_slots.size(), fewest_slots);
        while (!fits(count, slots)) slots *= 2;
        if (slots > m_slots.size()) grow_to(slots);
    }

    // A row that is there. Those that were probed behind it move up, so that no gap ends their way.
    void erase(std::uint32_t hash, std::uint32_t row)
    {
        std::size_t gap = hash & mask();
        for (; m_slots[gap].row != row; gap = (gap + 1) & mask()) VERIFY(m_slots[gap].row != nothing);
        for (std::size_t at = (gap + 1) & mask(); m_slots[at].row != nothing; at = (at + 1) & mask()) {
            std::size_t const from_home = (at - m_slots[at].hash) & mask();
            if (from_home < ((at - gap) & mask())) continue; // it stands between its home and the gap
            m_slots[gap] = m_slots[at];
            gap = at;
        }
        m_slots[gap] = {};
        --m_count;
    }

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint32_t row = nothing;
    };

    [[nodiscard]] std::size_t mask() const { return m_slots.size() - 1; }

    void place(Slot slot)
    {
        std::size_t at = slot.hash & mask();
        while (m_slots[at].row != nothing) at = (at + 1) & mask();
        m_slots[at] = slot;
    }

    void grow_to(std::size_t slots)
    {
        std::vector<Slot> old(slots);
        old.swap(m_slots);
        for (Slot const& slot : old) {
            if (slot.row != nothing) place(slot);
        }
    }

    // At most four fifths full: more slots cost more misses of the cache than longer ways do.
    static constexpr std::size_t fewest_slots = 16;
    [[nodiscard]] static bool fits(std::size_t count, std::size_t slots) { return 5 * count <= 4 * slots; }
    [[nodiscard]] bool has_room_for(std::size_t count) const { return fits(count, m_slots.size()); }

    std::vector<Slot> m_slots; // a power of two of them
    std::size_t m_count = 0;
};

} // namespace keyrack::engine
