#pragma once
// What may be written into the search of the journal: words, and `since:2026-01-01` and `until:2026-03-31`, both days
// included. They are the same in every language, so that an address means the same everywhere.

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

struct JournalQuery
{
    std::vector<std::string> words; // folded; an entry has them all
    std::optional<Date> since, until;
    [[nodiscard]] bool ends_before_it_begins() const { return since && until && *until < *since; }
    bool operator==(JournalQuery const&) const = default;
};

// What names no day counts as a word.
[[nodiscard]] JournalQuery journal_query(std::string_view text);

enum class JournalBound { since, until };
// As it is written before the colon; nothing where it is neither.
[[nodiscard]] std::optional<JournalBound> journal_bound(std::string_view name);
// The text with that day for the bound, or without one where `day` is empty. What is no day changes nothing.
[[nodiscard]] std::string with_day(std::string_view text, JournalBound bound, std::string_view day);

} // namespace keyrack::portal
