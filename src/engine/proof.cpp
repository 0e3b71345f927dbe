#include "engine/proof.hpp"

#include "engine/witness.hpp"

#include <array>

namespace keyrack::engine {

namespace {

using namespace std::string_view_literals;

struct Named
{
    std::string_view code;
    std::array<std::string_view, 4> citations {};
    std::size_t count = 0;
};

template <class... Citation>
constexpr Named named(std::string_view code, Citation... citation)
{
    return { code, { citation... }, sizeof...(citation) };
}

constexpr std::array rules {
    named("room_has_active_licence", "R76"sv, "R77"sv, "R110"sv, "R111"sv),
    named("licence_is_assigned", "R76"sv, "R77"sv, "R81"sv),
    named("order_in_force", "R39"sv, "R40"sv, "R41"sv, "R42"sv),
    named("term_has_started", "R39"sv, "D3"sv, "D4"sv),
    named("term_has_not_ended", "R37"sv, "R38"sv, "R40"sv, "R41"sv),
    named("order_is_not_cancelled", "R42"sv, "D5"sv, "D18"sv),
    named("room_is_in_sync", "R79"sv, "R101"sv, "R110"sv),
    named("programme_gives_feature", "R101"sv, "R102"sv, "R107"sv, "R108"sv),
    named("warranty_base", "D6"sv),
    named("warranty_extension", "R87"sv),
    named("warranty_cap", "R88"sv, "D6"sv),
    named("spares_count", "R90"sv, "R92"sv, "D9"sv),
    named("spares_threshold", "R90"sv, "R91"sv),
    named("spare_stays_earned", "D8"sv),
    named("order_can_be_cancelled", "R42"sv, "D5"sv),
    named("licence_is_free", "D18"sv),
    named("css_all_in", "R179"sv, "R180"sv, "D13"sv),
    named("css_contract_in_force", "R189"sv, "R193"sv),
    named("css_licences_covered", "R179"sv, "R180"sv, "R181"sv, "R183"sv),
    named("css_no_evasion", "R182"sv, "R184"sv),
    named("css_tier_uniform", "R186"sv, "R187"sv, "D13"sv),
    named("css_tier_served", "R188"sv),
    named("css_tier_gives", "R146"sv, "D12"sv),
    named("css_version_supported", "R190"sv, "R191"sv),
    named("css_manager", "R168"sv, "D16"sv),
    named("css_cloud_customer", "R168"sv),
    named("css_manager_by_value", "R168"sv, "D16"sv),
    named("css_manager_by_tier", "R168"sv, "D16"sv),
    named("css_hours", "R158"sv, "D23"sv),
    named("css_not_lapsed", "R193"sv),
    named("css_reinstatement", "R192"sv, "R194"sv, "D19"sv),
    named("order_is_complete", "R26"sv, "R27"sv, "R28"sv, "R30"sv),
    named("order_has_one_service", "R33"sv, "R27"sv, "D10"sv),
    named("addressee_is_one_person", "R57"sv, "D10"sv),
    named("addressee_is_of_customer", "R32"sv),
    named("account_matches_address", "R45"sv, "R46"sv, "R47"sv, "R48"sv),
    named("invitation_is_open", "R55"sv, "R59"sv, "D20"sv),
    named("person_has_access", "R69"sv, "R70"sv, "R73"sv),
    named("person_may_manage", "R3"sv, "R70"sv),
    named("users_within_limit", "R74"sv, "D11"sv),
    named("device_licence", "R14"sv, "R67"sv),
    named("device_extension", "R13"sv, "R66"sv, "D25"sv),
    named("country_is_served", "R82"sv, "R83"sv, "D27"sv),
    named("product_supported", "R84"sv, "R85"sv, "R86"sv),
    named("jumpstart_included", "R104"sv),
    named("jumpstart_runs", "R103"sv, "D26"sv),
    named("better_with_select", "R105"sv, "R106"sv),
    named("spare_common", "R93"sv),
    named("spare_important", "R94"sv),
    named("spare_courier", "R95"sv),
    named("spare_matches", "R97"sv),
    named("ticket_form_complete", "R122"sv, "R123"sv, "R137"sv),
    named("ticket_service_included", "R116"sv),
    named("ticket_customer_known", "R115"sv, "R124"sv, "R125"sv),
    named("ticket_large_user", "R113"sv, "R114"sv, "D1"sv),
    named("ticket_priority", "R122"sv, "R126"sv, "R143"sv, "D21"sv),
    named("ticket_entitled", "R102"sv, "R179"sv),
    named("ticket_calendar_known", "R172"sv, "R174"sv, "D14"sv, "D22"sv),
    named("ticket_target_set", "R128"sv, "R150"sv, "R151"sv, "D19"sv),
    named("ticket_in_time", "R128"sv, "R129"sv, "R130"sv, "D2"sv),
    named("ticket_partner_informed", "R131"sv, "D2"sv),
    named("help_is_offered", "R99"sv),
    named("device_replaced_next_day", "R89"sv, "R102"sv),
    named("device_replaced_from_spares", "R90"sv, "R97"sv),
    named("address_is_verified", "R72"sv),
    named("spare_is_agreed", "R19"sv, "R96"sv),
};
static_assert(rules.size() == static_cast<std::size_t>(last_rule) + 1);

Named const& entry_of(Rule rule)
{
    return rules[static_cast<std::size_t>(rule)];
}

} // namespace

std::string_view code(Rule rule)
{
    return entry_of(rule).code;
}

std::span<std::string_view const> citations(Rule rule)
{
    auto const& entry = entry_of(rule);
    return std::span { entry.citations }.first(entry.count);
}

void Description::fact(std::string_view name, FactValue value, Subject subject, EntryId entry)
{
    m_node.facts.push_back({ name, std::move(value), subject, entry });
}

void Description::add(Fact fact)
{
    m_node.facts.push_back(std::move(fact));
}

void Description::parameter(std::string_view name, std::int64_t value, catalogue::Origin const& origin)
{
    m_node.parameters.push_back({ name, value, origin });
}

Proof& ProofWitness::begin(Rule rule)
{
    Proof& node = m_nodes.emplace_back();
    node.rule = rule;
    return node;
}

} // namespace keyrack::engine
