#include "portal/ticket_words.hpp"

#include "base/text.hpp"
#include "codec/country_names.hpp"
#include "engine/ticket_words.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr std::size_t longest_title = 80; // bytes

// "Nobody can sign in", of "Nobody can sign in: the page stays white."
std::string beginning_of(std::string const& description)
{
    auto end = description.find('\n');
    for (std::string_view const stop : { ". ", ": ", "? ", "! ", "; " }) end = std::min(end, description.find(stop));
    auto const first = std::string_view { description }.substr(0, end);
    return shortened(first.ends_with('.') ? first.substr(0, first.size() - 1) : first, longest_title);
}

} // namespace

std::string ticket_title(Scene const& scene, engine::SupportTicket const& ticket)
{
    auto const& ledger = scene.ledger();
    if (!ticket.subject.empty()) return ticket.subject;
    if (ticket.room.exists()) {
        auto const key = "ticket.title." + std::string { code(ticket.room_state) };
        return scene.words(key, { { "room", ledger.rooms()[ticket.room].name } });
    }
    if (ticket.device.exists()) {
        auto const& device = ledger.devices()[ticket.device];
        auto const model = device.model.exists() ? ledger.models()[device.model] : std::string {};
        return scene.words(
            "ticket.title.device", { { "device", model.empty() ? device.serial : model + ' ' + device.serial } });
    }
    if (ticket.line.exists() || ticket.org.exists())
        return joined({ ticket.line.exists() ? ledger.css().lines()[ticket.line].name : std::string {},
            ticket.org.exists() ? ledger.css().orgs()[ticket.org].name : std::string {} });
    if (!ticket.service.empty()) return ticket.service;
    auto const begins = beginning_of(ticket.description);
    return begins.empty() ? desk_name(scene.words, ticket.desk) : begins;
}

std::string ticket_second(Scene const& scene, engine::SupportTicket const& ticket)
{
    auto const desk = desk_name(scene.words, ticket.desk);
    return joined({ ticket.key, ticket_title(scene, ticket) == desk ? std::string {} : desk });
}

std::string desk_name(Words const& words, catalogue::Desk desk)
{
    return std::string { words("desk." + std::string { engine::code(desk) }) };
}

std::string region_name(Words const& words, std::string_view region)
{
    return codec::country_name(codec::country_code(region), tag(words.language()));
}

std::string measure_name(Words const& words, catalogue::Measure measure)
{
    return std::string { words("measure." + std::string { engine::code(measure) }) };
}

std::string severity_name(Words const& words, std::int32_t severity)
{
    if (severity == 0) return {};
    return words("ticket.severity", { { "severity", words.number(severity) } });
}

Tone severity_tone(std::int32_t severity)
{
    return severity == 1 ? Tone::missing : Tone::neutral;
}

bool is_past_its_aim(
    catalogue::Promise promise, engine::ClockStanding standing, std::optional<Instant> const& second_end, Instant at)
{
    return promise == catalogue::Promise::striving && standing == engine::ClockStanding::warned && second_end
        && *second_end < at;
}

Tone clock_tone(engine::ClockStanding standing, engine::Running running)
{
    using engine::ClockStanding;
    using engine::Running;
    if (standing == ClockStanding::breached || running == Running::not_entitled) return Tone::missing;
    if (standing == ClockStanding::none || running == Running::paused) return Tone::neutral;
    return standing == ClockStanding::warned ? Tone::ending : Tone::covered;
}

Chip queue_chip(Words const& words, QueuedTicket const& ticket, Instant at)
{
    auto const plain = [&](Tone tone, std::string_view key) { return Chip { tone, std::string { words(key) } }; };
    if (ticket.now.resolved) return plain(Tone::neutral, "ticket.closed");
    if (!ticket.now.entitled) return plain(Tone::missing, "ticket.not_entitled");
    if (!ticket.clock) return plain(Tone::covered, "ticket.all_met");
    auto const& clock = *ticket.clock;
    auto const tone = clock_tone(clock.standing, clock.running);
    auto const timed = [&](std::string_view key, Span span) {
        return Chip { tone, words(key, { { "span", span_text(words, span) } }) };
    };
    if (clock.standing == engine::ClockStanding::breached && clock.breach_at)
        return timed("clock.overdue", at - *clock.breach_at);
    if (ticket.now.paused) return plain(tone, "ticket.customer_turn");
    if (!clock.breach_at) return plain(Tone::neutral, "clock.no_target");
    if (is_past_its_aim(clock.promise, clock.standing, clock.breach_at, at))
        return timed("clock.past_aim", at - *clock.breach_at);
    return timed("clock.due_in", *clock.breach_at - at);
}

std::string arrival_text(Words const& words, std::optional<Date> const& on)
{
    return on ? words("ticket.arrives", { { "date", words.short_date(*on) } }) : std::string {};
}

LocalTime local_time(Scene const& scene, engine::TicketPlace const& place)
{
    return { scene.words, engine::zone_of(scene.catalogue().support(), place), scene.utc_offset };
}

} // namespace keyrack::portal
