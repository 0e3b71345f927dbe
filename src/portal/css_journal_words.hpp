#pragma once
// Commands in words, as the journal tells them or as proposals; here those of Customer Success Services.

#include "engine/css_commands.hpp"
#include "portal/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace keyrack::portal {

enum class Telling { done, to_do };

// Each text of the journal has its twin that proposes: the same key under `proposal`, with the same arguments.
struct CommandWords
{
    Words const& words;
    Telling telling = Telling::done;

    [[nodiscard]] std::string operator()(std::string_view key, Arguments arguments = {}) const;
    [[nodiscard]] std::string plural(std::string_view key, std::int64_t count, Arguments arguments = {}) const;
};

struct CssCommandText
{
    Words const& words;
    CommandWords tell;

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
