#pragma once
// SQLite as values: a connection that closes itself, statements that reset themselves, failures as Error.

#include "base/error.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace keyrack::store {

struct CloseDatabase
{
    void operator()(sqlite3* database) const;
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

// Errors by SQLite's result code: `disk_full`, `database_in_use` (by another program; natively only), `damaged_database`,
// else `disk_failed`. Statements are tested, so one that SQLite cannot make sense of means that the file is not what its
// header says. `where` is the plain name of the file, `detail` what SQLite says.
[[nodiscard]] Error error_of(sqlite3* database, int code);

[[nodiscard]] Result<Database> open_database(std::string const& name, char const* vfs);
// Runs statements that give no rows.
[[nodiscard]] Result<void> execute(sqlite3* database, std::string const& sql);

class Statement
{
public:
    [[nodiscard]] static Result<Statement> prepare(sqlite3* database, std::string_view sql);

    // Parameters, numbered from 1; those not bound are null. Text must live until the statement has run, unless copied.
    void bind(int at, std::int64_t value);
    void bind(int at, std::string_view text);
    void bind_copy(int at, std::string_view text);
    void bind_bytes(int at, std::string_view bytes); // they must live as long as text
    // Columns of the row it stands on, numbered from 0. Text lives until the next step.
    [[nodiscard]] bool is_null(int at) const;
    [[nodiscard]] std::int64_t number(int at) const;
    [[nodiscard]] std::string_view text(int at) const;
    [[nodiscard]] std::string_view bytes(int at) const;

    // The next row, or no more. Then, or after an error, the statement is reset and its parameters are null.
    enum class Step { row, done };
    [[nodiscard]] Result<Step> step();
    // Runs to its end; rows are passed over.
    [[nodiscard]] Result<void> run();
    void reset();

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) { }
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

// The first number that the query gives.
[[nodiscard]] Result<std::int64_t> number_from(sqlite3* database, std::string_view sql);

// A transaction that rolls itself back unless it was committed.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(sqlite3* database);
    // Durable once it returns without an error; rolled back with one.
    [[nodiscard]] Result<void> commit();

private:
    struct RollBack
    {
        void operator()(sqlite3* database) const;
    };
    explicit Transaction(sqlite3* database) : m_open(database) { }
    std::unique_ptr<sqlite3, RollBack> m_open;
};

} // namespace keyrack::store
