// People and invitations (R3, R55–R61, R69–R74).

#include "base/text.hpp"
#include "engine/draft.hpp"
#include "engine/email.hpp"
#include "engine/mails.hpp"
#include "engine/people.hpp"
#include "engine/setup.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

void put_with_mail(Invitation invitation, Draft& draft)
{
    if (draft.ledger.invitation(invitation.key).exists())
        draft.object(Reason::key_taken, { { "key", invitation.key } });
    invitation.entry = draft.entry;
    if (auto mail = mail_of(draft.catalogue, invitation)) {
        mail->entry = draft.entry;
        draft.put(draft.ledger.mails().next(), std::move(*mail));
    }
    draft.put(draft.ledger.invitations().next(), std::move(invitation));
}

// R74, D11.
void check_limit(Date day, Draft& draft)
{
    NoWitness nobody;
    if (users_within_limit(draft.ledger, users_on(draft.ledger, day) + 1, day, nobody)) return;
    draft.object(Reason::user_limit_reached, { { "limit", std::int64_t { *user_limit(draft.ledger) } } });
}

void put_person(Person row, Draft& draft)
{
    auto const known = draft.ledger.person(row.key);
    bool const is_there = stands(draft.ledger.people(), known);
    bool const over = is_there && draft.ledger.people()[known].days.to <= row.days.from;
    if (is_there && !over) draft.object(Reason::key_taken, { { "key", row.key } });
    check_limit(row.days.from, draft);
    row.entry = draft.entry;
    draft.put(row_for(draft.ledger.people(), known), std::move(row));
}

// Somebody has to be left who manages; while nobody else is there, the device's owner does.
void check_not_last_admin(PersonId but, Draft& draft)
{
    auto const& people = draft.ledger.people();
    auto others = 0;
    for (std::uint32_t row = 0; row < people.size(); ++row) {
        auto const id = PersonId::of_row(row);
        if (id != but && manages_for_good(people[id])) ++others;
    }
    if (others == 0) draft.object(Reason::last_admin, { { "email", people[but].key } });
}

void check_open(InvitationId id, Date day, Draft& draft)
{
    NoWitness nobody;
    if (invitation_is_open(draft.ledger, draft.catalogue, id, day, nobody)) return;
    Invitation const& row = draft.ledger.invitations()[id];
    auto const state = state_on(draft.catalogue, row, day);
    if (state == "expired")
        draft.object(Reason::invitation_expired,
            { { "email", row.email }, { "last_day", last_day_of(draft.catalogue, row) }, { "day", day } });
    else
        draft.object(Reason::invitation_closed, { { "email", row.email }, { "state", std::string { state } } });
}

// R72: where the customer signs in by its own provider, the provider says whose address it is.
void check_verified(AcceptInvitation const& command, std::string const& email, Draft& draft)
{
    NoWitness nobody;
    if (address_is_verified(draft.ledger, email, command.issuer.value_or(""), nobody)) return;
    draft.object(Reason::address_not_verified, { { "email", email }, { "issuer", sign_in_of(draft.ledger)->issuer } });
}

} // namespace

void decide_on(SendInvitation const& command, Draft& draft)
{
    draft.check_name(command.link);
    Invitation invitation;
    invitation.key = command.link;
    invitation.email = draft.email(command.email);
    invitation.name = command.name;
    invitation.role = command.role;
    invitation.language = command.language;
    invitation.sent_on = command.on;
    put_with_mail(std::move(invitation), draft);
}

void decide_on(ResendInvitation const& command, Draft& draft)
{
    draft.check_name(command.new_link);
    auto const id = draft.invitation(command.link);
    if (!id.exists()) return;
    Invitation old = draft.ledger.invitations()[id];
    if (old.state != InvitationState::sent) check_open(id, command.on, draft);
    Invitation fresh = old;
    fresh.key = command.new_link;
    if (!command.email.empty()) fresh.email = draft.email(command.email);
    fresh.sent_on = command.on;
    fresh.state = InvitationState::sent;
    fresh.changed = EntryId::none();
    if (old.state != InvitationState::accepted) old.state = InvitationState::replaced; // what was accepted stays so
    old.changed = draft.entry;
    draft.put(id, std::move(old));
    put_with_mail(std::move(fresh), draft);
}

// R58: as long as nobody has answered it, its days over or not; so it is asked of the day on which it was sent.
void decide_on(WithdrawInvitation const& command, Draft& draft)
{
    auto const id = draft.invitation(command.link);
    if (!id.exists()) return;
    Invitation row = draft.ledger.invitations()[id];
    check_open(id, row.sent_on, draft);
    if (row.state != InvitationState::sent) return; // what was accepted stays so
    row.state = InvitationState::withdrawn;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

// With the days that it had: it may have run out since.
void decide_on(ReopenInvitation const& command, Draft& draft)
{
    auto const id = draft.invitation(command.link);
    if (!id.exists()) return;
    Invitation row = draft.ledger.invitations()[id];
    if (row.state != InvitationState::withdrawn) {
        std::string found { state_on(draft.catalogue, row, row.sent_on) };
        return draft.object(
            Reason::changed_meanwhile, changed("invitation", std::string { "withdrawn" }, std::move(found)));
    }
    row.state = InvitationState::sent;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(AcceptInvitation const& command, Draft& draft)
{
    auto const id = draft.invitation(command.link);
    auto const email = draft.email(command.email);
    if (!id.exists()) return;
    Invitation row = draft.ledger.invitations()[id];
    if (email != row.email) draft.object(Reason::invitation_not_yours, { { "email", email } });
    check_verified(command, email, draft);
    check_open(id, command.on, draft);
    if (row.state == InvitationState::accepted) return; // the person is there
    if (command.on < row.sent_on) draft.object(Reason::bad_period, { { "from", row.sent_on }, { "to", command.on } });
    Person person;
    person.key = row.email;
    person.name = row.name;
    person.role = row.role;
    person.days.from = command.on;
    row.state = InvitationState::accepted;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
    put_person(std::move(person), draft);
}

void decide_on(DelegateAccess const& command, Draft& draft)
{
    Person person;
    person.key = draft.email(command.email);
    person.name = command.name;
    person.role = command.role;
    person.partner = command.partner;
    person.days = { command.from, command.to };
    draft.check_name(command.partner);
    if (person.days.empty())
        draft.object(Reason::bad_period, { { "from", command.from }, { "to", value_or_none(command.to) } });
    put_person(std::move(person), draft);
}

void decide_on(RemovePerson const& command, Draft& draft)
{
    auto const id = draft.person(command.email);
    if (!id.exists()) return;
    Person row = draft.ledger.people()[id];
    if (row.role == Role::admin && draft.ledger.people().size() > 1 && row.partner.empty())
        check_not_last_admin(id, draft);
    row.standing = Standing::withdrawn;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(SetRole const& command, Draft& draft)
{
    auto const id = draft.person(command.email);
    if (!id.exists()) return;
    Person row = draft.ledger.people()[id];
    auto const written = [](Role role) { return std::string { role == Role::admin ? "admin" : "read_only" }; };
    if (row.role != command.expects)
        draft.object(Reason::changed_meanwhile, changed("role", written(command.expects), written(row.role)));
    if (command.role == Role::read_only) check_not_last_admin(id, draft);
    row.role = command.role;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(EndAccess const& command, Draft& draft)
{
    auto const id = draft.person(command.email);
    if (!id.exists()) return;
    Person row = draft.ledger.people()[id];
    if (row.days.to != command.expects_to)
        draft.object(
            Reason::changed_meanwhile, changed("to", value_or_none(command.expects_to), value_or_none(row.days.to)));
    if (command.to < row.days.from)
        draft.object(Reason::bad_period, { { "from", row.days.from }, { "to", command.to } });
    if (command.to != never && row.role == Role::admin && row.partner.empty()) check_not_last_admin(id, draft);
    row.days.to = command.to;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(SetUserLimit const& command, Draft& draft)
{
    auto const found = user_limit(draft.ledger);
    if (found != command.expects)
        draft.object(
            Reason::changed_meanwhile, changed("user_limit", value_or_none(command.expects), value_or_none(found)));
    if (command.limit && *command.limit < 1)
        draft.object(Reason::bad_quantity, { { "quantity", std::int64_t { *command.limit } } });
    auto const known = draft.ledger.setting("user_limit");
    draft.put(
        row_for(draft.ledger.settings(), known), Setting { "user_limit", command.limit.value_or(0), draft.entry });
}

} // namespace keyrack::engine
