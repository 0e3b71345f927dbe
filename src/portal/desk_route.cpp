#include "portal/desk_route.hpp"

#include <algorithm>
#include <array>

namespace keyrack::portal {

namespace {

template <class T>
struct Named
{
    T value;
    std::string_view name;
};

constexpr std::array ticket_filters { Named { TicketFilter::open, "open" }, Named { TicketFilter::at_risk, "at_risk" },
    Named { TicketFilter::support_turn, "support_turn" }, Named { TicketFilter::customer_turn, "customer_turn" },
    Named { TicketFilter::closed, "closed" } };
constexpr std::array device_filters { Named { DeviceFilter::extended, "extended" }, Named { DeviceFilter::cut, "cut" },
    Named { DeviceFilter::ended, "ended" }, Named { DeviceFilter::no_room, "no_room" },
    Named { DeviceFilter::important, "important" } };
constexpr std::array device_columns { Named { DeviceColumn::model, "model" }, Named { DeviceColumn::serial, "serial" },
    Named { DeviceColumn::room, "room" }, Named { DeviceColumn::warranty, "warranty" },
    Named { DeviceColumn::bought, "bought" } };
constexpr std::array device_tabs { Named { DeviceTab::device, "device" }, Named { DeviceTab::why, "why" },
    Named { DeviceTab::move, "move" }, Named { DeviceTab::history, "history" } };

template <class Names, class T>
std::string name_in(Names const& names, T value)
{
    auto const found = std::ranges::find(names, value, [](auto const& each) { return each.value; });
    return found == names.end() ? std::string {} : std::string { found->name };
}

template <class Names>
auto value_in(Names const& names, std::string_view name) -> std::optional<decltype(names[0].value)>
{
    auto const found = std::ranges::find(names, name, [](auto const& each) { return each.name; });
    if (found == names.end()) return {};
    return found->value;
}

template <class Names, class Filter>
std::string filters_text(Names const& names, std::set<Filter> const& show)
{
    std::string text;
    for (auto const filter : show) {
        if (!text.empty()) text += '.';
        text += name_in(names, filter);
    }
    return text;
}

template <class Names, class Filter>
void read_filters(Names const& names, std::string_view text, std::set<Filter>& show)
{
    for (auto const name : split(text, '.'))
        if (auto const filter = value_in(names, name)) show.insert(*filter);
}

std::string value_of(Parameters const& parameters, std::string_view name)
{
    auto const found = std::ranges::find(parameters, name, [](auto const& each) -> auto& { return each.first; });
    return found == parameters.end() ? std::string {} : found->second;
}

} // namespace

ScreenAddress address_of(SupportRoute const& route)
{
    Parameters parameters { { "new", route.ticket.empty() ? route.desk : std::string {} } };
    if (route.ticket.empty() && !route.desk.empty())
        parameters.insert(parameters.end(), route.fill.begin(), route.fill.end());
    parameters.emplace_back("why", route.why);
    parameters.emplace_back("q", route.query);
    parameters.emplace_back("show", filters_text(ticket_filters, route.show));
    return { "support", route.ticket, std::move(parameters) };
}

SupportRoute support_route(std::string key, Parameters const& parameters)
{
    SupportRoute route;
    route.ticket = std::move(key);
    if (route.ticket.empty()) route.desk = value_of(parameters, "new");
    if (!route.desk.empty())
        for (auto const field : ticket_fields)
            if (auto value = value_of(parameters, field); !value.empty())
                route.fill.emplace_back(std::string { field }, std::move(value));
    route.why = value_of(parameters, "why");
    route.query = value_of(parameters, "q");
    read_filters(ticket_filters, value_of(parameters, "show"), route.show);
    return route;
}

ScreenAddress address_of(DevicesRoute const& route)
{
    bool const open = !route.device.empty();
    bool const moving = open && route.tab == DeviceTab::move;
    bool const usual = route.sort == DeviceColumn::model && route.direction == Direction::ascending;
    auto const down = route.direction == Direction::descending ? "-" : "";
    return { "devices", route.device,
        { { "tab", open && route.tab != DeviceTab::device ? name_in(device_tabs, route.tab) : "" },
            { "to", moving ? route.to : "" }, { "add", route.adding == AddingDevices::many ? "many" : "" },
            { "q", route.query }, { "show", filters_text(device_filters, route.show) },
            { "sort", usual ? std::string {} : down + name_in(device_columns, route.sort) } } };
}

DevicesRoute devices_route(std::string key, Parameters const& parameters)
{
    DevicesRoute route;
    route.device = std::move(key);
    if (!route.device.empty()) {
        route.tab = value_in(device_tabs, value_of(parameters, "tab")).value_or(DeviceTab::device);
        if (route.tab == DeviceTab::move) route.to = value_of(parameters, "to");
    }
    if (value_of(parameters, "add") == "many") route.adding = AddingDevices::many;
    route.query = value_of(parameters, "q");
    read_filters(device_filters, value_of(parameters, "show"), route.show);
    auto const sort = value_of(parameters, "sort");
    bool const down = sort.starts_with('-');
    if (auto const column = value_in(device_columns, std::string_view { sort }.substr(down ? 1 : 0))) {
        route.sort = *column;
        route.direction = down ? Direction::descending : Direction::ascending;
    }
    return route;
}

ScreenAddress address_of(SparesRoute const& route)
{
    return { "spares", {}, { { "why", route.why }, { "match", route.match } } };
}

SparesRoute spares_route(Parameters const& parameters)
{
    return { .why = value_of(parameters, "why"), .match = value_of(parameters, "match") };
}

} // namespace keyrack::portal
