#pragma once
// Which rooms get which licences: what the assign screen offers, previews and commits.

#include "engine/assigning.hpp"
#include "engine/command.hpp"
#include "portal/room_set.hpp"
#include "portal/scene.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace keyrack::portal {

using ChosenRooms = RoomSet;

// Everything on the screen is about the day from which the licences shall serve.
[[nodiscard]] Date assign_from(Scene const& scene, AssignRoute const& route);

// The orders whose licences may be chosen on that day, those that cover longest first; none that is over.
[[nodiscard]] std::vector<OrderId> orders_to_assign(Scene const& scene, Date from);
// The order of the address where it is offered, otherwise the first that has free licences; none() where none has.
[[nodiscard]] OrderId chosen_order(Scene const& scene, AssignRoute const& route, std::vector<OrderId> const& offered);

// Rooms without cover on that day and rooms that are chosen already, by name, as far as the query finds them.
[[nodiscard]] std::shared_ptr<std::vector<RoomId> const> rooms_to_assign(
    Scene const& scene, AssignRoute const& route, ChosenRooms const& chosen);
// Chosen rooms that stand, by name.
[[nodiscard]] std::vector<RoomId> standing_rooms(Scene const& scene, ChosenRooms const& chosen);

// Why the order's licences cannot be assigned to the room on that day.
[[nodiscard]] std::optional<engine::Denial> objection_to(Scene const& scene, OrderId order, RoomId room, Date from);

// The same of many rooms: those that are refused alike are asked once.
class Objections
{
public:
    Objections(Scene const& scene, OrderId order, Date from);
    [[nodiscard]] bool object_to(RoomId room);

private:
    [[nodiscard]] bool is_refused(RoomId room) const;

    Scene const& m_scene;
    std::optional<engine::LicenceKey> m_licence; // any that is free: which one makes no difference to a room
    Date m_from;
    std::map<engine::AskedOfRoom, bool> m_known;
};

// Of more rooms at once the ways past a refusal are not sought: each is tried with all of them.
inline constexpr std::size_t most_pairs_with_ways = 100;

// Nothing objects, and a licence is free.
[[nodiscard]] bool can_take(Scene const& scene, OrderId order, RoomId room, Date from);

// The rooms with the order's free licences in the order of their numbers; nothing where there are too few.
[[nodiscard]] std::optional<engine::Assign> assign_command(
    Scene const& scene, OrderId order, std::vector<RoomId> const& rooms, Date from);

} // namespace keyrack::portal
