#include "base/instant.hpp"

#include "base/verify.hpp"

namespace keyrack {

namespace {

using namespace std::chrono;

// The number that exactly `text` spells, at most `last`.
std::optional<int> number(std::string_view text, int last)
{
    int value = 0;
    for (char const letter : text) {
        if (letter < '0' || letter > '9') return std::nullopt;
        value = value * 10 + (letter - '0');
    }
    return value <= last ? std::optional { value } : std::nullopt;
}

// `:SS`, `:SS.mmm` or nothing.
std::optional<milliseconds> seconds_of(std::string_view text)
{
    if (text.empty()) return milliseconds { 0 };
    if ((text.size() != 3 && text.size() != 7) || text[0] != ':') return std::nullopt;
    auto const whole = number(text.substr(1, 2), 59);
    if (!whole) return std::nullopt;
    if (text.size() == 3) return seconds { *whole };
    auto const rest = number(text.substr(4), 999);
    if (text[3] != '.' || !rest) return std::nullopt;
    return seconds { *whole } + milliseconds { *rest };
}

std::string padded(std::int64_t value, std::size_t width)
{
    auto text = std::to_string(value);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

} // namespace

std::optional<Instant> parse_instant(std::string_view text)
{
    if (text.size() < 17 || text[10] != 'T' || text[13] != ':' || text.back() != 'Z') return std::nullopt;
    auto const date = parse_date(text.substr(0, 10));
    auto const hour = number(text.substr(11, 2), 23);
    auto const minute = number(text.substr(14, 2), 59);
    auto const rest = seconds_of(text.substr(16, text.size() - 17));
    if (!date || !hour || !minute || !rest) return std::nullopt;
    return Instant { date->time_since_epoch() } + hours { *hour } + minutes { *minute } + *rest;
}

std::string iso(Instant instant)
{
    VERIFY(beginning <= instant && instant < forever);
    auto const day = floor<days>(instant);
    auto const time = instant - day;
    auto const milliseconds = time.count() % 1'000;
    auto text = iso(Date { day.time_since_epoch() }) + "T" + padded(time.count() / 3'600'000, 2) + ":"
        + padded(time.count() / 60'000 % 60, 2) + ":" + padded(time.count() / 1'000 % 60, 2);
    if (milliseconds != 0) text += "." + padded(milliseconds, 3);
    return text + "Z";
}

} // namespace keyrack
