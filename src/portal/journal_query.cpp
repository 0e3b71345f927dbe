#include "portal/journal_query.hpp"

#include "base/text.hpp"
#include "portal/shown_day.hpp"

namespace keyrack::portal {

namespace {

struct NamedDay
{
    JournalBound bound {};
    Date day;
};

std::string_view bound_name(JournalBound bound)
{
    return bound == JournalBound::since ? "since" : "until";
}

std::optional<NamedDay> named_day(std::string_view part)
{
    auto const colon = part.find(':');
    if (colon == std::string_view::npos) return {};
    auto const bound = journal_bound(folded(part.substr(0, colon)));
    auto const day = parse_shown_day(part.substr(colon + 1));
    if (!day || !bound) return {};
    return NamedDay { *bound, *day };
}

} // namespace

JournalQuery journal_query(std::string_view text)
{
    JournalQuery query;
    for (auto const part : split(text, ' ')) {
        if (auto const named = named_day(part))
            (named->bound == JournalBound::since ? query.since : query.until) = named->day;
        else if (!part.empty())
            query.words.push_back(folded(part));
    }
    return query;
}

std::optional<JournalBound> journal_bound(std::string_view name)
{
    for (auto const each : { JournalBound::since, JournalBound::until })
        if (bound_name(each) == name) return each;
    return {};
}

std::string with_day(std::string_view text, JournalBound bound, std::string_view day)
{
    std::string result;
    auto const add = [&](std::string_view part) {
        if (!result.empty()) result += ' ';
        result += part;
    };
    if (!day.empty() && !parse_shown_day(day)) return std::string { text };
    for (auto const part : split(text, ' ')) {
        auto const named = named_day(part);
        if (!part.empty() && !(named && named->bound == bound)) add(part);
    }
    if (!day.empty()) add(std::string { bound_name(bound) } + ':' + std::string { day });
    return result;
}

} // namespace keyrack::portal
