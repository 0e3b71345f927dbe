#pragma once
// What an import of a list would do, as JSON (assets/schema/list_report.schema.json): which column is which field, and row by
// row what is added, changed, the same, refused and why.

#include "codec/list_import.hpp"

#include <string>

namespace keyrack::codec {

[[nodiscard]] std::string to_json(CsvTable const& table, ListMapping const& mapping, ListPlan const& plan);
// The commands as a tenant file: what an import takes in as one.
[[nodiscard]] std::string tenant_file_of(std::span<engine::Command const> commands);

} // namespace keyrack::codec
