#pragma once
// Answers on Customer Success Services: All-in and tier of an ORG-ID and the benefits that remain; how a contract stands,
// its hours, its manager, what a reinstatement would cost. Each with its proof.

#include "engine/css_rules.hpp"
#include "engine/verdict.hpp"

#include <optional>
#include <string>
#include <vector>

namespace keyrack::engine {

// Cents, where every price that it needs is set; the prices that are missing otherwise (D19). Nothing is guessed.
struct Cost
{
    std::optional<std::int64_t> cents;
    std::vector<SetCssPrice> missing; // without an amount: what to set
    bool operator==(Cost const&) const = default;
};

struct BenefitOnDay
{
    catalogue::Benefit benefit {};
    std::int64_t value = 0; // as the catalogue's unit says; 0: not given
    bool operator==(BenefitOnDay const&) const = default;
};

struct ScopeVerdict
{
    ScopeId scope;
    ScopeOnDay on;
    Holds answer = Holds::no;           // served: active CSS for all of it
    std::vector<BenefitOnDay> benefits; // those that remain
    std::vector<Proof> proof;
    bool operator==(ScopeVerdict const&) const = default;
};
[[nodiscard]] ScopeVerdict scope_verdict(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, ScopeId scope, Date as_of);

// R187, R188: the tiers of a customer.
struct TierVerdict
{
    AccountId customer;
    TierOnDay on;
    std::vector<Proof> proof;
    bool operator==(TierVerdict const&) const = default;
};
[[nodiscard]] TierVerdict tier_verdict(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, AccountId customer, Date as_of);

// R168, D16.
struct ManagerVerdict
{
    Holds answer = Holds::no;
    std::int64_t annual_dollars = 0; // of contracts in force, as far as known
    std::int64_t lines_without_value = 0;
    std::vector<Proof> proof;
    bool operator==(ManagerVerdict const&) const = default;
};
[[nodiscard]] ManagerVerdict manager_verdict(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, AccountId customer, Date as_of);

// R158, D23: hours of the contract year that holds the day. What is left at its end lapses.
struct HoursPool
{
    bool in_force = false;
    Holds answer = Holds::no; // some are left
    Period year;
    std::int64_t hours = 0, used = 0, left = 0;
    std::vector<Proof> proof;
    bool operator==(HoursPool const&) const = default;
};
[[nodiscard]] HoursPool hours_of(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, ContractId contract, Date as_of);

// R193, R194.
enum class ContractState { not_started, active, reinstated, renewed, renewed_late, lapsed };
[[nodiscard]] std::string_view code(ContractState state);

struct ContractStatus
{
    ContractState state {};
    Period term;
    catalogue::CssTier tier {};
    ContractId successor;
    std::optional<Date> renewable_until; // the last day on which it is renewed without lapse
    std::optional<Cost> reinstatement;   // lapsed: what R194 makes of it
    std::vector<Proof> proof;
    bool operator==(ContractStatus const&) const = default;
};
[[nodiscard]] ContractStatus status_of(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, ContractId contract, Date as_of);

// R190, R191.
struct VersionVerdict
{
    VersionId version;
    catalogue::Phase phase {};
    Holds answer = Holds::no;
    std::vector<Proof> proof;
    bool operator==(VersionVerdict const&) const = default;
};
[[nodiscard]] VersionVerdict version_verdict(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, VersionId version, Date as_of);

// Every scope on a day, by the same rules without a witness.
[[nodiscard]] std::vector<ScopeOnDay> scopes_on(Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day);

} // namespace keyrack::engine
