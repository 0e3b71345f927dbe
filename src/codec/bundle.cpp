#include "codec/bundle.hpp"

#include "codec/read_file.hpp"
#include "codec/write_fields.hpp"

#include <tuple>

template <>
struct keyrack::Fields<keyrack::codec::BundleLane>
{
    using Lane = codec::BundleLane;
    static constexpr auto list = std::tuple { codec::required("lane", &Lane::lane),
        codec::required("writer", &Lane::writer), field("first", &Lane::first), field("segments", &Lane::segments) };
};

template <>
struct keyrack::Fields<keyrack::codec::Bundle>
{
    using Bundle = codec::Bundle;
    static constexpr auto list = std::tuple { field("bundle", &Bundle::bundle),
        codec::required("tenant", &Bundle::tenant), field("lanes", &Bundle::lanes) };
};

namespace keyrack::codec {

// Beside the other readers and writers, where their templates find them. A segment is longer than any name.
static Result<void> read(JsonValue const& value, JsonPath const& path, SegmentText& into)
{
    auto const* text = value.as<std::string>();
    if (!text) return std::unexpected(wrong_type(value, path));
    into.text = *text;
    return {};
}

static void write(JsonWriter& json, SegmentText const& segment)
{
    json.text(segment.text);
}

namespace {

constexpr std::int64_t bundle_format = 1;

} // namespace

std::string to_text(Bundle const& bundle)
{
    JsonWriter json;
    write(json, bundle);
    return json.take() + "\n";
}

Result<Bundle> read_bundle(std::string_view text)
{
    auto bundle = read_file<Bundle>(text);
    if (bundle && bundle->bundle != bundle_format) {
        return failure("newer_bundle", "bundle", std::to_string(bundle->bundle));
    }
    return bundle;
}

} // namespace keyrack::codec
