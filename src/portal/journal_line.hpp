#pragma once
// An entry of the journal as a line: what, who, when; whether it can be taken back; where it is, and what became of it.

#include "portal/models.hpp"
#include "portal/scene.hpp"

namespace keyrack::portal {

[[nodiscard]] JournalLine journal_line(Scene const& scene, store::JournalEntry const& entry);
// Of an entry that cannot be read: its number alone.
[[nodiscard]] JournalLine journal_line(Scene const& scene, EntryId id);

} // namespace keyrack::portal
