#pragma once
// Help from a room that Sync reports in trouble, and what goes with the ticket (R99).

#include "engine/question.hpp"

namespace keyrack::engine {

// The devices that stood in the room on that day; where no room is named, the one that the device stood in.
[[nodiscard]] Attached attached_to(Ledger const& ledger, RoomId room, RoomState state, DeviceId device, Date day);

} // namespace keyrack::engine
