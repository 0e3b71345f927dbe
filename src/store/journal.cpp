#include "store/journal.hpp"

#include "base/text.hpp"
#include "base/verify.hpp"
#include "codec/command_json.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::store {

namespace {

// A block's id is its entry's id times this, plus its number.
constexpr std::int64_t blocks_an_entry = 1'000'000;
constexpr std::int32_t newest_entry_schema = 1;
constexpr std::size_t longest_quote = 80;
constexpr std::size_t rows_a_block = 1'000;

constexpr std::string_view tables_sql = R"(CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    time_ms INTEGER NOT NULL,
    time_counter INTEGER NOT NULL,
    actor TEXT NOT NULL,
    schema INTEGER NOT NULL,
    undoes INTEGER REFERENCES journal(id),
    command TEXT NOT NULL,
    seen TEXT,
    fate INTEGER NOT NULL DEFAULT 0,
    reasons TEXT
) STRICT;
CREATE INDEX journal_fates ON journal (fate) WHERE fate > 0;
CREATE TABLE import_blocks (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES journal(id),
    commands TEXT NOT NULL
) STRICT;
)";

constexpr std::string_view add_sql =
    "INSERT INTO journal (id, device, sequence, time_ms, time_counter, actor, schema, undoes, command, seen, fate,"
    " reasons) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view add_block_sql = "INSERT INTO import_blocks (id, entry, commands) VALUES (?, ?, ?)";
constexpr std::string_view entries_sql =
    "SELECT id, device, sequence, time_ms, time_counter, actor, schema, undoes, command, fate, reasons FROM journal"
    " WHERE id >= ? ORDER BY id LIMIT ?";
constexpr std::string_view block_count_sql = "SELECT count(*) FROM import_blocks WHERE id >= ? AND id < ?";
constexpr std::string_view lost_sql =
    "SELECT id, device, sequence, time_ms, time_counter, actor, schema, undoes, command, fate, reasons FROM journal"
    " WHERE fate > 0 AND fate IN (1, 2) ORDER BY id DESC LIMIT ?";
constexpr std::string_view travelling_sql =
    "SELECT e.id, e.device, e.sequence, e.time_ms, e.time_counter, e.actor, e.schema, u.device, u.sequence, e.command,"
    " e.seen, EXISTS (SELECT 1 FROM import_blocks WHERE id >= e.id * 1000000 AND id < (e.id + 1) * 1000000)"
    " FROM journal e LEFT JOIN journal u ON u.id = e.undoes WHERE e.id >= ? ORDER BY e.id";
// Blocks whose entries move wait under negative ids, where none can be in their way.
constexpr std::string_view lift_blocks_sql =
    "UPDATE import_blocks SET id = -1 - id, entry = -1 - entry WHERE entry >= ?";
constexpr std::string_view set_down_blocks_sql =
    "UPDATE import_blocks SET id = ?2 * ?3 + (-1 - id) % ?3, entry = ?2 WHERE entry = -1 - ?1";
constexpr std::string_view blocks_sql = "SELECT id, commands FROM import_blocks WHERE id >= ? AND id < ? ORDER BY id";

std::unexpected<Error> unreadable(std::string_view table, Statement const& statement, std::string_view what)
{
    return failure("damaged_database", std::string { table } + ' ' + std::to_string(statement.number(0)),
        shortened(what, longest_quote));
}

Result<JournalEntry> entry_on(Statement const& row)
{
    auto const schema = row.number(6);
    auto const fate = static_cast<codec::Fate>(row.number(9));
    if (row.number(9) < 0 || fate > codec::Fate::unknown) return unreadable("journal", row, "fate");
    bool const is_unknown = fate == codec::Fate::unknown;
    if (schema > newest_entry_schema && !is_unknown)
        return failure("newer_database", "journal " + std::to_string(row.number(0)));
    auto command = is_unknown ? Result<engine::Command> {} : codec::command_from_json(row.text(8));
    if (!command) return unreadable("journal", row, command.error().what + ' ' + command.error().where);
    engine::Entry entry {
        .device = std::string { row.text(1) },
        .sequence = row.number(2),
        .time_ms = row.number(3),
        .time_counter = static_cast<std::int32_t>(row.number(4)),
        .actor = std::string { row.text(5) },
        .schema = static_cast<std::int32_t>(schema),
        .undoes = {},
        .command = std::move(*command),
    };
    if (!row.is_null(7)) entry.undoes = EntryId::of_row(static_cast<std::uint32_t>(row.number(7)));
    return JournalEntry { EntryId::of_row(static_cast<std::uint32_t>(row.number(0))), std::move(entry), fate,
        std::string { row.text(10) } };
}

Result<std::vector<JournalEntry>> entries_on(Statement& rows)
{
    std::vector<JournalEntry> found;
    for (;;) {
        auto const stepped = rows.step();
        if (!stepped) return std::unexpected(stepped.error());
        if (*stepped == Statement::Step::done) return found;
        auto entry = entry_on(rows);
        if (!entry) return std::unexpected(std::move(entry.error()));
        found.push_back(std::move(*entry));
    }
}

std::string const& text_of(std::string const& row)
{
    return row;
}

std::string text_of(engine::Command const& row)
{
    return codec::to_json(row);
}

// One command a line: JSON as we write it holds no line break.
template <class Row>
std::string lines_of(std::span<Row const> rows)
{
    std::string lines;
    for (auto const& row : rows) {
        if (!lines.empty()) lines += '\n';
        lines += text_of(row);
    }
    return lines;
}

// Of the entry's block of rows each line.
template <class OnLine>
void lines_on(Statement const& block, OnLine const& on_line)
{
    for (auto rest = block.text(1); !rest.empty();) {
        auto const line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        on_line(line);
    }
}

Result<codec::TravellingEntry> travelling_on(Statement const& row)
{
    auto seen = codec::seen_from_json(row.text(10));
    if (!seen) return unreadable("journal", row, "seen " + seen.error().what);
    codec::TravellingEntry entry { .sequence = row.number(2),
        .time_ms = row.number(3),
        .time_counter = static_cast<std::int32_t>(row.number(4)),
        .actor = std::string { row.text(5) },
        .schema = static_cast<std::int32_t>(row.number(6)),
        .seen = std::move(*seen),
        .undoes = {},
        .command = std::string { row.text(9) },
        .rows = {} };
    if (!row.is_null(7)) entry.undoes = codec::EntryName { std::string { row.text(7) }, row.number(8) };
    return entry;
}

Result<void> rows_on(Statement const& block, std::function<void(engine::Command const&)> const& on_row)
{
    for (auto rest = block.text(1); !rest.empty();) {
        auto const line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        auto const command = codec::command_from_json(line);
        if (!command) return unreadable("import_blocks", block, command.error().what + ' ' + command.error().where);
        on_row(*command);
    }
    return {};
}

} // namespace

std::string Journal::tables()
{
    return std::string { tables_sql };
}

Result<Journal> Journal::prepare(sqlite3* database)
{
    auto next = number_from(database, "SELECT coalesce(max(id) + 1, 0) FROM journal");
    if (!next) return std::unexpected(next.error());
    auto add = Statement::prepare(database, add_sql);
    if (!add) return std::unexpected(add.error());
    auto add_block = Statement::prepare(database, add_block_sql);
    if (!add_block) return std::unexpected(add_block.error());
    return Journal { database, EntryId::of_row(static_cast<std::uint32_t>(*next)), std::move(*add),
        std::move(*add_block) };
}

// A row of the table `journal`, column by column.
struct Journal::Row
{
    EntryId id;
    std::string_view device;
    std::int64_t sequence = 0;
    std::int64_t time_ms = 0;
    std::int32_t time_counter = 0;
    std::string_view actor;
    std::int32_t schema = 0;
    std::optional<EntryId> undoes;
    std::string_view command;
    codec::Seen const& seen;
    codec::Outcome const& outcome;
};

Result<void> Journal::put(Row const& row)
{
    auto const seen = codec::seen_to_json(row.seen);
    auto const reasons = codec::reasons_to_json(row.outcome);
    m_add.bind(1, std::int64_t { row.id.row() });
    m_add.bind(2, row.device);
    m_add.bind(3, row.sequence);
    m_add.bind(4, row.time_ms);
    m_add.bind(5, std::int64_t { row.time_counter });
    m_add.bind(6, row.actor);
    m_add.bind(7, std::int64_t { row.schema });
    if (row.undoes) m_add.bind(8, std::int64_t { row.undoes->row() });
    m_add.bind(9, row.command);
    if (!row.seen.empty()) m_add.bind(10, std::string_view { seen });
    m_add.bind(11, static_cast<std::int64_t>(row.outcome.fate));
    if (!reasons.empty()) m_add.bind(12, std::string_view { reasons });
    return m_add.run();
}

Result<void> Journal::add(engine::Entry const& entry, codec::Seen const& seen)
{
    auto const command = codec::to_json(entry.command);
    return put({ .id = m_next,
        .device = entry.device,
        .sequence = entry.sequence,
        .time_ms = entry.time_ms,
        .time_counter = entry.time_counter,
        .actor = entry.actor,
        .schema = entry.schema,
        .undoes = entry.undoes,
        .command = command,
        .seen = seen,
        .outcome = codec::Outcome {} });
}

Result<void> Journal::place(EntryId id, Placing const& placing)
{
    auto const& entry = *placing.entry;
    return put({ .id = id,
        .device = placing.lane,
        .sequence = entry.sequence,
        .time_ms = entry.time_ms,
        .time_counter = entry.time_counter,
        .actor = entry.actor,
        .schema = entry.schema,
        .undoes = placing.undoes,
        .command = entry.command,
        .seen = entry.seen,
        .outcome = placing.outcome });
}

Result<void> Journal::place_rows(EntryId id, Placing const& placing)
{
    if (placing.was) {
        auto statement = Statement::prepare(m_database, set_down_blocks_sql);
        if (!statement) return std::unexpected(statement.error());
        statement->bind(1, std::int64_t { placing.was->row() });
        statement->bind(2, std::int64_t { id.row() });
        statement->bind(3, blocks_an_entry);
        return statement->run();
    }
    std::span<std::string const> rest { placing.entry->rows };
    for (std::int64_t number = 0; !rest.empty(); ++number) {
        auto const count = std::min(rest.size(), rows_a_block);
        if (auto done = put_block(id, number, lines_of(rest.first(count))); !done) return done;
        rest = rest.subspan(count);
    }
    return {};
}

Result<void> Journal::rewrite(EntryId from, std::span<Placing const> tail)
{
    for (auto const sql : { lift_blocks_sql, std::string_view { "DELETE FROM journal WHERE id >= ?" } }) {
        if (from == m_next) break; // nothing stands there
        auto statement = Statement::prepare(m_database, sql);
        if (!statement) return std::unexpected(statement.error());
        statement->bind(1, std::int64_t { from.row() });
        if (auto done = statement->run(); !done) return done;
    }
    for (auto id = from; auto const& placing : tail) {
        if (auto done = place(id, placing); !done) return done;
        if (!placing.entry->rows.empty())
            if (auto done = place_rows(id, placing); !done) return done;
        id = EntryId::of_row(id.row() + 1);
    }
    return execute(m_database, "DELETE FROM import_blocks WHERE id < 0");
}

Result<void> Journal::travelling(
    EntryId first, WithRows rows, std::function<void(EntryId, StoredEntry)> const& on_entry) const
{
    auto statement = Statement::prepare(m_database, travelling_sql);
    if (!statement) return std::unexpected(statement.error());
    statement->bind(1, std::int64_t { first.row() });
    for (;;) {
        auto const stepped = statement->step();
        if (!stepped) return std::unexpected(stepped.error());
        if (*stepped == Statement::Step::done) return {};
        auto entry = travelling_on(*statement);
        if (!entry) return std::unexpected(std::move(entry.error()));
        auto const id = EntryId::of_row(static_cast<std::uint32_t>(statement->number(0)));
        StoredEntry stored { std::string { statement->text(1) }, std::move(*entry) };
        bool const has_rows = statement->number(11) != 0;
        if (rows == WithRows::yes && has_rows)
            if (auto done = read_lines(id, stored.entry.rows); !done) return done;
        on_entry(id, std::move(stored));
    }
}

Result<void> Journal::read_lines(EntryId entry, std::vector<std::string>& into) const
{
    auto statement = Statement::prepare(m_database, blocks_sql);
    if (!statement) return std::unexpected(statement.error());
    statement->bind(1, entry.row() * blocks_an_entry);
    statement->bind(2, (std::int64_t { entry.row() } + 1) * blocks_an_entry);
    for (;;) {
        auto const stepped = statement->step();
        if (!stepped) return std::unexpected(stepped.error());
        if (*stepped == Statement::Step::done) return {};
        lines_on(*statement, [&](std::string_view line) { into.emplace_back(line); });
    }
}

Result<std::int64_t> Journal::unknown() const
{
    return number_from(m_database, "SELECT count(*) FROM journal WHERE fate > 0 AND fate = 3");
}

Result<void> Journal::add_block(std::uint32_t number, std::span<engine::Command const> rows)
{
    return put_block(m_next, number, lines_of(rows));
}

Result<void> Journal::put_block(EntryId entry, std::int64_t number, std::string_view lines)
{
    VERIFY(number < blocks_an_entry);
    m_add_block.bind(1, entry.row() * blocks_an_entry + number);
    m_add_block.bind(2, std::int64_t { entry.row() });
    m_add_block.bind(3, lines);
    return m_add_block.run();
}

Result<std::vector<JournalEntry>> Journal::entries(EntryId first, std::size_t count) const
{
    auto statement = Statement::prepare(m_database, entries_sql);
    if (!statement) return std::unexpected(statement.error());
    statement->bind(1, std::int64_t { first.row() });
    statement->bind(2, static_cast<std::int64_t>(count));
    return entries_on(*statement);
}

Result<std::vector<JournalEntry>> Journal::lost(std::size_t count) const
{
    auto statement = Statement::prepare(m_database, lost_sql);
    if (!statement) return std::unexpected(statement.error());
    statement->bind(1, static_cast<std::int64_t>(count));
    return entries_on(*statement);
}

Result<std::uint32_t> Journal::blocks_of_import(EntryId entry) const
{
    auto statement = Statement::prepare(m_database, block_count_sql);
    if (!statement) return std::unexpected(statement.error());
    statement->bind(1, entry.row() * blocks_an_entry);
    statement->bind(2, (std::int64_t { entry.row() } + 1) * blocks_an_entry);
    auto const stepped = statement->step();
    if (!stepped) return std::unexpected(stepped.error());
    return static_cast<std::uint32_t>(statement->number(0));
}

Result<std::vector<engine::Command>> Journal::block_of_import(EntryId entry, std::uint32_t block) const
{
    auto statement = Statement::prepare(m_database, blocks_sql);
    if (!statement) return std::unexpected(statement.error());
    auto const id = entry.row() * blocks_an_entry + block;
    statement->bind(1, id);
    statement->bind(2, id + 1);
    auto const stepped = statement->step();
    if (!stepped) return std::unexpected(stepped.error());
    std::vector<engine::Command> rows;
    if (*stepped == Statement::Step::done) return rows;
    auto const read = rows_on(*statement, [&](engine::Command const& row) { rows.push_back(row); });
    if (!read) return std::unexpected(read.error());
    return rows;
}

Result<void> Journal::rows_of_import(EntryId entry, std::function<void(engine::Command const&)> const& on_row) const
{
    auto statement = Statement::prepare(m_database, blocks_sql);
    if (!statement) return std::unexpected(statement.error());
    statement->bind(1, entry.row() * blocks_an_entry);
    statement->bind(2, (std::int64_t { entry.row() } + 1) * blocks_an_entry);
    for (;;) {
        auto const stepped = statement->step();
        if (!stepped) return std::unexpected(stepped.error());
        if (*stepped == Statement::Step::done) return {};
        if (auto done = rows_on(*statement, on_row); !done) return done;
    }
}

} // namespace keyrack::store
