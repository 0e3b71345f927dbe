#pragma once
// Questions on Customer Success Services: All-in and tier of an ORG-ID with the benefits that remain, and how a contract
// stands. question.hpp has them among all questions.

#include "engine/compliance.hpp"

#include <string>
#include <vector>

namespace keyrack::engine {

struct OrgQuestion // which product lines of the ORG-ID are served, by which tier, with what
{
    std::string org;
    bool operator==(OrgQuestion const&) const = default;
};

struct ContractQuestion // how the contract stands: term, manager, hours left, renewal, reinstatement
{
    std::string contract; // PO
    bool operator==(ContractQuestion const&) const = default;
};

// What breaches the rules, with what would cure it, cheapest first.
struct BreachAnswer
{
    Breach breach;
    Cost owed; // what the vendor may ask for besides suspending benefits (R184)
    std::vector<Remedy> remedies;
};

struct OrgAnswer
{
    OrgId org;
    TierVerdict tiers;                  // of its customer (R187)
    std::vector<ScopeVerdict> scopes;   // its product lines
    std::vector<BreachAnswer> breaches; // that touch it
};

struct ContractAnswer
{
    ContractId contract;
    ContractStatus status;
    HoursPool hours;
    ManagerVerdict manager;     // of its customer (R168)
    std::vector<Command> steps; // what would keep it in force, or bring it back (R193, R194)
};

} // namespace keyrack::engine
