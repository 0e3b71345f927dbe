#include "codec/country_names.hpp"

#include "assets/embedded.hpp"
#include "base/text.hpp"

#include <map>
#include <ranges>

namespace keyrack::codec {

namespace {

using Codes = std::map<std::string, std::string, std::less<>>; // by folded name

// A line is a code and its names: "FR|France|Frankreich|Frankrike", and what else it is called behind.
Codes read_codes()
{
    Codes codes;
    for (auto const line : std::views::split(assets::find("names/countries.txt"), '\n')) {
        std::string_view const text { line.begin(), line.end() };
        for (auto const name : std::views::split(text, '|'))
            codes.emplace(folded(std::string_view { name.begin(), name.end() }), text.substr(0, 2));
    }
    return codes;
}

} // namespace

std::string country_code(std::string_view text)
{
    static Codes const codes = read_codes();
    auto const found = codes.find(folded(text));
    return found == codes.end() || text.empty() ? std::string { text } : found->second;
}

std::string country_name(std::string_view code, std::string_view language)
{
    std::ptrdiff_t const column = language == "de" ? 2 : language == "nb" ? 3 : 1;
    for (auto const line : std::views::split(assets::find("names/countries.txt"), '\n')) {
        std::string_view const text { line.begin(), line.end() };
        if (code.empty() || text.substr(0, text.find('|')) != code) continue;
        auto names = std::views::split(text, '|') | std::views::drop(column);
        auto const name = *names.begin();
        return { name.begin(), name.end() };
    }
    return std::string { code };
}

} // namespace keyrack::codec
