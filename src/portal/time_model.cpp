#include "portal/time_model.hpp"

#include "portal/renewals_model.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr int years_ahead = 3; // the longest term that is sold begins to end there

// The first day of which something is known: of an order, or else a year back.
Date first_day(Scene const& scene)
{
    auto first = plus_years(scene.today, -1);
    for (auto const& order : scene.ledger().orders().rows())
        if (order.standing == engine::Standing::valid) first = std::min(first, order.purchased_on);
    return std::min(first, scene.day());
}

Date plus_months(Date day, int months)
{
    std::chrono::year_month_day const from { day };
    auto const month = from.year() / from.month() + std::chrono::months { months };
    auto const last = std::chrono::year_month_day_last { month.year(), std::chrono::month_day_last { month.month() } };
    return Date { std::chrono::local_days { month / std::min(from.day(), last.day()) } };
}

TimeStep step(Scene const& scene, std::string_view key, Date to)
{
    return { std::string { key }, std::string { scene.words("time." + std::string { key }) }, iso(to) };
}

std::string month_text(Words const& words, Date day)
{
    std::chrono::year_month_day const at { day };
    return words("date.month",
        { { "month", std::string { words.month_short(static_cast<unsigned>(at.month())) } },
            { "year", std::to_string(static_cast<int>(at.year())) } });
}

std::string what_holds(Scene const& scene)
{
    auto const& words = scene.words;
    auto const day = words.date(scene.day());
    auto const& known = scene.route.known_at;
    if (!known && !scene.route.as_of) return std::string { words("time.today") };
    if (!known) return words("time.as_of", { { "day", day } });
    return words("time.as_known", { { "day", day }, { "known", words.date(*known) } });
}

std::vector<TimeMark> marks_of(Scene const& scene, Date until)
{
    std::vector<TimeMark> marks;
    for (auto const& ending : year_ahead(scene)->endings) {
        if (ending.on > until) break;
        marks.push_back({ days_since_epoch(ending.on),
            scene.words.plural("time.mark", std::ssize(ending.rooms),
                { { "programme", scene.catalogue()[ending.programme].name },
                    { "date", scene.words.short_date(ending.on) } }) });
    }
    return marks;
}

} // namespace

TimeBar time_bar(Scene const& scene, bool opened)
{
    auto const& words = scene.words;
    auto const day = scene.day();
    auto const from = first_day(scene);
    auto const to = std::max(plus_years(scene.today, years_ahead), day);
    auto const& known = scene.route.known_at;
    return { .day = iso(day),
        .shown = words.short_date(day),
        .known_at = known ? iso(*known) : std::string {},
        .known_shown = known ? words.short_date(*known) : std::string { words("time.known_now") },
        .text = what_holds(scene),
        .back = { step(scene, "month_back", plus_months(day, -1)), step(scene, "day_back", plus_days(day, -1)) },
        .ahead = { step(scene, "day_ahead", plus_days(day, 1)), step(scene, "month_ahead", plus_months(day, 1)) },
        .from = days_since_epoch(from),
        .to = days_since_epoch(to),
        .at = days_since_epoch(day),
        .from_text = month_text(words, from),
        .to_text = month_text(words, to),
        .marks = marks_of(scene, to),
        .opened = opened,
        .today = !scene.route.as_of,
        .known_now = !known,
        .can_try = !scene.session.trial() && !known };
}

std::string day_text(Words const& words, std::int64_t day)
{
    return words.short_date(Date { Days { day } });
}

} // namespace keyrack::portal
