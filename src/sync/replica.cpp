#include "sync/replica.hpp"

#include "sync/bundles.hpp"
#include "sync/guard.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::sync {

namespace {

constexpr int strange_slots_in_succession = 3; // more are no torn writes, but a server that answers all with one page
constexpr int doublings = 9;                   // from the first delay to beyond the longest

Trouble trouble_of(Answered how)
{
    return how == Answered::refused ? Trouble::refused : Trouble::unreachable;
}

bool brings_nothing(Answer const& answer)
{
    return answer.how == Answered::refused || answer.how == Answered::failed;
}

bool is_of_newer_format(Answer const& answer)
{
    if (answer.how != Answered::found) return false;
    auto const read = codec::read_segment(answer.body);
    return !read && read.error().what == "newer_segment";
}

std::string slot_path(std::string const& tenant, std::int64_t slot)
{
    return tenant + "/lanes/" + std::to_string(slot) + ".json";
}

std::string segment_path(std::string const& tenant, std::string const& lane, std::int64_t number)
{
    return tenant + "/" + lane + "/" + std::to_string(number) + ".json";
}

// Up to which entry of the device the segment's writer says that it had seen.
std::int64_t seen_in(codec::Segment const& segment, std::string_view device)
{
    std::int64_t most = 0;
    for (auto const& entry : segment.entries)
        if (auto const seen = entry.seen.find(device); seen != entry.seen.end()) most = std::max(most, seen->second);
    return most;
}

} // namespace

Replica::Replica(Kept kept) : m_kept(std::move(kept))
{
    know(m_kept, m_kept.device, m_kept.device);
    for (auto const& [lane, chain] : m_kept.lanes)
        for (auto const& held : chain.segments)
            m_seen_by_others = std::max(m_seen_by_others, seen_in(held.segment, m_kept.device));
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
    auto const going = m_going;
    *this = Replica { std::move(*kept) };
    m_going = going;
    return {};
}

// --- time and answers ------------------------------------------------------------------------------------------------

void Replica::go_elsewhere()
{
    for (auto& [lane, chain] : m_kept.lanes) chain.there = chain.first - 1;
    m_seen_by_others = 0;
    m_round = {};
    m_inspected = {};
    m_task.reset();
    m_wait_until.reset();
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

// --- slots -----------------------------------------------------------------------------------------------------------

void Replica::on(ReadSlot const& task, Answer const& answer)
{
    if (brings_nothing(answer)) return fail(trouble_of(answer.how));
    if (answer.how == Answered::found) return read_slot(task.slot, answer.body);
    if (auto lane = lane_without_slot(); lane.empty()) {
        m_round.slot.reset();
    } else if (m_round.written_slot == task.slot) {
        m_round.written_slot = 0;
        fail(Trouble::not_kept);
    } else {
        m_then = WriteSlot { task.slot, std::move(lane) };
    }
}

void Replica::read_slot(std::int64_t slot, std::string_view body)
{
    auto const card = codec::read_lane_card(body);
    m_round.slot = slot + 1;
    if (card && card->tenant == m_kept.tenant) {
        m_round.strange_slots = 0;
        m_round.announced.insert(card->lane);
        know(m_kept, card->lane, card->writer, card->first);
    } else if (++m_round.strange_slots > strange_slots_in_succession) {
        m_round.slot = 1;
        m_round.strange_slots = 0;
        fail(Trouble::foreign);
    }
}

// The own lane before all; then those whose writers may not be there any more to say so.
std::string Replica::lane_without_slot() const
{
    bool const has_written = !own_chain(m_kept).segments.empty() || !m_kept.unsent.empty();
    if (has_written && !m_round.announced.contains(m_kept.device)) return m_kept.device;
    auto const needs_slot = [&](auto const& each) {
        return !each.second.segments.empty() && !m_round.announced.contains(each.first);
    };
    auto const found = std::ranges::find_if(m_kept.lanes, needs_slot);
    return found == m_kept.lanes.end() ? std::string {} : found->first;
}

void Replica::on(WriteSlot const& task, Answer const& answer)
{
    if (brings_nothing(answer)) return fail(trouble_of(answer.how));
    m_round.written_slot = task.slot; // it is read next, and says whether it was kept
}

// --- segments --------------------------------------------------------------------------------------------------------

std::optional<Held> Replica::expected(Answer const& answer, At const& at) const
{
    auto const lane = m_kept.lanes.find(at.lane);
    if (answer.how != Answered::found || lane == m_kept.lanes.end()) return std::nullopt;
    auto read = codec::read_segment(answer.body);
    if (!read || read->segment.tenant != m_kept.tenant || read->segment.writer != lane->second.writer
        || read->segment.number != at.number) {
        return std::nullopt;
    }
    return Held { .sha256 = std::move(read->sha256), .text = answer.body, .segment = std::move(read->segment) };
}

void Replica::is_there(At const& at)
{
    auto& chain = m_kept.lanes.find(at.lane)->second;
    chain.there = std::max(chain.there, at.number);
}

void Replica::on(LookBeforeWriting const& task, Answer const& answer)
{
    if (brings_nothing(answer)) return fail(trouble_of(answer.how));
    auto found = expected(answer, task);
    auto const& held = m_kept.lanes.find(task.lane)->second.at(task.number);
    if (found && found->sha256 == held.sha256) {
        is_there(task);
    } else if (!found) {
        m_then = WriteSegment { task };
    } else {
        make_room(task, std::move(*found));
    }
}

void Replica::on(WriteSegment const& task, Answer const& answer)
{
    if (brings_nothing(answer)) return fail(trouble_of(answer.how));
    if (left_out(Guard::read_back)) return is_there(task);
    m_then = ReadBack { task };
}

void Replica::on(ReadBack const& task, Answer const& answer)
{
    if (brings_nothing(answer)) return fail(trouble_of(answer.how));
    auto found = expected(answer, task);
    auto const& held = m_kept.lanes.find(task.lane)->second.at(task.number);
    if (!found) {
        fail(answer.how == Answered::absent ? Trouble::not_kept : Trouble::foreign);
    } else if (found->sha256 == held.sha256) {
        is_there(task);
        m_failures = 0;
    } else {
        make_room(task, std::move(*found));
    }
}

void Replica::on(ReadSegment const& task, Answer const& answer)
{
    if (brings_nothing(answer)) return fail(trouble_of(answer.how));
    if (auto found = expected(answer, task)) return consider(task, std::move(*found));
    // Nothing further, for this round. What is torn is written again by whoever holds it; a server that answers all
    // with one page was noticed at the slots.
    m_round.read.insert(task.lane);
    m_round.back.erase(task.lane);
    m_round.found_newer = m_round.found_newer || is_of_newer_format(answer);
}

// A segment that follows on what is held is taken in. Where it does not, the one before is looked at again: two may
// have written under one name, and another may stand there now.
void Replica::consider(At const& at, Held found)
{
    auto const& chain = m_kept.lanes.find(at.lane)->second;
    m_round.back.erase(at.lane);
    if (chain.holds(at.number) && chain.at(at.number).sha256 == found.sha256) {
        m_round.read.insert(at.lane);
    } else if (chain.holds(at.number) || fits(m_kept, at.lane, found)) {
        make_room(at, std::move(found));
    } else if (chain.holds(at.number - 1)) {
        m_round.back[at.lane] = at.number - 1;
    } else {
        m_round.read.insert(at.lane);
    }
}

// `found` stands at the path. What is held from there on, if anything, goes on in a branch; and whoever finds
// another under its own name takes a new one.
void Replica::make_room(At const& at, Held found)
{
    if (m_kept.lanes.find(at.lane)->second.holds(at.number)) branch_off(m_kept, at.lane, at.number);
    auto const digest = found.sha256;
    if (fits(m_kept, at.lane, found)) {
        m_seen_by_others = std::max(m_seen_by_others, seen_in(found.segment, m_kept.device));
        take_in(m_kept, at.lane, std::move(found));
        is_there(at);
    }
    if (at.lane == m_kept.device) {
        take_new_name(m_kept, digest);
        m_seen_by_others = 0;
        m_round = {};
    }
    m_entries_changed = true;
}

void Replica::on(Inspect const& task, Answer const& answer)
{
    if (brings_nothing(answer)) return fail(trouble_of(answer.how));
    auto found = expected(answer, task);
    auto& chain = m_kept.lanes.find(task.lane)->second;
    if (!found) {
        chain.there = std::min(chain.there, task.number - 1); // is written and read back again
        if (left_out(Guard::absence)) chain.segments.resize(static_cast<std::size_t>(task.number - chain.first));
    } else if (found->sha256 == chain.at(task.number).sha256) {
        m_round.inspected = true;
    } else {
        m_round.read.erase(task.lane);
        make_room(task, std::move(*found));
    }
}

// --- what a person sees ----------------------------------------------------------------------------------------------

Status Replica::status() const
{
    auto const& own = own_chain(m_kept);
    auto const sent = own.there == 0 ? 0 : own.at(own.there).segment.entries.back().sequence;
    Status status { .on_this_device = std::ssize(m_kept.unsent),
        .sent = sent,
        .seen = std::min(sent, m_seen_by_others),
        .trouble = m_trouble };
    for (auto const& [lane, chain] : m_kept.lanes)
        for (auto const& held : chain.segments) {
            auto const count = std::ssize(held.segment.entries);
            if (held.segment.number > chain.there) status.on_this_device += count;
            if (lane != m_kept.device) status.received += count;
        }
    status.resting = m_resting && status.on_this_device == 0;
    return status;
}

Whereabouts Replica::whereabouts(std::int64_t own_sequence) const
{
    auto const now = status();
    if (own_sequence > now.sent) return Whereabouts::on_this_device;
    return own_sequence > now.seen ? Whereabouts::sent : Whereabouts::seen_by_others;
}

} // namespace keyrack::sync
