#pragma once
// The tables of a tenant's database, how a new one is made, and how one of an earlier version becomes one of this.

#include "base/error.hpp"
#include "store/file_header.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;

namespace keyrack::store {

// Everything that a new database is made of.
[[nodiscard]] std::string schema_text();

// One step to a later version. Additive: tables and columns come, none goes and none changes its meaning.
struct Migration
{
    std::int32_t to = 0;
    std::string_view sql;
};
// In the order of their versions; the last one leads to `schema_version`.
[[nodiscard]] std::span<Migration const> migrations();

// What stands in the database as SQLite sees it, the write-ahead log included. 0: nothing yet.
// Errors: those of look_at, and what reading the disk may give.
[[nodiscard]] Result<std::int32_t> version_of(sqlite3* database, std::int32_t newest = schema_version);
// One transaction: the whole schema or nothing of it.
[[nodiscard]] Result<void> make_schema(sqlite3* database);
// Into the open transaction: the steps that lead on from version `from`, and the views anew.
[[nodiscard]] Result<void> migrate(sqlite3* database, std::int32_t from, std::span<Migration const> wanted);

} // namespace keyrack::store
