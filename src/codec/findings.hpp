#pragma once
// Gathers the findings of an import by their reason, and spells out no more places than will be shown.

#include "codec/import_report.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::codec {

// Counts one more row of the reason; `describe() → FoundAt` is called only while places are shown.
template <class Describe>
void add_finding(std::vector<Finding>& findings, FindingKind kind, std::string_view code, Describe&& describe)
{
    auto found =
        std::ranges::find_if(findings, [&](Finding const& each) { return each.kind == kind && each.code == code; });
    if (found == findings.end()) {
        found = findings.insert(found, Finding { kind, std::string { code }, 0, {} });
    }
    ++found->count;
    if (found->first.size() < shown_places) {
        found->first.push_back(std::forward<Describe>(describe)());
    }
}

} // namespace keyrack::codec
