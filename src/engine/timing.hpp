#pragma once
// When, within its day, something was done (B4): a ticket's clocks count from that moment on, and what they had counted stays.
// Each `…_at` is nothing where the moment is not known, or not of the day that the row names now.

#include "base/instant.hpp"
#include "engine/ledger.hpp"

#include <optional>

namespace keyrack::engine {

// Days are those of where something is done: somewhere on Earth the moment is of that day.
[[nodiscard]] bool falls_on(Instant at, Date day);

// Whether it is a thing of Customer Success Services.
[[nodiscard]] bool is_of_css(Timed what);

// Whether the ledger has the thing that the timing is of.
[[nodiscard]] bool is_of_a_row(Timing const& timing, Ledger const& ledger);

// A licence was given to its room, and taken from it.
[[nodiscard]] std::optional<Instant> given_at(Ledger const& ledger, AssignmentId assignment);
[[nodiscard]] std::optional<Instant> taken_at(Ledger const& ledger, AssignmentId assignment);
[[nodiscard]] std::optional<Instant> cancelled_at(Ledger const& ledger, OrderId order); // D5

// A device came to where it stands now; a stay of it began, and ended.
[[nodiscard]] std::optional<Instant> placed_at(Ledger const& ledger, DeviceId device);
[[nodiscard]] std::optional<Instant> begun_at(Ledger const& ledger, StayId stay);
[[nodiscard]] std::optional<Instant> ended_at(Ledger const& ledger, StayId stay);

// Software licences came, and left; a contract began; its tier rose.
[[nodiscard]] std::optional<Instant> begun_at(Ledger const& ledger, HoldingId holding);
[[nodiscard]] std::optional<Instant> begun_at(Ledger const& ledger, DepartureId departure);
[[nodiscard]] std::optional<Instant> begun_at(Ledger const& ledger, ContractId contract);
[[nodiscard]] std::optional<Instant> begun_at(Ledger const& ledger, TierChangeId change);

// By its moment where one is known, whatever day it is where one asks; by the day otherwise.
[[nodiscard]] inline bool has_come(Date on, std::optional<Instant> moment, Date day, Instant at)
{
    return moment ? *moment <= at : on <= day;
}

// Where the device stood at a moment of that day; none(): in no room.
[[nodiscard]] RoomId room_at(Ledger const& ledger, DeviceId device, Date day, Instant at);

} // namespace keyrack::engine
