#pragma once
// `keyrack sync`: a database, or a folder of segments, exchanges with a backend until there is nothing left to do.

#include "base/error.hpp"
#include "catalogue/catalogue.hpp"

#include <string>

namespace keyrack::cli {

struct Sync
{
    std::string what;    // a database (*.db), which may not be there yet, or a folder with segments
    std::string address; // a folder, a file: URL, or http(s)
    std::string tenant;  // its folder in the backend: where `what` does not know it yet; may be empty
};

// What came of it, as JSON: docs/exchange.md. Errors: those of Store, those of not_read, `no_http`,
// `tenant_unknown` (say --tenant), and `sync_unreachable`, `sync_refused`, `sync_foreign`, `sync_not_kept`,
// `sync_newer` for what stood in the way to the end.
[[nodiscard]] Result<std::string> synced(Sync const& wanted, catalogue::Catalogue const& catalogue);

} // namespace keyrack::cli
