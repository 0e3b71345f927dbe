// What would do instead of a refused command about service orders, people and tickets.

#include "engine/email.hpp"
#include "engine/large_user.hpp"
#include "engine/people.hpp"
#include "engine/service_orders.hpp"
#include "engine/ways_parts.hpp"

namespace keyrack::engine {

namespace {

// R74, D11: one more person may have access, then the command.
Ways by_a_higher_limit(Asked const& asked, Command const& command)
{
    auto const limit = user_limit(asked.ledger);
    auto const users = static_cast<std::int32_t>(users_on(asked.ledger, asked.as_of));
    return { { SetUserLimit { limit, users + 1 }, command } };
}

// R70: somebody else of the customer manages first.
Ways by_another_admin(Asked const& asked, Command const& command)
{
    Ways ways;
    for (Person const& person : asked.ledger.people().rows()) {
        bool const could = person.standing == Standing::valid && person.partner.empty() && person.days.to == never;
        if (could && person.role == Role::read_only)
            ways.push_back({ SetRole { person.key, Role::read_only, Role::admin }, command });
    }
    return ways;
}

// The person as the ledger has it; null where it has none.
Person const* known_person(Asked const& asked, std::string const& email)
{
    auto const id = asked.ledger.person(normal_email(email));
    return id.exists() ? &asked.ledger.people()[id] : nullptr;
}

} // namespace

// R33, D10: one order a service.
Ways ways_for(PlaceServiceOrder const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::mixed_services) return {};
    return { split_by_service(asked.ledger, command) };
}

// R36, R45–R47: the address is recorded as the headquarters of a parent entity, or as a site of one below it.
Ways ways_for(ProcessServiceOrder const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.service_order(command.order);
    if (reason != Reason::account_unmatched || !id.exists()) return {};
    auto const& address = asked.ledger.service_orders()[id].details.customer.address;
    Ways ways;
    for (Account const& account : asked.ledger.accounts().rows()) {
        if (account.standing == Standing::withdrawn) continue;
        auto const kind = account.parent.exists() ? AddressKind::site : AddressKind::headquarters;
        ways.push_back({ RecordAddress { address, account.key, kind }, command });
    }
    return ways;
}

// R58, R60: it is sent again, to the person who asks.
Ways ways_for(AcceptInvitation const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::user_limit_reached) return by_a_higher_limit(asked, command);
    if (reason != Reason::invitation_expired && reason != Reason::invitation_not_yours) return {};
    auto const link = new_link(asked.ledger, command.link);
    return { { ResendInvitation { command.link, link, command.email, command.on },
        AcceptInvitation { link, command.email, command.on } } };
}

Ways ways_for(DelegateAccess const& command, Reason reason, Asked const& asked)
{
    return reason == Reason::user_limit_reached ? by_a_higher_limit(asked, command) : Ways {};
}

Ways ways_for(SetRole const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::last_admin) return by_another_admin(asked, command);
    auto const* const person = known_person(asked, command.email);
    if (reason != Reason::changed_meanwhile || !person || person->role == command.role) return {};
    return { { SetRole { command.email, person->role, command.role } } };
}

Ways ways_for(EndAccess const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::last_admin) return by_another_admin(asked, command);
    auto const* const person = known_person(asked, command.email);
    if (reason != Reason::changed_meanwhile || !person || person->days.to == command.to) return {};
    return { { EndAccess { command.email, person->days.to, command.to } } };
}

// R135, R138, R140, D15: by a way that is open to the partner; R123: a mail may lack what a page asks for.
Ways ways_for(OpenTicket const& command, Reason reason, Asked const& asked)
{
    bool const closed = reason == Reason::channel_not_open || reason == Reason::ticket_form_incomplete;
    if (!closed || !command.partner) return {};
    auto const& partner = *command.partner;
    Ways ways;
    for (auto const* route :
        routes_for(asked.catalogue.support(), partner.data_centre, partner.region, partner.access)) {
        OpenTicket other = command;
        other.partner->channel = route->kind;
        ways.push_back({ std::move(other) });
    }
    return ways;
}

} // namespace keyrack::engine
