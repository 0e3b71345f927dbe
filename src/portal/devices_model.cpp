#include "portal/devices_screen.hpp"

#include "portal/warranty_words.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr int axis_years = 5; // of the little bar: as long as any warranty can be (R88)

double share_of(std::optional<Date> end, Date day)
{
    if (!end || *end <= day) return 0;
    auto const all = (plus_years(day, axis_years) - day).count();
    return std::min(static_cast<double>((*end - day).count()) / static_cast<double>(all), 1.0);
}

struct Lines
{
    Scene scene;
    DevicesRoute route;
    std::shared_ptr<DeviceShelf const> shelf;
    std::shared_ptr<Rows const> rows;

    ShelfLine operator()(std::size_t index) const
    {
        auto const row = (*rows)[index];
        auto const& ledger = scene.ledger();
        auto const& device = ledger.devices().rows()[row];
        auto const& warranty = shelf->warranties[row];
        auto const room = shelf->rooms[row];
        auto open = route;
        open.device = device.serial;
        auto const model = device.model.exists() ? ledger.models()[device.model] : std::string {};
        auto const name = room.exists() ? ledger.rooms()[room].name : std::string { scene.words("devices.no_room") };
        auto const end = warranty.end();
        return { .row = row,
            .model = model.empty() ? device.serial : model,
            .serial = device.serial,
            .room = name,
            .warranty = warranty_chip(scene, warranty),
            .share = share_of(end, scene.day()),
            .until = end ? scene.words.short_date(*end) : std::string {},
            .second = device.serial,
            .fragment = scene.link(std::move(open)) };
    }
};

LinkChip filter_chip(
    Scene const& scene, DevicesRoute route, DeviceShelf const& shelf, DeviceFilter filter, std::string_view key)
{
    bool const on = route.show.contains(filter);
    if (on)
        route.show.erase(filter);
    else
        route.show.insert(filter);
    return { std::string { scene.words(key) }, shelf.counts[static_cast<std::size_t>(filter)], on,
        scene.link(std::move(route)) };
}

std::vector<LinkChip> filter_chips(Scene const& scene, DevicesRoute const& list, DeviceShelf const& shelf)
{
    constexpr std::pair<DeviceFilter, std::string_view> all[] {
        { DeviceFilter::extended, "warranty.extended" },
        { DeviceFilter::cut, "warranty.clipped" },
        { DeviceFilter::base, "warranty.base" },
        { DeviceFilter::ended, "warranty.ended" },
        { DeviceFilter::unknown, "warranty.unknown" },
        { DeviceFilter::no_room, "devices.filter.no_room" },
        { DeviceFilter::important, "devices.filter.important" },
    };
    std::vector<LinkChip> chips;
    for (auto const& [filter, key] : all) {
        auto chip = filter_chip(scene, list, shelf, filter, key);
        bool const seldom = filter == DeviceFilter::unknown; // only where no base warranty is set
        if (!seldom || chip.count > 0 || chip.on) chips.push_back(std::move(chip));
    }
    return chips;
}

std::vector<std::string> column_links(Scene const& scene, DevicesRoute const& route)
{
    std::vector<std::string> links;
    for (auto const column : { DeviceColumn::model, DeviceColumn::serial, DeviceColumn::room, DeviceColumn::warranty,
             DeviceColumn::bought }) {
        auto sorted = route;
        bool const again = route.sort == column && route.direction == Direction::ascending;
        sorted.sort = column;
        sorted.direction = again ? Direction::descending : Direction::ascending;
        links.push_back(scene.link(std::move(sorted)));
    }
    return links;
}

DeviceId open_device(Scene const& scene, DevicesRoute const& route)
{
    if (route.device.empty()) return DeviceId::none();
    auto const id = scene.ledger().device(route.device);
    bool const stands = id.exists() && scene.ledger().devices()[id].standing == engine::Standing::valid;
    return stands ? id : DeviceId::none();
}

} // namespace

DevicesModel devices_model(Scene const& scene, DevicesRoute const& route)
{
    auto const shelf = scene.views.shelf(scene.session, scene.day());
    auto const rows = scene.views.devices(scene.session, scene.day(), route);
    auto list = route;
    list.adding = AddingDevices::no;
    DevicesModel model;
    if (!shelf->standing.empty()) model.second = scene.words.plural("devices.count", std::ssize(shelf->standing));
    model.query = route.query;
    model.filters = filter_chips(scene, list, *shelf);
    model.columns = column_links(scene, list);
    model.sort = static_cast<std::size_t>(route.sort);
    model.direction = route.direction;
    model.count = rows->size();
    auto plain = list;
    plain.tab = DeviceTab::device;
    plain.to.clear();
    model.line = Lines { scene, plain, shelf, rows };
    model.none_at_all = shelf->standing.empty();
    model.all = scene.link(DevicesRoute { .device = route.device });
    model.add = scene.link(DevicesRoute { .adding = AddingDevices::many });
    if (route.adding == AddingDevices::many) {
        model.adding = new_devices(scene, route);
        return model;
    }
    auto const open = open_device(scene, route);
    if (!open.exists()) return model;
    auto const found = std::ranges::find(*rows, open.row());
    if (found != rows->end()) model.selected_row = static_cast<std::size_t>(found - rows->begin());
    model.detail = device_detail(scene, route, open);
    return model;
}

} // namespace keyrack::portal
