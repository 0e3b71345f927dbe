#pragma once
// In test builds a guard of the exchange can be left out: a simulation that does not notice is no test. In every other build
// this is nothing at all.

namespace keyrack::sync {

enum class Guard {
    none,
    read_back,   // "sent" only once it was read back
    chain,       // a segment is taken in only where it follows on what is held
    absence,     // what is not there deletes nothing
    hybrid_time, // a clock is not believed: an entry is later than all that its device had seen
    branches,    // what lost its path is kept
};

#ifdef KEYRACK_TEST_BUILD
inline constinit Guard left_out_guard = Guard::none;

[[nodiscard]] inline bool left_out(Guard guard)
{
    return left_out_guard == guard;
}
#else
[[nodiscard]] constexpr bool left_out(Guard)
{
    return false;
}
#endif

} // namespace keyrack::sync
