#pragma once
// All tickets as they stand at a moment, the most urgent clock first: what the queue lists and the filters count.

#include "engine/question.hpp"
#include "portal/desk_route.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keyrack::portal {

struct QueuedTicket
{
    TicketId id;
    engine::TicketNow now;
    std::optional<engine::RunningClock> clock; // the most urgent that runs
};

using TicketQueue = std::vector<QueuedTicket>;

// Overdue ones, then by when they would be, then what no clock hurries, then what is closed, newest first.
[[nodiscard]] TicketQueue queue_of(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, Instant at);

// A clock has passed its first mark.
[[nodiscard]] bool is_at_risk(QueuedTicket const& ticket);
[[nodiscard]] bool passes(QueuedTicket const& ticket, TicketFilter filter);
[[nodiscard]] std::int64_t count_of(TicketQueue const& queue, TicketFilter filter);

} // namespace keyrack::portal
