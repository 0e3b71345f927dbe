#pragma once
// The tables of a ledger as comma-separated values for a spreadsheet: what stands, one row a line, a header of field names.
// Orders, rooms, assignments and devices have the columns of the tenant file's rows; licences, people and tickets are for
// reading. No cell is a formula (codec/csv.hpp).

#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace keyrack::codec {

// licences: each of every order, with each room or device it serves; a free one has neither.
inline constexpr std::array<std::string_view, 7> csv_tables { "orders", "rooms", "devices", "assignments", "licences",
    "people", "tickets" };

// Nothing where no table is called so.
[[nodiscard]] std::optional<std::string> csv_of(
    std::string_view table, engine::Ledger const& ledger, catalogue::Catalogue const& catalogue);

} // namespace keyrack::codec
