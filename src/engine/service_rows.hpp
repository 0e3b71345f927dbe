#pragma once
// Rows of service orders, the people around them, and the mails that go out: what the fold leaves, and exactly what the
// projection tables hold. An order gives something only once it is processed: then it has a row in `orders` too.

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/id.hpp"
#include "engine/rows.hpp"

#include <cstdint>
#include <string>
#include <tuple>

namespace keyrack {

using ServiceOrderId = Id<struct ServiceOrderTag>;
using AddressId = Id<struct AddressTag>;
using PersonId = Id<struct PersonTag>;
using InvitationId = Id<struct InvitationTag>;
using MailId = Id<struct MailTag>;
using SettingId = Id<struct SettingTag>;

} // namespace keyrack

namespace keyrack::engine {

// Who is named on an order; told apart by role, never by a word for "dealer" (D17).
struct Party
{
    std::string name; // the company's
    std::string email;
    std::string address;
    bool operator==(Party const&) const = default;
};

enum class MailLanguage : std::uint8_t { english, german, norwegian };

// What an order says (R12, R27–R30): also what PlaceServiceOrder carries, but for its lines.
struct OrderDetails
{
    std::string vendor_order_number; // D7: beside the buyer's PO number; empty: not known yet
    Party customer;
    std::string contact;         // the customer's IT admin, to whom the invitation goes (R2, R32)
    std::string customer_domain; // empty: not told
    Party reseller;
    Party distributor;
    MailLanguage language = MailLanguage::english;
    bool operator==(OrderDetails const&) const = default;
};

// R34. Incorrect data: the order is not associated with an account until it is corrected (R36).
enum class OrderProgress : std::uint8_t { in_progress, processed, incorrect_data };

struct ServiceOrder
{
    std::string key;       // the PO number
    std::string programme; // the SKU: a programme for so many years; empty and 0 where it was not told
    std::int32_t years = 0;
    std::int32_t quantity = 0;
    Date purchased_on {};
    OrderDetails details;
    OrderProgress progress = OrderProgress::in_progress;
    std::string fault; // incorrect data: what is wrong, in the words of who said so
    AccountId account; // processed: whose contract it is
    Standing standing = Standing::valid;
    EntryId entry;
    EntryId changed {};
    bool operator==(ServiceOrder const&) const = default;
};

// The corporate headquarters, or a site that keeps its contracts apart (R46, R47).
enum class AddressKind : std::uint8_t { headquarters, site };

struct Address
{
    std::string key; // as compared: folded, without punctuation
    std::string text;
    AccountId account;
    AddressKind kind = AddressKind::headquarters;
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(Address const&) const = default;
};

enum class Role : std::uint8_t { admin, read_only }; // R70: Manage and View

struct Person
{
    std::string key; // the e-mail address in lower case
    std::string name;
    Role role = Role::admin;
    std::string partner; // the service partner for whom the person acts (R69, R73); empty: of the customer
    Period days;         // of access
    Standing standing = Standing::valid;
    EntryId entry;
    EntryId changed {};
    bool operator==(Person const&) const = default;
};

enum class InvitationState : std::uint8_t { sent, accepted, replaced, withdrawn };

struct Invitation
{
    std::string key; // what its link carries
    std::string email;
    std::string name;
    Role role = Role::admin;
    MailLanguage language = MailLanguage::english;
    Date sent_on {};
    InvitationState state = InvitationState::sent;
    std::string order; // the PO number that it came with; empty: sent on request (R61)
    EntryId entry;
    EntryId changed {};
    bool operator==(Invitation const&) const = default;
};

enum class MailKind : std::uint8_t { confirmation, invitation };

// A mail as it goes out: made by the fold, so the same everywhere. Whether it was delivered is no fact of the tenant.
struct Mail
{
    MailKind kind = MailKind::confirmation;
    std::string order;      // the PO number, or empty
    std::string invitation; // the link, or empty
    std::string sender;
    std::string recipient;
    std::string copy_to_reseller; // empty: no copy
    std::string copy_to_distributor;
    std::string subject;
    std::string body;
    Date sent_on {};
    EntryId entry;
    bool operator==(Mail const&) const = default;
};

// A number that the operator sets for this tenant. The only one so far is `user_limit` (R74, D11).
struct Setting
{
    std::string key;
    std::int32_t number = 0; // 0: none
    EntryId entry;
    bool operator==(Setting const&) const = default;
};

} // namespace keyrack::engine

template <>
struct keyrack::Fields<keyrack::engine::Party>
{
    using T = engine::Party;
    static constexpr std::string_view entity = "party";
    static constexpr auto list =
        std::tuple { field("name", &T::name), field("email", &T::email), field("address", &T::address) };
};

template <>
struct keyrack::Fields<keyrack::engine::OrderDetails>
{
    using T = engine::OrderDetails;
    static constexpr std::string_view entity = "order_details";
    static constexpr auto list = std::tuple { field("vendor_order_number", &T::vendor_order_number),
        field("customer", &T::customer), field("contact", &T::contact), field("customer_domain", &T::customer_domain),
        field("reseller", &T::reseller), field("distributor", &T::distributor), field("language", &T::language) };
};

template <>
struct keyrack::Fields<keyrack::engine::ServiceOrder>
{
    using T = engine::ServiceOrder;
    static constexpr std::string_view entity = "service_orders";
    static constexpr auto list =
        std::tuple { field("key", &T::key), field("programme", &T::programme), field("years", &T::years),
            field("quantity", &T::quantity), field("purchased_on", &T::purchased_on), field("details", &T::details),
            field("progress", &T::progress), field("fault", &T::fault), field("account", &T::account),
            field("standing", &T::standing), field("entry", &T::entry), field("changed", &T::changed) };
};

template <>
struct keyrack::Fields<keyrack::engine::Address>
{
    using T = engine::Address;
    static constexpr std::string_view entity = "addresses";
    static constexpr auto list =
        std::tuple { field("key", &T::key), field("text", &T::text), field("account", &T::account),
            field("kind", &T::kind), field("standing", &T::standing), field("entry", &T::entry) };
};

template <>
struct keyrack::Fields<keyrack::engine::Person>
{
    using T = engine::Person;
    static constexpr std::string_view entity = "people";
    static constexpr auto list = std::tuple { field("key", &T::key), field("name", &T::name), field("role", &T::role),
        field("partner", &T::partner), field("days", &T::days), field("standing", &T::standing),
        field("entry", &T::entry), field("changed", &T::changed) };
};

template <>
struct keyrack::Fields<keyrack::engine::Invitation>
{
    using T = engine::Invitation;
    static constexpr std::string_view entity = "invitations";
    static constexpr auto list =
        std::tuple { field("key", &T::key), field("email", &T::email), field("name", &T::name), field("role", &T::role),
            field("language", &T::language), field("sent_on", &T::sent_on), field("state", &T::state),
            field("order", &T::order), field("entry", &T::entry), field("changed", &T::changed) };
};

template <>
struct keyrack::Fields<keyrack::engine::Mail>
{
    using T = engine::Mail;
    static constexpr std::string_view entity = "mails";
    static constexpr auto list = std::tuple { field("kind", &T::kind), field("order", &T::order),
        field("invitation", &T::invitation), field("sender", &T::sender), field("recipient", &T::recipient),
        field("copy_to_reseller", &T::copy_to_reseller), field("copy_to_distributor", &T::copy_to_distributor),
        field("subject", &T::subject), field("body", &T::body), field("sent_on", &T::sent_on),
        field("entry", &T::entry) };
};

template <>
struct keyrack::Fields<keyrack::engine::Setting>
{
    using T = engine::Setting;
    static constexpr std::string_view entity = "settings";
    static constexpr auto list =
        std::tuple { field("key", &T::key), field("number", &T::number), field("entry", &T::entry) };
};
