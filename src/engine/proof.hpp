#pragma once
// A proof is the tree of rules that led to an answer, with the facts and parameters each looked at.

#include "catalogue/origin.hpp"
#include "engine/fact.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace keyrack::engine {

// Each rule is named after what it demands. Its words are `rule.<code>.yes` and `rule.<code>.no` in the language files.
// After each rule stand the names of its facts, in the words' placeholders, and of its [parameters]. A name with `?` may
// be missing.
enum class Rule {
    // R76, R77, R110, R111: some licence of the programme serves the room on the day. {room} {programme} {day}, and
    // {licence} where it speaks of one assignment (with licence_is_assigned and order_in_force as parts), or {count} 0
    // where the room never had any.
    room_has_active_licence,
    licence_is_assigned, // R76, R77, R81: {licence} {room} {from} {to?} {day}
    order_in_force,   // R39–R42: the order's term runs on the day. {order} {programme} {day}; the next three are parts
    term_has_started, // R39, D3, D4: {order} {purchased} {start} {day} {first_assigned?} [start_within_days]
    term_has_not_ended, // R37, R38, R40, R41: the SKU's years, no extension, no renewal. {order} {years} {start} {end} {day}
    order_is_not_cancelled,  // R42, D5, D18: {order} {day} {cancelled_on?}
    room_is_in_sync,         // R79, R101, R110: {room}
    programme_gives_feature, // R101, R102, R107, R108: {programme} {feature} [features?]
    warranty_base,           // D6: {device} {purchased} {end?} [base_warranty_years?]; no: the tenant has set none
    warranty_extension,      // R87: a covering licence lengthens it. {device} {day} {room?} {programme?} {until?}
    warranty_cap,            // R88, D6: {device} {purchased} {until} {cap} [warranty_cap_years]; no: the cap cuts
    spares_count, // R90, R92, D9: {licences} {orders} {day}; parts, one an order: {order} {licences} {purchased} {end} {day}
    spares_threshold,       // R90, R91: {licences} {entitled} {licences_to_next} [licences_per_spare]
    spare_stays_earned,     // D8: {earned} {entitled} {above}; no: none is kept beyond the entitlement
    order_can_be_cancelled, // R42, D5: {order} {purchased} {day} {last_day?} {cancelled_on?} [cancel_within_days?]
    licence_is_free,        // D18: {licence} {day} {room?} {from?}: serves no room on that day or later
    // Customer Success Services
    css_all_in,            // R179–R183, D13: {product_line} {org} {day} {licences} {covered}; the next three are parts
    css_contract_in_force, // R189, R193: {contract} {years} {start} {end} {day}
    css_licences_covered,  // R179, R180, R183: {product_line} {org} {day} {licences} {covered} {missing}
    css_no_evasion,        // R182: {product_line} {org} {day} {moved} {covered}
    css_tier_uniform,      // R186, R187, D13: {customer} {contracts} {lowest?} {highest?} {day}
    css_tier_served,       // R188: {customer} {tier?} {day}
    css_tier_gives,        // R146, D12: {benefit} {tier?} [of the unit, limit_minutes?]
    css_version_supported, // R190, R191: {product_line} {version} {normal_from?} {extended_from?} {end_of_life?} {day}
    css_manager,           // R168, D16: {customer} {day}; the next three are parts
    css_cloud_customer,    // R168: {customer} {lines} {day}
    css_manager_by_value,  // R168: {tier?} {dollars} {unknown} [manager_dollars]
    css_manager_by_tier,   // R168: {tier?}
    css_hours,             // R158, D23: {contract} {from} {to} {hours} {used} {left} [hours_reset_years]
    css_not_lapsed,        // R193: {contract} {end} {day} {renewal?}
    css_reinstatement,     // R194, D19: {contract} {cents?} {missing}; no: parameters are missing
    // service orders and people
    order_is_complete,        // R26–R30: SKU, quantity and the three parties are there. {order} {missing?}
    order_has_one_service,    // R33: one order a service type. {order} {programmes}
    addressee_is_one_person,  // R57: no group mailbox. {email}
    addressee_is_of_customer, // R32: the customer's IT admin. {email} {domain?}
    account_matches_address,  // R45–R48: the customer's address leads to the account. {address} {account?} {kind?}
    invitation_is_open, // R55, R59, D20: sent, in time, not replaced. {email} {sent} {last_day} {day} {state} [invitation_days]
    person_has_access,  // R69, R73: access runs on the day. {person} {day} {from?} {to?}
    person_may_manage,  // R70: Admin, not Read-only. {person} {role?}
    users_within_limit, // R74, D11: no more people than may have access. {users} {day} [user_limit?]
    // what the catalogue leaves to the tenant
    device_licence,     // R14, R67: a licence of Extended Warranty is on the device. {licence} {device} {from} {day}
    device_extension,   // R13, R66, D25: it lengthens the device's own warranty. {device} {licence} {years} {until?}
    country_is_served,  // R82, R83: {room?} {programme?} {country} {terms} {note?} {from?}
    product_supported,  // R84–R86: it is in the list. {model} {product?} [products?]
    jumpstart_included, // R104: {device} {model?} [included_with]
    jumpstart_runs,     // R103, D26: {device} {purchased} {last_day} {day} [jumpstart_days]
    better_with_select, // R105, R106: a licence with premium support covers the room. {device} {day} {room?} {programme?}
    spare_common,       // R93: {model} {deployed} {devices}
    spare_important,    // R94: {model} {rooms}
    spare_courier,      // R95: {model} {sites} {unknown}
    spare_matches,      // R97: {model} {deployed} {day}
    // support tickets
    ticket_form_complete,    // R123, R137: the partner's form has what it must. {ticket} {missing?}
    ticket_service_included, // R116–R121: priority support for the service. {ticket} {service} {rated_by?}
    ticket_customer_known,   // R115, R124, R125: a subscription matches. {ticket} {matched_by} {account?}
    ticket_large_user, // R113, R114, D1: by its user licences. {ticket?} {region} {account?} {licences?} {threshold?}
    ticket_priority,   // R122, R126, D21: Severity 1. {ticket} {path} {severity}; the four before are its parts
    ticket_entitled,   // R102, R172, R179: the desk serves what the ticket is about. {ticket} {day} {room?} {org?}
    ticket_calendar_known, // R174–R178, D14, D22: {ticket} {measure} {region?} {country?} {lacking?}
    ticket_target_set,     // R128–R130, R150, R151, D19: {ticket} {measure} {severity} {tier} [limit_minutes?]
    ticket_in_time, // D2: {ticket} {measure} {counted} {standing} {until?} [limit_minutes?] [warn_after_minutes?]
    ticket_partner_informed,     // R131, D2: {ticket} {duty}
    help_is_offered,             // R99: {room} {state}
    device_replaced_next_day,    // R89, R102: {device} {day} {room?} {programme?}
    device_replaced_from_spares, // R90, R97: {device} {day} {model?} {spares}
    // how a tenant is set up
    address_is_verified, // R72: {email} {issuer?} {vouched?}: by the customer's own sign-in, where there is one
    spare_is_agreed,     // R19, R96: {earned} {agreed} {day}: for each that was earned
};

inline constexpr Rule last_rule = Rule::spare_is_agreed;

[[nodiscard]] std::string_view code(Rule rule);                       // "term_has_started"
[[nodiscard]] std::span<std::string_view const> citations(Rule rule); // {"R39", "D3", "D4"}

struct ParameterUse
{
    std::string_view name; // placeholder of the rule's words
    std::int64_t value = 0;
    catalogue::Origin origin;
    bool operator==(ParameterUse const&) const = default;
};

enum class Holds : std::uint8_t { no, yes };

[[nodiscard]] constexpr Holds holds(bool yes)
{
    return yes ? Holds::yes : Holds::no;
}

struct Proof
{
    Rule rule {};
    Holds holds = Holds::no;
    std::vector<Fact> facts;
    std::vector<ParameterUse> parameters;
    std::vector<Proof> parts;
    bool operator==(Proof const&) const = default;
};

} // namespace keyrack::engine
