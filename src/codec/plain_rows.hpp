#pragma once
// The quick way to read a row of a tenant file: nearly every row has all its fields in our order and text without escapes.
// Says nothing about any other row, which read_row then judges; where it gives a command, read_row gives the same.

#include "codec/tenant_rows.hpp"
#include "engine/command.hpp"

#include <optional>
#include <string_view>

namespace keyrack::codec {

// `text`: one object, from its first bracket to its last.
[[nodiscard]] std::optional<engine::Command> plain_row(Section section, std::string_view text);

} // namespace keyrack::codec
