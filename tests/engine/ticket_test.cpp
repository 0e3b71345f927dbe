// The clocks of tickets: targets by desk, severity and tier, calendars by region (R128–R131, R150, R151, R172–R174).

#include "engine/ticket.hpp"

#include "support/clocks.hpp"

#include <catch_amalgamated.hpp>

#include <string>
#include <vector>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using namespace std::chrono_literals;
using catalogue::Desk;
using catalogue::Measure;
using catalogue::Tier;

namespace {

Ticket a_ticket(Desk desk, int severity, Tier tier = Tier::none, std::string region = "", std::string country = "")
{
    return {
        "T-1", desk, instant("2026-11-20T16:00Z"), severity, tier, { std::move(region), std::move(country), "" },
             {}
    }; // a Friday, an hour before EMEA closes in winter
}

TicketEvent at(char const* moment, TicketStep step)
{
    return { .at = instant(moment), .step = step };
}

TicketClock clock_of(Ticket const& ticket, Measure measure, char const* as_of)
{
    for (auto& clock : clocks_of(ticket, shipped_terms(support()), instant(as_of))) {
        if (clock.measure == measure) return clock;
    }
    FAIL("no such clock");
    return {};
}

} // namespace

TEST_CASE("R128, R129: the clocks of a large user's severity 1 warn and breach in continuous time",
    "[engine][R128][R129][D2][D22]")
{
    struct Row
    {
        Measure measure;
        char const* as_of;
        ClockStanding want;
    };
    auto const row = GENERATE(values<Row>({
        { Measure::response,      "2026-11-20T16:59Z",    ClockStanding::in_time  },
        { Measure::response,      "2026-11-20T17:00Z",    ClockStanding::warned   },
        { Measure::response,      "2026-11-20T19:00Z",    ClockStanding::warned   },
        { Measure::response,      "2026-11-20T19:00:01Z", ClockStanding::breached },
        { Measure::determination, "2026-11-20T17:59Z",    ClockStanding::in_time  },
        { Measure::determination, "2026-11-20T18:00Z",    ClockStanding::warned   },
        { Measure::determination, "2026-11-21T00:00Z",    ClockStanding::warned   },
        { Measure::determination, "2026-11-21T00:00:01Z", ClockStanding::breached },
    }));
    CAPTURE(static_cast<int>(row.measure), row.as_of);
    CHECK(clock_of(a_ticket(Desk::large_user, 1), row.measure, row.as_of).standing == row.want);
}

TEST_CASE("R150, R151: severity 1 by tier", "[engine][R150][R151][R172]")
{
    struct Row
    {
        Tier tier;
        Measure measure;
        char const* breach;
    };
    auto const row = GENERATE(values<Row>({
        { Tier::select,        Measure::response,    "2026-11-20T16:30:00Z" },
        { Tier::priority,      Measure::response,    "2026-11-20T16:15:00Z" },
        { Tier::priority_plus, Measure::response,    "2026-11-20T16:10:00Z" },
        { Tier::select,        Measure::restoration, "never"                },
        { Tier::priority,      Measure::restoration, "2026-11-20T22:00:00Z" },
        { Tier::priority_plus, Measure::restoration, "2026-11-20T20:00:00Z" },
    }));
    CAPTURE(static_cast<int>(row.tier), static_cast<int>(row.measure));
    auto const clock =
        clock_of(a_ticket(Desk::customer_success, 1, row.tier, "emea", "DE"), row.measure, "2026-11-20T16:05Z");
    CHECK(shown(clock.breach_at) == row.breach);
    CHECK(clock.strip.counted == 5min);
    CHECK((clock.lacking == std::vector { Lacking::target }) == !clock.target.has_value());
}

TEST_CASE(
    "R172–R174, D14: which severities run around the clock depends on the tier", "[engine][R172][R173][R174][D14]")
{
    struct Row
    {
        Tier tier;
        int severity;
        std::int64_t counted; // minutes from Friday 16:00 to Saturday 16:00 UTC
    };
    auto const row = GENERATE(values<Row>({
        { Tier::select,        1, 1'440 },
        { Tier::select,        2, 60    },
        { Tier::select,        3, 60    },
        { Tier::priority,      1, 1'440 },
        { Tier::priority,      2, 1'440 },
        { Tier::priority,      3, 60    },
        { Tier::priority_plus, 2, 1'440 },
        { Tier::priority_plus, 3, 60    },
    }));
    CAPTURE(static_cast<int>(row.tier), row.severity);
    auto const ticket = a_ticket(Desk::customer_success, row.severity, row.tier, "emea", "DE");
    CHECK(
        clock_of(ticket, Measure::response, "2026-11-21T16:00Z").strip.counted == std::chrono::minutes { row.counted });
}

TEST_CASE(
    "B4: a change of severity moves the clock to another calendar and keeps what was counted", "[engine][B4][D14]")
{
    auto ticket = a_ticket(Desk::customer_success, 2, Tier::select, "emea", "DE");
    ticket.events.push_back(at("2026-11-21T10:00Z", TicketStep::change_severity));
    ticket.events.back().severity = 1;
    auto const clock = clock_of(ticket, Measure::response, "2026-11-21T10:20Z");
    CHECK(clock.strip.counted == 80min);
    CHECK(clock.standing == ClockStanding::breached); // 60 minutes were counted as the target of 30 came into force
    CHECK(shown(clock.breach_at) == "2026-11-21T10:00:00Z");
    // Before it, the answer knew nothing of it.
    CHECK(clock_of(ticket, Measure::response, "2026-11-21T09:59Z").lacking == std::vector { Lacking::target });
}

TEST_CASE("D19: what nobody has set is said, and what cannot be counted is not", "[engine][D19][D1]")
{
    struct Row
    {
        char const* name;
        Ticket ticket;
        std::vector<Lacking> want;
        bool counted;
    };
    using enum Lacking;
    auto const cs = Desk::customer_success;
    std::vector<Row> const rows {
        { "all there", a_ticket(cs, 1, Tier::select, "emea", "DE"), {}, true },
        { "a lower severity", a_ticket(cs, 2, Tier::select, "emea", "DE"), { target }, true },
        { "no region", a_ticket(cs, 2, Tier::select, "", "DE"), { region, target }, false },
        { "a region of nowhere", a_ticket(cs, 2, Tier::select, "mars", "DE"), { hours, target }, false },
        { "no country", a_ticket(cs, 2, Tier::select, "emea", ""), { zone, holidays, target }, false },
        { "large user, severity 2", a_ticket(Desk::large_user, 2), { target }, true },
        { "rooms", a_ticket(Desk::rooms, 1), { target }, true },
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const clock = clock_of(row.ticket, Measure::response, "2026-11-20T16:30Z");
        CHECK(clock.lacking == row.want);
        CHECK((clock.strip.counted == 30min) == row.counted);
        CHECK(clock.clock.phases.empty() != row.counted);
    }
    auto late = a_ticket(cs, 2, Tier::select, "emea", "DE");
    late.opened_at = instant("2035-12-30T16:00Z");
    CHECK(clock_of(late, Measure::response, "2036-01-02T16:00Z").lacking
        == std::vector { Lacking::holidays, Lacking::target });
}

TEST_CASE(
    "a clock ends with what it measures, and resolving ends them all until the ticket is reopened", "[engine][R128]")
{
    auto ticket = a_ticket(Desk::large_user, 1);
    ticket.events = {
        at("2026-11-20T16:30Z", TicketStep::respond),
        at("2026-11-20T17:00Z", TicketStep::pause),
        at("2026-11-20T18:00Z", TicketStep::resume),
        at("2026-11-20T19:00Z", TicketStep::resolve),
        at("2026-11-20T20:00Z", TicketStep::reopen),
    };
    auto const as_of = "2026-11-20T20:10Z";
    CHECK(clock_of(ticket, Measure::response, as_of).strip.counted == 30min);
    CHECK(clock_of(ticket, Measure::response, as_of).standing == ClockStanding::in_time);
    CHECK_FALSE(clock_of(ticket, Measure::response, as_of).breach_at.has_value());
    CHECK(clock_of(ticket, Measure::determination, as_of).strip.counted == 130min);
    CHECK(clock_of(ticket, Measure::solution, as_of).strip.counted == 130min);
    CHECK(clock_of(ticket, Measure::solution, "2026-11-20T19:30Z").strip.counted == 120min);
}

TEST_CASE("R130, D2: what is striven for warns past 24 hours and is never breached", "[engine][R130][D2]")
{
    struct Row
    {
        char const* as_of;
        ClockStanding want;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-11-21T15:59:59.999Z", ClockStanding::in_time },
        { "2026-11-21T16:00Z",        ClockStanding::warned  },
        { "2026-11-22T16:00Z",        ClockStanding::warned  },
        { "2026-11-22T16:00:00.001Z", ClockStanding::warned  },
        { "2026-12-22T16:00Z",        ClockStanding::warned  },
    }));
    CAPTURE(row.as_of);
    auto const clock = clock_of(a_ticket(Desk::large_user, 1), Measure::solution, row.as_of);
    CHECK(clock.standing == row.want);
    CHECK(shown(clock.breach_at) == "2026-11-22T16:00:00Z"); // its second end, when the partner has to be informed
}

TEST_CASE("R130, R131: past 24 hours the desk is reminded, at 48 the partner has to be informed until it is done",
    "[engine][R130][R131][D2]")
{
    struct Row
    {
        char const* as_of;
        char const* informed; // empty: never
        char const* resolved;
        InformDuty want;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-11-21T15:59Z", "",                  "",                  InformDuty::none     },
        { "2026-11-21T16:00Z", "",                  "",                  InformDuty::reminded },
        { "2026-11-22T15:59Z", "",                  "",                  InformDuty::reminded },
        { "2026-11-22T16:00Z", "",                  "",                  InformDuty::due      },
        { "2026-12-22T16:00Z", "",                  "",                  InformDuty::due      },
        { "2026-11-22T17:00Z", "2026-11-22T16:30Z", "",                  InformDuty::done     },
        { "2026-11-22T17:00Z", "2026-11-21T18:00Z", "",                  InformDuty::due      }, // too early to count
        { "2026-11-22T16:20Z", "2026-11-22T16:30Z", "",                  InformDuty::due      }, // not known yet
        { "2026-11-22T17:00Z", "",                  "2026-11-22T10:00Z", InformDuty::none     },
        { "2026-11-22T17:00Z", "",                  "2026-11-22T16:30Z", InformDuty::none     },
    }));
    CAPTURE(row.as_of, row.informed, row.resolved);
    auto ticket = a_ticket(Desk::large_user, 1);
    if (*row.informed) ticket.events.push_back(at(row.informed, TicketStep::inform));
    if (*row.resolved) ticket.events.push_back(at(row.resolved, TicketStep::resolve));
    CHECK(duty_to_inform(ticket, shipped_terms(support()), instant(row.as_of)) == row.want);
    CHECK(
        duty_to_inform(a_ticket(Desk::customer_success, 1, Tier::select), shipped_terms(support()), instant(row.as_of))
        == InformDuty::none);
}
