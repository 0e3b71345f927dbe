#pragma once
// Rows of what the catalogue leaves to the tenant: licences on devices (Extended Warranty), the terms of countries, and how
// well couriers reach a site.

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/id.hpp"
#include "engine/rows.hpp"

#include <cstdint>
#include <string>
#include <tuple>

namespace keyrack {

using DeviceLicenceId = Id<struct DeviceLicenceTag>;
using CountryTermsId = Id<struct CountryTermsTag>;
using SiteCourierId = Id<struct SiteCourierTag>;

} // namespace keyrack

namespace keyrack::engine {

// A licence that extends the warranty of one device (R13, R14, R67).
struct DeviceLicence
{
    OrderId order;
    std::int32_t number = 0; // of the licence within its order, from 1
    DeviceId device;
    Date on {}; // since then
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(DeviceLicence const&) const = default;
};

enum class Availability : std::uint8_t { available, other_terms, unavailable };

// R83: how a programme is provided in a country, from a day on. None recorded: as everywhere (R82).
struct CountryTerms
{
    ProgrammeId programme;
    Country country;
    Date from {};
    Availability availability = Availability::available;
    std::string note; // what is different, as it was published: speed of RMA, language of support
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(CountryTerms const&) const = default;
};

// R95: whether next-business-day delivery can be relied on. No document says where: unknown until it is recorded.
enum class Courier : std::uint8_t { unknown, reliable, unreliable };

struct SiteCourier
{
    SiteId site;
    Courier courier = Courier::unknown;
    EntryId entry;
    bool operator==(SiteCourier const&) const = default;
};

} // namespace keyrack::engine

template <>
struct keyrack::Fields<keyrack::engine::DeviceLicence>
{
    using T = engine::DeviceLicence;
    static constexpr std::string_view entity = "device_licences";
    static constexpr auto list = std::tuple { field("order", &T::order), field("number", &T::number),
        field("device", &T::device), field("on", &T::on), field("standing", &T::standing), field("entry", &T::entry) };
};

template <>
struct keyrack::Fields<keyrack::engine::CountryTerms>
{
    using T = engine::CountryTerms;
    static constexpr std::string_view entity = "country_terms";
    static constexpr auto list = std::tuple { field("programme", &T::programme), field("country", &T::country),
        field("from", &T::from), field("availability", &T::availability), field("note", &T::note),
        field("standing", &T::standing), field("entry", &T::entry) };
};

template <>
struct keyrack::Fields<keyrack::engine::SiteCourier>
{
    using T = engine::SiteCourier;
    static constexpr std::string_view entity = "site_couriers";
    static constexpr auto list =
        std::tuple { field("site", &T::site), field("courier", &T::courier), field("entry", &T::entry) };
};
