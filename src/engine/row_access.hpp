#pragma once
// Rows of a ledger by table and place, as a store writes them anew after a late entry.

#include "engine/change.hpp"
#include "engine/ledger.hpp"
#include "engine/undo_log.hpp"

#include <optional>
#include <vector>

namespace keyrack::engine {

// The row that a change puts.
[[nodiscard]] TouchedRow touched_by(Change const& change);
// The change that puts the row as it stands; nothing where the table has no such row any more.
[[nodiscard]] std::optional<Change> row_as_change(Ledger const& ledger, TouchedRow touched);
// The rows in which the two differ, those that only one of them has too: by table, then by row.
[[nodiscard]] std::vector<TouchedRow> differences(Ledger const& one, Ledger const& other);

} // namespace keyrack::engine
