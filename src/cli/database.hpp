#pragma once
// A database that the portal exported as a ledger: as it is, or as it was known at an earlier moment of its journal (B3).
// The file is read and never written: what is opened is a copy.

#include "base/error.hpp"
#include "base/instant.hpp"
#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>

namespace keyrack::cli {

// A folder with a copy of a database, gone with this value.
class DatabaseCopy
{
public:
    // Errors: those of not_read.
    [[nodiscard]] static Result<DatabaseCopy> of(std::string const& file);

    DatabaseCopy(DatabaseCopy&& other) noexcept;
    DatabaseCopy& operator=(DatabaseCopy&&) = delete;
    ~DatabaseCopy();

    [[nodiscard]] std::string database() const { return m_folder + "/tenant.db"; }

private:
    explicit DatabaseCopy(std::string folder);

    std::string m_folder;
};

struct OpenedCopy
{
    DatabaseCopy copy;
    store::Store store; // closes before its file goes
};

// Errors: those of not_read, and those of store::Store::open.
[[nodiscard]] Result<OpenedCopy> open_copy(std::string const& file);

// By its first bytes; no for standard input.
[[nodiscard]] bool is_database(std::string const& file);

// `known_at`: what the journal's entries up to that moment lead to. Always a ledger where there is no error.
// Errors: those of not_read, and those of store::Store::open and load.
[[nodiscard]] Result<std::optional<engine::Ledger>> load_database(
    std::string const& file, catalogue::Catalogue const& catalogue, std::optional<Instant> known_at);

} // namespace keyrack::cli
