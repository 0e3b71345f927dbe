#include "sync/bundles.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace keyrack::sync {

namespace {

// The segments of one writer, by the digest of the one before and then by their own.
using ByPrevious = std::map<std::string, std::map<std::string, Held>>;

std::string place_of(std::string const& lane, std::int64_t number)
{
    return lane + "/" + std::to_string(number);
}

Result<void> collect(codec::BundleLane const& lane, std::string const& tenant, std::map<std::string, ByPrevious>& into)
{
    for (std::int64_t number = lane.first; auto const& [text] : lane.segments) {
        auto const place = place_of(lane.lane, number);
        auto read = codec::read_segment(text);
        if (!read) return failure(read.error().what, place, read.error().detail);
        auto const& segment = read->segment;
        if (segment.tenant != tenant || segment.writer != lane.writer || segment.number != number++)
            return failure("segment_damaged", place);
        auto& siblings = into[lane.writer][segment.previous];
        siblings.try_emplace(read->sha256, Held { read->sha256, text, segment });
    }
    return {};
}

// A lane from its first segment on, and those that claimed a place in it.
struct Growing
{
    std::string lane;
    Held first;
};

// Takes the segments that follow `previous` out of those that are left: the least stays, the others begin branches.
std::optional<Held> take_next(ByPrevious& left, std::string const& previous, std::vector<Growing>& branches)
{
    auto const found = left.find(previous);
    if (found == left.end()) return std::nullopt;
    auto siblings = std::move(found->second);
    left.erase(found);
    auto next = std::move(siblings.begin()->second);
    for (auto other = std::next(siblings.begin()); other != siblings.end(); ++other)
        branches.push_back({ branch_name(other->second), std::move(other->second) });
    return next;
}

void grow(Kept& kept, ByPrevious& left, Growing growing, std::vector<Growing>& branches)
{
    know(kept, growing.lane, growing.first.segment.writer, growing.first.segment.number);
    for (std::optional next = std::move(growing.first); next;) {
        auto const digest = next->sha256;
        if (!fits(kept, growing.lane, *next)) {
            left[next->segment.previous].try_emplace(digest, std::move(*next));
            return;
        }
        take_in(kept, growing.lane, std::move(*next));
        next = take_next(left, digest, branches);
    }
}

Result<void> grow_lanes(Kept& kept, std::string const& writer, ByPrevious& left)
{
    std::vector<Growing> growing;
    if (auto first = take_next(left, {}, growing)) growing.push_back({ writer, std::move(*first) });
    while (!growing.empty()) {
        auto lane = std::move(growing.back());
        growing.pop_back();
        grow(kept, left, std::move(lane), growing);
    }
    if (left.empty()) return {};
    auto earliest = std::numeric_limits<std::int64_t>::max();
    for (auto const& [previous, siblings] : left)
        for (auto const& [digest, held] : siblings) earliest = std::min(earliest, held.segment.number);
    return failure("segment_missing", place_of(writer, earliest));
}

} // namespace

codec::Bundle bundle_of(Kept& kept)
{
    cut_segment(kept, std::numeric_limits<std::ptrdiff_t>::max());
    codec::Bundle bundle { .tenant = kept.tenant, .lanes = {} };
    for (auto const& [name, chain] : kept.lanes) {
        if (chain.segments.empty()) continue;
        auto& lane = bundle.lanes.emplace_back(codec::BundleLane { name, chain.writer, chain.first, {} });
        for (auto const& held : chain.segments) lane.segments.push_back({ held.text });
    }
    return bundle;
}

Result<Kept> merged(std::span<codec::Bundle const> bundles)
{
    std::map<std::string, ByPrevious> segments;
    for (auto const& bundle : bundles) {
        if (bundle.tenant != bundles.front().tenant) return failure("other_tenant", {}, bundle.tenant);
        for (auto const& lane : bundle.lanes)
            if (auto done = collect(lane, bundle.tenant, segments); !done) return std::unexpected(done.error());
    }
    Kept kept { .tenant = bundles.front().tenant, .device = {}, .lanes = {}, .unsent = {}, .told = {} };
    for (auto& [writer, left] : segments)
        if (auto done = grow_lanes(kept, writer, left); !done) return std::unexpected(done.error());
    for (auto& [name, chain] : kept.lanes) chain.there = chain.last();
    return kept;
}

namespace {

// How many segments two chains have in common from the first on.
std::int64_t common(Chain const& one, Chain const& other)
{
    auto const [end, other_end] = std::ranges::mismatch(one.segments, other.segments, {}, &Held::sha256, &Held::sha256);
    return end - one.segments.begin();
}

} // namespace

Result<Kept> joined(Kept kept, std::span<codec::Bundle const> bundles)
{
    while (!kept.unsent.empty()) cut_segment(kept, longest_segment);
    std::vector<codec::Bundle> all { bundles.begin(), bundles.end() };
    all.push_back(bundle_of(kept));
    auto both = merged(all);
    if (!both) return both;
    both->device = kept.device;
    both->told = std::move(kept.told);
    know(*both, kept.device, kept.device);
    for (auto const& [name, chain] : kept.lanes) know(*both, name, chain.writer, chain.first);
    for (auto& [name, chain] : both->lanes) {
        auto const before = kept.lanes.find(name);
        chain.there = chain.first - 1;
        if (before != kept.lanes.end())
            chain.there = std::min(before->second.there, chain.there + common(before->second, chain));
    }
    both->time_ms = std::max(both->time_ms, kept.time_ms);
    both->time_counter = std::max(both->time_counter, kept.time_counter);
    auto const& own = own_chain(*both);
    auto const held = own_chain(kept).segments.size();
    auto const same = static_cast<std::size_t>(common(own_chain(kept), own));
    if (same < own.segments.size())
        take_new_name(*both, own.segments[same].sha256);
    else if (same < held)
        take_new_name(*both, own_chain(kept).segments[same].sha256);
    return both;
}

} // namespace keyrack::sync
