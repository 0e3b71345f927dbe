#pragma once
// assets/catalogue/*.json → Catalogue. Schemas: assets/schema/programme.schema.json and sources.schema.json.

#include "base/error.hpp"
#include "catalogue/catalogue.hpp"

#include <span>
#include <string_view>

namespace keyrack::codec {

// Errors: those of parse_json and read_fields.hpp, `bad_number` for a parameter that no rule could work with, and
// `duplicate_key` for a second programme of one key or a second source of one rule.
[[nodiscard]] Result<catalogue::Catalogue> catalogue_from_json(
    std::span<std::string_view const> programmes, std::string_view sources, catalogue::Support support = {});
// The catalogue embedded in the program; it is tested to be readable.
[[nodiscard]] catalogue::Catalogue const& shipped_catalogue();

} // namespace keyrack::codec
