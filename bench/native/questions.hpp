#pragma once
// What a question costs, native and under Node: the works of bench/lines/questions.mjs.

#include <optional>
#include <span>
#include <string>

namespace keyrack::bench {

// One line of JSON as the other works print it; nothing where the words name no question.
//
//     features FILE RUNS     every feature of every room, another day each run
//     clocks COUNT RUNS      so many tickets with running clocks, recomputed at another moment each run
//     all_in COUNT RUNS      All-in over so many product lines
//     plan COUNT RUNS        licences for so many rooms without cover
//     what_if FILE RUNS      one room in twenty changed: half lose their licence, half gain one
[[nodiscard]] std::optional<std::string> answer(std::span<std::string const> words);

} // namespace keyrack::bench
