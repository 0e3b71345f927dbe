#include "support/tickets.hpp"

#include <catch_amalgamated.hpp>

namespace keyrack::test {

using namespace engine;

namespace {

template <class As>
As answered(Tenant const& tenant, Question const& question)
{
    auto answer = verdict(tenant.ledger, tenant.catalogue(), question, date("2026-11-22"));
    REQUIRE(answer.has_value());
    return std::get<As>(std::move(*answer));
}

} // namespace

TicketAnswer ticket_on(Tenant const& tenant, std::string_view key, std::string_view at)
{
    return answered<TicketAnswer>(tenant, TicketQuestion { std::string { key }, instant(at) });
}

ClocksAnswer clocks_on(Tenant const& tenant, std::string_view at)
{
    return answered<ClocksAnswer>(tenant, ClocksQuestion { instant(at) });
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
