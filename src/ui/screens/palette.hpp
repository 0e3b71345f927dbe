#pragma once
// The palette and the sheet of shortcuts: over whatever is on the screen.

#include "portal/palette_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

void draw_palette(Drawing& d, portal::PaletteModel const& model, PaletteMemory& memory);
// Every shortcut there is, from the table that they answer from.
void draw_help(Drawing& d);

// Shortcuts of the page, where nothing lies over it.
struct KeyMemory
{
    double go_until = 0;    // after the first of two keys, the second is waited for
    bool wants_day = false; // the bar was opened by a key: its field takes the focus
};
void take_shortcuts(Drawing& d, portal::PortalModel const& model, KeyMemory& memory);

[[nodiscard]] Icon icon_of(portal::ScreenKind screen);

} // namespace keyrack::ui
