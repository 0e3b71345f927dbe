#pragma once
// The rooms screen: the list, and the open room beside it.

#include "portal/models.hpp"
#include "portal/room_set.hpp"
#include "portal/scene.hpp"

#include <string>

namespace keyrack::portal {

// Rooms chosen by their checkboxes.
using MarkedRooms = RoomSet;

[[nodiscard]] RoomsModel rooms_model(Scene const& scene, RoomsRoute const& route, MarkedRooms const& marked);
// room_detail.cpp. `room` stands in the ledger.
[[nodiscard]] RoomDetail room_detail(Scene const& scene, RoomsRoute const& route, RoomId room);

// "Hamburg · 4 devices · important"
[[nodiscard]] std::string room_second(Scene const& scene, Places const& places, RoomId room);
// The open room of the address; none() where there is no such room.
[[nodiscard]] RoomId open_room(Scene const& scene, RoomsRoute const& route);
// Whether a room stands: known and not taken back.
[[nodiscard]] bool stands(engine::Ledger const& ledger, RoomId room);

} // namespace keyrack::portal
