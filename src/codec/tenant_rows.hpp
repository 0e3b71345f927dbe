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
enum class Section : std::size_t { orders, rooms, assignments, devices, commands };
inline constexpr std::array<std::string_view, 5> section_names { "orders", "rooms", "assignments", "devices",
    "commands" }; // commands: any command, as in command.schema.json, after all the others and in their order

struct OrderRow
{
    std::string id, service;
    std::int32_t years = 0, quantity = 0;
    Date purchased_on {};
    std::optional<Date> cancelled_on;
};

struct RoomRow
{
    std::string id, name, site, country;
    bool sync = false;
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
    Date purchased_on {};
};

[[nodiscard]] engine::Command command_of(OrderRow row);
[[nodiscard]] engine::Command command_of(RoomRow row);
[[nodiscard]] engine::Command command_of(AssignmentRow row);
[[nodiscard]] engine::Command command_of(DeviceRow row);

// The row of a section as the command it means. Errors: those of read_fields.hpp.
[[nodiscard]] Result<engine::Command> read_row(Section section, JsonValue const& value, JsonPath const& path);
// What a row calls itself, where that can be read; for errors.
[[nodiscard]] std::string key_of_row(Section section, JsonValue const& value);
// What the row's command calls itself: "PO-77", a room's key, "PO-77/3", a serial number.
[[nodiscard]] std::string key_of_row(engine::Command const& command);

} // namespace keyrack::codec

namespace keyrack {

template <>
struct Fields<codec::OrderRow>
{
    using T = codec::OrderRow;
    static constexpr std::string_view entity = "orders";
    static constexpr auto list = std::tuple { codec::required("id", &T::id), codec::required("service", &T::service),
        field("years", &T::years), field("quantity", &T::quantity), field("purchased_on", &T::purchased_on),
        field("cancelled_on", &T::cancelled_on) };
};

template <>
struct Fields<codec::RoomRow>
{
    using T = codec::RoomRow;
    static constexpr std::string_view entity = "rooms";
    static constexpr auto list = std::tuple { codec::required("id", &T::id), codec::required("name", &T::name),
        field("site", &T::site), field("country", &T::country), field("sync", &T::sync) };
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
        field("room", &T::room), field("purchased_on", &T::purchased_on) };
};

} // namespace keyrack
