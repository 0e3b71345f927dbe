#pragma once
// B6: which free licence goes to which uncovered room on a day. The best plan by the stated priorities, found exactly while
// the question is small enough and greedily beyond that, with a bound that no plan exceeds. No licence is used twice.

#include "catalogue/catalogue.hpp"
#include "engine/command.hpp"
#include "engine/ledger.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

namespace keyrack::engine {

// What a plan is measured by, one after the other: a later one decides only where all before it are equal.
enum class Priority : std::uint8_t {
    room_days,       // the days for which rooms are covered
    important_rooms, // how many important rooms are covered (R94)
    warranty_days,   // the days by which warranties of devices grow: young devices gain more (R87, R88)
};
inline constexpr std::array priorities { Priority::room_days, Priority::important_rooms, Priority::warranty_days };
[[nodiscard]] std::string_view code(Priority priority);

// Counts in the order of the priorities asked for; compared like words in a dictionary.
struct Worth
{
    std::array<std::int64_t, priorities.size()> counts {};
    auto operator<=>(Worth const&) const = default;
    friend Worth operator+(Worth a, Worth const& b)
    {
        for (std::size_t at = 0; at < a.counts.size(); ++at) a.counts[at] += b.counts[at];
        return a;
    }
    friend Worth operator-(Worth a, Worth const& b)
    {
        for (std::size_t at = 0; at < a.counts.size(); ++at) a.counts[at] -= b.counts[at];
        return a;
    }
};

struct PlanWishes
{
    // Those asked for, each once; the others follow in their order above.
    std::vector<Priority> by { priorities.begin(), priorities.end() };
    ProgrammeId programme; // licences of this one; none(): of any
    bool operator==(PlanWishes const&) const = default;
};

struct Planned
{
    RoomId room;
    LicenceRef licence;
    Date until {}; // covered by it until then, or until what covers the room next
    bool operator==(Planned const&) const = default;
};

// Why a room goes without, the nearest miss first.
enum class LeftOut : std::uint8_t {
    no_licence_left, // every licence that it could have serves a room that gains as much or more
    not_in_sync,     // R79: free licences are there, for rooms that are defined in Sync
    other_account,   // R47: free licences are there, and belong to another site
    warranty_cut,    // D6: free licences are there, and the operator has those refused that the cap shortens
    not_provided,    // R83: free licences are there, and the programme is not provided in the room's country
    nothing_free,    // no licence is free at all
};
[[nodiscard]] std::string_view code(LeftOut why);

struct RoomLeftOut
{
    RoomId room;
    LeftOut why {};
    bool operator==(RoomLeftOut const&) const = default;
};

// An order whose free licences the plan leaves alone: assigning one now would begin its term before what is planned for it,
// and so end it earlier.
struct OrderLeftOut
{
    OrderId order;
    Date starts {}; // its first assignment
    bool operator==(OrderLeftOut const&) const = default;
};

enum class Found : std::uint8_t { best, within_bound };
[[nodiscard]] std::string_view code(Found found);

struct Plan
{
    std::vector<Planned> planned;     // by room
    std::vector<RoomLeftOut> rooms;   // by room
    std::vector<OrderLeftOut> orders; // by order
    Worth worth;                      // of the plan
    Worth bound;                      // no plan is worth more
    Found found = Found::best;
    std::vector<Command> steps; // the plan as one command; none where nothing is planned
    bool operator==(Plan const&) const = default;
};

[[nodiscard]] Plan plan_on(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, PlanWishes const& wishes, Date as_of);

} // namespace keyrack::engine
