#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace keyrack {

namespace {

using namespace std::string_view_literals;

struct Character
{
    char32_t code = 0;
    std::size_t bytes = 0; // 0: what stands there is not UTF-8
};

// How many bytes a character takes that begins with `lead`, and the smallest code that may be written so.
struct Shape
{
    std::size_t bytes = 0;
    char32_t smallest = 0;
    char32_t bits = 0; // of the code, in the lead
};

Shape shape_of(unsigned char lead)
{
    if (lead < 0x80) return { 1, 0, lead };
    if (lead >= 0xC2 && lead < 0xE0) return { 2, 0x80, lead & 0x1FU };
    if (lead >= 0xE0 && lead < 0xF0) return { 3, 0x800, lead & 0x0FU };
    if (lead >= 0xF0 && lead < 0xF5) return { 4, 0x10000, lead & 0x07U };
    return {};
}

// The first character of `text`, which is not empty.
Character first_character(std::string_view text)
{
    auto const shape = shape_of(static_cast<unsigned char>(text.front()));
    if (shape.bytes == 0 || shape.bytes > text.size()) return {};
    char32_t code = shape.bits;
    for (std::size_t at = 1; at < shape.bytes; ++at) {
        auto const byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xC0U) != 0x80U) return {};
        code = code << 6U | (byte & 0x3FU);
    }
    bool const surrogate = code >= 0xD800 && code < 0xE000;
    if (code < shape.smallest || code > 0x10FFFF || surrogate) return {};
    return { code, shape.bytes };
}

void append_character(std::string& text, char32_t code)
{
    auto const tail = [&](unsigned shift) { text += static_cast<char>(0x80U | (code >> shift & 0x3FU)); };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | code >> 6U);
        tail(0);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0U | code >> 12U);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | code >> 18U);
        tail(12);
        tail(6);
        tail(0);
    }
}

// The line and paragraph separators break a line as a control character does.
bool is_control(char32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
}

bool is_direction_mark(char32_t code)
{
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x2066 && code <= 0x2069);
}

bool is_blank(char32_t code)
{
    return code == U' ' || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F
        || code == 0x205F || code == 0x2060 || code == 0x3000 || code == 0xFEFF;
}

// U+00C0 … U+017F (Latin-1 Supplement, Latin Extended-A) without case and accent; "" stands for "as it is".
constexpr std::array<std::string_view, 0x180 - 0xC0> latin {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  // À
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",  // Ð
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  // à
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",   // ð
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",   // Ā
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",   // Đ
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",   // Ġ
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", // İ
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",   // ŀ
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", // Ő
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",   // Š
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",   // Ű
};

// Latin, Greek and Cyrillic capitals whose small letters follow at the same distance.
bool is_capital(char32_t code)
{
    return (code >= U'A' && code <= U'Z') || (code >= 0x391 && code <= 0x3A9) || (code >= 0x410 && code <= 0x42F);
}

void append_folded(std::string& text, char32_t code)
{
    if (code >= 0xC0 && code < 0x180 && !latin[code - 0xC0].empty()) return void(text += latin[code - 0xC0]);
    if (code == 0x1E9E) return void(text += "ss"); // capital sharp s
    if (code >= 0x300 && code < 0x370) return;     // combining accents
    if (is_capital(code))
        code += 0x20;
    else if (code >= 0x400 && code <= 0x40F) // Cyrillic with accents
        code += 0x50;
    else if (code >= 0x218 && code <= 0x21B) // Romanian comma below
        code = code < 0x21A ? U's' : U't';
    append_character(text, code);
}

// Calls `visit(code, bytes)` for each character; what is not UTF-8 comes as one U+FFFD a byte.
template <class Visit>
void for_each_character(std::string_view text, Visit&& visit)
{
    while (!text.empty()) {
        auto const character = first_character(text);
        auto const bytes = std::max<std::size_t>(character.bytes, 1);
        visit(character.bytes == 0 ? char32_t { 0xFFFD } : character.code, bytes);
        text.remove_prefix(bytes);
    }
}

// Whether its first eight bytes are.
bool is_ascii_word(std::string_view text)
{
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    return (word & 0x8080'8080'8080'8080) == 0;
}

// Printable ASCII of fitting length with no blank at its start.
bool is_plain_name(std::string_view text)
{
    auto const printable = [](char letter) { return letter >= ' ' && letter <= '~'; };
    return !text.empty() && text.front() != ' ' && text.size() <= longest_name && std::ranges::all_of(text, printable);
}

} // namespace

std::optional<TextFault> fault_of_name(std::string_view text)
{
    if (is_plain_name(text)) // nearly every name is
        return std::nullopt;
    if (!is_utf8(text)) return TextFault::not_utf8;
    bool blank = true, control = false, direction = false;
    for_each_character(text, [&](char32_t code, std::size_t) {
        blank = blank && is_blank(code);
        control = control || is_control(code);
        direction = direction || is_direction_mark(code);
    });
    if (blank) return TextFault::empty;
    if (text.size() > longest_name) return TextFault::too_long;
    if (control) return TextFault::control_character;
    if (direction) return TextFault::direction_mark;
    return std::nullopt;
}

std::string_view code(TextFault fault)
{
    switch (fault) {
    case TextFault::not_utf8: return "not_utf8";
    case TextFault::empty: return "empty";
    case TextFault::too_long: return "too_long";
    case TextFault::control_character: return "control_character";
    case TextFault::direction_mark: return "direction_mark";
    }
    return {};
}

bool is_utf8(std::string_view text)
{
    while (!text.empty()) {
        if (text.size() >= sizeof(std::uint64_t) && is_ascii_word(text)) { // nearly all that is ever asked about
            text.remove_prefix(sizeof(std::uint64_t));
            continue;
        }
        auto const bytes = first_character(text).bytes;
        if (bytes == 0) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

std::string shortened(std::string_view text, std::size_t bytes)
{
    constexpr auto cut_mark = "…"sv;
    std::string whole;
    std::size_t fits = 0; // how much of `whole` may stay where the mark follows
    for_each_character(text, [&](char32_t code, std::size_t) {
        if (whole.size() > bytes) return;
        append_character(whole, is_control(code) ? U' ' : code);
        if (whole.size() + cut_mark.size() <= bytes) fits = whole.size();
    });
    if (whole.size() <= bytes) return whole;
    whole.resize(fits);
    return cut_mark.size() <= bytes ? whole.append(cut_mark) : whole;
}

std::string folded(std::string_view text)
{
    auto const is_ascii = [](char letter) { return static_cast<unsigned char>(letter) < 0x80; };
    std::string plain { text };
    if (std::ranges::all_of(text, is_ascii)) {
        for (char& letter : plain) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 0x20) : letter;
        return plain;
    }
    plain.clear();
    for_each_character(text, [&](char32_t code, std::size_t) { append_folded(plain, code); });
    return plain;
}

} // namespace keyrack
