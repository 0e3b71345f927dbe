// KEYRACK_RULE_OFF=<code of a rule>: the whole suite without that rule. A suite that then passes tests nothing of it.

#include "engine/switched_off.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace keyrack::engine;

std::uint64_t rules_off_by_environment()
{
    char const* const name = std::getenv("KEYRACK_RULE_OFF");
    for (unsigned rule = 0; name != nullptr && rule <= static_cast<unsigned>(last_rule); ++rule) {
        if (code(static_cast<Rule>(rule)) == std::string_view { name })
            return switched_off_rules |= std::uint64_t { 1 } << rule;
    }
    return 0;
}

[[maybe_unused]] std::uint64_t const off = rules_off_by_environment();

} // namespace
