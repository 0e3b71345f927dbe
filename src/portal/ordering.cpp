#include "portal/ordering.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace keyrack::portal {

namespace {

constexpr unsigned digit_bits = 11;
constexpr std::size_t digit_values = std::size_t { 1 } << digit_bits;
constexpr std::size_t digit_count = (64 + digit_bits - 1) / digit_bits;
using Counts = std::array<std::uint32_t, digit_values>;

// Fewer are compared two and two.
constexpr std::size_t least_for_passes = 256;
// Texts that are alike for so long are compared two and two, too.
constexpr std::size_t longest_prefix = 128;
constexpr std::size_t letters_a_key = sizeof(std::uint64_t);

std::size_t digit_of(std::uint64_t key, std::size_t digit)
{
    return (key >> (digit * digit_bits)) & (digit_values - 1);
}

// From the last digit to the first, each pass keeping what the one before it has put in order.
void order_keys(std::span<KeyedRow> rows, std::vector<KeyedRow>& spare)
{
    if (rows.size() < least_for_passes) {
        std::ranges::stable_sort(rows, {}, &KeyedRow::key);
        return;
    }
    std::vector<Counts> counts(digit_count);
    for (auto const& each : rows)
        for (std::size_t digit = 0; digit < digit_count; ++digit) counts[digit][digit_of(each.key, digit)] += 1;
    if (spare.size() < rows.size()) spare.resize(rows.size());
    auto from = rows, to = std::span { spare }.first(rows.size());
    for (std::size_t digit = 0; digit < digit_count; ++digit) {
        auto& places = counts[digit];
        if (places[digit_of(from.front().key, digit)] == rows.size()) continue; // all have the same
        std::uint32_t before = 0;
        for (auto& place : places) place = std::exchange(before, before + place);
        for (auto const& each : from) to[places[digit_of(each.key, digit)]++] = each;
        std::swap(from, to);
    }
    if (from.data() != rows.data()) std::ranges::copy(from, rows.begin());
}

// Its letters from `at` on, the first one the most significant.
std::uint64_t key_at(std::string_view text, std::size_t at)
{
    std::uint64_t key = 0;
    auto const end = std::min(text.size(), at + letters_a_key);
    for (auto place = at; place < end; ++place)
        key |= std::uint64_t { static_cast<unsigned char>(text[place]) } << (8 * (letters_a_key - 1 - (place - at)));
    return key;
}

// `rows` are places in `texts`, whose first `at` letters are alike.
void order_texts(
    std::span<KeyedRow> rows, std::vector<TextRow> const& texts, std::size_t at, std::vector<KeyedRow>& spare)
{
    if (rows.size() < least_for_passes || at >= longest_prefix) {
        std::ranges::stable_sort(rows, {}, [&](KeyedRow const& each) { return texts[each.row].text; });
        return;
    }
    for (auto& each : rows) each.key = key_at(texts[each.row].text, at);
    order_keys(rows, spare);
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
        while (end < rows.size() && rows[end].key == rows[begin].key) ++end;
        if (end - begin > 1) order_texts(rows.subspan(begin, end - begin), texts, at + letters_a_key, spare);
    }
}

} // namespace

std::vector<std::uint32_t> in_order(std::vector<KeyedRow> keyed)
{
    std::vector<KeyedRow> spare;
    order_keys(keyed, spare);
    std::vector<std::uint32_t> rows(keyed.size());
    std::ranges::transform(keyed, rows.begin(), &KeyedRow::row);
    return rows;
}

std::vector<std::uint32_t> in_order(std::vector<TextRow> const& texts)
{
    std::vector<KeyedRow> places(texts.size()), spare;
    for (std::uint32_t at = 0; at < places.size(); ++at) places[at].row = at;
    order_texts(places, texts, 0, spare);
    std::vector<std::uint32_t> rows(texts.size());
    std::ranges::transform(places, rows.begin(), [&](KeyedRow const& each) { return texts[each.row].row; });
    return rows;
}

} // namespace keyrack::portal
