#pragma once
// What facts and the keys of settings call the states of a ticket, and what counts as words of a note.

#include "engine/ticket.hpp"

#include <string_view>

namespace keyrack::engine {

[[nodiscard]] std::string_view code(catalogue::Desk desk);
[[nodiscard]] std::string_view code(catalogue::Tier tier);
[[nodiscard]] std::string_view code(catalogue::Measure measure);
[[nodiscard]] std::string_view code(catalogue::RouteKind kind);
[[nodiscard]] std::string_view code(TicketStep step);
[[nodiscard]] std::string_view code(RoomState state);
[[nodiscard]] std::string_view code(SeverityPath path);
[[nodiscard]] std::string_view code(MatchedBy by);
[[nodiscard]] std::string_view code(FormField field);
[[nodiscard]] std::string_view code(ClockStanding standing);
[[nodiscard]] std::string_view code(Lacking lacking);
[[nodiscard]] std::string_view code(InformDuty duty);

// Blanks and line breaks alone are no note.
[[nodiscard]] bool says_something(std::string_view text);

} // namespace keyrack::engine
