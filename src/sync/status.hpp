#pragma once
// How far an exchange has come, as a person may be told of it.

#include "sync/lanes.hpp"

#include <cstdint>
#include <string_view>

namespace keyrack::sync {

enum class Trouble {
    none,
    unreachable, // no answer, or one that the server failed
    refused,     // sign in
    foreign,     // answers, but not with what was put there: a login page, a torn or truncated body
    not_kept,    // put and acknowledged, and not there afterwards
    newer,       // a newer version writes there: what it wrote is left for after an update
};

// As `exchange.trouble.` and `error.sync_` in the languages have it: "not_kept".
[[nodiscard]] std::string_view word_of(Trouble trouble);

struct Status
{
    std::int64_t on_this_device = 0; // entries that were not read on the backend yet, or are gone from it
    std::int64_t sent = 0;           // own entries under the present name that were read back
    std::int64_t seen = 0;           // of these, how many some other device has taken in
    std::int64_t received = 0;       // entries of other lanes
    Trouble trouble = Trouble::none;
    bool resting = false; // all that was to do was done
    bool operator==(Status const&) const = default;
};

// What is kept, counted: without trouble, and not resting. `seen_by_others`: own entries up to this one.
[[nodiscard]] Status status_of(Kept const& kept, std::int64_t seen_by_others);

enum class Whereabouts { on_this_device, sent, seen_by_others };

// Of an own entry under the present name.
[[nodiscard]] Whereabouts whereabouts(Status const& status, std::int64_t own_sequence);

} // namespace keyrack::sync
