#include "catalogue/holidays.hpp"

#include <algorithm>

namespace keyrack::catalogue {

HolidayName const* HolidayCalendar::on(Date day) const
{
    auto const found = std::ranges::lower_bound(days, day, {}, &std::pair<Date, std::uint32_t>::first);
    return found != days.end() && found->first == day ? &names[found->second] : nullptr;
}

} // namespace keyrack::catalogue
