#include "engine/people.hpp"

#include "engine/email.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

bool is_there(Ledger const& ledger, PersonId person)
{
    return person.exists() && ledger.people()[person].standing == Standing::valid;
}

} // namespace

bool is_managed(Ledger const& ledger)
{
    return std::ranges::any_of(ledger.people().rows(), manages_for_good);
}

bool manages_for_good(Person const& person)
{
    return person.standing == Standing::valid && person.role == Role::admin && person.partner.empty()
        && person.days.to == never;
}

template <Witness W>
bool person_has_access(Ledger const& ledger, std::string_view email, PersonId person, Date day, W& witness)
{
    bool const there = is_there(ledger, person);
    bool const holds = there ? ledger.people()[person].days.contains(day) : !is_managed(ledger);
    return witness.demand(Rule::person_has_access, holds, [&](auto& proof) {
        proof.fact("person", std::string { email });
        proof.fact("day", day);
        if (!there) return;
        Person const& row = ledger.people()[person];
        proof.fact("from", row.days.from, {}, row.entry);
        if (row.days.to != never) proof.fact("to", row.days.to, {}, row.changed.exists() ? row.changed : row.entry);
    });
}

template <Witness W>
bool person_may_manage(Ledger const& ledger, std::string_view email, PersonId person, W& witness)
{
    bool const there = is_there(ledger, person);
    bool const holds = there ? ledger.people()[person].role == Role::admin : !is_managed(ledger);
    return witness.demand(Rule::person_may_manage, holds, [&](auto& proof) {
        proof.fact("person", std::string { email });
        if (!there) return;
        Person const& row = ledger.people()[person];
        proof.fact("role", std::string { row.role == Role::admin ? "admin" : "read_only" }, {},
            row.changed.exists() ? row.changed : row.entry);
    });
}

std::optional<Denial> objection_to(Ledger const& ledger, Actor const& actor, Command const& command)
{
    NoWitness nobody;
    auto const email = normal_email(actor.email);
    auto const person = ledger.person(email);
    bool const is_owner = !is_there(ledger, person) && !is_managed(ledger);
    if (std::holds_alternative<AcceptInvitation>(command) || is_owner) return std::nullopt;
    Fact const who { "person", email };
    if (!is_there(ledger, person)) return Denial { Reason::actor_unknown, { who } };
    if (!person_has_access(ledger, email, person, actor.day, nobody))
        return Denial { Reason::actor_access_over, { who, { "day", actor.day } } };
    if (!person_may_manage(ledger, email, person, nobody)) return Denial { Reason::actor_read_only, { who } };
    return std::nullopt;
}

std::expected<Decision, Denial> decide_as(Actor const& actor, Ledger const& ledger, Catalogue const& catalogue,
    Command const& command, EntryId entry, Manner manner)
{
    if (auto denial = objection_to(ledger, actor, command)) return std::unexpected(std::move(*denial));
    return decide(ledger, catalogue, command, entry, manner);
}

Date last_day_of(Catalogue const& catalogue, Invitation const& invitation)
{
    return plus_days(invitation.sent_on, catalogue.desk().invitation_days.value);
}

std::string new_link(Ledger const& ledger, std::string const& link)
{
    for (int number = 2;; ++number) {
        auto key = link + "-" + std::to_string(number);
        if (!ledger.invitation(key).exists()) return key;
    }
}

std::string_view state_on(Catalogue const& catalogue, Invitation const& invitation, Date day)
{
    switch (invitation.state) {
    case InvitationState::accepted: return "accepted";
    case InvitationState::replaced: return "replaced";
    case InvitationState::withdrawn: return "withdrawn";
    case InvitationState::sent: break;
    }
    return day <= last_day_of(catalogue, invitation) ? "sent" : "expired";
}

template <Witness W>
bool invitation_is_open(Ledger const& ledger, Catalogue const& catalogue, InvitationId invitation, Date day, W& witness)
{
    Invitation const& row = ledger.invitations()[invitation];
    auto const state = state_on(catalogue, row, day);
    return witness.demand(Rule::invitation_is_open, state == "sent", [&](auto& proof) {
        proof.fact("email", row.email);
        proof.fact("sent", row.sent_on, {}, row.entry);
        proof.fact("last_day", last_day_of(catalogue, row));
        proof.fact("day", day);
        proof.fact("state", std::string { state }, {}, row.changed);
        auto const& days = catalogue.desk().invitation_days;
        proof.parameter("invitation_days", days.value, days.origin);
    });
}

std::int64_t users_on(Ledger const& ledger, Date day)
{
    return std::ranges::count_if(ledger.people().rows(),
        [&](Person const& person) { return person.standing == Standing::valid && day < person.days.to; });
}

std::optional<std::int32_t> user_limit(Ledger const& ledger)
{
    auto const id = ledger.setting("user_limit");
    if (!id.exists() || ledger.settings()[id].number < 1) return std::nullopt;
    return ledger.settings()[id].number;
}

template <Witness W>
bool users_within_limit(Ledger const& ledger, std::int64_t users, Date day, W& witness)
{
    auto const limit = user_limit(ledger);
    return witness.demand(Rule::users_within_limit, !limit || users <= *limit, [&](auto& proof) {
        proof.fact("users", users);
        proof.fact("day", day);
        if (limit) proof.parameter("user_limit", *limit, { catalogue::OriginKind::operator_set, {} });
    });
}

#define KEYRACK_WITH(W)                                                                                                \
    template bool person_has_access(Ledger const&, std::string_view, PersonId, Date, W&);                              \
    template bool person_may_manage(Ledger const&, std::string_view, PersonId, W&);                                    \
    template bool users_within_limit(Ledger const&, std::int64_t, Date, W&);                                           \
    template bool invitation_is_open(Ledger const&, Catalogue const&, InvitationId, Date, W&);
KEYRACK_WITH(NoWitness)
KEYRACK_WITH(ProofWitness)
#undef KEYRACK_WITH

} // namespace keyrack::engine
