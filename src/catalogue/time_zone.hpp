#pragma once
// Local time as data: which offset from UTC a zone has at a moment, daylight saving included. The facts are those of the
// IANA time zone database since 2010 (assets/catalogue/time_zones.json names the version).

#include "base/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::catalogue {

// "The last Sunday of March at 02:00": `week` 1 to 5, 5 the last; `weekday` 0 is Sunday; `minute` of the local day, which
// may lie outside it.
struct YearlyTurn
{
    std::int32_t month = 0, week = 0, weekday = 0, minute = 0;
    bool operator==(YearlyTurn const&) const = default;
};

struct Saving
{
    std::int32_t offset = 0; // minutes east of UTC while it lasts
    YearlyTurn begins, ends;
    bool operator==(Saving const&) const = default;
};

struct OffsetRule
{
    std::int32_t standard = 0; // minutes east of UTC
    std::optional<Saving> saving;
    bool operator==(OffsetRule const&) const = default;
};

struct OffsetChange
{
    std::int64_t at = 0;     // minutes since 1970, UTC
    std::int32_t offset = 0; // from then on
    bool operator==(OffsetChange const&) const = default;
};

struct TimeZone
{
    std::string name;    // "Europe/Berlin"
    std::string country; // whose main zone it is
    std::int32_t offset = 0;
    std::vector<OffsetChange> changes; // ascending; after the last of them `rule` tells the rest
    OffsetRule rule;
    bool operator==(TimeZone const&) const = default;
};

// The stretch of one offset around a moment.
struct OffsetSpan
{
    Instant from = beginning;
    Instant to = forever;
    std::chrono::minutes offset { 0 };
};
[[nodiscard]] OffsetSpan offset_around(TimeZone const& zone, Instant moment);

} // namespace keyrack::catalogue
