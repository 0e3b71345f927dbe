#pragma once
// A support ticket and its clocks. What happened to a ticket is a list of events, each with its moment; the clocks follow
// from it and from the catalogue alone (R128–R131, R150, R151, R172–R178, D2, D14, D19, D22).

#include "catalogue/support.hpp"
#include "engine/clock_strip.hpp"
#include "engine/ticket_rows.hpp"
#include "engine/ticket_terms.hpp"

#include <optional>
#include <string>
#include <vector>

namespace keyrack::engine {

struct TicketEvent
{
    Instant at {};
    TicketStep step {};
    std::int32_t severity = 0;
    catalogue::Tier tier = catalogue::Tier::none;
    TicketPlace place {};
    std::string note {};
    bool operator==(TicketEvent const&) const = default;
};

struct Ticket
{
    std::string key;
    catalogue::Desk desk {};
    Instant opened_at {};
    std::int32_t severity = 0;
    catalogue::Tier tier = catalogue::Tier::none;
    TicketPlace place {};
    std::vector<TicketEvent> events; // by their moments
    bool operator==(Ticket const&) const = default;
};

// What an answer about a clock lacks, most decisive first. Only `region`, `hours` and `zone` leave it without a count.
enum class Lacking {
    region,   // business hours are needed and the ticket names no region
    hours,    // the region has no hours
    zone,     // no time zone follows from the ticket's place
    holidays, // the country's holidays are not known on every day of the clock: counted as ordinary days
    target    // neither document nor operator sets one for this severity and tier (D19)
};

struct TicketClock
{
    catalogue::Measure measure {};
    Clock clock;                                    // without phases where it cannot be counted
    std::optional<catalogue::SupportTarget> target; // as the ticket stands at the asked moment; nothing: none is set
    Strip strip;
    ClockStanding standing = ClockStanding::none;
    std::optional<Instant> warn_at, breach_at; // with nothing more happening
    std::vector<Lacking> lacking;              // ascending
};

// What the desk measures, in the order in which a ticket goes through it.
[[nodiscard]] std::vector<catalogue::Measure> measures_of(catalogue::Desk desk);
// One clock for each, as of a moment: what happened later is not known yet. `standing`: without the strip, for many
// tickets at once.
enum class ClockDetail { standing, strip };
[[nodiscard]] std::vector<TicketClock> clocks_of(
    Ticket const& ticket, SupportTerms const& terms, Instant as_of, ClockDetail detail = ClockDetail::strip);

// R130, R131, D2: a solution is strived for; past the first end the desk is reminded, at the second the partner has to be
// informed, and the duty stays until it is done after that moment or the ticket is resolved.
enum class InformDuty { none, reminded, due, done };
[[nodiscard]] InformDuty duty_to_inform(Ticket const& ticket, SupportTerms const& terms, Instant as_of);

} // namespace keyrack::engine
