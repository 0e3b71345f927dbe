#pragma once
// An open database, with all that the store needs in it.

#include "base/error.hpp"
#include "store/journal.hpp"
#include "store/lane_tables.hpp"
#include "store/projection.hpp"
#include "store/sql.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace keyrack::store {

// Of the file format: 1 for a rollback journal, 2 for a write-ahead log; the version that writes and the one that reads.
inline constexpr std::size_t format_versions_at = 18;

struct Connection
{
    std::string name;
    Ending ending;
    Database database;
    Journal journal;
    Projection projection;
    LaneTables lanes;
    std::optional<Transaction> import; // open: an import is being written
    std::uint32_t blocks = 0;          // of that import

    [[nodiscard]] Result<void> without_import() const
    {
        if (import) return failure("busy_importing", name);
        return {};
    }
};

// Errors: those of Store::open and Store::open_bytes.
[[nodiscard]] Result<std::unique_ptr<Connection>> connect(
    std::string const& name, Place place, ProgrammeKeys programmes);
[[nodiscard]] Result<std::unique_ptr<Connection>> connect_to_bytes(
    std::span<std::byte const> bytes, ProgrammeKeys programmes);

} // namespace keyrack::store
