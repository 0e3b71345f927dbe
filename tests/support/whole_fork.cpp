#include "support/whole_fork.hpp"

#include "engine/assigning.hpp"
#include "engine/coverage.hpp"
#include "engine/warranty.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::test {

using namespace engine;
using catalogue::Catalogue;

namespace {

// What a ledger gives on a day, room by room and device by device.
struct Picture
{
    std::vector<Date> until;               // by room row, by any programme; `always` where not covered
    std::vector<std::vector<Date>> untils; // by programme row, by room row
    std::vector<Warranty> warranties;
    std::int64_t covered = 0;
};

Picture picture_of(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    Picture picture;
    auto const columns = coverage_of_all(ledger, catalogue, day);
    picture.until.assign(ledger.rooms().size(), always);
    for (auto const& programme : columns.programmes) {
        for (std::size_t row = 0; row < picture.until.size(); ++row)
            picture.until[row] = std::max(picture.until[row], programme.until[row]);
        picture.untils.emplace_back(programme.until.begin(), programme.until.end());
    }
    picture.covered = std::ranges::count_if(picture.until, [](Date until) { return until != always; });
    picture.warranties = warranty_of_all(ledger, catalogue, columns, day);
    return picture;
}

void compare_rooms(Ledger const& now, Picture const& before, Picture const& after, Difference& difference)
{
    difference.covered_before = before.covered;
    difference.covered_after = after.covered;
    for (std::uint32_t row = 0; row < after.until.size(); ++row) {
        if (row >= before.until.size())
            difference.new_rooms.push_back({ now.rooms()[RoomId::of_row(row)].key, after.until[row] });
        else if (before.until[row] != after.until[row])
            difference.rooms.push_back({ RoomId::of_row(row), before.until[row], after.until[row] });
    }
}

// By room, and for each by programme.
void compare_programmes(Picture const& before, Picture const& after, Difference& difference)
{
    for (std::uint32_t row = 0; row < before.until.size(); ++row) {
        for (std::uint32_t programme = 0; programme < before.untils.size(); ++programme) {
            Date const was = before.untils[programme][row];
            Date const is = after.untils[programme][row];
            if (was != is)
                difference.programmes.push_back({ RoomId::of_row(row), ProgrammeId::of_row(programme), was, is });
        }
    }
}

void compare_orders(
    Ledger const& before, Ledger const& after, Catalogue const& catalogue, Date day, Difference& difference)
{
    for (std::uint32_t row = 0; row < after.orders().size(); ++row) {
        auto const id = OrderId::of_row(row);
        OrderChange change {
            .order = id, .key = after.orders()[id].key, .term_before = { always, always }
        };
        if (row < before.orders().size()) {
            change.term_before = term_left_of(before, catalogue, id);
            change.free_before = free_count(before, catalogue, id, day);
        }
        change.term_after = term_left_of(after, catalogue, id);
        change.free_after = free_count(after, catalogue, id, day);
        if (change.term_before != change.term_after || change.free_before != change.free_after)
            difference.orders.push_back(change);
    }
}

void compare_warranties(Picture const& before, Picture const& after, Difference& difference)
{
    for (std::uint32_t row = 0; row < before.warranties.size(); ++row) {
        Warranty const& was = before.warranties[row];
        Warranty const& is = after.warranties[row];
        difference.warranties_extended += was.end() < is.end() ? 1 : 0;
        difference.warranties_cut += is.end() < was.end() ? 1 : 0;
        if (is.clipped_from && was != is) difference.clipped.push_back(DeviceId::of_row(row));
    }
}

} // namespace

Difference difference_of(Ledger const& before, Ledger const& after, Catalogue const& catalogue, Date as_of)
{
    auto const was = picture_of(before, catalogue, as_of);
    auto const is = picture_of(after, catalogue, as_of);
    Difference difference;
    compare_rooms(after, was, is, difference);
    compare_programmes(was, is, difference);
    compare_orders(before, after, catalogue, as_of, difference);
    compare_warranties(was, is, difference);
    difference.spares_before = spares_on(before, catalogue, as_of);
    difference.spares_after = spares_on(after, catalogue, as_of);
    difference.compliance = { breaches_on(before, catalogue, as_of), breaches_on(after, catalogue, as_of) };
    return difference;
}

std::expected<Difference, Refusal> what_if_on_a_copy(
    Ledger const& ledger, Catalogue const& catalogue, std::vector<Command> const& commands, Date as_of)
{
    Ledger tried = ledger;
    for (std::size_t at = 0; at < commands.size(); ++at) {
        auto folded = fold(tried, catalogue, commands[at], EntryId::none(), Manner::live);
        if (!folded) return std::unexpected(Refusal { at, std::move(folded.error()) });
    }
    return difference_of(ledger, tried, catalogue, as_of);
}

} // namespace keyrack::test
