#include "sync/lanes.hpp"

#include "codec/sha256.hpp"
#include "sync/guard.hpp"
#include "sync/order.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace keyrack::sync {

namespace {

constexpr std::size_t length_of_names = 32;

// What the device has seen and did not tell yet.
codec::Seen what_is_new(Kept const& kept)
{
    codec::Seen seen;
    for (auto const& [lane, chain] : kept.lanes) {
        auto const count = chain.last_sequence();
        auto const told = kept.told.find(lane);
        if (lane == kept.device || count == 0 || (told != kept.told.end() && told->second == count)) continue;
        seen[lane] = count;
    }
    return seen;
}

void note_told(Kept& kept, codec::Seen const& seen)
{
    for (auto const& [lane, count] : seen) kept.told[lane] = count;
}

// The segment of that number and digest, in whichever lane it is.
Held const* find(Kept const& kept, std::int64_t number, std::string_view sha256)
{
    for (auto const& [lane, chain] : kept.lanes)
        if (chain.holds(number) && chain.at(number).sha256 == sha256) return &chain.at(number);
    return nullptr;
}

bool holds(Kept const& kept, std::string_view lane, Held const& held)
{
    auto const& chain = kept.lanes.find(lane)->second;
    auto const number = held.segment.number;
    return chain.holds(number) && chain.at(number).sha256 == held.sha256;
}

// The same whichever lane it is in.
auto identity(std::string_view writer, codec::TravellingEntry const& entry)
{
    return std::tuple { writer, entry.sequence, entry.time_ms, entry.time_counter, std::string_view { entry.command } };
}

using Identities = std::set<decltype(identity({}, {}))>;

// The entries of a chain that no lane before has; and those that are in no segment yet.
Lane lane_of(std::string_view name, Chain const& chain, std::span<codec::TravellingEntry const> unsent, Identities& had)
{
    Lane lane { .device = name, .entries = {} };
    auto const add = [&](codec::TravellingEntry const& entry) {
        if (had.insert(identity(chain.writer, entry)).second) lane.entries.push_back(&entry);
    };
    for (auto const& held : chain.segments) std::ranges::for_each(held.segment.entries, add);
    std::ranges::for_each(unsent, add);
    return lane;
}

} // namespace

Chain& own_chain(Kept& kept)
{
    return kept.lanes.find(kept.device)->second;
}

Chain const& own_chain(Kept const& kept)
{
    return kept.lanes.find(kept.device)->second;
}

std::int64_t last_own_sequence(Kept const& kept)
{
    return kept.unsent.empty() ? own_chain(kept).last_sequence() : kept.unsent.back().sequence;
}

void know(Kept& kept, std::string const& lane, std::string const& writer, std::int64_t first)
{
    kept.lanes.try_emplace(lane, Chain { .writer = writer, .first = first, .segments = {}, .there = first - 1 });
}

codec::TravellingEntry next_entry(Kept const& kept, std::string actor, std::string command, std::int64_t now_ms)
{
    auto const is_later = now_ms > kept.time_ms || left_out(Guard::hybrid_time);
    return { .sequence = last_own_sequence(kept) + 1,
        .time_ms = is_later ? now_ms : kept.time_ms,
        .time_counter = is_later ? 0 : kept.time_counter + 1,
        .actor = std::move(actor),
        .schema = 1,
        .seen = what_is_new(kept),
        .undoes = {},
        .command = std::move(command),
        .rows = {} };
}

codec::TravellingEntry const& add_written(Kept& kept, codec::TravellingEntry entry)
{
    kept.time_ms = entry.time_ms;
    kept.time_counter = entry.time_counter;
    note_told(kept, entry.seen);
    return kept.unsent.emplace_back(std::move(entry));
}

codec::TravellingEntry const& write(Kept& kept, std::string actor, std::string command, std::int64_t now_ms)
{
    return add_written(kept, next_entry(kept, std::move(actor), std::move(command), now_ms));
}

void cut_segment(Kept& kept, std::size_t most)
{
    auto& unsent = kept.unsent;
    if (unsent.empty()) return;
    auto& chain = own_chain(kept);
    auto const end = unsent.begin() + std::min(std::ssize(unsent), static_cast<std::ptrdiff_t>(most));
    codec::Segment segment { .tenant = kept.tenant,
        .writer = kept.device,
        .number = chain.last() + 1,
        .previous = chain.segments.empty() ? std::string {} : chain.segments.back().sha256,
        .entries = { std::make_move_iterator(unsent.begin()), std::make_move_iterator(end) } };
    unsent.erase(unsent.begin(), end);
    auto text = codec::to_text(segment);
    auto sha256 = codec::digest_in(text);
    chain.segments.push_back({ .sha256 = std::move(sha256), .text = std::move(text), .segment = std::move(segment) });
}

std::string branch_name(Held const& first)
{
    return first.sha256.substr(0, length_of_names);
}

bool fits(Kept const& kept, std::string_view lane, Held const& held)
{
    auto const& chain = kept.lanes.find(lane)->second;
    auto const& segment = held.segment;
    if (segment.writer != chain.writer || segment.number != chain.last() + 1) return false;
    if (left_out(Guard::chain)) return true;
    auto const begins_branch = lane != chain.writer && chain.segments.empty();
    if (begins_branch && lane != branch_name(held)) return false;
    if (segment.number == 1) return segment.previous.empty() && segment.entries.front().sequence == 1;
    auto const* before = find(kept, segment.number - 1, segment.previous);
    if (!before || segment.entries.front().sequence != before->segment.entries.back().sequence + 1) return false;
    return chain.segments.empty() || before->sha256 == chain.segments.back().sha256;
}

void take_in(Kept& kept, std::string const& lane, Held held)
{
    auto const& last = held.segment.entries.back();
    if (std::tuple { last.time_ms, last.time_counter } > std::tuple { kept.time_ms, kept.time_counter }) {
        kept.time_ms = last.time_ms;
        kept.time_counter = last.time_counter;
    }
    kept.lanes.find(lane)->second.segments.push_back(std::move(held));
}

void branch_off(Kept& kept, std::string const& lane, std::int64_t number)
{
    auto& chain = kept.lanes.find(lane)->second;
    auto const from = chain.segments.begin() + static_cast<std::ptrdiff_t>(number - chain.first);
    std::vector<Held> moved { std::make_move_iterator(from), std::make_move_iterator(chain.segments.end()) };
    chain.segments.erase(from, chain.segments.end());
    chain.there = std::min(chain.there, number - 1);
    if (left_out(Guard::branches)) return;
    auto const writer = chain.writer;
    for (std::string branch; auto& held : moved) {
        auto const place = held.segment.number;
        if (branch.empty() || !(holds(kept, branch, held) || fits(kept, branch, held))) branch = branch_name(held);
        know(kept, branch, writer, place);
        if (!holds(kept, branch, held)) kept.lanes.find(branch)->second.segments.push_back(std::move(held));
    }
}

void take_new_name(Kept& kept, std::string_view found)
{
    std::string content = kept.device;
    content += found;
    for (auto const& entry : kept.unsent) content += std::to_string(entry.time_ms) + " " + entry.command + "\n";
    kept.device = codec::sha256_hex(content).substr(0, length_of_names);
    kept.told.clear();
    know(kept, kept.device, kept.device);
    for (std::int64_t sequence = 0; auto& entry : kept.unsent) {
        entry.sequence = ++sequence;
        auto const seen = what_is_new(kept);
        note_told(kept, seen);
        for (auto const& [lane, count] : seen) entry.seen[lane] = count;
    }
}

std::int64_t seen_in(codec::Segment const& segment, std::string_view device)
{
    std::int64_t most = 0;
    for (auto const& entry : segment.entries)
        if (auto const seen = entry.seen.find(device); seen != entry.seen.end()) most = std::max(most, seen->second);
    return most;
}

std::vector<Placed> entries_in_order(Kept const& kept)
{
    std::vector<Lane> lanes;
    Identities had;
    for (bool const branches : { false, true })
        for (auto const& [name, chain] : kept.lanes) {
            if ((name != chain.writer) != branches) continue;
            std::span<codec::TravellingEntry const> unsent;
            if (name == kept.device) unsent = kept.unsent;
            lanes.push_back(lane_of(name, chain, unsent, had));
        }
    std::ranges::sort(lanes, {}, &Lane::device);
    std::vector<Placed> placed;
    for (auto const& [lane, index] : merge_order(lanes))
        placed.push_back({ lanes[lane].device, lanes[lane].entries[index] });
    return placed;
}

} // namespace keyrack::sync
