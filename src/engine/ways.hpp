#pragma once
// What would happen if a command were given, and where it would be refused, what to give instead or before it. Every way
// was tried on a copy: all its steps are applied, and without any of those that make way the rest is refused.

#include "engine/command.hpp"
#include "engine/denial.hpp"
#include "engine/ledger.hpp"
#include "engine/no_way.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::engine {

struct TryQuestion
{
    Command command;
    std::string by {}; // e-mail; empty: by whoever may
    bool operator==(TryQuestion const&) const = default;
};

struct Way
{
    std::vector<Command> steps; // in order
    std::size_t preparing = 0;  // so many of them make way; the rest is the command, or what is given in its place
    bool operator==(Way const&) const = default;
};

struct DeadEnd
{
    NoWay why {};
    Denial denial; // what no way leads past: of the command, or of what would have to be given before or instead
    bool operator==(DeadEnd const&) const = default;
};

struct TryAnswer
{
    Command command;
    std::string by;                  // as asked
    std::optional<Denial> denial;    // nothing: it would be applied
    std::vector<Denial> warnings;    // told to who gives it
    std::vector<Way> ways;           // refused: what would do, those of the fewest steps first
    std::optional<DeadEnd> dead_end; // refused, and no way: why
};

} // namespace keyrack::engine
