#pragma once
// Addresses of the screens around a tenant: what needs attention, what ends, who
// may do what, what was written and done.
//
//     /t/<slug>/overview          /t/<slug>/renewals?month=2027-01&open=<ending>        /t/<slug>/people/<email>?invitation=<link>
//     /t/<slug>/outbox/<number>   /t/<slug>/outbox/ticket.<ticket>   /t/<slug>/journal?who=<email>&kind=orders&q=PO-77     /t/<slug>/compliance/<org>?tab=benefits&ask=<benefit>
//     /t/<slug>/compliance?contract=<PO>      /t/<slug>/exchange
//     /t/<slug>/import?show=refused&q=fjord

#include "portal/screen_address.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace keyrack::portal {

struct OverviewRoute
{
    bool operator==(OverviewRoute const&) const = default;
};

struct RenewalsRoute
{
    std::string month {}; // "2027-01": only what ends in it; empty: all
    std::string open {};  // the ending that is open: "2027-01-28.sync_plus.northwind-ag"; or empty
    bool operator==(RenewalsRoute const&) const = default;
};

struct PeopleRoute
{
    std::string person {};     // e-mail address of the open one, or empty
    std::string invitation {}; // the link of an invitation, as the invited person opens it; or empty
    bool operator==(PeopleRoute const&) const = default;
};

struct OutboxRoute
{
    std::optional<std::uint32_t> mail {}; // the open one, from 1 …
    std::string ticket {};                // … or the ticket whose draft is open: its key
    bool operator==(OutboxRoute const&) const = default;
};

struct JournalRoute
{
    std::string who {};  // actor as recorded; empty: everybody
    std::string kind {}; // "orders", "rooms" …; empty: all
    std::string query {};
    bool operator==(JournalRoute const&) const = default;
};

enum class OrgTab { standing, benefits };

struct ComplianceRoute
{
    std::string org {};      // the open ORG-ID, or empty
    std::string contract {}; // the open contract, or empty
    OrgTab tab = OrgTab::standing;
    std::string ask {}; // of the benefits: the one whose proof is open, or empty
    bool operator==(ComplianceRoute const&) const = default;
};

struct ExchangeRoute
{
    bool operator==(ExchangeRoute const&) const = default;
};

// A list of rooms or devices that waits to be imported: which of its rows are shown.
struct ImportListRoute
{
    std::string show {}; // "added", "changed", "same", "refused"; empty: all
    std::string query {};
    bool operator==(ImportListRoute const&) const = default;
};

[[nodiscard]] ScreenAddress address_of(OverviewRoute const& route);
[[nodiscard]] ScreenAddress address_of(RenewalsRoute const& route);
[[nodiscard]] ScreenAddress address_of(PeopleRoute const& route);
[[nodiscard]] ScreenAddress address_of(OutboxRoute const& route);
[[nodiscard]] ScreenAddress address_of(JournalRoute const& route);
[[nodiscard]] ScreenAddress address_of(ComplianceRoute const& route);
[[nodiscard]] ScreenAddress address_of(ExchangeRoute const& route);
[[nodiscard]] RenewalsRoute renewals_route(Parameters const& parameters);
[[nodiscard]] PeopleRoute people_route(std::string key, Parameters const& parameters);
[[nodiscard]] OutboxRoute outbox_route(std::string_view key);
[[nodiscard]] JournalRoute journal_route(Parameters const& parameters);
[[nodiscard]] ComplianceRoute compliance_route(std::string key, Parameters const& parameters);
[[nodiscard]] ScreenAddress address_of(ImportListRoute const& route);
[[nodiscard]] ImportListRoute import_list_route(Parameters const& parameters);

} // namespace keyrack::portal
