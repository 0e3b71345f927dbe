#pragma once
// A report of the tenant to print or to send: one HTML file with its charts, in the reader's language, that needs
// nothing else. It is made of the screens' own models, so that it says what they say.

#include "portal/scene.hpp"

#include <string>

namespace keyrack::portal {

[[nodiscard]] std::string report_page(Scene const& scene);
// "northwind-2026-11-22.html"
[[nodiscard]] std::string report_page_name(Scene const& scene);

} // namespace keyrack::portal
