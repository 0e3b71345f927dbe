#pragma once
// A travelling entry folded onto a ledger: the command as its actor gave it, the rows of an import as history. The same
// on every device, whoever wrote the entry.

#include "codec/outcome.hpp"
#include "codec/segment.hpp"
#include "engine/command.hpp"
#include "engine/ledger.hpp"
#include "engine/people.hpp"
#include "engine/undo_log.hpp"

#include <cstdint>
#include <vector>

namespace keyrack::sync {

inline constexpr std::int32_t newest_entry_schema = 1;

// Who may do what is asked of the day in UTC, so that every device answers alike.
[[nodiscard]] engine::Actor actor_of(std::string_view actor, std::int64_t time_ms);

// Whether this version knows the entry's command, and all rows of an import.
[[nodiscard]] bool is_understood(codec::TravellingEntry const& entry);

// `id`: the entry's place in the journal, which the rows bear. `touched` gains the rows that it put.
[[nodiscard]] codec::Outcome fold_entry(engine::Ledger& ledger, catalogue::Catalogue const& catalogue,
    codec::TravellingEntry const& entry, EntryId id, std::vector<engine::TouchedRow>& touched);

} // namespace keyrack::sync
