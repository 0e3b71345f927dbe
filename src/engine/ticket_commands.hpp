#pragma once
// Commands of support tickets: part of command.hpp, which includes this.

#include "engine/ticket_rows.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace keyrack::engine {

struct TicketSubject // what the ticket is about; what is known of it then is attached to the ticket (R99)
{
    std::string room;              // key, or empty
    RoomState room_state {};       // as Sync reports it
    std::string device;            // serial, or empty
    std::string org, product_line; // keys, or empty
    bool operator==(TicketSubject const&) const = default;
};

struct PartnerCase // R112–R143: how a partner hands in a ticket for a customer
{
    std::string region;      // of the partner
    std::string data_centre; // of the partner's account
    PartnerAccess access {}; // R135
    catalogue::RouteKind channel {};
    PartnerForm form;
    bool operator==(PartnerCase const&) const = default;
};

struct OpenTicket // R68, R99, R122, R132–R143, R172–R174
{
    std::string ticket;
    catalogue::Desk desk {};
    Instant at {};
    std::int32_t severity = 0; // the ordinary one
    std::optional<catalogue::Tier> tier;
    std::optional<TicketPlace> place;
    std::optional<TicketSubject> about;
    std::optional<PartnerCase> partner; // large user accounts
    std::string description {};         // to the letter, in lines; a partner's stands in its form (R137)
    bool operator==(OpenTicket const&) const = default;
};

struct RemoveTicket // takes back OpenTicket while nothing happened to it
{
    std::string ticket;
    bool operator==(RemoveTicket const&) const = default;
};

struct TurnTicket // severity, place, pause, a note, …: counts from its moment on and rewrites nothing
{
    std::string ticket;
    Instant at {};
    TicketStep step {};
    std::optional<std::int32_t> severity;
    std::optional<catalogue::Tier> tier;
    std::optional<TicketPlace> place;
    std::string note {}; // to the letter, in lines
    bool operator==(TurnTicket const&) const = default;
};

struct WritePrimaryEmail // R126, R143: starts the workflow of priority support
{
    std::string ticket;
    Instant at {};
    std::string email;
    bool operator==(WritePrimaryEmail const&) const = default;
};

struct WithdrawTurn // takes back the ticket's last turn
{
    std::string ticket;
    Instant at {};
    TicketStep step {};
    bool operator==(WithdrawTurn const&) const = default;
};

struct RecordSubscription // R115, R124
{
    std::string subscription;
    std::string account;
    std::string super_admin_email, domain, service, zuid, zoid;
    std::optional<std::int32_t> user_licences;
    bool operator==(RecordSubscription const&) const = default;
};

struct ForgetSubscription
{
    std::string subscription;
    bool operator==(ForgetSubscription const&) const = default;
};

struct SetLicenceThreshold // R114, D1: from how many user licences on an account is a large user account
{
    std::string region;
    std::optional<std::int32_t> expects;
    std::optional<std::int32_t> large_user_from; // nothing: none is set
    bool operator==(SetLicenceThreshold const&) const = default;
};

struct SetSupportTarget // D19: where the documents set none
{
    catalogue::Desk desk {};
    catalogue::Measure measure {};
    std::int32_t severity = 0;
    catalogue::Tier tier = catalogue::Tier::none;
    std::optional<std::int32_t> expects_minutes;
    std::optional<std::int32_t> limit_minutes; // nothing: none is set
    bool operator==(SetSupportTarget const&) const = default;
};

} // namespace keyrack::engine
