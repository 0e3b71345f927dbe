#pragma once
// A JSON text as a checked value. Nothing here throws, recurses over input or takes a duplicate key in silence; numbers
// are integers of 64 bits or nothing that Keyrack uses.

#include "base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace keyrack::codec {

// Deeper than this, no file of ours goes; a file that does is refused before it costs memory.
inline constexpr std::size_t deepest_nesting = 8;

struct JsonValue;
struct JsonMember;
struct JsonFraction // a number with a fraction, an exponent or more than 64 bits: never asked for, so never kept
{
    bool operator==(JsonFraction const&) const = default;
};

using JsonArray = std::vector<JsonValue>;
using JsonObject = std::vector<JsonMember>; // in the order of the text, keys distinct

struct JsonValue
{
    std::variant<std::monostate, bool, std::int64_t, JsonFraction, std::string, JsonArray, JsonObject> content;

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(content); }
    // Nothing where the value is of another kind.
    template <class T>
    [[nodiscard]] T const* as() const
    {
        return std::get_if<T>(&content);
    }
};

struct JsonMember
{
    std::string key;
    JsonValue value;
};

// Nothing where the object has no such member.
[[nodiscard]] JsonValue const* member(JsonObject const& object, std::string_view key);

// Where a text begins within its file, so that errors name the place in the file.
struct JsonStart
{
    std::int64_t line = 1;
    std::int64_t column = 1; // in bytes
};

// Errors: `json_syntax`, `json_truncated` and `not_utf8` at "line:column", `json_depth` and `duplicate_field` at their path.
[[nodiscard]] Result<JsonValue> parse_json(std::string_view text, JsonStart const& start = {});

// A value as a person would quote it in an error: short, lists and objects as `[…]` and `{…}`.
[[nodiscard]] std::string quoted(JsonValue const& value);

// "17:4": the place of the byte at `offset` of a text that begins at `start`.
[[nodiscard]] std::string place_of(std::string_view text, std::size_t offset, JsonStart const& start);

} // namespace keyrack::codec
