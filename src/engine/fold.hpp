#pragma once
// fold(ledger, entry) → applied | rejected: decide says what a command would change and touches nothing; apply changes.
// Between the two stands the store: what is decided is written first, then applied, so memory never runs ahead of disk.

#include "catalogue/catalogue.hpp"
#include "engine/command.hpp"
#include "engine/denial.hpp"
#include "engine/ledger.hpp"

#include <expected>
#include <vector>

namespace keyrack::engine {

// live: a person's command, any denial rejects it. history: a row of a file; business denials become flags (denial.hpp).
enum class Manner { live, history };

struct Decision
{
    std::vector<Change> changes;
    std::vector<Denial> flags; // live: warnings alone
    bool operator==(Decision const&) const = default;
};

// Pure and total. `entry` is the journal entry that the changes will bear.
[[nodiscard]] std::expected<Decision, Denial> decide(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Command const& command, EntryId entry, Manner manner);

// decide, then apply. The flags, or why not.
[[nodiscard]] std::expected<std::vector<Denial>, Denial> fold(
    Ledger& ledger, catalogue::Catalogue const& catalogue, Command const& command, EntryId entry, Manner manner);

} // namespace keyrack::engine
