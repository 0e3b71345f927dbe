#pragma once
// Dates are squares on a calendar, instants are moments on a clock. Neither turns into the other in silence.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace keyrack {

using Date = std::chrono::local_days;
using Days = std::chrono::days;
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
static_assert(!std::is_convertible_v<Date, Instant>);
static_assert(!std::is_convertible_v<Instant, Date>);

// Stands for "no end": later than every date that can be written (9999-12-31).
inline constexpr Date never = Date { Days { 2'932'897 } };
// Stands for "since ever": earlier than every date that can be written (0001-01-01).
inline constexpr Date always = Date { Days { -719'163 } };

// Half-open days [from, to).
struct Period
{
    Date from = always;
    Date to = never;

    [[nodiscard]] constexpr bool contains(Date day) const { return from <= day && day < to; }
    [[nodiscard]] constexpr bool overlaps(Period const& other) const { return from < other.to && other.from < to; }
    [[nodiscard]] constexpr bool empty() const { return !(from < to); }
    bool operator==(Period const&) const = default;
};

// `YYYY-MM-DD`, years 0001 to 9999, only days that exist; anything else is nothing.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
// `YYYY-MM-DD`; `never` and `always` have no form and must not be asked for.
[[nodiscard]] std::string iso(Date date);

[[nodiscard]] constexpr int days_since_epoch(Date date)
{
    return static_cast<int>(date.time_since_epoch().count());
}
[[nodiscard]] constexpr Date date_from_days(int days)
{
    return Date { Days { days } };
}

// The date, `days` later; never past `never`, so that sums of far dates stay dates.
[[nodiscard]] constexpr Date plus_days(Date date, int days)
{
    auto const later = std::int64_t { days_since_epoch(date) } + days;
    return later < days_since_epoch(never) ? date_from_days(static_cast<int>(later)) : never;
}

// The same day of the month `years` (0 or more) later; 29 February becomes 28 February; never past `never`. The shared
// rule of every term and cap. It is asked for every device at once, so it counts in years that begin on 1 March: the
// leap day is then the last of its year, and no month needs to be known (Neri and Schneider, "Euclidean affine functions").
[[nodiscard]] constexpr Date plus_years(Date date, int years)
{
    constexpr std::uint32_t days_before_epoch = 719'468; // from 1 March of the year 0
    auto const day = static_cast<std::uint32_t>(days_since_epoch(date)) + days_before_epoch;
    std::uint32_t const in_centuries = 4 * day + 3;
    std::uint32_t const in_years = (in_centuries % 146'097) | 3;
    std::uint32_t const year = 100 * (in_centuries / 146'097) + in_years / 1'461;
    std::uint32_t day_of_year = in_years % 1'461 / 4;
    if (years > 9'999) return never;
    std::uint32_t const target = year + static_cast<std::uint32_t>(years);
    auto const leap = [](std::uint32_t y) { return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0); };
    if (day_of_year == 365 && !leap(target + 1)) // 29 February where the target has none
        day_of_year = 364;
    std::uint32_t const later = 365 * target + target / 4 - target / 100 + target / 400 + day_of_year;
    return std::min(never, date_from_days(static_cast<int>(later - days_before_epoch)));
}

} // namespace keyrack
