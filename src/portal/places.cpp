#include "portal/places.hpp"

#include "base/text.hpp"
#include "portal/ordering.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

namespace keyrack::portal {

namespace {

constexpr std::size_t digits_of_a_number = 10;

void append_sort_key(std::string& key, std::string_view name)
{
    auto const text = folded(name);
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find_first_not_of("0123456789", at), text.size());
        if (end == at) {
            key += text[at++];
            continue;
        }
        if (end - at < digits_of_a_number) key.append(digits_of_a_number - (end - at), '0');
        key.append(text, at, end - at);
        at = end;
    }
}

// Ranks of texts, equal texts alike.
std::vector<std::uint32_t> ranks_of(std::vector<std::string> const& texts)
{
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t each) -> std::string const& { return texts[each]; });
    std::vector<std::uint32_t> ranks(texts.size());
    for (std::size_t at = 1; at < order.size(); ++at)
        ranks[order[at]] = ranks[order[at - 1]] + (texts[order[at]] == texts[order[at - 1]] ? 0 : 1);
    return ranks;
}

// By device row: the room it stands in on the day, or none.
std::vector<RoomId> rooms_of_devices(engine::Ledger const& ledger, Date day)
{
    std::vector<RoomId> rooms;
    rooms.reserve(ledger.devices().size());
    for (std::uint32_t row = 0; row < ledger.devices().size(); ++row) {
        auto const id = DeviceId::of_row(row);
        bool const stands = ledger.devices()[id].standing == engine::Standing::valid;
        rooms.push_back(stands ? ledger.room_of(id, day) : RoomId::none());
    }
    return rooms;
}

} // namespace

std::string sort_key(std::string_view name)
{
    std::string key;
    append_sort_key(key, name);
    return key;
}

Places::Places(engine::Ledger const& ledger, Date day)
{
    place_devices(ledger, day);
    rank_names(ledger);
    rank_sites(ledger);
}

std::span<DeviceId const> Places::devices_in(std::uint32_t room) const
{
    return std::span { m_devices }.subspan(m_device_begins[room], device_count(room));
}

// Counted first, then each device into its place: no list for each room.
void Places::place_devices(engine::Ledger const& ledger, Date day)
{
    auto const rooms = rooms_of_devices(ledger, day);
    m_device_begins.resize(ledger.rooms().size() + 1);
    for (auto const room : rooms)
        if (room.exists()) m_device_begins[room.row() + 1] += 1;
    std::partial_sum(m_device_begins.begin(), m_device_begins.end(), m_device_begins.begin());
    m_devices.resize(m_device_begins.back());
    auto next = m_device_begins;
    for (std::uint32_t device = 0; device < rooms.size(); ++device)
        if (rooms[device].exists()) m_devices[next[rooms[device].row()]++] = DeviceId::of_row(device);
}

// The keys lie one after another and not each in a place of its own: there are many, and they are needed only here.
void Places::rank_names(engine::Ledger const& ledger)
{
    auto const& rooms = ledger.rooms().rows();
    std::string keys;
    std::vector<std::uint32_t> begins { 0 };
    begins.reserve(rooms.size() + 1);
    for (auto const& room : rooms) {
        append_sort_key(keys, room.name);
        begins.push_back(static_cast<std::uint32_t>(keys.size()));
    }
    std::vector<TextRow> texts(rooms.size());
    for (std::uint32_t row = 0; row < texts.size(); ++row)
        texts[row] = { .text = std::string_view { keys }.substr(begins[row], begins[row + 1] - begins[row]),
            .row = row };
    auto order = in_order(texts);
    m_name_ranks.resize(rooms.size());
    for (std::size_t at = 0; at < order.size(); ++at) m_name_ranks[order[at]] = static_cast<std::uint32_t>(at);
    std::erase_if(order, [&](std::uint32_t row) { return rooms[row].standing == engine::Standing::withdrawn; });
    m_by_name = std::move(order);
}

void Places::rank_sites(engine::Ledger const& ledger)
{
    auto const& rooms = ledger.rooms().rows();
    std::vector<std::string> sites;
    for (auto const& site : ledger.sites().all()) sites.push_back(sort_key(site));
    auto const ranks = ranks_of(sites);
    std::vector<bool> used(sites.size());
    m_site_ranks.reserve(rooms.size());
    for (auto const& room : rooms) {
        m_site_ranks.push_back(room.site.exists() ? ranks[room.site.row()] : static_cast<std::uint32_t>(ranks.size()));
        if (room.site.exists() && room.standing == engine::Standing::valid) used[room.site.row()] = true;
    }
    m_site_count = static_cast<std::size_t>(std::ranges::count(used, true));
}

} // namespace keyrack::portal
