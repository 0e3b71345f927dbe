#pragma once
// One SQLite database a tenant. The journal is the truth; one table an entity is its projection, written in the same
// transaction; replaying the journal rebuilds identical tables. See FORMAT.md.

#include "base/error.hpp"
#include "engine/command.hpp"
#include "engine/fold.hpp"
#include "engine/ledger.hpp"
#include "store/file_header.hpp"
#include "store/lanes.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace keyrack::store {

// file: kept, in a file of the platform; in a browser that is one behind the handles (handles.hpp). memory: nothing is
// kept, and the portal says so. handles: behind the handles on every platform, for tests that bring their own disk.
enum class Place { file, memory, handles };

// The keys of the programmes, by their rows in a catalogue. The file keeps keys: a catalogue that grows moves the rows.
using ProgrammeKeys = std::vector<std::string>;
[[nodiscard]] ProgrammeKeys shipped_programmes();

// What a person may be told of a stored entry.
struct JournalEntry
{
    EntryId id;
    engine::Entry entry; // of a newer version: without its command
    codec::Fate fate = codec::Fate::holds;
    std::string reasons {}; // why it does not hold: codec::outcome_of
};

struct Connection;

class Store
{
public:
    // Opens `name` (a plain file name, such as "northwind.db"), creating it where its size is 0.
    // Errors: `foreign_database` (another program's), `newer_database`, `damaged_database`, `disk_full`, `disk_failed`,
    // `database_in_use` (by another program or another Store). A file that is refused is left as it is, byte for byte.
    [[nodiscard]] static Result<Store> open(
        std::string const& name, Place place, ProgrammeKeys programmes = shipped_programmes());

    // A database in memory, from the bytes of one. Errors: as above.
    [[nodiscard]] static Result<Store> open_bytes(
        std::span<std::byte const> bytes, ProgrammeKeys programmes = shipped_programmes());

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store(); // closes; a transaction still open is rolled back

    // How the session before this one ended. A tab that is closed leaves its log behind, so `unclean` alone is no crash.
    [[nodiscard]] Ending last_ending() const;

    // The ledger from the projection tables: no refold. Errors: `damaged_database` with the row, `newer_database` (an
    // order of a programme that the catalogue does not have), `busy_importing`, `disk_failed`.
    [[nodiscard]] Result<engine::Ledger> load() const;
    // A large ledger is loaded from an image of its rows where there is one (ledger_image.hpp). Whether it should
    // have one and has none, and a slice of writing it: for when nobody waits. `ledger` is what load() gave, with
    // all that was appended since. A change in the meantime begins it anew. Errors: `busy_importing`,
    // `disk_full`, `disk_failed`; nothing is lost.
    [[nodiscard]] bool wants_image(engine::Ledger const& ledger) const;
    [[nodiscard]] Result<void> write_image(engine::Ledger const& ledger);
    // The id the next entry will get.
    [[nodiscard]] EntryId next_entry() const;
    // Writes the entry and its changes in one transaction. When it returns without an error, both are on disk.
    // On error the ledger's rows are as before; after a flush that failed the entry may, once the program is started
    // anew, be there all the same, whole. Errors: `disk_full`, `disk_failed`, `busy_importing`. `seen`: what the device
    // had seen of others since its entry before, where the tenant is exchanged.
    [[nodiscard]] Result<EntryId> append(
        engine::Entry const& entry, std::span<engine::Change const> changes, codec::Seen const& seen = {});

    // An import as one entry, in slices between frames: begin, many blocks, then commit or roll back.
    // Nothing is visible, after a crash either, before commit returns without an error. An error ends the import and
    // rolls it back. While it is open, whatever else reads or writes the ledger's rows is refused as `busy_importing`.
    [[nodiscard]] Result<void> begin_import();
    [[nodiscard]] Result<void> add_block(
        std::span<engine::Command const> rows, std::span<engine::Change const> changes);
    [[nodiscard]] Result<EntryId> commit_import(engine::Entry const& entry, codec::Seen const& seen = {});
    void roll_back_import();

    // Entries from `first` on, at most `count`, oldest first; without the rows of imports.
    [[nodiscard]] Result<std::vector<JournalEntry>> entries(EntryId first, std::size_t count) const;
    [[nodiscard]] Result<engine::Entry> entry(EntryId id) const;
    // The rows of an import, a block at a time, from 0.
    [[nodiscard]] Result<std::uint32_t> blocks_of_import(EntryId id) const;
    [[nodiscard]] Result<std::vector<engine::Command>> block_of_import(EntryId id, std::uint32_t block) const;
    // Every command of the journal that holds, in order, imports as their rows, for replay.
    [[nodiscard]] Result<void> replay(std::function<void(EntryId, engine::Entry const&)> on_entry,
        std::function<void(EntryId, engine::Command const& row)> on_row) const;

    // The exchange (docs/exchange.md). Nothing: the tenant was never exchanged.
    [[nodiscard]] Result<std::optional<Identity>> identity() const;
    [[nodiscard]] Result<KeptLanes> lanes() const; // asked only where there is an identity
    [[nodiscard]] Result<void> keep(LanesChange const& change);
    // The journal was written past its lanes, so they are made of it anew when the exchange begins again.
    [[nodiscard]] Result<void> forget_lanes();
    // The journal from an entry on, the rows that follow from it, and the lanes, in one transaction.
    // Errors: `disk_full`, `disk_failed`, `busy_importing`; nothing has changed then.
    [[nodiscard]] Result<void> rewrite(Rewriting const& rewriting);
    // The entries from `first` on as they are, to travel.
    [[nodiscard]] Result<void> travelling(
        EntryId first, WithRows rows, std::function<void(EntryId, StoredEntry)> on_entry) const;
    // Entries that lost their ground, or hold in part: newest first, at most `count`.
    [[nodiscard]] Result<std::vector<JournalEntry>> lost_entries(std::size_t count) const;
    // How many entries are of a newer version.
    [[nodiscard]] Result<std::int64_t> unknown_entries() const;
    // Commands that lost their ground, and of which somebody has said that this is all right.
    [[nodiscard]] Result<void> set_aside(codec::EntryName const& entry);
    [[nodiscard]] Result<std::vector<codec::EntryName>> set_aside() const;

    // The whole database as bytes of a file that any SQLite tool opens: the log included, journal mode back to
    // delete. Needs no room on the disk.
    [[nodiscard]] Result<std::vector<std::byte>> bytes() const;
    // Everything into the main file, the WAL emptied: before the handles are given to another tab.
    [[nodiscard]] Result<void> checkpoint();
    // PRAGMA quick_check in words; empty: sound. For after a crash, beside the opening.
    [[nodiscard]] std::vector<std::string> faults() const;
    // The same of one of its tables(), indexes included, for whoever must not be kept waiting by all of them.
    [[nodiscard]] std::vector<std::string> faults(std::string_view table) const;
    [[nodiscard]] Result<std::vector<std::string>> tables() const;

private:
    explicit Store(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

} // namespace keyrack::store
