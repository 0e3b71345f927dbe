#pragma once
// The data screen: where the tenant is kept, what an import did, and the journal with its ways back.

#include "portal/care.hpp"
#include "portal/models.hpp"
#include "portal/portal.hpp"
#include "portal/report_model.hpp"
#include "portal/scene.hpp"

#include <optional>

namespace keyrack::portal {

[[nodiscard]] DataModel data_model(
    Scene const& scene, DataRoute const& route, Kept kept, std::optional<ImportResult> const& report, Care const& care);

// The command that takes the entry back now, or nothing where none does or it would be refused.
[[nodiscard]] std::optional<engine::Command> way_back(Session const& session, engine::Entry const& entry);

} // namespace keyrack::portal
