#include "codec/support_json.hpp"

#include "codec/read_file.hpp"
#include "codec/support_fields.hpp"

#include <algorithm>
#include <string>

namespace keyrack::codec {

namespace {

constexpr std::int32_t minutes_a_day = 24 * 60;

std::unexpected<Error> bad(std::string where, std::int64_t value)
{
    return failure("bad_number", std::move(where), std::to_string(value));
}

bool falls_on_a_day(catalogue::YearlyTurn const& turn)
{
    return 1 <= turn.month && turn.month <= 12 && 1 <= turn.week && turn.week <= 5 && 0 <= turn.weekday
        && turn.weekday <= 6;
}

Result<void> check(catalogue::Support const& support)
{
    for (auto const& hours : support.hours) {
        if (hours.opens_minute < 0 || hours.closes_minute > minutes_a_day
            || hours.opens_minute >= hours.closes_minute) {
            return bad("hours." + hours.region, hours.closes_minute);
        }
    }
    for (auto const& target : support.targets) {
        if (target.severity < 1) {
            return bad("targets.severity", target.severity);
        }
        if (target.limit_minutes < 1 || target.warn_after_minutes.value_or(0) > target.limit_minutes) {
            return bad("targets.limit_minutes", target.limit_minutes);
        }
    }
    for (auto const& zone : support.zones) {
        auto const& saving = zone.rule.saving;
        if (saving && (!falls_on_a_day(saving->begins) || !falls_on_a_day(saving->ends))) {
            return bad("zones." + zone.name, saving->begins.month);
        }
        if (!std::ranges::is_sorted(zone.changes, {}, &catalogue::OffsetChange::at)) {
            return bad("zones." + zone.name, zone.changes.back().at);
        }
    }
    return {};
}

// That day of each year in which it exists.
void add_every(catalogue::HolidayCalendar& calendar, std::string const& month_and_day, std::uint32_t name)
{
    auto const first = std::chrono::year_month_day { calendar.known.from }.year();
    auto const last = std::chrono::year_month_day { calendar.known.to }.year();
    for (auto year = first; year <= last; ++year) {
        auto const day = parse_date(std::to_string(static_cast<int>(year)) + "-" + month_and_day);
        if (day && calendar.known.contains(*day)) {
            calendar.days.emplace_back(*day, name);
        }
    }
}

Result<catalogue::HolidayCalendar> calendar_of(CountryRow&& row, Period known)
{
    catalogue::HolidayCalendar calendar { std::move(row.country), known, {}, {} };
    for (auto& holiday : row.holidays) {
        auto const name = static_cast<std::uint32_t>(calendar.names.size());
        auto const before = calendar.days.size();
        if (!holiday.every.empty()) {
            add_every(calendar, holiday.every, name);
        }
        for (Date const day : holiday.days) {
            calendar.days.emplace_back(day, name);
        }
        if (calendar.days.size() == before) {
            return failure("bad_date", "holidays." + calendar.country, holiday.every);
        }
        calendar.names.push_back({ std::move(holiday.en), std::move(holiday.de), std::move(holiday.nb) });
    }
    std::ranges::sort(calendar.days);
    return calendar;
}

} // namespace

Result<catalogue::Support> support_from_json(
    std::string_view support, std::string_view time_zones, std::string_view holidays)
{
    auto read = read_file<catalogue::Support>(support);
    auto zones = read_file<ZonesFile>(time_zones);
    auto days = read_file<HolidaysFile>(holidays);
    if (!read || !zones || !days) {
        return std::unexpected(!read ? read.error() : !zones ? zones.error() : days.error());
    }
    read->zones = std::move(zones->zones);
    for (auto& row : days->countries) {
        auto calendar = calendar_of(std::move(row), { days->from, days->to });
        if (!calendar) {
            return std::unexpected(std::move(calendar.error()));
        }
        read->holidays.push_back(std::move(*calendar));
    }
    return check(*read).transform([&] { return std::move(*read); });
}

} // namespace keyrack::codec
