#pragma once
// What a question about a tenant answers; the test fails where it is refused.

#include "codec/catalogue_json.hpp"
#include "engine/question.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

#include <string_view>
#include <utility>
#include <variant>

namespace keyrack::test {

template <class Told>
Told told(Tenant const& tenant, engine::Question const& question, std::string_view day)
{
    auto answer = engine::verdict(tenant.ledger, tenant.catalogue(), question, date(day));
    REQUIRE(answer.has_value());
    return std::get<Told>(std::move(*answer));
}

// On the shipped catalogue, with nothing in it.
inline Tenant shipped_tenant()
{
    return Tenant { codec::shipped_catalogue() };
}

} // namespace keyrack::test
