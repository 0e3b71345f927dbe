#pragma once
// What can still be read of a damaged database: its journal, from an entry on, until the first that cannot. Nothing is written.

#include "base/error.hpp"
#include "engine/command.hpp"
#include "store/store.hpp"

#include <string>
#include <vector>

namespace keyrack::store {

struct SalvagedEntry
{
    engine::Entry entry;
    std::vector<engine::Command> rows; // of an import
};

struct Salvage
{
    std::vector<SalvagedEntry> entries; // without gaps, from the one that was asked for
    bool whole = false;                 // to the journal's end, as far as the file says where that is
};

// No store has `name` open; `place` is not memory. Where not even the tables are found, nothing is salvaged.
[[nodiscard]] Salvage salvage(std::string const& name, Place place, EntryId from);

} // namespace keyrack::store
