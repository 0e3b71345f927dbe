#include "support/clocks.hpp"

#include "codec/catalogue_json.hpp"

#include <catch_amalgamated.hpp>

namespace keyrack::test {

Instant instant(std::string_view text)
{
    auto const read = parse_instant(text);
    CAPTURE(text);
    REQUIRE(read.has_value());
    return *read;
}

std::string shown(std::optional<Instant> moment)
{
    return moment ? iso(*moment) : "never";
}

catalogue::Support const& support()
{
    return codec::shipped_catalogue().support();
}

engine::Calendar business(std::string_view region, std::string_view country)
{
    auto const* hours = support().hours_of(region);
    REQUIRE(hours != nullptr);
    engine::Calendar const calendar {
        engine::BusinessHours { hours->opens_minute, hours->closes_minute },
         support().main_zone_of(country),
        support().holidays_of(country)
    };
    REQUIRE(calendar.zone != nullptr);
    REQUIRE(calendar.holidays != nullptr);
    return calendar;
}

std::string_view word(engine::Why why)
{
    switch (why) {
    case engine::Why::counting: return "counting";
    case engine::Why::off_hours: return "off hours";
    case engine::Why::weekend: return "weekend";
    case engine::Why::holiday: return "holiday";
    case engine::Why::paused: return "paused";
    case engine::Why::not_entitled: return "not entitled";
    case engine::Why::finished: return "finished";
    }
    return {};
}

std::string_view word(engine::Turning turning)
{
    switch (turning) {
    case engine::Turning::opened: return "opened";
    case engine::Turning::paused: return "paused";
    case engine::Turning::resumed: return "resumed";
    case engine::Turning::severity_changed: return "severity";
    case engine::Turning::tier_changed: return "tier";
    case engine::Turning::calendar_changed: return "calendar";
    case engine::Turning::entitlement_changed: return "entitlement";
    case engine::Turning::reopened: return "reopened";
    case engine::Turning::finished: return "finished";
    case engine::Turning::hours: return "hours";
    case engine::Turning::daylight_saving: return "daylight saving";
    }
    return {};
}

} // namespace keyrack::test
