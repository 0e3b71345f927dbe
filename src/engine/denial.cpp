#include "engine/denial.hpp"

#include <array>
#include <cstddef>

namespace keyrack::engine {

namespace {

struct Line
{
    Reason reason {};
    std::string_view code;
};

constexpr std::array reason_lines {
    Line { Reason::not_the_first_entry, "not_the_first_entry" },
    Line { Reason::bad_name, "bad_name" },
    Line { Reason::unknown_account, "unknown_account" },
    Line { Reason::unknown_programme, "unknown_programme" },
    Line { Reason::unknown_order, "unknown_order" },
    Line { Reason::unknown_licence, "unknown_licence" },
    Line { Reason::unknown_room, "unknown_room" },
    Line { Reason::unknown_device, "unknown_device" },
    Line { Reason::unknown_assignment, "unknown_assignment" },
    Line { Reason::key_taken, "key_taken" },
    Line { Reason::bad_country, "bad_country" },
    Line { Reason::bad_quantity, "bad_quantity" },
    Line { Reason::bad_years, "bad_years" },
    Line { Reason::bad_period, "bad_period" },
    Line { Reason::changed_meanwhile, "changed_meanwhile" },
    Line { Reason::has_dependents, "has_dependents" },
    Line { Reason::unknown_invitation, "unknown_invitation" },
    Line { Reason::unknown_person, "unknown_person" },
    Line { Reason::bad_email, "bad_email" },
    Line { Reason::mixed_services, "mixed_services" },
    Line { Reason::order_decided, "order_decided" },
    Line { Reason::unknown_org, "unknown_org" },
    Line { Reason::unknown_product_line, "unknown_product_line" },
    Line { Reason::unknown_licences, "unknown_licences" },
    Line { Reason::unknown_contract, "unknown_contract" },
    Line { Reason::unknown_transfer, "unknown_transfer" },
    Line { Reason::unknown_upgrade, "unknown_upgrade" },
    Line { Reason::unknown_hours, "unknown_hours" },
    Line { Reason::other_customer, "other_customer" },
    Line { Reason::not_enough_licences, "not_enough_licences" },
    Line { Reason::bad_amount, "bad_amount" },
    Line { Reason::unknown_site, "unknown_site" },
    Line { Reason::unknown_extension, "unknown_extension" },
    Line { Reason::licence_not_for_rooms, "licence_not_for_rooms" },
    Line { Reason::licence_not_for_devices, "licence_not_for_devices" },
    Line { Reason::licence_on_device, "licence_on_device" },
    Line { Reason::unknown_ticket, "unknown_ticket" },
    Line { Reason::unknown_subscription, "unknown_subscription" },
    Line { Reason::unknown_turn, "unknown_turn" },
    Line { Reason::unknown_place, "unknown_place" },
    Line { Reason::bad_severity, "bad_severity" },
    Line { Reason::bad_turn, "bad_turn" },
    Line { Reason::turn_too_early, "turn_too_early" },
    Line { Reason::other_desk, "other_desk" },
    Line { Reason::unknown_sync_room, "unknown_sync_room" },
    Line { Reason::sync_room_taken, "sync_room_taken" },
    Line { Reason::unknown_spare, "unknown_spare" },
    Line { Reason::unknown_guide, "unknown_guide" },
    Line { Reason::bad_issuer, "bad_issuer" },
    Line { Reason::already_assigned, "already_assigned" },
    Line { Reason::years_not_sold, "years_not_sold" },
    Line { Reason::room_not_in_sync, "room_not_in_sync" },
    Line { Reason::before_purchase, "before_purchase" },
    Line { Reason::after_cancellation, "after_cancellation" },
    Line { Reason::after_term, "after_term" },
    Line { Reason::not_cancellable, "not_cancellable" },
    Line { Reason::cancellation_closed, "cancellation_closed" },
    Line { Reason::order_incomplete, "order_incomplete" },
    Line { Reason::account_unmatched, "account_unmatched" },
    Line { Reason::invitation_expired, "invitation_expired" },
    Line { Reason::invitation_closed, "invitation_closed" },
    Line { Reason::invitation_not_yours, "invitation_not_yours" },
    Line { Reason::user_limit_reached, "user_limit_reached" },
    Line { Reason::last_admin, "last_admin" },
    Line { Reason::licence_of_other_account, "licence_of_other_account" },
    Line { Reason::actor_unknown, "actor_unknown" },
    Line { Reason::actor_access_over, "actor_access_over" },
    Line { Reason::actor_read_only, "actor_read_only" },
    Line { Reason::before_acquired, "before_acquired" },
    Line { Reason::same_org, "same_org" },
    Line { Reason::not_an_upgrade, "not_an_upgrade" },
    Line { Reason::upgrade_incomplete, "upgrade_incomplete" },
    Line { Reason::contract_not_in_force, "contract_not_in_force" },
    Line { Reason::contract_lapsed, "contract_lapsed" },
    Line { Reason::contract_not_lapsed, "contract_not_lapsed" },
    Line { Reason::already_renewed, "already_renewed" },
    Line { Reason::hours_exceeded, "hours_exceeded" },
    Line { Reason::ticket_form_incomplete, "ticket_form_incomplete" },
    Line { Reason::channel_not_open, "channel_not_open" },
    Line { Reason::turn_changes_nothing, "turn_changes_nothing" },
    Line { Reason::target_is_documented, "target_is_documented" },
    Line { Reason::address_not_verified, "address_not_verified" },
    Line { Reason::spare_not_deployed, "spare_not_deployed" },
    Line { Reason::spares_used_up, "spares_used_up" },
    Line { Reason::warranty_cut, "warranty_cut" },
    Line { Reason::parties_unknown, "parties_unknown" },
    Line { Reason::group_mailbox, "group_mailbox" },
    Line { Reason::other_domain, "other_domain" },
    Line { Reason::warranty_shortened, "warranty_shortened" },
    Line { Reason::country_unavailable, "country_unavailable" },
    Line { Reason::country_other_terms, "country_other_terms" },
};

consteval bool every_reason_has_its_line()
{
    for (std::size_t at = 0; at < reason_lines.size(); ++at)
        if (reason_lines[at].reason != static_cast<Reason>(at)) return false;
    return reason_lines.size() == static_cast<std::size_t>(last_reason) + 1;
}
static_assert(every_reason_has_its_line());

} // namespace

std::string_view code(Reason reason)
{
    return reason_lines[static_cast<std::size_t>(reason)].code;
}

} // namespace keyrack::engine
