#include "store/salvage.hpp"

#include "store/journal.hpp"
#include "store/sql.hpp"
#include "store/vfs.hpp"

#include <sqlite3.h>

#include <utility>

namespace keyrack::store {

namespace {

// Nothing of the write-ahead log is carried into the file: it stays what it is.
Result<Database> open_to_look(std::string const& name, Place place)
{
    return open_database(name, place == Place::handles ? handles_vfs() : nullptr)
        .and_then([](Database database) -> Result<Database> {
            sqlite3_db_config(database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
            sqlite3_db_config(database.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
            sqlite3_db_config(database.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
            if (auto done = execute(database.get(), "PRAGMA locking_mode = EXCLUSIVE"); !done)
                return std::unexpected(done.error());
            return database;
        });
}

Result<SalvagedEntry> entry_at(Journal const& journal, EntryId id)
{
    auto found = journal.entries(id, 1);
    if (!found) return std::unexpected(found.error());
    if (found->empty() || found->front().id != id) return failure("damaged_database");
    SalvagedEntry salvaged { std::move(found->front().entry), {} };
    if (!std::holds_alternative<engine::Import>(salvaged.entry.command)) return salvaged;
    auto const rows = journal.rows_of_import(id, [&](engine::Command const& row) { salvaged.rows.push_back(row); });
    if (!rows) return std::unexpected(rows.error());
    auto const& import = std::get<engine::Import>(salvaged.entry.command);
    // An import also sets what the tenant had not: one row more than the file.
    if (std::ssize(salvaged.rows) < import.rows) return failure("damaged_database");
    return salvaged;
}

} // namespace

Salvage salvage(std::string const& name, Place place, EntryId from)
{
    Salvage result;
    auto const database = open_to_look(name, place);
    if (!database) return result;
    auto const journal = Journal::prepare(database->get());
    if (!journal) return result;
    for (auto row = from.row(); row < journal->next().row(); ++row) {
        auto entry = entry_at(*journal, EntryId::of_row(row));
        if (!entry) return result;
        result.entries.push_back(std::move(*entry));
    }
    result.whole = true;
    return result;
}

} // namespace keyrack::store
