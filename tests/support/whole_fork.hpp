#pragma once
// What-if the plain way: a copy of the whole ledger, every room and device before and after. What engine::what_if has to
// say as well, at the price of what is touched.

#include "engine/fork.hpp"

namespace keyrack::test {

// Without the commands' fees.
[[nodiscard]] std::expected<engine::Difference, engine::Refusal> what_if_on_a_copy(engine::Ledger const& ledger,
    catalogue::Catalogue const& catalogue, std::vector<engine::Command> const& commands, Date as_of);

// The difference between two ledgers, the second of which came out of the first.
[[nodiscard]] engine::Difference difference_of(
    engine::Ledger const& before, engine::Ledger const& after, catalogue::Catalogue const& catalogue, Date as_of);

} // namespace keyrack::test
