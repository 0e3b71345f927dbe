#pragma once
// Random tenants from a seed: lawful ones, made by commands as people give them, and unlawful ones, as files bring them.
// A failing test prints the seed; `KEYRACK_SEED=<seed> keyrack_tests "<name of the test>"` runs that one alone.

#include "support/tenant.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keyrack::test {

// A small generator whose numbers are the same everywhere (the standard's distributions are not).
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) { }

    [[nodiscard]] std::uint64_t next();
    // 0 … count − 1; count is not 0.
    [[nodiscard]] int below(int count);
    [[nodiscard]] bool one_in(int count) { return below(count) == 0; }

    template <class Value>
    [[nodiscard]] Value const& one_of(std::vector<Value> const& values)
    {
        return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
    }

private:
    std::uint64_t m_state;
};

struct Sizes
{
    int rooms = 8;
    int orders = 6;
    int devices = 10;
    int steps = 60; // assignments, ends, moves, cancellations that are tried
};

// A tenant whose random commands were tried one after another; those refused left nothing.
[[nodiscard]] Tenant random_tenant(std::uint64_t seed, engine::Manner manner, Sizes sizes = {});
// A command that may or may not be lawful in that tenant.
[[nodiscard]] engine::Command random_command(Tenant const& tenant, Random& random);
// So many days of the years in which a random tenant lives, those on which something changes above all.
[[nodiscard]] std::vector<Date> days_to_look_at(Tenant const& tenant, Random& random, int count);

// A moment of the day, on every third day; always the same.
[[nodiscard]] std::optional<Instant> moment_within(Date day);

// The seeds from 1 to `count`, or those in the environment: KEYRACK_SEED=17 or KEYRACK_SEED=1000-2000.
[[nodiscard]] std::vector<std::uint64_t> seeds(int count);
// Whether the environment chose them: one seed alone need not meet everything that a property looks for.
[[nodiscard]] bool replays();

} // namespace keyrack::test
