#pragma once
// What would happen if a command were given, and where it would be refused, what to give instead or before it. Every way
// was tried on a copy: all its steps are applied.

#include "engine/command.hpp"
#include "engine/denial.hpp"
#include "engine/ledger.hpp"

#include <optional>
#include <vector>

namespace keyrack::engine {

struct TryQuestion
{
    Command command;
    bool operator==(TryQuestion const&) const = default;
};

using Way = std::vector<Command>; // its steps in order

struct TryAnswer
{
    Command command;
    std::optional<Denial> denial; // nothing: it would be applied
    std::vector<Denial> warnings; // told to who gives it
    std::vector<Way> ways;        // refused: what would do instead
};

} // namespace keyrack::engine
