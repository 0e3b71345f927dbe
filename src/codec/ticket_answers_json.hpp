#pragma once
// Answers about support tickets as JSON (assets/schema/answer.schema.json).

#include "codec/verdict_json.hpp"
#include "engine/question.hpp"

#include <string>

namespace keyrack::codec {

[[nodiscard]] std::string json_of(Ground const& ground, engine::TicketAnswer const& answer);
[[nodiscard]] std::string json_of(Ground const& ground, engine::ClocksAnswer const& answer);
[[nodiscard]] std::string json_of(Ground const& ground, engine::HelpAnswer const& answer);
[[nodiscard]] std::string json_of(Ground const& ground, engine::ReplacementAnswer const& answer);

} // namespace keyrack::codec
