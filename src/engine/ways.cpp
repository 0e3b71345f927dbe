#include "engine/ways.hpp"

#include "engine/fold.hpp"
#include "engine/question.hpp"
#include "engine/ways_parts.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

constexpr std::size_t most_ways = 3;

template <class Other>
Ways ways_for(Other const&, Reason, Asked const&)
{
    return {};
}

bool works(Asked const& asked, Way const& way)
{
    Ledger tried = asked.ledger;
    return std::ranges::all_of(way, [&](Command const& step) {
        return fold(tried, asked.catalogue, step, EntryId::none(), Manner::live).has_value();
    });
}

// The first few that work, those of the fewest steps first.
Ways the_best_of(Ways ways, Asked const& asked)
{
    std::ranges::stable_sort(ways, {}, &Way::size);
    Ways best;
    for (Way& way : ways) {
        if (best.size() == most_ways) break;
        bool const known = std::ranges::find(best, way) != best.end();
        if (!way.empty() && !known && works(asked, way)) best.push_back(std::move(way));
    }
    return best;
}

} // namespace

std::expected<Answer, Denial> answer_to(TryQuestion const& question, Asked const& asked)
{
    TryAnswer answer { question.command, {}, {}, {} };
    auto decision = decide(asked.ledger, asked.catalogue, question.command, EntryId::none(), Manner::live);
    if (decision) {
        answer.warnings = std::move(decision->flags);
        return answer;
    }
    auto const reason = decision.error().reason;
    answer.denial = std::move(decision.error());
    auto ways = std::visit([&](auto const& each) { return ways_for(each, reason, asked); }, question.command);
    answer.ways = the_best_of(std::move(ways), asked);
    return answer;
}

} // namespace keyrack::engine
