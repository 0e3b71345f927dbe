#pragma once
// The fields of the commands of how a tenant is set up, and their words; command_fields.hpp has the others.

#include "codec/read_fields.hpp"
#include "codec/ticket_fields.hpp"
#include "codec/words.hpp"
#include "engine/command.hpp"
#include "engine/setup_questions.hpp"

namespace keyrack {

namespace codec {

template <>
struct Words<engine::CapEffect>
{
    static constexpr WordList<engine::CapEffect, 2> list { { { engine::CapEffect::warns, "warns" },
        { engine::CapEffect::blocks, "blocks" } } };
};

} // namespace codec

template <>
struct Fields<engine::LinkSyncRoom>
{
    using T = engine::LinkSyncRoom;
    static constexpr std::string_view entity = "link_sync_room";
    static constexpr auto list =
        std::tuple { codec::required("room", &T::room), codec::required("sync_id", &T::sync_id) };
};

template <>
struct Fields<engine::UnlinkSyncRoom>
{
    using T = engine::UnlinkSyncRoom;
    static constexpr std::string_view entity = "unlink_sync_room";
    static constexpr auto list =
        std::tuple { codec::required("room", &T::room), codec::required("sync_id", &T::sync_id) };
};

template <>
struct Fields<engine::ReportRoomState>
{
    using T = engine::ReportRoomState;
    static constexpr std::string_view entity = "report_room_state";
    static constexpr auto list = std::tuple { codec::required("sync_id", &T::sync_id), field("expects", &T::expects),
        field("state", &T::state) };
};

template <>
struct Fields<engine::AgreeSpare>
{
    using T = engine::AgreeSpare;
    static constexpr std::string_view entity = "agree_spare";
    static constexpr auto list = std::tuple { codec::required("spare", &T::spare), codec::required("model", &T::model),
        codec::required("ship_to", &T::ship_to), field("agreed_with", &T::agreed_with), field("on", &T::on) };
};

template <>
struct Fields<engine::WithdrawSpare>
{
    using T = engine::WithdrawSpare;
    static constexpr std::string_view entity = "withdraw_spare";
    static constexpr auto list = std::tuple { codec::required("spare", &T::spare) };
};

template <>
struct Fields<engine::SignInSetup>
{
    using T = engine::SignInSetup;
    static constexpr std::string_view entity = "sign_in";
    static constexpr auto list =
        std::tuple { codec::required("issuer", &T::issuer), codec::required("client_id", &T::client_id) };
};

template <>
struct Fields<engine::SetSignIn>
{
    using T = engine::SetSignIn;
    static constexpr std::string_view entity = "set_sign_in";
    static constexpr auto list = std::tuple { field("expects", &T::expects), field("sign_in", &T::sign_in) };
};

template <>
struct Fields<engine::RenameTenant>
{
    using T = engine::RenameTenant;
    static constexpr std::string_view entity = "rename_tenant";
    static constexpr auto list =
        std::tuple { codec::required("expects", &T::expects), codec::required("name", &T::name) };
};

template <>
struct Fields<engine::SetCapEffect>
{
    using T = engine::SetCapEffect;
    static constexpr std::string_view entity = "set_cap_effect";
    static constexpr auto list = std::tuple { field("expects", &T::expects), field("effect", &T::effect) };
};

template <>
struct Fields<engine::SyncListed>
{
    using T = engine::SyncListed;
    static constexpr std::string_view entity = "sync_room";
    static constexpr auto list =
        std::tuple { codec::required("sync_id", &T::sync_id), codec::required("name", &T::name),
            field("site", &T::site), field("country", &T::country), field("state", &T::state) };
};

} // namespace keyrack
