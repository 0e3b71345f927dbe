#pragma once
// One file behind the handles, as SQLite wants it: writes are gathered until the sync, which makes a commit one write and
// one flush; reads see what is gathered and run ahead when they go forward. What fails is told, never swallowed.

#include "store/gathered_writes.hpp"
#include "store/handles.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace keyrack::store {

// full: the disk took less than it was given. failed: anything else.
enum class Outcome { done, full, failed };

class HandleFile
{
public:
    // Most bytes held before they are written without waiting for the sync: memory stays flat in a large transaction.
    static constexpr std::size_t most_held = 1 << 20;
    // Bytes fetched at once while reading forward. Measured in Chromium, see FORMAT.md.
    static constexpr std::size_t read_ahead = 1 << 18;

    HandleFile(Handles const& handles, int slot);

    [[nodiscard]] bool opened() const { return m_disk_size >= 0; } // false: its size could not be told
    [[nodiscard]] std::int64_t size() const;
    // Fills `into`; bytes behind the end of the file are zero.
    [[nodiscard]] Outcome read(std::int64_t at, std::span<std::byte> into);
    // After `full` or `failed` nothing is held any more, and what is on the disk since the last sync is undefined.
    [[nodiscard]] Outcome write(std::int64_t at, std::span<std::byte const> bytes);
    [[nodiscard]] Outcome truncate(std::int64_t size);
    // Everything on the disk and flushed.
    [[nodiscard]] Outcome sync();
    // Everything on the disk, not flushed.
    [[nodiscard]] Outcome drain();

private:
    [[nodiscard]] Outcome write_through(std::int64_t at, std::span<std::byte const> bytes);
    [[nodiscard]] bool read_disk(std::int64_t at, std::span<std::byte> into);
    [[nodiscard]] bool read_block(std::int64_t at, std::size_t count);
    void give_up();

    Handles const* m_handles;
    int m_slot;
    std::int64_t m_disk_size; // without what is gathered; -1: unknown
    GatheredWrites m_gathered;
    std::vector<std::byte> m_block; // read ahead
    std::int64_t m_block_at = 0;
    std::int64_t m_read_end = -1; // where the last read ended: the next one behind it goes forward
};

} // namespace keyrack::store
