#pragma once
// What programmes, rules, products and promises are, and where each stands.

#include "portal/catalogue_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents catalogue_screen(
    Frame& f, Rect area, portal::CatalogueModel const& model, portal::Words const& words);

// A card of lines with their origins. Takes its height off the top of `column`.
void draw_catalogue_section(Drawing& d, Rect& column, WidgetKey key, portal::CatalogueSection const& section);

} // namespace keyrack::ui
