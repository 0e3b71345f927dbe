#include "portal/moments.hpp"

#include <algorithm>
#include <cstdlib>
#include <format>

namespace keyrack::portal {

namespace {

constexpr std::int64_t hour_minutes = 60;
constexpr std::int64_t day_minutes = 24 * hour_minutes;

std::string with_unit(Words const& words, std::string_view key, std::int64_t count)
{
    return words.plural(key, count);
}

// "UTC", "UTC+1", "UTC+5:30", "UTC−5"
std::string offset_text(std::chrono::minutes offset)
{
    auto const minutes = std::abs(offset.count());
    if (minutes == 0) return "UTC";
    auto const sign = offset.count() < 0 ? "−" : "+";
    auto const rest = minutes % hour_minutes;
    return std::format("UTC{}{}", sign, minutes / hour_minutes) + (rest == 0 ? "" : std::format(":{:02}", rest));
}

} // namespace

std::chrono::minutes LocalTime::offset(Instant moment) const
{
    return m_zone ? catalogue::offset_around(*m_zone, moment).offset : m_offset;
}

std::chrono::local_time<std::chrono::minutes> LocalTime::local(Instant moment) const
{
    return std::chrono::local_time<std::chrono::minutes> { std::chrono::floor<std::chrono::minutes>(
        moment.time_since_epoch() + offset(moment)) };
}

Date LocalTime::day(Instant moment) const
{
    return Date { std::chrono::floor<std::chrono::days>(local(moment)).time_since_epoch() };
}

std::string LocalTime::time(Instant moment) const
{
    auto const at = local(moment);
    auto const minutes = (at - std::chrono::floor<std::chrono::days>(at)).count();
    return std::format("{:02}:{:02}", minutes / hour_minutes, minutes % hour_minutes);
}

std::string LocalTime::weekday(Instant moment) const
{
    std::chrono::weekday const on { day(moment) };
    return std::string { m_words("weekday_short." + std::to_string(on.iso_encoding())) };
}

std::string LocalTime::moment(Instant moment, Instant now) const
{
    auto const text = without_zone(moment, day(now)) + ' ' + offset_text(offset(moment));
    // The reader's clock is known as it is now: in one zone with the place, it moves with the place's.
    if (offset(now) == m_offset) return text;
    LocalTime const own { m_words, nullptr, m_offset };
    return text + " (" + own.without_zone(moment, day(moment)) + ' ' + offset_text(m_offset) + ')';
}

std::string LocalTime::stretch(Instant from, Instant to, Instant now) const
{
    bool const same = offset(from) == offset(to);
    auto const begins = without_zone(from, day(now)) + (same ? std::string {} : ' ' + offset_text(offset(from)));
    auto const ends = without_zone(to, day(from)) + ' ' + offset_text(offset(to));
    return m_words("clock.from_to", { { "from", begins }, { "to", ends } });
}

std::string LocalTime::zone_name() const
{
    return m_zone ? m_zone->name : std::string {};
}

std::string LocalTime::without_zone(Instant moment, Date today) const
{
    auto const on = day(moment);
    if (on == today) return time(moment);
    return m_words("moment.with_date", { { "date", m_words.short_date(on) }, { "time", time(moment) } });
}

std::string span_text(Words const& words, Span span)
{
    auto const minutes = std::max<std::int64_t>(0, std::chrono::floor<std::chrono::minutes>(span).count());
    if (minutes >= 2 * day_minutes) {
        auto const days = with_unit(words, "span.days", minutes / day_minutes);
        auto const hours = minutes % day_minutes / hour_minutes;
        return hours == 0 ? days : days + ' ' + with_unit(words, "span.hours", hours);
    }
    if (minutes < hour_minutes) return with_unit(words, "span.minutes", minutes);
    auto const hours = with_unit(words, "span.hours", minutes / hour_minutes);
    auto const rest = minutes % hour_minutes;
    return rest == 0 ? hours : hours + ' ' + with_unit(words, "span.minutes", rest);
}

std::string limit_text(Words const& words, std::int64_t minutes)
{
    if (minutes % hour_minutes == 0) return with_unit(words, "span.hours", minutes / hour_minutes);
    return with_unit(words, "span.minutes", minutes);
}

} // namespace keyrack::portal
