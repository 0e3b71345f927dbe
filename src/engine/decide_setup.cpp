// How a tenant is set up: rooms as Sync knows them (R15, R71), onsite spares (R19, R96, R97), sign-in (R72), the cap (D6).

#include "base/text.hpp"
#include "engine/draft.hpp"
#include "engine/setup.hpp"
#include "engine/spare_choice.hpp"
#include "engine/spares.hpp"
#include "engine/ticket_words.hpp"

#include <string_view>

namespace keyrack::engine {

namespace {

constexpr std::string_view secure_address = "https://";

SyncRoomId sync_room(std::string const& sync_id, Draft& draft)
{
    auto const id = draft.ledger.sync_room(sync_id);
    if (is_linked(draft.ledger, id)) return id;
    draft.object(Reason::unknown_sync_room, { { "sync_id", shortened(sync_id, longest_name) } });
    return SyncRoomId::none();
}

// A room is one of Sync's at most, and one of Sync's is one room.
void check_link(RoomId room, SyncRoomId known, LinkSyncRoom const& command, Draft& draft)
{
    Ledger const& ledger = draft.ledger;
    if (is_linked(ledger, known) || ledger.sync_room_of(room).exists())
        draft.object(
            Reason::sync_room_taken, { { "sync_id", shortened(command.sync_id, longest_name) }, naming(ledger, room) });
}

std::optional<SignInSetup> setup_of(SignIn const* row)
{
    if (row == nullptr) return std::nullopt;
    return SignInSetup { row->issuer, row->client_id };
}

std::string written(std::optional<SignInSetup> const& setup)
{
    return setup ? setup->issuer : std::string {};
}

bool is_secure_address(std::string_view text)
{
    bool const plain = text.find_first_of(" \t\r\n\"<>") == std::string_view::npos;
    return plain && text.starts_with(secure_address) && text.size() > secure_address.size();
}

std::string written(CapEffect effect)
{
    return effect == CapEffect::blocks ? "blocks" : "warns";
}

} // namespace

void decide_on(LinkSyncRoom const& command, Draft& draft)
{
    draft.check_name(command.sync_id);
    auto const room = draft.room(command.room);
    if (!room.exists()) return;
    auto const& rows = draft.ledger.sync_rooms();
    auto const known = draft.ledger.sync_room(command.sync_id);
    check_link(room, known, command, draft);
    bool const again = known.exists() && rows[known].room == room; // then Sync has not forgotten how it is
    auto const state = again ? rows[known].state : RoomState::unknown;
    draft.put(
        row_for(rows, known), SyncRoom { command.sync_id, room, state, Standing::valid, draft.entry, EntryId::none() });
}

void decide_on(UnlinkSyncRoom const& command, Draft& draft)
{
    auto const room = draft.room(command.room);
    auto const id = sync_room(command.sync_id, draft);
    if (!room.exists() || !id.exists()) return;
    SyncRoom row = draft.ledger.sync_rooms()[id];
    if (row.room != room)
        draft.object(Reason::changed_meanwhile, changed("room", command.room, draft.ledger.rooms()[row.room].key));
    row.standing = Standing::withdrawn;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(ReportRoomState const& command, Draft& draft)
{
    auto const id = sync_room(command.sync_id, draft);
    if (!id.exists()) return;
    SyncRoom row = draft.ledger.sync_rooms()[id];
    auto const word = [](RoomState state) { return std::string { code(state) }; };
    if (row.state != command.expects)
        draft.object(Reason::changed_meanwhile, changed("state", word(command.expects), word(row.state)));
    row.state = command.state;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(AgreeSpare const& command, Draft& draft)
{
    draft.check_name(command.spare);
    draft.check_name(command.ship_to);
    auto const known = draft.ledger.onsite_spare(command.spare);
    if (stands(draft.ledger.onsite_spares(), known)) draft.object(Reason::key_taken, { { "key", command.spare } });
    if (match_of_spare(draft.ledger, draft.catalogue, command.model, command.on).answer == Holds::no)
        draft.object(Reason::spare_not_deployed, { { "model", shortened(command.model, longest_name) } });
    auto const earned = spares_on(draft.ledger, draft.catalogue, command.on).earned;
    if (earned <= agreed_spares(draft.ledger, never)) draft.object(Reason::spares_used_up, { { "earned", earned } });
    draft.put(row_for(draft.ledger.onsite_spares(), known),
        OnsiteSpare { command.spare, command.model, command.ship_to, command.agreed_with, command.on, Standing::valid,
            draft.entry });
}

void decide_on(WithdrawSpare const& command, Draft& draft)
{
    auto const id = draft.ledger.onsite_spare(command.spare);
    if (!stands(draft.ledger.onsite_spares(), id))
        return draft.object(Reason::unknown_spare, { { "spare", shortened(command.spare, longest_name) } });
    OnsiteSpare row = draft.ledger.onsite_spares()[id];
    row.standing = Standing::withdrawn;
    draft.put(id, std::move(row));
}

void decide_on(SetSignIn const& command, Draft& draft)
{
    auto const found = setup_of(sign_in_of(draft.ledger));
    if (found != command.expects)
        draft.object(Reason::changed_meanwhile, changed("sign_in", written(command.expects), written(found)));
    SignIn row { {}, {}, Standing::withdrawn, draft.entry };
    if (command.sign_in) {
        draft.check_name(command.sign_in->client_id);
        if (!is_secure_address(command.sign_in->issuer))
            draft.object(Reason::bad_issuer, { { "issuer", shortened(command.sign_in->issuer, longest_name) } });
        row = { command.sign_in->issuer, command.sign_in->client_id, Standing::valid, draft.entry };
    }
    auto const first = SignInId::of_row(0);
    draft.put(first, std::move(row));
}

void decide_on(SetCapEffect const& command, Draft& draft)
{
    auto const found = cap_effect(draft.ledger);
    if (found != command.expects)
        draft.object(Reason::changed_meanwhile, changed("cap_effect", written(command.expects), written(found)));
    auto const known = draft.ledger.setting("cap_effect");
    draft.put(row_for(draft.ledger.settings(), known),
        Setting { "cap_effect", command.effect == CapEffect::blocks ? 1 : 0, draft.entry });
}

} // namespace keyrack::engine
