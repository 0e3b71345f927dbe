// KEYRACK_RULE_OFF=<code of a rule>: the whole suite without that rule. A suite that then passes tests nothing of it.

#include "engine/switched_off.hpp"

#include <cstdlib>
#include <string_view>

namespace {

using namespace keyrack::engine;

unsigned rules_off_by_environment()
{
    char const* const name = std::getenv("KEYRACK_RULE_OFF");
    for (unsigned rule = 0; name != nullptr && rule <= static_cast<unsigned>(last_rule); ++rule) {
        if (code(static_cast<Rule>(rule)) == std::string_view { name }) return switched_off_rules |= 1U << rule;
    }
    return 0;
}

[[maybe_unused]] unsigned const off = rules_off_by_environment();

} // namespace
