#include "store/raw_database.hpp"

#include "base/verify.hpp"
#include "store/vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace keyrack::test {

namespace {

struct Close
{
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Opened = std::unique_ptr<sqlite3, Close>;

Opened open(char const* name, char const* vfs)
{
    sqlite3* database = nullptr;
    VERIFY(sqlite3_open_v2(name, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs) == SQLITE_OK);
    return Opened { database };
}

int add_row(void* into, int count, char** values, char**)
{
    std::string line;
    for (int at = 0; at < count; ++at) {
        if (at > 0) line += '|';
        line += values[at] == nullptr ? "∅" : values[at];
    }
    static_cast<std::vector<std::string>*>(into)->push_back(std::move(line));
    return 0;
}

std::vector<std::string> rows_of(sqlite3* database, std::string const& query)
{
    std::vector<std::string> rows;
    VERIFY(sqlite3_exec(database, query.c_str(), add_row, &rows, nullptr) == SQLITE_OK);
    return rows;
}

Opened opened(std::span<std::byte const> file)
{
    auto database = open(":memory:", nullptr);
    auto const size = static_cast<sqlite3_int64>(file.size());
    auto* const copy = static_cast<unsigned char*>(sqlite3_malloc64(file.size()));
    std::memcpy(copy, file.data(), file.size());
    VERIFY(sqlite3_deserialize(database.get(), "main", copy, size, size, SQLITE_DESERIALIZE_FREEONCLOSE) == SQLITE_OK);
    return database;
}

} // namespace

void change_raw(std::string const& name, std::string const& sql, Left left)
{
    auto const database = open(name.c_str(), store::handles_vfs());
    sqlite3_db_config(database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, left == Left::killed ? 1 : 0, nullptr);
    auto const whole = "PRAGMA locking_mode = EXCLUSIVE;" + sql;
    VERIFY(sqlite3_exec(database.get(), whole.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

std::vector<std::string> rows_of(std::span<std::byte const> file, std::string const& query)
{
    return rows_of(opened(file).get(), query);
}

std::vector<std::string> all_rows(std::span<std::byte const> file, std::vector<std::string> const& but)
{
    auto const database = opened(file);
    std::vector<std::string> all;
    for (auto const& table :
        rows_of(database.get(), "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
        if (std::ranges::find(but, table) != but.end()) continue;
        for (auto const& row : rows_of(database.get(), "SELECT * FROM \"" + table + "\" ORDER BY id"))
            all.push_back(table + '|' + row);
    }
    return all;
}

} // namespace keyrack::test
