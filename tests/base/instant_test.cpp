#include "base/instant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;

TEST_CASE("a moment is read and written in UTC, to the millisecond", "[base]")
{
    struct Row
    {
        char const* text;
        std::int64_t milliseconds;
        char const* written;
    };
    auto const row = GENERATE(values<Row>({
        // text                       since 1970         written
        { "1970-01-01T00:00Z",        0,                 "1970-01-01T00:00:00Z"     },
        { "2026-11-22T14:05:00Z",     1'795'356'300'000, "2026-11-22T14:05:00Z"     },
        { "2026-11-22T14:05:07Z",     1'795'356'307'000, "2026-11-22T14:05:07Z"     },
        { "2026-11-22T14:05:00.042Z", 1'795'356'300'042, "2026-11-22T14:05:00.042Z" },
        { "1969-12-31T23:59:59.999Z", -1,                "1969-12-31T23:59:59.999Z" },
        { "2024-02-29T00:00Z",        1'709'164'800'000, "2024-02-29T00:00:00Z"     },
    }));
    CAPTURE(row.text);
    auto const read = parse_instant(row.text);
    REQUIRE(read.has_value());
    CHECK(milliseconds_since_epoch(*read) == row.milliseconds);
    CHECK(iso(*read) == row.written);
    CHECK(instant_from_milliseconds(row.milliseconds) == *read);
}

TEST_CASE("what is no moment in UTC is none", "[base]")
{
    auto const text = GENERATE("", "2026-11-22", "2026-11-22T14:05", "2026-11-22T14:05+01:00", "2026-11-22 14:05Z",
        "2026-02-30T00:00Z", "2026-11-22T24:00Z", "2026-11-22T14:60Z", "2026-11-22T14:05:60Z", "2026-11-22T14:05:0Z",
        "2026-11-22T14:05:00.1Z", "2026-11-22T14:05:00,100Z", "2026-11-22T1x:05Z", "0000-01-01T00:00Z");
    CAPTURE(text);
    CHECK_FALSE(parse_instant(text).has_value());
}
