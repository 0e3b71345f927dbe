// What would do instead of a refused command about support tickets.

#include "engine/email.hpp"
#include "engine/large_user.hpp"
#include "engine/ticket_reading.hpp"
#include "engine/ways_parts.hpp"

#include <iterator>

namespace keyrack::engine {

namespace {

using catalogue::Desk;

WithdrawTurn withdrawing(Ledger const& ledger, TicketTurnId id)
{
    TicketTurn const& turn = ledger.ticket_turns()[id];
    return { ledger.tickets()[turn.ticket].key, turn.at, turn.step };
}

// Its turns are taken back, the last one first, down to that many.
std::vector<Command> without_turns(Ledger const& ledger, TicketId ticket, std::size_t keeping)
{
    auto const turns = standing_turns(ledger, ticket);
    std::vector<Command> steps;
    for (std::size_t at = turns.size(); at > keeping; --at) steps.emplace_back(withdrawing(ledger, turns[at - 1]));
    return steps;
}

template <class IdOf>
std::vector<Command> without(Asked const& asked, IdOf SupportTicket::* about, IdOf id)
{
    Ledger const& ledger = asked.ledger;
    std::vector<Command> steps;
    for (std::uint32_t row = 0; row < ledger.tickets().size(); ++row) {
        auto const ticket = TicketId::of_row(row);
        SupportTicket const& each = ledger.tickets()[ticket];
        if (each.standing == Standing::withdrawn || each.*about != id) continue;
        std::ranges::move(without_turns(ledger, ticket, 0), std::back_inserter(steps));
        steps.emplace_back(RemoveTicket { each.key });
    }
    return steps;
}

Instant last_moment(Ledger const& ledger, TicketId ticket)
{
    Instant last = ledger.tickets()[ticket].opened_at;
    for (TicketTurnId const turn : standing_turns(ledger, ticket))
        last = std::max(last, ledger.ticket_turns()[turn].at);
    return last;
}

// What was counted stays, so it happens at the earliest when the last thing did.
template <class Turning>
Ways not_before_the_last(Turning command, Asked const& asked)
{
    auto const id = asked.ledger.ticket(command.ticket);
    if (!id.exists()) return {};
    command.at = last_moment(asked.ledger, id);
    return { instead(std::move(command)) };
}

// R135, R138, R140, D15: by a way that is open to the partner; R123: a mail may lack what a page asks for.
Ways by_open_channels(OpenTicket const& command, Asked const& asked)
{
    if (!command.partner) return {};
    auto const& partner = *command.partner;
    Ways ways;
    for (auto const* route :
        routes_for(asked.catalogue.support(), partner.data_centre, partner.region, partner.access)) {
        OpenTicket other = command;
        other.partner->channel = route->kind;
        ways.push_back(instead(std::move(other)));
    }
    return ways;
}

// R137: what a partner tells of a ticket stands in its form.
void tell_in_form(OpenTicket& command)
{
    if (!command.partner) return;
    auto& told = command.partner->form.description;
    if (told.empty()) told = command.description;
    command.description.clear();
}

// Without what only another desk asks for.
OpenTicket as_its_desk_asks(OpenTicket command)
{
    bool const css = command.desk == Desk::customer_success;
    if (command.desk != Desk::large_user) command.partner.reset();
    tell_in_form(command);
    if (!css) command.tier.reset();
    if (!command.about) return command;
    auto& about = *command.about;
    if (css)
        about.room = about.device = {};
    else
        about.org = {};
    if (about.org.empty()) about.product_line = {};
    if (!about.org.empty()) command.tier.reset();
    return command;
}

// Without what the step does not change.
TurnTicket as_its_step_asks(TurnTicket command)
{
    if (command.step != TicketStep::change_severity) command.severity.reset();
    if (command.step != TicketStep::change_tier) command.tier.reset();
    if (command.step != TicketStep::change_place) command.place.reset();
    if (command.step != TicketStep::note) command.note.clear();
    return command;
}

// What was resolved is opened again, at the same moment.
Ways once_reopened(TurnTicket const& command, Asked const& asked)
{
    auto const id = asked.ledger.ticket(command.ticket);
    if (!id.exists()) return {};
    auto const now = now_of(own_ticket(asked.ledger, id), forever);
    bool const again = command.step == TicketStep::reopen || command.step == TicketStep::resolve;
    if (!now.resolved || again) return {};
    return { after({ TurnTicket { command.ticket, command.at, TicketStep::reopen, {}, {}, {} } }, command) };
}

} // namespace

std::vector<Command> without_tickets(Asked const& asked, RoomId SupportTicket::* about, RoomId id)
{
    return without(asked, about, id);
}
std::vector<Command> without_tickets(Asked const& asked, DeviceId SupportTicket::* about, DeviceId id)
{
    return without(asked, about, id);
}
std::vector<Command> without_tickets(Asked const& asked, OrgId SupportTicket::* about, OrgId id)
{
    return without(asked, about, id);
}
std::vector<Command> without_tickets(Asked const& asked, ProductLineId SupportTicket::* about, ProductLineId id)
{
    return without(asked, about, id);
}

Ways ways_for(OpenTicket const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::channel_not_open || reason == Reason::ticket_form_incomplete)
        return by_open_channels(command, asked);
    if (reason != Reason::other_desk) return {};
    auto other = as_its_desk_asks(command);
    return other == command ? Ways {} : Ways { instead(std::move(other)) };
}

Ways ways_for(RemoveTicket const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.ticket(command.ticket);
    if (reason != Reason::has_dependents || !id.exists()) return {};
    return { after(without_turns(asked.ledger, id, 0), command) };
}

Ways ways_for(TurnTicket const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::turn_too_early) return not_before_the_last(command, asked);
    if (reason == Reason::turn_changes_nothing) return once_reopened(command, asked);
    if (reason != Reason::bad_turn) return {};
    auto other = as_its_step_asks(command);
    return other == command ? Ways {} : Ways { instead(std::move(other)) };
}

Ways ways_for(WritePrimaryEmail const& command, Reason reason, Asked const& asked)
{
    return reason == Reason::turn_too_early ? not_before_the_last(command, asked) : Ways {};
}

// Those after it are taken back first; where there is none of that step and moment, the last one.
Ways ways_for(WithdrawTurn const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.ticket(command.ticket);
    if (reason != Reason::unknown_turn || !id.exists()) return {};
    auto const turns = standing_turns(asked.ledger, id);
    for (std::size_t at = turns.size(); at > 0; --at)
        if (withdrawing(asked.ledger, turns[at - 1]) == command)
            return { after(without_turns(asked.ledger, id, at), command) };
    return turns.empty() ? Ways {} : Ways { instead(withdrawing(asked.ledger, turns.back())) };
}

// R115: what was recorded of it is forgotten first.
Ways ways_for(RecordSubscription const& command, Reason reason, Asked const&)
{
    if (reason != Reason::key_taken) return {};
    return { after({ ForgetSubscription { command.subscription } }, command) };
}

} // namespace keyrack::engine
