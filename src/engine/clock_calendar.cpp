#include "engine/clock_calendar.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using namespace std::chrono;
using catalogue::OffsetSpan;

OffsetSpan span_at(Calendar const& calendar, Instant moment)
{
    return calendar.zone ? catalogue::offset_around(*calendar.zone, moment) : OffsetSpan {};
}

// By how much the local clock jumped as the span began.
minutes jump_into(Calendar const& calendar, OffsetSpan const& span)
{
    return span.from == beginning ? minutes { 0 } : span.offset - span_at(calendar, span.from - Span { 1 }).offset;
}

bool is_weekend(Date day)
{
    weekday const on { day };
    return on == Saturday || on == Sunday;
}

// What holds at a local time, and until which local time of the same day at least.
struct Local
{
    Why why;
    catalogue::HolidayName const* holiday;
    local_time<Span> until;
};

Local local_at(Calendar const& calendar, local_time<Span> now)
{
    auto const day = floor<days>(now);
    auto const tomorrow = day + days { 1 };
    auto const* holiday = calendar.holidays ? calendar.holidays->on(day) : nullptr;
    if (is_weekend(day)) return { Why::weekend, nullptr, tomorrow };
    if (holiday) return { Why::holiday, holiday, tomorrow };
    auto const opens = day + minutes { calendar.hours->opens };
    auto const closes = day + minutes { calendar.hours->closes };
    if (now < opens) return { Why::off_hours, nullptr, opens };
    if (now < closes) return { Why::counting, nullptr, closes };
    return { Why::off_hours, nullptr, tomorrow };
}

// The pieces of one stretch of constant offset: there local time is UTC moved by that offset, and nothing else.
Onward cut_span(Calendar const& calendar, OffsetSpan const& span, Instant from, Instant to,
    std::function<Onward(Piece const&)> const& visit)
{
    auto jump = from == span.from ? jump_into(calendar, span) : minutes { 0 };
    for (Instant at = from; at < to;) {
        local_time<Span> const now { (at + span.offset).time_since_epoch() };
        Local const local = local_at(calendar, now);
        auto const end = std::min(to, at + (local.until - now));
        if (visit({ at, end, local.why, local.holiday, jump }) == Onward::stop) return Onward::stop;
        jump = minutes { 0 };
        at = end;
    }
    return Onward::go_on;
}

} // namespace

void cut(Calendar const& calendar, Instant from, Instant to, std::function<Onward(Piece const&)> const& visit)
{
    if (!calendar.hours) {
        if (from < to) visit({ from, to });
        return;
    }
    for (Instant at = from; at < to;) {
        OffsetSpan const span = span_at(calendar, at);
        auto const end = std::min(to, span.to);
        if (cut_span(calendar, span, at, end, visit) == Onward::stop) return;
        at = end;
    }
}

} // namespace keyrack::engine
