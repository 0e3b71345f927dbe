#pragma once
// What an import did, or why it did nothing: rows read and made, what is flagged, what is refused, where.

#include "base/error.hpp"
#include "engine/denial.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::codec {

// Rows that a finding shows one by one; the others are counted.
inline constexpr std::size_t shown_places = 20;
// Reading stops here: whoever made the file has enough to mend.
inline constexpr std::int64_t most_refusals = 1'000;

// One row that a finding is about, as a person would look it up.
struct FoundAt
{
    std::int64_t line = 1;           // of the row's first character, from 1
    std::string path;                // "rooms[17]", "rooms[17].name"
    std::string key;                 // what the row calls itself: "PO-77", "PO-77/3", a serial; may be empty
    std::string detail;              // the offending input, shortened; may be empty
    std::vector<engine::Fact> facts; // where a rule spoke: what it named, expected, found; without subjects
    bool operator==(FoundAt const&) const = default;
};

// rule: a Denial, words under `denial.<code>`; format: an Error, words under `error.<code>`.
enum class FindingKind { rule, format };

// All rows that share one reason.
struct Finding
{
    FindingKind kind = FindingKind::rule;
    std::string code;
    std::int64_t count = 0;
    std::vector<FoundAt> first; // at most `shown_places`, in the order they were found
    bool operator==(Finding const&) const = default;
};

struct ImportReport
{
    std::string company {}; // what the file calls it; empty: it does not say, or not by a name
    std::int64_t rows = 0;  // read, whatever became of them
    std::int64_t orders = 0, rooms = 0, assignments = 0, devices = 0; // made
    std::vector<Finding> flags;    // taken in as history, though a rule would have refused it today
    std::vector<Finding> refusals; // any of these, and nothing of the file is taken in
    std::int64_t refused = 0;      // rows of all refusals
    std::int64_t follow_ups = 0;   // rows left out of `refusals` because they only stand on a refused one
    std::optional<Error> error; // what ended the reading before the end of the file: its syntax, or `too_many_refusals`
    [[nodiscard]] bool accepted() const { return refusals.empty() && !error; }
    bool operator==(ImportReport const&) const = default;
};

} // namespace keyrack::codec
