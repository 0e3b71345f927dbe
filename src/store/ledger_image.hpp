#pragma once
// The rows of a large ledger beside its tables, in a few hundred blocks of columns: what opening reads instead of half a million
// rows. It is a copy and nothing but a copy: of one state of the journal and for one version of the program; what was changed
// since is listed beside it and read from the tables. Of another state or version, or with a byte that is not as it was
// written, it counts for nothing and all is read from the tables. See FORMAT.md.

#include "base/error.hpp"
#include "engine/ledger.hpp"
#include "store/sql.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace keyrack::store {

class LedgerImage
{
public:
    // Smaller ledgers are as quickly read from their tables.
    static constexpr std::size_t fewest_rows = 20'000;

    // Whether one that could be of use is there is asked here, once. `fewest`: of the rows of a ledger that gets one.
    [[nodiscard]] static Result<LedgerImage> find(
        sqlite3* database, ProgrammeKeys const& programmes, std::size_t fewest = fewest_rows);

    // A row that was put since the image was written: the alternative of Change, and the row of its table.
    struct Touched
    {
        std::uint32_t table = 0, row = 0;
    };
    struct Loaded
    {
        engine::Ledger ledger;
        std::vector<Touched> touched; // to be read from the tables, in this order
    };
    // Where the image, with what was touched, is of a journal of so many entries; nothing where the tables have to be read.
    // They have to as well where a row that was touched does not fit: then give_up().
    [[nodiscard]] std::optional<Loaded> load(std::uint32_t entries);
    void give_up();

    // Whether the ledger, which is that of the tables, should have an image: it is large, and load() found none or an import
    // has been taken in.
    [[nodiscard]] bool is_wanted(engine::Ledger const& ledger) const;
    // Writes some of it, in a transaction of its own; nothing where it is whole. is_wanted() tells when it is.
    [[nodiscard]] Result<void> write_slice(engine::Ledger const& ledger, std::uint32_t entries);

    // Into the open transaction, in which the entry of the changes stands already: lists what they put. Of many the image is
    // taken away instead. Where that is rolled back, the image is only forgotten.
    [[nodiscard]] Result<void> follow(std::span<engine::Change const> changes);
    // Rows were put past follow(), or removed.
    [[nodiscard]] Result<void> drop();
    // An import has been committed.
    void want() { m_wanted = true; }

private:
    // Of an image that is being written.
    struct Place
    {
        std::uint32_t entries = 0;
        std::size_t table = 0;
        std::size_t row = 0;
        std::int64_t block = 0;
    };

    LedgerImage(sqlite3* database, ProgrammeKeys const& programmes, std::size_t fewest);
    [[nodiscard]] std::optional<std::int64_t> blocks_of(std::uint32_t entries) const;
    [[nodiscard]] std::optional<std::vector<Touched>> read_touched() const;
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> finish();

    sqlite3* m_database;
    ProgrammeKeys m_programmes;
    std::size_t m_fewest;
    bool m_stands = false; // it is whole, and all changes since are listed
    bool m_wanted = false;
    std::size_t m_touched = 0; // about so many are
    std::optional<Place> m_place;
};

} // namespace keyrack::store
