#include "portal/device_shelf.hpp"

#include "base/text.hpp"
#include "portal/ordering.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace keyrack::portal {

namespace {

constexpr DeviceFilter all_filters[] { DeviceFilter::extended, DeviceFilter::cut, DeviceFilter::base,
    DeviceFilter::ended, DeviceFilter::unknown, DeviceFilter::no_room, DeviceFilter::important };
static_assert(std::size(all_filters) == device_filter_count);

std::vector<std::uint32_t> model_ranks(engine::Ledger const& ledger)
{
    auto const& names = ledger.models().all();
    std::vector<std::uint32_t> order(names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t each) { return sort_key(names[each]); });
    std::vector<std::uint32_t> ranks(names.size());
    for (std::uint32_t at = 0; at < order.size(); ++at) ranks[order[at]] = at;
    return ranks;
}

std::vector<std::uint32_t> by_serial(engine::Ledger const& ledger, std::vector<std::uint32_t> const& rows)
{
    std::vector<TextRow> serials;
    serials.reserve(rows.size());
    for (auto const row : rows) serials.push_back({ .text = ledger.devices().rows()[row].serial, .row = row });
    return in_order(serials);
}

class Keys
{
public:
    Keys(engine::Ledger const& ledger, DeviceShelf const& shelf, Places const& places, DeviceColumn column)
        : m_ledger(ledger), m_shelf(shelf), m_places(places), m_column(column), m_models(model_ranks(ledger))
    { }

    [[nodiscard]] std::int64_t of(std::uint32_t row) const
    {
        auto const& device = m_ledger.devices().rows()[row];
        switch (m_column) {
        case DeviceColumn::model:
            return device.model.exists() ? m_models[device.model.row()] : std::int64_t { 1 } << 40;
        case DeviceColumn::room: {
            auto const room = m_shelf.rooms[row];
            return room.exists() ? m_places.name_rank(room.row()) : std::int64_t { 1 } << 40;
        }
        case DeviceColumn::warranty: return days_since_epoch(m_shelf.warranties[row].end().value_or(always));
        case DeviceColumn::bought: return days_since_epoch(device.purchased_on);
        case DeviceColumn::serial: return 0;
        }
        return 0;
    }

private:
    engine::Ledger const& m_ledger;
    DeviceShelf const& m_shelf;
    Places const& m_places;
    DeviceColumn m_column;
    std::vector<std::uint32_t> m_models;
};

std::vector<std::string> words_of(std::string_view query)
{
    std::vector<std::string> words;
    auto const text = folded(query);
    for (std::string_view rest = text; !rest.empty();) {
        auto const begin = rest.find_first_not_of(" \t\n");
        if (begin == std::string_view::npos) break;
        auto const end = std::min(rest.find_first_of(" \t\n", begin), rest.size());
        words.emplace_back(rest.substr(begin, end - begin));
        rest.remove_prefix(end);
    }
    return words;
}

} // namespace

bool DeviceShelf::passes(engine::Ledger const& ledger, std::uint32_t row, DeviceFilter filter) const
{
    using State = engine::WarrantyState;
    auto const state = engine::state_on(warranties[row], day);
    switch (filter) {
    case DeviceFilter::extended: return state == State::extended;
    case DeviceFilter::cut: return state == State::capped;
    case DeviceFilter::base: return state == State::base;
    case DeviceFilter::ended: return state == State::ended;
    case DeviceFilter::unknown: return state == State::unknown;
    case DeviceFilter::no_room: return !rooms[row].exists();
    case DeviceFilter::important:
        return rooms[row].exists() && ledger.rooms()[rooms[row]].importance == engine::Importance::important;
    }
    return false;
}

DeviceShelf shelf_on(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, Cover const& cover, Date day)
{
    DeviceShelf shelf { .day = day };
    shelf.warranties = engine::warranty_of_all(ledger, catalogue, cover.columns, day);
    auto const count = ledger.devices().size();
    shelf.rooms.reserve(count);
    for (std::uint32_t row = 0; row < count; ++row) {
        bool const stands = ledger.devices().rows()[row].standing == engine::Standing::valid;
        shelf.rooms.push_back(stands ? ledger.room_of(DeviceId::of_row(row), day) : RoomId::none());
        if (stands) shelf.standing.push_back(row);
    }
    for (auto const row : shelf.standing)
        for (auto const filter : all_filters)
            shelf.counts[static_cast<std::size_t>(filter)] += shelf.passes(ledger, row, filter) ? 1 : 0;
    return shelf;
}

ShelfTexts texts_of(engine::Ledger const& ledger, DeviceShelf const& shelf)
{
    ShelfTexts texts(ledger.devices().size());
    for (auto const row : shelf.standing) {
        auto const& device = ledger.devices().rows()[row];
        auto text = device.serial;
        if (device.model.exists()) text.append("\n").append(ledger.models()[device.model]);
        if (auto const room = shelf.rooms[row]; room.exists()) {
            text.append("\n").append(ledger.rooms()[room].name);
            auto const site = ledger.rooms()[room].site;
            if (site.exists()) text.append("\n").append(ledger.sites()[site]);
        }
        texts[row] = folded(text);
    }
    return texts;
}

std::vector<std::uint32_t> sorted_devices(engine::Ledger const& ledger, DeviceShelf const& shelf, Places const& places,
    DeviceColumn column, Direction direction)
{
    if (column == DeviceColumn::serial) {
        auto rows = by_serial(ledger, shelf.standing);
        if (direction == Direction::descending) std::ranges::reverse(rows);
        return rows;
    }
    Keys const keys { ledger, shelf, places, column };
    std::vector<KeyedRow> keyed;
    keyed.reserve(shelf.standing.size());
    for (auto const row : shelf.standing) {
        auto const key = keys.of(row);
        keyed.push_back({ .key = order_key(direction == Direction::ascending ? key : -key), .row = row });
    }
    return in_order(std::move(keyed));
}

std::vector<std::uint32_t> filtered_devices(std::vector<std::uint32_t> const& rows, engine::Ledger const& ledger,
    DeviceShelf const& shelf, ShelfTexts const* texts, DevicesRoute const& route)
{
    auto const words = words_of(route.query);
    std::vector<std::uint32_t> kept;
    std::ranges::copy_if(rows, std::back_inserter(kept), [&](std::uint32_t row) {
        bool const shown = route.show.empty()
            || std::ranges::any_of(route.show, [&](DeviceFilter filter) { return shelf.passes(ledger, row, filter); });
        return shown
            && (!texts || std::ranges::all_of(words, [&](auto const& word) { return (*texts)[row].contains(word); }));
    });
    return kept;
}

} // namespace keyrack::portal
