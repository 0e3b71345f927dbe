#pragma once
// Promise: a choice of rooms; all of a large tenant's are chosen as quickly as one.

#include "base/id.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace keyrack::portal {

class RoomSet
{
public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] bool contains(RoomId room) const { return room.row() < m_chosen.size() && m_chosen[room.row()]; }

    void insert(RoomId room)
    {
        if (contains(room)) return;
        if (room.row() >= m_chosen.size()) m_chosen.resize(std::size_t { room.row() } + 1);
        m_chosen[room.row()] = true;
        m_size += 1;
    }
    void erase(RoomId room)
    {
        if (!contains(room)) return;
        m_chosen[room.row()] = false;
        m_size -= 1;
    }
    void clear()
    {
        m_chosen.clear();
        m_size = 0;
    }

    // By row.
    [[nodiscard]] std::vector<RoomId> rooms() const
    {
        std::vector<RoomId> found;
        found.reserve(m_size);
        for (std::uint32_t row = 0; row < m_chosen.size(); ++row)
            if (m_chosen[row]) found.push_back(RoomId::of_row(row));
        return found;
    }

private:
    std::vector<bool> m_chosen; // by room row
    std::size_t m_size = 0;
};

} // namespace keyrack::portal
