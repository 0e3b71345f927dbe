#pragma once
// What the latest changes of a ledger overwrote, so that they can be taken back one by one (Ledger::take_back). Of a row that
// was added nothing needs to be kept but that it was: taken back, it is the last of its table.

#include "engine/change.hpp"
#include "engine/index.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>

namespace keyrack::engine {

// Where a ledger stood between two changes. It means something to that ledger alone, and no longer once the ledger was taken
// back behind it.
struct Moment
{
    std::int64_t changes = 0; // that the ledger had taken in since it remembers
    auto operator<=>(Moment const&) const = default;
};

// A row that was changed or added: the alternative of Change, and the row of its table.
struct TouchedRow
{
    std::uint32_t table = 0;
    std::uint32_t row = 0;
    auto operator<=>(TouchedRow const&) const = default;
};

class UndoLog
{
public:
    struct Step
    {
        TouchedRow touched;
        Novelty novelty = Novelty::fresh;
        AssignedSpan span {}; // of the order, where the row is an assignment
    };

    [[nodiscard]] bool is_on() const { return m_most > 0; }
    [[nodiscard]] Moment moment() const { return { m_changes }; }
    [[nodiscard]] bool remembers(Moment moment) const
    {
        auto const back = m_changes - moment.changes;
        return is_on() && back >= 0 && back <= std::ssize(m_steps);
    }

    // Forgets what was; from now on the latest `most` changes are kept. Moments of before are not remembered.
    void begin(std::size_t most)
    {
        m_most = most;
        m_changes += 1;
        m_steps.clear();
        m_overwritten.clear();
    }

    void adds(Step const& step)
    {
        if (m_steps.size() == m_most) forget_first();
        m_steps.push_back(step);
        ++m_changes;
    }
    void overwrites(Step step, Change before)
    {
        step.novelty = Novelty::again;
        adds(step);
        m_overwritten.push_back(std::move(before));
    }

    // The latest step, which is kept no longer then.
    [[nodiscard]] Step take_step()
    {
        --m_changes;
        return last_of(m_steps);
    }
    // What the step overwrote that was taken just now.
    [[nodiscard]] Change take_overwritten() { return last_of(m_overwritten); }

private:
    template <class Each>
    static Each last_of(std::deque<Each>& kept)
    {
        auto last = std::move(kept.back());
        kept.pop_back();
        return last;
    }

    void forget_first()
    {
        if (m_steps.front().novelty == Novelty::again) m_overwritten.pop_front();
        m_steps.pop_front();
    }

    std::size_t m_most = 0;
    std::int64_t m_changes = 0;
    std::deque<Step> m_steps;
    std::deque<Change> m_overwritten; // by those steps that overwrote a row
};

} // namespace keyrack::engine
