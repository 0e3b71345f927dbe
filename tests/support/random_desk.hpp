#pragma once
// Random tenants that have everything: besides rooms and licences also accounts, service orders, people, Customer Success
// Services, subscriptions, tickets and what the operator sets. On the shipped catalogue, from a seed.

#include "support/random_tenant.hpp"

namespace keyrack::test {

// A command on a few things of each kind, so that most find what they name; it may or may not be lawful.
[[nodiscard]] engine::Command random_desk_command(Tenant const& tenant, Random& random);
// So many commands tried one after another in that manner; those refused left nothing.
[[nodiscard]] Tenant random_desk(std::uint64_t seed, engine::Manner manner, int steps);

} // namespace keyrack::test
