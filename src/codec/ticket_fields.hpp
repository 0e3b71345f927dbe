#pragma once
// The fields of a ticket file (assets/schema/ticket.schema.json), described once, and the words of a ticket's answer.

#include "base/instant.hpp"
#include "base/text.hpp"
#include "codec/json_writer.hpp"
#include "codec/support_fields.hpp"
#include "engine/large_user.hpp"
#include "engine/ticket.hpp"

#include <optional>
#include <string>
#include <vector>

namespace keyrack {

namespace codec {

// What decides over priority support, as the partner and the desk know it.
struct LargeUserCase
{
    std::string region;      // of the partner
    std::string data_centre; // of the partner's account
    engine::PartnerAccess access {};
    std::optional<std::int32_t> user_licences;
    std::vector<engine::LicenceThreshold> thresholds;
    std::vector<engine::Subscription> subscriptions;
    engine::PartnerForm form;
};

// An event names what it changes, and nothing else.
struct EventRow
{
    Instant at {};
    engine::TicketStep step {};
    std::optional<std::int32_t> severity;
    std::optional<catalogue::Tier> tier;
    std::optional<engine::TicketPlace> place;
    std::string note;
};

struct TicketRow
{
    std::string key;
    catalogue::Desk desk {};
    Instant opened_at {};
    std::int32_t severity = 0;
    std::optional<catalogue::Tier> tier;
    std::optional<engine::TicketPlace> place;
    std::vector<EventRow> events;
};

struct TicketFile
{
    TicketRow ticket;
    std::optional<LargeUserCase> large_user;
};

// Text of several lines, which no name may be.
template <class Owner>
struct Prose
{
    std::string_view name;
    std::string Owner::* member;
};
[[nodiscard]] Result<void> read_prose(JsonValue const* found, JsonPath const& path, std::string& into);
template <class Owner>
void write_field(JsonWriter& json, Prose<Owner> field, Owner const& owner)
{
    json.key(field.name).text(owner.*field.member);
}
template <class Owner>
[[nodiscard]] Result<void> read_field(Prose<Owner> field, JsonValue const* found, JsonPath const& path, Owner& into)
{
    return read_prose(found, path.member(field.name), into.*field.member);
}

// The same, left out where there is none: what came later, and older texts do not have.
template <class Owner>
struct LaterProse
{
    std::string_view name;
    std::string Owner::* member;
};
template <class Owner>
void write_field(JsonWriter& json, LaterProse<Owner> field, Owner const& owner)
{
    if (!(owner.*field.member).empty()) {
        json.key(field.name).text(owner.*field.member);
    }
}
template <class Owner>
[[nodiscard]] Result<void> read_field(
    LaterProse<Owner> field, JsonValue const* found, JsonPath const& path, Owner& into)
{
    return found ? read_prose(found, path.member(field.name), into.*field.member) : Result<void> {};
}

template <>
struct Words<engine::TicketStep>
{
    using enum engine::TicketStep;
    static constexpr WordList<engine::TicketStep, 15> list { { { change_severity, "change_severity" },
        { change_tier, "change_tier" }, { change_place, "change_place" }, { lose_entitlement, "lose_entitlement" },
        { regain_entitlement, "regain_entitlement" }, { pause, "pause" }, { resume, "resume" }, { respond, "respond" },
        { determine, "determine" }, { restore, "restore" }, { inform, "inform" }, { resolve, "resolve" },
        { reopen, "reopen" }, { write_email, "write_email" }, { note, "note" } } };
};
template <>
struct Words<engine::RoomState>
{
    using enum engine::RoomState;
    static constexpr WordList<engine::RoomState, 4> list { { { unknown, "unknown" }, { online, "online" },
        { needs_attention, "needs_attention" }, { offline, "offline" } } };
};
template <>
struct Words<engine::PartnerAccess>
{
    using enum engine::PartnerAccess;
    static constexpr WordList<engine::PartnerAccess, 2> list { { { granted, "granted" }, { withheld, "withheld" } } };
};
template <>
struct Words<engine::Why>
{
    using enum engine::Why;
    static constexpr WordList<engine::Why, 7> list { { { counting, "counting" }, { off_hours, "off_hours" },
        { weekend, "weekend" }, { holiday, "holiday" }, { paused, "paused" }, { not_entitled, "not_entitled" },
        { finished, "finished" } } };
};
template <>
struct Words<engine::Turning>
{
    using enum engine::Turning;
    static constexpr WordList<engine::Turning, 11> list { { { opened, "opened" }, { paused, "paused" },
        { resumed, "resumed" }, { severity_changed, "severity_changed" }, { tier_changed, "tier_changed" },
        { calendar_changed, "calendar_changed" }, { entitlement_changed, "entitlement_changed" },
        { reopened, "reopened" }, { finished, "finished" }, { hours, "hours" },
        { daylight_saving, "daylight_saving" } } };
};
template <>
struct Words<engine::Running>
{
    using enum engine::Running;
    static constexpr WordList<engine::Running, 4> list { { { counting, "counting" }, { paused, "paused" },
        { not_entitled, "not_entitled" }, { finished, "finished" } } };
};
template <>
struct Words<engine::ClockStanding>
{
    using enum engine::ClockStanding;
    static constexpr WordList<engine::ClockStanding, 4> list { { { none, "none" }, { in_time, "in_time" },
        { warned, "warned" }, { breached, "breached" } } };
};
template <>
struct Words<engine::Lacking>
{
    using enum engine::Lacking;
    static constexpr WordList<engine::Lacking, 5> list { { { region, "region" }, { hours, "hours" }, { zone, "zone" },
        { holidays, "holidays" }, { target, "target" } } };
};
template <>
struct Words<engine::InformDuty>
{
    using enum engine::InformDuty;
    static constexpr WordList<engine::InformDuty, 4> list { { { none, "none" }, { reminded, "reminded" },
        { due, "due" }, { done, "done" } } };
};
template <>
struct Words<engine::AccountClass>
{
    using enum engine::AccountClass;
    static constexpr WordList<engine::AccountClass, 3> list { { { unclassified, "unclassified" },
        { key_account, "key_account" }, { large_user, "large_user" } } };
};
template <>
struct Words<engine::Unclassified>
{
    using enum engine::Unclassified;
    static constexpr WordList<engine::Unclassified, 4> list { { { no, "no" }, { unknown_region, "unknown_region" },
        { no_threshold, "no_threshold" }, { no_licence_count, "no_licence_count" } } };
};
template <>
struct Words<engine::MatchedBy>
{
    using enum engine::MatchedBy;
    static constexpr WordList<engine::MatchedBy, 6> list { { { nothing, "nothing" },
        { super_admin_email, "super_admin_email" }, { customer_email, "customer_email" }, { zuid, "zuid" },
        { zoid, "zoid" }, { domain, "domain" } } };
};
template <>
struct Words<engine::FormField>
{
    using enum engine::FormField;
    static constexpr WordList<engine::FormField, 5> list { { { service, "service" },
        { organisation_id, "organisation_id" }, { subject, "subject" }, { description, "description" },
        { primary_email, "primary_email" } } };
};
template <>
struct Words<engine::SeverityPath>
{
    using enum engine::SeverityPath;
    static constexpr WordList<engine::SeverityPath, 7> list { { { automatic, "automatic" }, { manual, "manual" },
        { ask_the_partner, "ask_the_partner" }, { excluded_service, "excluded_service" },
        { not_large_user, "not_large_user" }, { form_incomplete, "form_incomplete" }, { as_given, "as_given" } } };
};

} // namespace codec

template <>
struct Fields<codec::EventRow>
{
    using T = codec::EventRow;
    static constexpr std::string_view entity = "event";
    static constexpr auto list =
        std::tuple { field("at", &T::at), field("step", &T::step), field("severity", &T::severity),
            field("tier", &T::tier), field("place", &T::place), codec::LaterProse<T> { "note", &T::note } };
};
template <>
struct Fields<codec::TicketRow>
{
    using T = codec::TicketRow;
    static constexpr std::string_view entity = "ticket";
    static constexpr auto list = std::tuple { codec::required("key", &T::key), field("desk", &T::desk),
        field("opened_at", &T::opened_at), field("severity", &T::severity), field("tier", &T::tier),
        field("place", &T::place), field("events", &T::events) };
};
template <>
struct Fields<engine::LicenceThreshold>
{
    using T = engine::LicenceThreshold;
    static constexpr std::string_view entity = "threshold";
    static constexpr auto list =
        std::tuple { codec::required("region", &T::region), field("large_user_from", &T::large_user_from) };
};
template <>
struct Fields<engine::Subscription>
{
    using T = engine::Subscription;
    static constexpr std::string_view entity = "subscription";
    static constexpr auto list = std::tuple { codec::required("account", &T::account),
        field("super_admin_email", &T::super_admin_email), field("domain", &T::domain), field("service", &T::service),
        field("zuid", &T::zuid), field("zoid", &T::zoid) };
};
template <>
struct Fields<engine::PartnerForm>
{
    using T = engine::PartnerForm;
    static constexpr std::string_view entity = "form";
    static constexpr auto list = std::tuple { field("service", &T::service),
        field("organisation_id", &T::organisation_id), field("subject", &T::subject),
        codec::Prose<T> { "description", &T::description }, field("primary_email", &T::primary_email),
        field("customer_email", &T::customer_email), field("zuid", &T::zuid), field("zoid", &T::zoid) };
};
template <>
struct Fields<codec::LargeUserCase>
{
    using T = codec::LargeUserCase;
    static constexpr std::string_view entity = "large_user";
    static constexpr auto list = std::tuple { field("region", &T::region), field("data_centre", &T::data_centre),
        field("access", &T::access), field("user_licences", &T::user_licences), field("thresholds", &T::thresholds),
        field("subscriptions", &T::subscriptions), field("form", &T::form) };
};
template <>
struct Fields<codec::TicketFile>
{
    using T = codec::TicketFile;
    static constexpr std::string_view entity = "ticket_file";
    static constexpr auto list = std::tuple { field("ticket", &T::ticket), field("large_user", &T::large_user) };
};

} // namespace keyrack
