#pragma once
// Public holidays as data: national, whole days, for a span of years (assets/catalogue/holidays.json names their origin).

#include "base/date.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::catalogue {

struct HolidayName
{
    std::string en, de, nb;
    bool operator==(HolidayName const&) const = default;
};

// The holidays of one country, as the clocks ask for them.
struct HolidayCalendar
{
    std::string country;
    Period known; // outside of it nothing is known, which is not the same as no holiday
    std::vector<HolidayName> names;
    std::vector<std::pair<Date, std::uint32_t>> days; // ascending; the index of the name
    bool operator==(HolidayCalendar const&) const = default;

    // The holiday on that day; nothing on an ordinary one.
    [[nodiscard]] HolidayName const* on(Date day) const;
};

} // namespace keyrack::catalogue
