#pragma once
// Why the business says no to a command. A value, never an error.

#include "base/date.hpp"
#include "engine/fact.hpp"

#include <string_view>
#include <vector>

namespace keyrack::engine {

// Declared most decisive first; the first that applies is the one that is told.
// Up to and including `already_assigned` a row makes no sense and is refused from a file too;
// after it a file's row is history: recorded as fact, and flagged.
// After each reason stand the names of its facts, in the words' placeholders. A name with `?` may be missing.
enum class Reason {
    not_the_first_entry,     // OpenTenant after the first entry, or anything else as the first
    bad_name,                // {fault} {name}: empty, too long, control characters or direction marks
    unknown_account,         // {account}
    unknown_programme,       // {programme}
    unknown_order,           // {order}
    unknown_licence,         // {licence} {quantity}: number beyond the order's quantity
    unknown_room,            // {room}
    unknown_device,          // {device}
    unknown_assignment,      // {licence} {from}
    key_taken,               // {key}: an account, order, room or serial of that key is there already
    bad_country,             // {country}: not two capital letters
    bad_quantity,            // {quantity}: below 1, or above 1,000,000
    bad_years,               // {years}: below 1
    bad_period,              // {from} {to}: ends before or as it starts
    changed_meanwhile,       // {what} {expected} {found}: what the command expected to find is no longer so
    has_dependents,          // {key} {what} {count}: cannot be taken back, something stands on it
    unknown_invitation,      // {link}
    unknown_person,          // {email}
    bad_email,               // {email}
    mixed_services,          // {order} {programmes}: an order has one service and one SKU (R33, R27, D10)
    order_decided,           // {order} {progress}: it is processed already
    unknown_org,             // {org}
    unknown_product_line,    // {product_line}
    unknown_licences,        // {licences}
    unknown_contract,        // {contract}
    unknown_transfer,        // {licences} {becomes}
    unknown_upgrade,         // {contract} {from}
    unknown_hours,           // {use}
    other_customer,          // {contract} {org}: a contract covers ORG-IDs of one customer
    not_enough_licences,     // {licences} {count} {left}
    bad_amount,              // {amount}: below 0
    unknown_site,            // {site}
    unknown_extension,       // {licence} {device}
    licence_not_for_rooms,   // {licence} {programme}: it goes on a device (R14, R67)
    licence_not_for_devices, // {licence} {programme}: it serves a room (R67)
    licence_on_device,       // {licence} {device}: it extends the warranty of that device already
    unknown_ticket,          // {ticket}
    unknown_subscription,    // {subscription}
    unknown_turn,            // {ticket} {step} {at}: not the ticket's last turn
    unknown_place,           // {name}: no such support region, country, time zone or partner region in the catalogue
    bad_severity,            // {severity}: below 1
    bad_turn,                // {ticket} {step}: does not say what it changes, or says more
    turn_too_early,          // {ticket} {at} {last}: before what happened to the ticket already
    other_desk,              // {ticket} {step}: the ticket's desk has no such step, or needs a partner's form
    unknown_sync_room,       // {sync_id}
    sync_room_taken,         // {sync_id} {room}: that room of Sync is another room, or the room is another of Sync
    unknown_spare,           // {spare}
    unknown_guide,           // {guide}
    bad_issuer,              // {issuer}: no https address (R72)
    already_assigned,        // {licence} {room} {from} {to?}: the licence serves a room on some of those days (R76)
    years_not_sold,          // {programme} {years}: no SKU of that duration (R37, R38)
    room_not_in_sync,        // {room} {programme} (R79)
    before_purchase,         // {order} {purchased} {day}: assigned or cancelled before it was bought
    after_cancellation,      // {order} {cancelled} {day} (D5)
    after_term,      // {order} {end} {day} {licence?} {room?} (R40); with licence: that assignment would fall outside
    not_cancellable, // {order} {programme}: the programme has no cancellation (D5)
    cancellation_closed,      // {order} {last_day} {day}: past the window (R42, D5)
    order_incomplete,         // {order} {missing}: what an order must carry (R26–R30)
    account_unmatched,        // {order} {address}: no account has that address (R36, R45)
    invitation_expired,       // {email} {last_day} {day} (R59, D20)
    invitation_closed,        // {email} {state}: accepted, withdrawn, or replaced by a newer one (D20)
    invitation_not_yours,     // {email}: it was sent to another person (R55)
    user_limit_reached,       // {limit} (R74, D11)
    last_admin,               // {email}: nobody could manage the tenant any more
    licence_of_other_account, // {licence} {account} {room}: a site keeps its licences for its own rooms (R47)
    actor_unknown,            // {person}: has no access
    actor_access_over,        // {person} {day}: not any more, or not yet (R69, R73)
    actor_read_only,          // {person}: may look and not change (R70)
    before_acquired,          // {licences} {acquired} {day}
    same_org,                 // {licences} {org}: a transfer to where they are
    not_an_upgrade,           // {contract} {tier}: has that tier or a higher one (R186)
    upgrade_incomplete,       // {contract} {tier}: would be left below (R186)
    contract_not_in_force,    // {contract} {day}
    contract_lapsed,          // {contract} {end} {day}: renewed too late; reinstating it remains (R193)
    contract_not_lapsed,      // {contract} {end} {day}: reinstated while it can still be renewed (R194)
    already_renewed,          // {contract} {renewal}
    hours_exceeded,           // {contract} {hours} {left} (R158, D23)
    ticket_form_incomplete,   // {ticket} {missing}: the page asks for it (R137, R139)
    channel_not_open,         // {ticket} {channel} {instead?}: not from there (R135, R138, R140, D15)
    turn_changes_nothing,     // {ticket} {step}: it stands so already
    target_is_documented, // {measure} {severity} {minutes}: an operator sets only what the documents leave open (D19)
    address_not_verified, // {email} {issuer}: the customer's own sign-in vouches for no such address (R72)
    spare_not_deployed,   // {model}: a spare matches what is deployed (R97)
    spares_used_up,       // {earned}: one spare for each that was earned (R90)
    warranty_cut,         // {device} {until} {cap}: as warranty_shortened, where the operator set it to block (D6)
    parties_unknown,      // {order}: an order without parties: never refused, always flagged (R28–R30)
    group_mailbox,        // {email}: not one person (R57, D10): never refused, always told
    other_domain,         // {email} {domain}: not of the customer's (R32): never refused, always told
    warranty_shortened, // {device} {until} {cap}: the cap cuts what the licence gives (R88, D6): never refused, always told
    country_unavailable, // {room} {country} {programme}: no service there (R83): never refused, always told
    country_other_terms, // {room} {country} {programme} {note}: other terms there (R83): never refused, always told
};

// What `changed_meanwhile` may find changed, in {what}: standing, cancelled_on, in_sync, details, room, to, years. {expected} and
// {found} are dates, numbers or texts; an empty text stands for none.

inline constexpr Reason last_reason = Reason::country_other_terms;
inline constexpr Reason first_that_never_refuses = Reason::parties_unknown;
inline constexpr Reason first_warning = Reason::group_mailbox; // told to who gives the command, too
inline constexpr Reason last_structural_reason = Reason::already_assigned;

[[nodiscard]] std::string_view code(Reason reason); // "room_not_in_sync": key `denial.<code>` of the language files

struct Denial
{
    Reason reason {};
    std::vector<Fact> facts; // what was named, expected, found
    bool operator==(Denial const&) const = default;
};

} // namespace keyrack::engine
