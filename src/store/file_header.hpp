#pragma once
// What a file is, told from its bytes alone, before SQLite opens it: opening would already write, to take back what an
// interrupted transaction left, and a file that is not ours is not touched.

#include "base/error.hpp"

#include <cstdint>
#include <span>
#include <string>

struct sqlite3_vfs;

namespace keyrack::store {

inline constexpr std::int32_t application_id = 0x4B45'5952; // "KEYR", at offset 68 of the file
inline constexpr std::int32_t schema_version = 9;           // user_version, at offset 60

// clean: everything is in the main file. unclean: the last session ended without closing.
enum class Ending { clean, unclean };

// nothing: no file, an empty one, or one whose making was interrupted before anything was in it.
enum class FileKind { nothing, ours };

struct FileState
{
    FileKind kind = FileKind::nothing;
    Ending ending = Ending::clean;
};

// The same of the file's first bytes, at least 512 where there are so many. `name` is for the error.
[[nodiscard]] Result<FileKind> kind_of(std::string const& name, std::span<unsigned char const> header);
// Errors: `foreign_database`, `newer_database`, `damaged_database`, `database_in_use`, `disk_failed`.
[[nodiscard]] Result<FileState> look_at(sqlite3_vfs& vfs, std::string const& name);

} // namespace keyrack::store
