#pragma once
// assets/catalogue/*.json → Catalogue. Schemas: assets/schema/programme.schema.json, css.schema.json,
// desk.schema.json, range.schema.json, guide.schema.json and sources.schema.json.

#include "base/error.hpp"
#include "catalogue/catalogue.hpp"

#include <span>
#include <string_view>

namespace keyrack::codec {

// Errors: those of parse_json and read_fields.hpp, `bad_number` for a parameter that no rule could work with, and
// `duplicate_key` for a second programme of one key or a second source of one rule.
[[nodiscard]] Result<catalogue::Catalogue> catalogue_from_json(std::span<std::string_view const> programmes,
    std::string_view sources, catalogue::Support support = {}, catalogue::Css css = {}, catalogue::OrderDesk desk = {},
    catalogue::Range range = {}, catalogue::Guidebook guidebook = {});
// Supported products and Jumpstart. Errors: those above.
[[nodiscard]] Result<catalogue::Range> range_from_json(std::string_view text);
// Guides and references. Errors: those above, and `duplicate_key` for a second one of a key.
[[nodiscard]] Result<catalogue::Guidebook> guidebook_from_json(std::string_view text);
// Orders, invitations and mails. Errors: those above.
[[nodiscard]] Result<catalogue::OrderDesk> desk_from_json(std::string_view text);
// Customer Success Services. Errors: those above; `bad_number` too where a benefit is missing or out of its order, or a
// higher tier gives less than a lower one (R146).
[[nodiscard]] Result<catalogue::Css> css_from_json(std::string_view text);
// The catalogue embedded in the program; it is tested to be readable.
[[nodiscard]] catalogue::Catalogue const& shipped_catalogue();

} // namespace keyrack::codec
