#pragma once
// Plans and forecasts as JSON. Schema: assets/schema/answer.schema.json.

#include "codec/verdict_json.hpp"
#include "engine/forecast.hpp"
#include "engine/plan.hpp"

#include <string>

namespace keyrack::codec {

// {"question":{"kind":"plan","by":[…],"programme"?},"as_of":…,"found":…,"worth":{…},"bound":{…},"planned":[…],"left_out":[…],"orders_left_out":[…],"steps":[…]}
[[nodiscard]] std::string plan_json(Ground const& ground, engine::PlanWishes const& wishes, engine::Plan const& plan);
// {"question":{"kind":"forecast","until":…},"as_of":…,"endings":[…],"proposals":[…]}
[[nodiscard]] std::string forecast_json(Ground const& ground, engine::Forecast const& forecast);

} // namespace keyrack::codec
