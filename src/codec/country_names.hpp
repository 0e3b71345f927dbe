#pragma once
// What countries are called in English, German and Norwegian (assets/names/countries.txt).

#include <string>
#include <string_view>

namespace keyrack::codec {

// "Frankreich" → "FR", whatever its case and accents; a text that is no country's name comes back as it is.
[[nodiscard]] std::string country_code(std::string_view text);

// "FR" in "de" → "Frankreich"; a code that is no country's comes back as it is. Any other language than German and Norwegian
// is told in English.
[[nodiscard]] std::string country_name(std::string_view code, std::string_view language);

} // namespace keyrack::codec
