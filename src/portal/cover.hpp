#pragma once
// How every room is covered on a day, for the lists: the engine's columns, and beside them what was before and what comes.

#include "base/date.hpp"
#include "base/id.hpp"
#include "catalogue/catalogue.hpp"
#include "engine/coverage.hpp"
#include "engine/ledger.hpp"

#include <cstdint>
#include <vector>

namespace keyrack::portal {

// A cover that ends within so many days is shown as ending.
inline constexpr Days ending_within { 90 };

// In the order of the list's column: what is best first.
enum class CoverState : std::uint8_t { covered, ending, planned, expired, never_covered };

struct RoomCover
{
    CoverState state = CoverState::never_covered;
    ProgrammeId programme; // covered: the one that covers longest
    AssignmentId by;       // covered: likewise
    Date until = always;   // covered: until when; expired: since when no more
    Date from = never;     // planned: from when
    [[nodiscard]] bool covered() const { return state == CoverState::covered || state == CoverState::ending; }
    bool operator==(RoomCover const&) const = default;
};

struct Cover
{
    Date day {};
    engine::CoverageColumns columns {};
    std::vector<RoomCover> rooms {}; // by room row
    // Of the rooms that stand.
    std::int64_t total = 0, covered = 0, ending = 0, important = 0;
    [[nodiscard]] std::int64_t not_covered() const { return total - covered; }
};

[[nodiscard]] Cover cover_on(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day);

} // namespace keyrack::portal
