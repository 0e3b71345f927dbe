#pragma once
// The same day some years later, for passes over many days of few different values: counted once for each day of a calendar's
// stretch, then looked up. plus_years itself for all else, so the answer is the same.

#include "base/date.hpp"
#include "base/verify.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace keyrack::engine {

// Where nothing is asked for many times over.
struct EachAlone
{
    [[nodiscard]] Date plus_years(Date day, int years) const { return keyrack::plus_years(day, years); }
};

class Anniversaries
{
public:
    // `days`: those that will be asked for. Where they lie too far apart, none is counted before it is asked for.
    explicit Anniversaries(std::span<Date const> days)
    {
        int first = days_since_epoch(never);
        int last = days_since_epoch(always);
        for (Date const day : days) {
            first = std::min(first, days_since_epoch(day));
            last = std::max(last, days_since_epoch(day));
        }
        auto const stretch = std::int64_t { last } - first + 1;
        if (stretch < 1 || stretch > longest_stretch || stretch > std::ssize(days)) return;
        m_first = static_cast<std::uint32_t>(first);
        m_stretch = static_cast<std::uint32_t>(stretch);
    }

    // So many years will be asked for.
    void prepare(int years)
    {
        if (years < 0 || years >= std::ssize(m_tables) || !table(years).empty()) return;
        table(years).resize(m_stretch);
        for (std::uint32_t at = 0; at < m_stretch; ++at)
            table(years)[at] = keyrack::plus_years(date_from_days(static_cast<int>(m_first + at)), years);
    }

    [[nodiscard]] Date plus_years(Date day, int years) const
    {
        auto const at = static_cast<std::uint32_t>(days_since_epoch(day)) - m_first;
        if (static_cast<std::size_t>(years) < m_tables.size() && at < table(years).size()) [[likely]]
            return table(years)[at];
        return keyrack::plus_years(day, years);
    }

    // The same for each of the days and for each number of years, into as many of `into`.
    template <std::size_t Count>
    void plus_years(std::span<Date const> days, std::array<int, Count> const& years,
        std::array<std::span<Date>, Count> const& into) const
    {
        std::array<Date const*, Count> counted {};
        std::uint32_t stretch = m_stretch;
        for (std::size_t each = 0; each < Count; ++each) {
            VERIFY(days.size() <= into[each].size());
            bool const known = static_cast<std::size_t>(years[each]) < m_tables.size() && !table(years[each]).empty();
            counted[each] = known ? table(years[each]).data() : nullptr;
            stretch = known ? stretch : 0;
        }
        for (std::size_t at = 0; at < days.size(); ++at) {
            Date const day = days.data()[at];
            auto const place = static_cast<std::uint32_t>(days_since_epoch(day)) - m_first;
            for (std::size_t each = 0; each < Count; ++each)
                into.data()[each].data()[at] =
                    place < stretch ? counted.data()[each][place] : keyrack::plus_years(day, years.data()[each]);
        }
    }

private:
    static constexpr std::int64_t longest_stretch = 1 << 16; // of days: 180 years

    [[nodiscard]] std::vector<Date>& table(int years) { return m_tables[static_cast<std::size_t>(years)]; }
    [[nodiscard]] std::vector<Date> const& table(int years) const { return m_tables[static_cast<std::size_t>(years)]; }

    std::uint32_t m_first = 0; // a day before 1970 comes out of the difference all the same
    std::uint32_t m_stretch = 0;
    std::array<std::vector<Date>, 16> m_tables; // by years
};

} // namespace keyrack::engine
