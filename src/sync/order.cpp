#include "sync/order.hpp"

#include "sync/guard.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace keyrack::sync {

namespace {

// What is left of a lane.
struct Rest
{
    Lane const* lane = nullptr;
    std::size_t next = 0;

    [[nodiscard]] bool is_empty() const { return next == lane->entries.size(); }
    [[nodiscard]] codec::TravellingEntry const& head() const { return *lane->entries[next]; }
};

class Merging
{
public:
    explicit Merging(std::span<Lane const> lanes)
    {
        for (auto const& lane : lanes) m_rests.push_back({ .lane = &lane });
    }

    // The lane that goes on, or nothing at the end.
    [[nodiscard]] std::optional<std::size_t> next() const
    {
        auto const ready = earliest([&](Rest const& rest) { return has_what_it_saw(rest.head()); });
        return ready && !left_out(Guard::hybrid_time) ? ready : earliest([](Rest const&) { return true; });
    }

    Place take(std::size_t lane) { return { .lane = lane, .index = m_rests[lane].next++ }; }

private:
    template <class May>
    [[nodiscard]] std::optional<std::size_t> earliest(May const& may) const
    {
        std::optional<std::size_t> found;
        for (std::size_t lane = 0; lane < m_rests.size(); ++lane) {
            auto const& rest = m_rests[lane];
            if (rest.is_empty() || (found && !comes_before(rest, m_rests[*found])) || !may(rest)) continue;
            found = lane;
        }
        return found;
    }

    [[nodiscard]] static bool comes_before(Rest const& one, Rest const& other)
    {
        auto const time = [](Rest const& rest) { return std::tuple { rest.head().time_ms, rest.head().time_counter }; };
        return time(one) < time(other); // of equal ones the first found stays: the lesser name
    }

    [[nodiscard]] bool has_what_it_saw(codec::TravellingEntry const& entry) const
    {
        return std::ranges::all_of(entry.seen, [&](auto const& seen) {
            auto const rest = std::ranges::lower_bound(
                m_rests, std::string_view { seen.first }, {}, [](Rest const& each) { return each.lane->device; });
            if (rest == m_rests.end() || rest->lane->device != seen.first || rest->is_empty()) return true;
            return rest->head().sequence > seen.second;
        });
    }

    std::vector<Rest> m_rests;
};

} // namespace

std::vector<Place> merge_order(std::span<Lane const> lanes)
{
    Merging merging { lanes };
    std::vector<Place> order;
    while (auto const lane = merging.next()) order.push_back(merging.take(*lane));
    return order;
}

} // namespace keyrack::sync
