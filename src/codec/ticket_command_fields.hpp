#pragma once
// The fields of the commands of support tickets; part of command_fields.hpp, which includes this.

#include "codec/ticket_fields.hpp"
#include "engine/ticket_commands.hpp"

namespace keyrack {

template <>
struct Fields<engine::TicketSubject>
{
    using T = engine::TicketSubject;
    static constexpr std::string_view entity = "ticket_subject";
    static constexpr auto list = std::tuple { field("room", &T::room), field("room_state", &T::room_state),
        field("device", &T::device), field("org", &T::org), field("product_line", &T::product_line) };
};

template <>
struct Fields<engine::PartnerCase>
{
    using T = engine::PartnerCase;
    static constexpr std::string_view entity = "partner_case";
    static constexpr auto list = std::tuple { field("region", &T::region), field("data_centre", &T::data_centre),
        field("access", &T::access), field("channel", &T::channel), field("form", &T::form) };
};

template <>
struct Fields<engine::OpenTicket>
{
    using T = engine::OpenTicket;
    static constexpr std::string_view entity = "open_ticket";
    static constexpr auto list = std::tuple { codec::required("ticket", &T::ticket), field("desk", &T::desk),
        field("at", &T::at), field("severity", &T::severity), field("tier", &T::tier), field("place", &T::place),
        field("about", &T::about), field("partner", &T::partner),
        codec::LaterProse<T> { "description", &T::description } };
};

template <>
struct Fields<engine::RemoveTicket>
{
    using T = engine::RemoveTicket;
    static constexpr std::string_view entity = "remove_ticket";
    static constexpr auto list = std::tuple { codec::required("ticket", &T::ticket) };
};

template <>
struct Fields<engine::TurnTicket>
{
    using T = engine::TurnTicket;
    static constexpr std::string_view entity = "turn_ticket";
    static constexpr auto list = std::tuple { codec::required("ticket", &T::ticket), field("at", &T::at),
        field("step", &T::step), field("severity", &T::severity), field("tier", &T::tier), field("place", &T::place),
        codec::LaterProse<T> { "note", &T::note } };
};

template <>
struct Fields<engine::WritePrimaryEmail>
{
    using T = engine::WritePrimaryEmail;
    static constexpr std::string_view entity = "write_primary_email";
    static constexpr auto list =
        std::tuple { codec::required("ticket", &T::ticket), field("at", &T::at), codec::required("email", &T::email) };
};

template <>
struct Fields<engine::WithdrawTurn>
{
    using T = engine::WithdrawTurn;
    static constexpr std::string_view entity = "withdraw_turn";
    static constexpr auto list =
        std::tuple { codec::required("ticket", &T::ticket), field("at", &T::at), field("step", &T::step) };
};

template <>
struct Fields<engine::RecordSubscription>
{
    using T = engine::RecordSubscription;
    static constexpr std::string_view entity = "record_subscription";
    static constexpr auto list = std::tuple { codec::required("subscription", &T::subscription),
        codec::required("account", &T::account), field("super_admin_email", &T::super_admin_email),
        field("domain", &T::domain), field("service", &T::service), field("zuid", &T::zuid), field("zoid", &T::zoid),
        field("user_licences", &T::user_licences) };
};

template <>
struct Fields<engine::ForgetSubscription>
{
    using T = engine::ForgetSubscription;
    static constexpr std::string_view entity = "forget_subscription";
    static constexpr auto list = std::tuple { codec::required("subscription", &T::subscription) };
};

template <>
struct Fields<engine::SetLicenceThreshold>
{
    using T = engine::SetLicenceThreshold;
    static constexpr std::string_view entity = "set_licence_threshold";
    static constexpr auto list = std::tuple { codec::required("region", &T::region), field("expects", &T::expects),
        field("large_user_from", &T::large_user_from) };
};

template <>
struct Fields<engine::SetSupportTarget>
{
    using T = engine::SetSupportTarget;
    static constexpr std::string_view entity = "set_support_target";
    static constexpr auto list = std::tuple { field("desk", &T::desk), field("measure", &T::measure),
        field("severity", &T::severity), field("tier", &T::tier), field("expects_minutes", &T::expects_minutes),
        field("limit_minutes", &T::limit_minutes) };
};

} // namespace keyrack
