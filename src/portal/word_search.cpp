#include "portal/word_search.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>

namespace keyrack::portal {

namespace {

constexpr std::uint64_t one_each = 0x0101010101010101;
constexpr std::uint64_t top_each = 0x8080808080808080;
static_assert(std::endian::native == std::endian::little); // the lowest byte is the first

std::uint64_t eight_at(char const* place)
{
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, place, sizeof bytes);
    return bytes;
}

// The top bit of each byte that is zero. Above the lowest of them there may be one too many.
std::uint64_t zeros_in(std::uint64_t bytes)
{
    return (bytes - one_each) & ~bytes & top_each;
}

} // namespace

std::vector<std::string> search_words(std::string_view query)
{
    std::vector<std::string> words;
    auto const folded_query = folded(query);
    for (std::string_view rest = folded_query; !rest.empty();) {
        auto const begin = rest.find_first_not_of(" \t\n");
        if (begin == std::string_view::npos) break;
        auto const end = std::min(rest.find_first_of(" \t\n", begin), rest.size());
        words.emplace_back(rest.substr(begin, end - begin));
        rest.remove_prefix(end);
    }
    std::ranges::stable_sort(words, std::greater {}, &std::string::size);
    return words;
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from)
{
    auto const first = one_each * static_cast<unsigned char>(word.front());
    auto const last = one_each * static_cast<unsigned char>(word.back());
    auto const reach = word.size() - 1;
    for (; from + reach + sizeof(std::uint64_t) <= text.size(); from += sizeof(std::uint64_t)) {
        auto const* const place = text.data() + from;
        // Zero where both the word's first letter and, as far behind it as the word is long, its last one stand.
        for (auto left = zeros_in((eight_at(place) ^ first) | (eight_at(place + reach) ^ last)); left != 0;
            left &= left - 1) {
            auto const at = static_cast<std::size_t>(std::countr_zero(left)) / 8;
            if (std::memcmp(place + at, word.data(), word.size()) == 0) return from + at;
        }
    }
    return text.find(word, from);
}

} // namespace keyrack::portal
