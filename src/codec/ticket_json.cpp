#include "codec/ticket_json.hpp"

#include "codec/json_writer.hpp"
#include "codec/read_file.hpp"
#include "codec/ticket_fields.hpp"

#include <algorithm>

namespace keyrack::codec {

namespace {

using namespace engine;

constexpr std::size_t longest_prose = 16'384; // bytes

void write_moment(JsonWriter& json, std::string_view key, std::optional<Instant> moment)
{
    json.key(key);
    moment ? json.text(iso(*moment)) : json.null();
}

void write_origin(JsonWriter& json, catalogue::Origin const& origin)
{
    json.key("origin").begin_object().key("kind").text(word(origin.kind)).key("reference").text(origin.reference);
    json.end_object();
}

template <class Enum>
void write_words(JsonWriter& json, std::string_view key, std::vector<Enum> const& values)
{
    json.key(key).begin_list();
    for (auto const value : values) {
        json.text(word(value));
    }
    json.end_list();
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

void write_target(JsonWriter& json, catalogue::SupportTarget const* target)
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

void write_class(JsonWriter& json, Classification const& found)
{
    json.key("class").begin_object().key("is").text(word(found.account_class)).key("why").text(word(found.why));
    json.key("threshold");
    found.threshold ? json.number(*found.threshold) : json.null();
    json.end_object();
}

void write_severity(JsonWriter& json, SeverityVerdict const& verdict)
{
    json.key("severity").begin_object().key("path").text(word(verdict.path)).key("severity").number(verdict.severity);
    json.key("priority_customer").truth(verdict.priority_customer);
    json.key("matched_by").text(word(verdict.match.by)).key("account");
    verdict.match.subscription ? json.text(verdict.match.subscription->account) : json.null();
    json.key("write_email").text(verdict.write_email);
    write_words(json, "missing", verdict.missing);
    json.key("rated_by").text(verdict.excluded ? verdict.excluded->rated_by : "").end_object();
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

void write_large_user(
    JsonWriter& json, LargeUserCase const& given, Ticket const& ticket, catalogue::Support const& support)
{
    auto const found = classify(support, given.thresholds, given.region, given.user_licences);
    json.key("large_user").begin_object();
    write_class(json, found);
    write_severity(json, severity_of(support, given.form, given.subscriptions, found.account_class, ticket.severity));
    write_routes(json, routes_for(support, given.data_centre, given.region, given.access));
    json.end_object();
}

// What the step changes has to be there, and what it leaves alone must not.
bool says_what_it_changes(EventRow const& row)
{
    return row.severity.has_value() == (row.step == TicketStep::change_severity)
        && row.tier.has_value() == (row.step == TicketStep::change_tier)
        && row.place.has_value() == (row.step == TicketStep::change_place);
}

Result<TicketEvent> event_of(EventRow const& row, Instant before, std::string const& where)
{
    if (row.at < before) {
        return failure("bad_date", where + ".at", iso(row.at));
    }
    if (!says_what_it_changes(row)) {
        return failure("missing_field", where, std::string { word(row.step) });
    }
    if (row.severity && *row.severity < 1) {
        return failure("bad_number", where + ".severity", std::to_string(*row.severity));
    }
    return TicketEvent { row.at, row.step, row.severity.value_or(0), row.tier.value_or(catalogue::Tier::none),
        row.place.value_or(TicketPlace {}) };
}

Result<Ticket> ticket_of(TicketRow const& row)
{
    if (row.severity < 1) {
        return failure("bad_number", "ticket.severity", std::to_string(row.severity));
    }
    Ticket ticket { row.key, row.desk, row.opened_at, row.severity, row.tier.value_or(catalogue::Tier::none),
        row.place.value_or(TicketPlace {}), {} };
    auto before = row.opened_at;
    for (auto const& each : row.events) {
        auto event = event_of(each, before, "ticket.events[" + std::to_string(ticket.events.size()) + "]");
        if (!event) {
            return std::unexpected(std::move(event.error()));
        }
        before = event->at;
        ticket.events.push_back(std::move(*event));
    }
    return ticket;
}

} // namespace

Result<void> read(JsonValue const& value, JsonPath const& path, Instant& into)
{
    auto const* text = value.as<std::string>();
    if (!text) {
        return std::unexpected(wrong_type(value, path));
    }
    auto const moment = parse_instant(*text);
    if (!moment) {
        return failure("bad_date", path.text(), shortened(*text, 60));
    }
    into = *moment;
    return {};
}

Result<void> read_prose(JsonValue const* found, JsonPath const& path, std::string& into)
{
    if (!found) {
        return std::unexpected(missing_field(path));
    }
    auto const* text = found->as<std::string>();
    if (!text) {
        return std::unexpected(wrong_type(*found, path));
    }
    if (text->size() > longest_prose) {
        return failure("bad_text", path.text(), std::string { code(TextFault::too_long) });
    }
    into = *text;
    return {};
}

Result<std::string> ticket_answer(std::string_view ticket_file, catalogue::Support const& support, Instant as_of)
{
    auto const file = read_file<TicketFile>(ticket_file);
    if (!file) {
        return std::unexpected(file.error());
    }
    auto const ticket = ticket_of(file->ticket);
    if (!ticket) {
        return std::unexpected(ticket.error());
    }
    JsonWriter json;
    json.begin_object().key("ticket").text(ticket->key).key("as_of").text(iso(as_of));
    json.key("duty_to_inform").text(word(duty_to_inform(*ticket, support, as_of)));
    json.key("clocks").begin_list();
    for (auto const& clock : clocks_of(*ticket, support, as_of)) {
        write_clock(json, clock, as_of);
    }
    json.end_list();
    if (file->large_user) {
        write_large_user(json, *file->large_user, *ticket, support);
    }
    json.end_object();
    return json.take();
}

} // namespace keyrack::codec
