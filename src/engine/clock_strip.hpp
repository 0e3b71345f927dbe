#pragma once
// A support clock as a value: the phases it went through. From them follow the strip (B4), which accounts for every
// millisecond, and the moments at which its targets are reached (D2). What was counted is never counted again: a change
// acts from its moment on.

#include "engine/clock_calendar.hpp"

#include <vector>

namespace keyrack::engine {

// At most, the limit itself included ("within 8 hours"), or less than it ("under 30 minutes"). What is striven for is never
// breached: its second end is when something else is due (R130, R131, D2).
enum class Limit { within, below, striven };

// What a clock is held to, in counted time. A range keeps both ends: the first warns, the second breaches (D2).
struct Target
{
    std::optional<Span> warn_after;
    std::optional<Span> breach_after; // the second end; nothing: never
    Limit limit = Limit::within;
    bool operator==(Target const&) const = default;
};

enum class Running { counting, paused, not_entitled, finished };

// What began a phase or a stretch. `hours`: the calendar's own day, nobody did anything.
enum class Turning {
    opened,
    paused,
    resumed,
    severity_changed,
    tier_changed,
    calendar_changed,
    entitlement_changed,
    reopened,
    finished,
    hours,
    daylight_saving
};

struct Phase
{
    Instant from {};
    Turning turning = Turning::opened;
    Running running = Running::counting;
    Calendar calendar {};
    Target target {};
    bool operator==(Phase const&) const = default;
};

// Phases in ascending order of `from`; one that lasts no time is passed over.
struct Clock
{
    std::vector<Phase> phases;
    bool operator==(Clock const&) const = default;
};

struct Stretch
{
    Instant from, to;
    Why why {};
    Turning began = Turning::hours;
    catalogue::HolidayName const* holiday = nullptr;
    std::chrono::minutes jump { 0 }; // of the local clock as it began
    bool operator==(Stretch const&) const = default;

    [[nodiscard]] bool counted() const { return why == Why::counting; }
};

struct Strip
{
    std::vector<Stretch> stretches; // without a gap, from the clock's start to the asked moment
    Span counted { 0 };             // the sum of the counted ones
    bool operator==(Strip const&) const = default;
};

[[nodiscard]] Strip strip(Clock const& clock, Instant as_of);
// The same sum without the stretches.
[[nodiscard]] Span counted_until(Clock const& clock, Instant as_of);

// When the counted time reaches a target's end, whichever phase that falls into; the last phase is thought to go on for
// ever. A target that came into force after its time had passed is reached at that moment. Nothing: never, as things stand.
enum class End { warn, breach };
[[nodiscard]] std::optional<Instant> due_at(Clock const& clock, End end);

// How a clock stands at a moment. `within` is kept by a count equal to the limit, `below` is not.
enum class ClockStanding { none, in_time, warned, breached };
[[nodiscard]] ClockStanding standing_of(Clock const& clock, Instant as_of);

} // namespace keyrack::engine
