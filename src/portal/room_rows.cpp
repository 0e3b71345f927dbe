#include "portal/room_rows.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

// What the list shows of it, the soonest end first: covered, planned, expired, never covered.
std::int64_t until_key(RoomCover const& cover)
{
    constexpr std::int64_t group = std::int64_t { 1 } << 32;
    switch (cover.state) {
    case CoverState::covered:
    case CoverState::ending: return days_since_epoch(cover.until);
    case CoverState::planned: return group + days_since_epoch(cover.from);
    case CoverState::expired: return 2 * group - days_since_epoch(cover.until);
    case CoverState::never_covered: return 3 * group;
    }
    return 3 * group;
}

std::int64_t cover_key(RoomCover const& cover)
{
    constexpr std::int64_t group = std::int64_t { 1 } << 40;
    return group * static_cast<std::int64_t>(cover.state) + until_key(cover);
}

std::int64_t key_of(std::uint32_t row, Cover const& cover, Places const& places, RoomColumn column)
{
    auto const& of_room = cover.rooms[row];
    switch (column) {
    case RoomColumn::room: return places.name_rank(row);
    case RoomColumn::site: return places.site_rank(row);
    case RoomColumn::programme: return of_room.programme.row(); // none is the largest
    case RoomColumn::cover: return cover_key(of_room);
    case RoomColumn::until: return until_key(of_room);
    case RoomColumn::devices: return places.device_count(row);
    }
    return 0;
}

bool passes(engine::Room const& room, RoomCover const& cover, std::set<RoomFilter> const& show)
{
    bool const by_cover = show.contains(RoomFilter::not_covered) || show.contains(RoomFilter::ending);
    bool const wanted = (show.contains(RoomFilter::not_covered) && !cover.covered())
        || (show.contains(RoomFilter::ending) && cover.state == CoverState::ending);
    bool const important = !show.contains(RoomFilter::important) || room.importance == engine::Importance::important;
    return (!by_cover || wanted) && important;
}

} // namespace

std::vector<std::uint32_t> sorted_rooms(
    Cover const& cover, Places const& places, RoomColumn column, Direction direction)
{
    if (column == RoomColumn::room && direction == Direction::ascending) return places.by_name();
    struct Keyed
    {
        std::int64_t key = 0;
        std::uint32_t rank = 0, row = 0;
        auto operator<=>(Keyed const&) const = default;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(places.by_name().size());
    for (auto const row : places.by_name()) {
        auto const key = key_of(row, cover, places, column);
        keyed.push_back({ direction == Direction::ascending ? key : -key, places.name_rank(row), row });
    }
    std::ranges::sort(keyed);
    std::vector<std::uint32_t> rows(keyed.size());
    std::ranges::transform(keyed, rows.begin(), &Keyed::row);
    return rows;
}

std::vector<std::uint32_t> filtered_rooms(std::vector<std::uint32_t> const& rows, engine::Ledger const& ledger,
    Cover const& cover, Places const& places, std::set<RoomFilter> const& show, std::string_view query)
{
    if (show.empty() && query.empty()) return rows;
    auto const found = places.matches(query);
    std::vector<std::uint32_t> kept;
    std::ranges::copy_if(rows, std::back_inserter(kept),
        [&](std::uint32_t row) { return found[row] && passes(ledger.rooms().rows()[row], cover.rooms[row], show); });
    return kept;
}

} // namespace keyrack::portal
