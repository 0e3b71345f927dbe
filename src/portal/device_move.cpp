// Moving a device: where to, and the warranty it would have there, before anything is done.
#include "portal/devices_screen.hpp"

#include "engine/excerpt.hpp"

#include <cstdint>
#include <ranges>

namespace keyrack::portal {

namespace {

constexpr std::size_t most_targets = 6;

std::string room_name(Scene const& scene, RoomId room)
{
    return room.exists() ? scene.ledger().rooms()[room].name : std::string { scene.words("devices.no_room") };
}

std::string end_text(Scene const& scene, engine::Warranty const& warranty)
{
    auto const end = warranty.end();
    return end ? scene.words.short_date(*end) : std::string { scene.words("warranty.unknown") };
}

ChangeLine change(Scene const& scene, std::string_view key, std::string before, std::string after, Tone tone)
{
    auto value = before == after ? after : scene.words("devices.change", { { "before", before }, { "after", after } });
    return { std::string { scene.words(key) }, std::move(value), tone };
}

// As the ledger would say it once the device stands there.
std::optional<engine::Warranty> warranty_after(Scene const& scene, engine::MoveDevice const& move, DeviceId device)
{
    engine::Excerpt excerpt { scene.ledger(), { move }, scene.today };
    if (!excerpt.fold(scene.catalogue(), move)) return {};
    auto const part = excerpt.devices().part(device);
    if (!part.exists()) return {};
    return engine::warranty_on(excerpt.ledger(), scene.catalogue(), part, scene.today).warranty;
}

void add_targets(Scene const& scene, DevicesRoute const& route, RoomId from, DeviceMove& moving)
{
    auto const& ledger = scene.ledger();
    RoomsRoute of_query;
    of_query.query = moving.query;
    auto const rows = scene.views.rooms(scene.session, scene.day(), of_query);
    std::int64_t more = 0;
    for (auto const room : *rows | std::views::transform(RoomId::of_row)) {
        if (room == from) continue;
        if (moving.targets.size() == most_targets) {
            ++more;
            continue;
        }
        auto const& row = ledger.rooms()[room];
        auto to = route;
        to.to = row.key;
        moving.targets.push_back({ row.name, row.site.exists() ? ledger.sites()[row.site] : std::string {},
            scene.link(std::move(to)), route.to == row.key });
    }
    if (more > 0) moving.more = scene.words.plural("devices.move.more", more);
}

std::string note_of(Scene const& scene, engine::Warranty const& before, engine::Warranty const& after)
{
    auto const& words = scene.words;
    auto const from = before.end().value_or(always);
    auto const to = after.end().value_or(always);
    if (after.clipped_from && after.extended_to)
        return words("devices.move.cut", { { "date", words.short_date(*after.extended_to) } });
    if (to < from) return std::string { words("devices.move.shorter") };
    if (to > from) return std::string { words("devices.move.longer") };
    return std::string { words("devices.move.same") };
}

} // namespace

std::optional<engine::MoveDevice> move_of(Scene const& scene, DevicesRoute const& route, DeviceId device)
{
    auto const& ledger = scene.ledger();
    auto const room = ledger.room(route.to);
    if (route.to.empty() || !room.exists() || ledger.rooms()[room].standing != engine::Standing::valid) return {};
    auto const from = ledger.devices()[device].room;
    return engine::MoveDevice { .serial = ledger.devices()[device].serial,
        .expects_room = from.exists() ? ledger.rooms()[from].key : std::string {},
        .room = route.to,
        .on = scene.today };
}

DeviceMove device_move(Scene const& scene, DevicesRoute const& route, DeviceId device)
{
    auto const& words = scene.words;
    auto const from = scene.ledger().devices()[device].room;
    DeviceMove moving;
    moving.query = scene.form ? scene.form->value("move." + route.device, "query") : std::string {};
    add_targets(scene, route, from, moving);
    if (scene.route.as_of) {
        moving.note = words("devices.move.only_today");
        return moving;
    }
    auto const move = move_of(scene, route, device);
    if (!move) {
        moving.note = words("devices.move.choose");
        return moving;
    }
    auto const refusal = scene.session.refusal_of(*move);
    auto const after = refusal ? std::nullopt : warranty_after(scene, *move, device);
    if (!after) {
        moving.note = refusal ? words.denial(*refusal) : std::string { words("devices.move.choose") };
        return moving;
    }
    auto const before = engine::warranty_on(scene.ledger(), scene.catalogue(), device, scene.today).warranty;
    auto const to = scene.ledger().room(route.to);
    bool const shorter = after->end().value_or(always) < before.end().value_or(always);
    bool const longer = after->end().value_or(always) > before.end().value_or(always);
    moving.changes = { change(
                           scene, "devices.change.room", room_name(scene, from), room_name(scene, to), Tone::neutral),
        change(scene, "devices.change.warranty", end_text(scene, before), end_text(scene, *after),
            shorter      ? Tone::missing
                : longer ? Tone::covered
                         : Tone::neutral) };
    moving.note = note_of(scene, before, *after);
    moving.action_text = words("devices.move.to", { { "room", room_name(scene, to) } });
    moving.ready = true;
    return moving;
}

} // namespace keyrack::portal
