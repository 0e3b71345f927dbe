#pragma once
// In test builds a rule can be switched off: it then demands nothing, and a test that does not notice is no test.
// In every other build this is nothing at all.

#include "engine/proof.hpp"

#include <cstdint>

namespace keyrack::engine {

#ifdef KEYRACK_TEST_BUILD

static_assert(static_cast<int>(last_rule) < 64);
inline constinit std::uint64_t switched_off_rules = 0; // a bit a rule

[[nodiscard]] inline bool switched_off(Rule rule)
{
    return (switched_off_rules >> static_cast<unsigned>(rule) & 1U) != 0;
}

// Off for as long as it lives.
class SwitchedOff
{
public:
    explicit SwitchedOff(Rule rule) : m_before(switched_off_rules)
    {
        switched_off_rules |= std::uint64_t { 1 } << static_cast<unsigned>(rule);
    }
    ~SwitchedOff() { switched_off_rules = m_before; }
    SwitchedOff(SwitchedOff const&) = delete;
    SwitchedOff& operator=(SwitchedOff const&) = delete;

private:
    std::uint64_t m_before;
};

#else

[[nodiscard]] constexpr bool switched_off(Rule)
{
    return false;
}

#endif

} // namespace keyrack::engine
