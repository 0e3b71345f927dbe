#pragma once
// What somebody may have meant who named a thing that is not there: a slip of the pen in its key, or its name for its key.

#include "engine/denial.hpp"
#include "engine/question.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keyrack::engine {

// Keys of things that stand, of the kind that the reason says is unknown; the nearest first.
[[nodiscard]] std::vector<std::string> keys_like(Reason reason, std::string_view wrong, Asked const& asked);

} // namespace keyrack::engine
