// A clock against an oracle that asks every single minute whether it counts. The oracle knows the hours, the weekdays and
// when daylight saving begins and ends by itself; of the engine it shares only the list of holidays.

#include "support/clocks.hpp"

#include <catch_amalgamated.hpp>

#include <chrono>
#include <random>
#include <vector>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

struct Place
{
    char const* region;
    char const* country;
    int opens, closes; // minutes of the local day
    minutes standard;
    enum class Saving { none, european, american } saving;
};

Place const places[] {
    { "americas", "US", 8 * 60, 21 * 60,      -300min, Place::Saving::american },
    { "emea",     "DE", 8 * 60, 18 * 60,      60min,   Place::Saving::european },
    { "asia",     "KR", 8 * 60, 17 * 60 + 30, 540min,  Place::Saving::none     },
    { "japan",    "JP", 8 * 60, 17 * 60 + 30, 540min,  Place::Saving::none     },
};

// [begin, end) of daylight saving in that year, in UTC.
std::pair<Instant, Instant> saving_in(Place const& place, year in)
{
    if (place.saving == Place::Saving::european)
        return { Instant { sys_days { in / March / Sunday[last] } } + 1h,
            Instant { sys_days { in / October / Sunday[last] } } + 1h };
    return { Instant { sys_days { in / March / Sunday[2] } } + 2h - place.standard,
        Instant { sys_days { in / November / Sunday[1] } } + 1h - place.standard };
}

class Oracle
{
public:
    explicit Oracle(Place const& place) : m_place(place), m_calendar(business(place.region, place.country)) { }

    [[nodiscard]] bool counts(Instant minute)
    {
        auto const local = minute + m_place.standard + (saving(minute) ? 60min : 0min);
        auto const day = floor<days>(local);
        if (day != m_day) look_at(day);
        auto const of_day = (local - day) / 1min;
        return m_works && m_place.opens <= of_day && of_day < m_place.closes;
    }

private:
    bool saving(Instant minute)
    {
        if (m_place.saving == Place::Saving::none) return false;
        auto const in = year_month_day { floor<days>(minute) }.year();
        if (in != m_year) {
            m_year = in;
            m_saving = saving_in(m_place, in);
        }
        return m_saving.first <= minute && minute < m_saving.second;
    }

    void look_at(sys_days day)
    {
        m_day = day;
        auto const weekday_of = weekday { day }.iso_encoding();
        bool holiday = false;
        for (auto const& [each, name] : m_calendar.holidays->days)
            holiday = holiday || each.time_since_epoch() == day.time_since_epoch();
        m_works = weekday_of <= 5 && !holiday;
    }

    Place const& m_place;
    Calendar m_calendar;
    sys_days m_day {};
    bool m_works = false;
    year m_year { 0 };
    std::pair<Instant, Instant> m_saving;
};

// A clock that starts, pauses, changes its calendar and goes on at random minutes.
Clock random_clock(std::mt19937& random, Place const& place, Instant first, Instant last, int turnings)
{
    auto const minutes_in_all = (last - first) / 1min;
    std::vector<Instant> moments;
    for (int count = 0; count <= turnings; ++count)
        moments.push_back(first + minutes { static_cast<std::int64_t>(random()) % minutes_in_all });
    std::ranges::sort(moments);
    moments.front() = first;
    Clock clock;
    for (Instant const moment : moments) {
        auto const kind = random() % 4;
        Phase phase { moment, Turning::calendar_changed, Running::counting, business(place.region, place.country), {} };
        if (kind == 0) phase.running = Running::paused;
        if (kind == 1) phase.calendar = {};
        clock.phases.push_back(phase);
    }
    return clock;
}

// Every minute from the clock's start to `to`: the count of the oracle, checked against the strip's as it grows.
void compare(Clock const& clock, Place const& place, Instant to)
{
    Oracle oracle { place };
    auto const whole = strip(clock, to);
    std::size_t phase = 0;
    std::size_t stretch = 0;
    Span counted { 0 };
    std::int64_t differences = 0;
    Instant covered = clock.phases.front().from;
    for (Stretch const& each : whole.stretches) {
        CHECK(each.from == covered);
        CHECK(each.from < each.to);
        covered = each.to;
    }
    CHECK(covered == to);
    for (Instant minute = clock.phases.front().from; minute < to; minute += 1min) {
        while (phase + 1 < clock.phases.size() && clock.phases[phase + 1].from <= minute) ++phase;
        while (whole.stretches[stretch].to <= minute) ++stretch;
        Phase const& in = clock.phases[phase];
        bool const counts = in.running == Running::counting && (!in.calendar.hours || oracle.counts(minute));
        counted += counts ? Span { 1min } : Span { 0 };
        differences += counts == whole.stretches[stretch].counted() ? 0 : 1;
    }
    CHECK(differences == 0);
    CHECK(whole.counted == counted);
    CHECK(counted_until(clock, to) == counted);
}

} // namespace

TEST_CASE("B4: a clock equals the oracle, minute by minute, over five years and four regions", "[engine][B4][clock]")
{
    auto const seed = Catch::getSeed();
    CAPTURE(seed);
    std::mt19937 random { seed };
    for (Place const& place : places) {
        CAPTURE(place.region);
        auto const first = instant("2024-01-01T00:00Z") + minutes { random() % 1'440 };
        compare(random_clock(random, place, first, first + days { 5 * 365 }, 200), place, first + days { 5 * 365 });
    }
}

TEST_CASE("D2: a deadline is the first minute at which the oracle has counted enough", "[engine][D2][clock]")
{
    auto const seed = Catch::getSeed();
    CAPTURE(seed);
    std::mt19937 random { seed + 1 };
    for (int round = 0; round < 60; ++round) {
        Place const& place = places[random() % 4];
        auto const first = instant("2022-01-01T00:00Z") + minutes { random() % (6 * 365 * 1'440) };
        auto clock = random_clock(random, place, first, first + days { 6 }, 4);
        Span const after = minutes { 1 + random() % 4'000 };
        for (Phase& phase : clock.phases) phase.target = { std::nullopt, after, Limit::within };
        Oracle oracle { place };
        Span counted { 0 };
        std::optional<Instant> want;
        std::size_t phase = 0;
        for (Instant minute = first; minute < first + days { 90 } && !want; minute += 1min) {
            while (phase + 1 < clock.phases.size() && clock.phases[phase + 1].from <= minute) ++phase;
            Phase const& in = clock.phases[phase];
            if (in.running == Running::counting && (!in.calendar.hours || oracle.counts(minute))) counted += 1min;
            if (counted >= after) want = minute + 1min;
        }
        CAPTURE(round, place.region, iso(first), after.count());
        CHECK(shown(due_at(clock, End::breach)) == shown(want));
    }
}
