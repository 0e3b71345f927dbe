#include "support/dates.hpp"

#include <catch_amalgamated.hpp>

namespace keyrack::test {

Date date(std::string_view text)
{
    auto const parsed = parse_date(text);
    INFO("not a date: " << text);
    REQUIRE(parsed.has_value());
    return *parsed;
}

std::optional<Date> maybe_date(std::string_view text)
{
    return text.empty() ? std::nullopt : std::optional { date(text) };
}

Date date_or_never(std::string_view text)
{
    return text.empty() ? never : date(text);
}

std::string shown(Date date)
{
    if (date == never) return "never";
    return date == always ? "always" : iso(date);
}

} // namespace keyrack::test
