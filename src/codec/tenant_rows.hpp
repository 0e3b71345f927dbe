#pragma once
// The rows of a tenant file as they stand there (assets/schema/tenant.schema.json), and the commands they mean.

#include "codec/read_fields.hpp"
#include "engine/command.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace keyrack::codec {

// The lists of the file.
enum class Section : std::size_t { orders, rooms, assignments, devices, commands, accounts };
inline constexpr std::array<std::string_view, 6> section_names { "orders", "rooms", "assignments", "devices",
    "commands", // any command, as in command.schema.json, after all the others and in their order
    "accounts" };

// Beside the lists: what the company is called.
inline constexpr std::string_view name_member = "name";

struct AccountRow
{
    std::string id, name;
    std::optional<std::string> country, parent;
};

struct OrderRow
{
    std::string id;
    std::optional<std::string> account;
    std::string service;
    std::int32_t years = 0, quantity = 0;
    Date purchased_on {};
    std::optional<Date> cancelled_on;
};

struct RoomRow
{
    std::string id, name, site, country;
    std::optional<std::string> account;
    bool sync = false;
    std::optional<bool> important;
};

struct AssignmentRow
{
    engine::LicenceKey licence;
    std::string room;
    Date from {};
    Date to = never;
};

struct DeviceRow
{
    std::string serial, model;
    std::optional<std::string> room;
    std::optional<Date> in_room_since; // nothing: as long as it is known
    Date purchased_on {};
};

[[nodiscard]] engine::Command command_of(AccountRow row);
[[nodiscard]] engine::Command command_of(OrderRow row);
[[nodiscard]] engine::Command command_of(RoomRow row);
[[nodiscard]] engine::Command command_of(AssignmentRow row);
[[nodiscard]] engine::Command command_of(DeviceRow row);

// The rows that mean these commands: what command_of makes of them is the command again.
[[nodiscard]] AccountRow row_of(engine::AddAccount account);
[[nodiscard]] OrderRow row_of(engine::PlaceOrder order);
[[nodiscard]] RoomRow row_of(engine::AddRoom room);
[[nodiscard]] AssignmentRow row_of(engine::Assign assign); // of one pair
[[nodiscard]] DeviceRow row_of(engine::AddDevice device);

// The row of a section as the command it means. Errors: those of read_fields.hpp.
[[nodiscard]] Result<engine::Command> read_row(Section section, JsonValue const& value, JsonPath const& path);
// What a row calls itself, where that can be read; for errors.
[[nodiscard]] std::string key_of_row(Section section, JsonValue const& value);
// What the row's command calls itself: "PO-77", a room's key, "PO-77/3", a serial number.
[[nodiscard]] std::string key_of_row(engine::Command const& command);

} // namespace keyrack::codec

namespace keyrack {

template <>
struct Fields<codec::AccountRow>
{
    using T = codec::AccountRow;
    static constexpr std::string_view entity = "accounts";
    static constexpr auto list = std::tuple { codec::required("id", &T::id), codec::required("name", &T::name),
        field("country", &T::country), field("parent", &T::parent) };
};

template <>
struct Fields<codec::OrderRow>
{
    using T = codec::OrderRow;
    static constexpr std::string_view entity = "orders";
    static constexpr auto list = std::tuple { codec::required("id", &T::id), field("account", &T::account),
        codec::required("service", &T::service), field("years", &T::years), field("quantity", &T::quantity),
        field("purchased_on", &T::purchased_on), field("cancelled_on", &T::cancelled_on) };
};

template <>
struct Fields<codec::RoomRow>
{
    using T = codec::RoomRow;
    static constexpr std::string_view entity = "rooms";
    static constexpr auto list = std::tuple { codec::required("id", &T::id), codec::required("name", &T::name),
        field("site", &T::site), field("country", &T::country), field("account", &T::account), field("sync", &T::sync),
        field("important", &T::important) };
};

template <>
struct Fields<codec::AssignmentRow>
{
    using T = codec::AssignmentRow;
    static constexpr std::string_view entity = "assignments";
    static constexpr auto list = std::tuple { field("licence", &T::licence), codec::required("room", &T::room),
        field("from", &T::from), codec::open_end("to", &T::to) };
};

template <>
struct Fields<codec::DeviceRow>
{
    using T = codec::DeviceRow;
    static constexpr std::string_view entity = "devices";
    static constexpr auto list = std::tuple { codec::required("serial", &T::serial), field("model", &T::model),
        field("room", &T::room), field("in_room_since", &T::in_room_since), field("purchased_on", &T::purchased_on) };
};

} // namespace keyrack
