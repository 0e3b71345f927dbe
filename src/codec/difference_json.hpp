#pragma once
// What-if as JSON: what some commands would change on a day. Schema: assets/schema/difference.schema.json.

#include "base/error.hpp"
#include "codec/json_writer.hpp"
#include "codec/verdict_json.hpp"
#include "engine/fork.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keyrack::codec {

// A list of commands, as command_json.hpp writes each. Errors: those of command_from_json, with the place in the list.
[[nodiscard]] Result<std::vector<engine::Command>> commands_from_json(std::string_view text);

// `ground` is what the commands were tried on; `commands`: how many there were.
[[nodiscard]] std::string to_json(Ground const& ground, std::size_t commands, engine::Difference const& difference);

// {"cents"?:…,"missing":[commands]}: what something costs.
void write_cost(JsonWriter& json, engine::Cost const& cost);

} // namespace keyrack::codec
