#pragma once
// What assigning a licence would make of its order: shared by the decision, the cures and the counts of free licences,
// so that what is offered is what is taken.

#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keyrack::engine {

// R39: the term that the order has once a licence of it is assigned from that day, which may start it.
[[nodiscard]] Period term_if_assigned(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, Date from);

// A valid assignment that lies within the order's term now and would begin after the end of `term`; or none().
[[nodiscard]] AssignmentId left_outside(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, Period term);

// Whether a licence of the order may be assigned from that day at all: bought, not cancelled, within the term, and no
// other assignment is left outside.
[[nodiscard]] bool can_assign_from(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, Date from);

// The numbers of the order's licences that serve or will serve a room on `from` or later, ascending, each once (D18).
[[nodiscard]] std::vector<std::int32_t> taken_from(Ledger const& ledger, OrderId order, Date from);

// How many licences of the order could be assigned from that day on; 0 where none may be.
[[nodiscard]] std::int64_t free_count(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, Date from);

// R88, D6: the device of the room whose warranty the cap would cut most, if a licence of the order covered the room until
// that day: how long the licence alone would give, and how long the cap leaves. Nothing where it cuts none.
struct CutWarranty
{
    DeviceId device;
    Date until {}, cap {};
};
[[nodiscard]] std::optional<CutWarranty> cut_by_cap(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Order const& order, RoomId room, Date until);
// D6: the operator has such a licence refused.
[[nodiscard]] bool cap_blocks(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Order const& order, RoomId room, Date until);

// What an assignment asks of its room apart from the room itself (R47, R79): rooms that have the same are refused alike.
struct AskedOfRoom
{
    AccountId account;
    InSync in_sync {};
    auto operator<=>(AskedOfRoom const&) const = default;
};
// Nothing where the room has to be asked by itself: it does not stand, or what is in it counts too (D6).
[[nodiscard]] std::optional<AskedOfRoom> asked_of(Ledger const& ledger, RoomId room);

// A valid assignment of the licence that shares a day with `days`; or none() (R76).
[[nodiscard]] AssignmentId overlapping(
    Ledger const& ledger, LicenceRef licence, Period days, AssignmentId but = AssignmentId::none());

} // namespace keyrack::engine
