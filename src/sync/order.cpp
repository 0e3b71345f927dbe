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
        auto const any = earliest([](Rest const&) { return true; });
        if (!any || left_out(Guard::hybrid_time)) return any;
        auto const ready = earliest([&](Rest const& rest) { return !awaited(rest.head()); });
        return ready ? ready : knot(*any);
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

    // A lane that has to go on before the entry, since its device had seen more of it; nothing where all of that is there.
    [[nodiscard]] std::optional<std::size_t> awaited(codec::TravellingEntry const& entry) const
    {
        for (auto const& [device, count] : entry.seen) {
            auto const rest = std::ranges::lower_bound(
                m_rests, std::string_view { device }, {}, [](Rest const& each) { return each.lane->device; });
            if (rest == m_rests.end() || rest->lane->device != device || rest->is_empty()) continue;
            if (rest->head().sequence <= count) return static_cast<std::size_t>(rest - m_rests.begin());
        }
        return std::nullopt;
    }

    // Copies of a profile write under one name, so entries may each have seen the other's name, and every lane waits. The
    // earliest of those that wait for each other goes first, and none that only waits for them.
    [[nodiscard]] std::optional<std::size_t> knot(std::size_t lane) const
    {
        auto const after = [&](std::size_t each) { return *awaited(m_rests[each].head()); };
        for (std::size_t steps = 0; steps < m_rests.size(); ++steps) lane = after(lane); // round in the knot by then
        std::vector<bool> tied(m_rests.size());
        for (; !tied[lane]; lane = after(lane)) tied[lane] = true;
        return earliest([&](Rest const& rest) { return tied[static_cast<std::size_t>(&rest - m_rests.data())]; });
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
