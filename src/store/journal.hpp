#pragma once
// The journal as tables: one row an entry, and the rows of imports in blocks whose ids lie under their entry's.

#include "base/error.hpp"
#include "engine/command.hpp"
#include "store/sql.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace keyrack::store {

class Journal
{
public:
    // CREATE TABLE for both tables, as FORMAT.md describes them.
    [[nodiscard]] static std::string tables();

    [[nodiscard]] static Result<Journal> prepare(sqlite3* database);

    [[nodiscard]] EntryId next() const { return m_next; }

    // Writes into the open transaction; `next` moves on when the caller has committed and says so.
    [[nodiscard]] Result<void> add(engine::Entry const& entry);
    [[nodiscard]] Result<void> add_block(std::uint32_t number, std::span<engine::Command const> rows);
    EntryId added() { return std::exchange(m_next, EntryId::of_row(m_next.row() + 1)); }

    // Errors: `damaged_database` with the row that cannot be read, `newer_database` where a newer program wrote it.
    [[nodiscard]] Result<std::vector<JournalEntry>> entries(EntryId first, std::size_t count) const;
    // How many blocks an import has, and the rows of one of them.
    [[nodiscard]] Result<std::uint32_t> blocks_of_import(EntryId entry) const;
    [[nodiscard]] Result<std::vector<engine::Command>> block_of_import(EntryId entry, std::uint32_t block) const;
    [[nodiscard]] Result<void> rows_of_import(
        EntryId entry, std::function<void(engine::Command const&)> const& on_row) const;

private:
    Journal(sqlite3* database, EntryId next, Statement add, Statement add_block)
        : m_database(database), m_next(next), m_add(std::move(add)), m_add_block(std::move(add_block))
    { }

    sqlite3* m_database;
    EntryId m_next;
    Statement m_add;
    Statement m_add_block;
};

} // namespace keyrack::store
