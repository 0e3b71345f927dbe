#pragma once
// In test builds a rule can be switched off: it then demands nothing, and a test that does not notice is no test.
// In every other build this is nothing at all.

#include "engine/proof.hpp"

#include <array>
#include <cstddef>

namespace keyrack::engine {

#ifdef KEYRACK_TEST_BUILD

inline constinit std::array<bool, static_cast<std::size_t>(last_rule) + 1> switched_off_rules {};

[[nodiscard]] inline bool switched_off(Rule rule)
{
    return switched_off_rules[static_cast<std::size_t>(rule)];
}

// Off for as long as it lives.
class SwitchedOff
{
public:
    explicit SwitchedOff(Rule rule) : m_rule(static_cast<std::size_t>(rule)), m_before(switched_off_rules[m_rule])
    {
        switched_off_rules[m_rule] = true;
    }
    ~SwitchedOff() { switched_off_rules[m_rule] = m_before; }
    SwitchedOff(SwitchedOff const&) = delete;
    SwitchedOff& operator=(SwitchedOff const&) = delete;

private:
    std::size_t m_rule;
    bool m_before;
};

#else

[[nodiscard]] constexpr bool switched_off(Rule)
{
    return false;
}

#endif

} // namespace keyrack::engine
