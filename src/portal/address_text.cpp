#include "portal/address_text.hpp"

#include <algorithm>
#include <charconv>

namespace keyrack::portal {

namespace {

bool stands_for_itself(char c)
{
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    bool const digit = c >= '0' && c <= '9';
    return letter || digit || std::string_view { "-._~" }.contains(c);
}

} // namespace

std::string percent_encoded(std::string_view text)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (char const c : text) {
        if (stands_for_itself(c)) {
            encoded += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4U];
        encoded += digits[byte & 15U];
    }
    return encoded;
}

std::string percent_decoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned value = 0;
        auto const pair = text.substr(at, 3);
        bool const coded = pair.size() == 3 && pair[0] == '%'
            && std::from_chars(pair.data() + 1, pair.data() + 3, value, 16).ptr == pair.data() + 3;
        decoded += coded ? static_cast<char>(value) : text[at];
        at += coded ? 2 : 0;
    }
    return decoded;
}

std::vector<std::string_view> split(std::string_view text, char at)
{
    std::vector<std::string_view> parts;
    for (;;) {
        auto const end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

Parameters parse_parameters(std::string_view text)
{
    Parameters parameters;
    for (auto const part : split(text, '&')) {
        auto const equals = part.find('=');
        if (equals == std::string_view::npos) continue;
        parameters.emplace_back(percent_decoded(part.substr(0, equals)), percent_decoded(part.substr(equals + 1)));
    }
    return parameters;
}

std::string format(Parameters const& parameters)
{
    std::string text;
    for (auto const& [name, value] : parameters) {
        if (value.empty()) continue;
        if (!text.empty()) text += '&';
        text += percent_encoded(name) + '=' + percent_encoded(value);
    }
    return text;
}

} // namespace keyrack::portal
