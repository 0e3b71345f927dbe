#pragma once
// What a name from outside may look like. Text inside Keyrack is UTF-8, always valid.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace keyrack {

// Declared most decisive first.
enum class TextFault { not_utf8, empty, too_long, control_character, direction_mark };

// Longest name or key that is taken in, in bytes. Ours: long enough for any real name, short enough for a row.
inline constexpr std::size_t longest_name = 256;

// Why `text` cannot be a name or key, or nothing. A name of blanks alone is empty. Direction marks (U+061C, U+200E, U+200F,
// U+202A…U+202E, U+2066…U+2069) could make one name look like another, so they are refused rather than stored.
[[nodiscard]] std::optional<TextFault> fault_of_name(std::string_view text);
[[nodiscard]] std::string_view code(TextFault fault);

[[nodiscard]] bool is_utf8(std::string_view text);
// At most `bytes` bytes of `text`, cut between characters, with `…` where it was cut; control characters become spaces.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);
// What follows `start` in `text`; empty where the text does not begin so.
[[nodiscard]] constexpr std::string_view after(std::string_view text, std::string_view start)
{
    return text.starts_with(start) ? text.substr(start.size()) : std::string_view {};
}
// Lower case and accents folded for Latin text (ß→ss, å→a, ö→o …), for searching and sorting.
[[nodiscard]] std::string folded(std::string_view text);

} // namespace keyrack
