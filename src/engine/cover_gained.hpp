#pragma once
// How many more rooms would be covered on a day once some commands were given: of `Difference` that one figure, without
// what else it costs to find out (fork.cpp). Costs what the commands touch and one look at each order.

#include "engine/excerpt.hpp"

#include <cstdint>
#include <expected>
#include <vector>

namespace keyrack::engine {

// Tries the commands in order. Negative: fewer are covered; or the denial of the first that is refused, with its position.
[[nodiscard]] std::expected<std::int64_t, Refusal> cover_gained(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, std::vector<Command> const& commands, Date as_of);

} // namespace keyrack::engine
