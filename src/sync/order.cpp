#include "sync/order.hpp"

#include "sync/guard.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

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
        if (left_out(Guard::hybrid_time)) return earliest([](Rest const&) { return true; });
        auto const ready = earliest([&](Rest const& rest) { return awaited(rest.head()).empty(); });
        return ready ? ready : next_of_knot();
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

    // The lanes that have to go on before the entry, since its device had seen more of them.
    [[nodiscard]] std::vector<std::size_t> awaited(codec::TravellingEntry const& entry) const
    {
        std::vector<std::size_t> lanes;
        for (auto const& [device, count] : entry.seen) {
            auto const rest = std::ranges::lower_bound(
                m_rests, std::string_view { device }, {}, [](Rest const& each) { return each.lane->device; });
            if (rest == m_rests.end() || rest->lane->device != device || rest->is_empty()) continue;
            if (rest->head().sequence <= count) lanes.push_back(static_cast<std::size_t>(rest - m_rests.begin()));
        }
        return lanes;
    }

    // Those that a lane waits for, and those that these wait for, and so on.
    [[nodiscard]] std::set<std::size_t> all_awaited(Rest const& rest) const
    {
        std::set<std::size_t> found;
        for (std::vector<Rest const*> left { &rest }; !left.empty();) {
            auto const lanes = awaited(left.back()->head());
            left.pop_back();
            for (auto const lane : lanes)
                if (found.insert(lane).second) left.push_back(&m_rests[lane]);
        }
        return found;
    }

    // Copies of a profile write under one name, so entries may each have seen the other's name, and every lane waits. The
    // earliest of those that wait for each other alone goes first. Who only waits for them is not among what they wait for, and
    // who waits for others, too, waits for more.
    [[nodiscard]] std::optional<std::size_t> next_of_knot() const
    {
        std::vector<std::size_t> waits;
        for (auto const& rest : m_rests) waits.push_back(rest.is_empty() ? 0 : all_awaited(rest).size());
        return earliest([&](Rest const& rest) {
            auto const lanes = all_awaited(rest);
            bool const is_tied = lanes.contains(static_cast<std::size_t>(&rest - m_rests.data()));
            return is_tied && std::ranges::all_of(lanes, [&](std::size_t lane) { return waits[lane] == lanes.size(); });
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
