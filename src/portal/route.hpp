#pragma once
// Every screen, filter and selection has an address, and every address is a value: a link opens the same view anywhere.
//
//     /t/<slug>/rooms/<room>?tab=why&ask=insights&q=fjord&show=not_covered&sort=-until&as-of=2027-03-01
//     /t/<slug>/rooms?look=sites&without=devices.site     /t/<slug>/rooms?as-of=2027-03-01&known-at=2026-11-03     /all?q=fjord
//     /t/<slug>/orders/<order>?ask=spares&sort=free     /t/<slug>/assign?order=PO-77&rooms=a~b&from=2026-12-01     /t/<slug>/data

#include "base/date.hpp"
#include "base/id.hpp"
#include "portal/desk_route.hpp"
#include "portal/guide_route.hpp"
#include "portal/models.hpp"
#include "portal/office_route.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace keyrack::portal {

enum class RoomsLook { list, sites };

struct RoomsRoute
{
    std::string room {}; // key of the open one, or empty
    RoomTab tab = RoomTab::room;
    std::string ask {}; // the feature the proof is about; empty: coverage
    std::string query {};
    std::set<RoomFilter> show {}; // without `all`
    RoomColumn sort = RoomColumn::room;
    Direction direction = Direction::ascending;
    RoomsLook look = RoomsLook::list;
    std::set<RoomColumn> without {}; // columns that are left out
    bool operator==(RoomsRoute const&) const = default;
};

enum class SparesProof { closed, open };

struct OrdersRoute
{
    std::string order {}; // key of the open one, or empty
    SparesProof spares = SparesProof::closed;
    OrderColumn sort = OrderColumn::end;
    Direction direction = Direction::ascending;
    bool operator==(OrdersRoute const&) const = default;
};

// Longer choices of rooms stay in memory: an address has to fit into a mail.
inline constexpr std::size_t most_rooms_in_address = 40;

struct AssignRoute
{
    std::string order {};
    std::vector<std::string> rooms {}; // keys; empty: whatever was chosen before
    std::string query {};
    std::optional<Date> from {};
    bool operator==(AssignRoute const&) const = default;
};

struct DataRoute
{
    std::optional<EntryId> entry {}; // to show in the journal
    bool operator==(DataRoute const&) const = default;
};

// In the order of ScreenKind.
using ScreenRoute = std::variant<RoomsRoute, OrdersRoute, AssignRoute, DataRoute, SupportRoute, DevicesRoute,
    SparesRoute, OverviewRoute, RenewalsRoute, PeopleRoute, OutboxRoute, JournalRoute, ComplianceRoute, ExchangeRoute,
    ImportListRoute, LargeAccountsRoute, CatalogueRoute, SettingsRoute, WhatIfRoute>;

struct TenantRoute
{
    std::string slug;
    std::optional<Date> as_of; // nothing: today
    ScreenRoute screen;
    std::optional<Date> known_at {}; // what was known at the end of that day; nothing: what is known now
    bool operator==(TenantRoute const&) const = default;
};

struct WelcomeRoute
{
    bool operator==(WelcomeRoute const&) const = default;
};

// All companies kept in this browser, on one page.
struct CockpitRoute
{
    std::string query {}; // in all of them
    bool operator==(CockpitRoute const&) const = default;
};

using Route = std::variant<WelcomeRoute, TenantRoute, CockpitRoute>;

// What follows `#` in the address.
[[nodiscard]] std::string fragment_of(Route const& route);
// With or without the `#`. Unknown parameters and values are passed over; nothing where there is no such screen.
[[nodiscard]] std::optional<Route> parse_route(std::string_view fragment);

[[nodiscard]] ScreenKind kind_of(ScreenRoute const& screen);
// The link of the invitation that the screen was opened by; empty: by none.
[[nodiscard]] std::string invitation_in(ScreenRoute const& screen);
// The screen as its link in the navigation opens it.
[[nodiscard]] ScreenRoute plain_screen(ScreenKind kind);

} // namespace keyrack::portal
