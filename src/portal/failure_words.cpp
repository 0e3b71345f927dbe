#include "portal/failure_words.hpp"

#include "base/instant.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <format>

namespace keyrack::portal {

namespace {

// Facts whose values are codes, with words of their own: fault.too_long, what.assignments, feature.insights.
constexpr std::string_view names_of_codes[] { "fault", "what", "feature", "measure", "path", "duty", "state",
    "matched_by", "benefit", "tier" };

// "service, primary_email": the fields of a ticket that are missing, as the form calls them.
std::string fields_text(Words const& words, std::string_view codes)
{
    std::string text;
    while (!codes.empty()) {
        auto const end = std::min(codes.find(", "), codes.size());
        auto const key = "ticket.field." + std::string { codes.substr(0, end) };
        if (!text.empty()) text += ", ";
        text += words.knows(key) ? words(key) : codes.substr(0, end);
        codes.remove_prefix(std::min(end + 2, codes.size()));
    }
    return text;
}

constexpr std::pair<std::string_view, std::string_view> counted_facts[] { { "years", "years_text" },
    { "licences", "licences_text" }, { "orders", "orders_text" }, { "free", "free_text" },
    { "entitled", "entitled_text" }, { "licences_to_next", "to_next_text" } };

constexpr std::string_view moments[] { "at", "last", "given_at", "taken_at", "cancelled_at", "begun_at" };

// Facts know no place whose time could be told.
std::string in_utc(Words const& words, Instant moment)
{
    auto const day = std::chrono::floor<Days>(moment.time_since_epoch());
    std::chrono::hh_mm_ss const time { std::chrono::floor<std::chrono::minutes>(moment.time_since_epoch() - day) };
    return words.short_date(Date { day })
        + std::format(", {:02}:{:02} UTC", time.hours().count(), time.minutes().count());
}

std::string value_text(Words const& words, engine::Fact const& fact)
{
    if (auto const* const number = std::get_if<std::int64_t>(&fact.value)) return words.number(*number);
    if (auto const* const date = std::get_if<Date>(&fact.value)) return words.short_date(*date);
    auto const& text = std::get<std::string>(fact.value);
    if (fact.name == "missing") return fields_text(words, text);
    if (std::ranges::find(moments, fact.name) != std::end(moments))
        if (auto const moment = parse_instant(text)) return in_utc(words, *moment);
    if (std::ranges::find(names_of_codes, fact.name) == std::end(names_of_codes)) return text;
    auto const key = std::string { fact.name } + '.' + text;
    return words.knows(key) ? std::string { words(key) } : text;
}

// A number with what it counts: {years_text} is "3 years".
void add_counted(Words const& words, engine::Fact const& fact, std::vector<Argument>& arguments)
{
    auto const* const number = std::get_if<std::int64_t>(&fact.value);
    auto const counted =
        std::ranges::find(counted_facts, fact.name, &std::pair<std::string_view, std::string_view>::first);
    if (!number || counted == std::end(counted_facts)) return;
    arguments.emplace_back(counted->second, words.plural("count." + std::string { fact.name }, *number));
}

constexpr std::string_view of_the_disk[] { "disk_full", "disk_failed", "damaged_database", "database_in_use",
    "newer_database", "foreign_database" };

bool is_number(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char each) { return each >= '0' && each <= '9'; });
}

} // namespace

std::string path_text(Words const& words, std::string const& where)
{
    auto const open = where.find('['), shut = where.find(']');
    if (open == std::string::npos || shut == std::string::npos || shut < open) return where;
    auto const list = where.substr(0, open);
    auto const rest = where.substr(shut + 1);
    std::int64_t index = 0;
    auto const* const end = where.data() + shut;
    auto const read = std::from_chars(where.data() + open + 1, end, index);
    if (list.empty() || read.ec != std::errc {} || read.ptr != end) return where;
    auto const row = words.number(index + 1);
    if (rest.empty()) return words("error.row", { { "row", row }, { "list", list } });
    if (!rest.starts_with('.') || rest.find_first_of(".[", 1) != std::string::npos) return where;
    return words("error.row_and_field", { { "row", row }, { "list", list }, { "field", rest.substr(1) } });
}

namespace {

// "12:7" as people say it.
std::string place_text(Words const& words, std::string const& where)
{
    auto const colon = where.find(':');
    if (colon == std::string::npos) return path_text(words, where);
    auto const line = where.substr(0, colon);
    auto const column = where.substr(colon + 1);
    if (!is_number(line) || !is_number(column)) return where;
    return words("error.line_and_column", { { "line", line }, { "column", column } });
}

} // namespace

std::vector<Argument> Words::arguments(std::span<engine::Fact const> facts) const
{
    std::vector<Argument> result;
    for (auto const& fact : facts) {
        result.emplace_back(fact.name, value_text(*this, fact));
        add_counted(*this, fact, result);
    }
    return result;
}

std::string Words::error(Error const& error) const
{
    auto key = "error." + error.what;
    if (!knows(key)) key = "error.unknown";
    bool const says_why = knows("fault." + error.detail) && knows(key + "_because");
    auto const text =
        says_why ? (*this)(key + "_because", { { "fault", input(error.detail) } }) : std::string { (*this)(key) };
    auto const place = place_text(*this, error.where);
    auto const given = says_why ? std::string {} : input(error.detail);
    if (place.empty() && given.empty()) return text;
    if (std::ranges::find(of_the_disk, error.what) != std::end(of_the_disk)) // no file of a person's: it says little
        return (*this)("error.with_detail", { { "text", text }, { "detail", joined({ place, given }) } });
    if (place.empty() || given.empty())
        return (*this)("error.with_place", { { "place", place.empty() ? given : place }, { "text", text } });
    return (*this)("error.with_place_and_input", { { "place", place }, { "input", given }, { "text", text } });
}

std::string Words::input(std::string const& input) const
{
    if (input.empty()) return {};
    auto const fault = "fault." + input;
    return knows(fault) ? std::string { (*this)(fault) } : (*this)("error.input", { { "input", input } });
}

std::string Words::denial(engine::Denial const& denial) const
{
    return fill("denial." + std::string { code(denial.reason) }, arguments(denial.facts));
}

} // namespace keyrack::portal
