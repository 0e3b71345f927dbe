#include "store/sql.hpp"

#include "base/verify.hpp"

#include <sqlite3.h>

#include <utility>

namespace keyrack::store {

namespace {

std::string_view plain_name(sqlite3* database)
{
    char const* const path = database == nullptr ? nullptr : sqlite3_db_filename(database, "main");
    if (path == nullptr) return {};
    std::string_view const name { path };
    return name.substr(name.rfind('/') + 1);
}

std::string_view code_of(int result)
{
    switch (result & 0xFF) {
    case SQLITE_FULL: return "disk_full";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT: return "damaged_database";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "database_in_use";
    default: return "disk_failed";
    }
}

void bind_text(sqlite3_stmt* statement, int at, std::string_view text, sqlite3_destructor_type keep)
{
    auto const* const data = text.data() == nullptr ? "" : text.data(); // SQLite takes a null pointer for NULL
    auto const length = static_cast<sqlite3_uint64>(text.size());
    VERIFY(sqlite3_bind_text64(statement, at, data, length, keep, SQLITE_UTF8) == SQLITE_OK);
}

} // namespace

void CloseDatabase::operator()(sqlite3* database) const
{
    VERIFY(sqlite3_close(database) == SQLITE_OK); // a statement would be left over
}

Error error_of(sqlite3* database, int code)
{
    VERIFY(code != SQLITE_MISUSE && code != SQLITE_RANGE);
    return { std::string { code_of(code) }, std::string { plain_name(database) }, sqlite3_errmsg(database) };
}

Result<Database> open_database(std::string const& name, char const* vfs)
{
    sqlite3* opened = nullptr;
    auto const code = sqlite3_open_v2(name.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs);
    Database database { opened };
    if (code != SQLITE_OK)
        return std::unexpected(Error { std::string { code_of(code) }, name, sqlite3_errmsg(opened) });
    sqlite3_extended_result_codes(opened, 1);
    return database;
}

Result<void> execute(sqlite3* database, std::string const& sql)
{
    auto const code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return std::unexpected(error_of(database, code));
    return {};
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Result<Statement> Statement::prepare(sqlite3* database, std::string_view sql)
{
    sqlite3_stmt* prepared = nullptr;
    auto const length = static_cast<int>(sql.size());
    auto const code = sqlite3_prepare_v3(database, sql.data(), length, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (code != SQLITE_OK) return std::unexpected(error_of(database, code));
    return Statement { prepared };
}

void Statement::bind(int at, std::int64_t value)
{
    VERIFY(sqlite3_bind_int64(m_statement.get(), at, value) == SQLITE_OK);
}

void Statement::bind(int at, std::string_view text)
{
    bind_text(m_statement.get(), at, text, SQLITE_STATIC);
}

void Statement::bind_copy(int at, std::string_view text)
{
    bind_text(m_statement.get(), at, text, SQLITE_TRANSIENT);
}

void Statement::bind_bytes(int at, std::string_view bytes)
{
    auto const length = static_cast<sqlite3_uint64>(bytes.size());
    VERIFY(sqlite3_bind_blob64(m_statement.get(), at, bytes.data(), length, SQLITE_STATIC) == SQLITE_OK);
}

bool Statement::is_null(int at) const
{
    return sqlite3_column_type(m_statement.get(), at) == SQLITE_NULL;
}

std::int64_t Statement::number(int at) const
{
    return sqlite3_column_int64(m_statement.get(), at);
}

std::string_view Statement::text(int at) const
{
    auto const* const text = reinterpret_cast<char const*>(sqlite3_column_text(m_statement.get(), at));
    if (text == nullptr) return {};
    return { text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), at)) };
}

std::string_view Statement::bytes(int at) const
{
    auto const* const bytes = static_cast<char const*>(sqlite3_column_blob(m_statement.get(), at));
    if (bytes == nullptr) return {};
    return { bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), at)) };
}

Result<Statement::Step> Statement::step()
{
    auto const code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return Step::row;
    if (code == SQLITE_DONE) {
        reset();
        return Step::done;
    }
    auto error = error_of(sqlite3_db_handle(m_statement.get()), code);
    reset();
    return std::unexpected(std::move(error));
}

Result<void> Statement::run()
{
    for (;;) {
        auto const stepped = step();
        if (!stepped) return std::unexpected(stepped.error());
        if (*stepped == Step::done) return {};
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

Result<std::int64_t> number_from(sqlite3* database, std::string_view sql)
{
    auto statement = Statement::prepare(database, sql);
    if (!statement) return std::unexpected(statement.error());
    auto const stepped = statement->step();
    if (!stepped) return std::unexpected(stepped.error());
    return *stepped == Statement::Step::row ? statement->number(0) : 0;
}

void Transaction::RollBack::operator()(sqlite3* database) const
{
    // A full or failing disk makes SQLite roll back by itself. Rolling back writes nothing, so it cannot fail for want of room.
    if (sqlite3_get_autocommit(database) == 0) sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<Transaction> Transaction::begin(sqlite3* database)
{
    return execute(database, "BEGIN IMMEDIATE").transform([database] { return Transaction { database }; });
}

Result<void> Transaction::commit()
{
    if (auto done = execute(m_open.get(), "COMMIT"); !done) {
        m_open.reset();
        return done;
    }
    static_cast<void>(m_open.release());
    return {};
}

} // namespace keyrack::store
