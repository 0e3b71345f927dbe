#pragma once
// Passes over all rows of a table at once.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace keyrack::engine {

// Calls `yes(row)` or `no(row)` for each row from 0 to `count`, as `which(row)` says; blocks in their order, and within a block
// first those for which it says no. Which rows these are nobody can foresee, the processor neither: asked within the work
// itself, its wrong guesses cost more than the rules. Here the question is put to a whole block before anything hangs on it.
template <class Which, class Yes, class No>
void in_two(std::uint32_t count, Which&& which, Yes&& yes, No&& no)
{
    constexpr std::uint32_t block = 1'024;
    std::array<std::uint32_t, block> left, right; // filled before they are read
    for (std::uint32_t begin = 0; begin < count; begin += block) {
        std::uint32_t const end = std::min(count, begin + block);
        std::size_t lefts = 0;
        std::size_t rights = 0;
        for (std::uint32_t row = begin; row < end; ++row) {
            std::size_t const is_right = which(row) ? 1 : 0;
            left.data()[lefts] = row;
            right.data()[rights] = row;
            rights += is_right;
            lefts += 1 - is_right;
        }
        for (std::size_t at = 0; at < lefts; ++at) no(left.data()[at]);
        for (std::size_t at = 0; at < rights; ++at) yes(right.data()[at]);
    }
}

} // namespace keyrack::engine
