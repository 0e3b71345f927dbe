#include "engine/ticket.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using namespace catalogue;
using std::chrono::minutes;

// How the ticket stands as its events are gone through, for one measure.
struct State
{
    std::int32_t severity;
    Tier tier;
    TicketPlace place;
    bool paused = false;
    bool entitled = true;
    bool reached = false;  // what is measured has happened
    bool resolved = false; // which ends every clock

    [[nodiscard]] Running running() const
    {
        if (reached || resolved) return Running::finished;
        if (!entitled) return Running::not_entitled;
        return paused ? Running::paused : Running::counting;
    }
};

bool is_reached_by(Measure measure, TicketStep step)
{
    switch (measure) {
    case Measure::response: return step == TicketStep::respond;
    case Measure::determination: return step == TicketStep::determine;
    case Measure::restoration: return step == TicketStep::restore;
    case Measure::solution: return false; // by `resolve`, as every clock
    }
    return false;
}

// What the event is to this clock; nothing where it is nothing to it.
std::optional<Turning> take_in(State& state, TicketEvent const& event, Measure measure)
{
    switch (event.step) {
    case TicketStep::change_severity: state.severity = event.severity; return Turning::severity_changed;
    case TicketStep::change_tier: state.tier = event.tier; return Turning::tier_changed;
    case TicketStep::change_place: state.place = event.place; return Turning::calendar_changed;
    case TicketStep::lose_entitlement: state.entitled = false; return Turning::entitlement_changed;
    case TicketStep::regain_entitlement: state.entitled = true; return Turning::entitlement_changed;
    case TicketStep::pause: state.paused = true; return Turning::paused;
    case TicketStep::resume: state.paused = false; return Turning::resumed;
    case TicketStep::resolve: state.resolved = true; return Turning::finished;
    case TicketStep::reopen: state.resolved = false; return Turning::reopened;
    case TicketStep::respond:
    case TicketStep::determine:
    case TicketStep::restore:
    case TicketStep::inform:
    case TicketStep::write_email:
    case TicketStep::note: break;
    }
    if (!is_reached_by(measure, event.step)) return std::nullopt;
    state.reached = true;
    return Turning::finished;
}

class Builder
{
public:
    Builder(Ticket const& ticket, SupportTerms const& terms, Measure measure, Instant as_of, ClockDetail detail)
        : m_ticket(ticket),
          m_terms(terms),
          m_support(*terms.support),
          m_measure(measure),
          m_as_of(as_of),
          m_detail(detail)
    { }

    TicketClock build()
    {
        State state { m_ticket.severity, m_ticket.tier, m_ticket.place };
        m_built.measure = m_measure;
        add(m_ticket.opened_at, Turning::opened, state);
        for (TicketEvent const& event : m_ticket.events) {
            if (event.at > m_as_of) break;
            bool const over = state.running() == Running::finished;
            auto const turning = take_in(state, event, m_measure);
            bool const still_over = over && state.running() == Running::finished;
            if (turning && !still_over) add(event.at, *turning, state);
        }
        if (!m_built.target) lack(Lacking::target);
        close();
        return std::move(m_built);
    }

private:
    void lack(Lacking what)
    {
        auto& lacking = m_built.lacking;
        if (!std::ranges::contains(lacking, what)) lacking.insert(std::ranges::upper_bound(lacking, what), what);
    }

    void add(Instant from, Turning turning, State const& state)
    {
        auto const* target = m_terms.target(m_ticket.desk, m_measure, state.severity, state.tier);
        m_built.target = target ? std::optional { *target } : std::nullopt;
        Phase phase { from, turning, state.running(), {}, held_to(target) };
        if (phase.running == Running::counting) phase.calendar = calendar_of(state);
        m_built.clock.phases.push_back(std::move(phase));
    }

    static Target held_to(SupportTarget const* target)
    {
        if (!target) return {};
        Target held;
        if (target->warn_after_minutes) held.warn_after = minutes { *target->warn_after_minutes };
        held.breach_after = minutes { target->limit_minutes };
        held.limit = target->reach == Reach::within ? Limit::within : Limit::below;
        if (target->promise == Promise::striving) held.limit = Limit::striven;
        return held;
    }

    Calendar calendar_of(State const& state)
    {
        auto const* around = m_support.around_the_clock_for(m_ticket.desk, state.tier);
        if (around && (!around->up_to_severity || state.severity <= *around->up_to_severity)) return {};
        auto const& place = state.place;
        auto const* hours = m_support.hours_of(place.region);
        auto const* zone =
            place.zone.empty() ? m_support.main_zone_of(place.country) : m_support.zone_named(place.zone);
        if (place.region.empty())
            lack(Lacking::region);
        else if (!hours)
            lack(Lacking::hours);
        if (!zone) lack(Lacking::zone);
        auto const* holidays = m_support.holidays_of(place.country);
        if (!knows_today(holidays)) lack(Lacking::holidays);
        if (!hours) return {};
        return { BusinessHours { hours->opens_minute, hours->closes_minute }, zone, holidays };
    }

    // A day on either side: local days are not those of UTC.
    [[nodiscard]] bool knows_today(HolidayCalendar const* holidays) const
    {
        auto const day = [](Instant moment) {
            return Date { std::chrono::floor<std::chrono::days>(moment).time_since_epoch() };
        };
        return holidays && holidays->known.contains(plus_days(day(m_ticket.opened_at), -1))
            && holidays->known.contains(plus_days(day(m_as_of), 1));
    }

    void close()
    {
        bool const countable = m_built.lacking.empty() || m_built.lacking.front() > Lacking::zone;
        if (!countable) {
            m_built.clock.phases.clear();
            return;
        }
        if (m_detail == ClockDetail::strip) m_built.strip = strip(m_built.clock, m_as_of);
        m_built.standing = standing_of(m_built.clock, m_as_of);
        m_built.warn_at = due_at(m_built.clock, End::warn);
        m_built.breach_at = due_at(m_built.clock, End::breach);
    }

    Ticket const& m_ticket;
    SupportTerms const& m_terms;
    Support const& m_support;
    Measure m_measure;
    Instant m_as_of;
    ClockDetail m_detail;
    TicketClock m_built;
};

bool informed_since(Ticket const& ticket, Instant since, Instant as_of)
{
    return std::ranges::any_of(ticket.events, [&](TicketEvent const& event) {
        return event.step == TicketStep::inform && since <= event.at && event.at <= as_of;
    });
}

} // namespace

std::vector<Measure> measures_of(Desk desk)
{
    switch (desk) {
    case Desk::rooms: return { Measure::response, Measure::solution };
    case Desk::large_user: return { Measure::response, Measure::determination, Measure::solution };
    case Desk::customer_success: return { Measure::response, Measure::restoration };
    }
    return {};
}

std::vector<TicketClock> clocks_of(Ticket const& ticket, SupportTerms const& terms, Instant as_of, ClockDetail detail)
{
    std::vector<TicketClock> clocks;
    for (Measure const measure : measures_of(ticket.desk))
        clocks.push_back(Builder { ticket, terms, measure, as_of, detail }.build());
    return clocks;
}

InformDuty duty_to_inform(Ticket const& ticket, SupportTerms const& terms, Instant as_of)
{
    auto const clock = Builder { ticket, terms, Measure::solution, as_of, ClockDetail::standing }.build();
    auto const& phases = clock.clock.phases;
    if (!clock.target || clock.target->promise != Promise::striving || phases.empty()) return InformDuty::none;
    if (clock.breach_at && *clock.breach_at <= as_of) {
        if (informed_since(ticket, *clock.breach_at, as_of)) return InformDuty::done;
        return phases.back().running == Running::finished ? InformDuty::none : InformDuty::due;
    }
    bool const open = phases.back().running != Running::finished;
    return open && clock.warn_at && *clock.warn_at <= as_of ? InformDuty::reminded : InformDuty::none;
}

} // namespace keyrack::engine
