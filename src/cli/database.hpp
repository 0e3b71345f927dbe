#pragma once
// A database that the portal exported as a ledger: as it is, or as it was known at an earlier moment of its journal (B3).
// The file is read and never written: what is opened is a copy.

#include "base/error.hpp"
#include "base/instant.hpp"
#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"

#include <optional>
#include <string>

namespace keyrack::cli {

// By its first bytes; no for standard input.
[[nodiscard]] bool is_database(std::string const& file);

// `known_at`: what the journal's entries up to that moment lead to. Always a ledger where there is no error.
// Errors: `file_failed`, and those of store::Store::open and load.
[[nodiscard]] Result<std::optional<engine::Ledger>> load_database(
    std::string const& file, catalogue::Catalogue const& catalogue, std::optional<Instant> known_at);

} // namespace keyrack::cli
