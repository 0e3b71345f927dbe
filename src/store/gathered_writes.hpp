#pragma once
// Writes to one file that wait for its sync: adjacent ones become one run, later ones win. Knows nothing of disks.

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace keyrack::store {

class GatheredWrites
{
public:
    void put(std::int64_t at, std::span<std::byte const> bytes);
    // The file ends at `size` now: what lies beyond is forgotten.
    void cut(std::int64_t size);
    void clear();

    [[nodiscard]] std::size_t held() const { return m_held; } // bytes
    [[nodiscard]] std::int64_t end() const;                   // offset behind the last byte held, 0 where none is
    [[nodiscard]] bool covers(std::int64_t at, std::size_t count) const;
    // Lays what is held over `into`, which holds what the file has from `at` on.
    void lay_over(std::int64_t at, std::span<std::byte> into) const;

    using Runs = std::map<std::int64_t, std::vector<std::byte>>; // by offset; neither overlapping nor adjacent
    [[nodiscard]] Runs const& runs() const { return m_runs; }

private:
    Runs::iterator run_touching(std::int64_t at);
    void swallow_followers(Runs::iterator run);

    Runs m_runs;
    std::size_t m_held = 0;
};

} // namespace keyrack::store
