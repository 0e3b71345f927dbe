#pragma once
// A ticket of the ledger as the value that its clocks follow from: its turns, and what the ledger says of entitlement and
// tier by the day (R102, R172–R174, R179, R188, D14). A day begins in the local time of the ticket's place; what was done
// within a day counts from that moment on (engine/timing.hpp).

#include "engine/ticket.hpp"
#include "engine/ticket_terms.hpp"
#include "engine/witness.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace keyrack::engine {

// How a ticket stands once its events have been gone through.
struct TicketNow
{
    std::int32_t severity = 0;
    catalogue::Tier tier = catalogue::Tier::none;
    TicketPlace place;
    bool paused = false;
    bool entitled = true;
    bool resolved = false;
    bool responded = false, determined = false, restored = false;
    bool operator==(TicketNow const&) const = default;
};
[[nodiscard]] TicketNow now_of(Ticket const& ticket, Instant as_of);

// The ticket's own turns alone, in their order; those that stand.
[[nodiscard]] std::vector<TicketTurnId> standing_turns(Ledger const& ledger, TicketId ticket);
[[nodiscard]] Ticket own_ticket(Ledger const& ledger, TicketId ticket);

[[nodiscard]] Date day_of(catalogue::TimeZone const* zone, Instant moment);
[[nodiscard]] Instant beginning_of(catalogue::TimeZone const* zone, Date day);
[[nodiscard]] catalogue::TimeZone const* zone_of(catalogue::Support const& support, TicketPlace const& place);

// Reads many tickets of one ledger; what tickets share is worked out once.
class TicketReader
{
public:
    TicketReader(Ledger const& ledger, catalogue::Catalogue const& catalogue) : m_ledger(ledger), m_catalogue(catalogue)
    { }

    // With what follows from the ledger up to `as_of`.
    [[nodiscard]] Ticket read(TicketId ticket, Instant as_of);

    // What the desk owes on a day.
    struct Service
    {
        bool entitled = true;
        catalogue::Tier tier = catalogue::Tier::none;
        bool operator==(Service const&) const = default;
    };

private:
    using Zone = catalogue::TimeZone const*; // null: UTC
    [[nodiscard]] std::vector<Date> days_of(SupportTicket const& row) const;
    [[nodiscard]] std::vector<RoomId> rooms_of(SupportTicket const& row) const;
    [[nodiscard]] std::vector<Instant> moments_of(SupportTicket const& row) const;
    [[nodiscard]] std::vector<Instant> turning_points(SupportTicket const& row, Zone zone, Instant as_of);
    [[nodiscard]] std::vector<Date> const& css_days();
    [[nodiscard]] std::vector<Instant> const& css_moments();
    [[nodiscard]] Service service_at(SupportTicket const& row, Zone zone, Instant at);
    void add_services(SupportTicket const& row, Ticket& ticket, Instant as_of);

    Ledger const& m_ledger;
    catalogue::Catalogue const& m_catalogue;
    std::optional<std::vector<Date>> m_css_days;
    std::optional<std::vector<Instant>> m_css_moments;
    // By the last of those days and of those moments: between two of them a scope does not change.
    std::map<std::pair<OrgId, ProductLineId>, std::map<std::pair<Date, Instant>, Service>> m_scopes;
};

// A moment and the day that it falls on where the ticket is.
struct LocalMoment
{
    Date day;
    Instant at;
};
[[nodiscard]] LocalMoment moment_in(catalogue::TimeZone const* zone, Instant at);

// Whether the desk serves what the ticket is about at that moment; a ticket about nothing in particular is served.
template <Witness W>
[[nodiscard]] TicketReader::Service service_of(Ledger const& ledger, catalogue::Catalogue const& catalogue,
    SupportTicket const& row, LocalMoment const& moment, W& witness);

// A ticket as it would stand at the moment that it is opened: region and tier are those of its ORG-ID.
[[nodiscard]] Ticket as_opened(Ledger const& ledger, catalogue::Catalogue const& catalogue, SupportTicket const& row);

} // namespace keyrack::engine
