#pragma once
// Moments as text: `2026-11-22T14:05:00Z`, always UTC. `Instant` itself stands in base/date.hpp.

#include "base/date.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keyrack {

using Span = std::chrono::milliseconds; // a length of time

// Stand for "since ever" and "no end": outside every moment that can be written, and far from overflow.
inline constexpr Instant beginning { std::chrono::days { -719'163 } };
inline constexpr Instant forever { std::chrono::days { 2'932'897 } };

// `YYYY-MM-DDTHH:MMZ`, with `:SS` or `:SS.mmm` before the Z if wanted; years 0001 to 9999, only moments that exist, no leap
// seconds; else nothing.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);
// `YYYY-MM-DDTHH:MM:SSZ`, with `.mmm` where there are milliseconds; `forever` has no form and must not be asked for.
[[nodiscard]] std::string iso(Instant instant);

[[nodiscard]] constexpr std::int64_t milliseconds_since_epoch(Instant instant)
{
    return instant.time_since_epoch().count();
}
[[nodiscard]] constexpr Instant instant_from_milliseconds(std::int64_t milliseconds)
{
    return Instant { Span { milliseconds } };
}

} // namespace keyrack
