#pragma once
// Rows of how a tenant is set up: rooms as Sync knows them (R15, R71), onsite spares as they were agreed with the success
// manager (R19, R96), and the customer's own sign-in (R72).

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/id.hpp"
#include "engine/rows.hpp"
#include "engine/ticket_rows.hpp"

#include <cstdint>
#include <string>
#include <tuple>

namespace keyrack {

using SyncRoomId = Id<struct SyncRoomTag>;
using OnsiteSpareId = Id<struct OnsiteSpareTag>;
using SignInId = Id<struct SignInTag>;

} // namespace keyrack

namespace keyrack::engine {

// A room of the tenant and the room of a Sync account that it is (R71, R79). Withdrawn: no longer defined there.
struct SyncRoom
{
    std::string key; // how Sync calls it
    RoomId room;
    RoomState state {}; // as Sync reported it last (R15)
    Standing standing = Standing::valid;
    EntryId entry;
    EntryId changed {}; // its state, or that it was taken out
    bool operator==(SyncRoom const&) const = default;
};

// A unit that is held where it is needed (R19, R96).
struct OnsiteSpare
{
    std::string key;
    std::string model;
    std::string ship_to;     // where it was sent
    std::string agreed_with; // the success manager; empty: not told
    Date agreed_on {};
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(OnsiteSpare const&) const = default;
};

// R72: who vouches for the customer's people. One row at most; withdrawn: the portal's own invitations alone.
struct SignIn
{
    std::string issuer; // of OpenID Connect: an address
    std::string client_id;
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(SignIn const&) const = default;
};

// D6: what happens where the five-year cap shortens what a licence gives: the operator may have it refused.
enum class CapEffect : std::uint8_t { warns, blocks };

} // namespace keyrack::engine

template <>
struct keyrack::Fields<keyrack::engine::SyncRoom>
{
    using T = engine::SyncRoom;
    static constexpr std::string_view entity = "sync_rooms";
    static constexpr auto list = std::tuple { field("key", &T::key), field("room", &T::room), field("state", &T::state),
        field("standing", &T::standing), field("entry", &T::entry), field("changed", &T::changed) };
};

template <>
struct keyrack::Fields<keyrack::engine::OnsiteSpare>
{
    using T = engine::OnsiteSpare;
    static constexpr std::string_view entity = "onsite_spares";
    static constexpr auto list = std::tuple { field("key", &T::key), field("model", &T::model),
        field("ship_to", &T::ship_to), field("agreed_with", &T::agreed_with), field("agreed_on", &T::agreed_on),
        field("standing", &T::standing), field("entry", &T::entry) };
};

template <>
struct keyrack::Fields<keyrack::engine::SignIn>
{
    using T = engine::SignIn;
    static constexpr std::string_view entity = "sign_in";
    static constexpr auto list = std::tuple { field("issuer", &T::issuer), field("client_id", &T::client_id),
        field("standing", &T::standing), field("entry", &T::entry) };
};
