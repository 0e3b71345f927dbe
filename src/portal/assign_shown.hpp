#pragma once
// The assign screen: licences beside rooms, and what changes.

#include "base/id.hpp"
#include "engine/rows.hpp"
#include "portal/shown.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::portal {

struct LicenceCard
{
    OrderId order;
    std::string title;  // "Select · PO-5120"
    std::string second; // "3 years · to 3 Nov 2027", "2 years · starts 15 Jan 2027 at the latest"
    std::int64_t free = 0;
    bool chosen = false;
    std::string blocked; // why it cannot be chosen, or empty
};

struct RoomCard
{
    RoomId room;
    std::string name, second; // "Oslo · 3 devices"
    Chip cover;
    bool chosen = false;
    std::string blocked; // "Not in a Sync account: Sync Plus cannot be assigned", or empty
    std::string ways {}; // blocked: what RunOnScreen is given to show what can be done
};

// What a pointer takes along from one card to another. Nothing comes of it before it is let go, and then it is chosen.
enum class Carries { licence, room };
struct Carried
{
    Carries what {};
    OrderId order; // what is carried, and what it is held over: none() where it is over nothing
    RoomId room;
    bool operator==(Carried const&) const = default;

    [[nodiscard]] bool is_over_something() const { return order.exists() && room.exists(); }
};

struct CarriedCard // goes along with the pointer
{
    Carried carried;
    std::string title;  // "Select · PO-5120"; over a room "Select · PO-5120 → Fjord"
    std::string second; // what would be, or why it cannot be
    Tone tone = Tone::neutral;
    bool fits = false; // it can be let go here
};

struct ChangeLine
{
    std::string label; // "Rooms covered"
    std::string value; // "62 → 66"
    Tone tone = Tone::neutral;
};

// Why there is nothing to choose between, so that the screen can say what to do about it.
enum class NothingToAssign { no_rooms, all_covered, no_licences };

struct AssignModel
{
    std::string second; // "38 free licences, 18 rooms without cover"
    std::vector<LicenceCard> licences;
    std::string query;
    std::size_t room_count = 0;
    std::function<RoomCard(std::size_t)> room;
    std::string chosen_text; // "4 of 18 chosen"
    std::size_t chosen = 0;
    std::string from;      // date field: "2026-11-22"
    std::string from_text; // what stands there while it is not edited: "22 Nov 2026"
    std::vector<ChangeLine> changes;
    std::vector<std::string> warnings; // cap, term start, no more licences …
    std::string hint;                  // what to do first, or empty
    std::string refusal;               // why the plan cannot be done as chosen, or empty
    std::string ways {};               // what RunOnScreen is given to show what can be done about that
    std::string action;                // "Assign 4 licences"
    bool ready = false;
    bool can_try = false;                      // in a what-if, where nothing is kept
    std::optional<CarriedCard> carried;        // everything else is then as if it were let go
    std::string empty_text, empty_second;      // when there is nothing to assign or no room without cover
    std::optional<NothingToAssign> nothing {}; // likewise
};

} // namespace keyrack::portal
