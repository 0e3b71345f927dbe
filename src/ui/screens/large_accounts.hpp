#pragma once
// Priority support for large user accounts: classes, subscriptions, and whom an address belongs to.

#include "portal/large_accounts_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents large_accounts_screen(
    Frame& f, Rect area, portal::LargeAccountsModel const& model, portal::Words const& words);

} // namespace keyrack::ui
