#pragma once
// What a ticket is called, and how its clocks read in a list.

#include "portal/models.hpp"
#include "portal/moments.hpp"
#include "portal/scene.hpp"
#include "portal/ticket_queue.hpp"

#include <string>
#include <string_view>

namespace keyrack::portal {

// A partner's own subject, or what it is about: "Fjord is offline", "Help for Rally Bar RB-1"; else how its description
// begins, and the programme where nothing is said. Never its number, which stands beside it.
[[nodiscard]] std::string ticket_title(Scene const& scene, engine::SupportTicket const& ticket);
// "TK-1002 · Large User Account": without the programme where the title says it.
[[nodiscard]] std::string ticket_second(Scene const& scene, engine::SupportTicket const& ticket);
[[nodiscard]] std::string desk_name(Words const& words, catalogue::Desk desk);
// A partner's region or a country, which documents give two letters: "United Kingdom" for UK; EU stays EU.
[[nodiscard]] std::string region_name(Words const& words, std::string_view region);
[[nodiscard]] std::string measure_name(Words const& words, catalogue::Measure measure);
// "Severity 1"; nothing where there is none.
[[nodiscard]] std::string severity_name(Words const& words, std::int32_t severity);
[[nodiscard]] Tone severity_tone(std::int32_t severity);
// Of what is striven for and is never breached: its second end has passed (R130, D2).
[[nodiscard]] bool is_past_its_aim(
    catalogue::Promise promise, engine::ClockStanding standing, std::optional<Instant> const& second_end, Instant at);
// Of a clock that has not ended, wherever it is told: missing where it is overdue or not entitled, ending past its first
// mark, covered in time; neutral where it waits for the customer, or nothing is due.
[[nodiscard]] Tone clock_tone(engine::ClockStanding standing, engine::Running running);
// "41 min left", "Overdue by 2 h", "Customer’s turn", "Closed".
[[nodiscard]] Chip queue_chip(Words const& words, QueuedTicket const& ticket, Instant at);
// "Arrives 24 Nov 2026", of what is sent in a device's place; empty where no day is known.
[[nodiscard]] std::string arrival_text(Words const& words, std::optional<Date> const& on);
// In the local time of the ticket's place.
[[nodiscard]] LocalTime local_time(Scene const& scene, engine::TicketPlace const& place);

} // namespace keyrack::portal
