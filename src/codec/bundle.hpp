#pragma once
// A bundle: all segments of a tenant in one file, for a stick, a mail or a static host. The segments stand in it as they are, byte
// for byte, so a bundle that is read and written again is the same file. Shape: docs/exchange.md; schema: bundle.schema.json.

#include "codec/segment.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keyrack::codec {

struct SegmentText // as to_text(Segment) made it
{
    std::string text;
    bool operator==(SegmentText const&) const = default;
};

struct BundleLane
{
    std::string lane;
    std::string writer;
    std::int64_t first = 1;
    std::vector<SegmentText> segments; // in their order
    bool operator==(BundleLane const&) const = default;
};

struct Bundle
{
    std::int64_t bundle = 1; // the format
    std::string tenant;
    std::vector<BundleLane> lanes; // by name
    bool operator==(Bundle const&) const = default;
};

[[nodiscard]] std::string to_text(Bundle const& bundle);
// Errors: those of parse_json and read_fields.hpp, and `newer_bundle`. The segments are not looked into.
[[nodiscard]] Result<Bundle> read_bundle(std::string_view text);

} // namespace keyrack::codec
