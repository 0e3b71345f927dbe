#pragma once
// The demo company's file as it stands there.

#include "codec/command_json.hpp"
#include "codec/read_fields.hpp"
#include "engine/command.hpp"

#include <string>
#include <vector>

namespace keyrack::codec {

struct DemoDay // what one person did on one day
{
    Date on {};
    std::string actor;
    std::vector<engine::Command> commands;
};

struct DemoText // what somebody writes on a ticket, in each language
{
    std::string en, de, nb;
};

struct DemoFile
{
    Date anchor {}; // the day on which the story is told
    std::vector<DemoText> texts;
    std::vector<DemoDay> entries;
};

// For lists of commands.
[[nodiscard]] inline Result<void> read(JsonValue const& value, JsonPath const& path, engine::Command& into)
{
    auto command = read_command(value, path);
    if (!command) {
        return std::unexpected(std::move(command.error()));
    }
    into = std::move(*command);
    return {};
}

} // namespace keyrack::codec

namespace keyrack {

template <>
struct Fields<codec::DemoDay>
{
    using T = codec::DemoDay;
    static constexpr std::string_view entity = "day";
    static constexpr auto list =
        std::tuple { field("on", &T::on), codec::required("actor", &T::actor), field("commands", &T::commands) };
};

template <>
struct Fields<codec::DemoText>
{
    using T = codec::DemoText;
    static constexpr std::string_view entity = "text";
    static constexpr auto list =
        std::tuple { codec::required("en", &T::en), codec::required("de", &T::de), codec::required("nb", &T::nb) };
};

template <>
struct Fields<codec::DemoFile>
{
    using T = codec::DemoFile;
    static constexpr std::string_view entity = "demo";
    static constexpr auto list =
        std::tuple { field("anchor", &T::anchor), field("texts", &T::texts), field("entries", &T::entries) };
};

} // namespace keyrack
