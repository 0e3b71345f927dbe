#pragma once
// Promise: where a word stands in a long text, eight places at a time.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

// What a query asks for: its words, folded, the longest first, which is the rarest.
[[nodiscard]] std::vector<std::string> search_words(std::string_view query);

// The first place of `word` in `text` from `from` on, or npos. `word` is not empty.
[[nodiscard]] std::size_t find_word(std::string_view text, std::string_view word, std::size_t from);

} // namespace keyrack::portal
