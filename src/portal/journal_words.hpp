#pragma once
// What an entry of the journal did, who made it and when; and what a command would do, as a proposal.

#include "engine/command.hpp"
#include "portal/scene.hpp"

#include <string>

namespace keyrack::portal {

// "4 licences of PO-5120 assigned from 22 Nov 2026"
[[nodiscard]] std::string command_text(Scene const& scene, engine::Command const& command);
// "Assign 4 licences of PO-5120 from 22 Nov 2026"
[[nodiscard]] std::string proposal_text(Scene const& scene, engine::Command const& command);
// The same of an entry: an import that takes another one back is told as that.
[[nodiscard]] std::string entry_text(Scene const& scene, engine::Entry const& entry);
// When it was written, on the reader's calendar.
[[nodiscard]] Date day_of(Scene const& scene, engine::Entry const& entry);
// "Maren Kjær · 3 Nov 2026, 14:05"
[[nodiscard]] std::string author_text(Scene const& scene, engine::Entry const& entry);
// "Maren Kjær · 3 Nov 2026, 14:05 · entry 14"
[[nodiscard]] std::string entry_second(Scene const& scene, EntryId entry);

} // namespace keyrack::portal
