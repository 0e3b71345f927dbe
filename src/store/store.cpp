#include "store/store.hpp"

#include "base/verify.hpp"
#include "codec/catalogue_json.hpp"
#include "store/connection.hpp"

#include <sqlite3.h>

#include <utility>

namespace keyrack::store {

namespace {

constexpr std::size_t replay_slice = 256; // entries held at once

// An import touches many pages more than once before it is committed. Whatever else is read and written takes few: the
// ledger is in memory, and loading it reads every page once.
constexpr char const* cache_of_imports = "PRAGMA cache_size = -8192";
constexpr char const* cache_otherwise = "PRAGMA cache_size = -1024";

// The first column of each row.
Result<std::vector<std::string>> texts_of(sqlite3* database, std::string const& question)
{
    std::vector<std::string> texts;
    auto statement = Statement::prepare(database, question);
    if (!statement) return std::unexpected(statement.error());
    for (;;) {
        auto const stepped = statement->step();
        if (!stepped) return std::unexpected(stepped.error());
        if (*stepped == Statement::Step::done) return texts;
        texts.emplace_back(statement->text(0));
    }
}

// What quick_check says; that it cannot be asked is a fault too.
std::vector<std::string> faults_by(sqlite3* database, std::string const& check)
{
    auto said = texts_of(database, check);
    if (!said) return { said.error().detail };
    std::erase(*said, "ok");
    return std::move(*said);
}

} // namespace

ProgrammeKeys shipped_programmes()
{
    ProgrammeKeys keys;
    for (auto const& programme : codec::shipped_catalogue().programmes()) keys.push_back(programme.key);
    return keys;
}

Result<Store> Store::open(std::string const& name, Place place, ProgrammeKeys programmes)
{
    return connect(name, place, std::move(programmes)).transform([](auto opened) {
        return Store { std::move(opened) };
    });
}

Result<Store> Store::open_bytes(std::span<std::byte const> bytes, ProgrammeKeys programmes)
{
    return connect_to_bytes(bytes, std::move(programmes)).transform([](auto opened) {
        return Store { std::move(opened) };
    });
}

Store::Store(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) { }
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Ending Store::last_ending() const
{
    return m_connection->ending;
}

Result<engine::Ledger> Store::load() const
{
    return m_connection->without_import().and_then(
        [this] { return m_connection->projection.load(m_connection->journal.next().row()); });
}

bool Store::wants_image(engine::Ledger const& ledger) const
{
    return !m_connection->import && m_connection->projection.image().is_wanted(ledger);
}

Result<void> Store::write_image(engine::Ledger const& ledger)
{
    return m_connection->without_import().and_then(
        [&] { return m_connection->projection.image().write_slice(ledger, m_connection->journal.next().row()); });
}

EntryId Store::next_entry() const
{
    return m_connection->journal.next();
}

Result<EntryId> Store::append(
    engine::Entry const& entry, std::span<engine::Change const> changes, codec::Seen const& seen)
{
    if (auto free = m_connection->without_import(); !free) return std::unexpected(free.error());
    auto transaction = Transaction::begin(m_connection->database.get());
    if (!transaction) return std::unexpected(transaction.error());
    return m_connection->journal.add(entry, seen)
        .and_then([&] { return m_connection->projection.put(changes); })
        .and_then([&] { return transaction->commit(); })
        .transform([&] { return m_connection->journal.added(); });
}

Result<void> Store::begin_import()
{
    if (auto free = m_connection->without_import(); !free) return free;
    if (auto done = execute(m_connection->database.get(), cache_of_imports); !done) return done;
    auto transaction = Transaction::begin(m_connection->database.get());
    if (!transaction) return std::unexpected(transaction.error());
    m_connection->import = std::move(*transaction);
    m_connection->blocks = 0;
    return {};
}

Result<void> Store::add_block(std::span<engine::Command const> rows, std::span<engine::Change const> changes)
{
    VERIFY(m_connection->import);
    auto done = m_connection->journal.add_block(m_connection->blocks++, rows).and_then([&] {
        return m_connection->projection.put(changes);
    });
    if (!done) roll_back_import();
    return done;
}

Result<EntryId> Store::commit_import(engine::Entry const& entry, codec::Seen const& seen)
{
    VERIFY(m_connection->import);
    auto done = m_connection->journal.add(entry, seen).and_then([&] { return m_connection->import->commit(); });
    if (done) m_connection->projection.image().want();
    roll_back_import(); // nothing is left of a transaction that was committed
    return done.transform([&] { return m_connection->journal.added(); });
}

void Store::roll_back_import()
{
    m_connection->import.reset();
    static_cast<void>(execute(m_connection->database.get(), cache_otherwise)); // says how much, and cannot fail
}

Result<std::vector<JournalEntry>> Store::entries(EntryId first, std::size_t count) const
{
    return m_connection->journal.entries(first, count);
}

Result<engine::Entry> Store::entry(EntryId id) const
{
    auto found = entries(id, 1);
    if (!found) return std::unexpected(found.error());
    if (found->empty() || found->front().id != id)
        return failure("damaged_database", "journal " + std::to_string(id.row())); // ids have no gaps
    return std::move(found->front().entry);
}

Result<std::uint32_t> Store::blocks_of_import(EntryId id) const
{
    return m_connection->journal.blocks_of_import(id);
}

Result<std::vector<engine::Command>> Store::block_of_import(EntryId id, std::uint32_t block) const
{
    return m_connection->journal.block_of_import(id, block);
}

Result<void> Store::replay(std::function<void(EntryId, engine::Entry const&)> on_entry,
    std::function<void(EntryId, engine::Command const& row)> on_row) const
{
    for (auto next = EntryId::of_row(0);;) {
        auto const slice = entries(next, replay_slice);
        if (!slice) return std::unexpected(slice.error());
        if (slice->empty()) return {};
        for (auto const& [id, entry, fate, reasons] : *slice) {
            if (fate == codec::Fate::lost || fate == codec::Fate::unknown) continue;
            on_entry(id, entry);
            if (!std::holds_alternative<engine::Import>(entry.command)) continue;
            auto lost = codec::outcome_of(fate, reasons);
            if (!lost) return failure("damaged_database", "journal " + std::to_string(id.row()), lost.error().what);
            auto next_lost = lost->rows.begin();
            std::int64_t number = -1;
            auto done = m_connection->journal.rows_of_import(id, [&](auto const& row) {
                ++number;
                bool const is_lost = next_lost != lost->rows.end() && next_lost->row == number;
                if (is_lost)
                    ++next_lost;
                else
                    on_row(id, row);
            });
            if (!done) return done;
        }
        next = EntryId::of_row(slice->back().id.row() + 1);
    }
}

Result<std::optional<Identity>> Store::identity() const
{
    return m_connection->lanes.identity();
}

Result<KeptLanes> Store::lanes() const
{
    auto identity = m_connection->lanes.identity();
    if (!identity) return std::unexpected(std::move(identity.error()));
    VERIFY(*identity);
    return m_connection->lanes.read(std::move(**identity));
}

Result<void> Store::keep(LanesChange const& change)
{
    if (auto free = m_connection->without_import(); !free) return free;
    auto transaction = Transaction::begin(m_connection->database.get());
    if (!transaction) return std::unexpected(transaction.error());
    return m_connection->lanes.write(change).and_then([&] { return transaction->commit(); });
}

Result<void> Store::forget_lanes()
{
    auto transaction = Transaction::begin(m_connection->database.get());
    if (!transaction) return std::unexpected(transaction.error());
    return m_connection->lanes.forget().and_then([&] { return transaction->commit(); });
}

Result<void> Store::rewrite(Rewriting const& rewriting)
{
    if (auto free = m_connection->without_import(); !free) return free;
    auto transaction = Transaction::begin(m_connection->database.get());
    if (!transaction) return std::unexpected(transaction.error());
    auto& journal = m_connection->journal;
    auto& projection = m_connection->projection;
    bool const only_adds = rewriting.from == journal.next() && rewriting.removed.empty();
    return journal.rewrite(rewriting.from, rewriting.tail)
        .and_then([&] { return only_adds ? Result<void> {} : projection.image().drop(); })
        .and_then([&] { return projection.put(rewriting.puts); })
        .and_then([&] { return projection.remove(rewriting.removed); })
        .and_then([&] { return m_connection->lanes.write(rewriting.lanes); })
        .and_then([&] { return transaction->commit(); })
        .transform([&] {
            auto const end = rewriting.from.row() + static_cast<std::uint32_t>(rewriting.tail.size());
            journal.rewritten(EntryId::of_row(end));
        });
}

Result<void> Store::travelling(EntryId first, WithRows rows, std::function<void(EntryId, StoredEntry)> on_entry) const
{
    return m_connection->journal.travelling(first, rows, on_entry);
}

Result<std::vector<JournalEntry>> Store::lost_entries(std::size_t count) const
{
    return m_connection->journal.lost(count);
}

Result<std::int64_t> Store::unknown_entries() const
{
    return m_connection->journal.unknown();
}

Result<void> Store::set_aside(codec::EntryName const& entry)
{
    if (auto free = m_connection->without_import(); !free) return free;
    return m_connection->lanes.set_aside(entry);
}

Result<std::vector<codec::EntryName>> Store::set_aside() const
{
    return m_connection->lanes.set_aside();
}

Result<std::vector<std::byte>> Store::bytes() const
{
    if (auto free = m_connection->without_import(); !free) return std::unexpected(free.error());
    // Reads through the write-ahead log, so that it works on a full disk too, where a checkpoint would not.
    sqlite3_int64 size = 0;
    struct Free
    {
        void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
    };
    std::unique_ptr<unsigned char, Free> const image { sqlite3_serialize(
        m_connection->database.get(), "main", &size, 0) };
    if (image == nullptr || size == 0) return std::unexpected(error_of(m_connection->database.get(), SQLITE_IOERR));
    auto const whole = std::as_bytes(std::span(image.get(), static_cast<std::size_t>(size)));
    std::vector<std::byte> file(whole.begin(), whole.end());
    file[format_versions_at] = file[format_versions_at + 1] = std::byte { 1 };
    return file;
}

Result<void> Store::checkpoint()
{
    if (auto free = m_connection->without_import(); !free) return free;
    auto* const database = m_connection->database.get();
    auto const code = sqlite3_wal_checkpoint_v2(database, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) return std::unexpected(error_of(database, code));
    return {};
}

std::vector<std::string> Store::faults() const
{
    return faults_by(m_connection->database.get(), "PRAGMA quick_check");
}

std::vector<std::string> Store::faults(std::string_view table) const
{
    return faults_by(m_connection->database.get(), "PRAGMA quick_check('" + std::string { table } + "')");
}

Result<std::vector<std::string>> Store::tables() const
{
    return texts_of(m_connection->database.get(), "SELECT name FROM sqlite_schema WHERE type = 'table'");
}

} // namespace keyrack::store
