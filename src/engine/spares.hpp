#pragma once
// Onsite spares: one for each full fifty Select licences bought and in force at the parent entity (R90–R92, D8, D9).

#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"
#include "engine/proof.hpp"

#include <cstdint>
#include <vector>

namespace keyrack::engine {

// The count of licences changes on these days only: purchases, cancellations, ends of term.
struct SpareStep
{
    Date on {};
    std::int64_t licences = 0; // in force from that day on
    std::int64_t entitled = 0;
    OrderId because; // the order that changed it
    bool operator==(SpareStep const&) const = default;
};

struct Spares
{
    std::int64_t licences = 0;          // in force on the day, whole tenant (one tenant is one parent entity, R48, R92)
    std::int64_t entitled = 0;          // by today's count
    std::int64_t earned = 0;            // ever earned and kept: stays while any contract is active (D8)
    std::int64_t above_entitlement = 0; // earned − entitled: for the success manager to review (D8)
    std::int64_t licences_to_next = 0;  // to the next threshold
    std::int64_t step = 0;              // from the threshold before it to that one
    std::vector<SpareStep> steps;       // up to and including the day
    bool operator==(Spares const&) const = default;

    // What is above entitlement is earned already, and not once more (D8).
    [[nodiscard]] std::int64_t to_earn_another() const { return licences_to_next + above_entitlement * step; }
    // … as the share that is there of the step to it, 0…1.
    [[nodiscard]] double share_of_another() const
    {
        auto const there = step - to_earn_another();
        return there > 0 ? static_cast<double>(there) / static_cast<double>(step) : 0;
    }
};

// Bought on or before the day, not cancelled by then, term not over: counts even before its term starts (D9).
[[nodiscard]] bool counts_for_spares(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, Date day);
[[nodiscard]] Spares spares_on(Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day);
// The proof of spares_on, for the drawer: count, threshold, what stays earned.
[[nodiscard]] Proof proof_of_spares(Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day);

} // namespace keyrack::engine
