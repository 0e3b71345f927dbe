#include "portal/assign_plan.hpp"

#include "portal/orders_model.hpp"
#include "portal/rooms_model.hpp"
#include "portal/word_search.hpp"

#include <algorithm>

namespace keyrack::portal {

Date assign_from(Scene const& scene, AssignRoute const& route)
{
    return route.from.value_or(scene.day());
}

std::vector<OrderId> orders_to_assign(Scene const& scene, Date from)
{
    auto const statuses = scene.views.orders(scene.session, from);
    auto const& orders = scene.ledger().orders();
    std::vector<OrderId> offered;
    for (std::uint32_t row = 0; row < statuses->size(); ++row) {
        auto const id = OrderId::of_row(row);
        bool const bought = stands(scene.ledger(), id) && orders[id].purchased_on <= from;
        if (bought && from < end_of(orders[id], (*statuses)[row])) offered.push_back(id);
    }
    // Those with nothing left stay in sight, at the end.
    std::ranges::stable_sort(offered, [&](OrderId a, OrderId b) {
        auto const key = [&](OrderId id) {
            auto const& status = (*statuses)[id.row()];
            return std::pair { status.free == 0, -days_since_epoch(end_of(orders[id], status)) };
        };
        return key(a) < key(b);
    });
    return offered;
}

OrderId chosen_order(Scene const& scene, AssignRoute const& route, std::vector<OrderId> const& offered)
{
    auto const named = scene.ledger().order(route.order);
    if (std::ranges::find(offered, named) != offered.end()) return named;
    if (offered.empty()) return OrderId::none();
    auto const statuses = scene.views.orders(scene.session, assign_from(scene, route));
    return (*statuses)[offered.front().row()].free > 0 ? offered.front() : OrderId::none();
}

std::shared_ptr<std::vector<RoomId> const> rooms_to_assign(
    Scene const& scene, AssignRoute const& route, ChosenRooms const& chosen)
{
    auto const from = assign_from(scene, route);
    auto const open = scene.views.open_rooms(scene.session, from);
    auto const cover = scene.views.cover(scene.session, from);
    bool const searched = !search_words(route.query).empty();
    auto const is_covered = [&](RoomId room) { return cover->rooms[room.row()].covered(); };
    if (!searched && std::ranges::none_of(chosen.rooms(), is_covered)) return open;

    auto const found =
        searched ? scene.views.place_texts(scene.session, from)->matches(route.query) : Found(cover->rooms.size(), 1);
    std::vector<RoomId> rooms;
    for (auto const row : scene.views.places(scene.session, from)->by_name()) {
        auto const id = RoomId::of_row(row);
        if (found[row] != 0 && (!is_covered(id) || chosen.contains(id))) rooms.push_back(id);
    }
    return std::make_shared<std::vector<RoomId> const>(std::move(rooms));
}

std::vector<RoomId> standing_rooms(Scene const& scene, ChosenRooms const& chosen)
{
    auto const places = scene.views.places(scene.session, scene.day());
    std::vector<RoomId> rooms;
    for (auto const id : chosen.rooms())
        if (stands(scene.ledger(), id)) rooms.push_back(id);
    std::ranges::sort(rooms, {}, [&](RoomId id) { return places->name_rank(id.row()); });
    return rooms;
}

std::optional<engine::Denial> objection_to(Scene const& scene, OrderId order, RoomId room, Date from)
{
    auto const command = assign_command(scene, order, { room }, from);
    return command ? scene.session.refusal_of(*command) : std::nullopt;
}

Objections::Objections(Scene const& scene, OrderId order, Date from) : m_scene(scene), m_from(from)
{
    auto const numbers = engine::free_licences(scene.ledger(), scene.catalogue(), order, from, 1);
    if (!numbers.empty()) m_licence = { scene.ledger().orders()[order].key, numbers.front() };
}

bool Objections::object_to(RoomId room)
{
    auto const asked = engine::asked_of(m_scene.ledger(), room);
    if (!asked) return is_refused(room);
    auto const [known, fresh] = m_known.try_emplace(*asked);
    if (fresh) known->second = is_refused(room);
    return known->second;
}

bool Objections::is_refused(RoomId room) const
{
    if (!m_licence) return false;
    engine::Assign const command { .pairs = { { *m_licence, m_scene.ledger().rooms()[room].key } }, .from = m_from };
    return m_scene.session.refusal_of(command).has_value();
}

bool can_take(Scene const& scene, OrderId order, RoomId room, Date from)
{
    auto const command = assign_command(scene, order, { room }, from);
    return command && !scene.session.refusal_of(*command);
}

std::optional<engine::Assign> assign_command(
    Scene const& scene, OrderId order, std::vector<RoomId> const& rooms, Date from)
{
    auto const numbers = engine::free_licences(scene.ledger(), scene.catalogue(), order, from, rooms.size());
    if (numbers.size() < rooms.size()) return {};
    auto const& key = scene.ledger().orders()[order].key;
    engine::Assign command { .pairs = {}, .from = from };
    for (std::size_t at = 0; at < rooms.size(); ++at)
        command.pairs.push_back({ { key, numbers[at] }, scene.ledger().rooms()[rooms[at]].key });
    return command;
}

} // namespace keyrack::portal
