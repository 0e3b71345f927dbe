#pragma once
// Which days can be looked at. A year that is half typed, or of which no calendar of a company speaks, is none of them:
// the steps a month earlier and later are days too.

#include "base/date.hpp"

#include <optional>
#include <string_view>

namespace keyrack::portal {

inline constexpr Date first_shown_day { std::chrono::local_days { std::chrono::year { 1900 } / 1 / 1 } };
inline constexpr Date last_shown_day { std::chrono::local_days { std::chrono::year { 2200 } / 12 / 31 } };

[[nodiscard]] constexpr bool can_be_shown(Date day)
{
    return first_shown_day <= day && day <= last_shown_day;
}

// `YYYY-MM-DD`; nothing where it is no day, or none that can be looked at.
[[nodiscard]] inline std::optional<Date> parse_shown_day(std::string_view text)
{
    auto const day = parse_date(text);
    return day && can_be_shown(*day) ? day : std::nullopt;
}

} // namespace keyrack::portal
