#include "store/gathered_writes.hpp"

#include <algorithm>
#include <iterator>

namespace keyrack::store {

namespace {

std::int64_t end_of(GatheredWrites::Runs::value_type const& run)
{
    return run.first + std::ssize(run.second);
}

} // namespace

void GatheredWrites::put(std::int64_t at, std::span<std::byte const> bytes)
{
    if (bytes.empty()) return;
    auto const run = run_touching(at);
    auto const offset = static_cast<std::size_t>(at - run->first);
    auto const before = run->second.size();
    if (before < offset + bytes.size()) run->second.resize(offset + bytes.size());
    std::ranges::copy(bytes, run->second.begin() + static_cast<std::ptrdiff_t>(offset));
    m_held += run->second.size() - before;
    swallow_followers(run);
}

// The run that holds `at` or ends there, or a new empty one.
GatheredWrites::Runs::iterator GatheredWrites::run_touching(std::int64_t at)
{
    auto const behind = m_runs.upper_bound(at);
    if (behind != m_runs.begin() && end_of(*std::prev(behind)) >= at) return std::prev(behind);
    return m_runs.emplace_hint(behind, at, std::vector<std::byte> {});
}

void GatheredWrites::swallow_followers(Runs::iterator run)
{
    for (auto next = std::next(run); next != m_runs.end() && next->first <= end_of(*run);) {
        auto const known =
            static_cast<std::ptrdiff_t>(std::min<std::int64_t>(end_of(*run) - next->first, std::ssize(next->second)));
        run->second.insert(run->second.end(), next->second.begin() + known, next->second.end());
        m_held -= static_cast<std::size_t>(known);
        next = m_runs.erase(next);
    }
}

void GatheredWrites::cut(std::int64_t size)
{
    while (!m_runs.empty() && end_of(*m_runs.rbegin()) > size) {
        auto const last = std::prev(m_runs.end());
        auto const kept = static_cast<std::size_t>(std::max<std::int64_t>(size - last->first, 0));
        m_held -= last->second.size() - kept;
        last->second.resize(kept);
        if (kept == 0) m_runs.erase(last);
    }
}

void GatheredWrites::clear()
{
    m_runs.clear();
    m_held = 0;
}

std::int64_t GatheredWrites::end() const
{
    return m_runs.empty() ? 0 : end_of(*m_runs.rbegin());
}

bool GatheredWrites::covers(std::int64_t at, std::size_t count) const
{
    auto const behind = m_runs.upper_bound(at);
    return behind != m_runs.begin() && end_of(*std::prev(behind)) >= at + static_cast<std::int64_t>(count);
}

void GatheredWrites::lay_over(std::int64_t at, std::span<std::byte> into) const
{
    auto const end = at + std::ssize(into);
    auto run = m_runs.upper_bound(at);
    if (run != m_runs.begin()) --run;
    for (; run != m_runs.end() && run->first < end; ++run) {
        auto const from = std::max(at, run->first);
        auto const to = std::min(end, end_of(*run));
        if (from >= to) continue;
        auto const held = std::span { run->second }.subspan(static_cast<std::size_t>(from - run->first));
        std::ranges::copy(
            held.first(static_cast<std::size_t>(to - from)), into.begin() + static_cast<std::ptrdiff_t>(from - at));
    }
}

} // namespace keyrack::store
