#pragma once
// When, within its day, a command was done (B4).

#include "engine/command.hpp"

namespace keyrack::portal {

class Session;
struct Author;

// What is done on its own day is done at that moment, and not at the beginning of the day.
void set_moment(engine::Command& command, Author const& author);

// What is taken back has the moment that it had before the entry that is undone, whenever it is taken back.
void set_moment_before(engine::Command& command, Session const& session, EntryId undone);

} // namespace keyrack::portal
