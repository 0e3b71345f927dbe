#pragma once
// A whole database as bytes: looked into before anything is done with it, and put in the place of the one that lies there.

#include "base/error.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace keyrack::store {

struct DatabaseFacts
{
    std::int64_t entries = 0; // of its journal
};

// Errors: `foreign_database`, `newer_database`, and `damaged_database` where SQLite's own check finds a fault or the ledger
// cannot be loaded from it.
[[nodiscard]] Result<DatabaseFacts> look_into(std::span<std::byte const> database);

// Whether something lies under that name: whatever it is, it is not to be written over.
[[nodiscard]] bool is_taken(std::string const& name, Place place);

// No store has `name` open; `place` is not memory. Until its last write the file is no database at all, so that after a
// crash nobody takes half of one for the whole: opening it says `damaged_database`, and the database can be put there again.
// Errors: `disk_full`, `disk_failed`.
[[nodiscard]] Result<void> put_database(std::string const& name, Place place, std::span<std::byte const> database);

} // namespace keyrack::store
