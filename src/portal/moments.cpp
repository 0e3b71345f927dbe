#include "portal/moments.hpp"

#include <algorithm>
#include <format>

namespace keyrack::portal {

namespace {

constexpr std::int64_t hour_minutes = 60;
constexpr std::int64_t day_minutes = 24 * hour_minutes;

std::string with_unit(Words const& words, std::string_view key, std::int64_t count)
{
    return words.plural(key, count);
}

} // namespace

std::chrono::local_time<std::chrono::minutes> LocalTime::local(Instant moment) const
{
    auto const offset = m_zone ? catalogue::offset_around(*m_zone, moment).offset : m_offset;
    return std::chrono::local_time<std::chrono::minutes> { std::chrono::floor<std::chrono::minutes>(
        moment.time_since_epoch() + offset) };
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
    auto const on = day(moment);
    if (on == day(now)) return time(moment);
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
