#pragma once
// Refusals that no command cures, and why: said in one place for all of them, so that "nothing helps" is an answer too.

#include "engine/denial.hpp"

#include <cstdint>
#include <string_view>

namespace keyrack::engine {

enum class NoWay : std::uint8_t {
    unclear,       // it can be no such thing, or something is missing: only who gives the command knows what was meant
    nothing_alike, // nothing has that name, nor one like it
    already_so,    // it stands so already, or is gone already
    settled,       // it is past, and what is past stays: a window that closed, an order that was processed, history
    documented,    // the documents leave no other way
    none_left,     // nothing is left that could be given instead
    not_by_command // somebody outside has to do something
};
[[nodiscard]] std::string_view code(NoWay why); // "nothing_alike": as in files

// Why nothing helps where the tenant offers no way past the refusal. Of reasons that refuse.
[[nodiscard]] NoWay why_no_way(Reason reason);
// No command ever helps, whatever the tenant holds.
[[nodiscard]] bool is_never_cured(Reason reason);

} // namespace keyrack::engine
