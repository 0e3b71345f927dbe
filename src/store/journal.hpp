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
#include <string_view>
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
    [[nodiscard]] Result<void> add(engine::Entry const& entry, codec::Seen const& seen);
    [[nodiscard]] Result<void> add_block(std::uint32_t number, std::span<engine::Command const> rows);
    EntryId added() { return std::exchange(m_next, EntryId::of_row(m_next.row() + 1)); }

    // Writes the tail into the open transaction, in place of all entries from `from` on; `next` moves when the caller
    // has committed and says so. The rows of an import go with its entry.
    [[nodiscard]] Result<void> rewrite(EntryId from, std::span<Placing const> tail);
    void rewritten(EntryId next) { m_next = next; }

    // Errors: `damaged_database` with the row that cannot be read, `newer_database` where a newer program wrote it.
    [[nodiscard]] Result<std::vector<JournalEntry>> entries(EntryId first, std::size_t count) const;
    // How many blocks an import has, and the rows of one of them.
    [[nodiscard]] Result<std::uint32_t> blocks_of_import(EntryId entry) const;
    [[nodiscard]] Result<std::vector<engine::Command>> block_of_import(EntryId entry, std::uint32_t block) const;
    [[nodiscard]] Result<void> rows_of_import(
        EntryId entry, std::function<void(engine::Command const&)> const& on_row) const;
    // Those that lost their ground, or hold in part: newest first, at most `count`.
    [[nodiscard]] Result<std::vector<JournalEntry>> lost(std::size_t count) const;
    // As they are, to travel, from `first` on.
    [[nodiscard]] Result<void> travelling(
        EntryId first, WithRows rows, std::function<void(EntryId, StoredEntry)> const& on_entry) const;
    // How many entries are of a newer version.
    [[nodiscard]] Result<std::int64_t> unknown() const;

private:
    struct Row;
    [[nodiscard]] Result<void> put(Row const& row);
    [[nodiscard]] Result<void> place(EntryId id, Placing const& placing);
    [[nodiscard]] Result<void> place_rows(EntryId id, Placing const& placing);
    [[nodiscard]] Result<void> put_block(EntryId entry, std::int64_t number, std::string_view lines);
    [[nodiscard]] Result<void> read_lines(EntryId entry, std::vector<std::string>& into) const;

    Journal(sqlite3* database, EntryId next, Statement add, Statement add_block)
        : m_database(database), m_next(next), m_add(std::move(add)), m_add_block(std::move(add_block))
    { }

    sqlite3* m_database;
    EntryId m_next;
    Statement m_add;
    Statement m_add_block;
};

} // namespace keyrack::store
