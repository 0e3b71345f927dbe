#include "catalogue/css.hpp"

#include <algorithm>

namespace keyrack::catalogue {

std::string_view code(Benefit benefit)
{
    static constexpr std::array<std::string_view, 22> codes { "software_updates", "long_term_release",
        "unlimited_support", "platform_uptime", "support_toolkit", "app_layering", "extended_support_option",
        "priority_queue", "critical_situation", "scheduled_support", "root_cause_analysis", "health_checks",
        "environment_management", "operational_review", "e_learning", "tech_edge", "installation_assistance",
        "technical_account_manager", "success_planning", "customer_success_manager", "customised_packages",
        "executive_sponsor" };
    static_assert(codes.size() == static_cast<std::size_t>(last_benefit) + 1);
    return codes[static_cast<std::size_t>(benefit)];
}

std::string_view code(Pillar pillar)
{
    static constexpr std::array<std::string_view, all_pillars.size()> codes { "technical_support", "expert_guidance",
        "flexible_training", "proactive_monitoring" };
    return codes[static_cast<std::size_t>(pillar)];
}

std::string_view code(BenefitUnit unit)
{
    static constexpr std::array<std::string_view, 4> codes { "given", "rank", "hours_a_year", "tenths_of_percent" };
    return codes[static_cast<std::size_t>(unit)];
}

bool Css::sells(std::int32_t term_years) const
{
    return std::ranges::find(years.value, term_years) != years.value.end();
}

bool Css::serves(Phase phase) const
{
    return std::ranges::find(phases.value, phase) != phases.value.end();
}

} // namespace keyrack::catalogue
