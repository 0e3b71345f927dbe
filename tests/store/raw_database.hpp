#pragma once
// A database as any other program sees it: made, changed and read past the store.

#include "store/fault_disk.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace keyrack::test {

// closed: the log is written back. killed: it is left as it is, as by a program that stopped.
enum class Left { closed, killed };

// Runs `sql` on a file of the disk that is plugged in. In a write-ahead log where `sql` asks for one.
void change_raw(std::string const& name, std::string const& sql, Left left = Left::closed);

// What a stock SQLite reads from the bytes of a file: the rows of a query as lines, columns between bars.
[[nodiscard]] std::vector<std::string> rows_of(std::span<std::byte const> file, std::string const& query);

// All rows of all tables but those named, as lines: to hold one file against another.
[[nodiscard]] std::vector<std::string> all_rows(
    std::span<std::byte const> file, std::vector<std::string> const& but = {});

} // namespace keyrack::test
