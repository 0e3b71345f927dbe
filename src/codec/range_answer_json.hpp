#pragma once
// Answers on products, Jumpstart, countries and the choice of spares as JSON. Schema: assets/schema/answer.schema.json.

#include "codec/verdict_json.hpp"
#include "engine/range_questions.hpp"

#include <string>

namespace keyrack::codec {

// {"question":{"kind":"product","model":…},"as_of":…,"answer":…,"product"?:…,"group"?:…,"proof":[…]}
[[nodiscard]] std::string range_json(Ground const& ground, engine::ProductAnswer const& answer);
// {"question":{"kind":"jumpstart","device":…},"as_of":…,"answer":…,"last_day"?:…,"better_with_select":…,"proof":[…]}
[[nodiscard]] std::string range_json(Ground const& ground, engine::JumpstartAnswer const& answer);
// {"question":{"kind":"country","country":…},"as_of":…,"programmes":[{"programme","availability","note"?,"from"?}]}
[[nodiscard]] std::string range_json(Ground const& ground, engine::CountryAnswer const& answer);
// {"question":{"kind":"spare_choice"},"as_of":…,"spares":…,"devices":…,"candidates":[…]}
[[nodiscard]] std::string range_json(Ground const& ground, engine::SpareChoiceAnswer const& answer);
// {"question":{"kind":"spare_match","model":…},"as_of":…,"answer":…,"deployed":…,"proof":[…]}
[[nodiscard]] std::string range_json(Ground const& ground, engine::SpareMatchAnswer const& answer);

} // namespace keyrack::codec
