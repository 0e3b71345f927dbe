#pragma once
// Moments and lengths of time as people say them: "41 min", "2 h 5 min", "3 days", "08:12", "Tue 24 Nov, 18:00".

#include "base/instant.hpp"
#include "catalogue/time_zone.hpp"
#include "portal/words.hpp"

#include <chrono>
#include <string>

namespace keyrack::portal {

// Local time: of a place's zone, or where it has none, the reader's own.
class LocalTime
{
public:
    LocalTime(Words const& words, catalogue::TimeZone const* zone, std::chrono::minutes readers_offset)
        : m_words(words), m_zone(zone), m_offset(readers_offset)
    { }

    [[nodiscard]] Date day(Instant moment) const;
    [[nodiscard]] std::string time(Instant moment) const;    // "08:12"
    [[nodiscard]] std::string weekday(Instant moment) const; // "Tue"
    // "08:12 UTC+1" on the day of `now`, otherwise with its date: "24 Nov 2026, 18:00 UTC+1". Where the reader's own clock
    // goes by another time now, that follows: "08:12 UTC+1 (02:12 UTC−5)".
    [[nodiscard]] std::string moment(Instant moment, Instant now) const;
    // From one to the other, in the place's time alone: "08:12 – 08:34 UTC+1".
    [[nodiscard]] std::string stretch(Instant from, Instant to, Instant now) const;
    [[nodiscard]] std::string zone_name() const; // "Europe/Oslo"; empty: the reader's own

private:
    [[nodiscard]] std::chrono::minutes offset(Instant moment) const;
    [[nodiscard]] std::chrono::local_time<std::chrono::minutes> local(Instant moment) const;
    [[nodiscard]] std::string without_zone(Instant moment, Date today) const;

    Words const& m_words;
    catalogue::TimeZone const* m_zone;
    std::chrono::minutes m_offset;
};

// Of the two largest units, rounded down to whole minutes; never negative.
[[nodiscard]] std::string span_text(Words const& words, Span span);
// "30 min", "8 h", "48 h": as documents write their targets.
[[nodiscard]] std::string limit_text(Words const& words, std::int64_t minutes);

} // namespace keyrack::portal
