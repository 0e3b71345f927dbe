#pragma once
// Commands as JSON: {"kind":"assign","pairs":[{"licence":"PO-77/3","room":"boardroom"}],"from":"2026-06-01"}. Keys are those
// of the command's members; what is nothing (no end, no date) is left out. Schema: assets/schema/command.schema.json.
// Reading is strict: unknown fields, missing fields and wrong types are errors that name the path.

#include "base/error.hpp"
#include "codec/json_path.hpp"
#include "codec/json_value.hpp"
#include "codec/json_writer.hpp"
#include "engine/command.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keyrack::codec {

[[nodiscard]] std::string kind_of(engine::Command const& command); // "assign", "place_order" …
[[nodiscard]] std::vector<std::string_view> all_kinds();           // in the order of engine::Command
[[nodiscard]] std::string to_json(engine::Command const& command);
void write_steps(JsonWriter& json, std::vector<engine::Command> const& steps); // "steps":[…], within an object
// Errors: those of parse_json and read_fields.hpp, and `unknown_kind`.
[[nodiscard]] Result<engine::Command> command_from_json(std::string_view text);
// The same for a command that stands within a larger document.
[[nodiscard]] Result<engine::Command> read_command(JsonValue const& value, JsonPath const& path);

// "PO-77/3": the number after the last slash, from 1, written in one way only. Error: `bad_licence`.
[[nodiscard]] Result<engine::LicenceKey> parse_licence_key(std::string_view text);
[[nodiscard]] std::string format(engine::LicenceKey const& licence);

} // namespace keyrack::codec
