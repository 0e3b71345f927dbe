#pragma once
// Commands of every kind whose order makes nearly all of them lawful: together they write into every table of a ledger.

#include "engine/command.hpp"

#include <vector>

namespace keyrack::test {

[[nodiscard]] std::vector<engine::Command> commands_of_every_kind();

} // namespace keyrack::test
