#include "portal/route.hpp"

#include "portal/room_features.hpp"
#include "portal/route_parts.hpp"
#include "portal/shown_day.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace keyrack::portal {

namespace {

constexpr std::array room_columns { Named { RoomColumn::room, "room" }, Named { RoomColumn::site, "site" },
    Named { RoomColumn::programme, "programme" }, Named { RoomColumn::cover, "cover" },
    Named { RoomColumn::until, "until" }, Named { RoomColumn::devices, "devices" } };
constexpr std::array order_columns { Named { OrderColumn::order, "order" },
    Named { OrderColumn::programme, "programme" }, Named { OrderColumn::licences, "licences" },
    Named { OrderColumn::free, "free" }, Named { OrderColumn::start, "start" }, Named { OrderColumn::end, "end" },
    Named { OrderColumn::state, "state" } };
constexpr std::array room_filters { Named { RoomFilter::not_covered, "not_covered" },
    Named { RoomFilter::ending, "ending" }, Named { RoomFilter::important, "important" } };
constexpr std::array room_tabs { Named { RoomTab::room, "room" }, Named { RoomTab::why, "why" },
    Named { RoomTab::devices, "devices" }, Named { RoomTab::history, "history" } };
constexpr std::array screens { Named { ScreenKind::rooms, "rooms" }, Named { ScreenKind::orders, "orders" },
    Named { ScreenKind::assign, "assign" }, Named { ScreenKind::data, "data" },
    Named { ScreenKind::support, "support" }, Named { ScreenKind::devices, "devices" },
    Named { ScreenKind::spares, "spares" }, Named { ScreenKind::overview, "overview" },
    Named { ScreenKind::renewals, "renewals" }, Named { ScreenKind::people, "people" },
    Named { ScreenKind::outbox, "outbox" }, Named { ScreenKind::journal, "journal" },
    Named { ScreenKind::compliance, "compliance" }, Named { ScreenKind::exchange, "exchange" },
    Named { ScreenKind::import_list, "import" }, Named { ScreenKind::large_accounts, "large-accounts" },
    Named { ScreenKind::catalogue, "catalogue" }, Named { ScreenKind::settings, "settings" },
    Named { ScreenKind::what_if, "what-if" } };

// Keys may hold any sign, so each is encoded on its own before the list is encoded as a value.
std::string joined_keys(std::vector<std::string> const& keys)
{
    if (keys.size() > most_rooms_in_address) return {};
    std::string text;
    for (auto const& key : keys) {
        if (!text.empty()) text += '~';
        auto part = percent_encoded(key);
        for (std::size_t at = part.find('~'); at != std::string::npos; at = part.find('~', at))
            part.replace(at, 1, "%7E");
        text += part;
    }
    return text;
}

std::string path_and_parameters(std::string_view screen, std::string_view key, Parameters const& parameters)
{
    std::string text { screen };
    if (!key.empty()) text += '/' + percent_encoded(key);
    auto const query = format(parameters);
    return query.empty() ? text : text + '?' + query;
}

// What every screen of a tenant has in its address: the day it is about, and what was known.
void add_time(TenantRoute const& route, Parameters& parameters)
{
    parameters.emplace_back("as-of", route.as_of ? iso(*route.as_of) : std::string {});
    parameters.emplace_back("known-at", route.known_at ? iso(*route.known_at) : std::string {});
}

struct ScreenFragment
{
    TenantRoute const& tenant;

    std::string operator()(RoomsRoute const& route) const
    {
        bool const open = !route.room.empty();
        return timed("rooms", route.room,
            { { "tab", open && route.tab != RoomTab::room ? name_of(room_tabs, route.tab) : "" },
                { "ask", open ? route.ask : "" }, { "q", route.query }, { "show", names_of(room_filters, route.show) },
                { "sort", sort_text(room_columns, route.sort, route.direction, RoomColumn::room) },
                { "look", route.look == RoomsLook::sites ? "sites" : "" },
                { "without", names_of(room_columns, route.without) } });
    }

    std::string operator()(OrdersRoute const& route) const
    {
        return timed("orders", route.order,
            { { "ask", route.spares == SparesProof::open ? "spares" : "" },
                { "sort", sort_text(order_columns, route.sort, route.direction, OrderColumn::end) } });
    }

    std::string operator()(AssignRoute const& route) const
    {
        return timed("assign", {},
            { { "order", route.order }, { "rooms", joined_keys(route.rooms) }, { "q", route.query },
                { "from", route.from ? iso(*route.from) : "" } });
    }

    std::string operator()(DataRoute const& route) const
    {
        auto const entry = route.entry ? std::to_string(route.entry->row() + 1) : std::string {};
        return timed("data", {}, { { "entry", entry } });
    }

    // Of screens that write their addresses themselves.
    std::string operator()(auto const& route) const
    {
        auto address = address_of(route);
        return timed(address.screen, address.key, std::move(address.parameters));
    }

    [[nodiscard]] std::string timed(std::string_view screen, std::string_view key, Parameters parameters) const
    {
        add_time(tenant, parameters);
        return path_and_parameters(screen, key, parameters);
    }
};

// What no room can have asks about nothing: the proof is then that of its cover.
std::string asked_feature(std::string code)
{
    bool const is_one = std::ranges::contains(
        room_features, std::string_view { code }, [](catalogue::Feature feature) { return catalogue::code(feature); });
    return is_one ? code : std::string {};
}

RoomsRoute read_rooms(std::string key, Parameters const& parameters)
{
    RoomsRoute route;
    route.room = std::move(key);
    if (!route.room.empty()) {
        route.tab = value_of(room_tabs, value(parameters, "tab")).value_or(RoomTab::room);
        route.ask = asked_feature(value(parameters, "ask"));
    }
    route.query = value(parameters, "q");
    read_names(room_filters, value(parameters, "show"), route.show);
    read_sort(room_columns, value(parameters, "sort"), route.sort, route.direction);
    if (value(parameters, "look") == "sites") route.look = RoomsLook::sites;
    read_names(room_columns, value(parameters, "without"), route.without);
    route.without.erase(RoomColumn::room);
    return route;
}

OrdersRoute read_orders(std::string key, Parameters const& parameters)
{
    OrdersRoute route;
    route.order = std::move(key);
    if (value(parameters, "ask") == "spares") route.spares = SparesProof::open;
    read_sort(order_columns, value(parameters, "sort"), route.sort, route.direction);
    return route;
}

AssignRoute read_assign(Parameters const& parameters)
{
    AssignRoute route;
    route.order = value(parameters, "order");
    auto const rooms = value(parameters, "rooms");
    for (auto const key : split(rooms, '~'))
        if (!key.empty() && route.rooms.size() < most_rooms_in_address) route.rooms.push_back(percent_decoded(key));
    route.query = value(parameters, "q");
    route.from = parse_shown_day(value(parameters, "from"));
    return route;
}

DataRoute read_data(Parameters const& parameters)
{
    auto const text = value(parameters, "entry");
    std::uint32_t number = 0;
    bool const whole = std::from_chars(text.data(), text.data() + text.size(), number).ptr == text.data() + text.size();
    return whole && number > 0 ? DataRoute { EntryId::of_row(number - 1) } : DataRoute {};
}

std::optional<ScreenRoute> read_screen(std::string_view name, std::string key, Parameters const& parameters)
{
    auto const kind = name.empty() ? ScreenKind::overview : value_of(screens, name);
    if (!kind) return {};
    switch (*kind) {
    case ScreenKind::rooms: return read_rooms(std::move(key), parameters);
    case ScreenKind::orders: return read_orders(std::move(key), parameters);
    case ScreenKind::assign: return read_assign(parameters);
    case ScreenKind::data: return read_data(parameters);
    case ScreenKind::support: return support_route(std::move(key), parameters);
    case ScreenKind::devices: return devices_route(std::move(key), parameters);
    case ScreenKind::spares: return spares_route(parameters);
    case ScreenKind::overview: return OverviewRoute {};
    case ScreenKind::renewals: return renewals_route(parameters);
    case ScreenKind::people: return people_route(std::move(key), parameters);
    case ScreenKind::outbox: return outbox_route(key);
    case ScreenKind::journal: return journal_route(parameters);
    case ScreenKind::compliance: return compliance_route(std::move(key), parameters);
    case ScreenKind::exchange: return ExchangeRoute {};
    case ScreenKind::import_list: return import_list_route(parameters);
    case ScreenKind::large_accounts: return large_accounts_route(std::move(key), parameters);
    case ScreenKind::catalogue: return catalogue_route(key, parameters);
    case ScreenKind::settings: return SettingsRoute {};
    case ScreenKind::what_if: return WhatIfRoute {};
    }
    return {};
}

} // namespace

std::string fragment_of(Route const& route)
{
    if (auto const* const all = std::get_if<CockpitRoute>(&route))
        return '/' + path_and_parameters("all", {}, { { "q", all->query } });
    auto const* const tenant = std::get_if<TenantRoute>(&route);
    if (!tenant) return "/";
    return "/t/" + percent_encoded(tenant->slug) + '/' + std::visit(ScreenFragment { *tenant }, tenant->screen);
}

std::optional<Route> parse_route(std::string_view fragment)
{
    if (fragment.starts_with('#')) fragment.remove_prefix(1);
    if (!is_utf8(percent_decoded(fragment))) return {};
    auto const question = fragment.find('?');
    auto path = fragment.substr(0, question);
    auto const parameters =
        parse_parameters(question == std::string_view::npos ? std::string_view {} : fragment.substr(question + 1));
    while (path.ends_with('/')) path.remove_suffix(1);
    if (path.empty()) return Route { WelcomeRoute {} };

    if (path == "/all") return Route { CockpitRoute { std::string { value(parameters, "q") } } };
    auto const parts = split(path, '/'); // "", "t", slug, screen, key
    if (parts.size() < 3 || parts.size() > 5 || !parts[0].empty() || parts[1] != "t") return {};
    auto const screen = read_screen(parts.size() > 3 ? parts[3] : std::string_view {},
        parts.size() > 4 ? percent_decoded(parts[4]) : std::string {}, parameters);
    if (!screen) return {};
    return TenantRoute { percent_decoded(parts[2]), parse_shown_day(value(parameters, "as-of")), *screen,
        parse_shown_day(value(parameters, "known-at")) };
}

ScreenKind kind_of(ScreenRoute const& screen)
{
    return static_cast<ScreenKind>(screen.index());
}

std::string invitation_in(ScreenRoute const& screen)
{
    auto const* const people = std::get_if<PeopleRoute>(&screen);
    return people ? people->invitation : std::string {};
}

ScreenRoute plain_screen(ScreenKind kind)
{
    switch (kind) {
    case ScreenKind::rooms: return RoomsRoute {};
    case ScreenKind::orders: return OrdersRoute {};
    case ScreenKind::assign: return AssignRoute {};
    case ScreenKind::data: return DataRoute {};
    case ScreenKind::support: return SupportRoute {};
    case ScreenKind::devices: return DevicesRoute {};
    case ScreenKind::spares: return SparesRoute {};
    case ScreenKind::overview: return OverviewRoute {};
    case ScreenKind::renewals: return RenewalsRoute {};
    case ScreenKind::people: return PeopleRoute {};
    case ScreenKind::outbox: return OutboxRoute {};
    case ScreenKind::journal: return JournalRoute {};
    case ScreenKind::compliance: return ComplianceRoute {};
    case ScreenKind::exchange: return ExchangeRoute {};
    case ScreenKind::import_list: return ImportListRoute {};
    case ScreenKind::large_accounts: return LargeAccountsRoute {};
    case ScreenKind::catalogue: return CatalogueRoute {};
    case ScreenKind::settings: return SettingsRoute {};
    case ScreenKind::what_if: return WhatIfRoute {};
    }
    return RoomsRoute {};
}

} // namespace keyrack::portal
