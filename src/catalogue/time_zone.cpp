#include "catalogue/time_zone.hpp"

#include <array>

namespace keyrack::catalogue {

namespace {

using namespace std::chrono;

struct Turn
{
    Instant at;
    minutes offset;
};

// The moment of a yearly turn, where local time stood at `before` until then.
Instant moment_of(YearlyTurn const& turn, year in, minutes before)
{
    auto const month_of_year = month { static_cast<unsigned>(turn.month) };
    weekday const day { static_cast<unsigned>(turn.weekday) };
    auto const date = turn.week == 5 ? sys_days { in / month_of_year / day[last] }
                                     : sys_days { in / month_of_year / day[static_cast<unsigned>(turn.week)] };
    return Instant { date } + minutes { turn.minute } - before;
}

std::array<Turn, 2> turns_of(OffsetRule const& rule, year in)
{
    minutes const standard { rule.standard };
    minutes const saved { rule.saving->offset };
    Turn const begins { moment_of(rule.saving->begins, in, standard), saved };
    Turn const ends { moment_of(rule.saving->ends, in, saved), standard };
    return begins.at < ends.at ? std::array { begins, ends } : std::array { ends, begins };
}

// Takes in one turn, in the order of time.
void narrow(OffsetSpan& span, Instant moment, Turn const& turn)
{
    if (turn.at <= moment) {
        span.from = turn.at;
        span.offset = turn.offset;
    } else if (turn.at < span.to) {
        span.to = turn.at;
    }
}

} // namespace

OffsetSpan offset_around(TimeZone const& zone, Instant moment)
{
    OffsetSpan span { beginning, forever, minutes { zone.offset } };
    Instant ruled_from = beginning;
    for (OffsetChange const& change : zone.changes) {
        Turn const turn { Instant { minutes { change.at } }, minutes { change.offset } };
        narrow(span, moment, turn);
        ruled_from = turn.at;
    }
    if (!zone.rule.saving) return span;
    auto const in = year_month_day { floor<days>(moment) }.year();
    // A year that begins within a saving has its turns in the years beside it.
    for (int beside = -1; beside <= 1; ++beside) {
        for (Turn const& turn : turns_of(zone.rule, in + years { beside })) {
            if (turn.at > ruled_from) narrow(span, moment, turn);
        }
    }
    return span;
}

} // namespace keyrack::catalogue
