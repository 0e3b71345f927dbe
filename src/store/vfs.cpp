#include "store/vfs.hpp"

#include "base/verify.hpp"
#include "store/handle_file.hpp"
#include "store/handles.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <vector>

namespace keyrack::store {

namespace {

constexpr char const* vfs_name = "keyrack";
constexpr int longest_path = 512;

Handles the_handles {};
std::vector<int> open_slots;

// SQLite gives the memory and knows the first member only.
struct File
{
    sqlite3_file base;
    HandleFile* content;
    int slot;
};

HandleFile& content(sqlite3_file* file)
{
    return *reinterpret_cast<File*>(file)->content;
}

int result(Outcome outcome, int failed)
{
    switch (outcome) {
    case Outcome::done: return SQLITE_OK;
    case Outcome::full: return SQLITE_FULL;
    case Outcome::failed: return failed;
    }
    return failed;
}

int close(sqlite3_file* file)
{
    auto const* const ours = reinterpret_cast<File const*>(file);
    std::unique_ptr<HandleFile> const closed { ours->content };
    std::erase(open_slots, ours->slot);
    file->pMethods = nullptr;
    return result(closed->drain(), SQLITE_IOERR_CLOSE);
}

int read(sqlite3_file* file, void* into, int count, sqlite3_int64 at)
{
    auto const bytes = std::span(static_cast<std::byte*>(into), static_cast<std::size_t>(count));
    if (content(file).read(at, bytes) != Outcome::done) return SQLITE_IOERR_READ;
    return at + count <= content(file).size() ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, void const* from, int count, sqlite3_int64 at)
{
    auto const bytes = std::span(static_cast<std::byte const*>(from), static_cast<std::size_t>(count));
    return result(content(file).write(at, bytes), SQLITE_IOERR_WRITE);
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    return result(content(file).truncate(size), SQLITE_IOERR_TRUNCATE);
}

int sync(sqlite3_file* file, int)
{
    return result(content(file).sync(), SQLITE_IOERR_FSYNC);
}

int size(sqlite3_file* file, sqlite3_int64* into)
{
    *into = content(file).size();
    return SQLITE_OK;
}

// One worker holds the handles and one connection the database: there is nobody to lock out.
int lock(sqlite3_file*, int)
{
    return SQLITE_OK;
}

int reserved_lock(sqlite3_file*, int* into)
{
    *into = 0;
    return SQLITE_OK;
}

int control(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}

int sector_size(sqlite3_file*)
{
    return 4096;
}

int characteristics(sqlite3_file*)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN;
}

// Version 1: no shared memory, so a WAL needs locking_mode=EXCLUSIVE.
constexpr sqlite3_io_methods methods {
    .iVersion = 1,
    .xClose = close,
    .xRead = read,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = size,
    .xLock = lock,
    .xUnlock = lock,
    .xCheckReservedLock = reserved_lock,
    .xFileControl = control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int slot_of(char const* name)
{
    if (name == nullptr || the_handles.find == nullptr) return -1;
    std::string_view const path { name };
    return the_handles.find(name + (path.rfind('/') + 1)); // from the start where there is no slash
}

int open(sqlite3_vfs*, char const* name, sqlite3_file* file, int flags, int* flags_out)
{
    file->pMethods = nullptr;
    auto const slot = slot_of(name);
    if (slot < 0) return SQLITE_CANTOPEN;
    if (std::ranges::find(open_slots, slot) != open_slots.end()) return SQLITE_BUSY;
    auto opened = std::make_unique<HandleFile>(the_handles, slot);
    if (!opened->opened()) return SQLITE_CANTOPEN;
    open_slots.push_back(slot);
    new (file) File { .base = { .pMethods = &methods }, .content = opened.release(), .slot = slot };
    if (flags_out != nullptr) *flags_out = flags;
    return SQLITE_OK;
}

// Flushed although SQLite does not ask for it: a rollback journal that came back after a crash would take back what has
// been acknowledged since.
int remove(sqlite3_vfs*, char const* name, int)
{
    auto const slot = slot_of(name);
    if (slot < 0) return SQLITE_IOERR_DELETE_NOENT;
    if (the_handles.truncate(slot, 0) != 0 || the_handles.flush(slot) != 0) return SQLITE_IOERR_DELETE;
    return SQLITE_OK;
}

// An empty file counts as none: handles cannot be created or removed while the database is open.
int access(sqlite3_vfs*, char const* name, int, int* into)
{
    auto const slot = slot_of(name);
    *into = slot >= 0 && the_handles.size(slot) > 0 ? 1 : 0;
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, char const* name, int room, char* into)
{
    auto const length = std::strlen(name);
    if (length >= static_cast<std::size_t>(room)) return SQLITE_CANTOPEN;
    std::memcpy(into, name, length + 1);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int count, char* into)
{
    std::memset(into, 0, static_cast<std::size_t>(count)); // a database in memory needs no handles and no salts
    if (the_handles.random != nullptr) the_handles.random(into, count);
    return count;
}

int sleep(sqlite3_vfs*, int)
{
    return 0;
}

// The clock is read in browser and cli only; no statement of ours asks SQLite for the time.
int the_same_time(sqlite3_vfs*, double* julian_day)
{
    *julian_day = 2440587.5;
    return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*)
{
    return 0;
}

sqlite3_vfs vfs_over_handles {
    .iVersion = 1,
    .szOsFile = sizeof(File),
    .mxPathname = longest_path,
    .pNext = nullptr,
    .zName = vfs_name,
    .pAppData = nullptr,
    .xOpen = open,
    .xDelete = remove,
    .xAccess = access,
    .xFullPathname = full_path,
    .xDlOpen = nullptr,
    .xDlError = nullptr,
    .xDlSym = nullptr,
    .xDlClose = nullptr,
    .xRandomness = randomness,
    .xSleep = sleep,
    .xCurrentTime = the_same_time,
    .xGetLastError = last_error,
    .xCurrentTimeInt64 = nullptr,
    .xSetSystemCall = nullptr,
    .xGetSystemCall = nullptr,
    .xNextSystemCall = nullptr,
};

} // namespace

void use_handles(Handles const& handles)
{
    the_handles = handles;
}

char const* handles_vfs()
{
    if (sqlite3_vfs_find(vfs_name) == nullptr) VERIFY(sqlite3_vfs_register(&vfs_over_handles, 0) == SQLITE_OK);
    return vfs_name;
}

#ifdef SQLITE_OS_OTHER
extern "C" int sqlite3_os_init()
{
    return sqlite3_vfs_register(&vfs_over_handles, 1);
}

extern "C" int sqlite3_os_end()
{
    return SQLITE_OK;
}
#endif

} // namespace keyrack::store
