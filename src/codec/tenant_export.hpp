#pragma once
// A ledger as a tenant file (assets/schema/tenant.schema.json): orders, rooms, assignments and devices in their lists, and
// whatever else stands as commands. Imported into an empty tenant it gives the same standing rows, and exported from there
// it is the same file, byte for byte. One row a line, so that line tools and differences work on it.

#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"

#include <string>

namespace keyrack::codec {

[[nodiscard]] std::string tenant_file_of(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue);

} // namespace keyrack::codec
