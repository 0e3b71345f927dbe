#include "engine/matching.hpp"

#include <algorithm>
#include <deque>
#include <numeric>

namespace keyrack::engine {

namespace {

// Takers come one after another. Each goes where the whole gains most, and whoever stands there moves on, until somebody
// finds a place that is free or goes without: a longest path over the places (Jonker and Volgenant's shortest augmenting
// path, with places of capacities). To go without is a place of its own, with room for all and worth nothing.
class Augmenting
{
public:
    explicit Augmenting(Offers const& offers)
        : m_offers(offers),
          m_nodes(offers.places() + 1),
          m_where(offers.takers, no_place),
          m_taken(m_nodes),
          m_movers(m_nodes * m_nodes),
          m_moves(m_nodes * m_nodes),
          m_worth(offers.takers * offers.places())
    {
        for (std::size_t at = 0; at < m_worth.size(); ++at)
            m_worth[at] = offers.worth(at / offers.places(), at % offers.places());
    }

    Matching run()
    {
        for (std::size_t taker = 0; taker < m_offers.takers; ++taker) seat(taker);
        for (std::size_t& place : m_where)
            if (place == without()) place = no_place;
        return std::move(m_where);
    }

private:
    // The best move of one taker from a place to another.
    struct Move
    {
        std::size_t taker = no_place; // no_place: none can
        Worth gain;
    };

    // Of moves that gain the same, that of the first taker is the better.
    static bool is_worse(Move const& one, Move const& other)
    {
        return one.gain != other.gain ? one.gain < other.gain : one.taker > other.taker;
    }

    [[nodiscard]] std::size_t without() const { return m_nodes - 1; }
    [[nodiscard]] bool has_room(std::size_t place) const
    {
        return place == without() || m_taken[place] < m_offers.capacities[place];
    }
    [[nodiscard]] std::optional<Worth> worth(std::size_t taker, std::size_t place) const
    {
        return place == without() ? std::optional { Worth {} } : m_worth[taker * m_offers.places() + place];
    }
    [[nodiscard]] Move& move(std::size_t from, std::size_t to) { return m_moves[from * m_nodes + to]; }

    // What a new taker can gain by coming to each place, by way of which other, and the places still to be gone on from.
    struct Search
    {
        explicit Search(std::size_t nodes) : gains(nodes), came_from(nodes, no_place), is_open(nodes, 0) { }

        std::vector<std::optional<Worth>> gains;
        std::vector<std::size_t> came_from;
        std::deque<std::size_t> open;
        std::vector<char> is_open;

        // Kept where nothing better was known.
        void reach(std::size_t place, Worth const& gain, std::size_t from)
        {
            if (gains[place] && gain <= *gains[place]) return;
            gains[place] = gain;
            came_from[place] = from;
            if (is_open[place] == 0) open.push_back(place);
            is_open[place] = 1;
        }

        std::size_t take_open()
        {
            std::size_t const place = open.front();
            open.pop_front();
            is_open[place] = 0;
            return place;
        }
    };

    // Where the taker can go at first, and from there on, as long as something is gained.
    void seat(std::size_t taker)
    {
        Search search { m_nodes };
        for (std::size_t place = 0; place < m_nodes; ++place)
            if (auto const gain = worth(taker, place)) search.reach(place, *gain, no_place);
        while (!search.open.empty()) {
            std::size_t const from = search.take_open();
            if (from == without()) continue; // nobody need leave it
            for (std::size_t to = 0; to < m_nodes; ++to) {
                Move const& step = move(from, to);
                if (step.taker != no_place) search.reach(to, *search.gains[from] + step.gain, from);
            }
        }
        shift(taker, best_end(search.gains), search.came_from);
    }

    [[nodiscard]] std::size_t best_end(std::vector<std::optional<Worth>> const& gains) const
    {
        std::size_t best = without();
        for (std::size_t place = 0; place < m_nodes; ++place) {
            if (gains[place] && has_room(place) && *gains[place] > *gains[best]) best = place;
        }
        return best;
    }

    // Along the path, from its end: the one who moves leaves room for the one before.
    void shift(std::size_t taker, std::size_t end, std::vector<std::size_t> const& came_from)
    {
        std::vector<std::size_t> changed { end };
        for (std::size_t to = end; came_from[to] != no_place; to = came_from[to]) {
            std::size_t const from = came_from[to];
            std::size_t const moving = move(from, to).taker;
            --m_taken[from];
            put(moving, to);
            changed.push_back(from);
        }
        put(taker, changed.back());
        for (std::size_t const place : changed) find_moves(place);
    }

    void put(std::size_t taker, std::size_t place)
    {
        m_where[taker] = place;
        ++m_taken[place];
        if (place == without()) return;
        for (std::size_t to = 0; to < m_nodes; ++to) {
            auto const there = to == place ? std::nullopt : worth(taker, to);
            if (!there) continue;
            auto& movers = m_movers[place * m_nodes + to];
            movers.push_back({ taker, *there - *worth(taker, place) });
            std::ranges::push_heap(movers, is_worse);
        }
    }

    void find_moves(std::size_t from)
    {
        if (from == without()) return;
        for (std::size_t to = 0; to < m_nodes; ++to) {
            auto& movers = m_movers[from * m_nodes + to];
            while (!movers.empty() && m_where[movers.front().taker] != from) { // has moved on since
                std::ranges::pop_heap(movers, is_worse);
                movers.pop_back();
            }
            move(from, to) = movers.empty() ? Move {} : movers.front();
        }
    }

    Offers const& m_offers;
    std::size_t m_nodes;
    Matching m_where;
    std::vector<std::int64_t> m_taken;         // by place, how many stand there
    std::vector<std::vector<Move>> m_movers;   // by place, to place: heaps, the best on top; some have moved on
    std::vector<Move> m_moves;                 // by place, to place: the best that still stands there
    std::vector<std::optional<Worth>> m_worth; // by taker, place
};

struct Taker
{
    Worth worth;
    std::size_t taker = 0;
};

// Those without a place that fit this one, the most worth first.
std::vector<Taker> takers_of(Offers const& offers, std::size_t place, Matching const& matching)
{
    std::vector<Taker> takers;
    for (std::size_t taker = 0; taker < offers.takers; ++taker) {
        if (matching[taker] != no_place) continue;
        if (auto const worth = offers.worth(taker, place)) takers.push_back({ *worth, taker });
    }
    std::ranges::stable_sort(takers, std::ranges::greater {}, &Taker::worth);
    return takers;
}

// What the places could give if each pair of theirs were their best, to no more takers than there are.
Worth bound_by_places(Offers const& offers, BestPairs const& pairs)
{
    std::vector<std::pair<Worth, std::int64_t>> places;
    for (std::size_t place = 0; place < offers.places(); ++place) {
        if (auto const& best = pairs.of_places[place]) places.emplace_back(*best, offers.capacities[place]);
    }
    std::ranges::sort(places, std::ranges::greater {});
    auto takers = static_cast<std::int64_t>(offers.takers);
    Worth sum;
    for (auto const& [best, capacity] : places) {
        auto const count = std::min(takers, capacity);
        for (std::size_t at = 0; at < sum.counts.size(); ++at) sum.counts[at] += best.counts[at] * count;
        takers -= count;
    }
    return sum;
}

} // namespace

Matching best_matching(Offers const& offers)
{
    return Augmenting { offers }.run();
}

// One taker after the other, so that what its pairs are worth is found out of the same few rows.
BestPairs best_pairs(Offers const& offers)
{
    BestPairs best { .of_places = std::vector<std::optional<Worth>>(offers.places()), .of_takers = {} };
    for (std::size_t taker = 0; taker < offers.takers; ++taker) {
        std::optional<Worth> most;
        for (std::size_t place = 0; place < offers.places(); ++place) {
            auto const worth = offers.worth(taker, place);
            best.of_places[place] = std::max(best.of_places[place], worth);
            most = std::max(most, worth);
        }
        best.of_takers = best.of_takers + most.value_or(Worth {}); // as if places had no end
    }
    return best;
}

Matching quick_matching(Offers const& offers, BestPairs const& best)
{
    std::vector<std::size_t> places(offers.places());
    std::iota(places.begin(), places.end(), 0U);
    std::ranges::stable_sort(places, std::ranges::greater {}, [&](std::size_t place) { return best.of_places[place]; });
    Matching matching(offers.takers, no_place);
    for (std::size_t const place : places) {
        auto takers = takers_of(offers, place, matching);
        auto const count = std::min(offers.capacities[place], static_cast<std::int64_t>(std::ssize(takers)));
        takers.resize(static_cast<std::size_t>(count));
        for (auto const& [worth, taker] : takers) matching[taker] = place;
    }
    return matching;
}

Worth worth_of(Offers const& offers, Matching const& matching)
{
    Worth sum;
    for (std::size_t taker = 0; taker < matching.size(); ++taker)
        if (matching[taker] != no_place) sum = sum + *offers.worth(taker, matching[taker]);
    return sum;
}

Worth bound_of(Offers const& offers, BestPairs const& best)
{
    return std::min(best.of_takers, bound_by_places(offers, best));
}

} // namespace keyrack::engine
