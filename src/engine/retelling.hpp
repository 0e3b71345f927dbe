#pragma once
// A ledger told again: the commands that lead from an opened, empty tenant to the same standing rows, in one order that
// depends on the ledger alone. What they lead to is told in the same words, so a file made of them is the same file again.
// Left out is the history: who entered what when, what was taken back, and why a ticket's severity was decided where the
// facts behind it have changed since (docs/exchange.md says it all).

#include "catalogue/catalogue.hpp"
#include "engine/command.hpp"
#include "engine/ledger.hpp"

#include <vector>

namespace keyrack::engine {

struct Retelling
{
    std::vector<AddAccount> accounts; // parents first
    std::vector<PlaceOrder> orders;   // those that no service order brings
    std::vector<AddRoom> rooms;
    std::vector<Assign> assignments; // of those orders, one pair each, by their first day
    std::vector<AddDevice> devices;  // where they stood first
    std::vector<Command> commands;   // everything else, after all of these and in this order
    bool operator==(Retelling const&) const = default;
};

// `years`: the base warranty that an import sets in a tenant that has none (codec/tenant_import.hpp).
[[nodiscard]] Retelling retold(Ledger const& ledger, catalogue::Catalogue const& catalogue, std::int32_t years);

} // namespace keyrack::engine
