#include "portal/cover.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

// Of the programmes that cover the room, the one that covers longest.
RoomCover covered_now(engine::CoverageColumns const& columns, std::size_t room, Date day)
{
    RoomCover cover;
    for (std::size_t row = 0; row < columns.programmes.size(); ++row) {
        auto const& programme = columns.programmes[row];
        if (programme.until[room] <= cover.until) continue;
        cover.until = programme.until[room];
        cover.by = programme.by[room];
        cover.programme = ProgrammeId::of_row(static_cast<std::uint32_t>(row));
    }
    if (cover.until > day) cover.state = cover.until - day <= ending_within ? CoverState::ending : CoverState::covered;
    return cover;
}

// What an assignment means to a room that nothing covers on the day: a cover that is over, or one that is to come.
void look_around(RoomCover& cover, engine::Assignment const& assignment, Date end, Date day)
{
    bool const served = assignment.days.from < end;
    if (!served) return;
    if (assignment.days.from > day) {
        cover.from = std::min(cover.from, assignment.days.from);
        cover.state = CoverState::planned;
    } else if (end <= day) {
        cover.until = std::max(cover.until, end);
        if (cover.state == CoverState::never_covered) cover.state = CoverState::expired;
    }
}

void count(Cover& cover, engine::Room const& room, RoomCover const& of_room)
{
    if (room.standing != engine::Standing::valid) return;
    cover.total += 1;
    cover.covered += of_room.covered() ? 1 : 0;
    cover.ending += of_room.state == CoverState::ending ? 1 : 0;
    cover.important += room.importance == engine::Importance::important ? 1 : 0;
}

} // namespace

Cover cover_on(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day)
{
    Cover cover { .day = day, .columns = engine::coverage_of_all(ledger, catalogue, day) };
    cover.rooms.reserve(ledger.rooms().size());
    for (std::size_t room = 0; room < ledger.rooms().size(); ++room)
        cover.rooms.push_back(covered_now(cover.columns, room, day));

    for (auto const& assignment : ledger.assignments().rows()) {
        auto& of_room = cover.rooms[assignment.room.row()];
        if (of_room.covered() || assignment.standing != engine::Standing::valid) continue;
        auto const& on_day = cover.columns.orders[assignment.order.row()];
        look_around(of_room, assignment, engine::covered_until(on_day, assignment), day);
    }
    for (std::size_t room = 0; room < cover.rooms.size(); ++room)
        count(cover, ledger.rooms().rows()[room], cover.rooms[room]);
    return cover;
}

} // namespace keyrack::portal
