// What came of an answer, by what was asked.
#include "sync/replica.hpp"

#include "sync/guard.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::sync {

namespace {

constexpr int strange_slots_in_succession = 3; // more are no torn writes, but a server that answers all with one page

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

} // namespace

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

} // namespace keyrack::sync
