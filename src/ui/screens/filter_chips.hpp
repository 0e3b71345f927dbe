#pragma once
// Search and filters above a list, where each filter is an address.

#include "portal/support_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// A field and the chips beside it, or below it where it is narrow. Takes its height off the top of `page`.
void draw_search_and_chips(
    Drawing& d, Rect& page, std::string_view label, std::string_view query, std::span<portal::LinkChip const> filters);

} // namespace keyrack::ui
