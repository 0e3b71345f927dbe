#pragma once
// Addresses of the screens of the support desk: tickets, devices and spares.
//
//     /t/<slug>/support?show=at_risk&q=fjord            /t/<slug>/support/<ticket>?why=severity
//     /t/<slug>/support?new=rooms&room=<room>&state=offline      opens a ticket that is filled in already
//     /t/<slug>/devices/<serial>?tab=move&to=<room>&show=cut&q=rally&sort=-warranty      /t/<slug>/devices?add=many
//     /t/<slug>/spares?why=<model>&match=<model>
//
// docs/addresses.md tells the makers of device-management consoles how to link to a new ticket.

#include "portal/models.hpp"
#include "portal/screen_address.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace keyrack::portal {

enum class TicketFilter { open, at_risk, support_turn, customer_turn, closed };

struct SupportRoute
{
    std::string ticket {}; // key of the open one, or empty
    std::string why {};    // of the open ticket: the verdict whose proof is shown; of a new one: likewise
    std::string desk {};   // a new ticket is being written: for which desk; empty: none
    Parameters fill {};    // of a new ticket: fields that are filled in already, see ticket_fields
    std::string query {};
    std::set<TicketFilter> show {}; // none: what is open
    bool operator==(SupportRoute const&) const = default;
};

// Fields of a new ticket that an address may fill in.
inline constexpr std::string_view ticket_fields[] { "room", "state", "device", "severity", "tier", "region", "country",
    "org", "product_line", "partner_region", "data_centre", "access", "channel", "service", "organisation_id",
    "subject", "description", "primary_email", "customer_email", "zuid", "zoid" };

// By warranty each device is in exactly one of the first five.
enum class DeviceFilter { extended, cut, base, ended, unknown, no_room, important };
enum class DeviceColumn { model, serial, room, warranty, bought };
enum class DeviceTab { device, why, move, history };
enum class AddingDevices { no, many };

struct DevicesRoute
{
    std::string device {}; // serial of the open one, or empty
    DeviceTab tab = DeviceTab::device;
    std::string to {}; // tab move: key of the room it would move to
    AddingDevices adding = AddingDevices::no;
    std::string query {};
    std::set<DeviceFilter> show {};
    DeviceColumn sort = DeviceColumn::model;
    Direction direction = Direction::ascending;
    bool operator==(DevicesRoute const&) const = default;
};

struct SparesRoute
{
    std::string why {};   // "spares", "match", or a model: whose proof is shown
    std::string match {}; // the model that is asked about
    bool operator==(SparesRoute const&) const = default;
};

// Screen, key and parameters: what route.cpp makes an address of.
[[nodiscard]] ScreenAddress address_of(SupportRoute const& route);
[[nodiscard]] ScreenAddress address_of(DevicesRoute const& route);
[[nodiscard]] ScreenAddress address_of(SparesRoute const& route);
[[nodiscard]] SupportRoute support_route(std::string key, Parameters const& parameters);
[[nodiscard]] DevicesRoute devices_route(std::string key, Parameters const& parameters);
[[nodiscard]] SparesRoute spares_route(Parameters const& parameters);

} // namespace keyrack::portal
