#pragma once
// What became of a journal's entry when it was folded: it holds, or it lost its ground,
// and why. Kept beside the entry as JSON:
//
//     {"reason":"already_assigned","facts":[{"name":"licence","value":"PO-77/3"},{"name":"from","date":"2026-06-01"}]}
//     {"rows":[{"row":17,"reason":"key_taken","facts":[…]}, …]}     rows of an import, from 0

#include "base/error.hpp"
#include "engine/denial.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::codec {

enum class Fate {
    holds,
    lost,    // refused: what it expected was not so any more, or never was
    in_part, // an import of which some rows are refused
    unknown, // of a newer version: kept to the letter, and without effect here
};

struct LostRow
{
    std::int64_t row = 0;
    engine::Denial why;
    bool operator==(LostRow const&) const = default;
};

struct Outcome
{
    Fate fate = Fate::holds;
    std::optional<engine::Denial> why {}; // where it is lost
    std::vector<LostRow> rows {};         // where it holds in part: by row
    bool operator==(Outcome const&) const = default;
};

// Empty where it holds or is unknown.
[[nodiscard]] std::string reasons_to_json(Outcome const& outcome);
// Errors: those of parse_json; `bad_word` for a reason that this version does not know.
[[nodiscard]] Result<Outcome> outcome_of(Fate fate, std::string_view reasons);

} // namespace keyrack::codec
