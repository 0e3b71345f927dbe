#pragma once
// In test builds a rule can be switched off: it then demands nothing, and a test that does not notice is no test.
// In every other build this is nothing at all.

#include "engine/proof.hpp"

namespace keyrack::engine {

#ifdef KEYRACK_TEST_BUILD

inline constinit unsigned switched_off_rules = 0; // a bit a rule

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
        switched_off_rules |= 1U << static_cast<unsigned>(rule);
    }
    ~SwitchedOff() { switched_off_rules = m_before; }
    SwitchedOff(SwitchedOff const&) = delete;
    SwitchedOff& operator=(SwitchedOff const&) = delete;

private:
    unsigned m_before;
};

#else

[[nodiscard]] constexpr bool switched_off(Rule)
{
    return false;
}

#endif

} // namespace keyrack::engine
