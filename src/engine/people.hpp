#pragma once
// Who may do what (R3, R70), who still has access (R69, R73), and which invitations are open (R55, R59, D20).

#include "catalogue/catalogue.hpp"
#include "engine/command.hpp"
#include "engine/denial.hpp"
#include "engine/fold.hpp"
#include "engine/ledger.hpp"
#include "engine/witness.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace keyrack::engine {

// Who gives a command, and on which day.
struct Actor
{
    std::string_view email; // empty: whoever sits at the device
    Date day {};
};

// As long as nobody of the customer manages a tenant for good, its device's owner does everything: nobody is locked out
// by a partner's access or by a person who may only look.
[[nodiscard]] bool is_managed(Ledger const& ledger);
// One of those: an admin of the customer's own, whose access has no end.
[[nodiscard]] bool manages_for_good(Person const& person);

// R69, R73: the person's access runs on the day. `person` may be none.
template <Witness W>
[[nodiscard]] bool person_has_access(
    Ledger const& ledger, std::string_view email, PersonId person, Date day, W& witness);
// R3, R70.
template <Witness W>
[[nodiscard]] bool person_may_manage(Ledger const& ledger, std::string_view email, PersonId person, W& witness);

// Why the actor may not give the command, or nothing. An invitation is accepted by who has no access yet.
[[nodiscard]] std::optional<Denial> objection_to(Ledger const& ledger, Actor const& actor, Command const& command);
// decide, by an actor: who may do what is a rule of the fold.
[[nodiscard]] std::expected<Decision, Denial> decide_as(Actor const& actor, Ledger const& ledger,
    catalogue::Catalogue const& catalogue, Command const& command, EntryId entry, Manner manner);

// The last day of the invitation's link, inclusive (R59, D20).
[[nodiscard]] Date last_day_of(catalogue::Catalogue const& catalogue, Invitation const& invitation);
// R55, R59, D20: sent, in time, not accepted yet, neither replaced nor withdrawn.
template <Witness W>
[[nodiscard]] bool invitation_is_open(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, InvitationId invitation, Date day, W& witness);
// A link that no invitation has, called after this one.
[[nodiscard]] std::string new_link(Ledger const& ledger, std::string const& link);
// "sent", "accepted", "replaced", "withdrawn", or "expired" where it was sent and is not in time.
[[nodiscard]] std::string_view state_on(catalogue::Catalogue const& catalogue, Invitation const& invitation, Date day);

// R74, D11: how many people have access on the day, and how many may.
[[nodiscard]] std::int64_t users_on(Ledger const& ledger, Date day);
[[nodiscard]] std::optional<std::int32_t> user_limit(Ledger const& ledger);
// Whether so many people may have access.
template <Witness W>
[[nodiscard]] bool users_within_limit(Ledger const& ledger, std::int64_t users, Date day, W& witness);

} // namespace keyrack::engine
