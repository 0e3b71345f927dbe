#include "portal/room_rows.hpp"

#include "portal/ordering.hpp"

#include <algorithm>
#include <utility>

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

// What the filters ask of a room.
class Sieve
{
public:
    explicit Sieve(std::set<RoomFilter> const& show)
        : m_not_covered(show.contains(RoomFilter::not_covered)),
          m_ending(show.contains(RoomFilter::ending)),
          m_important(show.contains(RoomFilter::important))
    { }

    [[nodiscard]] bool passes(engine::Ledger const& ledger, Cover const& cover, std::uint32_t row) const
    {
        if (m_important && ledger.rooms().rows()[row].importance != engine::Importance::important) return false;
        if (!m_not_covered && !m_ending) return true;
        auto const& of_room = cover.rooms[row];
        return (m_not_covered && !of_room.covered()) || (m_ending && of_room.state == CoverState::ending);
    }

private:
    bool m_not_covered;
    bool m_ending;
    bool m_important;
};

} // namespace

std::vector<std::uint32_t> sorted_rooms(
    Cover const& cover, Places const& places, RoomColumn column, Direction direction)
{
    if (column == RoomColumn::room && direction == Direction::ascending) return places.by_name();
    std::vector<KeyedRow> keyed;
    keyed.reserve(places.by_name().size());
    for (auto const row : places.by_name()) { // so that rooms of equal keys stand by name
        auto const key = key_of(row, cover, places, column);
        keyed.push_back({ .key = order_key(direction == Direction::ascending ? key : -key), .row = row });
    }
    return in_order(std::move(keyed));
}

std::vector<std::uint32_t> filtered_rooms(std::vector<std::uint32_t> const& rows, engine::Ledger const& ledger,
    Cover const& cover, std::set<RoomFilter> const& show, std::span<std::shared_ptr<Found const> const> found)
{
    Sieve const sieve { show };
    std::vector<std::uint32_t> kept(rows.size());
    auto const end = std::ranges::copy_if(rows, kept.begin(), [&](std::uint32_t row) {
        return std::ranges::all_of(found, [&](auto const& word) { return (*word)[row] != 0; })
            && sieve.passes(ledger, cover, row);
    }).out;
    kept.erase(end, kept.end());
    return kept;
}

} // namespace keyrack::portal
