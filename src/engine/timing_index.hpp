#pragma once
// Finds the timings of a thing, latest recorded first. Most things have none.

#include "engine/chain.hpp"
#include "engine/key_index.hpp"
#include "engine/rows.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace keyrack::engine {

class TimingIndex
{
public:
    // A timing that is about to follow `rows`.
    void add(Timing const& timing, std::vector<Timing> const& rows)
    {
        auto const before = latest(timing.what, place_of(timing), rows);
        m_nexts.push_back(before);
        put(timing, before, TimingId::of_row(static_cast<std::uint32_t>(rows.size())));
    }

    // Takes out the last of the rows.
    void take_last(std::vector<Timing> const& rows)
    {
        put(rows.back(), TimingId::of_row(static_cast<std::uint32_t>(rows.size() - 1)), m_nexts.back());
        m_nexts.pop_back();
    }

    [[nodiscard]] Links<TimingId> of(Timed what, std::uint32_t thing, std::vector<Timing> const& rows) const
    {
        return { latest(what, thing, rows), m_nexts };
    }

private:
    [[nodiscard]] static std::uint32_t place_of(Timing const& timing)
    {
        return static_cast<std::uint32_t>(timing.thing);
    }
    [[nodiscard]] static std::uint32_t hash(Timed what, std::uint32_t thing)
    {
        return hash_of(std::uint32_t { std::to_underlying(what) }, thing);
    }

    [[nodiscard]] TimingId latest(Timed what, std::uint32_t thing, std::vector<Timing> const& rows) const
    {
        auto const found = m_latest.find(hash(what, thing),
            [&](std::uint32_t row) { return rows[row].what == what && place_of(rows[row]) == thing; });
        return found == KeyIndex::nothing ? TimingId::none() : TimingId::of_row(found);
    }

    void put(Timing const& timing, TimingId before, TimingId now)
    {
        auto const key = hash(timing.what, place_of(timing));
        if (before.exists()) m_latest.erase(key, before.row());
        if (now.exists()) m_latest.insert(key, now.row());
    }

    KeyIndex m_latest;
    std::vector<TimingId> m_nexts;
};

} // namespace keyrack::engine
