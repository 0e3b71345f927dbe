#include "portal/rooms_ways.hpp"

#include "base/text.hpp"
#include "portal/address_text.hpp"
#include "portal/cover_words.hpp"
#include "portal/room_query.hpp"

#include <algorithm>
#include <array>

namespace keyrack::portal {

namespace {

constexpr std::size_t most_rooms_of_a_site = 8; // as many as a card has room for
constexpr std::array columns { RoomColumn::site, RoomColumn::programme, RoomColumn::cover, RoomColumn::until,
    RoomColumn::devices };

std::string_view words_of(RoomColumn column)
{
    switch (column) {
    case RoomColumn::room: return "ui.rooms.column.room";
    case RoomColumn::site: return "ui.rooms.column.site";
    case RoomColumn::programme: return "ui.rooms.column.programme";
    case RoomColumn::cover: return "ui.rooms.column.cover";
    case RoomColumn::until: return "ui.rooms.column.until";
    case RoomColumn::devices: return "ui.rooms.column.devices";
    }
    return {};
}

// --- the map ---------------------------------------------------------------------------------------------------------

// The rooms of the list, site by site: what has no cover first, then what ends soon.
struct Sites
{
    Scene scene;
    RoomsRoute route; // whose rooms they are
    std::shared_ptr<Cover const> cover;
    std::vector<std::pair<SiteId, std::vector<std::uint32_t>>> sites;

    [[nodiscard]] Tone tone_of(std::uint32_t row) const
    {
        auto const& of_room = cover->rooms[row];
        return !of_room.covered() ? Tone::missing : of_room.state == CoverState::ending ? Tone::ending : Tone::covered;
    }

    // The same rooms as a list, of this site alone.
    [[nodiscard]] std::string list_of(SiteId site) const
    {
        auto of_site = route;
        auto const only = only_site(site.exists() ? scene.ledger().sites()[site] : std::string {});
        if (!of_site.query.contains(only)) of_site.query += (of_site.query.empty() ? "" : " ") + only;
        of_site.room.clear();
        of_site.look = RoomsLook::list;
        return scene.link(std::move(of_site));
    }
    [[nodiscard]] std::string detail_of(std::string const& room) const
    {
        auto open = route;
        open.room = room;
        open.look = RoomsLook::sites;
        return scene.link(std::move(open));
    }

    SiteCard operator()(std::size_t index) const
    {
        auto const& [site, rows] = sites[index];
        auto const& words = scene.words;
        auto const name = site.exists() ? scene.ledger().sites()[site] : std::string { words("overview.no_site") };
        SiteCard card { .name = name, .text = {}, .fragment = {}, .rooms = {}, .more = {} };
        for (auto const row : rows) {
            auto const tone = tone_of(row);
            (tone == Tone::missing ? card.open : tone == Tone::ending ? card.ending : card.covered) += 1;
            if (card.rooms.size() == most_rooms_of_a_site) continue;
            auto const& room = scene.ledger().rooms().rows()[row];
            card.rooms.push_back({ room.name, room.name + ", " + cover_chip(words, cover->rooms[row], cover->day).text,
                tone, detail_of(room.key) });
        }
        auto const all = std::ssize(rows);
        card.text = words(
            "overview.of", { { "part", words.number(card.covered + card.ending) }, { "whole", words.number(all) } });
        card.fragment = list_of(site);
        if (all > static_cast<std::ptrdiff_t>(most_rooms_of_a_site))
            card.more = words.plural("renewals.more_rooms", all - static_cast<std::ptrdiff_t>(most_rooms_of_a_site));
        return card;
    }
};

std::size_t urgency(RoomCover const& cover)
{
    return !cover.covered() ? 0 : cover.state == CoverState::ending ? 1 : 2;
}

// As on the overview: where most is open comes first, then where most ends.
std::pair<std::array<std::int64_t, 3>, SiteId> place_among_sites(
    Cover const& cover, SiteId site, std::vector<std::uint32_t> const& rows)
{
    std::array<std::int64_t, 3> fewer {};
    for (auto const row : rows) fewer[urgency(cover.rooms[row])] -= 1;
    return { fewer, site };
}

std::shared_ptr<Sites> sites_of(Scene const& scene, RoomsRoute const& route)
{
    auto result = std::make_shared<Sites>(scene, route, scene.views.cover(scene.session, scene.day()));
    auto const& rooms = scene.ledger().rooms().rows();
    std::vector<std::size_t> place_of(scene.ledger().sites().all().size() + 1, 0);
    for (auto const row : *scene.views.rooms(scene.session, scene.day(), route)) {
        auto const site = rooms[row].site;
        auto& place = place_of[site.exists() ? site.row() : place_of.size() - 1];
        if (place == 0) {
            result->sites.emplace_back(site, std::vector<std::uint32_t> {});
            place = result->sites.size();
        }
        result->sites[place - 1].second.push_back(row);
    }
    for (auto& [site, rows] : result->sites)
        std::ranges::stable_sort(rows, {}, [&](auto row) { return urgency(result->cover->rooms[row]); });
    std::ranges::sort(result->sites, {},
        [&](auto const& each) { return place_among_sites(*result->cover, each.first, each.second); });
    return result;
}

// --- columns, views, the table ---------------------------------------------------------------------------------------

std::vector<ColumnChoice> column_choices(Scene const& scene, RoomsRoute const& route)
{
    std::vector<ColumnChoice> choices;
    for (auto const column : columns) {
        auto with = route;
        bool const shown = !route.without.contains(column);
        if (shown)
            with.without.insert(column);
        else
            with.without.erase(column);
        choices.push_back({ column, std::string { scene.words(words_of(column)) }, shown, scene.link(with) });
    }
    return choices;
}

std::string_view filter_words(RoomFilter filter)
{
    switch (filter) {
    case RoomFilter::not_covered: return "rooms.filter.not_covered";
    case RoomFilter::ending: return "rooms.filter.ending";
    case RoomFilter::important: return "rooms.filter.important";
    case RoomFilter::all: break;
    }
    return "screen.rooms";
}

// What a view is called: by what it shows.
std::string view_name(Words const& words, RoomsRoute const& route)
{
    std::vector<std::string> parts;
    for (auto const filter : route.show) parts.emplace_back(words(filter_words(filter)));
    parts.push_back(route.query);
    if (route.look == RoomsLook::sites) parts.emplace_back(words("ui.rooms.look.sites"));
    auto name = joined(parts);
    if (!name.empty()) return name;
    return route.without.empty()
        ? words("ui.rooms.view_sorted", { { "column", std::string { words(words_of(route.sort)) } } })
        : std::string { words("ui.rooms.view_columns") };
}

void add_views(Scene const& scene, RoomsRoute const& route, std::string_view saved, RoomsWays& ways)
{
    auto const here = view_address(scene.route.slug, route);
    bool known = false;
    for (auto const address : split(saved, ' ')) {
        auto const parsed = parse_route(address);
        auto const* const tenant = parsed ? std::get_if<TenantRoute>(&*parsed) : nullptr;
        auto const* const rooms = tenant ? std::get_if<RoomsRoute>(&tenant->screen) : nullptr;
        if (!rooms) continue;
        bool const on = address == here;
        known = known || on;
        ways.views.push_back(
            { view_name(scene.words, *rooms), scene.link(*rooms), "forget:" + std::string { address }, on });
    }
    ways.can_save = !known && here != view_address(scene.route.slug, RoomsRoute {});
    ways.save_as = view_name(scene.words, route);
}

std::string cell(std::string text)
{
    std::ranges::replace(text, '\t', ' ');
    return text;
}

std::string table_of(Words const& words, RoomsModel const& rooms)
{
    std::string table;
    for (auto const column : { RoomColumn::room, RoomColumn::site, RoomColumn::programme, RoomColumn::cover,
             RoomColumn::until, RoomColumn::devices }) {
        if (!table.empty()) table += '\t';
        table += words(words_of(column));
    }
    table += '\n';
    for (std::size_t at = 0; at < rooms.count; ++at) {
        auto const line = rooms.line(at);
        for (auto const& text : { line.name, line.site, line.programme, line.cover.text, line.until })
            (table += cell(text)) += '\t';
        (table += line.devices) += '\n';
    }
    return table;
}

} // namespace

std::string view_address(std::string const& slug, RoomsRoute const& route)
{
    auto plain = route;
    plain.room.clear();
    plain.tab = RoomTab::room;
    plain.ask.clear();
    return fragment_of(TenantRoute { slug, {}, std::move(plain) });
}

RoomsWays rooms_ways(Scene const& scene, RoomsRoute const& route, RoomsModel const& rooms, std::string_view saved)
{
    auto const& words = scene.words;
    RoomsWays ways;
    ways.look = route.look;
    auto other = route;
    other.look = RoomsLook::list;
    ways.list_fragment = scene.link(other);
    other.look = RoomsLook::sites;
    ways.sites_fragment = scene.link(other);
    ways.columns = column_choices(scene, route);
    ways.without = route.without;
    add_views(scene, route, saved, ways);
    ways.as_table = [&words, rooms] { return table_of(words, rooms); };
    ways.copied = words.plural("ui.rooms.copied", static_cast<std::int64_t>(rooms.count));
    for (auto const name : room_operators()) {
        auto const key = "operator." + std::string { name };
        ways.operators.push_back({ std::string { words(key + ".example") }, std::string { words(key) } });
    }
    if (route.look == RoomsLook::list) return ways;
    auto const sites = sites_of(scene, route);
    ways.site_count = sites->sites.size();
    ways.site = [sites](std::size_t index) { return (*sites)(index); };
    return ways;
}

} // namespace keyrack::portal
