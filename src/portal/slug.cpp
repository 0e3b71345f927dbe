#include "portal/slug.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

bool is_small_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

char capital(char c)
{
    return is_small_letter(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

// The bytes of the first character of a UTF-8 text.
std::string_view first_character(std::string_view text)
{
    std::size_t end = std::min<std::size_t>(1, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    return text.substr(0, end);
}

} // namespace

std::string slug_of(std::string_view name, std::string_view otherwise)
{
    std::string slug;
    for (char const c : folded(name)) {
        if (is_small_letter(c) || is_digit(c))
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
        if (slug.size() == longest_slug) break;
    }
    while (slug.ends_with('-')) slug.pop_back();
    return slug.empty() ? std::string { otherwise } : slug;
}

std::string unused_slug(std::string slug, std::span<std::string const> taken)
{
    auto const base = slug;
    for (int number = 2; std::ranges::find(taken, slug) != taken.end(); ++number)
        slug = base + '-' + std::to_string(number);
    return slug;
}

std::string humanised(std::string_view slug)
{
    std::string name { slug };
    bool begins = true;
    for (char& c : name) {
        if (c == '-')
            c = ' ';
        else if (begins)
            c = capital(c);
        begins = c == ' ';
    }
    return name;
}

std::string initials(std::string_view name)
{
    std::string letters;
    for (std::size_t at = 0, words = 0; at < name.size() && words < 2; ++words) {
        auto const first = first_character(name.substr(at));
        letters += first.size() == 1 ? std::string(1, capital(first[0])) : std::string { first };
        auto const space = name.find(' ', at);
        at = space == std::string_view::npos ? name.size() : name.find_first_not_of(' ', space);
    }
    return letters;
}

std::string without_ending(std::string_view file_name)
{
    auto const dot = file_name.rfind('.');
    return std::string { dot == std::string_view::npos || dot == 0 ? file_name : file_name.substr(0, dot) };
}

std::string name_of_file(std::string_view file_name)
{
    std::string name;
    for (char const c : without_ending(file_name)) {
        bool const parts = c == '_' || c == '-' || c == ' ';
        if (!parts)
            name += c;
        else if (!name.empty() && name.back() != ' ')
            name += ' ';
    }
    while (name.ends_with(' ')) name.pop_back();
    if (!name.empty()) name.front() = capital(name.front());
    return name;
}

} // namespace keyrack::portal
