#pragma once
// Priority support for large user accounts: whose accounts are how large, which subscription an address belongs to, and
// which services it does not serve (R112–R127, D1).

#include "portal/blocks.hpp"
#include "portal/catalogue_model.hpp"
#include "portal/scene.hpp"

#include <optional>
#include <string>
#include <vector>

namespace keyrack::portal {

struct AccountDetail
{
    std::string title, second;
    Chip chip;
    std::vector<ActionLine> subscriptions; // each can be forgotten
    std::vector<ActionLine> regions;       // the class in each region, and why
};

struct LargeAccountsModel
{
    std::string second;              // "3 accounts · 5 subscriptions"
    std::string query;               // an e-mail address, a domain, a number: whom it belongs to
    std::string match, match_second; // what it leads to
    Chip match_chip;
    std::string match_fragment; // its account
    std::vector<ActionLine> accounts;
    std::vector<ActionLine> thresholds; // of each region
    CatalogueSection excluded;
    std::optional<AccountDetail> detail;
    bool none = false; // no subscription is recorded
};

[[nodiscard]] LargeAccountsModel large_accounts_model(Scene const& scene, LargeAccountsRoute const& route);

} // namespace keyrack::portal
