#include "portal/rooms_model.hpp"

#include "portal/cover_words.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

// Everything a line is made from, kept alive for as long as the list is shown.
struct Lines
{
    Scene scene;
    std::shared_ptr<Cover const> cover;
    std::shared_ptr<Places const> places;
    std::shared_ptr<Rows const> rows;
    MarkedRooms const* marked;
    RoomId open;

    [[nodiscard]] std::string programme(RoomCover const& of_room) const
    {
        return of_room.programme.exists() ? scene.catalogue()[of_room.programme].name
                                          : std::string { scene.words("table.nothing") };
    }

    RoomLine operator()(std::size_t index) const
    {
        auto const row = (*rows)[index];
        auto const id = RoomId::of_row(row);
        auto const& room = scene.ledger().rooms()[id];
        auto const& of_room = cover->rooms[row];
        auto const until = until_text(scene.words, of_room);
        return { .id = id,
            .name = room.name,
            .site = room.site.exists() ? scene.ledger().sites()[room.site] : std::string {},
            .programme = programme(of_room),
            .cover = cover_chip(scene.words, of_room, cover->day),
            .until = until.empty() ? std::string { scene.words("table.nothing") } : until,
            .devices = scene.words.number(places->device_count(row)),
            .second = room_second(scene, *places, id),
            .selected = id == open,
            .marked = marked->contains(id) };
    }
};

FilterChip filter_chip(
    Scene const& scene, RoomsRoute const& route, RoomFilter filter, std::string_view key, std::int64_t count)
{
    return {
        .filter = filter, .text = std::string { scene.words(key) }, .count = count, .on = route.show.contains(filter)
    };
}

std::vector<FilterChip> filter_chips(Scene const& scene, RoomsRoute const& route, Cover const& cover)
{
    std::vector<FilterChip> chips {
        filter_chip(scene, route, RoomFilter::not_covered, "rooms.filter.not_covered", cover.not_covered()),
        filter_chip(scene, route, RoomFilter::ending, "rooms.filter.ending", cover.ending),
    };
    if (cover.important > 0 || route.show.contains(RoomFilter::important))
        chips.push_back(filter_chip(scene, route, RoomFilter::important, "rooms.filter.important", cover.important));
    return chips;
}

} // namespace

bool stands(engine::Ledger const& ledger, RoomId room)
{
    return room.exists() && ledger.rooms()[room].standing == engine::Standing::valid;
}

RoomId open_room(Scene const& scene, RoomsRoute const& route)
{
    if (route.room.empty()) return RoomId::none();
    auto const room = scene.ledger().room(route.room);
    return stands(scene.ledger(), room) ? room : RoomId::none();
}

std::string room_second(Scene const& scene, Places const& places, RoomId room)
{
    auto const& row = scene.ledger().rooms()[room];
    bool const important = row.importance == engine::Importance::important;
    return joined({ row.site.exists() ? scene.ledger().sites()[row.site] : std::string {},
        scene.words.plural("rooms.devices", places.device_count(room.row())),
        important ? std::string { scene.words("rooms.important") } : std::string {} });
}

RoomsModel rooms_model(Scene const& scene, RoomsRoute const& route, MarkedRooms const& marked)
{
    auto const cover = scene.views.cover(scene.session, scene.day());
    auto const places = scene.views.places(scene.session, scene.day());
    auto const rows = scene.views.rooms(scene.session, scene.day(), route);
    auto const open = open_room(scene, route);

    RoomsModel model;
    if (cover->total > 0)
        model.second = joined({ scene.words.plural("rooms.count", cover->total),
            scene.words("rooms.covered", { { "count", scene.words.number(cover->covered) } }) });
    model.query = route.query;
    model.filters = filter_chips(scene, route, *cover);
    model.sort = route.sort;
    model.direction = route.direction;
    model.count = rows->size();
    model.line = Lines { scene, cover, places, rows, &marked, open };
    model.marked = marked.size();
    model.none_at_all = cover->total == 0;
    if (open.exists()) {
        auto const found = std::ranges::find(*rows, open.row());
        if (found != rows->end()) model.selected_row = static_cast<std::size_t>(found - rows->begin());
        model.detail = room_detail(scene, route, open);
    }
    return model;
}

} // namespace keyrack::portal
