#pragma once
// When a support clock counts: always, or within business hours from Monday to Friday in a local time, public holidays
// left out (R172–R178, D14, D22). A calendar cuts time into stretches, each with its reason.

#include "base/instant.hpp"
#include "catalogue/holidays.hpp"
#include "catalogue/time_zone.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

namespace keyrack::engine {

// Minutes of the local day: open from the first, closed from the second on.
struct BusinessHours
{
    std::int32_t opens = 0;
    std::int32_t closes = 0;
    bool operator==(BusinessHours const&) const = default;
};

// Zone and holidays belong to the catalogue, which outlives every clock. A null pointer: none; local time is then UTC.
struct Calendar
{
    std::optional<BusinessHours> hours; // nothing: around the clock, every day
    catalogue::TimeZone const* zone = nullptr;
    catalogue::HolidayCalendar const* holidays = nullptr;
    bool operator==(Calendar const&) const = default;
};

enum class Why { counting, off_hours, weekend, holiday, paused, not_entitled, finished };

// One piece of one local day, or all of the time where the calendar is continuous.
struct Piece
{
    Instant from, to;
    Why why = Why::counting;
    catalogue::HolidayName const* holiday = nullptr;
    // Where it begins with a jump of the local clock, by how much: forward is positive.
    std::chrono::minutes jump { 0 };
};

enum class Onward { go_on, stop };

// The pieces from `from` to `to`, in order and without a gap, until `visit` says stop.
void cut(Calendar const& calendar, Instant from, Instant to, std::function<Onward(Piece const&)> const& visit);

} // namespace keyrack::engine
