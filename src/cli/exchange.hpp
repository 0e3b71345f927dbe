#pragma once
// Journals as files: `export` reads a database, `merge` puts bundles together, `verify`
// folds a bundle anew and tells what holds.

#include "base/error.hpp"
#include "catalogue/catalogue.hpp"

#include <span>
#include <string>

namespace keyrack::cli {

// The bundle of a database that the portal downloaded or that lies on this disk. It is read
// from a copy: the file stays as it is.
// Errors: those of not_read, and those of store::Store.
[[nodiscard]] Result<std::string> exported(std::string const& database);

// One bundle of all. Errors: those of not_read, those of read_bundle and sync::merged.
[[nodiscard]] Result<std::string> merged_files(std::span<std::string const> bundles);

struct Verified
{
    std::string report; // JSON: docs/exchange.md
    bool holds = false; // every entry is known, and a database's tables and fates are what its journal leads to
};

// A bundle or a database: every segment is read, every entry folded in the one order. Errors: as above.
[[nodiscard]] Result<Verified> verified(std::string const& file, catalogue::Catalogue const& catalogue);

} // namespace keyrack::cli
