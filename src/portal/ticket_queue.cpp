#include "portal/ticket_queue.hpp"

#include "base/verify.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace keyrack::portal {

namespace {

// By ticket row: its place among the running clocks, and the clock.
struct Urgencies
{
    std::vector<std::size_t> place;
    std::vector<engine::RunningClock> clocks;
};

constexpr auto nowhere = std::numeric_limits<std::size_t>::max();

Urgencies urgencies(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, Instant at)
{
    Urgencies result { std::vector<std::size_t>(ledger.tickets().size(), nowhere), {} };
    Date const day { std::chrono::floor<std::chrono::days>(at).time_since_epoch() };
    auto answer = engine::verdict(ledger, catalogue, engine::ClocksQuestion { at }, day);
    VERIFY(answer.has_value()); // it names nothing that could be missing
    result.clocks = std::move(std::get<engine::ClocksAnswer>(*answer).clocks);
    for (std::size_t index = 0; index < result.clocks.size(); ++index) {
        auto& place = result.place[result.clocks[index].ticket.row()];
        if (place == nowhere) place = index;
    }
    return result;
}

} // namespace

TicketQueue queue_of(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, Instant at)
{
    auto const urgent = urgencies(ledger, catalogue, at);
    engine::TicketReader reader { ledger, catalogue };
    TicketQueue queue;
    for (std::uint32_t row = 0; row < ledger.tickets().size(); ++row) {
        auto const id = TicketId::of_row(row);
        auto const& ticket = ledger.tickets()[id];
        if (ticket.standing != engine::Standing::valid || at < ticket.opened_at) continue;
        QueuedTicket queued { id, engine::now_of(reader.read(id, at), at), {} };
        if (urgent.place[row] != nowhere) queued.clock = urgent.clocks[urgent.place[row]];
        queue.push_back(std::move(queued));
    }
    std::ranges::sort(queue, {}, [&](QueuedTicket const& each) {
        return std::tuple { each.now.resolved, urgent.place[each.id.row()], -static_cast<std::int64_t>(each.id.row()) };
    });
    return queue;
}

bool is_at_risk(QueuedTicket const& ticket)
{
    using engine::ClockStanding;
    return ticket.clock
        && (ticket.clock->standing == ClockStanding::warned || ticket.clock->standing == ClockStanding::breached);
}

bool passes(QueuedTicket const& ticket, TicketFilter filter)
{
    switch (filter) {
    case TicketFilter::open: return !ticket.now.resolved;
    case TicketFilter::at_risk: return is_at_risk(ticket);
    case TicketFilter::support_turn: return !ticket.now.resolved && !ticket.now.paused;
    case TicketFilter::customer_turn: return !ticket.now.resolved && ticket.now.paused;
    case TicketFilter::closed: return ticket.now.resolved;
    }
    return true;
}

std::int64_t count_of(TicketQueue const& queue, TicketFilter filter)
{
    return std::ranges::count_if(queue, [filter](QueuedTicket const& each) { return passes(each, filter); });
}

} // namespace keyrack::portal
