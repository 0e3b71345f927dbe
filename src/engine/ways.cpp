#include "engine/ways.hpp"

#include "engine/people.hpp"
#include "engine/question.hpp"
#include "engine/ways_parts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace keyrack::engine {

namespace {

constexpr std::size_t most_ways = 3;
constexpr std::size_t most_branches = 24;        // past one refusal
constexpr std::size_t most_tries = 200;          // of one question
constexpr std::size_t most_steps = 400;          // of one way
constexpr std::size_t most_changes = 10'000'000; // of one try, as far as the ledger has to remember

template <class Other>
Ways ways_for(Other const&, Reason, Asked const&)
{
    return {};
}

// What stands in for a command: what makes way, and what is given once it has.
struct Draught
{
    std::vector<Command> first, then;
    bool operator==(Draught const&) const = default;

    [[nodiscard]] std::size_t size() const { return first.size() + then.size(); }
    [[nodiscard]] Command const& step(std::size_t at) const
    {
        return at < first.size() ? first[at] : then[at - first.size()];
    }
};

// In the place of the one step at `at`.
void put_in(std::vector<Command>& steps, std::size_t at, std::vector<Command> others)
{
    auto const place = steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(at));
    steps.insert(place, std::move_iterator { others.begin() }, std::move_iterator { others.end() });
}

Draught with(Draught draught, std::size_t at, Way way)
{
    if (at < draught.first.size()) {
        put_in(draught.first, at, std::move(way.steps));
        return draught;
    }
    at -= draught.first.size();
    auto const middle = way.steps.begin() + static_cast<std::ptrdiff_t>(way.preparing);
    draught.first.insert(draught.first.end(), way.steps.begin(), middle);
    put_in(draught.then, at, { middle, way.steps.end() });
    return draught;
}

Ways ways_past(Denial const& denial, Command const& command, std::string const& by, Asked const& asked)
{
    auto ways = std::visit([&](auto const& each) { return ways_for(each, denial.reason, asked); }, command);
    std::ranges::move(ways_by_name(command, denial, asked), std::back_inserter(ways));
    std::ranges::move(ways_for_giver(by, command, denial.reason, asked), std::back_inserter(ways));
    return ways;
}

struct Stop
{
    std::size_t at = 0; // the step that is refused
    Denial denial;
};

// Tries what would do instead of the command; what is refused gives way to what would do instead of it, and so on.
class Search
{
public:
    Search(TryQuestion const& question, Asked const& asked, Denial const& denial)
        : m_question(question), m_asked(asked), m_ledger(asked.ledger), m_dead_end(denial)
    {
        m_ledger.remember(most_changes);
        m_start = m_ledger.moment();
        add({ {}, { question.command } });
    }

    void look(TryAnswer& answer)
    {
        for (std::size_t tries = 0; tries < most_tries && !m_open.empty(); ++tries) try_next();
        std::ranges::stable_sort(m_found, {}, &Draught::size);
        for (Draught& each : m_found) {
            if (answer.ways.size() == most_ways) break;
            auto const preparing = each.first.size();
            Way way { std::move(each.first), preparing };
            std::ranges::move(each.then, std::back_inserter(way.steps));
            answer.ways.push_back(std::move(way));
        }
        if (answer.ways.empty()) answer.dead_end = { why_no_way(m_dead_end.reason), std::move(m_dead_end) };
    }

private:
    // The ledger is left where the step was refused.
    std::optional<Stop> run(Draught const& draught)
    {
        static_cast<void>(m_ledger.take_back(m_start));
        for (std::size_t at = 0; at < draught.size(); ++at)
            if (auto denial = refusal(draught.step(at), at >= draught.first.size())) return Stop { at, *denial };
        return std::nullopt;
    }

    // What makes way is given by whoever may.
    std::optional<Denial> refusal(Command const& command, bool by_the_giver)
    {
        if (by_the_giver && !m_question.by.empty())
            if (auto denial = objection_to(m_ledger, { m_question.by, m_asked.as_of }, command)) return denial;
        auto folded = fold(m_ledger, m_asked.catalogue, command, EntryId::none(), Manner::live);
        return folded ? std::nullopt : std::optional { std::move(folded.error()) };
    }

    void try_next()
    {
        Draught const draught = std::move(m_open.back());
        m_open.pop_back();
        auto const stop = run(draught);
        if (!stop) return keep(draught);
        Asked const here { m_ledger, m_asked.catalogue, m_asked.as_of };
        auto ways = ways_past(stop->denial, draught.step(stop->at), m_question.by, here);
        if (ways.empty() && !std::exchange(m_met_dead_end, true)) m_dead_end = stop->denial;
        if (ways.size() > most_branches) ways.resize(most_branches);
        std::ranges::reverse(ways); // the best is taken next
        for (Way& way : ways) add(with(draught, stop->at, std::move(way)));
    }

    void add(Draught draught)
    {
        bool const known = std::ranges::find(m_known, draught) != m_known.end();
        if (known || draught.size() > most_steps) return;
        m_known.push_back(draught);
        m_open.push_back(std::move(draught));
    }

    // Without what is not needed.
    void keep(Draught draught)
    {
        for (std::size_t at = 0; at < draught.first.size();) {
            Draught fewer = draught;
            fewer.first.erase(fewer.first.begin() + static_cast<std::ptrdiff_t>(at));
            bool const needed = run(fewer).has_value();
            if (!needed) draught = std::move(fewer);
            at = needed ? at + 1 : 0;
        }
        if (std::ranges::find(m_found, draught) == m_found.end()) m_found.push_back(std::move(draught));
    }

    TryQuestion const& m_question;
    Asked const& m_asked;
    Ledger m_ledger; // a copy; what is tried on it is taken back
    Moment m_start;
    std::vector<Draught> m_open;  // to be tried, the next one last
    std::vector<Draught> m_known; // all that were ever open
    std::vector<Draught> m_found;
    Denial m_dead_end; // the command's own until another is met
    bool m_met_dead_end = false;
};

std::optional<Denial> objection(TryQuestion const& question, Asked const& asked)
{
    if (question.by.empty()) return std::nullopt;
    return objection_to(asked.ledger, { question.by, asked.as_of }, question.command);
}

} // namespace

std::expected<Answer, Denial> answer_to(TryQuestion const& question, Asked const& asked)
{
    TryAnswer answer { question.command, question.by, objection(question, asked), {}, {}, {} };
    auto decision = decide(asked.ledger, asked.catalogue, question.command, EntryId::none(), Manner::live);
    if (!answer.denial && !decision) answer.denial = std::move(decision.error());
    if (answer.denial)
        Search { question, asked, *answer.denial }.look(answer);
    else
        answer.warnings = std::move(decision->flags);
    return answer;
}

} // namespace keyrack::engine
