#pragma once
// Percent-encoding of what stands between the signs of an address.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::portal {

// Everything but letters, digits and `-._~` as %XX, so that a value never ends an address part.
[[nodiscard]] std::string percent_encoded(std::string_view text);
// A `%` that is not followed by two hexadecimal digits stands for itself.
[[nodiscard]] std::string percent_decoded(std::string_view text);

// Not decoded; empty parts are kept.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char at);

// `q=a%20b&show=x` as decoded pairs, in their order.
using Parameters = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Parameters parse_parameters(std::string_view text);
// Empty values are left out.
[[nodiscard]] std::string format(Parameters const& parameters);

} // namespace keyrack::portal
