#pragma once
// The fields of every command, described once; `entity` is the command's kind in files.

#include "codec/css_command_fields.hpp"
#include "codec/range_command_fields.hpp"
#include "codec/read_fields.hpp"
#include "codec/setup_command_fields.hpp"
#include "codec/ticket_command_fields.hpp"
#include "engine/command.hpp"

namespace keyrack {

template <>
struct Fields<engine::OpenTenant>
{
    using T = engine::OpenTenant;
    static constexpr std::string_view entity = "open_tenant";
    static constexpr auto list = std::tuple { codec::required("name", &T::name) };
};

template <>
struct Fields<engine::SetBaseWarranty>
{
    using T = engine::SetBaseWarranty;
    static constexpr std::string_view entity = "set_base_warranty";
    static constexpr auto list = std::tuple { field("expects_years", &T::expects_years), field("years", &T::years) };
};

template <>
struct Fields<engine::AddAccount>
{
    using T = engine::AddAccount;
    static constexpr std::string_view entity = "add_account";
    static constexpr auto list = std::tuple { codec::required("key", &T::key), field("name", &T::name),
        field("country", &T::country), field("parent", &T::parent) };
};

template <>
struct Fields<engine::RemoveAccount>
{
    using T = engine::RemoveAccount;
    static constexpr std::string_view entity = "remove_account";
    static constexpr auto list = std::tuple { codec::required("account", &T::account) };
};

template <>
struct Fields<engine::PlaceOrder>
{
    using T = engine::PlaceOrder;
    static constexpr std::string_view entity = "place_order";
    static constexpr auto list = std::tuple { codec::required("order", &T::order), field("account", &T::account),
        codec::required("programme", &T::programme), field("years", &T::years), field("quantity", &T::quantity),
        field("purchased_on", &T::purchased_on), field("cancelled_on", &T::cancelled_on) };
};

template <>
struct Fields<engine::RemoveOrder>
{
    using T = engine::RemoveOrder;
    static constexpr std::string_view entity = "remove_order";
    static constexpr auto list = std::tuple { codec::required("order", &T::order) };
};

template <>
struct Fields<engine::CancelOrder>
{
    using T = engine::CancelOrder;
    static constexpr std::string_view entity = "cancel_order";
    static constexpr auto list =
        std::tuple { codec::required("order", &T::order), field("on", &T::on), field("at", &T::at) };
};

template <>
struct Fields<engine::WithdrawCancellation>
{
    using T = engine::WithdrawCancellation;
    static constexpr std::string_view entity = "withdraw_cancellation";
    static constexpr auto list =
        std::tuple { codec::required("order", &T::order), field("expects_on", &T::expects_on) };
};

template <>
struct Fields<engine::AddRoom>
{
    using T = engine::AddRoom;
    static constexpr std::string_view entity = "add_room";
    static constexpr auto list = std::tuple { codec::required("room", &T::room), field("name", &T::name),
        field("site", &T::site), field("country", &T::country), field("account", &T::account),
        field("in_sync", &T::in_sync), field("importance", &T::importance) };
};

template <>
struct Fields<engine::RemoveRoom>
{
    using T = engine::RemoveRoom;
    static constexpr std::string_view entity = "remove_room";
    static constexpr auto list = std::tuple { codec::required("room", &T::room) };
};

template <>
struct Fields<engine::RoomDetails>
{
    using T = engine::RoomDetails;
    static constexpr std::string_view entity = "room_details";
    static constexpr auto list =
        std::tuple { codec::required("name", &T::name), field("site", &T::site), field("country", &T::country) };
};

template <>
struct Fields<engine::CorrectRoom>
{
    using T = engine::CorrectRoom;
    static constexpr std::string_view entity = "correct_room";
    static constexpr auto list =
        std::tuple { codec::required("room", &T::room), field("expects", &T::expects), field("details", &T::details) };
};

template <>
struct Fields<engine::SetInSync>
{
    using T = engine::SetInSync;
    static constexpr std::string_view entity = "set_in_sync";
    static constexpr auto list =
        std::tuple { codec::required("room", &T::room), field("expects", &T::expects), field("in_sync", &T::in_sync) };
};

template <>
struct Fields<engine::AddDevice>
{
    using T = engine::AddDevice;
    static constexpr std::string_view entity = "add_device";
    static constexpr auto list = std::tuple { codec::required("serial", &T::serial), field("model", &T::model),
        field("purchased_on", &T::purchased_on), field("room", &T::room), field("in_room_since", &T::in_room_since) };
};

template <>
struct Fields<engine::RemoveDevice>
{
    using T = engine::RemoveDevice;
    static constexpr std::string_view entity = "remove_device";
    static constexpr auto list = std::tuple { codec::required("serial", &T::serial) };
};

template <>
struct Fields<engine::MoveDevice>
{
    using T = engine::MoveDevice;
    static constexpr std::string_view entity = "move_device";
    static constexpr auto list = std::tuple { codec::required("serial", &T::serial),
        field("expects_room", &T::expects_room), field("room", &T::room), field("on", &T::on), field("at", &T::at) };
};

template <>
struct Fields<engine::Pairing>
{
    using T = engine::Pairing;
    static constexpr std::string_view entity = "pairing";
    static constexpr auto list = std::tuple { field("licence", &T::licence), codec::required("room", &T::room) };
};

template <>
struct Fields<engine::Assign>
{
    using T = engine::Assign;
    static constexpr std::string_view entity = "assign";
    static constexpr auto list = std::tuple { field("pairs", &T::pairs), field("from", &T::from),
        codec::open_end("to", &T::to), field("at", &T::at) };
};

template <>
struct Fields<engine::EndAssignment>
{
    using T = engine::EndAssignment;
    static constexpr std::string_view entity = "end_assignment";
    static constexpr auto list = std::tuple { field("licence", &T::licence), field("from", &T::from),
        codec::open_end("expects_to", &T::expects_to), codec::open_end("to", &T::to), field("at", &T::at) };
};

template <>
struct Fields<engine::Withdrawal>
{
    using T = engine::Withdrawal;
    static constexpr std::string_view entity = "withdrawal";
    static constexpr auto list = std::tuple { field("licence", &T::licence), field("from", &T::from) };
};

template <>
struct Fields<engine::WithdrawAssignments>
{
    using T = engine::WithdrawAssignments;
    static constexpr std::string_view entity = "withdraw_assignments";
    static constexpr auto list = std::tuple { field("assignments", &T::assignments) };
};

template <>
struct Fields<engine::Import>
{
    using T = engine::Import;
    static constexpr std::string_view entity = "import";
    static constexpr auto list = std::tuple { codec::required("file", &T::file), field("rows", &T::rows) };
};

// Service orders and people.

template <>
struct Fields<engine::OrderLine>
{
    using T = engine::OrderLine;
    static constexpr std::string_view entity = "order_line";
    static constexpr auto list =
        std::tuple { field("programme", &T::programme), field("years", &T::years), field("quantity", &T::quantity) };
};

template <>
struct Fields<engine::PlaceServiceOrder>
{
    using T = engine::PlaceServiceOrder;
    static constexpr std::string_view entity = "place_service_order";
    static constexpr auto list = std::tuple { codec::required("order", &T::order), field("lines", &T::lines),
        field("purchased_on", &T::purchased_on), field("details", &T::details) };
};

template <>
struct Fields<engine::RemoveServiceOrder>
{
    using T = engine::RemoveServiceOrder;
    static constexpr std::string_view entity = "remove_service_order";
    static constexpr auto list = std::tuple { codec::required("order", &T::order) };
};

template <>
struct Fields<engine::CorrectServiceOrder>
{
    using T = engine::CorrectServiceOrder;
    static constexpr std::string_view entity = "correct_service_order";
    static constexpr auto list = std::tuple { codec::required("order", &T::order), field("lines", &T::lines),
        field("purchased_on", &T::purchased_on), field("details", &T::details) };
};

template <>
struct Fields<engine::RejectServiceOrder>
{
    using T = engine::RejectServiceOrder;
    static constexpr std::string_view entity = "reject_service_order";
    static constexpr auto list =
        std::tuple { codec::required("order", &T::order), codec::required("fault", &T::fault) };
};

template <>
struct Fields<engine::ProcessServiceOrder>
{
    using T = engine::ProcessServiceOrder;
    static constexpr std::string_view entity = "process_service_order";
    static constexpr auto list = std::tuple { codec::required("order", &T::order), field("account", &T::account),
        field("link", &T::link), field("on", &T::on) };
};

template <>
struct Fields<engine::RecordAddress>
{
    using T = engine::RecordAddress;
    static constexpr std::string_view entity = "record_address";
    static constexpr auto list = std::tuple { codec::required("address", &T::address),
        codec::required("account", &T::account), field("address_kind", &T::address_kind) };
};

template <>
struct Fields<engine::ForgetAddress>
{
    using T = engine::ForgetAddress;
    static constexpr std::string_view entity = "forget_address";
    static constexpr auto list = std::tuple { codec::required("address", &T::address) };
};

template <>
struct Fields<engine::SendInvitation>
{
    using T = engine::SendInvitation;
    static constexpr std::string_view entity = "send_invitation";
    static constexpr auto list = std::tuple { codec::required("link", &T::link), codec::required("email", &T::email),
        field("name", &T::name), field("role", &T::role), field("language", &T::language), field("on", &T::on) };
};

template <>
struct Fields<engine::ResendInvitation>
{
    using T = engine::ResendInvitation;
    static constexpr std::string_view entity = "resend_invitation";
    static constexpr auto list = std::tuple { codec::required("link", &T::link),
        codec::required("new_link", &T::new_link), field("email", &T::email), field("on", &T::on) };
};

template <>
struct Fields<engine::WithdrawInvitation>
{
    using T = engine::WithdrawInvitation;
    static constexpr std::string_view entity = "withdraw_invitation";
    static constexpr auto list = std::tuple { codec::required("link", &T::link) };
};

template <>
struct Fields<engine::ReopenInvitation>
{
    using T = engine::ReopenInvitation;
    static constexpr std::string_view entity = "reopen_invitation";
    static constexpr auto list = std::tuple { codec::required("link", &T::link) };
};

template <>
struct Fields<engine::AcceptInvitation>
{
    using T = engine::AcceptInvitation;
    static constexpr std::string_view entity = "accept_invitation";
    static constexpr auto list = std::tuple { codec::required("link", &T::link), codec::required("email", &T::email),
        field("on", &T::on), field("issuer", &T::issuer) };
};

template <>
struct Fields<engine::DelegateAccess>
{
    using T = engine::DelegateAccess;
    static constexpr std::string_view entity = "delegate_access";
    static constexpr auto list = std::tuple { codec::required("email", &T::email), field("name", &T::name),
        codec::required("partner", &T::partner), field("role", &T::role), field("from", &T::from),
        codec::open_end("to", &T::to) };
};

template <>
struct Fields<engine::RemovePerson>
{
    using T = engine::RemovePerson;
    static constexpr std::string_view entity = "remove_person";
    static constexpr auto list = std::tuple { codec::required("email", &T::email) };
};

template <>
struct Fields<engine::SetRole>
{
    using T = engine::SetRole;
    static constexpr std::string_view entity = "set_role";
    static constexpr auto list =
        std::tuple { codec::required("email", &T::email), field("expects", &T::expects), field("role", &T::role) };
};

template <>
struct Fields<engine::EndAccess>
{
    using T = engine::EndAccess;
    static constexpr std::string_view entity = "end_access";
    static constexpr auto list = std::tuple { codec::required("email", &T::email),
        codec::open_end("expects_to", &T::expects_to), codec::open_end("to", &T::to) };
};

template <>
struct Fields<engine::SetUserLimit>
{
    using T = engine::SetUserLimit;
    static constexpr std::string_view entity = "set_user_limit";
    static constexpr auto list = std::tuple { field("expects", &T::expects), field("limit", &T::limit) };
};

} // namespace keyrack
