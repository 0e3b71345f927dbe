#pragma once
// Tenants with Customer Success Services, by commands, on the shipped catalogue.

#include "codec/catalogue_json.hpp"
#include "engine/compliance.hpp"
#include "support/tenant.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keyrack::test {

class CssTenant : public Tenant
{
public:
    // ORG-IDs "north" and "south" of the tenant itself; lines "apps" (cloud), "desktop" (perpetual) and "gate" (periodic).
    CssTenant() : Tenant(codec::shipped_catalogue())
    {
        using enum engine::LineKind;
        for (auto const* org : { "north", "south" }) apply(engine::AddOrgId { org, org, "", engine::OrgRegion::emea });
        apply(engine::AddProductLine { "apps", "Apps", cloud_subscription });
        apply(engine::AddProductLine { "desktop", "Desktop", perpetual });
        apply(engine::AddProductLine { "gate", "Gate", periodic });
    }

    CssTenant& licences(std::string_view key, std::string_view line, std::string_view org, int count,
        std::string_view acquired = "2026-01-01")
    {
        apply(engine::AddSoftwareLicences { std::string { key }, std::string { line }, std::string { org }, "",
            engine::LicencePricing::standard, count, date(acquired) });
        return *this;
    }
    CssTenant& covered(std::string_view contract, std::string_view line, std::string_view org, int quantity,
        catalogue::CssTier tier = catalogue::CssTier::select, std::string_view start = "2026-01-01", int years = 1,
        std::optional<std::int64_t> dollars = {})
    {
        apply(engine::BuyCoverage { std::string { contract }, tier, date(start), years,
            { { std::string { line }, std::string { org }, quantity, dollars } } });
        return *this;
    }
    CssTenant& retired(std::string_view key, int count, std::string_view on)
    {
        apply(engine::RetireLicences { std::string { key }, count, date(on) });
        return *this;
    }
    CssTenant& transferred(
        std::string_view key, std::string_view to, std::string_view becomes, int count, std::string_view on)
    {
        apply(engine::TransferLicences {
            std::string { key }, std::string { to }, std::string { becomes }, count, date(on) });
        return *this;
    }
    CssTenant& price(engine::SetCssPrice price, std::int64_t amount)
    {
        price.amount = amount;
        apply(price);
        return *this;
    }

    [[nodiscard]] ScopeId scope(std::string_view line, std::string_view org) const
    {
        return ledger.css().scope({ ledger.css().line(line), ledger.css().org(org) });
    }
    [[nodiscard]] engine::ScopeVerdict scope_on(
        std::string_view line, std::string_view org, std::string_view as_of) const
    {
        return engine::scope_verdict(ledger, catalogue(), scope(line, org), date(as_of));
    }
    [[nodiscard]] engine::TierVerdict tiers(std::string_view as_of) const
    {
        return engine::tier_verdict(ledger, catalogue(), AccountId::none(), date(as_of));
    }
    [[nodiscard]] engine::ManagerVerdict manager(std::string_view as_of) const
    {
        return engine::manager_verdict(ledger, catalogue(), AccountId::none(), date(as_of));
    }
    [[nodiscard]] engine::HoursPool hours(std::string_view contract, std::string_view as_of) const
    {
        return engine::hours_of(ledger, catalogue(), ledger.css().contract(contract), date(as_of));
    }
    [[nodiscard]] engine::ContractStatus contract(std::string_view key, std::string_view as_of) const
    {
        return engine::status_of(ledger, catalogue(), ledger.css().contract(key), date(as_of));
    }
    [[nodiscard]] std::vector<engine::Breach> breaches(std::string_view as_of) const
    {
        return engine::breaches_on(ledger, catalogue(), date(as_of));
    }
};

} // namespace keyrack::test
