#include "engine/no_way.hpp"

#include "base/verify.hpp"

#include <array>
#include <cstddef>

namespace keyrack::engine {

namespace {

enum class Cured { sometimes, never };

struct Line
{
    Reason reason {};
    Cured cured {};
    NoWay otherwise {};
};

using enum Cured;
using enum NoWay;

constexpr std::array lines {
    Line { Reason::not_the_first_entry, sometimes, already_so },
    Line { Reason::bad_name, never, unclear },
    Line { Reason::unknown_account, sometimes, nothing_alike },
    Line { Reason::unknown_programme, sometimes, nothing_alike },
    Line { Reason::unknown_order, sometimes, nothing_alike },
    Line { Reason::unknown_licence, sometimes, none_left },
    Line { Reason::unknown_room, sometimes, nothing_alike },
    Line { Reason::unknown_device, sometimes, nothing_alike },
    Line { Reason::unknown_assignment, sometimes, nothing_alike },
    Line { Reason::key_taken, sometimes, already_so },
    Line { Reason::bad_country, sometimes, unclear },
    Line { Reason::bad_quantity, never, unclear },
    Line { Reason::bad_years, sometimes, unclear },
    Line { Reason::bad_period, sometimes, unclear },
    Line { Reason::changed_meanwhile, sometimes, already_so },
    Line { Reason::has_dependents, sometimes, settled }, // where a device stood, what was retired
    Line { Reason::unknown_invitation, sometimes, nothing_alike },
    Line { Reason::unknown_person, sometimes, nothing_alike },
    Line { Reason::bad_email, never, unclear },
    Line { Reason::mixed_services, sometimes, unclear },
    Line { Reason::order_decided, never, settled },
    Line { Reason::unknown_org, sometimes, nothing_alike },
    Line { Reason::unknown_product_line, sometimes, nothing_alike },
    Line { Reason::unknown_licences, sometimes, nothing_alike },
    Line { Reason::unknown_contract, sometimes, nothing_alike },
    Line { Reason::unknown_transfer, sometimes, nothing_alike },
    Line { Reason::unknown_upgrade, sometimes, nothing_alike },
    Line { Reason::unknown_hours, sometimes, nothing_alike },
    Line { Reason::other_customer, sometimes, unclear },
    Line { Reason::not_enough_licences, sometimes, none_left },
    Line { Reason::bad_amount, never, unclear },
    Line { Reason::unknown_site, sometimes, nothing_alike },
    Line { Reason::unknown_extension, sometimes, nothing_alike },
    Line { Reason::licence_not_for_rooms, sometimes, none_left },
    Line { Reason::licence_not_for_devices, sometimes, none_left },
    Line { Reason::licence_on_device, sometimes, already_so },
    Line { Reason::unknown_ticket, sometimes, nothing_alike },
    Line { Reason::unknown_subscription, sometimes, nothing_alike },
    Line { Reason::unknown_turn, sometimes, nothing_alike },
    Line { Reason::unknown_place, sometimes, nothing_alike },
    Line { Reason::bad_severity, never, unclear },
    Line { Reason::bad_turn, sometimes, unclear },
    Line { Reason::turn_too_early, sometimes, settled },
    Line { Reason::other_desk, sometimes, documented },
    Line { Reason::unknown_sync_room, sometimes, nothing_alike },
    Line { Reason::sync_room_taken, sometimes, already_so },
    Line { Reason::unknown_spare, sometimes, nothing_alike },
    Line { Reason::unknown_guide, never, nothing_alike }, // of questions alone
    Line { Reason::bad_issuer, never, unclear },
    Line { Reason::already_assigned, sometimes, none_left },
    Line { Reason::years_not_sold, sometimes, documented },
    Line { Reason::room_not_in_sync, sometimes, not_by_command },
    Line { Reason::before_purchase, sometimes, settled },
    Line { Reason::after_cancellation, sometimes, none_left },
    Line { Reason::after_term, sometimes, none_left },
    Line { Reason::not_cancellable, never, documented },
    Line { Reason::cancellation_closed, never, settled },
    Line { Reason::order_incomplete, sometimes, unclear },
    Line { Reason::account_unmatched, sometimes, unclear },
    Line { Reason::invitation_expired, sometimes, settled },
    Line { Reason::invitation_closed, sometimes, already_so },
    Line { Reason::invitation_not_yours, sometimes, not_by_command },
    Line { Reason::user_limit_reached, sometimes, none_left },
    Line { Reason::last_admin, sometimes, none_left },
    Line { Reason::licence_of_other_account, sometimes, none_left },
    Line { Reason::actor_unknown, sometimes, not_by_command },
    Line { Reason::actor_access_over, sometimes, not_by_command },
    Line { Reason::actor_read_only, sometimes, not_by_command },
    Line { Reason::before_acquired, sometimes, settled },
    Line { Reason::same_org, never, already_so },
    Line { Reason::not_an_upgrade, sometimes, already_so },
    Line { Reason::upgrade_incomplete, sometimes, none_left },
    Line { Reason::contract_not_in_force, sometimes, none_left },
    Line { Reason::contract_lapsed, sometimes, settled },
    Line { Reason::contract_not_lapsed, sometimes, already_so },
    Line { Reason::already_renewed, sometimes, already_so },
    Line { Reason::hours_exceeded, sometimes, none_left },
    Line { Reason::ticket_form_incomplete, sometimes, unclear },
    Line { Reason::channel_not_open, sometimes, documented },
    Line { Reason::turn_changes_nothing, sometimes, already_so },
    Line { Reason::target_is_documented, never, documented },
    Line { Reason::address_not_verified, never, not_by_command }, // the customer's own sign-in has to vouch for it
    Line { Reason::spare_not_deployed, sometimes, none_left },
    Line { Reason::spares_used_up, sometimes, none_left },
    Line { Reason::warranty_cut, sometimes, documented },
};

consteval bool every_refusal_has_its_line()
{
    for (std::size_t at = 0; at < lines.size(); ++at)
        if (lines[at].reason != static_cast<Reason>(at)) return false;
    return lines.size() == static_cast<std::size_t>(first_that_never_refuses);
}
static_assert(every_refusal_has_its_line());

Line const& line_of(Reason reason)
{
    VERIFY(reason < first_that_never_refuses);
    return lines[static_cast<std::size_t>(reason)];
}

} // namespace

std::string_view code(NoWay why)
{
    switch (why) {
    case unclear: return "unclear";
    case nothing_alike: return "nothing_alike";
    case already_so: return "already_so";
    case settled: return "settled";
    case documented: return "documented";
    case none_left: return "none_left";
    case not_by_command: return "not_by_command";
    }
    return {};
}

NoWay why_no_way(Reason reason)
{
    return line_of(reason).otherwise;
}

bool is_never_cured(Reason reason)
{
    return line_of(reason).cured == never;
}

} // namespace keyrack::engine
