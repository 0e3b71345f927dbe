#pragma once
// The smallest changes that would turn a no about a room into a yes, best first (B1).

#include "engine/verdict.hpp"

#include <span>
#include <vector>

namespace keyrack::engine {

// Whether the answer asks for a room in Sync beyond what its programme asks for (R101, R110).
enum class SyncNeed { by_programme, by_feature };

// What would cover the room by one of the programmes from that day on: one cure for each order with a free licence, one
// new order for each programme.
[[nodiscard]] std::vector<Cure> cures_by_licence(Ledger const& ledger, catalogue::Catalogue const& catalogue,
    RoomId room, std::span<ProgrammeId const> programmes, Date as_of, SyncNeed need);

// The room is covered until then, and only has to be defined in Sync.
[[nodiscard]] Cure cure_by_sync(Ledger const& ledger, RoomId room, Date until);

} // namespace keyrack::engine
