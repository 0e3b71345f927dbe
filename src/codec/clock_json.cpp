#include "codec/clock_json.hpp"

namespace keyrack::codec {

namespace {

using namespace engine;

void write_origin(JsonWriter& json, catalogue::Origin const& origin)
{
    json.key("origin").begin_object().key("kind").text(word(origin.kind)).key("reference").text(origin.reference);
    json.end_object();
}

Date day_of(Instant moment)
{
    return Date { std::chrono::floor<std::chrono::days>(moment).time_since_epoch() };
}

// The offsets of the zone from `from` to `to`; UTC where there is none.
void write_offsets(JsonWriter& json, catalogue::TimeZone const* zone, Instant from, Instant to)
{
    json.key("offsets").begin_list();
    for (Instant at = from; at < to;) {
        auto const span = zone ? catalogue::offset_around(*zone, at) : catalogue::OffsetSpan {};
        json.begin_object().key("from").text(iso(at)).key("minutes").number(span.offset.count()).end_object();
        at = span.to;
    }
    json.end_list();
}

void write_holidays(JsonWriter& json, catalogue::HolidayCalendar const* calendar, Instant from, Instant to)
{
    json.key("holidays").begin_list();
    if (calendar) {
        for (auto const& [day, name] : calendar->days) {
            if (plus_days(day_of(from), -1) <= day && day <= plus_days(day_of(to), 1)) {
                json.begin_object().key("day").text(iso(day)).key("name").text(calendar->names[name].en).end_object();
            }
        }
    }
    json.end_list();
}

void write_calendar(JsonWriter& json, Calendar const& calendar, Instant from, Instant to)
{
    json.key("calendar");
    if (!calendar.hours) {
        json.null();
        return;
    }
    json.begin_object().key("opens_minute").number(calendar.hours->opens);
    json.key("closes_minute").number(calendar.hours->closes);
    json.key("zone").text(calendar.zone ? calendar.zone->name : "UTC");
    write_offsets(json, calendar.zone, from, to);
    write_holidays(json, calendar.holidays, from, to);
    json.end_object();
}

void write_phases(JsonWriter& json, Clock const& clock, Instant as_of)
{
    json.key("phases").begin_list();
    for (std::size_t index = 0; index < clock.phases.size(); ++index) {
        auto const& phase = clock.phases[index];
        auto const to = index + 1 < clock.phases.size() ? clock.phases[index + 1].from : as_of;
        json.begin_object().key("from").text(iso(phase.from)).key("turning").text(word(phase.turning));
        json.key("running").text(word(phase.running));
        write_calendar(json, phase.calendar, phase.from, to);
        json.end_object();
    }
    json.end_list();
}

void write_strip(JsonWriter& json, Strip const& strip)
{
    json.key("strip").begin_list();
    for (auto const& stretch : strip.stretches) {
        json.begin_object().key("from").text(iso(stretch.from)).key("to").text(iso(stretch.to));
        json.key("counted").truth(stretch.counted()).key("why").text(word(stretch.why));
        json.key("began").text(word(stretch.began));
        if (stretch.holiday) {
            json.key("holiday").text(stretch.holiday->en);
        }
        if (stretch.jump != std::chrono::minutes { 0 }) {
            json.key("jump_minutes").number(stretch.jump.count());
        }
        json.end_object();
    }
    json.end_list();
}

void write_target(JsonWriter& json, std::optional<catalogue::SupportTarget> const& target)
{
    json.key("target");
    if (!target) {
        json.null();
        return;
    }
    json.begin_object().key("severity").number(target->severity).key("tier").text(word(target->tier));
    json.key("warn_after_minutes");
    target->warn_after_minutes ? json.number(*target->warn_after_minutes) : json.null();
    json.key("limit_minutes").number(target->limit_minutes).key("reach").text(word(target->reach));
    json.key("promise").text(word(target->promise));
    write_origin(json, target->origin);
    json.end_object();
}

} // namespace

void write_moment(JsonWriter& json, std::string_view key, std::optional<Instant> moment)
{
    json.key(key);
    moment ? json.text(iso(*moment)) : json.null();
}

void write_clock(JsonWriter& json, TicketClock const& clock, Instant as_of)
{
    json.begin_object().key("measure").text(word(clock.measure));
    write_target(json, clock.target);
    write_words(json, "lacking", clock.lacking);
    json.key("counted_milliseconds");
    clock.clock.phases.empty() ? json.null() : json.number(clock.strip.counted.count());
    json.key("standing").text(word(clock.standing));
    write_moment(json, "warn_at", clock.warn_at);
    write_moment(json, "limit_at", clock.breach_at);
    write_phases(json, clock.clock, as_of);
    write_strip(json, clock.strip);
    json.end_object();
}

void write_routes(JsonWriter& json, std::vector<catalogue::SupportRoute const*> const& routes)
{
    json.key("routes").begin_list();
    for (auto const* route : routes) {
        json.begin_object().key("kind").text(word(route->kind)).key("addresses").begin_list();
        for (auto const& address : route->addresses) {
            json.text(address);
        }
        json.end_list();
        write_origin(json, route->origin);
        json.end_object();
    }
    json.end_list();
}

} // namespace keyrack::codec
