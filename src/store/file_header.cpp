#include "store/file_header.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace keyrack::store {

namespace {

using namespace std::string_view_literals;

// The database header of SQLite's file format: 100 bytes, numbers with the highest byte first.
constexpr std::size_t header_size = 100;
constexpr std::size_t smallest_database = 512;
constexpr std::string_view database_magic = "SQLite format 3\0"sv;
constexpr std::size_t user_version_at = 60;
constexpr std::size_t application_id_at = 68;
// The header of a rollback journal.
constexpr std::string_view journal_magic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"sv;
constexpr std::size_t pages_before_at = 16;

std::int32_t number_at(std::span<unsigned char const> header, std::size_t at)
{
    std::uint32_t number = 0;
    for (auto const byte : header.subspan(at, 4)) number = number << 8U | byte;
    return static_cast<std::int32_t>(number);
}

bool starts_with(std::span<unsigned char const> header, std::string_view magic)
{
    return header.size() >= magic.size() && std::memcmp(header.data(), magic.data(), magic.size()) == 0;
}

// A file opened for reading, past SQLite.
class RawFile
{
public:
    RawFile(sqlite3_vfs& vfs, std::string const& path, int kind)
        : m_name(sqlite3_create_filename(path.c_str(), "", "", 0, nullptr)),
          m_memory(static_cast<std::size_t>(vfs.szOsFile)),
          m_file(reinterpret_cast<sqlite3_file*>(m_memory.data())),
          m_code(vfs.xOpen(&vfs, m_name, m_file, kind | SQLITE_OPEN_READONLY, nullptr))
    { }
    RawFile(RawFile const&) = delete;
    RawFile& operator=(RawFile const&) = delete;
    ~RawFile()
    {
        if (m_file->pMethods != nullptr) m_file->pMethods->xClose(m_file);
        sqlite3_free_filename(m_name);
    }

    // The first bytes of the file, at most `count`; what is missing is left out.
    [[nodiscard]] Result<std::vector<unsigned char>> start(std::size_t count)
    {
        sqlite3_int64 size = 0;
        if (m_code == SQLITE_OK) m_code = m_file->pMethods->xFileSize(m_file, &size);
        std::vector<unsigned char> bytes(std::min(count, static_cast<std::size_t>(size)));
        if (m_code == SQLITE_OK && !bytes.empty())
            m_code = m_file->pMethods->xRead(m_file, bytes.data(), static_cast<int>(bytes.size()), 0);
        if (m_code == SQLITE_OK) return bytes;
        return failure((m_code & 0xFF) == SQLITE_BUSY ? "database_in_use" : "disk_failed", {}, sqlite3_errstr(m_code));
    }

private:
    char const* m_name;
    std::vector<std::max_align_t> m_memory;
    sqlite3_file* m_file;
    int m_code;
};

bool holds_something(sqlite3_vfs& vfs, std::string const& path)
{
    int found = 0;
    return vfs.xAccess(&vfs, path.c_str(), SQLITE_ACCESS_EXISTS, &found) == SQLITE_OK && found != 0;
}

Result<std::vector<unsigned char>> start_of(sqlite3_vfs& vfs, std::string const& path, int kind, std::size_t count)
{
    if (!holds_something(vfs, path)) return std::vector<unsigned char> {};
    return RawFile { vfs, path, kind }.start(count);
}

// The making of a database is one transaction under a rollback journal that was empty before. Until it commits, the
// file may hold any part of its first pages; SQLite empties it again.
bool making_was_interrupted(std::span<unsigned char const> header, std::span<unsigned char const> journal)
{
    bool const blank = std::ranges::all_of(header, [](unsigned char byte) { return byte == 0; });
    return blank && journal.size() >= pages_before_at + 4 && starts_with(journal, journal_magic)
        && number_at(journal, pages_before_at) == 0;
}

Result<FileKind> kind_of(
    std::string const& name, std::span<unsigned char const> header, std::span<unsigned char const> journal)
{
    if (header.empty() || making_was_interrupted(header, journal)) return FileKind::nothing;
    if (header.size() < smallest_database || !starts_with(header, database_magic))
        return failure("damaged_database", name);
    if (number_at(header, application_id_at) != application_id) return failure("foreign_database", name);
    auto const version = number_at(header, user_version_at);
    if (version < 1) return failure("damaged_database", name);
    if (version > schema_version) return failure("newer_database", name, std::to_string(version));
    return FileKind::ours;
}

} // namespace

Result<FileKind> kind_of(std::string const& name, std::span<unsigned char const> header)
{
    return kind_of(name, header, {});
}

namespace {

std::string full_path(sqlite3_vfs& vfs, std::string const& name)
{
    std::vector<char> path(static_cast<std::size_t>(vfs.mxPathname) + 1);
    auto const code = vfs.xFullPathname(&vfs, name.c_str(), static_cast<int>(path.size()), path.data());
    return code == SQLITE_OK || code == SQLITE_OK_SYMLINK ? std::string { path.data() } : name;
}

} // namespace

Result<FileState> look_at(sqlite3_vfs& vfs, std::string const& name)
{
    auto const path = full_path(vfs, name);
    auto const header = start_of(vfs, path, SQLITE_OPEN_MAIN_DB, smallest_database);
    if (!header) return std::unexpected(Error { header.error().what, name, header.error().detail });
    auto const journal = start_of(vfs, path + "-journal", SQLITE_OPEN_MAIN_JOURNAL, header_size);
    if (!journal) return std::unexpected(Error { journal.error().what, name, journal.error().detail });
    bool const wal = holds_something(vfs, path + "-wal");
    auto const kind = kind_of(name, *header, *journal);
    if (!kind) return std::unexpected(kind.error());
    // A write-ahead log is begun only when the main file is on the disk: alone, it is what is left of a database.
    if (*kind == FileKind::nothing && wal) return failure("damaged_database", name);
    return FileState { *kind, wal || !journal->empty() ? Ending::unclean : Ending::clean };
}

} // namespace keyrack::store
