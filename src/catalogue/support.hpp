#pragma once
// What support promises, as data: local times and holidays, business hours by region, targets by severity, and the
// facts of priority support for large user accounts. What the documents leave open is not there, and an answer that
// needs it says so (D1, D19).

#include "catalogue/holidays.hpp"
#include "catalogue/origin.hpp"
#include "catalogue/time_zone.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::catalogue {

// Who works a ticket: room services (Select, Sync Plus, Jumpstart), large user accounts, Customer Success Services.
enum class Desk : std::uint8_t { rooms, large_user, customer_success };

// A tier as support asks for it, of any desk: CssTier, or none of them.
enum class Tier : std::uint8_t { none, select, priority, priority_plus };

// What a clock measures.
enum class Measure : std::uint8_t { response, determination, restoration, solution };

// A commitment can be breached, a target can be missed, a striving reminds and then asks to inform (R130, R131, D2).
enum class Promise : std::uint8_t { commitment, target, striving };
enum class Reach : std::uint8_t { within, below };

struct SupportTarget
{
    Desk desk {};
    Measure measure {};
    std::int32_t severity = 0;
    Tier tier = Tier::none; // none: whatever the tier
    std::optional<std::int32_t> warn_after_minutes;
    std::int32_t limit_minutes = 0;
    Reach reach = Reach::within;
    Promise promise {};
    Origin origin;
    bool operator==(SupportTarget const&) const = default;
};

// Business hours of a region, in local time, Monday to Friday without public holidays (R174–R178).
struct RegionHours
{
    std::string region; // "emea"
    std::int32_t opens_minute = 0;
    std::int32_t closes_minute = 0;
    Origin origin;
    bool operator==(RegionHours const&) const = default;
};

// Up to which severity a tier is served around the clock (R172, R173).
struct AroundTheClock
{
    Desk desk {};
    Tier tier = Tier::none;
    std::optional<std::int32_t> up_to_severity; // nothing: every severity
    Origin origin;
    bool operator==(AroundTheClock const&) const = default;
};

// A service left out of priority support, and what it is rated by (R116–R121).
struct ExcludedService
{
    std::string name;
    std::string rated_by; // a word: key `rated_by.<word>` of the language files
    Origin origin;
    bool operator==(ExcludedService const&) const = default;
};

// Where a ticket can be handed in, by the data centre of the partner's account or by the partner's region (D15).
enum class RouteKind : std::uint8_t { partner_help_centre, help_centre, email };
struct SupportRoute
{
    RouteKind kind {};
    std::vector<std::string> places; // data centres, or regions for e-mail
    std::vector<std::string> addresses;
    Origin origin;
    bool operator==(SupportRoute const&) const = default;
};

struct Support
{
    std::vector<TimeZone> zones;
    std::vector<HolidayCalendar> holidays;
    std::vector<RegionHours> hours;
    std::vector<AroundTheClock> around_the_clock;
    std::vector<SupportTarget> targets;
    std::vector<ExcludedService> excluded;
    std::vector<SupportRoute> routes;
    bool operator==(Support const&) const = default;

    // Null where the data has none.
    [[nodiscard]] TimeZone const* zone_named(std::string_view name) const;
    [[nodiscard]] TimeZone const* main_zone_of(std::string_view country) const;
    [[nodiscard]] HolidayCalendar const* holidays_of(std::string_view country) const;
    [[nodiscard]] RegionHours const* hours_of(std::string_view region) const;
    [[nodiscard]] AroundTheClock const* around_the_clock_for(Desk desk, Tier tier) const;
    [[nodiscard]] SupportTarget const* target(Desk desk, Measure measure, std::int32_t severity, Tier tier) const;
    [[nodiscard]] ExcludedService const* excluded_service(std::string_view name) const;
    [[nodiscard]] SupportRoute const* route(RouteKind kind, std::string_view place) const;

    // Those that the documents name, as tickets come from them by e-mail (R140, R141, D15); for each a threshold of
    // licences can be set (R114, D1).
    [[nodiscard]] std::vector<std::string> partner_regions() const;
    [[nodiscard]] bool is_partner_region(std::string_view region) const
    {
        return route(RouteKind::email, region) != nullptr;
    }
};

} // namespace keyrack::catalogue
