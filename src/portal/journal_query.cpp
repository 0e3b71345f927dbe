#include "portal/journal_query.hpp"

#include "base/text.hpp"
#include "portal/shown_day.hpp"

namespace keyrack::portal {

namespace {

constexpr std::string_view since = "since";
constexpr std::string_view until = "until";

struct NamedDay
{
    std::string name;
    Date day;
};

std::optional<NamedDay> named_day(std::string_view part)
{
    auto const colon = part.find(':');
    if (colon == std::string_view::npos) return {};
    auto name = folded(part.substr(0, colon));
    auto const day = parse_shown_day(part.substr(colon + 1));
    if (!day || (name != since && name != until)) return {};
    return NamedDay { std::move(name), *day };
}

} // namespace

JournalQuery journal_query(std::string_view text)
{
    JournalQuery query;
    for (auto const part : split(text, ' ')) {
        if (auto const named = named_day(part))
            (named->name == since ? query.since : query.until) = named->day;
        else if (!part.empty())
            query.words.push_back(folded(part));
    }
    return query;
}

std::string with_day(std::string_view text, std::string_view name, std::string_view day)
{
    std::string result;
    auto const add = [&](std::string_view part) {
        if (!result.empty()) result += ' ';
        result += part;
    };
    if (!day.empty() && !parse_shown_day(day)) return std::string { text };
    for (auto const part : split(text, ' ')) {
        auto const named = named_day(part);
        if (!part.empty() && !(named && named->name == name)) add(part);
    }
    if (!day.empty()) add(std::string { name } + ':' + std::string { day });
    return result;
}

} // namespace keyrack::portal
