#pragma once
// Addresses of what is looked up, set up and tried out.
//
//     /t/<slug>/large-accounts/<account>?q=x%40y.example      /t/<slug>/catalogue      /t/<slug>/catalogue/rules?q=R39
//     /t/<slug>/settings      /t/<slug>/what-if

#include "portal/screen_address.hpp"

#include <string>

namespace keyrack::portal {

struct LargeAccountsRoute
{
    std::string account {}; // key of the open one, or empty
    std::string query {};
    bool operator==(LargeAccountsRoute const&) const = default;
};

enum class CataloguePart { programmes, rules, products, parameters, support };

struct CatalogueRoute
{
    CataloguePart part = CataloguePart::programmes;
    std::string query {};
    bool operator==(CatalogueRoute const&) const = default;
};

struct SettingsRoute
{
    bool operator==(SettingsRoute const&) const = default;
};

struct WhatIfRoute
{
    bool operator==(WhatIfRoute const&) const = default;
};

[[nodiscard]] ScreenAddress address_of(LargeAccountsRoute const& route);
[[nodiscard]] ScreenAddress address_of(CatalogueRoute const& route);
[[nodiscard]] ScreenAddress address_of(SettingsRoute const& route);
[[nodiscard]] ScreenAddress address_of(WhatIfRoute const& route);
[[nodiscard]] LargeAccountsRoute large_accounts_route(std::string key, Parameters const& parameters);
[[nodiscard]] CatalogueRoute catalogue_route(std::string_view part, Parameters const& parameters);

} // namespace keyrack::portal
