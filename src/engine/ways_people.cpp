// What would do instead of a refused command about service orders, invitations and people.

#include "engine/email.hpp"
#include "engine/people.hpp"
#include "engine/service_orders.hpp"
#include "engine/ways_parts.hpp"

#include <utility>

namespace keyrack::engine {

namespace {

// --- service orders --------------------------------------------------------------------------------------------------

// R37, R38: each line for a duration that is sold, the closest.
template <class Placing>
Ways in_sold_years(Placing command, Asked const& asked)
{
    for (OrderLine& line : command.lines) {
        auto const id = asked.catalogue.find(line.programme);
        if (!id.exists()) continue;
        auto const& term = asked.catalogue[id].term_on(command.purchased_on);
        if (line.years < 1 || term.sells(line.years)) continue;
        line.years = *std::ranges::min_element(
            term.sku_years.value, {}, [&](int years) { return std::pair { std::abs(years - line.years), years }; });
    }
    return { instead(std::move(command)) };
}

// R45–R47: the address is recorded as the headquarters of a parent entity, or as a site of one below it.
Ways by_recorded_address(ProcessServiceOrder const& command, ServiceOrder const& order, Asked const& asked)
{
    auto const& customer = order.details.customer;
    Ways ways;
    for (Account const& account : asked.ledger.accounts().rows()) {
        if (account.standing == Standing::withdrawn) continue;
        auto const kind = account.parent.exists() ? AddressKind::site : AddressKind::headquarters;
        ways.push_back(after({ RecordAddress { customer.address, account.key, kind } }, command));
    }
    if (!ways.empty()) return ways;
    return { after({ AddAccount { "NEW-1", customer.name, {}, {} },
                       RecordAddress { customer.address, "NEW-1", AddressKind::headquarters } },
        command) };
}

// R34: what has the order's number stands aside.
Ways by_free_number(ProcessServiceOrder const& command, Asked const& asked)
{
    auto const order = asked.ledger.order(command.order);
    bool const taken = order.exists() && asked.ledger.orders()[order].standing == Standing::valid;
    return taken ? Ways { after({ RemoveOrder { command.order } }, command) } : Ways {};
}

// R49: nobody is invited without a link.
Ways with_link(ProcessServiceOrder command, Ledger const& ledger)
{
    if (!command.link.empty()) return {};
    command.link = "welcome-" + command.order;
    if (ledger.invitation(command.link).exists()) command.link = new_link(ledger, command.link);
    return { instead(std::move(command)) };
}

// --- people ----------------------------------------------------------------------------------------------------------

// R74, D11: one more person may have access.
Ways by_a_higher_limit(Ledger const& ledger, Date day, Command const& command)
{
    auto const users = static_cast<std::int32_t>(users_on(ledger, day));
    return { after({ SetUserLimit { user_limit(ledger), users + 1 } }, command) };
}

// R70: somebody else of the customer manages first.
Ways by_another_admin(Asked const& asked, std::string const& but, Command const& command)
{
    Ways ways;
    for (Person const& person : asked.ledger.people().rows()) {
        bool const other = person.standing == Standing::valid && person.partner.empty() && person.key != but;
        if (!other) continue;
        std::vector<Command> steps;
        if (person.days.to != never) steps.emplace_back(EndAccess { person.key, person.days.to, never });
        if (person.role == Role::read_only) steps.emplace_back(SetRole { person.key, Role::read_only, Role::admin });
        ways.push_back(after(std::move(steps), command));
    }
    std::ranges::stable_sort(ways, {}, &Way::preparing);
    return ways;
}

// The person as the ledger has it; null where it has none.
Person const* known_person(Asked const& asked, std::string const& email)
{
    auto const id = asked.ledger.person(normal_email(email));
    return id.exists() ? &asked.ledger.people()[id] : nullptr;
}

// R69, R70: who has access already gets the role, or the days.
Ways by_changing(Person const* row, Role role, Date to)
{
    if (!row) return {};
    std::vector<Command> steps;
    if (row->role != role) steps.emplace_back(SetRole { row->key, row->role, role });
    if (row->days.to != to) steps.emplace_back(EndAccess { row->key, row->days.to, to });
    return steps.empty() ? Ways {} : Ways { { std::move(steps), 0 } };
}

// R58: the latest invitation to the address; null where there is none.
Invitation const* latest_invitation(Ledger const& ledger, std::string const& email)
{
    auto const& rows = ledger.invitations().rows();
    auto const found = std::find_if(rows.rbegin(), rows.rend(), [&](auto const& row) { return row.email == email; });
    return found == rows.rend() ? nullptr : &*found;
}

// R58, R60: it is sent again, to the person who asks.
Ways by_sending_again(AcceptInvitation const& command, Asked const& asked)
{
    auto const link = new_link(asked.ledger, command.link);
    return { after({ ResendInvitation { command.link, link, command.email, command.on } },
        AcceptInvitation { link, command.email, command.on, command.issuer }) };
}

// D20: by the link that took the place of this one.
Ways by_latest_link(AcceptInvitation const& command, Asked const& asked)
{
    auto const* const latest = latest_invitation(asked.ledger, normal_email(command.email));
    if (!latest || latest->key == command.link || latest->state != InvitationState::sent) return {};
    return { instead(AcceptInvitation { latest->key, command.email, command.on, command.issuer }) };
}

// R58: one that was withdrawn opens again; D20: the link that took the place of this one.
Ways by_open_link(AcceptInvitation const& command, Asked const& asked)
{
    auto const id = asked.ledger.invitation(command.link);
    Ways ways = by_latest_link(command, asked);
    if (id.exists() && asked.ledger.invitations()[id].state == InvitationState::withdrawn)
        ways.push_back(after({ ReopenInvitation { command.link } }, command));
    return ways;
}

// R58, R69: who accepted it has access, which may end; D20: of one that was replaced the latest is withdrawn.
Ways by_what_came_of_it(Invitation const& row, Asked const& asked)
{
    auto const* const person = known_person(asked, row.email);
    if (row.state == InvitationState::accepted) {
        bool const has_access = person && person->standing == Standing::valid && asked.as_of < person->days.to;
        if (!has_access) return {};
        return { instead(EndAccess { person->key, person->days.to, std::max(asked.as_of, person->days.from) }) };
    }
    auto const* const latest = latest_invitation(asked.ledger, row.email);
    if (!latest || latest->state != InvitationState::sent) return {};
    return { instead(WithdrawInvitation { latest->key }) };
}

// D20: of one that was replaced the latest; R61: who accepted it and has no access any more is invited anew.
Ways by_another_invitation(ResendInvitation const& command, Asked const& asked)
{
    auto const id = asked.ledger.invitation(command.link);
    auto const email = id.exists() ? asked.ledger.invitations()[id].email : normal_email(command.email);
    Ways ways;
    auto const* const latest = latest_invitation(asked.ledger, email);
    if (latest && latest->key != command.link && latest->state == InvitationState::sent)
        ways.push_back(instead(ResendInvitation { latest->key, command.new_link, command.email, command.on }));
    auto const* const person = known_person(asked, email);
    bool const has_access = person && person->standing == Standing::valid && command.on < person->days.to;
    if (!id.exists() || has_access) return ways;
    Invitation const& old = asked.ledger.invitations()[id];
    auto const to = command.email.empty() ? old.email : command.email;
    ways.push_back(instead(SendInvitation { command.new_link, to, old.name, old.role, old.language, command.on }));
    return ways;
}

bool is_open(Invitation const& row, std::string const& email, Asked const& asked)
{
    return row.email == email && state_on(asked.catalogue, row, asked.as_of) == "sent";
}

// R61, R73: an invitation that is open is accepted; otherwise one is sent first.
Ways by_invitation(std::string const& email, Command const& command, Asked const& asked)
{
    for (Invitation const& row : asked.ledger.invitations().rows())
        if (is_open(row, email, asked)) return { after({ AcceptInvitation { row.key, email, asked.as_of } }, command) };
    auto const link = asked.ledger.invitation("NEW-1").exists() ? new_link(asked.ledger, "NEW") : "NEW-1";
    return { after({ SendInvitation { link, email, {}, Role::admin, MailLanguage::english, asked.as_of },
                       AcceptInvitation { link, email, asked.as_of } },
        command) };
}

} // namespace

// R33, D10: one order a service.
Ways ways_for(PlaceServiceOrder const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::years_not_sold) return in_sold_years(command, asked);
    if (reason != Reason::mixed_services) return {};
    return { { split_by_service(asked.ledger, command), 0 } };
}

// R33, D10: it is corrected to the first of its services, and the others are ordered for themselves.
Ways ways_for(CorrectServiceOrder const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::years_not_sold) return in_sold_years(command, asked);
    if (reason != Reason::mixed_services || command.lines.size() < 2) return {};
    PlaceServiceOrder const whole { command.order, command.lines, command.purchased_on, command.details };
    auto steps = split_by_service(asked.ledger, whole);
    CorrectServiceOrder one = command;
    one.lines = { command.lines.front() };
    steps.front() = std::move(one);
    return { { std::move(steps), 0 } };
}

Ways ways_for(ProcessServiceOrder const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.service_order(command.order);
    if (!id.exists()) return {};
    if (reason == Reason::key_taken) return by_free_number(command, asked);
    if (reason == Reason::order_incomplete) return with_link(command, asked.ledger);
    if (reason != Reason::account_unmatched) return {};
    return by_recorded_address(command, asked.ledger.service_orders()[id], asked);
}

// R45: the address leads elsewhere, so it is forgotten there first.
Ways ways_for(RecordAddress const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.address(normal_address(command.address));
    if (reason != Reason::key_taken || !id.exists()) return {};
    Address const& row = asked.ledger.addresses()[id];
    bool const same = row.account == asked.ledger.account(command.account) && row.kind == command.address_kind;
    return same ? Ways {} : Ways { after({ ForgetAddress { command.address } }, command) };
}

// R58: by the link that the person was sent last.
Ways ways_for(ResendInvitation const& command, Reason reason, Asked const& asked)
{
    bool const other = reason == Reason::invitation_closed || reason == Reason::unknown_invitation;
    return other ? by_another_invitation(command, asked) : Ways {};
}

Ways ways_for(WithdrawInvitation const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.invitation(command.link);
    if (reason != Reason::invitation_closed || !id.exists()) return {};
    return by_what_came_of_it(asked.ledger.invitations()[id], asked);
}

Ways ways_for(AcceptInvitation const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.invitation(command.link);
    switch (reason) {
    case Reason::user_limit_reached: return by_a_higher_limit(asked.ledger, command.on, command);
    case Reason::invitation_expired:
    case Reason::invitation_not_yours: return by_sending_again(command, asked);
    case Reason::unknown_invitation:
    case Reason::invitation_closed: return by_open_link(command, asked);
    case Reason::bad_period: {
        AcceptInvitation later = command;
        later.on = asked.ledger.invitations()[id].sent_on;
        return { instead(std::move(later)) };
    }
    case Reason::key_taken:
        return by_changing(known_person(asked, command.email), asked.ledger.invitations()[id].role, never);
    default: return {};
    }
}

Ways ways_for(DelegateAccess const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::user_limit_reached) return by_a_higher_limit(asked.ledger, command.from, command);
    if (reason == Reason::key_taken) return by_changing(known_person(asked, command.email), command.role, command.to);
    if (reason != Reason::bad_period) return {};
    DelegateAccess other = command;
    other.to = never;
    return { instead(std::move(other)) };
}

Ways ways_for(RemovePerson const& command, Reason reason, Asked const& asked)
{
    return reason == Reason::last_admin ? by_another_admin(asked, normal_email(command.email), command) : Ways {};
}

Ways ways_for(SetRole const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::last_admin) return by_another_admin(asked, normal_email(command.email), command);
    auto const* const person = known_person(asked, command.email);
    if (reason != Reason::changed_meanwhile || !person) return {};
    return as_found(command, &SetRole::expects, &SetRole::role, person->role);
}

Ways ways_for(EndAccess const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::last_admin) return by_another_admin(asked, normal_email(command.email), command);
    auto const* const person = known_person(asked, command.email);
    if (!person) return {};
    if (reason == Reason::changed_meanwhile)
        return as_found(command, &EndAccess::expects_to, &EndAccess::to, person->days.to);
    if (reason != Reason::bad_period || person->days.to == person->days.from) return {};
    return { instead(EndAccess { command.email, person->days.to, person->days.from }) };
}

Ways ways_for_giver(std::string const& by, Command const& command, Reason reason, Asked const& asked)
{
    if (by.empty()) return {};
    auto const email = normal_email(by);
    auto const id = asked.ledger.person(email);
    auto const* const person = id.exists() ? &asked.ledger.people()[id] : nullptr;
    switch (reason) {
    case Reason::actor_unknown: return by_invitation(email, command, asked);
    case Reason::actor_access_over:
        if (asked.as_of < person->days.from) return {};
        return { after({ EndAccess { email, person->days.to, never } }, command) };
    case Reason::actor_read_only: return { after({ SetRole { email, Role::read_only, Role::admin } }, command) };
    default: return {};
    }
}

} // namespace keyrack::engine
