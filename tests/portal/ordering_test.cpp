// Passes over all rows put them in the order that comparing two and two would.
#include "portal/ordering.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace keyrack::portal;

namespace {

std::vector<std::uint32_t> compared(std::vector<KeyedRow> rows)
{
    std::ranges::stable_sort(rows, {}, &KeyedRow::key);
    std::vector<std::uint32_t> order;
    for (auto const& each : rows) order.push_back(each.row);
    return order;
}

std::vector<std::uint32_t> compared(std::vector<TextRow> rows)
{
    std::ranges::stable_sort(rows, {}, &TextRow::text);
    std::vector<std::uint32_t> order;
    for (auto const& each : rows) order.push_back(each.row);
    return order;
}

} // namespace

TEST_CASE("numbers keep their order as keys", "[portal]")
{
    constexpr auto least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
    std::int64_t const numbers[] { least, -1, 0, 1, most };
    CHECK(std::ranges::is_sorted(numbers, {}, order_key));
}

TEST_CASE("rows come in the order of their keys, equal keys as they came", "[portal]")
{
    std::mt19937_64 random { 7 };
    for (auto const most : { std::uint64_t { 3 }, std::uint64_t { 5'000 }, ~std::uint64_t { 0 } }) {
        for (auto const count : { 0U, 1U, 200U, 256U, 5'000U }) {
            std::vector<KeyedRow> rows;
            for (std::uint32_t row = 0; row < count; ++row) rows.push_back({ .key = random() % most, .row = row });
            CHECK(in_order(rows) == compared(rows));
        }
    }
}

TEST_CASE("rows come in the order of their texts, equal texts as they came", "[portal]")
{
    std::mt19937 random { 7 };
    static constexpr std::string_view letters { "ab\x7f\x80\xff" };
    for (auto const* const start :
        { "", "a serial number that begins like all others do, for as long as nobody would think, and on: " }) {
        std::vector<std::string> texts;
        for (int at = 0; at < 6'000; ++at) {
            auto text = std::string { start };
            for (auto left = random() % 14; left > 0; --left) text += letters[random() % letters.size()];
            texts.push_back(text);
        }
        std::vector<TextRow> rows;
        for (std::uint32_t row = 0; row < texts.size(); ++row) rows.push_back({ .text = texts[row], .row = row });
        CHECK(in_order(rows) == compared(rows));
    }
}
