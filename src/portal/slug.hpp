#pragma once
// A tenant's short name: in its address, and of its database file. Small letters, digits and hyphens.

#include <span>
#include <string>
#include <string_view>

namespace keyrack::portal {

inline constexpr std::size_t longest_slug = 40;

// "Müller & Söhne GmbH" → "muller-sohne-gmbh"; `otherwise` where nothing of the name can be used.
[[nodiscard]] std::string slug_of(std::string_view name, std::string_view otherwise);
// The slug itself, or with the first number that makes it a new one: "northwind-2".
[[nodiscard]] std::string unused_slug(std::string slug, std::span<std::string const> taken);
// "northwind-ag" → "Northwind Ag": until the tenant is open and says its name.
[[nodiscard]] std::string humanised(std::string_view slug);
// "Northwind AG" → "NA", "Fjord" → "F"
[[nodiscard]] std::string initials(std::string_view name);
// "tenant.2026.json" → "tenant.2026"
[[nodiscard]] std::string without_ending(std::string_view file_name);
// "acme_rooms-2026.csv" → "Acme rooms 2026"
[[nodiscard]] std::string name_of_file(std::string_view file_name);

} // namespace keyrack::portal
