// Clocks by hand: hours, weekends, holidays, changes in the middle, the nights of the clock change (R172–R178, B4, D2).

#include "support/clocks.hpp"

#include <catch_amalgamated.hpp>

#include <chrono>
#include <string>
#include <vector>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using namespace std::chrono_literals;

namespace {

Clock a_clock(std::string_view from, Calendar const& calendar, Target target = {})
{
    return { { { instant(from), Turning::opened, Running::counting, calendar, target } } };
}

// "2026-12-23T17:00:00Z +60 counting"
std::vector<std::string> told(Strip const& strip)
{
    std::vector<std::string> lines;
    for (Stretch const& stretch : strip.stretches) {
        auto line = iso(stretch.from) + " " + std::to_string((stretch.to - stretch.from) / 1min) + " "
            + std::string { word(stretch.why) } + " by " + std::string { word(stretch.began) };
        if (stretch.holiday) line += " (" + stretch.holiday->en + ")";
        if (stretch.jump != 0min) line += " " + std::to_string(stretch.jump.count());
        lines.push_back(line);
    }
    return lines;
}

Span sum(Strip const& strip)
{
    Span counted { 0 };
    for (Stretch const& stretch : strip.stretches)
        counted += stretch.counted() ? stretch.to - stretch.from : Span { 0 };
    return counted;
}

} // namespace

TEST_CASE("R174, R176: a clock in business hours stands still at night, on weekends and on public holidays",
    "[engine][R174][R176][D14]")
{
    // Oslo, winter: 08:00–18:00 are 07:00–17:00 UTC. 25 December 2026 is a Friday; the 26th falls on the weekend.
    auto const clock = a_clock("2026-12-23T16:00Z", business("emea", "NO"));
    auto const shown_strip = strip(clock, instant("2026-12-28T08:30Z"));
    CHECK(told(shown_strip)
        == std::vector<std::string> {
            "2026-12-23T16:00:00Z 60 counting by opened",
            "2026-12-23T17:00:00Z 840 off hours by hours",
            "2026-12-24T07:00:00Z 600 counting by hours",
            "2026-12-24T17:00:00Z 360 off hours by hours",
            "2026-12-24T23:00:00Z 1440 holiday by hours (Christmas Day)",
            "2026-12-25T23:00:00Z 2880 weekend by hours",
            "2026-12-27T23:00:00Z 480 off hours by hours",
            "2026-12-28T07:00:00Z 90 counting by hours",
        });
    CHECK(shown_strip.counted == 750min);
    CHECK(sum(shown_strip) == shown_strip.counted);
}

TEST_CASE("R175–R178: each region opens and closes by its own local time", "[engine][R175][R176][R177][R178]")
{
    struct Row
    {
        char const* region;
        char const* country;
        char const* last_closed;
        char const* first_open;
        char const* last_open;
    };
    auto const row = GENERATE(values<Row>({
        // region     country  the minute before          opens                  the last minute
        { "americas", "US", "2026-11-23T12:59Z", "2026-11-23T13:00Z", "2026-11-24T01:59Z" }, // New York, UTC−5
        { "emea",     "DE", "2026-11-23T06:59Z", "2026-11-23T07:00Z", "2026-11-23T16:59Z" },
        { "asia",     "KR", "2026-11-22T22:59Z", "2026-11-22T23:00Z", "2026-11-23T08:29Z" },
        { "japan",    "JP", "2026-11-23T22:59Z", "2026-11-23T23:00Z", "2026-11-24T08:29Z" }, // the 23rd is a holiday
    }));
    CAPTURE(row.region);
    auto const calendar = business(row.region, row.country);
    auto const counted = [&](char const* from) {
        auto const start = instant(from);
        return counted_until({ { { start, Turning::opened, Running::counting, calendar, {} } } }, start + 1min);
    };
    CHECK(counted(row.last_closed) == 0min);
    CHECK(counted(row.first_open) == 1min);
    CHECK(counted(row.last_open) == 1min);
    auto const after = instant(row.last_open) + 1min;
    CHECK(counted_until({ { { after, Turning::opened, Running::counting, calendar, {} } } }, after + 1min) == 0min);
}

TEST_CASE("B4: the nights of the clock change are shown with their jump, and the days between count as ever",
    "[engine][B4][R176]")
{
    struct Row
    {
        char const* name;
        char const* from;
        char const* to;
        std::vector<std::string> want;
    };
    auto const row = GENERATE(values<Row>({
        { "spring forward", "2026-03-27T16:30Z", "2026-03-30T07:00Z",
         { "2026-03-27T16:30:00Z 30 counting by opened", "2026-03-27T17:00:00Z 360 off hours by hours",
                "2026-03-27T23:00:00Z 1560 weekend by hours", "2026-03-29T01:00:00Z 1260 weekend by daylight saving 60",
                "2026-03-29T22:00:00Z 480 off hours by hours", "2026-03-30T06:00:00Z 60 counting by hours" } },
        { "fall back",      "2026-10-23T15:30Z", "2026-10-26T08:00Z",
         { "2026-10-23T15:30:00Z 30 counting by opened", "2026-10-23T16:00:00Z 360 off hours by hours",
                "2026-10-23T22:00:00Z 1620 weekend by hours",
                "2026-10-25T01:00:00Z 1320 weekend by daylight saving -60",
                "2026-10-25T23:00:00Z 480 off hours by hours", "2026-10-26T07:00:00Z 60 counting by hours" } },
    }));
    CAPTURE(row.name);
    CHECK(told(strip(a_clock(row.from, business("emea", "DE")), instant(row.to))) == row.want);
}

TEST_CASE("D22: a continuous clock counts every minute, 29 February and the clock change too", "[engine][D22][R172]")
{
    struct Row
    {
        char const* from;
        char const* to;
        std::int64_t minutes;
    };
    auto const row = GENERATE(values<Row>({
        { "2024-02-28T12:00Z", "2024-03-01T12:00Z", 2'880 },
        { "2026-03-28T12:00Z", "2026-03-29T12:00Z", 1'440 },
        { "2026-12-24T00:00Z", "2026-12-27T00:00Z", 4'320 },
    }));
    CAPTURE(row.from);
    auto const whole = strip(a_clock(row.from, {}), instant(row.to));
    CHECK(whole.counted == std::chrono::minutes { row.minutes });
    CHECK(whole.stretches.size() == 1);
}

TEST_CASE("B4: changes act from their moment on and rewrite nothing", "[engine][B4]")
{
    auto const emea = business("emea", "DE");
    Target const lax { 120min, 480min, Limit::within };
    Target const strict { 30min, 60min, Limit::within };
    // Monday 09:00 to Tuesday noon, Berlin in winter.
    Clock const clock {
        {
         { instant("2026-11-23T08:00Z"), Turning::opened, Running::counting, emea, lax },
         { instant("2026-11-23T09:00Z"), Turning::paused, Running::paused, emea, lax },
         { instant("2026-11-23T11:00Z"), Turning::resumed, Running::counting, emea, lax },
         { instant("2026-11-23T11:30Z"), Turning::severity_changed, Running::counting, {}, strict },
         { instant("2026-11-23T12:00Z"), Turning::entitlement_changed, Running::not_entitled, {}, strict },
         { instant("2026-11-23T13:00Z"), Turning::entitlement_changed, Running::counting, {}, strict },
         { instant("2026-11-23T13:10Z"), Turning::tier_changed, Running::counting, emea, lax },
         { instant("2026-11-23T13:20Z"), Turning::calendar_changed, Running::counting, {}, lax },
         { instant("2026-11-23T13:30Z"), Turning::finished, Running::finished, {}, lax },
         { instant("2026-11-23T14:00Z"), Turning::reopened, Running::counting, {}, lax },
         }
    };
    auto const whole = strip(clock, instant("2026-11-23T14:05Z"));
    CHECK(told(whole)
        == std::vector<std::string> {
            "2026-11-23T08:00:00Z 60 counting by opened",
            "2026-11-23T09:00:00Z 120 paused by paused",
            "2026-11-23T11:00:00Z 30 counting by resumed",
            "2026-11-23T11:30:00Z 30 counting by severity",
            "2026-11-23T12:00:00Z 60 not entitled by entitlement",
            "2026-11-23T13:00:00Z 10 counting by entitlement",
            "2026-11-23T13:10:00Z 10 counting by tier",
            "2026-11-23T13:20:00Z 10 counting by calendar",
            "2026-11-23T13:30:00Z 30 finished by finished",
            "2026-11-23T14:00:00Z 5 counting by reopened",
        });
    CHECK(whole.counted == 155min);
    // 90 minutes had been counted when the strict target came into force: past both its ends, at that moment.
    CHECK(shown(due_at(clock, End::warn)) == "2026-11-23T11:30:00Z");
    CHECK(shown(due_at(clock, End::breach)) == "2026-11-23T11:30:00Z");
    CHECK(standing_of(clock, instant("2026-11-23T11:29Z")) == ClockStanding::in_time);
    CHECK(standing_of(clock, instant("2026-11-23T11:30Z")) == ClockStanding::breached);
    CHECK(standing_of(clock, instant("2026-11-23T14:05Z")) == ClockStanding::breached);
    // What had been counted before a change is counted as it was, whatever came after.
    for (char const* moment : { "2026-11-23T08:40Z", "2026-11-23T10:00Z", "2026-11-23T11:15Z" }) {
        Clock const earlier {
            { clock.phases.begin(), clock.phases.begin() + 3 }
        };
        CHECK(strip(clock, instant(moment)) == strip(earlier, instant(moment)));
    }
}

TEST_CASE("D2: a range warns at its first end and breaches past its second; less than means less", "[engine][D2]")
{
    struct Row
    {
        char const* as_of;
        Limit limit;
        ClockStanding want;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-11-23T08:59:59.999Z", Limit::within, ClockStanding::in_time  },
        { "2026-11-23T09:00:00Z",     Limit::within, ClockStanding::warned   },
        { "2026-11-23T11:00:00Z",     Limit::within, ClockStanding::warned   },
        { "2026-11-23T11:00:00.001Z", Limit::within, ClockStanding::breached },
        { "2026-11-23T10:59:59.999Z", Limit::below,  ClockStanding::warned   },
        { "2026-11-23T11:00:00Z",     Limit::below,  ClockStanding::breached },
    }));
    CAPTURE(row.as_of, static_cast<int>(row.limit));
    auto const clock = a_clock("2026-11-23T08:00Z", {}, { 60min, 180min, row.limit });
    CHECK(standing_of(clock, instant(row.as_of)) == row.want);
    CHECK(shown(due_at(clock, End::warn)) == "2026-11-23T09:00:00Z");
    CHECK(shown(due_at(clock, End::breach)) == "2026-11-23T11:00:00Z");
    CHECK(standing_of(a_clock("2026-11-23T08:00Z", {}), instant(row.as_of)) == ClockStanding::none);
}

TEST_CASE("R174: a deadline falls into business hours, across weekends and holidays; a paused clock has none",
    "[engine][R174][D2]")
{
    Target const target { 60min, 120min, Limit::within };
    auto clock = a_clock("2026-12-24T16:30Z", business("emea", "DE"), target); // Thursday, half an hour before closing
    CHECK(shown(due_at(clock, End::warn)) == "2026-12-28T07:30:00Z");
    CHECK(shown(due_at(clock, End::breach)) == "2026-12-28T08:30:00Z");
    auto phase = clock.phases.front();
    phase.from = instant("2026-12-28T07:15Z");
    phase.running = Running::paused;
    phase.turning = Turning::paused;
    clock.phases.push_back(phase);
    CHECK(shown(due_at(clock, End::warn)) == "never");
    CHECK(standing_of(clock, instant("2027-12-28T07:15Z")) == ClockStanding::in_time);
}
