#include "store/connection.hpp"

#include "base/verify.hpp"
#include "store/file_header.hpp"
#include "store/schema.hpp"
#include "store/vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace keyrack::store {

namespace {

constexpr std::size_t header_looked_at = 512;

// EXTRA is FULL and flushes the removal of a rollback journal too. The write-ahead log needs no shared memory as long
// as the connection is alone. Triggers and functions that a file brings along do not run.
constexpr char const* settings = R"(
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA synchronous = EXTRA;
    PRAGMA cache_size = -1024;
    PRAGMA journal_size_limit = 4194304;
)";

char const* vfs_of(Place place)
{
    return place == Place::handles ? handles_vfs() : nullptr;
}

// Until the file is known to be ours, closing must not carry a write-ahead log that was there into it. Where none was,
// closing removes the empty one that opening makes.
enum class Closing { keeps_the_log, writes_it_back };

void set_closing(sqlite3* database, Closing closing)
{
    sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, closing == Closing::keeps_the_log ? 1 : 0, nullptr);
}

Result<Database> open_carefully(std::string const& name, char const* vfs, Ending ending)
{
    return open_database(name, vfs).and_then([ending](Database database) -> Result<Database> {
        set_closing(database.get(), ending == Ending::unclean ? Closing::keeps_the_log : Closing::writes_it_back);
        sqlite3_db_config(database.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_db_config(database.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(database.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        if (auto done = execute(database.get(), settings); !done) return std::unexpected(done.error());
        return database;
    });
}

struct Prepared
{
    Journal journal;
    Projection projection;
};

Result<Prepared> prepare(sqlite3* database, ProgrammeKeys programmes)
{
    auto journal = Journal::prepare(database);
    if (!journal) return std::unexpected(journal.error());
    auto projection = Projection::prepare(database, std::move(programmes));
    if (!projection) return std::unexpected(projection.error());
    return Prepared { std::move(*journal), std::move(*projection) };
}

// Brings the database to this version and finds all that the store needs in it, or leaves it as it was.
Result<Prepared> bring_up(sqlite3* database, ProgrammeKeys programmes)
{
    auto const version = version_of(database);
    if (!version) return std::unexpected(version.error());
    if (*version == schema_version) return prepare(database, std::move(programmes));
    if (*version == 0) return make_schema(database).and_then([&] { return prepare(database, std::move(programmes)); });
    auto transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = migrate(database, *version, migrations()); !done) return std::unexpected(done.error());
    auto prepared = prepare(database, std::move(programmes));
    if (!prepared) return prepared;
    return transaction->commit().transform([&] { return std::move(*prepared); });
}

// The write-ahead log; a database in memory has none.
Result<void> begin_log(sqlite3* database, Place place)
{
    auto statement = Statement::prepare(database, "PRAGMA journal_mode = WAL");
    if (!statement) return std::unexpected(statement.error());
    auto const stepped = statement->step();
    if (!stepped) return std::unexpected(stepped.error());
    VERIFY(statement->text(0) == (place == Place::memory ? "memory" : "wal"));
    return statement->run(); // the mode is written when the statement ends
}

// The bytes as the database in memory; it has no log.
Result<void> deserialize(sqlite3* database, std::span<std::byte const> bytes)
{
    auto* const copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    if (copy == nullptr) return failure("disk_failed");
    std::copy_n(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), copy);
    copy[format_versions_at] = copy[format_versions_at + 1] = 1;
    auto const size = static_cast<sqlite3_int64>(bytes.size());
    constexpr unsigned flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE;
    auto const code = sqlite3_deserialize(database, "main", copy, size, size, flags);
    if (code != SQLITE_OK) return std::unexpected(error_of(database, code));
    return {};
}

std::unique_ptr<Connection> connection(std::string name, Ending ending, Database database, Prepared prepared)
{
    LaneTables lanes { database.get() };
    return std::unique_ptr<Connection>(new Connection { .name = std::move(name),
        .ending = ending,
        .database = std::move(database),
        .journal = std::move(prepared.journal),
        .projection = std::move(prepared.projection),
        .lanes = std::move(lanes),
        .import = {} });
}

} // namespace

Result<std::unique_ptr<Connection>> connect(std::string const& name, Place place, ProgrammeKeys programmes)
{
    auto const* const vfs = vfs_of(place);
    FileState state;
    if (place != Place::memory) {
        auto const found = look_at(*sqlite3_vfs_find(vfs), name);
        if (!found) return std::unexpected(found.error());
        state = *found;
    }
    auto database = open_carefully(place == Place::memory ? ":memory:" : name, vfs, state.ending);
    if (!database) return std::unexpected(database.error());
    auto prepared = bring_up(database->get(), std::move(programmes));
    if (!prepared) return std::unexpected(Error { prepared.error().what, name, prepared.error().detail });
    if (auto done = begin_log(database->get(), place); !done) return std::unexpected(done.error());
    set_closing(database->get(), Closing::writes_it_back);
    return connection(name, state.ending, std::move(*database), std::move(*prepared));
}

Result<std::unique_ptr<Connection>> connect_to_bytes(std::span<std::byte const> bytes, ProgrammeKeys programmes)
{
    auto const* const first = reinterpret_cast<unsigned char const*>(bytes.data());
    auto const kind = kind_of({}, std::span { first, std::min(bytes.size(), header_looked_at) });
    if (!kind) return std::unexpected(kind.error());
    if (*kind == FileKind::nothing) return failure("damaged_database");
    auto database = open_carefully(":memory:", nullptr, Ending::clean);
    if (!database) return std::unexpected(database.error());
    if (auto done = deserialize(database->get(), bytes); !done) return std::unexpected(done.error());
    auto prepared = bring_up(database->get(), std::move(programmes));
    if (!prepared) return std::unexpected(prepared.error());
    prepared->projection.image().give_up(); // what the bytes are worth, their tables say and not a copy of them
    return connection({}, Ending::clean, std::move(*database), std::move(*prepared));
}

} // namespace keyrack::store
