// How a tenant is set up, told again: rooms as Sync knows them, onsite spares, the customer's own sign-in, the cap's effect
// (R15, R19, R71, R72, D6).

#include "engine/retelling_parts.hpp"
#include "engine/setup.hpp"

namespace keyrack::engine {

namespace {

void tell_sync_room(Telling& telling, SyncRoom const& row)
{
    auto const room = standing_key(telling.ledger.rooms(), row.room, &Room::key);
    if (room.empty()) return;
    telling.tell(LinkSyncRoom { room, row.key });
    if (row.state != RoomState::unknown) telling.tell(ReportRoomState { row.key, RoomState::unknown, row.state });
}

} // namespace

void tell_setup(Telling& telling)
{
    Ledger const& ledger = telling.ledger;
    if (cap_effect(ledger) != CapEffect::warns) telling.tell(SetCapEffect { CapEffect::warns, cap_effect(ledger) });
    each_standing(ledger.sync_rooms(), [&](SyncRoomId, SyncRoom const& row) { tell_sync_room(telling, row); });
    each_standing(ledger.onsite_spares(), [&](OnsiteSpareId, OnsiteSpare const& row) {
        telling.tell(AgreeSpare { row.key, row.model, row.ship_to, row.agreed_with, row.agreed_on });
    });
    each_standing(ledger.sign_ins(), [&](SignInId, SignIn const& row) {
        telling.tell(SetSignIn { std::nullopt, SignInSetup { row.issuer, row.client_id } });
    });
}

} // namespace keyrack::engine
