#include "engine/clock_strip.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

Instant end_of(Clock const& clock, std::size_t phase)
{
    return phase + 1 < clock.phases.size() ? clock.phases[phase + 1].from : forever;
}

Why why_not(Running running)
{
    switch (running) {
    case Running::counting: return Why::counting;
    case Running::paused: return Why::paused;
    case Running::not_entitled: return Why::not_entitled;
    case Running::finished: return Why::finished;
    }
    return Why::finished;
}

// The pieces of one phase up to `to`: the calendar's while it counts, one piece while it does not.
void cut(Phase const& phase, Instant to, std::function<Onward(Piece const&)> const& visit)
{
    if (phase.running == Running::counting)
        cut(phase.calendar, phase.from, to, visit);
    else if (phase.from < to)
        visit({ phase.from, to, why_not(phase.running) });
}

Turning beginning_of(Piece const& piece, Phase const& phase)
{
    if (piece.from == phase.from) return phase.turning;
    return piece.jump == std::chrono::minutes { 0 } ? Turning::hours : Turning::daylight_saving;
}

// Nights and weekends are one stretch each, however many local days they touch.
void append(std::vector<Stretch>& stretches, Stretch stretch)
{
    bool const goes_on = !stretches.empty() && stretch.began == Turning::hours && stretches.back().why == stretch.why
        && stretches.back().holiday == stretch.holiday;
    if (goes_on)
        stretches.back().to = stretch.to;
    else
        stretches.push_back(stretch);
}

std::optional<Span> end_of(Target const& target, End end)
{
    return end == End::warn ? target.warn_after : target.breach_after;
}

// Where the count, `counted` as the phase begins, reaches `after`.
std::optional<Instant> reached_within(Phase const& phase, Instant to, Span after, Span counted)
{
    if (counted >= after) return phase.from;
    std::optional<Instant> reached;
    cut(phase, to, [&](Piece const& piece) {
        if (piece.why != Why::counting) return Onward::go_on;
        if (counted + (piece.to - piece.from) >= after) {
            reached = piece.from + (after - counted);
            return Onward::stop;
        }
        counted += piece.to - piece.from;
        return Onward::go_on;
    });
    return reached;
}

Span counted_in(Phase const& phase, Instant to)
{
    Span counted { 0 };
    cut(phase, to, [&counted](Piece const& piece) {
        if (piece.why == Why::counting) counted += piece.to - piece.from;
        return Onward::go_on;
    });
    return counted;
}

bool past(Target const& target, Span counted)
{
    if (!target.breach_after || target.limit == Limit::striven) return false;
    return target.limit == Limit::within ? counted > *target.breach_after : counted >= *target.breach_after;
}

} // namespace

Strip strip(Clock const& clock, Instant as_of)
{
    Strip strip;
    for (std::size_t index = 0; index < clock.phases.size(); ++index) {
        Phase const& phase = clock.phases[index];
        cut(phase, std::min(as_of, end_of(clock, index)), [&](Piece const& piece) {
            if (piece.why == Why::counting) strip.counted += piece.to - piece.from;
            append(strip.stretches,
                { piece.from, piece.to, piece.why, beginning_of(piece, phase), piece.holiday, piece.jump });
            return Onward::go_on;
        });
    }
    return strip;
}

Span counted_until(Clock const& clock, Instant as_of)
{
    Span counted { 0 };
    for (std::size_t index = 0; index < clock.phases.size(); ++index)
        counted += counted_in(clock.phases[index], std::min(as_of, end_of(clock, index)));
    return counted;
}

std::optional<Instant> due_at(Clock const& clock, End end)
{
    Span counted { 0 };
    for (std::size_t index = 0; index < clock.phases.size(); ++index) {
        Phase const& phase = clock.phases[index];
        Instant const to = end_of(clock, index);
        if (!(phase.from < to)) continue;
        auto const after = end_of(phase.target, end);
        if (phase.running != Running::finished && after) {
            if (auto const reached = reached_within(phase, to, *after, counted)) return reached;
        }
        if (to < forever) counted += counted_in(phase, to);
    }
    return std::nullopt;
}

// A breach of an earlier phase stays one: it is never rewritten.
ClockStanding standing_of(Clock const& clock, Instant as_of)
{
    Span counted { 0 };
    auto standing = ClockStanding::none;
    for (std::size_t index = 0; index < clock.phases.size(); ++index) {
        Phase const& phase = clock.phases[index];
        Instant const to = std::min(as_of, end_of(clock, index));
        bool const lasts = phase.from < to || (phase.from == as_of && phase.from < end_of(clock, index));
        if (!lasts) continue;
        counted += counted_in(phase, to);
        if (!phase.target.warn_after && !phase.target.breach_after) continue;
        auto here = ClockStanding::in_time;
        if (phase.target.warn_after && counted >= *phase.target.warn_after) here = ClockStanding::warned;
        if (past(phase.target, counted)) here = ClockStanding::breached;
        standing = standing == ClockStanding::breached ? standing : here;
    }
    return standing;
}

} // namespace keyrack::engine
