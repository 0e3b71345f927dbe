#pragma once
// The ledger's rows as tables, one an entity, made from the entities' field descriptions. Nothing here is the truth:
// the journal is, and replaying it rebuilds these tables to the letter.

#include "base/error.hpp"
#include "engine/ledger.hpp"
#include "store/columns.hpp"
#include "store/ledger_image.hpp"
#include "store/sql.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::store {

class Projection
{
public:
    // CREATE TABLE for all tables, as FORMAT.md describes them.
    [[nodiscard]] static std::string tables();
    // The names of all tables, in the order they are loaded.
    [[nodiscard]] static std::vector<std::string_view> table_names();

    [[nodiscard]] static Result<Projection> prepare(sqlite3* database, ProgrammeKeys programmes);

    // Writes the changes into the open transaction.
    [[nodiscard]] Result<void> put(std::span<engine::Change const> changes);
    // Takes rows out, likewise.
    [[nodiscard]] Result<void> remove(std::span<engine::TouchedRow const> rows);
    // The ledger of these tables; `entries` is how many the journal has. Errors: `newer_database` where an order is of
    // a programme that the catalogue does not know, `damaged_database` with the row that cannot be.
    [[nodiscard]] Result<engine::Ledger> load(std::uint32_t entries);
    // What load() reads instead of the tables, where there is one; a change takes it away.
    [[nodiscard]] LedgerImage& image() { return m_image; }

private:
    Projection(sqlite3* database, ProgrammeKeys programmes, LedgerImage image)
        : m_database(database), m_programmes(std::move(programmes)), m_image(std::move(image))
    { }

    sqlite3* m_database;
    ProgrammeKeys m_programmes;
    LedgerImage m_image;
    std::vector<Statement> m_puts; // by the alternative of Change
};

} // namespace keyrack::store
