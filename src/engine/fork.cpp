#include "engine/fork.hpp"

#include "engine/assigning.hpp"
#include "engine/coverage.hpp"
#include "engine/warranty.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

// What a ledger gives on a day, room by room and device by device.
struct Picture
{
    CoverageColumns columns;
    std::vector<Date> until; // by room row, by any programme; `always` where not covered
    std::vector<Warranty> warranties;
    std::int64_t covered = 0;
};

Picture picture_of(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    Picture picture;
    picture.columns = coverage_of_all(ledger, catalogue, day);
    picture.until.assign(ledger.rooms().size(), always);
    for (auto const& programme : picture.columns.programmes) {
        for (std::size_t row = 0; row < picture.until.size(); ++row)
            picture.until[row] = std::max(picture.until[row], programme.until[row]);
    }
    picture.covered = std::ranges::count_if(picture.until, [](Date until) { return until != always; });
    picture.warranties = warranty_of_all(ledger, catalogue, picture.columns, day);
    return picture;
}

// Rooms of the ledger as it is; those that the commands add are counted, not listed.
void compare_rooms(Picture const& before, Picture const& after, Difference& difference)
{
    difference.covered_before = before.covered;
    difference.covered_after = after.covered;
    for (std::uint32_t row = 0; row < before.until.size(); ++row) {
        if (before.until[row] != after.until[row])
            difference.rooms.push_back({ RoomId::of_row(row), before.until[row], after.until[row] });
    }
}

// An order that the commands place has had no day before.
OrderChange order_before(Ledger const& ledger, Catalogue const& catalogue, OrderId id, Date day)
{
    OrderChange change;
    change.order = id;
    change.term_before = { always, always };
    if (id.row() < ledger.orders().size()) {
        change.term_before = term_of(ledger, catalogue, id);
        change.free_before = free_count(ledger, catalogue, id, day);
    }
    return change;
}

void compare_orders(
    Ledger const& before, Ledger const& after, Catalogue const& catalogue, Date day, Difference& difference)
{
    for (std::uint32_t row = 0; row < after.orders().size(); ++row) {
        auto const id = OrderId::of_row(row);
        OrderChange change = order_before(before, catalogue, id, day);
        change.term_after = term_of(after, catalogue, id);
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
        if (is.clipped_from && was != is) difference.clipped.push_back(DeviceId::of_row(row));
    }
}

} // namespace

std::expected<Difference, Refusal> what_if(
    Ledger const& ledger, Catalogue const& catalogue, std::vector<Command> const& commands, Date as_of)
{
    Ledger tried = ledger;
    for (std::size_t at = 0; at < commands.size(); ++at) {
        auto folded = fold(tried, catalogue, commands[at], EntryId::none(), Manner::live);
        if (!folded) return std::unexpected(Refusal { at, std::move(folded.error()) });
    }
    Picture const before = picture_of(ledger, catalogue, as_of);
    Picture const after = picture_of(tried, catalogue, as_of);
    Difference difference;
    compare_rooms(before, after, difference);
    compare_orders(ledger, tried, catalogue, as_of, difference);
    compare_warranties(before, after, difference);
    difference.spares_before = spares_on(ledger, catalogue, as_of);
    difference.spares_after = spares_on(tried, catalogue, as_of);
    return difference;
}

} // namespace keyrack::engine
