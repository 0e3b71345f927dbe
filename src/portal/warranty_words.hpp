#pragma once
// How a device's warranty reads.

#include "engine/warranty.hpp"
#include "portal/models.hpp"
#include "portal/scene.hpp"

#include <string>

namespace keyrack::portal {

// "Extended", "Base warranty", "Capped", "Ended", "Unknown"
[[nodiscard]] Chip warranty_chip(Scene const& scene, engine::Warranty const& warranty);
// "Warranty to 2 Apr 2028"
[[nodiscard]] std::string warranty_text(Scene const& scene, engine::Warranty const& warranty);
// One sentence, where the dates alone do not explain the end.
[[nodiscard]] std::string warranty_why(
    Scene const& scene, engine::Device const& device, engine::Warranty const& warranty);

} // namespace keyrack::portal
