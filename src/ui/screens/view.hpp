#pragma once
// Everything that is seen, from the portal's model: welcome or session, dialogs, notices, the running job.

#include "ui/screens/demo_strip.hpp"
#include "ui/screens/drawing.hpp"
#include "ui/screens/palette.hpp"

#include <cstdint>
#include <set>

namespace keyrack::ui {

// What the view remembers from frame to frame, because no model knows it.
struct ViewMemory
{
    bool file_hovers = false;
    std::set<std::int64_t> toasts; // handed to the kit already
    DemoPlay demo;
    PaletteMemory palette = {};
    KeyMemory keys = {};
    bool in_cockpit = false;
};

[[nodiscard]] Intents draw_view(Frame& f, portal::PortalModel const& model, portal::Words const& words,
    portal::Appearance appearance, ViewMemory& memory);

// What the kit's widgets say by themselves.
[[nodiscard]] KitWords kit_words(portal::Words const& words);

} // namespace keyrack::ui
