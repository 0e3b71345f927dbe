#pragma once
// A segment: entries of one writer as they travel. Written once and never changed; each names the digest
// of the one before, so a writer's segments are a chain. Shape, with an example: docs/exchange.md;
// schema: assets/schema/segment.schema.json.
//
//     {"sha256":"…","content":
//     {"format":1,"tenant":"northwind","writer":"a1","number":2,"previous":"…","entries":[
//     {"sequence":7,"time_ms":1780272000000,"time_counter":0,"actor":"Maren Kjær","schema":1,"command":{…}},
//     {"sequence":8,…,"command":{"kind":"import",…},"rows":[
//     {"kind":"add_room",…},
//     {"kind":"add_room",…}
//     ]}
//     ]}}
//
// It is JSON and laid out by the line, so that a command this version does not know is kept as the text that it is.

#include "base/error.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::codec {

inline constexpr std::int64_t segment_format = 1;

struct EntryName
{
    std::string device;
    std::int64_t sequence = 0; // counts the device's entries from 1
    auto operator<=>(EntryName const&) const = default;
};

// How many entries of each device are known; devices of which none is are left out.
using Seen = std::map<std::string, std::int64_t, std::less<>>;

// As it stands in an entry; empty where nothing is.
[[nodiscard]] std::string seen_to_json(Seen const& seen);
// Errors: those of parse_json and read_fields.hpp.
[[nodiscard]] Result<Seen> seen_from_json(std::string_view text);

struct TravellingEntry
{
    std::int64_t sequence = 0;
    std::int64_t time_ms = 0;
    std::int32_t time_counter = 0;
    std::string actor;
    std::int32_t schema = 1;
    Seen seen; // when it was written, of other devices; only what grew since the device's entry before
    std::optional<EntryName> undoes;
    std::string command;           // JSON, one line
    std::vector<std::string> rows; // of an import: commands, as JSON
    bool operator==(TravellingEntry const&) const = default;
};

struct Segment
{
    std::string tenant;
    std::string writer;
    std::int64_t number = 0;              // from 1
    std::string previous;                 // digest of the one before; empty for the first
    std::vector<TravellingEntry> entries; // at least one, sequences without a gap
    bool operator==(Segment const&) const = default;
};

// The one text of a segment: the same segment is the same bytes everywhere.
[[nodiscard]] std::string to_text(Segment const& segment);
// What that text names as its digest.
[[nodiscard]] std::string digest_in(std::string_view text);

struct ReadSegment
{
    Segment segment;
    std::string sha256;
};

// Errors: `segment_damaged` (torn, cut short, another page: the digest is not that of the bytes), `newer_segment`, and
// those of read_fields.hpp with the path in the file.
[[nodiscard]] Result<ReadSegment> read_segment(std::string_view text);

// Says in a slot of the backend which lane of segments there is. A lane is a device's, or a branch: where two wrote
// under one name, a copied profile, the segments that lost their place go on existing in a lane of their own.
struct LaneCard
{
    std::string tenant;
    std::string lane;
    std::string writer;     // whose name the segments bear; the lane's own, unless it is a branch
    std::int64_t first = 1; // number of its first segment
    bool operator==(LaneCard const&) const = default;
};

[[nodiscard]] std::string to_text(LaneCard const& card);
// Errors: those of read_segment, and `bad_text` and `bad_number` for names and numbers that are none.
[[nodiscard]] Result<LaneCard> read_lane_card(std::string_view text);

// 1 to 64 of a-z, 0-9 and "-": a part of a path on every backend.
[[nodiscard]] bool is_device_name(std::string_view text);

} // namespace keyrack::codec
