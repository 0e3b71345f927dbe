#pragma once
// Promise: rows in the order of their keys or texts, in a few passes over all of them: a hundred thousand in a few
// milliseconds.

#include <cstdint>
#include <string_view>
#include <vector>

namespace keyrack::portal {

struct KeyedRow
{
    std::uint64_t key = 0;
    std::uint32_t row = 0;
};

// A number as a key.
[[nodiscard]] constexpr std::uint64_t order_key(std::int64_t number)
{
    return static_cast<std::uint64_t>(number) ^ (std::uint64_t { 1 } << 63);
}

// The smallest key first; rows of equal keys stay in the order in which they come.
[[nodiscard]] std::vector<std::uint32_t> in_order(std::vector<KeyedRow> keyed);

struct TextRow
{
    std::string_view text;
    std::uint32_t row = 0;
};

// Byte by byte; rows of equal texts stay in the order in which they come.
[[nodiscard]] std::vector<std::uint32_t> in_order(std::vector<TextRow> const& texts);

} // namespace keyrack::portal
