#pragma once
// The fields of assets/catalogue/support.json, time_zones.json and holidays.json, described once.

#include "codec/catalogue_fields.hpp"

#include <vector>

namespace keyrack {

namespace codec {

// Where facts that others gathered come from.
struct FactsSource
{
    std::string name, version, licence, authors;
};
struct HolidayRow
{
    std::string en, de, nb;
    std::string every; // "12-25": that day of every year; or empty, and `days` lists them
    std::vector<Date> days;
};
struct CountryRow
{
    std::string country;
    std::vector<HolidayRow> holidays;
};
struct HolidaysFile
{
    FactsSource source;
    Date from {}, to {};
    std::vector<CountryRow> countries;
};
struct ZonesFile
{
    FactsSource source;
    std::vector<catalogue::TimeZone> zones;
};

template <>
struct Words<catalogue::Desk>
{
    using enum catalogue::Desk;
    static constexpr WordList<catalogue::Desk, 3> list { { { rooms, "rooms" }, { large_user, "large_user" },
        { customer_success, "customer_success" } } };
};
template <>
struct Words<catalogue::Tier>
{
    using enum catalogue::Tier;
    static constexpr WordList<catalogue::Tier, 4> list { { { none, "none" }, { select, "select" },
        { priority, "priority" }, { priority_plus, "priority_plus" } } };
};
template <>
struct Words<catalogue::Measure>
{
    using enum catalogue::Measure;
    static constexpr WordList<catalogue::Measure, 4> list { { { response, "response" },
        { determination, "determination" }, { restoration, "restoration" }, { solution, "solution" } } };
};
template <>
struct Words<catalogue::Promise>
{
    using enum catalogue::Promise;
    static constexpr WordList<catalogue::Promise, 3> list { { { commitment, "commitment" }, { target, "target" },
        { striving, "striving" } } };
};
template <>
struct Words<catalogue::Reach>
{
    using enum catalogue::Reach;
    static constexpr WordList<catalogue::Reach, 2> list { { { within, "within" }, { below, "below" } } };
};
template <>
struct Words<catalogue::RouteKind>
{
    using enum catalogue::RouteKind;
    static constexpr WordList<catalogue::RouteKind, 3> list { { { partner_help_centre, "partner_help_centre" },
        { help_centre, "help_centre" }, { email, "email" } } };
};

} // namespace codec

template <>
struct Fields<codec::FactsSource>
{
    using T = codec::FactsSource;
    static constexpr std::string_view entity = "source";
    static constexpr auto list =
        std::tuple { codec::required("name", &T::name), codec::required("version", &T::version),
            codec::required("licence", &T::licence), codec::required("authors", &T::authors) };
};
template <>
struct Fields<codec::HolidayRow>
{
    using T = codec::HolidayRow;
    static constexpr std::string_view entity = "holiday";
    static constexpr auto list = std::tuple { codec::required("en", &T::en), codec::required("de", &T::de),
        codec::required("nb", &T::nb), field("every", &T::every), field("days", &T::days) };
};
template <>
struct Fields<codec::CountryRow>
{
    using T = codec::CountryRow;
    static constexpr std::string_view entity = "country";
    static constexpr auto list =
        std::tuple { codec::required("country", &T::country), field("holidays", &T::holidays) };
};
template <>
struct Fields<codec::HolidaysFile>
{
    using T = codec::HolidaysFile;
    static constexpr std::string_view entity = "holidays";
    static constexpr auto list = std::tuple { field("source", &T::source), field("from", &T::from), field("to", &T::to),
        field("countries", &T::countries) };
};
template <>
struct Fields<catalogue::YearlyTurn>
{
    using T = catalogue::YearlyTurn;
    static constexpr std::string_view entity = "turn";
    static constexpr auto list = std::tuple { field("month", &T::month), field("week", &T::week),
        field("weekday", &T::weekday), field("minute", &T::minute) };
};
template <>
struct Fields<catalogue::Saving>
{
    using T = catalogue::Saving;
    static constexpr std::string_view entity = "saving";
    static constexpr auto list =
        std::tuple { field("offset", &T::offset), field("begins", &T::begins), field("ends", &T::ends) };
};
template <>
struct Fields<catalogue::OffsetRule>
{
    using T = catalogue::OffsetRule;
    static constexpr std::string_view entity = "rule";
    static constexpr auto list = std::tuple { field("standard", &T::standard), field("saving", &T::saving) };
};
template <>
struct Fields<catalogue::OffsetChange>
{
    using T = catalogue::OffsetChange;
    static constexpr std::string_view entity = "change";
    static constexpr auto list = std::tuple { field("at", &T::at), field("offset", &T::offset) };
};
template <>
struct Fields<catalogue::TimeZone>
{
    using T = catalogue::TimeZone;
    static constexpr std::string_view entity = "zone";
    static constexpr auto list =
        std::tuple { codec::required("name", &T::name), codec::required("country", &T::country),
            field("offset", &T::offset), field("changes", &T::changes), field("rule", &T::rule) };
};
template <>
struct Fields<codec::ZonesFile>
{
    using T = codec::ZonesFile;
    static constexpr std::string_view entity = "time_zones";
    static constexpr auto list = std::tuple { field("source", &T::source), field("zones", &T::zones) };
};
template <>
struct Fields<catalogue::SupportTarget>
{
    using T = catalogue::SupportTarget;
    static constexpr std::string_view entity = "target";
    static constexpr auto list = std::tuple { field("desk", &T::desk), field("measure", &T::measure),
        field("severity", &T::severity), field("tier", &T::tier), field("warn_after_minutes", &T::warn_after_minutes),
        field("limit_minutes", &T::limit_minutes), field("reach", &T::reach), field("promise", &T::promise),
        field("origin", &T::origin) };
};
template <>
struct Fields<catalogue::RegionHours>
{
    using T = catalogue::RegionHours;
    static constexpr std::string_view entity = "hours";
    static constexpr auto list =
        std::tuple { codec::required("region", &T::region), field("opens_minute", &T::opens_minute),
            field("closes_minute", &T::closes_minute), field("origin", &T::origin) };
};
template <>
struct Fields<catalogue::AroundTheClock>
{
    using T = catalogue::AroundTheClock;
    static constexpr std::string_view entity = "around_the_clock";
    static constexpr auto list = std::tuple { field("desk", &T::desk), field("tier", &T::tier),
        field("up_to_severity", &T::up_to_severity), field("origin", &T::origin) };
};
template <>
struct Fields<catalogue::ExcludedService>
{
    using T = catalogue::ExcludedService;
    static constexpr std::string_view entity = "excluded";
    static constexpr auto list = std::tuple { codec::required("name", &T::name),
        codec::required("rated_by", &T::rated_by), field("origin", &T::origin) };
};
template <>
struct Fields<catalogue::SupportRoute>
{
    using T = catalogue::SupportRoute;
    static constexpr std::string_view entity = "route";
    static constexpr auto list = std::tuple { field("kind", &T::kind), field("places", &T::places),
        field("addresses", &T::addresses), field("origin", &T::origin) };
};
template <>
struct Fields<catalogue::Support> // as in support.json; zones and holidays have files of their own
{
    using T = catalogue::Support;
    static constexpr std::string_view entity = "support";
    static constexpr auto list =
        std::tuple { field("hours", &T::hours), field("around_the_clock", &T::around_the_clock),
            field("targets", &T::targets), field("excluded", &T::excluded), field("routes", &T::routes) };
};

} // namespace keyrack
