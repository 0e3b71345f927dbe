#include "engine/checksum.hpp"

#include "engine/coverage.hpp"
#include "engine/spares.hpp"
#include "engine/warranty_rules.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

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
        bool const covered = until != always;
        totals.covered += covered ? 1 : 0;
        totals.until += covered ? days_since_epoch(until) : 0;
    }
    return totals;
}

std::int64_t rooms_that_stand(Ledger const& ledger)
{
    return std::ranges::count(ledger.room_columns().standing, Standing::valid);
}

std::int64_t sum_of_warranties(
    Ledger const& ledger, Catalogue const& catalogue, CoverageColumns const& columns, Date day)
{
    std::int64_t sum = 0;
    warranty_of_each(ledger, catalogue, columns, day, [&](DeviceId, Warranty const& warranty) {
        auto const end = std::max(warranty.base_end.value_or(always), warranty.extended_to.value_or(always));
        sum += end == always ? 0 : days_since_epoch(end);
    });
    return sum;
}

} // namespace

std::string checksum(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    auto const columns = coverage_of_all(ledger, catalogue, day, Cancellations::known_on_the_day);
    auto const select = totals_of(columns, catalogue.find("select"));
    auto const sync_plus = totals_of(columns, catalogue.find("sync_plus"));
    auto const insights = rooms_with_feature(ledger, catalogue, columns, catalogue::Feature::insights);
    auto const spares = spares_on(ledger, catalogue, day).entitled;
    auto const warranty = sum_of_warranties(ledger, catalogue, columns, day);
    auto const written = [](std::string_view name, std::int64_t number) {
        return std::string { name } + "=" + std::to_string(number);
    };
    return written("rooms", rooms_that_stand(ledger)) + written(" select", select.covered)
        + written(" sync_plus", sync_plus.covered) + written(" insights", insights) + written(" spares", spares)
        + written(" until", select.until) + written(" warranty", warranty);
}

} // namespace keyrack::engine
