// KEYRACK_RULE_OFF=<code of a rule>: the whole suite without that rule. A suite that then passes tests nothing of it.

#include "engine/switched_off.hpp"

#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace {

using namespace keyrack::engine;

bool rules_off_by_environment()
{
    char const* const name = std::getenv("KEYRACK_RULE_OFF");
    for (std::size_t rule = 0; name != nullptr && rule < switched_off_rules.size(); ++rule) {
        if (code(static_cast<Rule>(rule)) == std::string_view { name }) return switched_off_rules[rule] = true;
    }
    return false;
}

[[maybe_unused]] bool const off = rules_off_by_environment();

} // namespace
