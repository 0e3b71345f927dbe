#pragma once
// Entries of the journal about Customer Success Services, in words.

#include "engine/css_commands.hpp"
#include "portal/scene.hpp"

#include <string>

namespace keyrack::portal {

struct CssCommandText
{
    Scene const& css_scene;

    std::string operator()(engine::AddOrgId const& command) const;
    std::string operator()(engine::RemoveOrgId const& command) const;
    std::string operator()(engine::AddProductLine const& command) const;
    std::string operator()(engine::RemoveProductLine const& command) const;
    std::string operator()(engine::RemoveSoftwareLicences const& command) const;
    std::string operator()(engine::WithdrawTransfer const& command) const;
    std::string operator()(engine::BuyCoverage const& command) const;
    std::string operator()(engine::RemoveCoverage const& command) const;
    std::string operator()(engine::RenewContract const& command) const;
    std::string operator()(engine::ReinstateContract const& command) const;
    std::string operator()(engine::WithdrawHours const& command) const;
    std::string operator()(engine::SetLifecycle const& command) const;
    std::string operator()(engine::AddSoftwareLicences const& command) const;
    std::string operator()(engine::RetireLicences const& command) const;
    std::string operator()(engine::TransferLicences const& command) const;
    std::string operator()(engine::UpgradeTier const& command) const;
    std::string operator()(engine::WithdrawUpgrade const& command) const;
    std::string operator()(engine::UseHours const& command) const;
    std::string operator()(engine::SetCssPrice const& command) const;
};

} // namespace keyrack::portal
