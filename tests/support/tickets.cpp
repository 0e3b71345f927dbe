#include "support/tickets.hpp"

#include "support/asking.hpp"

#include <catch_amalgamated.hpp>

namespace keyrack::test {

using namespace engine;

TicketAnswer ticket_on(Tenant const& tenant, std::string_view key, std::string_view at)
{
    return told<TicketAnswer>(tenant, TicketQuestion { std::string { key }, instant(at) }, "2026-11-22");
}

ClocksAnswer clocks_on(Tenant const& tenant, std::string_view at)
{
    return told<ClocksAnswer>(tenant, ClocksQuestion { instant(at) }, "2026-11-22");
}

TicketClock const& clock_in(TicketAnswer const& answer, catalogue::Measure measure)
{
    auto const found = std::ranges::find(answer.clocks, measure, &TicketClock::measure);
    REQUIRE(found != answer.clocks.end());
    return *found;
}

std::optional<bool> holds_in(std::vector<Proof> const& proof, Rule rule)
{
    for (Proof const& each : proof) {
        if (each.rule == rule) return each.holds == Holds::yes;
        if (auto const within = holds_in(each.parts, rule)) return within;
    }
    return std::nullopt;
}

} // namespace keyrack::test
