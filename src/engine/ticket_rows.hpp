#pragma once
// Rows of support tickets: what the fold leaves, and exactly what the projection tables hold. What happened to a ticket is
// a chain of turns, each with its moment; how its clocks stand is never a row.

#include "base/fields.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "catalogue/support.hpp"
#include "engine/large_user.hpp"
#include "engine/rows.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace keyrack {

using TicketId = Id<struct TicketTag>;
using TicketTurnId = Id<struct TicketTurnTag>;
using SubscriptionId = Id<struct SubscriptionTag>;

} // namespace keyrack

namespace keyrack::engine {

// Where a ticket's business hours are kept: a region's hours in the local time and with the holidays of a country.
struct TicketPlace
{
    std::string region;  // "emea"; empty: not known
    std::string country; // two letters; empty: not known
    std::string zone;    // "America/Denver"; empty: the main zone of the country
    bool operator==(TicketPlace const&) const = default;
};

enum class TicketStep : std::uint8_t {
    change_severity, // to `severity`
    change_tier,     // to `tier`
    change_place,    // to `place`
    lose_entitlement,
    regain_entitlement,
    pause,
    resume,
    respond,
    determine, // the problem is determined
    restore,   // the service runs again
    inform,    // the partner has been told how it stands (R131)
    resolve,
    reopen,
    write_email, // an agent writes the SuperAdmin's e-mail into the field (R126, R143)
    note         // `note` is said of it: no clock minds
};

inline constexpr std::size_t longest_prose = 16'384; // bytes of a description or a note

// What Sync says of the room as help is asked for (R99).
enum class RoomState : std::uint8_t { unknown, online, needs_attention, offline };

// What decided over the severity, as it was known then: later numbers never rewrite it (R115, R122–R126).
struct SeverityBasis
{
    SeverityPath path = SeverityPath::as_given;
    MatchedBy matched_by = MatchedBy::nothing;
    std::string account;                       // of the subscription that matched
    std::optional<std::int64_t> user_licences; // of that account
    std::optional<std::int64_t> threshold;     // of the partner's region (R114, D1)
    bool operator==(SeverityBasis const&) const = default;
};

struct SupportTicket
{
    std::string key;
    catalogue::Desk desk {};
    Instant opened_at {};
    std::int32_t severity = 0;                    // as the ticket was opened, after its basis
    catalogue::Tier tier = catalogue::Tier::none; // where no ORG-ID tells it
    TicketPlace place;                            // an ORG-ID's region goes before (D14)
    RoomId room;
    RoomState room_state {};
    DeviceId device;
    OrgId org;
    ProductLineId line;
    std::string partner_region, data_centre; // large user accounts
    PartnerAccess access {};
    catalogue::RouteKind channel {};
    std::string service, organisation_id, subject, description;
    std::string primary_email, customer_email, zuid, zoid;
    SeverityBasis basis;
    Standing standing = Standing::valid;
    EntryId entry;
    EntryId changed {};
    bool operator==(SupportTicket const&) const = default;
};

struct TicketTurn
{
    TicketId ticket;
    Instant at {};
    TicketStep step {};
    std::int32_t severity = 0; // 0: not changed
    catalogue::Tier tier = catalogue::Tier::none;
    TicketPlace place;
    std::string email; // write_email
    std::string note;
    SeverityBasis basis;
    Standing standing = Standing::valid;
    EntryId entry;
    EntryId changed {};
    bool operator==(TicketTurn const&) const = default;
};

// A service subscription of a partner's customer: whom a ticket can be matched with (R115, R124).
struct ServiceSubscription
{
    std::string key;
    std::string account; // the customer's, as the partner calls it; licences are counted by account
    std::string super_admin_email;
    std::string domain;
    std::string service;
    std::string zuid, zoid;
    std::optional<std::int64_t> user_licences; // nothing: not known, or not rated by users
    Standing standing = Standing::valid;
    EntryId entry;
    EntryId changed {};
    bool operator==(ServiceSubscription const&) const = default;
};

} // namespace keyrack::engine

template <>
struct keyrack::Fields<keyrack::engine::TicketPlace>
{
    using T = engine::TicketPlace;
    static constexpr std::string_view entity = "place";
    static constexpr auto list =
        std::tuple { field("region", &T::region), field("country", &T::country), field("zone", &T::zone) };
};

template <>
struct keyrack::Fields<keyrack::engine::SeverityBasis>
{
    using T = engine::SeverityBasis;
    static constexpr std::string_view entity = "severity_basis";
    static constexpr auto list = std::tuple { field("path", &T::path), field("matched_by", &T::matched_by),
        field("account", &T::account), field("user_licences", &T::user_licences), field("threshold", &T::threshold) };
};

template <>
struct keyrack::Fields<keyrack::engine::SupportTicket>
{
    using T = engine::SupportTicket;
    static constexpr std::string_view entity = "tickets";
    static constexpr auto list = std::tuple { field("key", &T::key), field("desk", &T::desk),
        field("opened_at_ms", &T::opened_at), field("severity", &T::severity), field("tier", &T::tier),
        field("place", &T::place), field("room", &T::room), field("room_state", &T::room_state),
        field("device", &T::device), field("org", &T::org), field("product_line", &T::line),
        field("partner_region", &T::partner_region), field("data_centre", &T::data_centre), field("access", &T::access),
        field("channel", &T::channel), field("service", &T::service), field("organisation_id", &T::organisation_id),
        field("subject", &T::subject), field("description", &T::description), field("primary_email", &T::primary_email),
        field("customer_email", &T::customer_email), field("zuid", &T::zuid), field("zoid", &T::zoid),
        field("basis", &T::basis), field("standing", &T::standing), field("entry", &T::entry),
        field("changed", &T::changed) };
};

template <>
struct keyrack::Fields<keyrack::engine::TicketTurn>
{
    using T = engine::TicketTurn;
    static constexpr std::string_view entity = "ticket_turns";
    static constexpr auto list = std::tuple { field("ticket", &T::ticket), field("at_ms", &T::at),
        field("step", &T::step), field("severity", &T::severity), field("tier", &T::tier), field("place", &T::place),
        field("email", &T::email), field("note", &T::note), field("basis", &T::basis), field("standing", &T::standing),
        field("entry", &T::entry), field("changed", &T::changed) };
};

template <>
struct keyrack::Fields<keyrack::engine::ServiceSubscription>
{
    using T = engine::ServiceSubscription;
    static constexpr std::string_view entity = "service_subscriptions";
    static constexpr auto list = std::tuple { field("key", &T::key), field("account", &T::account),
        field("super_admin_email", &T::super_admin_email), field("domain", &T::domain), field("service", &T::service),
        field("zuid", &T::zuid), field("zoid", &T::zoid), field("user_licences", &T::user_licences),
        field("standing", &T::standing), field("entry", &T::entry), field("changed", &T::changed) };
};
