#pragma once
// What the store keeps of the exchange (docs/exchange.md): lanes of segments as they travel, and where each
// entry of them stands in the journal.

#include "base/id.hpp"
#include "codec/outcome.hpp"
#include "codec/segment.hpp"
#include "engine/change.hpp"
#include "engine/undo_log.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::store {

// Under which names this database takes part.
struct Identity
{
    std::string tenant; // the folder of the backend
    std::string device; // under which this database writes now
    bool operator==(Identity const&) const = default;
};

struct KeptLane
{
    std::string name, writer;
    std::int64_t first = 1; // number of its first segment
    std::int64_t there = 0; // the last segment that was read on the backend
    bool operator==(KeptLane const&) const = default;
};

struct KeptSegment
{
    std::string lane;
    std::int64_t number = 0;
    std::string sha256, text;
};

struct KeptLanes
{
    Identity identity;
    std::vector<KeptLane> lanes;
    std::vector<KeptSegment> segments; // by lane, in their order
};

// What has changed of it since it was written last.
struct LanesChange
{
    struct Cut
    {
        std::string lane;
        std::int64_t from = 1;
    };

    std::optional<Identity> identity;
    std::vector<KeptLane> lanes; // new ones, and those whose `there` moved
    std::vector<Cut> cuts;       // segments from that number on go, before others come
    std::vector<KeptSegment> segments;

    [[nodiscard]] bool is_empty() const { return !identity && lanes.empty() && cuts.empty() && segments.empty(); }
};

// An entry in its place of the journal.
struct Placing
{
    std::string lane;
    codec::TravellingEntry const* entry = nullptr;
    std::optional<EntryId> was;    // where it stood before: the rows of its import stay as they are
    std::optional<EntryId> undoes; // where the entry stands that it takes back
    codec::Outcome outcome;
};

// The journal from an entry on, and the rows that this leads to: all of it is written, or nothing.
struct Rewriting
{
    EntryId from = EntryId::of_row(0);
    std::vector<Placing> tail; // all entries from there on
    std::vector<engine::Change> puts;
    std::vector<engine::TouchedRow> removed; // rows that no change put any more
    LanesChange lanes;
};

// An entry as it is in the journal, to travel.
struct StoredEntry
{
    std::string device; // its lane
    codec::TravellingEntry entry;
};

enum class WithRows { no, yes }; // of imports

} // namespace keyrack::store
