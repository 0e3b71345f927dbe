#pragma once
// The assign screen: what you choose, and what changes before you commit.

#include "portal/assign_plan.hpp"
#include "portal/models.hpp"
#include "portal/scene.hpp"

namespace keyrack::portal {

// While something is carried, everything is as it would be were it let go.
[[nodiscard]] AssignModel assign_model(Scene const& scene, AssignRoute const& route, ChosenRooms const& chosen,
    std::optional<Carried> const& carried = {});
// What a difference says in figures (changes.cpp), for an order and its chosen rooms.
[[nodiscard]] std::vector<ChangeLine> change_lines(
    Scene const& scene, OrderId order, engine::Difference const& difference);
[[nodiscard]] std::vector<std::string> change_warnings(Scene const& scene, OrderId order, Date from,
    std::vector<RoomId> const& rooms, engine::Difference const& difference);

} // namespace keyrack::portal
