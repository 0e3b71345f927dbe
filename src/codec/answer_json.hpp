#pragma once
// The answer to any question as JSON. Schema: assets/schema/answer.schema.json; docs/questions.md explains it.

#include "codec/verdict_json.hpp"
#include "engine/question.hpp"

#include <string>

namespace keyrack::codec {

// `ground` is what the answer was given from.
[[nodiscard]] std::string to_json(Ground const& ground, engine::Answer const& answer);

} // namespace keyrack::codec
