#pragma once
// The open room: what it has, why it is covered or not, its devices, its history.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

void draw_room_detail(Drawing& d, Rect area, portal::RoomDetail const& room);

} // namespace keyrack::ui
