// What an assignment would change, in figures and in sentences.
#include "portal/assign_model.hpp"
#include "portal/orders_model.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr std::size_t most_devices_told = 3; // one by one; the others are counted

std::string from_to(Scene const& scene, std::int64_t before, std::int64_t after)
{
    auto const& words = scene.words;
    if (before == after) return words("change.unchanged", { { "value", words.number(after) } });
    return words("change.from_to", { { "before", words.number(before) }, { "after", words.number(after) } });
}

ChangeLine free_line(Scene const& scene, engine::OrderChange const& change)
{
    auto const& order = scene.ledger().orders()[change.order].key;
    return { scene.words("change.free", { { "order", order } }), from_to(scene, change.free_before, change.free_after),
        Tone::neutral };
}

std::string device_warning(Scene const& scene, OrderId order, Date from, DeviceId id)
{
    auto const& ledger = scene.ledger();
    auto const& device = ledger.devices()[id];
    auto const& row = ledger.orders()[order];
    auto const& cap = scene.catalogue()[row.programme].warranty_cap_years_on(row.purchased_on);
    if (!cap) return {};
    auto const room = ledger.room_of(id, from);
    auto const& words = scene.words;
    return words.plural("change.clipped_device", cap->value,
        { { "device",
              joined({ device.model.exists() ? ledger.models()[device.model] : std::string {}, device.serial }) },
            { "room", room.exists() ? ledger.rooms()[room].name : std::string {} },
            { "bought", words.short_date(device.purchased_on) },
            { "cap", words.short_date(plus_years(device.purchased_on, cap->value)) } });
}

// Rooms that have a cover of their own on that day, or one that is to come.
std::vector<std::string> double_cover(Scene const& scene, Date from, std::vector<RoomId> const& rooms)
{
    auto const cover = scene.views.cover(scene.session, from);
    std::int64_t covered = 0, planned = 0;
    for (auto const room : rooms) {
        covered += cover->rooms[room.row()].covered() ? 1 : 0;
        planned += cover->rooms[room.row()].state == CoverState::planned ? 1 : 0;
    }
    std::vector<std::string> warnings;
    if (covered > 0) warnings.push_back(scene.words.plural("change.covered_already", covered));
    if (planned > 0) warnings.push_back(scene.words.plural("change.planned_already", planned));
    return warnings;
}

} // namespace

std::vector<ChangeLine> change_lines(Scene const& scene, OrderId order, engine::Difference const& difference)
{
    auto const& words = scene.words;
    std::vector<ChangeLine> lines;
    lines.push_back({ std::string { words("change.rooms_covered") },
        from_to(scene, difference.covered_before, difference.covered_after), Tone::covered });
    auto const of_order = std::ranges::find(difference.orders, order, &engine::OrderChange::order);
    if (of_order != difference.orders.end()) {
        lines.push_back(free_line(scene, *of_order));
        if (of_order->term_before != of_order->term_after && !of_order->term_after.empty())
            lines.push_back({ std::string { words("change.term") },
                words("change.term_value",
                    { { "start", words.short_date(of_order->term_after.from) },
                        { "end", words.short_date(of_order->term_after.to) } }),
                Tone::planned });
    }
    if (difference.warranties_extended > 0)
        lines.push_back({ std::string { words("change.warranties") },
            words.plural("change.devices", difference.warranties_extended), Tone::covered });
    if (!difference.clipped.empty())
        lines.push_back({ std::string { words("change.clipped") },
            words.plural("change.devices", std::ssize(difference.clipped)), Tone::ending });
    lines.push_back({ std::string { words("change.spares") },
        from_to(scene, difference.spares_before.earned, difference.spares_after.earned), Tone::neutral });
    return lines;
}

std::vector<std::string> change_warnings(Scene const& scene, OrderId order, Date from, std::vector<RoomId> const& rooms,
    engine::Difference const& difference)
{
    auto const& words = scene.words;
    auto warnings = double_cover(scene, from, rooms);
    auto const of_order = std::ranges::find(difference.orders, order, &engine::OrderChange::order);
    if (of_order != difference.orders.end() && of_order->term_after.from < of_order->term_before.from)
        warnings.push_back(words("change.starts_term",
            { { "order", scene.ledger().orders()[order].key }, { "start", words.short_date(of_order->term_after.from) },
                { "end", words.short_date(of_order->term_after.to) } }));
    for (std::size_t at = 0; at < std::min(difference.clipped.size(), most_devices_told); ++at)
        warnings.push_back(device_warning(scene, order, from, difference.clipped[at]));
    if (difference.clipped.size() > most_devices_told)
        warnings.push_back(words.plural(
            "change.more_clipped", std::ssize(difference.clipped) - static_cast<std::ptrdiff_t>(most_devices_told)));
    return warnings;
}

} // namespace keyrack::portal
