#pragma once
// What the programmes, rules, products and promises are, each with where it stands:
// to look up, nothing is decided here.

#include "portal/blocks.hpp"
#include "portal/scene.hpp"
#include "portal/support_model.hpp"

#include <string>
#include <vector>

namespace keyrack::portal {

struct CatalogueLine
{
    std::string label;  // "Starts"
    std::string text;   // "with the first assignment, at the latest 60 days after purchase"
    std::string origin; // "settled as D4"; of a rule, under which heading it stands
};

struct CatalogueSection
{
    std::string title, second;
    std::vector<CatalogueLine> lines;
};

struct CatalogueModel
{
    std::string second;
    std::string query;
    std::vector<LinkChip> parts; // programmes, rules …
    std::vector<CatalogueSection> sections;
    std::string nothing; // where the query finds nothing
};

[[nodiscard]] CatalogueModel catalogue_model(Scene const& scene, CatalogueRoute const& route);
// "R39 of the document", "settled as D4", "set for this company".
[[nodiscard]] std::string origin_text(Words const& words, catalogue::Origin const& origin);
// The heading in the reader's language; as its document has it where there is no translation.
[[nodiscard]] std::string const& heading_of(catalogue::Source const& source, Words const& words);
// catalogue_support.cpp: who answers when, and where.
[[nodiscard]] std::vector<CatalogueSection> support_sections(Scene const& scene);

} // namespace keyrack::portal
