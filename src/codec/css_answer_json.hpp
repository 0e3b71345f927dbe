#pragma once
// Answers on Customer Success Services as JSON. Schema: assets/schema/answer.schema.json.

#include "codec/verdict_json.hpp"
#include "engine/css_question.hpp"

#include <string>

namespace keyrack::codec {

// {"question":{"kind":"org","org":…},"as_of":…,"customer"?:…,"tier":{…},"product_lines":[…],"breaches":[…],"proof":[…]}
[[nodiscard]] std::string org_json(Ground const& ground, engine::OrgAnswer const& answer);
// {"question":{"kind":"contract","contract":…},"as_of":…,"state":…,"term":{…},"tier":…,"hours":{…},"success_manager":{…},"proof":[…],"steps":[…]}
[[nodiscard]] std::string contract_json(Ground const& ground, engine::ContractAnswer const& answer);

} // namespace keyrack::codec
