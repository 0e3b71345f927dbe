#include "portal/word_search.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <functional>

namespace keyrack::portal {

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

WordFinder::WordFinder(std::string_view word)
    : m_word(word),
      m_first(one_each * static_cast<unsigned char>(word.front())),
      m_last(one_each * static_cast<unsigned char>(word.back())),
      m_head_mask(~std::uint64_t { 0 }),
      m_head(0),
      m_reach(word.size() - 1),
      m_least_after(std::max(m_reach, sizeof(std::uint64_t) - 1) + sizeof(std::uint64_t))
{
    static_assert(std::endian::native == std::endian::little); // the lowest byte is the first
    auto const length = std::min(word.size(), sizeof(std::uint64_t));
    if (length < sizeof(std::uint64_t)) m_head_mask = (std::uint64_t { 1 } << (8 * length)) - 1;
    std::memcpy(&m_head, word.data(), length);
}

} // namespace keyrack::portal
