#pragma once
// What a replica keeps of an exchange: segments in lanes. A lane is a device's, or a branch: where two wrote under one
// name (the profile was copied, or an older state of it came back) both are kept. What stands at the path is the
// device's; what stood there, or was to, goes on in a branch that is named by the digest of its first segment. So
// nothing that was ever held is dropped, and everyone who holds it gives it the same place.

#include "codec/segment.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::sync {

// A segment with its bytes, as it was written or read.
struct Held
{
    std::string sha256;
    std::string text;
    codec::Segment segment;
};

struct Chain
{
    std::string writer;         // whose name the segments bear: the lane's own, unless it is a branch
    std::int64_t first = 1;     // number of the first segment; above 1 in a branch alone
    std::vector<Held> segments; // numbers first, first + 1, … each naming the digest of the one before
    std::int64_t there = 0;     // the last one that was read on the backend, or first − 1

    [[nodiscard]] std::int64_t last() const { return first + static_cast<std::int64_t>(segments.size()) - 1; }
    [[nodiscard]] Held const& at(std::int64_t number) const
    {
        return segments[static_cast<std::size_t>(number - first)];
    }
    [[nodiscard]] bool holds(std::int64_t number) const { return first <= number && number <= last(); }
    // The sequence of its last entry; 0 where it is empty.
    [[nodiscard]] std::int64_t last_sequence() const
    {
        return segments.empty() ? 0 : segments.back().segment.entries.back().sequence;
    }
};

// What survives a crash. Every step leaves it whole.
struct Kept
{
    std::string tenant;
    std::string device;                              // the name under which this replica writes now
    std::map<std::string, Chain, std::less<>> lanes; // the own one too
    std::vector<codec::TravellingEntry> unsent;      // own entries that are in no segment yet
    codec::Seen told;                                // what the last own entry had seen, in all
    std::int64_t time_ms = 0;                        // the latest hybrid time, own or seen
    std::int32_t time_counter = 0;
};

inline constexpr std::size_t longest_segment = 512; // entries

[[nodiscard]] Chain& own_chain(Kept& kept);
[[nodiscard]] Chain const& own_chain(Kept const& kept);
[[nodiscard]] std::int64_t last_own_sequence(Kept const& kept);

// Makes the lane known; what is known of it already stays.
void know(Kept& kept, std::string const& lane, std::string const& writer, std::int64_t first = 1);

// A command as an entry: the next sequence, a hybrid time, what this device has seen
// since its last one. Nothing changes yet.
[[nodiscard]] codec::TravellingEntry next_entry(
    Kept const& kept, std::string actor, std::string command, std::int64_t now_ms);
// The entry that next_entry made, once it is kept.
codec::TravellingEntry const& add_written(Kept& kept, codec::TravellingEntry entry);
// Both at once.
codec::TravellingEntry const& write(Kept& kept, std::string actor, std::string command, std::int64_t now_ms);
// Entries that are in no segment yet become one of the own lane, the earliest `most` of them. It is what it is from
// then on: a second attempt to send it writes the same bytes.
void cut_segment(Kept& kept, std::size_t most);

// The lane of a branch that begins with this segment.
[[nodiscard]] std::string branch_name(Held const& first);
// Whether the segment can stand in the lane: after the segment whose digest it names.
[[nodiscard]] bool fits(Kept const& kept, std::string_view lane, Held const& held);
// Puts it there, at the end, and takes note of its time and of the lanes that its entries had seen.
void take_in(Kept& kept, std::string const& lane, Held held);
// The segments from `number` on go on in a branch, because another stands at that path.
void branch_off(Kept& kept, std::string const& lane, std::int64_t number);
// This replica writes under a name of its own from now on, which depends on what it holds
// and on what it `found` under the old.
void take_new_name(Kept& kept, std::string_view found);

// Up to which entry of the device the segment's writer says that it had seen.
[[nodiscard]] std::int64_t seen_in(codec::Segment const& segment, std::string_view device);

// An entry in its lane.
struct Placed
{
    std::string_view lane;
    codec::TravellingEntry const* entry = nullptr;
};

// All entries that are kept, own unsent ones too, in the one order in which they are folded (order.hpp). An entry that
// two lanes have, since a profile was copied before it was sent, is there once.
[[nodiscard]] std::vector<Placed> entries_in_order(Kept const& kept);

} // namespace keyrack::sync
