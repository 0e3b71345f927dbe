#include "engine/denial.hpp"

namespace keyrack::engine {

namespace {

// What the catalogue leaves to the tenant.
std::string_view code_of_range(Reason reason)
{
    switch (reason) {
    case Reason::unknown_site: return "unknown_site";
    case Reason::unknown_extension: return "unknown_extension";
    case Reason::licence_not_for_rooms: return "licence_not_for_rooms";
    case Reason::licence_not_for_devices: return "licence_not_for_devices";
    case Reason::licence_on_device: return "licence_on_device";
    case Reason::warranty_shortened: return "warranty_shortened";
    case Reason::country_unavailable: return "country_unavailable";
    case Reason::country_other_terms: return "country_other_terms";
    default: return {};
    }
}

// How a tenant is set up.
std::string_view code_of_setup(Reason reason)
{
    switch (reason) {
    case Reason::unknown_sync_room: return "unknown_sync_room";
    case Reason::sync_room_taken: return "sync_room_taken";
    case Reason::unknown_spare: return "unknown_spare";
    case Reason::unknown_guide: return "unknown_guide";
    case Reason::bad_issuer: return "bad_issuer";
    case Reason::address_not_verified: return "address_not_verified";
    case Reason::spare_not_deployed: return "spare_not_deployed";
    case Reason::spares_used_up: return "spares_used_up";
    case Reason::warranty_cut: return "warranty_cut";
    default: return {};
    }
}

std::string_view code_of_tickets(Reason reason)
{
    switch (reason) {
    case Reason::unknown_ticket: return "unknown_ticket";
    case Reason::unknown_subscription: return "unknown_subscription";
    case Reason::unknown_turn: return "unknown_turn";
    case Reason::unknown_place: return "unknown_place";
    case Reason::bad_severity: return "bad_severity";
    case Reason::bad_turn: return "bad_turn";
    case Reason::turn_too_early: return "turn_too_early";
    case Reason::other_desk: return "other_desk";
    case Reason::ticket_form_incomplete: return "ticket_form_incomplete";
    case Reason::channel_not_open: return "channel_not_open";
    case Reason::turn_changes_nothing: return "turn_changes_nothing";
    case Reason::target_is_documented: return "target_is_documented";
    default: return {};
    }
}

} // namespace

std::string_view code(Reason reason)
{
    switch (reason) {
    case Reason::not_the_first_entry: return "not_the_first_entry";
    case Reason::bad_name: return "bad_name";
    case Reason::unknown_account: return "unknown_account";
    case Reason::unknown_programme: return "unknown_programme";
    case Reason::unknown_order: return "unknown_order";
    case Reason::unknown_licence: return "unknown_licence";
    case Reason::unknown_room: return "unknown_room";
    case Reason::unknown_device: return "unknown_device";
    case Reason::unknown_assignment: return "unknown_assignment";
    case Reason::key_taken: return "key_taken";
    case Reason::bad_country: return "bad_country";
    case Reason::bad_quantity: return "bad_quantity";
    case Reason::bad_years: return "bad_years";
    case Reason::bad_period: return "bad_period";
    case Reason::changed_meanwhile: return "changed_meanwhile";
    case Reason::has_dependents: return "has_dependents";
    case Reason::unknown_org: return "unknown_org";
    case Reason::unknown_product_line: return "unknown_product_line";
    case Reason::unknown_licences: return "unknown_licences";
    case Reason::unknown_contract: return "unknown_contract";
    case Reason::unknown_transfer: return "unknown_transfer";
    case Reason::unknown_upgrade: return "unknown_upgrade";
    case Reason::unknown_hours: return "unknown_hours";
    case Reason::other_customer: return "other_customer";
    case Reason::not_enough_licences: return "not_enough_licences";
    case Reason::bad_amount: return "bad_amount";
    case Reason::already_assigned: return "already_assigned";
    case Reason::years_not_sold: return "years_not_sold";
    case Reason::room_not_in_sync: return "room_not_in_sync";
    case Reason::before_purchase: return "before_purchase";
    case Reason::after_cancellation: return "after_cancellation";
    case Reason::after_term: return "after_term";
    case Reason::not_cancellable: return "not_cancellable";
    case Reason::cancellation_closed: return "cancellation_closed";
    case Reason::before_acquired: return "before_acquired";
    case Reason::same_org: return "same_org";
    case Reason::not_an_upgrade: return "not_an_upgrade";
    case Reason::upgrade_incomplete: return "upgrade_incomplete";
    case Reason::contract_not_in_force: return "contract_not_in_force";
    case Reason::contract_lapsed: return "contract_lapsed";
    case Reason::contract_not_lapsed: return "contract_not_lapsed";
    case Reason::already_renewed: return "already_renewed";
    case Reason::hours_exceeded: return "hours_exceeded";
    case Reason::unknown_invitation: return "unknown_invitation";
    case Reason::unknown_person: return "unknown_person";
    case Reason::bad_email: return "bad_email";
    case Reason::mixed_services: return "mixed_services";
    case Reason::order_decided: return "order_decided";
    case Reason::order_incomplete: return "order_incomplete";
    case Reason::account_unmatched: return "account_unmatched";
    case Reason::invitation_expired: return "invitation_expired";
    case Reason::invitation_closed: return "invitation_closed";
    case Reason::invitation_not_yours: return "invitation_not_yours";
    case Reason::user_limit_reached: return "user_limit_reached";
    case Reason::last_admin: return "last_admin";
    case Reason::licence_of_other_account: return "licence_of_other_account";
    case Reason::actor_unknown: return "actor_unknown";
    case Reason::actor_access_over: return "actor_access_over";
    case Reason::actor_read_only: return "actor_read_only";
    case Reason::group_mailbox: return "group_mailbox";
    case Reason::other_domain: return "other_domain";
    case Reason::parties_unknown: return "parties_unknown";
    default: break;
    }
    for (auto const code_of : { code_of_range, code_of_tickets, code_of_setup })
        if (auto const found = code_of(reason); !found.empty()) return found;
    return {}; // a test holds that none is without
}

} // namespace keyrack::engine
