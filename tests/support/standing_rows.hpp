#pragma once
// What stands in a ledger, row by row in words: keys instead of ids, without entries, sorted. Two ledgers that say the same
// in another order, with another history, have the same standing rows.

#include "engine/ledger.hpp"

#include <string>
#include <vector>

namespace keyrack::test {

// What nobody can see is left out: versions without dates, numbers that are not set, couriers of sites without rooms. Of
// tickets it says what is there; how their severity came about is not in it.
[[nodiscard]] std::vector<std::string> standing_rows(engine::Ledger const& ledger);

} // namespace keyrack::test
