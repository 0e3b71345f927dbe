#pragma once
// Answers on how single things stand, as JSON: what answer_json.hpp writes for them.

#include "codec/verdict_json.hpp"
#include "engine/standing_questions.hpp"

#include <string>

namespace keyrack::codec {

[[nodiscard]] std::string standing_json(Ground const& ground, engine::LicenceAnswer const& answer);
[[nodiscard]] std::string standing_json(Ground const& ground, engine::AccountClassAnswer const& answer);
[[nodiscard]] std::string standing_json(Ground const& ground, engine::VersionAnswer const& answer);

} // namespace keyrack::codec
