#include "engine/checksum.hpp"

#include "engine/coverage.hpp"
#include "engine/spares.hpp"
#include "engine/warranty.hpp"

#include <algorithm>
#include <optional>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

bool cancelled_after(Order const& order, Date day)
{
    return order.cancelled_on && day < *order.cancelled_on;
}

// A copy in which later cancellations have not happened; nothing where there are none.
std::optional<Ledger> known_on(Ledger const& ledger, Date day)
{
    auto const later = [&](Order const& order) { return cancelled_after(order, day); };
    if (std::ranges::none_of(ledger.orders().rows(), later)) return std::nullopt;
    Ledger known = ledger;
    for (std::uint32_t row = 0; row < ledger.orders().size(); ++row) {
        auto const id = OrderId::of_row(row);
        Order order = ledger.orders()[id];
        if (!later(order)) continue;
        order.cancelled_on.reset();
        known.apply(Put<Order, OrderId> { id, std::move(order) });
    }
    return known;
}

struct Totals
{
    std::int64_t rooms = 0;
    std::int64_t insights = 0;
    std::int64_t warranty = 0;
};

struct ProgrammeTotals
{
    std::int64_t covered = 0;
    std::int64_t until = 0;
};

ProgrammeTotals totals_of(CoverageColumns const& columns, ProgrammeId programme)
{
    ProgrammeTotals totals;
    if (!programme.exists()) return totals;
    for (Date const until : columns.programmes[programme.row()].until) {
        if (until == always) continue;
        ++totals.covered;
        totals.until += days_since_epoch(until);
    }
    return totals;
}

Totals totals_of(Ledger const& ledger, Catalogue const& catalogue, CoverageColumns const& columns, Date day)
{
    Totals totals;
    for (std::uint32_t row = 0; row < ledger.rooms().size(); ++row) {
        auto const id = RoomId::of_row(row);
        if (ledger.rooms()[id].standing == Standing::withdrawn) continue;
        ++totals.rooms;
        totals.insights += has_feature(ledger, catalogue, columns, id, catalogue::Feature::insights) ? 1 : 0;
    }
    for (Warranty const& warranty : warranty_of_all(ledger, catalogue, columns, day))
        totals.warranty += warranty.end() ? days_since_epoch(*warranty.end()) : 0;
    return totals;
}

std::string line_of(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    auto const columns = coverage_of_all(ledger, catalogue, day);
    auto const totals = totals_of(ledger, catalogue, columns, day);
    auto const select = totals_of(columns, catalogue.find("select"));
    auto const sync_plus = totals_of(columns, catalogue.find("sync_plus"));
    auto const spares = spares_on(ledger, catalogue, day).entitled;
    auto const written = [](std::string_view name, std::int64_t number) {
        return std::string { name } + "=" + std::to_string(number);
    };
    return written("rooms", totals.rooms) + written(" select", select.covered)
        + written(" sync_plus", sync_plus.covered) + written(" insights", totals.insights) + written(" spares", spares)
        + written(" until", select.until) + written(" warranty", totals.warranty);
}

} // namespace

std::string checksum(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    auto const known = known_on(ledger, day);
    return line_of(known ? *known : ledger, catalogue, day);
}

} // namespace keyrack::engine
