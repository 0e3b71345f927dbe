#pragma once
// What ends when, and what must be ordered by when so that no room goes without (B5): the days on which rooms lose their
// cover, the days between which an order loses nothing, and orders proposed so that their terms end together, within the
// SKUs that are sold (R37, R38), the start of a term (R39) and the warranty's cap (R88).

#include "catalogue/catalogue.hpp"
#include "engine/command.hpp"
#include "engine/ledger.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keyrack::engine {

// Rooms whose cover ends on a day, with nothing that follows on it.
struct Ending
{
    Date on {};
    ProgrammeId programme;     // that ends; where several do on that day, the one that covered last
    AccountId account;         // of the rooms; none(): of no account
    std::vector<RoomId> rooms; // by row
    // Bought on a day from the first to the last, and assigned from `on`, an order of the programme leaves no gap and loses
    // no day of its term.
    Date order_from {}, order_by {};
    bool operator==(Ending const&) const = default;
};

// One order for rooms whose cover ends within the days in which a term begins by itself: each is assigned from its own end,
// and all end together.
struct ProposedOrder
{
    std::int32_t years = 0;
    Period term;
    Date order_from {}, order_by {};
    std::vector<RoomId> rooms;
    std::int64_t clipped = 0;   // devices in them whose warranty the cap ends before the term does (R88, D6)
    std::int64_t lost_days = 0; // of licences that begin after the term does
    std::vector<Command> steps; // buying on the last day, and assigning
    bool operator==(ProposedOrder const&) const = default;
};

// The orders of one programme and account, their durations chosen so that their ends lie as close together as SKUs allow.
struct Proposal
{
    ProgrammeId programme;
    AccountId account;
    std::vector<ProposedOrder> orders; // by their start
    std::int64_t spread_days = 0;      // between the first and the last end
    std::int64_t spread_before = 0;    // between the ends that they follow
    bool operator==(Proposal const&) const = default;
};

struct Forecast
{
    Period days;
    std::vector<Ending> endings; // by day, programme, account
    std::vector<Proposal> proposals;
    bool operator==(Forecast const&) const = default;
};

// Of the days [from, to).
[[nodiscard]] Forecast forecast_of(Ledger const& ledger, catalogue::Catalogue const& catalogue, Period days);

} // namespace keyrack::engine
