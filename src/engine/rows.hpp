#pragma once
// The rows of a ledger: what the fold leaves, and exactly what the projection tables hold. References are dense ids;
// what follows from other rows (first assignments, chains) is not here but in the ledger's index.
// `entry` is the journal entry that made the row, `changed` the one that last changed the part of it that can change
// (none: never changed), so that a proof can name the entry behind every fact.

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace keyrack {

using TimingId = Id<struct TimingTag>;

} // namespace keyrack

namespace keyrack::engine {

// Two capital letters of ISO 3166, or none ("\0\0").
struct Country
{
    std::array<char, 2> letters {};
    auto operator<=>(Country const&) const = default;
    [[nodiscard]] bool known() const { return letters[0] != 0; }
};

// A licence: the order it came with and its number there, from 1.
struct LicenceRef
{
    OrderId order;
    std::int32_t number = 0;
    auto operator<=>(LicenceRef const&) const = default;
};

// Withdrawn: undone by a later command; kept for the history, counts for nothing.
enum class Standing : std::uint8_t { valid, withdrawn };

// A customer account: the parent entity, or a regional entity or subsidiary under it (R20, R48).
struct Account
{
    std::string key;
    std::string name;
    Country country;
    AccountId parent; // none: it is itself a parent entity
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(Account const&) const = default;
};

// One service order of one programme. Its licences are numbered 1 … quantity.
struct Order
{
    std::string key;   // the PO number
    AccountId account; // none: the file that brought it named no parties
    ProgrammeId programme;
    std::int32_t years = 0;
    std::int32_t quantity = 0;
    Date purchased_on {};
    std::optional<Date> cancelled_on;
    Standing standing = Standing::valid;
    EntryId entry;
    EntryId changed {}; // its cancellation
    bool operator==(Order const&) const = default;
};

enum class InSync : std::uint8_t { no, yes };                 // whether the room is defined in a Sync account (R79)
enum class Importance : std::uint8_t { ordinary, important }; // important: a boardroom, a training centre (R94)

struct Room
{
    std::string key;
    std::string name;
    SiteId site;
    Country country;
    AccountId account;
    InSync in_sync = InSync::no;
    Importance importance = Importance::ordinary;
    Standing standing = Standing::valid;
    EntryId entry;
    EntryId changed {}; // whether it is in Sync, or what it is called
    bool operator==(Room const&) const = default;
};

// A device and where it stands now; where it stood before is a chain of stays.
struct Device
{
    std::string serial;
    ModelId model;
    Date purchased_on {};
    RoomId room; // none: in no room
    Date in_room_since = always;
    Standing standing = Standing::valid;
    EntryId entry;
    EntryId changed {}; // where it stands
    bool operator==(Device const&) const = default;
};

// Where a device stood before it was moved.
struct Stay
{
    DeviceId device;
    RoomId room;
    Period days;
    EntryId entry; // the entry that ended it
    Standing standing = Standing::valid;
    bool operator==(Stay const&) const = default;
};

// One licence serves one room for some days (R76, R77).
struct Assignment
{
    OrderId order;
    std::int32_t number = 0; // of the licence within its order, from 1
    RoomId room;
    Period days;
    Standing standing = Standing::valid;
    EntryId entry;
    EntryId changed {}; // when it ends
    bool operator==(Assignment const&) const = default;
};

// What a row has a day for.
enum class Timed : std::uint8_t {
    assignment_begun, // a licence was given to its room
    assignment_ended, // and taken from it
    order_cancelled,
    device_placed, // where it stands now
    stay_begun,
    stay_ended,
    licences_acquired, // a holding
    licences_left,     // a departure
    contract_begun,
    tier_raised // a tier change
};

// The moment of something within its day. Days are what the rules are made of; for a ticket's clocks it counts from this
// moment on, and never before it. Without one: from the beginning of its day.
struct Timing
{
    Timed what {};
    std::int32_t thing = 0; // its row in the table of such things
    Instant at = beginning; // `beginning`: of an import that gave the thing one day after another, the last is without
    EntryId entry;          // the one that the day is from; the day of a later one is another
    bool operator==(Timing const&) const = default;
};

} // namespace keyrack::engine

template <>
struct keyrack::Fields<keyrack::engine::Account>
{
    using T = engine::Account;
    static constexpr std::string_view entity = "accounts";
    static constexpr auto list =
        std::tuple { field("key", &T::key), field("name", &T::name), field("country", &T::country),
            field("parent", &T::parent), field("standing", &T::standing), field("entry", &T::entry) };
};

template <>
struct keyrack::Fields<keyrack::engine::Order>
{
    using T = engine::Order;
    static constexpr std::string_view entity = "orders";
    static constexpr auto list = std::tuple { field("key", &T::key), field("account", &T::account),
        field("programme", &T::programme), field("years", &T::years), field("quantity", &T::quantity),
        field("purchased_on", &T::purchased_on), field("cancelled_on", &T::cancelled_on),
        field("standing", &T::standing), field("entry", &T::entry), field("changed", &T::changed) };
};

template <>
struct keyrack::Fields<keyrack::engine::Room>
{
    using T = engine::Room;
    static constexpr std::string_view entity = "rooms";
    static constexpr auto list = std::tuple { field("key", &T::key), field("name", &T::name), field("site", &T::site),
        field("country", &T::country), field("account", &T::account), field("in_sync", &T::in_sync),
        field("importance", &T::importance), field("standing", &T::standing), field("entry", &T::entry),
        field("changed", &T::changed) };
};

template <>
struct keyrack::Fields<keyrack::engine::Device>
{
    using T = engine::Device;
    static constexpr std::string_view entity = "devices";
    static constexpr auto list = std::tuple { field("serial", &T::serial), field("model", &T::model),
        field("purchased_on", &T::purchased_on), field("room", &T::room), field("in_room_since", &T::in_room_since),
        field("standing", &T::standing), field("entry", &T::entry), field("changed", &T::changed) };
};

template <>
struct keyrack::Fields<keyrack::engine::Stay>
{
    using T = engine::Stay;
    static constexpr std::string_view entity = "stays";
    static constexpr auto list = std::tuple { field("device", &T::device), field("room", &T::room),
        field("days", &T::days), field("entry", &T::entry), field("standing", &T::standing) };
};

template <>
struct keyrack::Fields<keyrack::engine::Assignment>
{
    using T = engine::Assignment;
    static constexpr std::string_view entity = "assignments";
    static constexpr auto list = std::tuple { field("order", &T::order), field("number", &T::number),
        field("room", &T::room), field("days", &T::days), field("standing", &T::standing), field("entry", &T::entry),
        field("changed", &T::changed) };
};

template <>
struct keyrack::Fields<keyrack::engine::Timing>
{
    using T = engine::Timing;
    static constexpr std::string_view entity = "timings";
    static constexpr auto list = std::tuple { field("what", &T::what), field("thing", &T::thing),
        field("at_ms", &T::at), field("entry", &T::entry) };
};
