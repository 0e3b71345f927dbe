#include "ui/kit/table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace keyrack::ui {

namespace {

float least_sum(std::span<Column const> columns, std::vector<std::size_t> const& kept)
{
    return std::accumulate(
        kept.begin(), kept.end(), 0.0F, [&](float sum, std::size_t index) { return sum + columns[index].least; });
}

// The column that goes first when it gets narrow; none when all that are left have to stay.
std::optional<std::size_t> most_dispensable(std::span<Column const> columns, std::vector<std::size_t> const& kept)
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (columns[kept[i]].priority > 0 && (!found || columns[kept[i]].priority >= columns[kept[*found]].priority))
            found = i;
    return found;
}

} // namespace

std::vector<PlacedColumn> place_columns(std::span<Column const> columns, float width)
{
    std::vector<std::size_t> kept(columns.size());
    std::iota(kept.begin(), kept.end(), std::size_t { 0 });
    while (least_sum(columns, kept) > width) {
        auto const goes = most_dispensable(columns, kept);
        if (!goes) break;
        kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(*goes));
    }
    auto const least = least_sum(columns, kept);
    auto const shrink = least > width && least > 0 ? width / least : 1.0F;
    auto const spare = std::max(0.0F, width - least);
    float shares = 0;
    for (auto const index : kept) shares += columns[index].share;
    std::vector<PlacedColumn> placed;
    float x = 0;
    for (auto const index : kept) {
        auto const& column = columns[index];
        auto const own = std::floor(column.least * shrink + (shares > 0 ? spare * column.share / shares : 0));
        placed.push_back({ index, x, own });
        x += own;
    }
    // The last column takes what rounding left, so that right-aligned figures end at the edge.
    if (!placed.empty() && shares > 0 && x < width) placed.back().width += width - x;
    return placed;
}

} // namespace keyrack::ui
