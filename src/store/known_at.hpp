#pragma once
// The second clock (B3): what a tenant's journal said at an earlier moment. What became known later, whatever day it is
// about, is not in it.

#include "base/instant.hpp"
#include "engine/fold.hpp"
#include "store/store.hpp"

namespace keyrack::store {

// The ledger that the entries written up to that moment lead to, by their own times. Errors: those of Store::replay, and
// `damaged_database` with the entry that the journal's earlier ones do not bear.
[[nodiscard]] Result<engine::Ledger> known_at(
    Store const& store, catalogue::Catalogue const& catalogue, Instant moment);

} // namespace keyrack::store
