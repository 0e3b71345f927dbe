#pragma once
// Rules on how a tenant is set up: who vouches for its people (R72), and onsite spares as they were agreed (R19, R96).

#include "engine/ledger.hpp"
#include "engine/witness.hpp"

#include <cstdint>
#include <string_view>

namespace keyrack::engine {

// R71: whether the room of Sync is one of the tenant's. A room that is removed is none of Sync's as long as it is; added
// again, it is what it was, unless that has become another meanwhile.
[[nodiscard]] bool is_linked(Ledger const& ledger, SyncRoomId id);

// The customer's own sign-in; null where none is set up. It belongs to the ledger.
[[nodiscard]] SignIn const* sign_in_of(Ledger const& ledger);
// R72: where the customer has a sign-in of its own, an address counts that its issuer vouches for, and no other.
template <Witness W>
[[nodiscard]] bool address_is_verified(
    Ledger const& ledger, std::string_view email, std::string_view issuer, W& witness);

// Spares agreed by that day and not taken back.
[[nodiscard]] std::int64_t agreed_spares(Ledger const& ledger, Date day);
// R19, R96: one is agreed for each that was earned.
template <Witness W>
[[nodiscard]] bool spare_is_agreed(Ledger const& ledger, std::int64_t earned, Date day, W& witness);

// D6: what the operator wants where the cap shortens what a licence gives.
[[nodiscard]] CapEffect cap_effect(Ledger const& ledger);

} // namespace keyrack::engine
