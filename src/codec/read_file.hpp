#pragma once
// A whole file as one described value. It may name its schema.

#include "codec/json_value.hpp"
#include "codec/read_fields.hpp"

#include <string_view>
#include <utility>

namespace keyrack::codec {

template <Described T>
[[nodiscard]] Result<T> read_file(std::string_view text)
{
    auto const document = parse_json(text);
    if (!document) {
        return std::unexpected(document.error());
    }
    auto const* object = document->template as<JsonObject>();
    if (!object) {
        return std::unexpected(wrong_type(*document, JsonPath {}));
    }
    T value;
    if (auto done = read_members(*object, JsonPath {}, value, "$schema"); !done) {
        return std::unexpected(std::move(done.error()));
    }
    return value;
}

} // namespace keyrack::codec
