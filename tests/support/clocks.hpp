#pragma once
// Clocks as tests write them.

#include "catalogue/support.hpp"
#include "engine/clock_strip.hpp"

#include <string>
#include <string_view>

namespace keyrack::test {

// The moment that `text` spells; the test fails where it spells none.
[[nodiscard]] Instant instant(std::string_view text);
// "never" for nothing.
[[nodiscard]] std::string shown(std::optional<Instant> moment);

[[nodiscard]] catalogue::Support const& support();
// Business hours of a region with the zone and the holidays of a country.
[[nodiscard]] engine::Calendar business(std::string_view region, std::string_view country);
[[nodiscard]] std::string_view word(engine::Why why);
[[nodiscard]] std::string_view word(engine::Turning turning);

} // namespace keyrack::test
