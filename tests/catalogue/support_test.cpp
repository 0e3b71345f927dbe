#include "support/clocks.hpp"

#include "support/dates.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::catalogue;
using test::date;
using test::instant;
using test::support;

TEST_CASE("a zone knows its offset on both sides of each change", "[catalogue][time_zone]")
{
    struct Row
    {
        char const* zone;
        char const* moment;
        int offset; // minutes east of UTC
    };
    auto const row = GENERATE(values<Row>({
        { "Europe/Oslo",         "2026-03-29T00:59:59.999Z", 60   },
        { "Europe/Oslo",         "2026-03-29T01:00Z",        120  },
        { "Europe/Oslo",         "2026-10-25T00:59:59.999Z", 120  },
        { "Europe/Oslo",         "2026-10-25T01:00Z",        60   },
        { "Europe/Oslo",         "2026-12-31T23:59Z",        60   },
        { "Europe/London",       "2030-03-31T00:59Z",        0    },
        { "Europe/London",       "2030-03-31T01:00Z",        60   },
        { "Europe/Dublin",       "2030-03-31T01:00Z",        60   }, // summer is its standard, winter the exception
        { "Europe/Dublin",       "2030-10-27T01:00Z",        0    },
        { "America/New_York",    "2026-03-08T06:59Z",        -300 },
        { "America/New_York",    "2026-03-08T07:00Z",        -240 },
        { "America/New_York",    "2026-11-01T05:59Z",        -240 },
        { "America/New_York",    "2026-11-01T06:00Z",        -300 },
        { "America/Sao_Paulo",   "2019-02-17T01:59Z",        -120 }, // the last summer time of Brazil
        { "America/Sao_Paulo",   "2019-02-17T02:00Z",        -180 },
        { "America/Sao_Paulo",   "2026-01-10T00:00Z",        -180 },
        { "America/Mexico_City", "2022-10-30T06:59Z",        -300 }, // and of Mexico
        { "America/Mexico_City", "2022-10-30T07:00Z",        -360 },
        { "America/Mexico_City", "2026-07-01T00:00Z",        -360 },
        { "Asia/Tokyo",          "2026-07-01T00:00Z",        540  },
        { "Australia/Sydney",    "2026-01-01T00:00Z",        660  }, // summer over the turn of the year
        { "Australia/Sydney",    "2026-04-04T15:59Z",        660  },
        { "Australia/Sydney",    "2026-04-04T16:00Z",        600  },
        { "Australia/Sydney",    "2026-10-03T16:00Z",        660  },
        { "Pacific/Auckland",    "2026-12-31T23:59Z",        780  },
    }));
    CAPTURE(row.zone, row.moment);
    auto const* zone = support().zone_named(row.zone);
    REQUIRE(zone != nullptr);
    auto const moment = instant(row.moment);
    auto const span = offset_around(*zone, moment);
    CHECK(span.offset.count() == row.offset);
    CHECK(span.from <= moment);
    CHECK(moment < span.to);
}

TEST_CASE("stretches of one offset follow each other without a gap", "[catalogue][time_zone]")
{
    for (auto const& zone : support().zones) {
        CAPTURE(zone.name);
        auto const start = instant("2015-01-01T00:00Z");
        auto span = offset_around(zone, start);
        while (span.to < instant("2040-01-01T00:00Z")) {
            auto const next = offset_around(zone, span.to);
            CHECK(next.from == span.to);
            CHECK(next.offset != span.offset);
            CHECK(offset_around(zone, span.to - Span { 1 }).to == span.to);
            span = next;
        }
    }
}

TEST_CASE("every country has its holidays and its zone, and what is not known is said", "[catalogue][holidays]")
{
    CHECK(support().holidays.size() >= 34);
    for (auto const& calendar : support().holidays) {
        CAPTURE(calendar.country);
        CHECK(support().main_zone_of(calendar.country) != nullptr);
        CHECK(calendar.known == Period { date("2020-01-01"), date("2036-01-01") });
        CHECK(calendar.days.size() >= 16 * 5);
    }
    CHECK(support().holidays_of("XX") == nullptr);
}

TEST_CASE("holidays fall on the days that the law of the country names", "[catalogue][holidays]")
{
    struct Row
    {
        char const* country;
        char const* day;
        char const* name; // empty: an ordinary day
    };
    auto const row = GENERATE(values<Row>({
        { "NO", "2026-05-17", "Constitution Day"       },
        { "NO", "2026-04-02", "Maundy Thursday"        },
        { "DE", "2026-04-02", ""                       },
        { "DE", "2026-10-03", "National Holiday"       },
        { "DE", "2026-10-31", ""                       }, // of some states only
        { "DE", "2028-02-29", ""                       },
        { "US", "2026-11-26", "Thanksgiving Day"       },
        { "JP", "2026-11-23", "Labor Thanksgiving Day" },
        { "GB", "2026-12-25", "Christmas Day"          },
    }));
    CAPTURE(row.country, row.day);
    auto const* found = support().holidays_of(row.country)->on(date(row.day));
    CHECK((found ? found->en : "") == row.name);
}
