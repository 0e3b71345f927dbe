#pragma once
// Tenant files as tests write them.

#include <string>
#include <string_view>

namespace keyrack::test {

// Two orders, two rooms, two assignments, two devices; a row a line, so that a row's line is easy to count.
inline constexpr std::string_view small_tenant = R"({"orders": [
{"id": "PO-1", "service": "select", "years": 3, "quantity": 2, "purchased_on": "2026-01-10", "cancelled_on": null},
{"id": "PO-2", "service": "sync_plus", "years": 1, "quantity": 1, "purchased_on": "2026-02-01", "cancelled_on": null}
],
"rooms": [
{"id": "fjord", "name": "Fjord", "site": "Oslo", "country": "NO", "sync": true},
{"id": "limmat", "name": "Limmat 🏞", "site": "Zürich", "country": "CH", "sync": false}
],
"assignments": [
{"licence": "PO-1/1", "room": "fjord", "from": "2026-01-20", "to": "2026-03-01"},
{"licence": "PO-1/1", "room": "limmat", "from": "2026-03-01", "to": null}
],
"devices": [
{"serial": "RB-1", "model": "Rally Bar", "room": "fjord", "purchased_on": "2024-05-01"},
{"serial": "RB-2", "model": "Rally Bar", "room": null, "purchased_on": "2025-05-01"}
]}
)";

// `text` with its first `old` replaced.
[[nodiscard]] inline std::string changed(std::string_view text, std::string_view old, std::string_view with)
{
    std::string result { text };
    auto const at = result.find(old);
    return at == std::string::npos ? std::string {} : result.replace(at, old.size(), with);
}

} // namespace keyrack::test
