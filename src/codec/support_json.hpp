#pragma once
// assets/catalogue/support.json, time_zones.json and holidays.json → catalogue::Support. Schemas: assets/schema.

#include "base/error.hpp"
#include "catalogue/support.hpp"

#include <string_view>

namespace keyrack::codec {

// Errors: those of parse_json and read_fields.hpp, and `bad_number` for a value that no clock could run on: hours that do
// not open before they close, a severity below 1, a warning past its limit, a yearly turn on no day.
[[nodiscard]] Result<catalogue::Support> support_from_json(
    std::string_view support, std::string_view time_zones, std::string_view holidays);

} // namespace keyrack::codec
