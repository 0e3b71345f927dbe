#pragma once
// B7: what breaches the compliance rules of Customer Success Services on a day (R180, R182, R186–R188, R193), what it
// costs, and what would cure it: retire, buy, upgrade, reinstate, each as commands that can be run, cheapest first.

#include "engine/css_verdict.hpp"

#include <vector>

namespace keyrack::engine {

enum class BreachKind {
    all_in,  // R180: part of a scope's licences is covered, part is not
    evasion, // R182: a scope is whole only because licences were moved to where they lie without CSS
    tiers,   // R186, R187: a customer's contracts are of more than one tier; support is at the lowest (R188)
    lapsed,  // R193: a contract expired, was not renewed, and its licences are still held
};
[[nodiscard]] std::string_view code(BreachKind kind);

// What is breached. Ids of the ledger, and of any that follows from it.
struct Breach
{
    BreachKind kind {};
    ScopeId scope;             // all_in, evasion
    AccountId customer;        // tiers; none(): the tenant itself
    ContractId contract;       // lapsed
    std::int64_t licences = 0; // that are at stake: not covered, or moved
    bool operator==(Breach const&) const = default;

    // The same matter, whatever its size.
    [[nodiscard]] bool same_as(Breach const& other) const
    {
        return kind == other.kind && scope == other.scope && customer == other.customer && contract == other.contract;
    }
};

// In the order of kinds, then of rows.
[[nodiscard]] std::vector<Breach> breaches_on(Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day);
[[nodiscard]] std::vector<Proof> proof_of(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Breach const& breach, Date day);

enum class RemedyKind {
    buy,       // coverage for what has none
    upgrade,   // all contracts to the highest tier (R186)
    renew,     // the contract, on its last day (R193)
    reinstate, // the expired contract (R194)
    retire,    // permanently, what has no coverage (R181): costs nothing and cannot be taken back
};
[[nodiscard]] std::string_view code(RemedyKind kind);

// Applying all steps ends the breach; leaving one out does not.
struct Remedy
{
    RemedyKind kind {};
    std::vector<Command> steps;
    Cost cost;
    bool operator==(Remedy const&) const = default;
};
// How many licences its steps buy coverage for or retire; 0 where they are about contracts.
[[nodiscard]] std::int64_t licences_of(Remedy const& remedy);
// Cheapest first; those whose prices are not set come last and say what is missing.
[[nodiscard]] std::vector<Remedy> remedies(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Breach const& breach, Date day);

// What would cover the whole scope from that day on: so many licences as lack coverage, one where none does, for the
// shortest term and at the customer's own tier (R186). Its number is one that no contract has.
[[nodiscard]] BuyCoverage coverage_missing(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, ScopeId scope, Date day);

// What the vendor may ask for (R184, R194), with benefits suspended besides: fees underpaid, or a reinstatement.
[[nodiscard]] Cost owed(Ledger const& ledger, catalogue::Catalogue const& catalogue, Breach const& breach, Date day);

// Before the click: what is breached now and what would be after the commands.
struct Compliance
{
    std::vector<Breach> before, after;
    bool operator==(Compliance const&) const = default;

    // Breaches that the commands bring or make worse.
    [[nodiscard]] std::vector<Breach> brought() const;
};

} // namespace keyrack::engine
