#include "portal/guide_route.hpp"

#include "portal/route_parts.hpp"

#include <algorithm>
#include <array>

namespace keyrack::portal {

namespace {

constexpr std::array<std::string_view, 5> parts { "programmes", "rules", "products", "parameters", "support" };

} // namespace

ScreenAddress address_of(LargeAccountsRoute const& route)
{
    return { "large-accounts", route.account, { { "q", route.query } } };
}

ScreenAddress address_of(CatalogueRoute const& route)
{
    auto const part = parts[static_cast<std::size_t>(route.part)];
    return { "catalogue", route.part == CataloguePart::programmes ? std::string {} : std::string { part },
        { { "q", route.query } } };
}

ScreenAddress address_of(SettingsRoute const&)
{
    return { "settings", {}, {} };
}

ScreenAddress address_of(WhatIfRoute const&)
{
    return { "what-if", {}, {} };
}

LargeAccountsRoute large_accounts_route(std::string key, Parameters const& parameters)
{
    return { std::move(key), value(parameters, "q") };
}

CatalogueRoute catalogue_route(std::string_view part, Parameters const& parameters)
{
    auto const found = std::ranges::find(parts, part);
    auto const place = found == parts.end() ? 0 : found - parts.begin();
    return { static_cast<CataloguePart>(place), value(parameters, "q") };
}

} // namespace keyrack::portal
