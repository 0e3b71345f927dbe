#include "portal/desk_route.hpp"

#include "portal/route_parts.hpp"

#include <array>

namespace keyrack::portal {

namespace {

constexpr std::array ticket_filters { Named { TicketFilter::open, "open" }, Named { TicketFilter::at_risk, "at_risk" },
    Named { TicketFilter::support_turn, "support_turn" }, Named { TicketFilter::customer_turn, "customer_turn" },
    Named { TicketFilter::closed, "closed" } };
constexpr std::array device_filters { Named { DeviceFilter::extended, "extended" }, Named { DeviceFilter::cut, "cut" },
    Named { DeviceFilter::base, "base" }, Named { DeviceFilter::ended, "ended" },
    Named { DeviceFilter::unknown, "unknown" }, Named { DeviceFilter::no_room, "no_room" },
    Named { DeviceFilter::important, "important" } };
constexpr std::array device_columns { Named { DeviceColumn::model, "model" }, Named { DeviceColumn::serial, "serial" },
    Named { DeviceColumn::room, "room" }, Named { DeviceColumn::warranty, "warranty" },
    Named { DeviceColumn::bought, "bought" } };
constexpr std::array device_tabs { Named { DeviceTab::device, "device" }, Named { DeviceTab::why, "why" },
    Named { DeviceTab::move, "move" }, Named { DeviceTab::history, "history" } };

} // namespace

ScreenAddress address_of(SupportRoute const& route)
{
    Parameters parameters { { "new", route.ticket.empty() ? route.desk : std::string {} } };
    if (route.ticket.empty() && !route.desk.empty())
        parameters.insert(parameters.end(), route.fill.begin(), route.fill.end());
    parameters.emplace_back("why", route.why);
    parameters.emplace_back("q", route.query);
    parameters.emplace_back("show", names_of(ticket_filters, route.show));
    return { "support", route.ticket, std::move(parameters) };
}

SupportRoute support_route(std::string key, Parameters const& parameters)
{
    SupportRoute route;
    route.ticket = std::move(key);
    if (route.ticket.empty()) route.desk = value(parameters, "new");
    if (!route.desk.empty())
        for (auto const field : ticket_fields)
            if (auto given = value(parameters, field); !given.empty())
                route.fill.emplace_back(std::string { field }, std::move(given));
    route.why = value(parameters, "why");
    route.query = value(parameters, "q");
    read_names(ticket_filters, value(parameters, "show"), route.show);
    return route;
}

ScreenAddress address_of(DevicesRoute const& route)
{
    bool const open = !route.device.empty();
    bool const moving = open && route.tab == DeviceTab::move;
    return { "devices", route.device,
        { { "tab", open && route.tab != DeviceTab::device ? name_of(device_tabs, route.tab) : "" },
            { "to", moving ? route.to : "" }, { "add", route.adding == AddingDevices::many ? "many" : "" },
            { "q", route.query }, { "show", names_of(device_filters, route.show) },
            { "sort", sort_text(device_columns, route.sort, route.direction, DeviceColumn::model) } } };
}

DevicesRoute devices_route(std::string key, Parameters const& parameters)
{
    DevicesRoute route;
    route.device = std::move(key);
    if (!route.device.empty()) {
        route.tab = value_of(device_tabs, value(parameters, "tab")).value_or(DeviceTab::device);
        if (route.tab == DeviceTab::move) route.to = value(parameters, "to");
    }
    if (value(parameters, "add") == "many") route.adding = AddingDevices::many;
    route.query = value(parameters, "q");
    read_names(device_filters, value(parameters, "show"), route.show);
    read_sort(device_columns, value(parameters, "sort"), route.sort, route.direction);
    return route;
}

ScreenAddress address_of(SparesRoute const& route)
{
    return { "spares", {}, { { "why", route.why }, { "match", route.match } } };
}

SparesRoute spares_route(Parameters const& parameters)
{
    return { .why = value(parameters, "why"), .match = value(parameters, "match") };
}

} // namespace keyrack::portal
