#pragma once
// Where one can go in a tenant: the screens in their order and groups, each with its address and what asks for attention.

#include "portal/models.hpp"
#include "portal/scene.hpp"

#include <string_view>
#include <vector>

namespace keyrack::portal {

// Its name in the language files: "screen.rooms".
[[nodiscard]] std::string_view screen_key(ScreenKind kind);
[[nodiscard]] std::vector<NavigationItem> navigation(Scene const& scene);

} // namespace keyrack::portal
