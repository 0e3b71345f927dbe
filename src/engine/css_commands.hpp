#pragma once
// The commands of Customer Success Services. As all commands they name things by keys.

#include "engine/css_rows.hpp"

#include <string>
#include <vector>

namespace keyrack::engine {

struct AddOrgId // R23, D14
{
    std::string org, name;
    std::string account; // key, or empty: the tenant itself is the customer
    OrgRegion region = OrgRegion::emea;
    bool operator==(AddOrgId const&) const = default;
};

struct RemoveOrgId // takes back AddOrgId while nothing depends on it
{
    std::string org;
    bool operator==(RemoveOrgId const&) const = default;
};

struct AddProductLine // R24
{
    std::string product_line, name;
    LineKind kind = LineKind::cloud_subscription;
    bool operator==(AddProductLine const&) const = default;
};

struct RemoveProductLine
{
    std::string product_line;
    bool operator==(RemoveProductLine const&) const = default;
};

struct AddSoftwareLicences
{
    std::string licences; // the key of this lot
    std::string product_line, org;
    std::string edition; // may be empty
    LicencePricing pricing = LicencePricing::standard;
    std::int32_t count = 0;
    Date acquired_on {};
    std::optional<Instant> at {}; // of each `at`: when it was done, where that is on the day; clocks count from then on
    bool operator==(AddSoftwareLicences const&) const = default;
};

struct RemoveSoftwareLicences // takes back AddSoftwareLicences, for licences that were never there
{
    std::string licences;
    bool operator==(RemoveSoftwareLicences const&) const = default;
};

struct RetireLicences // R181: permanent, nothing takes it back
{
    std::string licences;
    std::int32_t count = 0;
    Date on {};
    std::optional<Instant> at {};
    bool operator==(RetireLicences const&) const = default;
};

struct TransferLicences // to another ORG-ID (R182)
{
    std::string licences;
    std::string to_org;
    std::string becomes; // the key of the lot there
    std::int32_t count = 0;
    Date on {};
    std::optional<Instant> at {};
    bool operator==(TransferLicences const&) const = default;
};

struct WithdrawTransfer
{
    std::string licences, becomes;
    bool operator==(WithdrawTransfer const&) const = default;
};

struct CoverageLine
{
    std::string product_line, org;
    std::int32_t quantity = 0;
    std::optional<std::int64_t> annual_dollars;
    bool operator==(CoverageLine const&) const = default;
};

struct BuyCoverage // R189
{
    std::string contract; // PO
    catalogue::CssTier tier = catalogue::CssTier::select;
    Date start {};
    std::int32_t years = 0;
    std::vector<CoverageLine> lines;
    std::optional<Instant> at {};
    bool operator==(BuyCoverage const&) const = default;
};

struct RemoveCoverage // takes back BuyCoverage, RenewContract and ReinstateContract while nothing depends on it
{
    std::string contract;
    bool operator==(RemoveCoverage const&) const = default;
};

struct UpgradeTier // R186: of all contracts in force, so that none is left below
{
    std::vector<std::string> contracts;
    catalogue::CssTier tier = catalogue::CssTier::priority;
    Date from {};
    std::optional<Instant> at {};
    bool operator==(UpgradeTier const&) const = default;
};

struct WithdrawUpgrade
{
    std::vector<std::string> contracts;
    Date from {};
    bool operator==(WithdrawUpgrade const&) const = default;
};

struct RenewContract // in time: the next term follows on the last day of this one
{
    std::string contract;
    std::string renewal; // PO of the next term
    std::int32_t years = 0;
    Date on {};                      // the day on which it is renewed
    std::vector<CoverageLine> lines; // none: as before
    bool operator==(RenewContract const&) const = default;
};

struct ReinstateContract // R193, R194: after it has expired; the new term begins on that day
{
    std::string contract;
    std::string reinstatement;
    std::int32_t years = 0;
    Date on {};
    std::vector<CoverageLine> lines;
    std::optional<Instant> at {};
    bool operator==(ReinstateContract const&) const = default;
};

struct UseHours // R158
{
    std::string contract;
    std::string use; // key
    std::int32_t hours = 0;
    Date on {};
    ChangeEvent event = ChangeEvent::implementation;
    bool operator==(UseHours const&) const = default;
};

struct WithdrawHours
{
    std::string use;
    bool operator==(WithdrawHours const&) const = default;
};

struct Lifecycle
{
    std::optional<Date> normal_from, extended_from, end_of_life;
    bool operator==(Lifecycle const&) const = default;
};

struct SetLifecycle // R190, R191
{
    std::string product_line, version;
    Lifecycle expects, dates;
    bool operator==(SetLifecycle const&) const = default;
};

struct SetCssPrice // R192, R194, D19: what the documents leave to the operator
{
    CssPriceKind price = CssPriceKind::coverage;
    std::string product_line; // empty for the parameters of a reinstatement
    std::string edition;
    LicencePricing pricing = LicencePricing::standard;
    catalogue::CssTier tier = catalogue::CssTier::select;
    std::int32_t years = 0;
    std::optional<std::int64_t> expects, amount; // cents, or percent; nothing: not set
    bool operator==(SetCssPrice const&) const = default;
};

} // namespace keyrack::engine
