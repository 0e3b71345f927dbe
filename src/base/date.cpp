#include "base/date.hpp"

#include "base/verify.hpp"

namespace keyrack {

namespace {

// The number that `text` spells in decimal digits and nothing else.
std::optional<unsigned> digits(std::string_view text)
{
    unsigned number = 0;
    for (char const letter : text) {
        if (letter < '0' || letter > '9') return std::nullopt;
        number = number * 10 + static_cast<unsigned>(letter - '0');
    }
    return number;
}

void write_digits(std::string& text, std::size_t at, std::size_t count, unsigned number)
{
    for (std::size_t place = count; place-- > 0; number /= 10) text[at + place] = static_cast<char>('0' + number % 10);
}

} // namespace

std::optional<Date> parse_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const year = digits(text.substr(0, 4));
    auto const month = digits(text.substr(5, 2));
    auto const day = digits(text.substr(8, 2));
    if (!year || !month || !day || *year == 0) return std::nullopt;
    std::chrono::year_month_day const date { std::chrono::year { static_cast<int>(*year) },
        std::chrono::month { *month }, std::chrono::day { *day } };
    if (!date.ok()) return std::nullopt;
    return Date { date };
}

std::string iso(Date date)
{
    VERIFY(always <= date && date <= never);
    std::chrono::year_month_day const parts { date };
    std::string text = "0000-00-00";
    write_digits(text, 0, 4, static_cast<unsigned>(static_cast<int>(parts.year())));
    write_digits(text, 5, 2, static_cast<unsigned>(parts.month()));
    write_digits(text, 8, 2, static_cast<unsigned>(parts.day()));
    return text;
}

} // namespace keyrack
