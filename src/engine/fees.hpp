#pragma once
// What commands cost, from the prices that the tenant's operator set (R192, R194, D19). What has no price is named, never
// guessed: no document gives one for the programmes of rooms.

#include "engine/command.hpp"
#include "engine/css_verdict.hpp"

#include <cstdint>
#include <vector>

namespace keyrack::engine {

struct Fees
{
    std::int64_t cents = 0;                 // of what has its prices
    std::vector<SetCssPrice> missing;       // without an amount: what could be set, each once
    std::vector<ProgrammeId> without_price; // bought, and never priced, each once
    bool operator==(Fees const&) const = default;

    // Nothing is left out of `cents`.
    [[nodiscard]] bool complete() const { return missing.empty() && without_price.empty(); }
};

// Adds what the command costs; `ledger` is as the command finds it.
void add_fees(Ledger const& ledger, catalogue::Catalogue const& catalogue, Command const& command, Fees& fees);

} // namespace keyrack::engine
