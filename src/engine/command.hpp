#pragma once
// A command is one intent of a person, with the values it expects to find. Commands name things by their keys, never by
// rows, so that they mean the same on every replica. Nothing is edited or deleted: undo is another command.

#include "base/date.hpp"
#include "base/fields.hpp"
#include "engine/css_commands.hpp"
#include "engine/range_rows.hpp"
#include "engine/rows.hpp"
#include "engine/service_commands.hpp"
#include "engine/setup_commands.hpp"
#include "engine/ticket_commands.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

namespace keyrack::engine {

struct LicenceKey
{
    std::string order;       // PO number
    std::int32_t number = 0; // from 1; written "PO-77/3"
    auto operator<=>(LicenceKey const&) const = default;
};

struct OpenTenant // the first entry of every journal
{
    std::string name;
    bool operator==(OpenTenant const&) const = default;
};

struct SetBaseWarranty // the warranty a device has without any programme: the documents leave it open (D6)
{
    std::optional<std::int32_t> expects_years;
    std::optional<std::int32_t> years; // nothing: unknown
    bool operator==(SetBaseWarranty const&) const = default;
};

struct AddAccount
{
    std::string key, name, country;
    std::string parent; // key, or empty
    bool operator==(AddAccount const&) const = default;
};

struct RemoveAccount // takes back AddAccount while nothing is the account's
{
    std::string account;
    bool operator==(RemoveAccount const&) const = default;
};

struct PlaceOrder
{
    std::string order;     // PO number
    std::string account;   // key, or empty: parties unknown
    std::string programme; // key of the catalogue
    std::int32_t years = 0;
    std::int32_t quantity = 0;
    Date purchased_on {};
    std::optional<Date> cancelled_on; // history that a file brings: bought and cancelled
    bool operator==(PlaceOrder const&) const = default;
};

struct RemoveOrder // takes back PlaceOrder while nothing depends on it
{
    std::string order;
    bool operator==(RemoveOrder const&) const = default;
};

struct CancelOrder // R42, D5
{
    std::string order;
    Date on {};
    std::optional<Instant> at {}; // when it was done, where that is on `on`: clocks count until then
    bool operator==(CancelOrder const&) const = default;
};

struct WithdrawCancellation
{
    std::string order;
    Date expects_on {};
    bool operator==(WithdrawCancellation const&) const = default;
};

struct AddRoom
{
    std::string room, name, site, country;
    std::string account; // key, or empty
    InSync in_sync = InSync::no;
    Importance importance = Importance::ordinary;
    bool operator==(AddRoom const&) const = default;
};

struct RemoveRoom // takes back AddRoom while nothing depends on it
{
    std::string room;
    bool operator==(RemoveRoom const&) const = default;
};

struct RoomDetails
{
    std::string name, site, country;
    bool operator==(RoomDetails const&) const = default;
};

struct CorrectRoom // R71: what a room is called and where it is, as the devices' console has it by now
{
    std::string room;
    RoomDetails expects, details;
    bool operator==(CorrectRoom const&) const = default;
};

struct SetInSync // the room was defined in a Sync account, or taken out of it (R79)
{
    std::string room;
    InSync expects = InSync::no;
    InSync in_sync = InSync::yes;
    bool operator==(SetInSync const&) const = default;
};

struct AddDevice // R80: by its serial number
{
    std::string serial, model;
    Date purchased_on {};
    std::string room;                  // key, or empty
    std::optional<Date> in_room_since; // nothing: as long as it is known
    bool operator==(AddDevice const&) const = default;
};

struct RemoveDevice
{
    std::string serial;
    bool operator==(RemoveDevice const&) const = default;
};

struct MoveDevice // R81
{
    std::string serial;
    std::string expects_room; // key, or empty
    std::string room;         // key, or empty: taken out of its room
    Date on {};
    std::optional<Instant> at {}; // when it was done, where that is on `on`: clocks count from then on
    bool operator==(MoveDevice const&) const = default;
};

struct Pairing
{
    LicenceKey licence;
    std::string room;
    bool operator==(Pairing const&) const = default;
};

struct Assign // R76–R79: one or many licences, each to its room, all or none
{
    std::vector<Pairing> pairs;
    Date from {};
    Date to = never;              // never: until the licence ends
    std::optional<Instant> at {}; // when it was done, where that is on its first day: clocks count from then on
    bool operator==(Assign const&) const = default;
};

struct EndAssignment // the licence leaves the room and is free again (R81, R111, D18)
{
    LicenceKey licence;
    Date from {}; // which assignment of the licence
    Date expects_to = never;
    Date to {};
    std::optional<Instant> at {}; // when it was done, where that is on `to`: clocks count until then
    bool operator==(EndAssignment const&) const = default;
};

struct Withdrawal
{
    LicenceKey licence;
    Date from {};
    bool operator==(Withdrawal const&) const = default;
};

struct WithdrawAssignments // takes back Assign as if it had not been
{
    std::vector<Withdrawal> assignments;
    bool operator==(WithdrawAssignments const&) const = default;
};

struct ExtendWarranty // R14, R67: a licence of Extended Warranty goes on a device
{
    LicenceKey licence;
    std::string serial;
    Date on {};
    bool operator==(ExtendWarranty const&) const = default;
};

struct WithdrawExtension // takes back ExtendWarranty
{
    LicenceKey licence;
    std::string serial;
    bool operator==(WithdrawExtension const&) const = default;
};

struct CountryRule
{
    Availability availability = Availability::available;
    std::string note; // may be empty
    bool operator==(CountryRule const&) const = default;
};

struct SetCountryTerms // R83: as they were published, from a day on; nothing: as everywhere
{
    std::string programme;
    std::string country;
    Date from {};
    std::optional<CountryRule> expects, terms;
    bool operator==(SetCountryTerms const&) const = default;
};

struct SetCourier // R95
{
    std::string site;
    Courier expects = Courier::unknown;
    Courier courier = Courier::unknown;
    bool operator==(SetCourier const&) const = default;
};

// A whole file as one entry. Its rows follow in blocks and are themselves commands, recorded as history.
struct Import
{
    std::string file;
    std::int64_t rows = 0;
    bool operator==(Import const&) const = default;
};

using CommandKinds = std::variant<OpenTenant, SetBaseWarranty, AddAccount, RemoveAccount, PlaceOrder, RemoveOrder,
    CancelOrder, WithdrawCancellation, AddRoom, RemoveRoom, SetInSync, AddDevice, RemoveDevice, MoveDevice, Assign,
    EndAssignment, WithdrawAssignments, Import,
    // Customer Success Services
    AddOrgId, RemoveOrgId, AddProductLine, RemoveProductLine, AddSoftwareLicences, RemoveSoftwareLicences,
    RetireLicences, TransferLicences, WithdrawTransfer, BuyCoverage, RemoveCoverage, UpgradeTier, WithdrawUpgrade,
    RenewContract, ReinstateContract, UseHours, WithdrawHours, SetLifecycle, SetCssPrice,
    // service orders and people
    PlaceServiceOrder, RemoveServiceOrder, CorrectServiceOrder, RejectServiceOrder, ProcessServiceOrder, RecordAddress,
    ForgetAddress, SendInvitation, ResendInvitation, WithdrawInvitation, ReopenInvitation, AcceptInvitation,
    DelegateAccess, RemovePerson, SetRole, EndAccess, SetUserLimit,
    // what the catalogue leaves to the tenant
    ExtendWarranty, WithdrawExtension, SetCountryTerms, SetCourier,
    // what an import of a list corrects
    CorrectRoom,
    // support tickets
    OpenTicket, RemoveTicket, TurnTicket, WritePrimaryEmail, WithdrawTurn, RecordSubscription, ForgetSubscription,
    SetLicenceThreshold, SetSupportTarget,
    // how a tenant is set up
    LinkSyncRoom, UnlinkSyncRoom, ReportRoomState, AgreeSpare, WithdrawSpare, SetSignIn, SetCapEffect, RenameTenant>;

// One of these. What a variant of so many kinds costs to compile is paid once, in command.cpp, not in every file.
struct Command : CommandKinds
{
    using CommandKinds::CommandKinds;
    Command();
    Command(Command const& other);
    Command(Command&& other) noexcept;
    Command& operator=(Command const& other);
    Command& operator=(Command&& other) noexcept;
    ~Command();
    bool operator==(Command const& other) const;
};

// The command that takes `command` back, or nothing where none does (OpenTenant, Import, and what itself
// removes a thing: its values are not in the command).
[[nodiscard]] std::optional<Command> compensation(Command const& command);

// A command with who gave it, where and when. `sequence` counts the device's entries from 1.
struct Entry
{
    std::string device;
    std::int64_t sequence = 0;
    std::int64_t time_ms = 0;      // hybrid logical clock: wall time of the writer …
    std::int32_t time_counter = 0; // … and a counter that keeps it rising
    std::string actor;
    std::int32_t schema = 1;
    std::optional<EntryId> undoes;
    Command command;
    bool operator==(Entry const&) const = default;
};

} // namespace keyrack::engine
