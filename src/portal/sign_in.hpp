#pragma once
// A company's own sign-in (R72), where it has set one up: who may act then is whom the issuer vouches for. Without one,
// somebody says who they are on this device, which is weaker.

#include "engine/setup_commands.hpp"
#include "portal/dialog.hpp"
#include "portal/people_model.hpp"
#include "portal/portal.hpp"

#include <optional>

namespace keyrack::portal {

// Nothing: the tenant has none.
[[nodiscard]] std::optional<engine::SignInSetup> sign_in_setup(engine::Ledger const& ledger);
// The address that the tenant's own issuer vouches for, as the ledger writes addresses; empty: it vouches for none.
[[nodiscard]] std::string vouched_address(engine::Ledger const& ledger, Identity const* identity);

// Whoever sets a sign-in up goes on acting on their device until somebody has signed in by it: an issuer that is
// written wrongly locks nobody out. Empty: it was not set up here, or somebody has.
[[nodiscard]] std::string who_set_up(Environment const& environment, std::string const& slug);
// Empty: nobody any more.
[[nodiscard]] Remember remember_who_set_up(Environment& environment, std::string const& slug, std::string email);

// "You act as …", "Nobody is signed in", and what to press.
[[nodiscard]] ActingCard acting_card(Scene const& scene);
void add_signing_in(Scene const& scene, PeopleModel& model);

[[nodiscard]] engine::Command set_sign_in(Scene const& scene, DialogState const& dialog, FieldErrors& errors);

} // namespace keyrack::portal
