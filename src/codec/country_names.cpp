#include "codec/country_names.hpp"

#include "assets/embedded.hpp"
#include "base/text.hpp"

#include <map>
#include <ranges>

namespace keyrack::codec {

namespace {

using Codes = std::map<std::string, std::string, std::less<>>; // by folded name

// A line is a code and its names: "FR|France|Frankreich|Frankrike".
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

} // namespace keyrack::codec
