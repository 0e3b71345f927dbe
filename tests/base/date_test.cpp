#include "base/date.hpp"

#include "support/dates.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using keyrack::test::date;

TEST_CASE("a date is read only where it exists", "[base]")
{
    struct Row
    {
        char const* text;
        bool exists;
    };
    auto const row = GENERATE(values<Row>({
        // text          exists
        { "2026-01-10",  true  },
        { "0001-01-01",  true  },
        { "9999-12-31",  true  },
        { "0000-12-31",  false },
        { "2024-02-29",  true  },
        { "2026-02-29",  false },
        { "2100-02-29",  false },
        { "2000-02-29",  true  },
        { "2026-04-31",  false },
        { "2026-13-01",  false },
        { "2026-00-10",  false },
        { "2026-01-00",  false },
        { "2026-1-10",   false },
        { "2026/01/10",  false },
        { "2026-01-10 ", false },
        { " 2026-01-10", false },
        { "+026-01-10",  false },
        { "2026-01-1a",  false },
        { "20260110",    false },
        { "",            false },
    }));
    CAPTURE(row.text);
    auto const parsed = parse_date(row.text);
    CHECK(parsed.has_value() == row.exists);
    if (parsed) CHECK(iso(*parsed) == row.text);
}

TEST_CASE("every date of four centuries is written and read back, and follows the one before", "[base]")
{
    Date day = date("1896-01-01");
    std::string before = iso(day);
    for (int count = 0; count < 146'097; ++count) {
        day += Days { 1 };
        auto const text = iso(day);
        if (parse_date(text) != day || text <= before) // one check a date would take a minute
            FAIL_CHECK("after " << before << ": " << text);
        before = text;
    }
    CHECK(before == "2296-01-01");
}

TEST_CASE("years later is the same day of the month, and 29 February becomes 28 February", "[base][R37]")
{
    struct Row
    {
        char const* from;
        int years;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // from, years, want
        { "2026-01-10", 1, "2027-01-10" },
        { "2026-01-10", 5, "2031-01-10" },
        { "2026-01-10", 0, "2026-01-10" },
        { "2024-02-29", 1, "2025-02-28" },
        { "2024-02-29", 4, "2028-02-29" },
        { "2096-02-29", 4, "2100-02-28" },
        { "1996-02-29", 4, "2000-02-29" },
        { "2024-02-28", 1, "2025-02-28" },
        { "2023-02-28", 1, "2024-02-28" },
        { "2023-03-01", 1, "2024-03-01" },
        { "2023-12-31", 1, "2024-12-31" },
        { "0001-01-01", 1, "0002-01-01" },
        { "9998-12-31", 1, "9999-12-31" },
    }));
    CAPTURE(row.from, row.years);
    CHECK(iso(plus_years(date(row.from), row.years)) == row.want);
}

TEST_CASE("years later agrees with the calendar of the standard library on every day of four centuries", "[base]")
{
    for (Date day = date("1897-01-01"); day < date("2297-01-01"); day += Days { 1 }) {
        for (int const years : { 1, 2, 3, 4, 5, 97 }) {
            auto moved = std::chrono::year_month_day { day } + std::chrono::years { years };
            if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
            if (plus_years(day, years) != Date { moved })
                FAIL_CHECK(iso(day) << " and " << years << " years: " << iso(plus_years(day, years)));
        }
    }
    SUCCEED();
}

TEST_CASE("a sum of dates never passes the last one", "[base]")
{
    CHECK(plus_years(date("9999-06-01"), 1) == never);
    CHECK(plus_years(date("2026-06-01"), 2'000'000'000) == never);
    CHECK(plus_years(never, 5) == never);
    CHECK(plus_days(date("9999-12-30"), 60) == never);
    CHECK(plus_days(date("2026-01-10"), 60) == date("2026-03-11"));
    CHECK(plus_days(date("2024-01-10"), 60) == date("2024-03-10"));
    CHECK(plus_days(never, 2'147'483'647) == never);
}

TEST_CASE("a period holds its first day and not its last", "[base]")
{
    Period const period { date("2026-01-10"), date("2026-02-10") };
    CHECK_FALSE(period.contains(date("2026-01-09")));
    CHECK(period.contains(date("2026-01-10")));
    CHECK(period.contains(date("2026-02-09")));
    CHECK_FALSE(period.contains(date("2026-02-10")));
    CHECK(period.overlaps({ date("2026-02-09"), never }));
    CHECK_FALSE(period.overlaps({ date("2026-02-10"), never }));
    CHECK(period.overlaps({ always, date("2026-01-11") }));
    CHECK_FALSE(period.overlaps({ always, date("2026-01-10") }));
    CHECK(Period { date("2026-01-10"), date("2026-01-10") }.empty());
    CHECK_FALSE(period.empty());
}
