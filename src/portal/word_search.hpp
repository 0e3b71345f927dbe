#pragma once
// Promise: where a word stands in a long text, eight places at a time.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

// What a query asks for: its words, folded, the longest first, which is the rarest.
[[nodiscard]] std::vector<std::string> search_words(std::string_view query);

// A word that is looked for, in many places of a text one after the other. It is not empty, and outlives its finder.
class WordFinder
{
public:
    explicit WordFinder(std::string_view word);

    // Its first place in `text` from `from` on, or npos.
    [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) const
    {
        for (; from + m_least_after <= text.size(); from += sizeof(std::uint64_t)) {
            auto const* const place = text.data() + from;
            // Zero where both the word's first letter and, as far behind it as the word is long, its last one stand.
            auto left = zeros_in((eight_at(place) ^ m_first) | (eight_at(place + m_reach) ^ m_last));
            for (; left != 0; left &= left - 1) {
                auto const at = static_cast<std::size_t>(std::countr_zero(left)) / 8;
                if (stands_at(place + at)) return from + at;
            }
        }
        return text.find(m_word, from);
    }

private:
    static constexpr std::uint64_t one_each = 0x0101010101010101;
    static constexpr std::uint64_t top_each = 0x8080808080808080;

    static std::uint64_t eight_at(char const* place)
    {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, place, sizeof bytes);
        return bytes;
    }

    // The top bit of each byte that is zero. Above the lowest of them there may be one too many.
    static std::uint64_t zeros_in(std::uint64_t bytes) { return (bytes - one_each) & ~bytes & top_each; }

    [[nodiscard]] bool stands_at(char const* place) const
    {
        constexpr auto head = sizeof(std::uint64_t);
        return (eight_at(place) & m_head_mask) == m_head
            && (m_word.size() <= head || std::memcmp(place + head, m_word.data() + head, m_word.size() - head) == 0);
    }

    std::string_view m_word;
    std::uint64_t m_first, m_last;     // its first and its last letter, eight times each
    std::uint64_t m_head_mask, m_head; // its first eight letters
    std::size_t m_reach;               // from its first letter to its last
    std::size_t m_least_after;         // so much is read behind a place
};

} // namespace keyrack::portal
