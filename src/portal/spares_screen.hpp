#pragma once
// Maker of the spares screen's model.

#include "portal/scene.hpp"
#include "portal/spares_model.hpp"

namespace keyrack::portal {

[[nodiscard]] SparesModel spares_model(Scene const& scene, SparesRoute const& route);
// "courier.<site>.<code>": what a press on a site's choice records; nothing where it says so already.
[[nodiscard]] std::optional<engine::SetCourier> courier_of(Scene const& scene, std::string_view action);

} // namespace keyrack::portal
