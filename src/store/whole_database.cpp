#include "store/whole_database.hpp"

#include "store/file_header.hpp"
#include "store/sql.hpp"
#include "store/vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace keyrack::store {

namespace {

constexpr std::size_t piece_bytes = 1 << 20;
constexpr std::size_t head_bytes = 512; // of the first page: without them the file is no database

sqlite3_vfs& vfs_of(Place place)
{
    return *sqlite3_vfs_find(place == Place::handles ? handles_vfs() : nullptr);
}

std::string full_path(sqlite3_vfs& vfs, std::string const& name)
{
    std::vector<char> path(static_cast<std::size_t>(vfs.mxPathname) + 1);
    auto const code = vfs.xFullPathname(&vfs, name.c_str(), static_cast<int>(path.size()), path.data());
    return code == SQLITE_OK || code == SQLITE_OK_SYMLINK ? std::string { path.data() } : name;
}

// A file opened for writing, past SQLite. After a failure the others do nothing.
class Target
{
public:
    Target(sqlite3_vfs& vfs, std::string const& path)
        : m_name(sqlite3_create_filename(path.c_str(), "", "", 0, nullptr)),
          m_memory(static_cast<std::size_t>(vfs.szOsFile) / sizeof(std::max_align_t) + 1),
          m_file(reinterpret_cast<sqlite3_file*>(m_memory.data())),
          m_code(vfs.xOpen(
              &vfs, m_name, m_file, SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr))
    { }
    Target(Target const&) = delete;
    Target& operator=(Target const&) = delete;
    ~Target()
    {
        if (m_file->pMethods != nullptr) m_file->pMethods->xClose(m_file);
        sqlite3_free_filename(m_name);
    }

    void write(std::span<std::byte const> bytes, std::size_t at)
    {
        for (std::size_t done = 0; done < bytes.size() && m_code == SQLITE_OK; done += piece_bytes) {
            auto const piece = bytes.subspan(done, std::min(piece_bytes, bytes.size() - done));
            m_code = m_file->pMethods->xWrite(
                m_file, piece.data(), static_cast<int>(piece.size()), static_cast<sqlite3_int64>(at + done));
        }
    }
    void truncate(std::size_t size)
    {
        if (m_code == SQLITE_OK) m_code = m_file->pMethods->xTruncate(m_file, static_cast<sqlite3_int64>(size));
    }
    void sync()
    {
        if (m_code == SQLITE_OK) m_code = m_file->pMethods->xSync(m_file, SQLITE_SYNC_FULL);
    }
    [[nodiscard]] int code() const { return m_code; }

private:
    char const* m_name;
    std::vector<std::max_align_t> m_memory;
    sqlite3_file* m_file;
    int m_code;
};

Result<void> told(int code, std::string const& name)
{
    if (code == SQLITE_OK) return {};
    return failure((code & 0xFF) == SQLITE_FULL ? "disk_full" : "disk_failed", name, sqlite3_errstr(code));
}

// What is left of the database before would be carried into the new one.
int remove_logs(sqlite3_vfs& vfs, std::string const& path)
{
    for (auto const* const suffix : { "-wal", "-journal" }) {
        auto const code = vfs.xDelete(&vfs, (path + suffix).c_str(), 1);
        if (code != SQLITE_OK && code != SQLITE_IOERR_DELETE_NOENT) return code;
    }
    return SQLITE_OK;
}

} // namespace

Result<DatabaseFacts> look_into(std::span<std::byte const> database)
{
    auto const store = Store::open_bytes(database);
    if (!store) return std::unexpected(store.error());
    if (auto const faults = store->faults(); !faults.empty()) return failure("damaged_database", {}, faults.front());
    return store->load().transform(
        [&](auto&&) { return DatabaseFacts { std::int64_t { store->next_entry().row() } }; });
}

bool is_taken(std::string const& name, Place place)
{
    auto const state = look_at(vfs_of(place), name);
    return !state || state->kind != FileKind::nothing;
}

Result<void> put_database(std::string const& name, Place place, std::span<std::byte const> database)
{
    auto& vfs = vfs_of(place);
    auto const path = full_path(vfs, name);
    auto const head = database.first(std::min(head_bytes, database.size()));
    {
        Target target { vfs, path };
        target.write(std::array<std::byte, head_bytes> {}, 0);
        target.sync();
        if (target.code() != SQLITE_OK) return told(target.code(), name);
    }
    if (auto const code = remove_logs(vfs, path); code != SQLITE_OK) return told(code, name);
    Target target { vfs, path };
    target.truncate(std::max(head.size(), std::size_t { 1 }));
    target.write(database.subspan(head.size()), head.size());
    target.sync();
    target.write(head, 0);
    target.sync();
    return told(target.code(), name);
}

} // namespace keyrack::store
