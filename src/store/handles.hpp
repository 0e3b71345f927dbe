#pragma once
// What the VFS needs from outside: byte files that were opened before the database is, and random bytes. Offsets and
// sizes in bytes. A tenant `northwind.db` needs three files: `northwind.db`, `northwind.db-wal`, `northwind.db-journal`.

namespace keyrack::store {

struct Handles
{
    // Slot of the plain file name, or -1.
    int (*find)(char const* name);
    // Bytes read, or -1.
    int (*read)(int slot, void* into, int count, double at);
    // Bytes written. Fewer than `count`, or any negative number: the disk is full, or gone.
    int (*write)(int slot, void const* from, int count, double at);
    // 0 or -1.
    int (*truncate)(int slot, double size);
    // 0 or -1. Afterwards everything written before survives a crash.
    int (*flush)(int slot);
    // Bytes, or -1.
    double (*size)(int slot);
    // Bytes that nobody can foretell and that differ from run to run: the salts of the write-ahead log.
    void (*random)(void* into, int count);
};

void use_handles(Handles const& handles); // before the first database is opened

} // namespace keyrack::store
