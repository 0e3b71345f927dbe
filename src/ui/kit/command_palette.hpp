#pragma once
// Promise: one field, and below it what it finds, over everything else. The focus stays in the field: arrows move the
// line that Enter takes, and a screen reader hears it as a combobox with its list.

#include "ui/kit/frame.hpp"

#include <optional>
#include <span>
#include <string>

namespace keyrack::ui {

struct PaletteRow
{
    WidgetKey key;
    Icon icon {};
    std::string_view text;
    std::string_view second = {};
    std::string_view group = {}; // a heading above it
    std::string_view keys = {};  // the shortcut that does the same
};

struct PaletteSpec
{
    WidgetKey key;
    std::string_view name;        // of the dialog and of its field
    std::string_view placeholder; // what may be written
    std::string_view list;        // name of the list
    std::string_view query;
    std::span<PaletteRow const> rows;
    std::string_view found; // said: "14 found"
    std::string_view empty; // where nothing is found
    std::string_view hint;  // at the foot
    bool busy = false;
};

struct PaletteMemory
{
    Id active = 0;     // the row that was moved to, wherever it stands now; 0: the first one, whichever that is
    std::string asked; // the query that `active` belongs to
};

struct PaletteResult
{
    std::optional<std::string> query; // it was changed
    std::optional<std::size_t> chosen;
    bool dismissed = false; // Escape, a press outside, on a phone the button behind the field
};

PaletteResult command_palette(Frame& f, PaletteSpec const& spec, PaletteMemory& memory);

} // namespace keyrack::ui
