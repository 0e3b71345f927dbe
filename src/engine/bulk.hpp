#pragma once
// Passes over all rows of a table at once.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace keyrack::engine {

// Calls `take(row)` for each row from 0 to `count` of which `which(row)` says yes, in their order. Which rows these are nobody
// can foresee, the processor neither: asked within the work itself, its wrong guesses cost more than the rules. Here the
// question is put to a whole block before anything hangs on it.
template <class Which, class Take>
void for_each_chosen(std::uint32_t count, Which&& which, Take&& take)
{
    constexpr std::uint32_t block = 1'024;
    std::array<std::uint32_t, block> chosen; // filled before it is read
    for (std::uint32_t begin = 0; begin < count; begin += block) {
        std::uint32_t const end = std::min(count, begin + block);
        std::size_t found = 0;
        for (std::uint32_t row = begin; row < end; ++row) {
            chosen.data()[found] = row;
            found += which(row) ? 1 : 0;
        }
        for (std::size_t at = 0; at < found; ++at) take(chosen.data()[at]);
    }
}

} // namespace keyrack::engine
