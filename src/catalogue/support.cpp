#include "catalogue/support.hpp"

#include <algorithm>

namespace keyrack::catalogue {

namespace {

template <class Row, class Wanted>
Row const* first(std::vector<Row> const& rows, Wanted&& wanted)
{
    auto const found = std::ranges::find_if(rows, wanted);
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

TimeZone const* Support::zone_named(std::string_view name) const
{
    return first(zones, [&](auto const& zone) { return zone.name == name; });
}

TimeZone const* Support::main_zone_of(std::string_view country) const
{
    return first(zones, [&](auto const& zone) { return zone.country == country; });
}

HolidayCalendar const* Support::holidays_of(std::string_view country) const
{
    return first(holidays, [&](auto const& calendar) { return calendar.country == country; });
}

RegionHours const* Support::hours_of(std::string_view region) const
{
    return first(hours, [&](auto const& each) { return each.region == region; });
}

AroundTheClock const* Support::around_the_clock_for(Desk desk, Tier tier) const
{
    return first(around_the_clock, [&](auto const& each) { return each.desk == desk && each.tier == tier; });
}

SupportTarget const* Support::target(Desk desk, Measure measure, std::int32_t severity, Tier tier) const
{
    return first(targets, [&](auto const& each) {
        return each.desk == desk && each.measure == measure && each.severity == severity
            && (each.tier == Tier::none || each.tier == tier);
    });
}

ExcludedService const* Support::excluded_service(std::string_view name) const
{
    return first(excluded, [&](auto const& each) { return each.name == name; });
}

SupportRoute const* Support::route(RouteKind kind, std::string_view place) const
{
    return first(
        routes, [&](auto const& each) { return each.kind == kind && std::ranges::contains(each.places, place); });
}

std::vector<std::string> Support::partner_regions() const
{
    std::vector<std::string> regions;
    for (auto const& route : routes)
        if (route.kind == RouteKind::email) regions.insert(regions.end(), route.places.begin(), route.places.end());
    return regions;
}

} // namespace keyrack::catalogue
