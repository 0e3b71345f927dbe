#include "sync/replica.hpp"

#include "sync/bundles.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::sync {

namespace {

constexpr int doublings = 9; // from the first delay to beyond the longest

std::string slot_path(std::string const& tenant, std::int64_t slot)
{
    return tenant + "/lanes/" + std::to_string(slot) + ".json";
}

std::string segment_path(std::string const& tenant, std::string const& lane, std::int64_t number)
{
    return tenant + "/" + lane + "/" + std::to_string(number) + ".json";
}

} // namespace

Replica::Replica(Kept kept) : m_kept(std::move(kept))
{
    begin();
}

// A round from its beginning, with what is kept.
void Replica::begin()
{
    know(m_kept, m_kept.device, m_kept.device);
    m_seen_by_others = 0;
    for (auto const& [lane, chain] : m_kept.lanes)
        for (auto const& held : chain.segments)
            m_seen_by_others = std::max(m_seen_by_others, seen_in(held.segment, m_kept.device));
    m_round = {};
    m_inspected = {};
    m_then.reset();
    m_task.reset();
}

codec::TravellingEntry const& Replica::write(std::string actor, std::string command, std::int64_t now_ms)
{
    return sync::write(m_kept, std::move(actor), std::move(command), now_ms);
}

void Replica::add_written(codec::TravellingEntry entry)
{
    sync::add_written(m_kept, std::move(entry));
}

void Replica::cut_all()
{
    while (!m_kept.unsent.empty()) cut_segment(m_kept, longest_segment);
}

Result<void> Replica::join(std::span<codec::Bundle const> bundles)
{
    auto kept = joined(m_kept, bundles);
    if (!kept) return std::unexpected(std::move(kept.error()));
    m_kept = std::move(*kept);
    begin();
    return {};
}

// --- time and answers ------------------------------------------------------------------------------------------------

void Replica::hurry()
{
    if (m_failures == 0) m_wait_until.reset();
}

void Replica::go_elsewhere()
{
    for (auto& [lane, chain] : m_kept.lanes) chain.there = chain.first - 1;
    begin();
    m_seen_by_others = 0;
    m_wait_until.reset();
    m_failures = 0;
    m_trouble = Trouble::none;
}

Effects Replica::tick(std::int64_t now_ms)
{
    if (m_task && now_ms >= m_deadline) return take({ .request = m_request, .body = {} }, now_ms);
    return next(now_ms);
}

Effects Replica::take(Answer const& answer, std::int64_t now_ms)
{
    if (!m_task || answer.request != m_request) return {};
    auto const task = *std::exchange(m_task, std::nullopt);
    m_failed_now = false;
    std::visit([&](auto const& each) { on(each, answer); }, task);
    if (m_failed_now) m_wait_until = now_ms + delay_ms();
    return next(now_ms);
}

Effects Replica::next(std::int64_t now_ms)
{
    Effects effects;
    if (std::exchange(m_entries_changed, false)) effects.emplace_back(EntriesChanged {});
    if (m_task || m_going == Going::paused) return effects;
    if (m_wait_until && now_ms < *m_wait_until) {
        effects.emplace_back(Wait { *m_wait_until });
        return effects;
    }
    m_wait_until.reset();
    m_task = next_task();
    if (!m_task) {
        effects.push_back(rest(now_ms));
        return effects;
    }
    ++m_request;
    m_deadline = now_ms + patience_ms;
    effects.push_back(std::visit([&](auto const& task) { return request(task); }, *m_task));
    return effects;
}

// The end of a round is reached only when each of its requests was answered as it should be.
Effect Replica::rest(std::int64_t now_ms)
{
    m_resting = true;
    m_failures = 0;
    m_trouble = m_round.found_newer ? Trouble::newer : Trouble::none;
    m_wait_until = now_ms + poll_ms;
    m_round = {};
    return Wait { *m_wait_until };
}

std::int64_t Replica::delay_ms() const
{
    return std::min(longest_delay_ms, first_delay_ms << std::min(m_failures, doublings));
}

// What was under way is given up; the round goes on after a while.
void Replica::fail(Trouble trouble)
{
    m_trouble = trouble;
    m_failed_now = true;
    m_resting = false;
    ++m_failures;
    m_then.reset();
}

// --- what comes next -------------------------------------------------------------------------------------------------

std::optional<Replica::Task> Replica::next_task()
{
    if (m_then) return std::exchange(m_then, std::nullopt);
    if (m_round.slot) return ReadSlot { *m_round.slot };
    if (auto task = next_to_write()) return task;
    if (auto task = next_to_read()) return task;
    return next_to_inspect();
}

std::optional<Replica::Task> Replica::next_to_write()
{
    if (auto const& own = own_chain(m_kept); own.there == own.last()) cut_segment(m_kept, longest_segment);
    for (auto const& [lane, chain] : m_kept.lanes) {
        if (chain.there == chain.last()) continue;
        m_resting = false;
        return LookBeforeWriting { { lane, chain.there + 1 } };
    }
    return std::nullopt;
}

std::optional<Replica::Task> Replica::next_to_read() const
{
    for (auto const& [lane, chain] : m_kept.lanes) {
        if (m_round.read.contains(lane)) continue;
        auto const back = m_round.back.find(lane);
        return ReadSegment { { lane, back != m_round.back.end() ? back->second : chain.last() + 1 } };
    }
    return std::nullopt;
}

// One segment a round, and more while some are missing: a folder that vanished is filled again.
std::optional<Replica::Task> Replica::next_to_inspect()
{
    if (m_round.inspected) return std::nullopt;
    auto lane = m_kept.lanes.lower_bound(m_inspected.lane);
    if (lane == m_kept.lanes.end() || lane->first != m_inspected.lane) m_inspected.number = 0;
    for (std::size_t tries = 0; tries <= m_kept.lanes.size(); ++tries) {
        if (lane == m_kept.lanes.end()) lane = m_kept.lanes.begin();
        auto const& chain = lane->second;
        m_inspected = { lane->first, std::max(m_inspected.number + 1, chain.first) };
        if (m_inspected.number <= chain.there) return Inspect { m_inspected };
        ++lane;
        m_inspected.number = 0;
    }
    return std::nullopt;
}

Effect Replica::request(ReadSlot const& task) const
{
    return Get { m_request, slot_path(m_kept.tenant, task.slot) };
}

Effect Replica::request(WriteSlot const& task) const
{
    auto const& chain = m_kept.lanes.find(task.lane)->second;
    codec::LaneCard const card { m_kept.tenant, task.lane, chain.writer, chain.first };
    return Put { m_request, slot_path(m_kept.tenant, task.slot), codec::to_text(card) };
}

Effect Replica::request(WriteSegment const& task) const
{
    auto const& held = m_kept.lanes.find(task.lane)->second.at(task.number);
    return Put { m_request, segment_path(m_kept.tenant, task.lane, task.number), held.text };
}

Effect Replica::request(At const& task) const
{
    return Get { m_request, segment_path(m_kept.tenant, task.lane, task.number) };
}

// --- what a person sees ----------------------------------------------------------------------------------------------

Status Replica::status() const
{
    auto status = status_of(m_kept, m_seen_by_others);
    status.trouble = m_trouble;
    status.resting = m_resting && status.on_this_device == 0;
    return status;
}

} // namespace keyrack::sync
