#pragma once
// The palette: screens, objects and commands by a few letters of their names, from wherever one is.

#include "portal/models.hpp"

#include <string>
#include <vector>

namespace keyrack::portal {

enum class PaletteSubject { action, day, company, screen, room, device, order, ticket, person, org };

struct PaletteLine
{
    PaletteSubject subject {};
    ScreenKind screen {};     // of a screen: its picture
    std::string key {};       // stable among the lines
    std::string text, second; // "Boardroom Oslo", "Oslo · 3 devices"
    std::string group {};     // a heading above it; empty: the group goes on
    std::string keys {};      // the shortcut that does the same: "G R"
};

struct PaletteModel
{
    std::string query;
    std::vector<PaletteLine> lines;
    std::string found;      // "14 found": said to a screen reader; empty: nothing is looked for yet
    bool searching = false; // more may come
};

} // namespace keyrack::portal
