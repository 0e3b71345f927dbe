#pragma once
// Commands of how a tenant is set up: part of command.hpp, which includes this.

#include "base/date.hpp"
#include "engine/setup_rows.hpp"

#include <optional>
#include <string>

namespace keyrack::engine {

struct LinkSyncRoom // R71: the room is the one of the Sync account; whether it counts as defined there says SetInSync
{
    std::string room;    // key
    std::string sync_id; // how Sync calls it
    bool operator==(LinkSyncRoom const&) const = default;
};

struct UnlinkSyncRoom // it was taken out of the Sync account
{
    std::string room;
    std::string sync_id;
    bool operator==(UnlinkSyncRoom const&) const = default;
};

struct ReportRoomState // R15, R99: as Sync reports the room
{
    std::string sync_id;
    RoomState expects {};
    RoomState state {};
    bool operator==(ReportRoomState const&) const = default;
};

struct AgreeSpare // R19, R96, R97: which hardware is held as an onsite spare, and where
{
    std::string spare; // key
    std::string model;
    std::string ship_to;
    std::string agreed_with; // may be empty
    Date on {};
    bool operator==(AgreeSpare const&) const = default;
};

struct WithdrawSpare // takes back AgreeSpare
{
    std::string spare;
    bool operator==(WithdrawSpare const&) const = default;
};

struct SignInSetup
{
    std::string issuer; // "https://login.example.com"
    std::string client_id;
    bool operator==(SignInSetup const&) const = default;
};

struct SetSignIn // R72: at the customer's choice
{
    std::optional<SignInSetup> expects, sign_in; // nothing: none is set up
    bool operator==(SetSignIn const&) const = default;
};

struct RenameTenant // the same company, by another name
{
    std::string expects, name;
    bool operator==(RenameTenant const&) const = default;
};

struct SetCapEffect // D6
{
    CapEffect expects {};
    CapEffect effect {};
    bool operator==(SetCapEffect const&) const = default;
};

} // namespace keyrack::engine
