#pragma once
// Rooms to orders with so many free licences each: the most that such a plan can be worth. Knows nothing of either: takers
// and places with capacities, and what each pair is worth.

#include "engine/plan.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace keyrack::engine {

// What a taker and a place are worth to each other; nothing where the two do not fit. What fits is worth something.
struct Offers
{
    std::size_t takers = 0;
    std::vector<std::int64_t> capacities; // by place
    std::function<std::optional<Worth>(std::size_t taker, std::size_t place)> worth;

    [[nodiscard]] std::size_t places() const { return capacities.size(); }
};

inline constexpr std::size_t no_place = static_cast<std::size_t>(-1);
// By taker; no_place where it gets none.
using Matching = std::vector<std::size_t>;

// Worth more than any other, or as much. Takes the time of takers × places² (and, once each, × places × the logarithm of the
// takers) and the memory of takers × places.
[[nodiscard]] Matching best_matching(Offers const& offers);

// What the pairs are worth at best: all that a bound and a quick matching need to know of them beforehand. To find out the
// worth of a pair costs more than anything that is done with it.
struct BestPairs
{
    std::vector<std::optional<Worth>> of_places; // nothing where nobody fits
    Worth of_takers;                             // their sum
};
[[nodiscard]] BestPairs best_pairs(Offers const& offers);

// A good one, quickly: places in the order of their best pair, each to those that gain most.
[[nodiscard]] Matching quick_matching(Offers const& offers, BestPairs const& best);

[[nodiscard]] Worth worth_of(Offers const& offers, Matching const& matching);
// No matching is worth more.
[[nodiscard]] Worth bound_of(Offers const& offers, BestPairs const& best);

} // namespace keyrack::engine
