#include "portal/words.hpp"

#include "assets/embedded.hpp"
#include "base/verify.hpp"
#include "codec/json_value.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr std::string_view separator = " · ";

std::map<std::string, std::string, std::less<>> read_texts(Language language)
{
    auto const parsed = codec::parse_json(assets::find("lang/" + std::string { tag(language) } + ".json"));
    VERIFY(parsed.has_value()); // embedded with the program, and tested
    auto const* const object = parsed->as<codec::JsonObject>();
    VERIFY(object != nullptr);
    std::map<std::string, std::string, std::less<>> texts;
    for (auto const& [key, value] : *object) {
        auto const* const text = value.as<std::string>();
        VERIFY(text != nullptr);
        texts.emplace(key, *text);
    }
    return texts;
}

enum class Missing { none, some };

struct Filled
{
    std::string text;
    Missing missing = Missing::none;
};

Filled filled(std::string_view text, std::span<Argument const> arguments)
{
    Filled result;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
        auto const close = text.find('}', open);
        if (close == std::string_view::npos) break;
        result.text += text.substr(0, open);
        auto const name = text.substr(open + 1, close - open - 1);
        auto const found = std::ranges::find(arguments, name, &Argument::first);
        if (found == arguments.end()) {
            result.missing = Missing::some;
            result.text += text.substr(open, close - open + 1);
        } else {
            result.text += found->second;
        }
        text.remove_prefix(close + 1);
    }
    result.text += text;
    return result;
}

std::string grouped(std::uint64_t number, std::string_view thousands)
{
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, thousands);
    }
    return digits;
}

std::string two_digits(unsigned number)
{
    return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

} // namespace

std::string_view tag(Language language)
{
    switch (language) {
    case Language::english: return "en";
    case Language::german: return "de";
    case Language::norwegian: return "nb";
    }
    return "en";
}

Language choose_language(std::span<std::string const> preferred)
{
    for (auto const& each : preferred) {
        auto const main = std::string_view { each }.substr(0, each.find_first_of("-_"));
        if (main == "en") return Language::english;
        if (main == "de") return Language::german;
        if (main == "nb" || main == "no" || main == "nn") return Language::norwegian;
    }
    return Language::english;
}

Words::Words(Language language) : m_language(language), m_texts(read_texts(language)) { }

bool Words::knows(std::string_view key) const
{
    return m_texts.contains(key) || m_texts.contains(std::string { key } + ".other");
}

std::string_view Words::operator()(std::string_view key) const
{
    auto const found = m_texts.find(key);
    if (found == m_texts.end()) broken(("the text `" + std::string { key } + "` is there").c_str(), __FILE__, __LINE__);
    return found->second;
}

std::string Words::operator()(std::string_view key, Arguments arguments) const
{
    return fill(key, { arguments.begin(), arguments.size() });
}

std::string Words::fill(std::string_view key, std::span<Argument const> arguments) const
{
    return filled((*this)(key), arguments).text;
}

std::string Words::parts(std::string_view key, std::span<Argument const> arguments) const
{
    std::string text;
    for (std::string_view rest = (*this)(key); !rest.empty();) {
        auto const end = rest.find(separator);
        auto const part = filled(rest.substr(0, end), arguments);
        rest = end == std::string_view::npos ? std::string_view {} : rest.substr(end + separator.size());
        if (part.missing == Missing::some || part.text.empty()) continue;
        if (!text.empty()) text += separator;
        text += part.text;
    }
    return text;
}

std::string Words::plural(std::string_view key, std::int64_t count, Arguments arguments) const
{
    std::vector<Argument> all { arguments };
    all.emplace_back("count", number(count));
    return fill(std::string { key } + (count == 1 ? ".one" : ".other"), all);
}

std::string Words::dated(std::string_view key, std::string_view months, Date date) const
{
    if (date >= never) return std::string { (*this)("date.never") };
    if (date <= always) return std::string { (*this)("date.always") };
    std::chrono::year_month_day const day { date };
    auto const month = std::string { months } + two_digits(static_cast<unsigned>(day.month()));
    return (*this)(key,
        { { "day", std::to_string(static_cast<unsigned>(day.day())) }, { "month", std::string { (*this)(month) } },
            { "year", std::to_string(static_cast<int>(day.year())) } });
}

std::string_view Words::month(unsigned month) const
{
    return (*this)("month." + two_digits(month));
}

std::string_view Words::month_short(unsigned month) const
{
    return (*this)("month_short." + two_digits(month));
}

std::string Words::date(Date date) const
{
    return dated("date.long", "month.", date);
}

std::string Words::short_date(Date date) const
{
    return dated("date.short", "month_short.", date);
}

std::string Words::number(std::int64_t number) const
{
    auto const magnitude = number < 0 ? ~static_cast<std::uint64_t>(number) + 1 : static_cast<std::uint64_t>(number);
    auto const text = grouped(magnitude, (*this)("number.thousands"));
    return number < 0 ? "−" + text : text;
}

std::string Words::relative_days(Date day, Date today) const
{
    auto const days = (day - today).count();
    if (days == 0) return std::string { (*this)("days.today") };
    if (days == 1) return std::string { (*this)("days.tomorrow") };
    if (days == -1) return std::string { (*this)("days.yesterday") };
    return days > 0 ? plural("days.ahead", days) : plural("days.ago", -days);
}

std::string joined(std::initializer_list<std::string> texts)
{
    return joined(std::span<std::string const> { texts.begin(), texts.size() });
}

std::string joined(std::span<std::string const> texts)
{
    std::string text;
    for (auto const& each : texts) {
        if (each.empty()) continue;
        if (!text.empty()) text += separator;
        text += each;
    }
    return text;
}

} // namespace keyrack::portal
