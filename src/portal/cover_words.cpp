#include "portal/cover_words.hpp"

namespace keyrack::portal {

namespace {

// Longer ago, the date beside it says more than a number of days.
constexpr std::int64_t most_days_told = 99;

} // namespace

Chip cover_chip(Words const& words, RoomCover const& cover, Date day)
{
    switch (cover.state) {
    case CoverState::covered: return { Tone::covered, std::string { words("cover.covered") } };
    case CoverState::ending: return { Tone::ending, words.plural("cover.ending", (cover.until - day).count()) };
    case CoverState::planned: return { Tone::planned, std::string { words("cover.planned") } };
    case CoverState::expired: {
        auto const days = (day - cover.until).count();
        if (days == 0) return { Tone::missing, std::string { words("cover.expired_today") } };
        if (days > most_days_told) return { Tone::missing, std::string { words("cover.expired_long") } };
        return { Tone::missing, words.plural("cover.expired", days) };
    }
    case CoverState::never_covered: return { Tone::missing, std::string { words("cover.never") } };
    }
    return {};
}

std::string until_text(Words const& words, RoomCover const& cover)
{
    switch (cover.state) {
    case CoverState::covered:
    case CoverState::ending:
    case CoverState::expired: return words.short_date(cover.until);
    case CoverState::planned: return words("cover.from", { { "date", words.short_date(cover.from) } });
    case CoverState::never_covered: return {};
    }
    return {};
}

} // namespace keyrack::portal
