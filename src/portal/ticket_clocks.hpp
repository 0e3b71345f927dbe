#pragma once
// A support clock as a strip (B4): every stretch with its reason, the target, and the moments at which it warns and is
// breached.

#include "engine/ticket.hpp"
#include "portal/scene.hpp"
#include "portal/support_model.hpp"

namespace keyrack::portal {

struct ShownTicket
{
    Scene const& scene;
    engine::SupportTicket const& row;
    engine::TicketNow const& now;
    Instant at {};
    SupportRoute const& route; // as it stands
};

[[nodiscard]] ClockModel clock_model(ShownTicket const& ticket, engine::TicketClock const& clock);
// "within 30 min", "under 15 min", "1 h – 3 h", or that none is set.
[[nodiscard]] std::string target_text(Words const& words, std::optional<catalogue::SupportTarget> const& target);
// "Around the clock", or "Monday to Friday, 08:00 – 18:00, Europe/Oslo", or what is lacking.
[[nodiscard]] std::string hours_text(Words const& words, std::vector<engine::TicketClock> const& clocks);

} // namespace keyrack::portal
