#pragma once
// Beside the list of rooms: the map of the sites, columns, saved views, copying, and the help of the search.

#include "portal/rooms_ways.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// Small buttons at the right end of `line`, which is cut by them.
void draw_room_tools(Drawing& d, Rect& line, portal::RoomsWays const& ways);
[[nodiscard]] float room_tools_width(Drawing const& d);
// Views that were saved, as chips; nothing where there are none and nothing to save. Takes its height off `page`.
void draw_room_views(Drawing& d, Rect& page, portal::RoomsWays const& ways);
// At the end of the filters, where its place is kept.
[[nodiscard]] float save_view_width(Drawing const& d);
void draw_save_view(Drawing& d, Rect& line, portal::RoomsWays const& ways);
// Cards of sites with their rooms; only those in sight are asked for.
void draw_site_map(Drawing& d, Rect area, portal::RoomsWays const& ways);

} // namespace keyrack::ui
