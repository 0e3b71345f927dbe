#pragma once
// Customer Success Services as data: the three tiers and what each gives, terms, phases, thresholds, and the parameters
// of a reinstatement, which the document leaves open. Support targets and calendars are not here.
// Source: the Customer Success Services document (R144–R171, R179–R195); decisions D12, D19, D23.

#include "catalogue/origin.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::catalogue {

// R146: cumulative; each gives all that the one before it gives.
enum class CssTier : std::uint8_t { select, priority, priority_plus };
inline constexpr std::array all_tiers { CssTier::select, CssTier::priority, CssTier::priority_plus };

// The rows of the document's table, R147–R149 and R152–R170.
enum class Benefit : std::uint8_t {
    software_updates,          // R147
    long_term_release,         // R148
    unlimited_support,         // R149
    platform_uptime,           // R152
    support_toolkit,           // R153
    app_layering,              // R154
    extended_support_option,   // R155: the option to buy, by a separate contract; some products are not eligible
    priority_queue,            // R156
    critical_situation,        // R157
    scheduled_support,         // R158
    root_cause_analysis,       // R159
    health_checks,             // R160
    environment_management,    // R161
    operational_review,        // R162
    e_learning,                // R163
    tech_edge,                 // R164
    installation_assistance,   // R165
    technical_account_manager, // R166
    success_planning,          // R167
    customer_success_manager,  // R168: not by the tier alone; its condition is a rule of its own
    customised_packages,       // R169
    executive_sponsor,         // R170
};
inline constexpr Benefit last_benefit = Benefit::executive_sponsor;
[[nodiscard]] std::string_view code(Benefit benefit); // "software_updates": as in files

// R145: how the document groups the benefits. Its table has a block for each, in another order; the blocks' own titles are
// lost in the text, what stands in them is not.
enum class Pillar : std::uint8_t { technical_support, expert_guidance, flexible_training, proactive_monitoring };
inline constexpr std::array all_pillars { Pillar::technical_support, Pillar::expert_guidance, Pillar::flexible_training,
    Pillar::proactive_monitoring };
[[nodiscard]] std::string_view code(Pillar pillar);

// What the numbers of a benefit say. given: 0 no, 1 yes; rank: 1 priority, 2 highest priority.
enum class BenefitUnit : std::uint8_t { given, rank, hours_a_year, tenths_of_percent };
[[nodiscard]] std::string_view code(BenefitUnit unit);

// What each tier gives; 0: nothing.
struct BenefitRow
{
    Benefit benefit {};
    Pillar pillar {};
    BenefitUnit unit {};
    std::int32_t select = 0, priority = 0, priority_plus = 0;
    Origin origin;
    bool operator==(BenefitRow const&) const = default;

    [[nodiscard]] std::int32_t at(CssTier tier) const
    {
        return std::array { select, priority, priority_plus }[static_cast<std::size_t>(tier)];
    }
};

// R190: normal and extended maintenance, then the end of life (R191). before: not released yet.
enum class Phase : std::uint8_t { before, normal, extended, end_of_life };

// R194, D19: empty as shipped; a tenant's operator sets them.
struct Reinstatement
{
    Parameter<std::optional<std::int64_t>> srp_percent;
    Parameter<std::optional<std::int64_t>> lapsed_amount_cents; // for the lapsed time
    Parameter<std::optional<std::int64_t>> reminder_fee_cents;
    bool operator==(Reinstatement const&) const = default;
};

struct Css
{
    std::string key;                            // "css"
    std::string name;                           // a proper name, the same in all languages
    Parameter<std::vector<std::int32_t>> years; // R189: terms that can be bought
    Parameter<std::vector<Phase>> phases;       // R190: in which it is available
    Parameter<std::int64_t> manager_dollars;    // R168: annual contract value from which Priority has the manager
    Parameter<std::int32_t> hours_reset_years;  // R158, D23: the pool begins anew after so many years
    Reinstatement reinstatement;
    std::vector<BenefitRow> benefits; // one a Benefit, in its order
    bool operator==(Css const&) const = default;

    [[nodiscard]] BenefitRow const& row(Benefit benefit) const { return benefits[static_cast<std::size_t>(benefit)]; }
    [[nodiscard]] bool sells(std::int32_t term_years) const;
    [[nodiscard]] bool serves(Phase phase) const;
};

} // namespace keyrack::catalogue
