#include "store/handle_file.hpp"

#include <algorithm>

namespace keyrack::store {

namespace {

// A read this close behind the last one still goes forward: the pages of a table lie among those of its neighbours.
constexpr std::int64_t forward_reach = 64 * 1024;

} // namespace

HandleFile::HandleFile(Handles const& handles, int slot)
    : m_handles(&handles), m_slot(slot), m_disk_size(static_cast<std::int64_t>(handles.size(slot)))
{ }

std::int64_t HandleFile::size() const
{
    return std::max(m_disk_size, m_gathered.end());
}

Outcome HandleFile::read(std::int64_t at, std::span<std::byte> into)
{
    if (!m_gathered.covers(at, into.size()) && !read_disk(at, into)) return Outcome::failed;
    m_gathered.lay_over(at, into);
    return Outcome::done;
}

bool HandleFile::read_disk(std::int64_t at, std::span<std::byte> into)
{
    auto const there = std::clamp<std::int64_t>(m_disk_size - at, 0, std::ssize(into));
    auto const known = into.first(static_cast<std::size_t>(there));
    std::ranges::fill(into.subspan(known.size()), std::byte {});
    if (known.empty()) return true;
    if (!read_block(at, known.size())) return false;
    std::ranges::copy(
        std::span(m_block).subspan(static_cast<std::size_t>(at - m_block_at), known.size()), known.begin());
    m_read_end = at + there;
    return true;
}

// Afterwards the block holds the bytes [at, at + count), all of which the disk has.
bool HandleFile::read_block(std::int64_t at, std::size_t count)
{
    auto const end = at + static_cast<std::int64_t>(count);
    if (at >= m_block_at && end <= m_block_at + std::ssize(m_block)) return true;
    bool const forward = m_read_end >= 0 && at >= m_read_end && at - m_read_end <= forward_reach;
    auto const wanted = forward ? std::max(count, read_ahead) : count;
    m_block.resize(static_cast<std::size_t>(std::min(static_cast<std::int64_t>(wanted), m_disk_size - at)));
    m_block_at = at;
    auto const got = m_handles->read(m_slot, m_block.data(), static_cast<int>(m_block.size()), static_cast<double>(at));
    if (got == static_cast<int>(m_block.size())) return true;
    m_block.clear();
    return false;
}

Outcome HandleFile::write(std::int64_t at, std::span<std::byte const> bytes)
{
    m_gathered.put(at, bytes);
    return m_gathered.held() < most_held ? Outcome::done : drain();
}

Outcome HandleFile::drain()
{
    for (auto const& [at, bytes] : m_gathered.runs()) {
        auto const outcome = write_through(at, bytes);
        if (outcome == Outcome::done) continue;
        give_up();
        return outcome;
    }
    m_gathered.clear();
    return Outcome::done;
}

Outcome HandleFile::write_through(std::int64_t at, std::span<std::byte const> bytes)
{
    m_block.clear();
    auto const count = static_cast<int>(bytes.size());
    // Some browsers throw when the disk is full, others return a short or a negative count: the glue makes both one.
    if (m_handles->write(m_slot, bytes.data(), count, static_cast<double>(at)) != count) return Outcome::full;
    m_disk_size = std::max(m_disk_size, at + count);
    return Outcome::done;
}

// Dropped rather than tried again: SQLite takes the whole transaction back, and a run left over from it would fail the
// next one too, which may be small enough to fit.
void HandleFile::give_up()
{
    m_gathered.clear();
    m_block.clear();
    m_disk_size = std::max<std::int64_t>(static_cast<std::int64_t>(m_handles->size(m_slot)), 0);
}

Outcome HandleFile::truncate(std::int64_t size)
{
    m_gathered.cut(size);
    m_block.clear();
    if (m_handles->truncate(m_slot, static_cast<double>(size)) != 0) return Outcome::failed;
    m_disk_size = size;
    return Outcome::done;
}

Outcome HandleFile::sync()
{
    if (auto const outcome = drain(); outcome != Outcome::done) return outcome;
    return m_handles->flush(m_slot) == 0 ? Outcome::done : Outcome::failed;
}

} // namespace keyrack::store
