#pragma once
// Lanes and segments as tables, and the commands that were set aside.

#include "base/error.hpp"
#include "codec/segment.hpp"
#include "store/lanes.hpp"
#include "store/sql.hpp"

#include <optional>
#include <string>
#include <vector>

namespace keyrack::store {

class LaneTables
{
public:
    // CREATE TABLE for all of them, as FORMAT.md describes them.
    [[nodiscard]] static std::string tables();

    explicit LaneTables(sqlite3* database) : m_database(database) { }

    // Nothing where the tenant was never exchanged.
    [[nodiscard]] Result<std::optional<Identity>> identity() const;
    [[nodiscard]] Result<KeptLanes> read(Identity identity) const;
    // Writes into the open transaction.
    [[nodiscard]] Result<void> write(LanesChange const& change) const;

    [[nodiscard]] Result<void> forget() const;

    [[nodiscard]] Result<void> set_aside(codec::EntryName const& entry) const;
    [[nodiscard]] Result<std::vector<codec::EntryName>> set_aside() const;

private:
    sqlite3* m_database;
};

} // namespace keyrack::store
